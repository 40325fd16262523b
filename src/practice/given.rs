//! An answer that was given to a check, and what was said of it.

use crate::practice::attempt::{Confidence, Help};
use crate::practice::slip::Slip;
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
    /// How sure the person was of it, where they said so.
    pub confidence: Option<Confidence>,
    /// Which wrong answer it is, if it is one that the bank knows.
    pub slip: Option<Slip>,
}

impl Given {
    /// Grades an answer of which nobody said how sure they were.
    pub fn to(check: &Check, answer: Answer, help: Help) -> Given {
        let grade = grade(check, &answer);
        Given {
            slip: Slip::of(check, &answer, &grade),
            grade,
            answer,
            help,
            confidence: None,
        }
    }

    /// The verdict.
    pub fn verdict(&self) -> Verdict {
        self.grade.verdict
    }
}
