//! The part of a coding question that runs: starter, cases, solutions, mistakes.
//!
//! It holds Python as plain text and runs nothing.

use crate::question::Html;
use crate::wire::field::{Block, List, Plain, Program, Source};
use crate::wire::wire;

/// What a person writes against, and what judges it.
#[derive(Clone, PartialEq, Debug)]
pub struct Exercise {
    /// What the editor starts with.
    pub starter: String,
    /// Run before every case; may be empty.
    pub setup: String,
    /// Visible cases first.
    pub cases: Vec<Case>,
    /// At least one; two where by-hand and library answers both make sense.
    pub solutions: Vec<Solution>,
    /// Plausible wrong solutions.
    pub mistakes: Vec<Mistake>,
}

/// One call and what it must give.
#[derive(Clone, PartialEq, Debug)]
pub struct Case {
    /// A Python expression.
    pub call: String,
    /// A Python expression; value and type must match.
    pub want: String,
    /// The name of the case.
    pub why: String,
    /// Shown only after the visible cases pass.
    pub hidden: bool,
    /// Time limit.
    pub seconds: Option<u8>,
}

/// A right answer.
#[derive(Clone, PartialEq, Debug)]
pub struct Solution {
    /// Unique within the question.
    pub name: String,
    /// Like `O(n)`.
    pub time: String,
    /// Like `O(1)`.
    pub space: String,
    /// Prose before the code; may be empty.
    pub about: Html,
    /// Highlighted.
    pub code: Html,
}

/// A plausible wrong solution.
#[derive(Clone, PartialEq, Debug)]
pub struct Mistake {
    /// Unique within the question.
    pub name: String,
    /// The `why` of the case that catches it.
    pub fails: String,
    /// Feedback for a learner who fails the same way.
    pub about: Html,
}

wire!(
    struct Exercise {
        starter: Source,
        setup: Source,
        cases: List<Case>,
        solutions: List<Solution>,
        mistakes: List<Mistake>,
    }
);
wire!(
    struct Case {
        call: Source,
        want: Source,
        why: Plain,
        hidden: bool,
        seconds: Option<u8>,
    }
);
wire!(
    struct Solution {
        name: Plain,
        time: Plain,
        space: Plain,
        about: Block,
        code: Program,
    }
);
wire!(
    struct Mistake {
        name: Plain,
        fails: Plain,
        about: Block,
    }
);
