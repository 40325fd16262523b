//! One question file: front matter, then sections in the order that its kind has.

use super::arrange::{Slot, arrange};
use super::front::{self, Front};
use super::lines::{self, Section};
use super::problem::Problems;
use super::source::{FollowUp, Part, Prose, Question, Reference, Text};
use super::{check, exercise, markdown, prose, rubric};
use crate::name::QuestionId;
use crate::question::Kind;
use std::fmt;

/// Reads a question file: its front matter, and the question if no part is missing without which it
/// is none.
pub(crate) fn parse(path: &str, text: &str, problems: &mut Problems) -> (Front, Option<Question>) {
    let all = lines::lines(text);
    lines::judge(&all, problems);
    let (front, after) = front::parse(&all, problems);
    let (stray, sections) = lines::sections(after, problems);
    if let Some(line) = stray.iter().find(|line| !line.text.trim().is_empty()) {
        problems.error(
            line.number,
            "text stands before the first section",
            "move it under a heading, `## Question` is the first",
        );
    }
    let kind = front.kind.as_ref().map(|kind| kind.value);
    let parts = Parts::parse(kind, sections, problems);
    let question = parts.into_question(path, front.clone());
    (front, question)
}

/// The headings of a file, in the order that all kinds share.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Heading {
    Question,
    Clarify,
    Starter,
    Answer,
    Rubric,
    KeyPoints,
    Code,
    Solution,
    Tests,
    Mistake,
    Check,
    FollowUps,
    References,
}

impl Heading {
    const ALL: [Heading; 13] = [
        Heading::Question,
        Heading::Clarify,
        Heading::Starter,
        Heading::Answer,
        Heading::Rubric,
        Heading::KeyPoints,
        Heading::Code,
        Heading::Solution,
        Heading::Tests,
        Heading::Mistake,
        Heading::Check,
        Heading::FollowUps,
        Heading::References,
    ];

    fn words(self) -> &'static str {
        match self {
            Heading::Question => "Question",
            Heading::Clarify => "Clarify",
            Heading::Starter => "Starter",
            Heading::Answer => "Answer",
            Heading::Rubric => "Rubric",
            Heading::KeyPoints => "Key points",
            Heading::Code => "Code",
            Heading::Solution => "Solution",
            Heading::Tests => "Tests",
            Heading::Mistake => "Mistake",
            Heading::Check => "Check",
            Heading::FollowUps => "Follow-ups",
            Heading::References => "References",
        }
    }

    /// The heading, and the words after it that name the section.
    fn parse(text: &str) -> Option<(Heading, &str)> {
        let named = [Heading::Solution, Heading::Mistake, Heading::Check];
        Heading::ALL.into_iter().find_map(|heading| {
            let rest = text.strip_prefix(heading.words())?;
            let fits = match named.contains(&heading) {
                true => rest.is_empty() || rest.starts_with(' '),
                false => rest.is_empty(),
            };
            fits.then(|| (heading, rest.trim()))
        })
    }

    fn slot(self, kind: Option<Kind>) -> Option<Slot<Heading>> {
        use Heading::*;
        let Some(kind) = kind else {
            return Some(Slot::any(self));
        };
        match (self, kind) {
            (Question | Answer | KeyPoints | References, _) => Some(Slot::one(self)),
            (Check, _) => Some(Slot::many(self)),
            (FollowUps, _) | (Code, Kind::Concept | Kind::Design) => Some(Slot::optional(self)),
            (Clarify | Rubric, Kind::Design) => Some(Slot::one(self)),
            (Starter | Tests, Kind::Coding) => Some(Slot::one(self)),
            (Solution | Mistake, Kind::Coding) => Some(Slot::many(self)),
            (Clarify | Rubric, Kind::Concept | Kind::Coding)
            | (Starter | Tests | Solution | Mistake, Kind::Concept | Kind::Design)
            | (Code, Kind::Coding) => None,
        }
    }
}

impl fmt::Display for Heading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`## {}`", self.words())
    }
}

/// What the sections say. `None` where there is none, or where there was a problem.
struct Parts {
    asked: Option<Prose>,
    clarify: Option<Prose>,
    answer: Option<(Text, Prose)>,
    rubric: Option<super::source::Rubric>,
    key_points: Vec<Text>,
    code: Option<Prose>,
    exercise: Option<super::source::exercise::Exercise>,
    checks: Vec<super::source::check::Check>,
    follow_ups: Vec<FollowUp>,
    references: Vec<Reference>,
}

impl Parts {
    fn parse(kind: Option<Kind>, sections: Vec<Section<'_>>, problems: &mut Problems) -> Parts {
        let mut pieces = Vec::new();
        for section in sections {
            match Heading::parse(section.heading) {
                Some((heading, name)) => {
                    pieces.push((heading, section.line, (name.to_owned(), section)));
                }
                None => unknown_heading(&section, problems),
            }
        }
        let slots: Vec<_> = Heading::ALL.iter().filter_map(|h| h.slot(kind)).collect();
        let whole = match kind {
            Some(kind) => format!("a {} question", kind.name()),
            None => "this file".to_owned(),
        };
        let arranged = arrange(pieces, &slots, &whole, 1, problems);
        let mut filled: Vec<_> = slots.iter().map(|slot| slot.sort).zip(arranged).collect();
        let mut take = |heading: Heading| {
            let found = filled.iter_mut().find(|(sort, _)| *sort == heading);
            found.map_or_else(Vec::new, |(_, sections)| std::mem::take(sections))
        };
        let one = |mut sections: Vec<(String, Section<'_>)>, problems: &mut Problems| {
            sections
                .pop()
                .and_then(|(_, s)| prose::section(&s, problems))
        };
        Parts {
            asked: one(take(Heading::Question), problems),
            clarify: one(take(Heading::Clarify), problems),
            answer: take(Heading::Answer)
                .pop()
                .and_then(|(_, s)| answer(&s, problems)),
            rubric: take(Heading::Rubric)
                .pop()
                .and_then(|(_, s)| rubric::parse(&s, problems)),
            key_points: take(Heading::KeyPoints)
                .pop()
                .map_or_else(Vec::new, |(_, s)| key_points(&s, problems)),
            code: one(take(Heading::Code), problems),
            exercise: exercise::parse(
                take(Heading::Starter).pop().map(|(_, s)| s),
                take(Heading::Tests).pop().map(|(_, s)| s),
                take(Heading::Solution),
                take(Heading::Mistake),
                problems,
            ),
            checks: check::parse_all(take(Heading::Check), problems),
            follow_ups: take(Heading::FollowUps)
                .pop()
                .map_or_else(Vec::new, |(_, s)| follow_ups(&s, problems)),
            references: take(Heading::References)
                .pop()
                .map_or_else(Vec::new, |(_, s)| references(&s, problems)),
        }
    }

    fn into_question(self, path: &str, front: Front) -> Option<Question> {
        let (short_answer, answer) = self.answer?;
        Some(Question {
            path: path.to_owned(),
            id: front.id?.value,
            rev: front.rev?.value,
            title: front.title?.value,
            kind: front.kind?.value,
            topic: front.topic?.value,
            level: front.level?.value,
            minutes: front.minutes?.value,
            python: front.python?.value,
            tags: front.tags?.value,
            covers: front.covers?.value,
            asked: self.asked?,
            clarify: self.clarify,
            short_answer,
            answer,
            key_points: self.key_points,
            rubric: self.rubric,
            code: self.code,
            exercise: self.exercise,
            checks: self.checks,
            follow_ups: self.follow_ups,
            references: self.references,
        })
    }
}

fn unknown_heading(section: &Section<'_>, problems: &mut Problems) {
    let known: Vec<&str> = Heading::ALL.iter().map(|heading| heading.words()).collect();
    problems.error(
        section.line,
        format!("`## {}` is not a section of the format", section.heading),
        format!("use one of {}", known.join(", ")),
    );
}

/// The first paragraph, and the rest.
fn answer(section: &Section<'_>, problems: &mut Problems) -> Option<(Text, Prose)> {
    let mut prose = prose::section(section, problems)?;
    let Some(Part::Text(first)) = prose
        .parts
        .first_mut()
        .filter(|part| matches!(part, Part::Text(text) if markdown::is_paragraph(&text.markdown)))
    else {
        problems.error(
            section.line,
            "the answer does not begin with a paragraph",
            "begin with the short answer; it is shown first and stands alone",
        );
        return None;
    };
    let (short, rest) = first
        .markdown
        .split_once("\n\n")
        .map_or((first.markdown.as_str(), ""), |(short, rest)| (short, rest));
    let short = Text {
        line: first.line,
        markdown: short.to_owned(),
    };
    let blank_lines = rest.len() - rest.trim_start_matches('\n').len();
    let rest = Text {
        line: short.line + short.markdown.lines().count() + 1 + blank_lines,
        markdown: rest.trim_start_matches('\n').to_owned(),
    };
    if rest.markdown.is_empty() {
        prose.parts.remove(0);
    } else {
        *first = rest;
    }
    Some((short, prose))
}

fn key_points(section: &Section<'_>, problems: &mut Problems) -> Vec<Text> {
    let items = prose::only_list(section, problems);
    for item in &items {
        item.unexplained("key point", problems);
    }
    items.into_iter().map(|item| item.text).collect()
}

fn follow_ups(section: &Section<'_>, problems: &mut Problems) -> Vec<FollowUp> {
    let items = prose::only_list(section, problems);
    let mut follow_ups = Vec::new();
    for item in items {
        item.unexplained("follow-up", problems);
        follow_ups.push(match QuestionId::parse(&item.text.markdown) {
            Ok(id) => FollowUp::Question(item.line(), id),
            Err(_) => FollowUp::Sentence(item.text),
        });
    }
    follow_ups
}

fn references(section: &Section<'_>, problems: &mut Problems) -> Vec<Reference> {
    let items = prose::only_list(section, problems);
    let mut references = Vec::new();
    for item in items {
        item.unexplained("reference", problems);
        match link(&item.text.markdown) {
            Some((title, url)) => references.push(Reference {
                title: Text {
                    line: item.line(),
                    markdown: title.to_owned(),
                },
                url: url.to_owned(),
            }),
            None => problems.error(
                item.line(),
                "this reference is not one link",
                "write it as `- [what the page is called](https://...)`",
            ),
        }
    }
    references
}

/// The parts of `[title](address)`.
fn link(markdown: &str) -> Option<(&str, &str)> {
    let inner = markdown.strip_prefix('[')?.strip_suffix(')')?;
    let (title, url) = inner.rsplit_once("](")?;
    let is_address =
        !url.is_empty() && !url.contains(|c: char| c.is_whitespace() || "<>\"".contains(c));
    (is_address && !title.trim().is_empty()).then_some((title, url))
}
