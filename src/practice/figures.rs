//! Figures: what a person is told about their practice, each worked out in one pass over the history.
//!
//! None is kept: all of them follow from the attempts. None is guessed either: what the attempts do not
//! say is not shown.

pub mod accuracy;
pub mod activity;
pub mod knowledge;
pub mod streak;
pub mod stumbles;
#[cfg(test)]
mod tests;

use bank::answer::Verdict;

/// How many of some answers were right.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Share {
    /// All of it right.
    pub right: u32,
    /// All that something could be said of.
    pub of: u32,
}

impl Share {
    /// In whole percent, 0 of nothing.
    pub fn percent(self) -> u32 {
        match self.of {
            0 => 0,
            of => (u64::from(self.right) * 200 / u64::from(of)).div_ceil(2) as u32,
        }
    }

    /// Counts one answer. Of a program that could not run nothing can be said.
    fn count(&mut self, verdict: Verdict) {
        match verdict {
            Verdict::Correct => {
                self.right += 1;
                self.of += 1;
            }
            Verdict::Partly | Verdict::Wrong => self.of += 1,
            Verdict::CouldNotRun => {}
        }
    }
}
