//! Every text of a question that becomes HTML, so that a rule for texts is applied to all of them.

use super::source::check::{Check, Item, Tempting};
use super::source::exercise::Exercise;
use super::source::{FollowUp, Part, Prose, Question, Text};

/// In no particular order.
pub(crate) fn all(question: &Question) -> Vec<&Text> {
    let mut texts = vec![&question.short_answer];
    for prose in [Some(&question.asked), question.clarify.as_ref()] {
        texts.extend(prose.into_iter().flat_map(of_prose));
    }
    for prose in [Some(&question.answer), question.code.as_ref()] {
        texts.extend(prose.into_iter().flat_map(of_prose));
    }
    texts.extend(&question.key_points);
    texts.extend(
        question
            .rubric
            .iter()
            .flat_map(|rubric| rubric.lines.iter().map(|(_, t)| t)),
    );
    texts.extend(question.exercise.iter().flat_map(of_exercise));
    texts.extend(question.checks.iter().flat_map(of_check));
    texts.extend(question.references.iter().map(|reference| &reference.title));
    texts.extend(question.follow_ups.iter().filter_map(|next| match next {
        FollowUp::Sentence(text) => Some(text),
        FollowUp::Question(..) => None,
    }));
    texts
}

/// The texts between the code blocks.
pub(crate) fn of_prose(prose: &Prose) -> impl Iterator<Item = &Text> {
    prose.parts.iter().filter_map(|part| match part {
        Part::Text(text) => Some(text),
        Part::Shown(_) | Part::Program(_) => None,
    })
}

fn of_exercise(exercise: &Exercise) -> Vec<&Text> {
    let solutions = exercise.solutions.iter().map(|solution| &solution.about);
    solutions
        .chain(exercise.mistakes.iter().map(|mistake| &mistake.about))
        .collect()
}

fn of_check(check: &Check) -> Vec<&Text> {
    let mut texts: Vec<&Text> = of_prose(&check.stem).collect();
    match &check.item {
        Item::Single(choice) | Item::Multi(choice) => {
            for option in &choice.options {
                texts.extend([&option.text, &option.why]);
            }
        }
        Item::Output(output) => {
            texts.push(&output.why);
            texts.extend(output.tempting.iter().map(why));
        }
        Item::Blank(blank) => {
            texts.extend(&blank.why);
            texts.extend(blank.gaps.iter().flat_map(|gap| &gap.tempting).map(why));
        }
        Item::Order(order) => {
            texts.extend(&order.why);
            texts.extend(order.lines.iter().filter_map(|line| line.spare.as_ref()));
        }
        Item::Bug(bug) => texts.push(&bug.why),
    }
    texts
}

fn why(tempting: &Tempting) -> &Text {
    &tempting.why
}
