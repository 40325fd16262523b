//! Events as a history holds them: small, and of one size.

use crate::practice::attempt::Help;
use crate::practice::history::subject::SubjectId;
use crate::practice::time::Moment;
use bank::answer::Verdict;

/// An attempt, by the id of what it is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Row {
    /// When the answer was given.
    pub at: Moment,
    /// What was answered.
    pub subject: SubjectId,
    /// What was said of it, and whether help was taken.
    pub said: Said,
    /// From showing the item to the answer.
    pub seconds: u32,
    /// How often the program was run or tested.
    pub runs: u16,
}

/// That the attempts at one thing at one moment were taken back. Nobody answers one item twice in a
/// millisecond.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Undo {
    /// When the answer was given.
    pub at: Moment,
    /// What was answered.
    pub subject: SubjectId,
}

/// A verdict and whether help was taken, in three bits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Said(u8);

impl Undo {
    /// Takes an attempt back.
    pub(crate) fn of(row: &Row) -> Undo {
        Undo {
            at: row.at,
            subject: row.subject,
        }
    }

    /// Whether it is this one that was taken back.
    pub(crate) fn is_of(self, row: &Row) -> bool {
        self == Undo::of(row)
    }
}

impl Said {
    /// The two in one.
    pub fn new(verdict: Verdict, help: Help) -> Said {
        let verdict = match verdict {
            Verdict::Correct => 0,
            Verdict::Partly => 1,
            Verdict::Wrong => 2,
            Verdict::CouldNotRun => 3,
        };
        let help = match help {
            Help::None => 0,
            Help::Hint => 4,
        };
        Said(verdict | help)
    }

    /// From three bits; the others are ignored.
    pub fn of_bits(bits: u8) -> Said {
        Said(bits & 7)
    }

    /// Three bits.
    pub fn bits(self) -> u8 {
        self.0
    }

    /// What was said.
    pub fn verdict(self) -> Verdict {
        match self.0 & 3 {
            0 => Verdict::Correct,
            1 => Verdict::Partly,
            2 => Verdict::Wrong,
            _ => Verdict::CouldNotRun,
        }
    }

    /// Whether help was taken.
    pub fn help(self) -> Help {
        match self.0 & 4 {
            0 => Help::None,
            _ => Help::Hint,
        }
    }
}
