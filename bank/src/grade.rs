//! Grading: one function for the app and for the compiler, so that a key that is wrong cannot ship.

use crate::answer::{Answer, Verdict};
use crate::check::Check;

/// What is said of one answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Grade {
    /// The verdict.
    pub verdict: Verdict,
    /// The wrong answers that the bank has feedback for and that were given: for an output the place
    /// in `tempting`; for a blank the gap and the place in its `tempting`.
    pub recognised: Vec<Recognised>,
}

/// A known wrong answer that the person gave.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Recognised {
    /// `Output::tempting[_]`.
    Output(usize),
    /// `Blank::gaps[gap].tempting[place]`.
    Blank {
        /// Which gap.
        gap: usize,
        /// Which wrong filling.
        place: usize,
    },
}

/// Grades an answer. An answer of another kind than the check is wrong.
pub fn grade(check: &Check, answer: &Answer) -> Grade {
    let _ = (check, answer);
    Grade {
        verdict: Verdict::Wrong,
        recognised: Vec::new(),
    }
}
