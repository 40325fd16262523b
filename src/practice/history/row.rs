//! Events as a history holds them: small, and of one size.

use crate::practice::attempt::{Confidence, Help};
use crate::practice::history::subject::SubjectId;
use crate::practice::slip::Slip;
use crate::practice::time::Moment;
use bank::answer::Verdict;

/// An attempt, by the id of what it is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Row {
    /// When the answer was given.
    pub at: Moment,
    /// What was answered.
    pub subject: SubjectId,
    /// What was said of it, whether help was taken, and how sure the person was.
    pub said: Said,
    /// Which wrong answer it was, if it is one that the bank knows.
    pub slip: Option<Slip>,
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

/// A verdict, whether help was taken and how sure the person was, in five bits.
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
    /// The three in one.
    pub fn new(verdict: Verdict, help: Help, confidence: Option<Confidence>) -> Said {
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
        let confidence = match confidence {
            None => 0,
            Some(Confidence::Guess) => 8,
            Some(Confidence::ThinkSo) => 16,
            Some(Confidence::Sure) => 24,
        };
        Said(verdict | help | confidence)
    }

    /// From five bits; the others are ignored.
    pub fn of_bits(bits: u8) -> Said {
        Said(bits & 31)
    }

    /// Five bits: the verdict in two, the help in one, and the confidence in two.
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

    /// How sure the person was.
    pub fn confidence(self) -> Option<Confidence> {
        match self.0 >> 3 {
            0 => None,
            1 => Some(Confidence::Guess),
            2 => Some(Confidence::ThinkSo),
            _ => Some(Confidence::Sure),
        }
    }
}
