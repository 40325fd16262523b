//! The figures of a result page.

use crate::practice::session::Session;
use bank::answer::Verdict;

/// How a sitting went.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Summary {
    /// Right answers.
    pub correct: usize,
    /// Partly right answers.
    pub partly: usize,
    /// Wrong answers, and code that could not run.
    pub wrong: usize,
}

impl Summary {
    /// Counts the verdicts given so far.
    pub fn of(session: &Session) -> Summary {
        session
            .verdicts()
            .iter()
            .fold(Summary::default(), |mut summary, verdict| {
                match verdict {
                    Verdict::Correct => summary.correct += 1,
                    Verdict::Partly => summary.partly += 1,
                    Verdict::Wrong | Verdict::CouldNotRun => summary.wrong += 1,
                }
                summary
            })
    }

    /// Answers given.
    pub fn answered(self) -> usize {
        self.correct + self.partly + self.wrong
    }
}
