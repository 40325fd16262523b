//! From the source to the bytes that the app embeds.

mod tracks;

use super::source::check::{self as written, Item, places};
use super::source::exercise as coding;
use super::source::program::Program;
use super::source::{self, Part, Prose, Source, Text};
use super::{highlight, listing, markdown};
use crate::check::{
    Blank, Bug, Check, Choice, ChoiceOption, Gap, LineId, Order, OrderLine, Output, Tempting,
};
use crate::embedded::{Bytes, Index};
use crate::exercise::{Exercise, Mistake, Solution};
use crate::name::QuestionId;
use crate::question::{Body, CheckEntry, Entry, FollowUp, Html, Reference, Rubric};
use crate::topic::Tracks;
use crate::wire::{Columns, Words, Writer};

pub(crate) fn bytes(source: &Source) -> Bytes {
    let mut index = Writer::default();
    index.part::<Index>(&Index {
        topics: source.topics.clone(),
        renamed: source.renamed.clone(),
        questions: source.questions.iter().map(entry).collect(),
    });
    let mut bodies = Writer::default();
    for question in &source.questions {
        bodies.part::<Body>(&body(question, source));
    }
    bodies.part::<Tracks>(&tracks::tracks(source));
    let words = Words::of(index.texts().chain(bodies.texts()));
    Bytes {
        index: [words.table(), index.pack(&words)].concat(),
        bodies: bodies.pack(&words),
    }
}

/// See [`super::sizes`].
pub(crate) fn sizes(source: &Source) -> Vec<(QuestionId, usize)> {
    let bodies = bytes(source).bodies;
    let Ok(bodies) = Columns::open(&bodies) else {
        return Vec::new();
    };
    let ids = source.questions.iter().map(|question| &question.id);
    ids.zip(0..)
        .map(|(id, place)| (id.clone(), bodies.size(place)))
        .collect()
}

fn entry(question: &source::Question) -> Entry {
    let check = |check: &written::Check| CheckEntry {
        name: check.name.clone(),
        kind: check.item.kind(),
    };
    Entry {
        id: question.id.clone(),
        rev: question.rev,
        title: question.title.clone(),
        kind: question.kind,
        topic: question.topic.clone(),
        level: question.level,
        minutes: question.minutes,
        tags: question.tags.clone(),
        checks: question.checks.iter().map(check).collect(),
    }
}

fn body(question: &source::Question, source: &Source) -> Body {
    Body {
        question: prose(&question.asked),
        clarify: question.clarify.as_ref().map(prose),
        short_answer: block(&question.short_answer),
        answer: prose(&question.answer),
        key_points: question.key_points.iter().map(inline).collect(),
        rubric: question.rubric.as_ref().map(rubric),
        code: question.code.as_ref().map(prose),
        exercise: question.exercise.as_ref().map(exercise),
        checks: question.checks.iter().map(check).collect(),
        follow_ups: question
            .follow_ups
            .iter()
            .map(|next| follow_up(next, source))
            .collect(),
        references: question.references.iter().map(reference).collect(),
    }
}

/// A question that is only planned is shown by its working title.
fn follow_up(next: &source::FollowUp, source: &Source) -> FollowUp {
    match next {
        source::FollowUp::Sentence(text) => FollowUp::Sentence(inline(text)),
        source::FollowUp::Question(_, id) => match source.planned(id) {
            Some(plan) if source.question(id).is_none() => {
                FollowUp::Sentence(markdown::plain(&plan.title))
            }
            Some(_) | None => FollowUp::Question(id.clone()),
        },
    }
}

fn rubric(rubric: &source::Rubric) -> Rubric {
    Rubric {
        lines: rubric
            .lines
            .iter()
            .map(|(points, text)| (*points, inline(text)))
            .collect(),
        bands: rubric.bands.clone(),
    }
}

fn reference(reference: &source::Reference) -> Reference {
    Reference {
        title: inline(&reference.title),
        url: reference.url.clone(),
    }
}

fn exercise(exercise: &coding::Exercise) -> Exercise {
    let solution = |solution: &coding::Solution| Solution {
        name: solution.name.clone(),
        time: solution.time.clone(),
        space: solution.space.clone(),
        about: block(&solution.about),
        code: highlight::python(&solution.code.text),
    };
    let mistake = |mistake: &coding::Mistake| Mistake {
        name: mistake.name.clone(),
        fails: mistake.fails.clone(),
        about: block(&mistake.about),
    };
    let mut cases: Vec<_> = exercise
        .cases
        .iter()
        .map(|(_, case)| case.clone())
        .collect();
    cases.sort_by_key(|case| case.hidden);
    Exercise {
        starter: exercise.starter.text.clone(),
        setup: exercise.setup.clone(),
        cases,
        solutions: exercise.solutions.iter().map(solution).collect(),
        mistakes: exercise.mistakes.iter().map(mistake).collect(),
    }
}

pub(crate) fn check(check: &written::Check) -> Check {
    let stem = prose(&check.stem);
    match &check.item {
        Item::Single(item) => Check::Single(choice(stem, item)),
        Item::Multi(item) => Check::Multi(choice(stem, item)),
        Item::Output(item) => Check::Output(Output {
            stem,
            code: highlight::python(&item.program.code.text),
            printed: printed(&item.program),
            raises: item.program.raises.clone(),
            elsewhere: listing::elsewhere(&item.program),
            why: block(&item.why),
            tempting: item.tempting.iter().map(tempting).collect(),
        }),
        Item::Blank(item) => Check::Blank(blank(stem, item)),
        Item::Order(item) => Check::Order(order(stem, item)),
        Item::Bug(item) => Check::Bug(Bug {
            stem,
            lines: highlight::python_lines(&item.code.text),
            wrong: item
                .wrong
                .iter()
                .filter_map(|&line| line_id(line))
                .collect(),
            why: block(&item.why),
            fix: highlight::python(&item.fix.text),
        }),
    }
}

fn choice(stem: Html, item: &written::Choice) -> Choice {
    let option = |option: &written::ChoiceOption| ChoiceOption {
        text: inline(&option.text),
        right: option.right,
        why: block(&option.why),
    };
    Choice {
        stem,
        options: item.options.iter().map(option).collect(),
        fixed: item.fixed,
    }
}

fn blank(stem: Html, item: &written::Blank) -> Blank {
    let code = &item.program.code.text;
    let places = places(code);
    let gap = |gap: &written::Gap| Gap {
        accepted: gap.accepted.iter().map(|(_, text)| text.clone()).collect(),
        tempting: gap.tempting.iter().map(tempting).collect(),
    };
    Blank {
        stem,
        pieces: highlight::python_pieces(code, &places),
        places: places
            .iter()
            .filter_map(|&(_, gap)| u8::try_from(gap).ok())
            .collect(),
        printed: printed(&item.program),
        gaps: item.gaps.iter().map(gap).collect(),
        why: item.why.as_ref().map_or_else(Html::default, block),
    }
}

fn order(stem: Html, item: &written::Order) -> Order {
    let codes: Vec<&str> = item
        .lines
        .iter()
        .map(|line| line.code.trim_start())
        .collect();
    let htmls = highlight::python_lines(&codes.join("\n"));
    let line = |(line, code): (&written::OrderLine, Html)| OrderLine {
        code,
        indent: indent(&line.code),
        spare: line.spare.as_ref().map(inline),
    };
    Order {
        stem,
        lines: item.lines.iter().zip(htmls).map(line).collect(),
        why: item.why.as_ref().map_or_else(Html::default, block),
    }
}

fn indent(code: &str) -> u8 {
    u8::try_from(code.len() - code.trim_start().len()).unwrap_or(u8::MAX)
}

fn line_id(line: usize) -> Option<LineId> {
    let place = line.checked_sub(1)?;
    u8::try_from(place).ok().map(LineId)
}

fn tempting(wrong: &written::Tempting) -> Tempting {
    Tempting {
        text: wrong.text.clone(),
        why: block(&wrong.why),
    }
}

fn printed(program: &Program) -> String {
    program
        .printed
        .as_ref()
        .map_or_else(String::new, |code| code.text.clone())
}

fn prose(prose: &Prose) -> Html {
    let mut html = String::new();
    for part in &prose.parts {
        match part {
            Part::Text(text) => html.push_str(&block(text).0),
            Part::Shown(shown) => html.push_str(&listing::shown(shown)),
            Part::Program(program) => html.push_str(&listing::program(program)),
        }
    }
    Html(html)
}

fn block(text: &Text) -> Html {
    markdown::block(&text.markdown)
}

fn inline(text: &Text) -> Html {
    markdown::inline(&text.markdown)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::embedded::Bank;
    use std::path::Path;

    #[test]
    fn the_bank_opens_as_it_was_written() {
        let source = crate::compile::read(Path::new(env!("CARGO_MANIFEST_DIR")));
        let bytes = bytes(&source);
        let bank = Bank::open(&bytes.index, bytes.bodies.leak()).unwrap();
        let entries: Vec<Entry> = source.questions.iter().map(entry).collect();
        assert_eq!(bank.questions(), entries);
        assert_eq!(bank.topics(), source.topics);
        for question in &source.questions {
            assert_eq!(bank.body(&question.id), Ok(&body(question, &source)));
        }
    }
}
