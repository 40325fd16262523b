//! The rules of the text: what a question must keep to besides its form.
//!
//! Errors are rules without exception. Warnings are signs that an author weighs. Nothing here judges
//! whether a statement is true; that is for verification and for readers.

pub(crate) mod choices;
mod code;
mod counts;
mod explanations;
mod grading;
mod prose;
mod references;
pub(crate) mod stems;
pub(crate) mod words;

use super::problem::Problems;
use super::source::Question;
use super::source::check::Item;
use super::{markdown, texts};
use crate::question::Kind;

/// Judges one question, whatever could be read of it.
pub(crate) fn question(question: &Question, problems: &mut Problems) {
    prose::judge(question, problems);
    code::judge(question, problems);
    references::judge(question, problems);
    for (place, text) in texts::all(question) {
        markdown::judge(place, text, problems);
    }
    for check in &question.checks {
        if let Item::Single(choice) | Item::Multi(choice) = &check.item {
            choices::judge(check, choice, problems);
        }
        stems::judge(question, check, problems);
        explanations::judge(check, problems);
        grading::judge(check, problems);
    }
}

/// Judges how many parts a question has: only if none was lost in reading.
pub(crate) fn counts(question: &Question, problems: &mut Problems) {
    counts::key_points(question, problems);
    if let Some(rubric) = &question.rubric {
        counts::rubric(rubric, problems);
    }
    if let Some(exercise) = &question.exercise {
        counts::exercise(exercise, problems);
    }
    if question.kind == Kind::Concept {
        counts::kinds(question, problems);
    }
}
