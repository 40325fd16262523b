//! What a person gives to a check, and what is said of it.

use crate::check::{LineId, OptionId};

/// An answer to one check.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Answer {
    /// The one option chosen.
    Single(OptionId),
    /// The options chosen, in any order.
    Multi(Vec<OptionId>),
    /// What the person expects to be printed.
    Output(String),
    /// One filling for each gap, `A` first.
    Blank(Vec<String>),
    /// The lines used, in the order given.
    Order(Vec<LineId>),
    /// The line pointed at.
    Bug(LineId),
}

/// What is said of an answer.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Verdict {
    /// All of it is right.
    Correct,
    /// Some of it is right; see the grading of each kind.
    Partly,
    /// Not right.
    Wrong,
    /// The code did not run, so nothing can be said.
    CouldNotRun,
}
