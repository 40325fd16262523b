//! Judging an answer by cases, one program after the other. What the cases are there for is not known here.

use crate::python::outcome::{Ended, Judged};
use crate::python::{Busy, Job, Python, SECONDS, ended, wire};
use bank::exercise::Case;
use std::collections::VecDeque;

/// News of a test, in this order: each case, then the end.
#[derive(Clone, PartialEq, Debug)]
pub enum Tested {
    /// What became of the case at a place, from 0.
    Case(usize, Ended<Judged>),
    /// All that were to be judged are. After a case that was cut, no further one is.
    Over,
}

impl Python {
    /// Judges an answer by cases, one after the other, as `cargo xtask bank verify` does. `told` hears of
    /// each, and of the end.
    pub fn test(
        self,
        answer: String,
        setup: String,
        cases: Vec<Case>,
        told: impl Fn(Tested) + 'static,
    ) -> Result<(), Busy> {
        let cases: VecDeque<_> = cases.into_iter().enumerate().collect();
        self.judge(Test {
            answer,
            setup,
            cases,
            told: Box::new(told),
        })
    }

    fn judge(self, mut test: Test) -> Result<(), Busy> {
        let Some((place, case)) = test.cases.pop_front() else {
            (test.told)(Tested::Over);
            return Ok(());
        };
        let seconds = case.seconds.map_or(SECONDS, u32::from);
        self.take_on(Job {
            task: wire::judge(&test.answer, &test.setup, &case, seconds),
            seconds,
            told: Box::new(move |answer| {
                let ended = ended(answer, wire::judged);
                if let Ended::Cut(_) = ended {
                    test.cases.clear();
                }
                (test.told)(Tested::Case(place, ended));
                // The one before has just ended, so there is room.
                let _ = self.judge(test);
            }),
        })
    }
}

/// Cases that are still to be judged.
struct Test {
    answer: String,
    setup: String,
    cases: VecDeque<(usize, Case)>,
    told: Box<dyn Fn(Tested)>,
}
