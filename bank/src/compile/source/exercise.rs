//! The part of a coding question that runs, as its author wrote it, wrong solutions included.

use super::Text;
use super::program::Code;
use crate::exercise::Case;

/// The part of a coding question that runs.
#[derive(Clone, PartialEq, Debug)]
pub struct Exercise {
    /// What the editor starts with.
    pub starter: Code,
    /// Run before every case; may be empty.
    pub setup: String,
    /// In the order of the file; the line of each `[[case]]`.
    pub cases: Vec<(usize, Case)>,
    /// Right answers.
    pub solutions: Vec<Solution>,
    /// Wrong answers, each with the case that catches it.
    pub mistakes: Vec<Mistake>,
}

/// A right answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Solution {
    /// Of the heading.
    pub line: usize,
    /// Unique within the question.
    pub name: String,
    /// Like `O(n)`.
    pub time: String,
    /// Like `O(1)`.
    pub space: String,
    /// Prose before the code; may be empty.
    pub about: Text,
    /// What runs.
    pub code: Code,
}

/// A plausible wrong answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mistake {
    /// Of the heading.
    pub line: usize,
    /// Unique within the question.
    pub name: String,
    /// The `why` of the case that must catch it.
    pub fails: String,
    /// Feedback for a learner who fails the same way.
    pub about: Text,
    /// What runs.
    pub code: Code,
}
