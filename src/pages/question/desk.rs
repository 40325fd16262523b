//! One visit to an exercise: what the person writes, what came of it, and what is noted of it.
//!
//! It runs code only when its methods are called, each for a press of a button or a key; it shows nothing.

use crate::browser;
use crate::components::tested::passes;
use crate::pages::question::attempt;
use crate::practice::attempt::{Attempt, Item};
use crate::practice::exercise::{Next, Trial, next, summary};
use crate::practice::time::Moment;
use crate::python::outcome::{Ended, Judged, Ran};
use crate::python::testing::Tested;
use crate::state::AppState;
use bank::answer::Verdict;
use bank::exercise::Exercise;
use bank::question::Entry;
use leptos::prelude::*;

/// One visit to an exercise. It is a handle: copies are the same visit.
#[derive(Clone, Copy)]
pub struct Desk {
    /// Whose Python it is, and where attempts are noted.
    pub state: AppState,
    entry: &'static Entry,
    /// What is to be solved.
    pub exercise: &'static Exercise,
    shown_at: Moment,
    /// What stands in the editor.
    pub code: RwSignal<String>,
    /// What stood there before the exercise was begun again.
    pub before: RwSignal<Option<String>>,
    /// The person's own calls.
    pub calls: RwSignal<String>,
    /// What the program reads.
    pub input: RwSignal<String>,
    /// Whether something was asked for that has not ended.
    pub busy: RwSignal<bool>,
    /// What came of the last thing that was asked for.
    pub came: RwSignal<Came>,
    /// How far the person has come.
    pub trial: RwSignal<Trial>,
}

/// What came of the last thing that was asked for.
#[derive(Clone, PartialEq, Debug)]
pub enum Came {
    /// Nothing was.
    Nothing,
    /// Something else uses Python.
    NoRoom,
    /// A program.
    Ran(Ended<Ran>),
    /// Of each case so far.
    Tested(Vec<Ended<Judged>>),
}

impl Desk {
    /// With what the person wrote before, or with what an exercise begins with.
    pub fn lay_out(
        state: AppState,
        entry: &'static Entry,
        exercise: &'static Exercise,
        shown_at: Moment,
    ) -> Desk {
        let code = state.draft(&entry.id);
        let code = code.unwrap_or_else(|| exercise.starter.clone());
        let first = exercise.cases.first().map(|case| case.call.clone());
        Desk {
            state,
            entry,
            exercise,
            shown_at,
            code: RwSignal::new(code),
            before: RwSignal::new(None),
            calls: RwSignal::new(first.unwrap_or_default()),
            input: RwSignal::new(String::new()),
            busy: RwSignal::new(false),
            came: RwSignal::new(Came::Nothing),
            trial: RwSignal::new(Trial::begin()),
        }
    }

    /// The answer is shown; for someone who has tried, this is giving up.
    pub fn see_answer(self) {
        self.decide(Trial::see);
    }

    /// The person has written this.
    pub fn write(self, code: String) {
        let id = &self.entry.id;
        let _ = if code == self.exercise.starter {
            self.state.forget_draft(id)
        } else {
            self.state.keep_draft(id, &code)
        };
        self.code.set(code);
    }

    /// Begins again, or takes that back.
    pub fn begin_again(self) {
        let now = self.code.get_untracked();
        match self.before.get_untracked() {
            Some(before) => {
                self.write(before);
                self.before.set(None);
            }
            None => {
                self.write(self.exercise.starter.clone());
                self.before.set(Some(now));
            }
        }
    }

    /// Runs the code and the person's calls.
    pub fn run(self) {
        if !self.begins() {
            return;
        }
        let (mut code, calls) = (self.code.get_untracked(), self.calls.get_untracked());
        if !calls.trim().is_empty() {
            // What the cases call may be defined there. It comes after the person's own lines, so that
            // errors name those by their numbers.
            code = [&code, "\n\n", &self.exercise.setup].concat();
        }
        let input = self.input.get_untracked();
        let told = move |ended: Ended<Ran>| {
            self.count(ended.has_run());
            self.came.set(Came::Ran(ended));
            self.ends();
        };
        let python = self.state.python;
        if python.run(&code, calls.trim(), &input, told).is_err() {
            self.finds_no_room();
        }
    }

    /// Judges the code by the cases.
    pub fn test(self) {
        if self.begins() {
            self.came.set(Came::Tested(Vec::new()));
            self.go_on(self.code.get_untracked());
        }
    }

    /// Whether there is nothing under way, so that this may be.
    fn begins(self) -> bool {
        let begins = !self.busy.get_untracked();
        if begins {
            self.busy.set(true);
        }
        begins
    }

    /// Counts a run or a test, if Python was there to do it.
    fn count(self, has_run: bool) {
        if has_run {
            self.trial.update(|trial| *trial = trial.run());
        }
    }

    fn finds_no_room(self) {
        self.came.set(Came::NoRoom);
        self.ends();
    }

    fn ends(self) {
        self.busy.set(false);
        browser::bring_into_view("[data-testid='outcome']");
    }

    /// Judges what is to be judged next, or says how the test has ended.
    fn go_on(self, code: String) {
        // The page may be gone by then, and this with it.
        let Some(Came::Tested(results)) = self.came.try_get_untracked() else {
            return;
        };
        match next(self.exercise, &marks(&results)) {
            Next::Judge(cases) => {
                let answer = code.clone();
                let told = move |news| match news {
                    Tested::Case(_, ended) => self.came.update(|came| came.add(ended)),
                    Tested::Over => self.go_on(code.clone()),
                };
                let (python, setup) = (self.state.python, self.exercise.setup.clone());
                if python.test(answer, setup, cases.to_vec(), told).is_err() {
                    self.finds_no_room();
                }
            }
            over @ (Next::Passed | Next::Failed) => {
                self.count(results.iter().any(Ended::has_run));
                if over == Next::Passed {
                    self.decide(Trial::pass);
                }
                self.ends();
            }
        }
    }

    /// Notes the attempt, if this decides the exercise.
    fn decide(self, how: fn(Trial) -> (Trial, Option<Verdict>)) {
        let (trial, verdict) = how(self.trial.get_untracked());
        self.trial.set(trial);
        if let Some(verdict) = verdict {
            let noted = attempt(
                self.entry,
                Item::Exercise,
                verdict,
                trial.help,
                self.shown_at,
            );
            let runs = trial.runs;
            let _ = self.state.record(Attempt { runs, ..noted });
        }
    }

    /// What came of it, in a sentence.
    pub fn said(self) -> String {
        self.came.with(|came| match came {
            Came::Nothing => String::new(),
            Came::NoRoom => NO_ROOM.to_owned(),
            Came::Ran(ended) => ended.sentence(),
            Came::Tested(results) => match results.last() {
                Some(Ended::Cut(cause)) => cause.sentence().to_owned(),
                Some(Ended::Answered(_)) | None => summary(self.exercise, &marks(results)),
            },
        })
    }
}

impl Came {
    fn add(&mut self, ended: Ended<Judged>) {
        if let Came::Tested(results) = self {
            results.push(ended);
        }
    }
}

fn marks(results: &[Ended<Judged>]) -> Vec<bool> {
    results.iter().map(passes).collect()
}

const NO_ROOM: &str = "Another program is running. Stop it first.";
