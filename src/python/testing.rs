//! Judging an answer by cases, one program after the other. What the cases are there for is not known here.

use crate::python::outcome::{Ended, Judged};
use crate::python::{Busy, Job, Python, SECONDS, ended, wire};
use bank::exercise::Case;
use std::rc::Rc;

impl Python {
    /// Judges an answer by cases, one after the other, as `cargo xtask bank verify` does. `shown` hears
    /// what became of those so far, as long as there are more, and `told` in the end of all; after one
    /// that was cut, no further one is judged.
    pub fn test(
        self,
        answer: String,
        setup: String,
        cases: Vec<Case>,
        shown: impl Fn(&[Ended<Judged>]) + 'static,
        told: impl FnOnce(Vec<Ended<Judged>>) + 'static,
    ) -> Result<(), Busy> {
        self.judge(Test {
            answer,
            setup,
            cases,
            results: Vec::new(),
            shown: Rc::new(shown),
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
                let so_far = (test.results.len() < test.cases.len())
                    .then(|| (Rc::clone(&test.shown), test.results.clone()));
                // The one before has just ended, so there is room. It need not wait until this is shown.
                let _ = self.judge(test);
                if let Some((shown, results)) = so_far {
                    shown(&results);
                }
            }),
        })
    }
}

/// Hears what became of the cases so far.
type Shown = Rc<dyn Fn(&[Ended<Judged>])>;

/// Cases, and what became of the first of them.
struct Test {
    answer: String,
    setup: String,
    cases: Vec<Case>,
    results: Vec<Ended<Judged>>,
    shown: Shown,
    told: Box<dyn FnOnce(Vec<Ended<Judged>>)>,
}
