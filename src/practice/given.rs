//! An answer that was given to a check, and what was said of it.

use crate::practice::attempt::Help;
use bank::answer::{Answer, Verdict};
use bank::check::Check;
use bank::grade::{Grade, grade};

/// An answer with its grade.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Given {
    /// What the person answered.
    pub answer: Answer,
    /// What was said of it.
    pub grade: Grade,
    /// Whether help was taken first.
    pub help: Help,
}

impl Given {
    /// Grades an answer.
    pub fn to(check: &Check, answer: Answer, help: Help) -> Given {
        Given {
            grade: grade(check, &answer),
            answer,
            help,
        }
    }

    /// The verdict.
    pub fn verdict(&self) -> Verdict {
        self.grade.verdict
    }
}
