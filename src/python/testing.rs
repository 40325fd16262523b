//! Judging an answer by cases, one program after the other. What the cases are there for is not known here.

use crate::python::outcome::{Ended, Judged};
use crate::python::{Busy, Job, Python, SECONDS, ended, wire};
use bank::exercise::Case;

impl Python {
    /// Judges an answer by cases, one after the other, as `cargo xtask bank verify` does. `told` hears
    /// in the end what became of each; after one that was cut, no further one is judged.
    pub fn test(
        self,
        answer: String,
        setup: String,
        cases: Vec<Case>,
        told: impl FnOnce(Vec<Ended<Judged>>) + 'static,
    ) -> Result<(), Busy> {
        self.judge(Test {
            answer,
            setup,
            cases,
            results: Vec::new(),
            told: Box::new(told),
        })
    }

    fn judge(self, mut test: Test) -> Result<(), Busy> {
        let Some(case) = test.cases.get(test.results.len()) else {
            (test.told)(test.results);
            return Ok(());
        };
        let seconds = case.seconds.map_or(SECONDS, u32::from);
        self.take_on(Job {
            task: wire::judge(&test.answer, &test.setup, case, seconds),
            seconds,
            told: Box::new(move |answer| {
                let ended = ended(answer, wire::judged);
                if let Ended::Cut(_) = ended {
                    test.cases.clear();
                }
                test.results.push(ended);
                // The one before has just ended, so there is room.
                let _ = self.judge(test);
            }),
        })
    }
}

/// Cases, and what became of the first of them.
struct Test {
    answer: String,
    setup: String,
    cases: Vec<Case>,
    results: Vec<Ended<Judged>>,
    told: Box<dyn FnOnce(Vec<Ended<Judged>>)>,
}
