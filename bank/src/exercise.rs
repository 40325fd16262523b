//! The part of a coding question that runs: starter, cases, solutions, mistakes.
//!
//! It holds Python as plain text and runs nothing.

use crate::question::Html;
use serde::{Deserialize, Serialize};

/// What a person writes against, and what judges it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Exercise {
    /// What the editor starts with.
    #[serde(with = "crate::wire::text")]
    pub starter: String,
    /// Run before every case; may be empty.
    #[serde(with = "crate::wire::text")]
    pub setup: String,
    /// Visible cases first.
    pub cases: Vec<Case>,
    /// At least one; two where by-hand and library answers both make sense.
    pub solutions: Vec<Solution>,
    /// Plausible wrong solutions.
    pub mistakes: Vec<Mistake>,
}

/// One call and what it must give.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Case {
    /// A Python expression.
    #[serde(with = "crate::wire::text")]
    pub call: String,
    /// A Python expression; value and type must match.
    #[serde(with = "crate::wire::text")]
    pub want: String,
    /// The name of the case.
    #[serde(with = "crate::wire::text")]
    pub why: String,
    /// Shown only after the visible cases pass.
    pub hidden: bool,
    /// Time limit.
    pub seconds: Option<u8>,
}

/// A right answer.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Solution {
    /// Unique within the question.
    #[serde(with = "crate::wire::text")]
    pub name: String,
    /// Like `O(n)`.
    #[serde(with = "crate::wire::text")]
    pub time: String,
    /// Like `O(1)`.
    #[serde(with = "crate::wire::text")]
    pub space: String,
    /// Prose before the code; may be empty.
    pub about: Html,
    /// Highlighted.
    pub code: Html,
}

/// A plausible wrong solution.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Mistake {
    /// Unique within the question.
    #[serde(with = "crate::wire::text")]
    pub name: String,
    /// The `why` of the case that catches it.
    #[serde(with = "crate::wire::text")]
    pub fails: String,
    /// Feedback for a learner who fails the same way.
    pub about: Html,
}
