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
use crate::state::AppState;
use crate::storage::draft::{Draft, Other};
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
    draft: StoredValue<Draft>,
    /// What stands in the editor.
    pub code: RwSignal<String>,
    /// What stood there before the exercise was begun again; empty when it was not.
    pub before: RwSignal<String>,
    /// The person's own calls.
    pub calls: RwSignal<String>,
    /// What the program reads.
    pub input: RwSignal<String>,
    /// Whether something was asked for that has not ended.
    pub busy: RwSignal<bool>,
    /// The same in a sentence, once it has ended.
    pub said: RwSignal<String>,
    /// What came of it, and how far the person has come.
    pub visit: RwSignal<Visit>,
    /// What helps follows these three, and must not be drawn anew by every case of a test.
    pub hinted: RwSignal<bool>,
    /// Seeing the answer now would be giving up.
    pub tried: RwSignal<bool>,
    /// All cases have passed by the person's own means.
    pub passed: RwSignal<bool>,
}

/// What has happened so far.
#[derive(Clone, Debug)]
pub struct Visit {
    /// What came of the last thing that was asked for.
    pub came: Came,
    trial: Trial,
}

/// What came of the last thing that was asked for.
#[derive(Clone, Debug)]
pub enum Came {
    /// Nothing that could be shown.
    Nothing,
    /// A program.
    Ran(Ended<Ran>),
    /// Cases, in order.
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
        let draft = state.draft(&entry.id);
        let code = draft.text().unwrap_or(&exercise.starter).to_owned();
        let first = exercise.cases.first().map(|case| case.call.clone());
        Desk {
            state,
            entry,
            exercise,
            shown_at,
            draft: StoredValue::new(draft),
            code: RwSignal::new(code),
            before: RwSignal::new(String::new()),
            calls: RwSignal::new(first.unwrap_or_default()),
            input: RwSignal::new(String::new()),
            busy: RwSignal::new(false),
            said: RwSignal::new(String::new()),
            visit: RwSignal::new(Visit {
                came: Came::Nothing,
                trial: Trial::begin(),
            }),
            hinted: RwSignal::new(false),
            tried: RwSignal::new(false),
            passed: RwSignal::new(false),
        }
    }

    /// The answer is shown; for someone who has tried, this is giving up.
    pub fn see_answer(self) {
        let mut visit = self.visit.get_untracked();
        self.decide(&mut visit, Trial::see);
        self.visit.set(visit);
    }

    /// The idea is shown.
    pub fn see_idea(self) {
        let mut visit = self.visit.get_untracked();
        visit.trial = visit.trial.hint();
        self.visit.set(visit);
        self.hinted.set(true);
    }

    /// The person has written this.
    pub fn write(self, code: String) {
        let kept = Some(code.as_str()).filter(|code| *code != self.exercise.starter);
        self.draft.update_value(|draft| {
            let _ = self.state.keep_draft(draft, kept);
        });
        self.code.set(code);
    }

    /// What other tabs have written for this exercise. What looks follows it.
    pub fn others(self) -> Vec<Other> {
        self.code.track();
        self.draft
            .with_value(|draft| self.state.other_drafts(draft))
    }

    /// Goes on with what another tab has written. What stood here is among the others then.
    pub fn take(self, other: &Other) {
        self.before.set(String::new());
        self.draft.update_value(|draft| {
            let _ = self.state.take_draft(draft, other);
        });
        let code = self
            .draft
            .with_value(|draft| draft.text().map(str::to_owned));
        self.code
            .set(code.unwrap_or_else(|| self.exercise.starter.clone()));
    }

    /// Forgets what another tab has written.
    pub fn forget(self, other: &Other) {
        let _ = self.state.forget_draft(other);
        // Looked at again by what follows it.
        self.code.notify();
    }

    /// Begins again, or takes that back.
    pub fn begin_again(self) {
        let before = self.before.get_untracked();
        if before.is_empty() {
            self.before.set(self.code.get_untracked());
            self.write(self.exercise.starter.clone());
        } else {
            self.before.set(String::new());
            self.write(before);
        }
    }

    /// Runs the code and the person's calls.
    pub fn run(self) {
        if !self.begins() {
            return;
        }
        let (mut code, calls) = (self.code.get_untracked(), self.calls.get_untracked());
        let calls = calls.trim_ascii();
        if !calls.is_empty() {
            // What the cases call may be defined there. It comes after the person's own lines, so that
            // errors name those by their numbers.
            code = [&code, "\n\n", &self.exercise.setup].concat();
        }
        let input = self.input.get_untracked();
        let told = move |ended: Ended<Ran>| {
            let (said, has_run) = (ended.sentence(), ended.has_run());
            self.ends(Came::Ran(ended), said, has_run);
        };
        if self.state.python.run(&code, calls, &input, told).is_err() {
            self.finds_no_room();
        }
    }

    /// Judges the code by the cases.
    pub fn test(self) {
        if self.begins() {
            self.go_on(self.code.get_untracked(), Vec::new());
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

    /// The person goes elsewhere: what is under way ends, and nobody is left to see what comes of it.
    pub fn leave(self) {
        if self.busy.get_untracked() {
            self.busy.set(false);
            self.state.python.stop();
        }
    }

    fn finds_no_room(self) {
        self.ends(Came::Nothing, NO_ROOM.to_owned(), false);
    }

    /// Shows how it has ended, counts it if Python was there to do it, and notes what that decides.
    fn ends(self, came: Came, said: String, has_run: bool) {
        // The page may be gone by then, and this with it; or it is about to go.
        let Some(mut visit) = self.visit.try_get_untracked() else {
            return;
        };
        if !self.busy.get_untracked() {
            return;
        }
        if has_run {
            visit.trial = visit.trial.run();
        }
        if let Came::Tested(results) = &came
            && next(self.exercise, &marks(results)) == Next::Passed
        {
            self.decide(&mut visit, Trial::pass);
        }
        self.tried.set(visit.trial.is_given_up());
        self.passed.set(visit.trial.has_passed());
        visit.came = came;
        self.visit.set(visit);
        self.said.set(said);
        self.busy.set(false);
        browser::bring_into_view("[data-testid='outcome']");
    }

    /// Shows what came of the first cases while others are judged.
    fn shows(self, results: Vec<Ended<Judged>>) {
        if let Some(mut visit) = self.visit.try_get_untracked() {
            visit.came = Came::Tested(results);
            self.visit.set(visit);
        }
    }

    /// Judges what is to be judged next, or says how the test has ended.
    fn go_on(self, code: String, results: Vec<Ended<Judged>>) {
        let passed = marks(&results);
        let Next::Judge(cases) = next(self.exercise, &passed) else {
            let said = match results.last() {
                Some(Ended::Cut(cause)) => cause.sentence().to_owned(),
                Some(Ended::Answered(_)) | None => summary(self.exercise, &passed),
            };
            let has_run = results.iter().any(Ended::has_run);
            return self.ends(Came::Tested(results), said, has_run);
        };
        let (answer, before) = (code.clone(), results.clone());
        let shown = move |judged: &[Ended<Judged>]| self.shows([&before[..], judged].concat());
        let told = move |judged| {
            let mut all = results;
            all.extend(judged);
            self.go_on(code, all);
        };
        let (python, setup) = (self.state.python, self.exercise.setup.clone());
        if python
            .test(answer, setup, cases.to_vec(), shown, told)
            .is_err()
        {
            self.finds_no_room();
        }
    }

    /// Notes the attempt, if this decides the exercise.
    fn decide(self, visit: &mut Visit, how: fn(Trial) -> (Trial, Option<Verdict>)) {
        let (trial, verdict) = how(visit.trial);
        visit.trial = trial;
        if let Some(verdict) = verdict {
            let (help, since) = (trial.help, self.shown_at);
            let noted = attempt(self.entry, Item::Exercise, verdict, help, since);
            let runs = trial.runs;
            let _ = self.state.record(Attempt { runs, ..noted });
        }
    }
}

fn marks(results: &[Ended<Judged>]) -> Vec<bool> {
    results.iter().map(passes).collect()
}

const NO_ROOM: &str = "Another program is running. Stop it first.";
