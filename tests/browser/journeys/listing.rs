//! Programs of the bank, run and changed where they are read.

use super::{Journey, on_a_desktop, on_a_phone};
use crate::answer::{Means, Quality, bank};
use crate::person::Person;
use crate::site::Terms;
use bank::check::{Check, CheckKind};
use bank::name::QuestionId;
use thirtyfour::Key;

const RUN: &str = "[data-testid=run-here]";
const SAID: &str = "[data-testid=python-said]";
const NOT_LOADED: &str = "[data-testid=not-loaded]";
const WORKSHOP: &str = "parts/split_workshop";
const EDITOR: &str = "[data-testid=editor][contenteditable]";

pub(crate) fn a_program_is_run_and_changed_where_it_is_read() -> Journey {
    on_a_phone(|person| {
        person.reads_the_answer("dict-basics");
        let later = [WORKSHOP, "editor/", "python/"];
        assert_eq!(later.map(|start| person.loads(start)), [0, 0, 0]);
        person.taps(RUN);
        person.reads(SAID, "Python is 4.");
        person.sees(EDITOR);
        assert!(person.loads(WORKSHOP) > 0);
        // Nobody has agreed to the download so far.
        assert_eq!(person.loads("python/"), 0);
        person.taps(RUN);
        person.hears("The same as recorded.");
        person.reads("[data-testid=console]", "Cy 40");
        assert_eq!(person.count("[data-testid=difference]"), 0);

        person.writes_at_the_end("\u{e007}print(len(ages))");
        person.taps(RUN);
        person.reads(SAID, "Not the same as recorded.");
        let lines = |which: &str| {
            person.texts(&format!(
                "[data-testid=difference] [data-line='{which}'] samp"
            ))
        };
        assert_eq!(lines("now"), ["3"]);
        assert!(lines("recorded").is_empty());
        assert_eq!(lines("same"), ["Ann 31", "Bo 26", "Cy 40", "unknown"]);
        person.finds_no_barrier_on("a program that was changed");

        person.writes_at_the_end("\u{e007}1 / 0");
        person.taps(RUN);
        person.reads(
            SAID,
            "ZeroDivisionError on line 8. Not the same as recorded.",
        );
        person.reads("[data-testid=trace]", "1 / 0");

        person.taps("[data-testid=reset]");
        person.taps(RUN);
        person.hears("The same as recorded.");
        assert_eq!(person.count("[data-testid=difference]"), 0);
    })
}

pub(crate) fn a_program_is_run_and_stopped_by_keyboard_alone() -> Journey {
    on_a_desktop(|person| {
        person.reads_the_answer("dict-basics");
        person.tabs_to(RUN, 0);
        person.presses(Key::Enter.value());
        person.reads(SAID, "Python is 4.");
        person.sees(EDITOR);
        person.has_the_focus("run-here");
        person.presses(Key::Enter.value());
        person.hears("The same as recorded.");
        person.has_the_focus("run-here");

        person.writes_at_the_end("\u{e007}while True: pass");
        person.presses_with(Key::Control, Key::Enter.value());
        person.sees("[data-python=running]");
        // Escape lets the next Tab out of the editor.
        person.presses(Key::Escape.value());
        person.tabs_to("[data-testid=stop]", 0);
        person.presses(Key::Enter.value());
        person.reads(SAID, "Stopped. Your code is as it was.");
        person.has_the_focus("stop");

        person.tabs_to("[data-testid=reset]", 0);
        person.presses(Key::Enter.value());
        person.tabs_to(RUN, 0);
        person.presses(Key::Enter.value());
        person.hears("The same as recorded.");
    })
}

/// The button beside the second program used to do nothing, although it was there.
pub(crate) fn what_runs_is_stopped_beside_any_program_of_the_page() -> Journey {
    on_a_desktop(|person| {
        person.reads_the_answer("dict-basics");
        person.taps(RUN);
        person.sees(EDITOR);
        let bank = bank();
        let body = bank
            .body(&QuestionId::parse("dict-basics").unwrap())
            .unwrap();
        let is_output = |check: &Check| matches!(check, Check::Output(_));
        let place = body.checks.iter().position(is_output).unwrap();
        person.taps_nth("[data-testid=try] summary", place);
        person.answers(&body.checks[place], Quality::Right, Means::Pointer);
        let there = |what: &str| format!("[data-testid=try] {what}");
        person.taps(&there(RUN));
        person.sees(&there(EDITOR));

        person.writes_at_the_end("\u{e007}while True: pass");
        person.taps(RUN);
        person.sees("[data-python=running]");
        person.taps(&there(RUN));
        person.reads(&there(SAID), "Another program is running. Stop it first.");
        person.taps(&there("[data-testid=stop]"));
        person.reads(SAID, "Stopped. Your code is as it was.");
        person.reads(&there(SAID), "Stopped. This program can run now.");
        person.taps(&there(RUN));
        person.reads(&there(SAID), "The same as recorded.");
    })
}

pub(crate) fn what_a_program_runs_in_is_asked_for_again_when_it_did_not_come() -> Journey {
    let terms = Terms {
        before: WORKSHOP_BREAKS_OFF,
        ..Terms::default()
    };
    Journey {
        terms,
        forgives: &["broken off by a test"],
        ..on_a_phone(|person| {
            person.reads_the_answer("dict-basics");
            person.taps(RUN);
            person.reads(NOT_LOADED, "Check the connection and try again.");
            person.finds_no_barrier_on("a part that did not come");
            person.taps(RUN);
            person.reads(NOT_LOADED, "Nothing is lost.");
            person.reads("[data-testid=code]", "ages");
            person.runs("mend()", vec![]);
            person.taps("[data-testid=load-again]");
            person.sees(EDITOR);
            assert_eq!(person.count(NOT_LOADED), 0);
            person.taps(RUN);
            person.hears("The same as recorded.");
        })
    }
}

pub(crate) fn a_program_that_cannot_run_here_says_why() -> Journey {
    on_a_phone(|person| {
        person.reads_the_answer("gil");
        person.reads(
            "[data-testid=code]",
            "This cannot run here: Python in a browser has no threads. \
             What it prints was recorded with CPython on Linux.",
        );
        assert_eq!(person.count(RUN), 0);
    })
}

pub(crate) fn the_program_of_a_check_is_run_once_it_was_answered() -> Journey {
    on_a_phone(|person| {
        person.begins(&[CheckKind::Output, CheckKind::Output]);
        let check = person.is_asked();
        assert_eq!(person.count(RUN), 0);
        person.answers(&check, Quality::Wrong, Means::Pointer);
        person.taps(RUN);
        person.taps(RUN);
        person.hears("The same as recorded.");
        // Still the same question: what is pressed here answers nothing and passes nothing.
        person.sees("[data-testid=session][data-place='1'] [data-testid=verdict]");
        person.goes_on(Means::Pointer);
        person.sees("[data-testid=session][data-place='2']");
        assert_eq!(person.count(RUN), 0);
        let check = person.is_asked();
        person.answers(&check, Quality::Right, Means::Pointer);
        // Python is there by now, so one press opens and runs.
        person.taps(RUN);
        person.hears("The same as recorded.");
    })
}

/// The part of the Wasm that runs programs does not come before `mend()`.
pub(super) const WORKSHOP_BREAKS_OFF: &str = "let broken = true; window.mend = () => { broken = false; }; \
    const real = fetch; window.fetch = (...asked) => broken && String(asked[0]).includes('/split_workshop') \
    ? Promise.reject(new TypeError('broken off by a test')) : real(...asked);";

impl Person {
    /// Opens a question and lets its answer be shown.
    fn reads_the_answer(&self, question: &str) {
        self.opens(&format!("#/question/{question}"));
        self.taps("[data-testid=reveal]");
        self.sees("[data-testid=code]");
    }

    /// How many files were asked for whose path begins like this.
    fn loads(&self, start: &str) -> usize {
        let under = [crate::site::UNDER, start].concat();
        let requests = self.site.log().requests.into_iter();
        requests
            .filter(|(path, _)| path.starts_with(&under))
            .count()
    }

    /// Writes after all that stands in the editor.
    fn writes_at_the_end(&self, keys: &str) {
        self.taps(EDITOR);
        self.presses_with(Key::Control, Key::End.value());
        self.presses(keys);
    }
}
