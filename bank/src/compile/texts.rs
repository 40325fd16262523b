//! Every text of a question that becomes HTML, so that a rule for texts is applied to all of them.

use super::source::check::{Check, Item, Tempting};
use super::source::exercise::Exercise;
use super::source::{FollowUp, Part, Prose, Question, Text};

/// Where a text stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Place {
    /// By itself: it may have paragraphs and lists.
    Block,
    /// Inside a line, such as an option.
    Line,
}

/// A text and where it stands.
pub(crate) type Placed<'q> = (Place, &'q Text);

/// All texts of a question, in no particular order.
pub(crate) fn all(question: &Question) -> Vec<Placed<'_>> {
    let prose = [
        Some(&question.asked),
        question.clarify.as_ref(),
        Some(&question.answer),
        question.code.as_ref(),
    ];
    let rubric = question.rubric.iter().flat_map(|rubric| &rubric.lines);
    let mut texts = vec![block(&question.short_answer)];
    texts.extend(prose.into_iter().flatten().flat_map(of_prose).map(block));
    texts.extend(question.key_points.iter().map(line));
    texts.extend(rubric.map(|(_, text)| line(text)));
    texts.extend(question.exercise.iter().flat_map(of_exercise));
    texts.extend(question.checks.iter().flat_map(of_check));
    texts.extend(question.references.iter().map(|page| line(&page.title)));
    for next in &question.follow_ups {
        if let FollowUp::Sentence(text) = next {
            texts.push(line(text));
        }
    }
    texts
}

/// The texts between the code blocks.
pub(crate) fn of_prose(prose: &Prose) -> impl Iterator<Item = &Text> {
    prose.parts.iter().filter_map(|part| match part {
        Part::Text(text) => Some(text),
        Part::Shown(_) | Part::Program(_) => None,
    })
}

fn of_exercise(exercise: &Exercise) -> Vec<Placed<'_>> {
    let solutions = exercise.solutions.iter().map(|solution| &solution.about);
    let mistakes = exercise.mistakes.iter().map(|mistake| &mistake.about);
    solutions.chain(mistakes).map(block).collect()
}

fn of_check(check: &Check) -> Vec<Placed<'_>> {
    let mut texts: Vec<Placed<'_>> = of_prose(&check.stem).map(block).collect();
    match &check.item {
        Item::Single(choice) | Item::Multi(choice) => {
            for option in &choice.options {
                texts.extend([line(&option.text), block(&option.why)]);
            }
        }
        Item::Output(output) => {
            texts.push(block(&output.why));
            texts.extend(output.tempting.iter().map(why));
        }
        Item::Blank(blank) => {
            texts.extend(blank.why.as_ref().map(block));
            texts.extend(blank.gaps.iter().flat_map(|gap| &gap.tempting).map(why));
        }
        Item::Order(order) => {
            texts.extend(order.why.as_ref().map(block));
            texts.extend(
                order
                    .lines
                    .iter()
                    .filter_map(|l| l.spare.as_ref())
                    .map(line),
            );
        }
        Item::Bug(bug) => texts.push(block(&bug.why)),
    }
    texts
}

fn why(tempting: &Tempting) -> Placed<'_> {
    block(&tempting.why)
}

fn block(text: &Text) -> Placed<'_> {
    (Place::Block, text)
}

fn line(text: &Text) -> Placed<'_> {
    (Place::Line, text)
}
