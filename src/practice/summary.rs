//! The figures of a result page.

use crate::practice::session::Session;
use bank::answer::Verdict;

/// How a sitting went, by the first answer to each step; what was asked again stands apart.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Summary {
    /// Right answers.
    pub correct: usize,
    /// Partly right answers.
    pub partly: usize,
    /// Wrong answers, and code that could not run.
    pub wrong: usize,
    /// Of those that were not right, how many were right when they were asked again.
    pub mended: usize,
}

impl Summary {
    /// Counts the verdicts given so far.
    pub fn of(session: &Session) -> Summary {
        let mut summary = Summary::default();
        for (place, answered) in session.answered().iter().enumerate() {
            let is_again = place >= session.planned();
            match answered.verdict {
                Verdict::Correct if is_again => summary.mended += 1,
                Verdict::Partly | Verdict::Wrong | Verdict::CouldNotRun if is_again => {}
                Verdict::Correct => summary.correct += 1,
                Verdict::Partly => summary.partly += 1,
                Verdict::Wrong | Verdict::CouldNotRun => summary.wrong += 1,
            }
        }
        summary
    }

    /// Answers given, each step once.
    pub fn answered(self) -> usize {
        self.correct + self.partly + self.wrong
    }
}
