//! What a person does with an exercise: writes, runs, tests, and hears what came of it.

use super::super::editor::RICH;
use super::{CALLS, RUN, SCREEN, TEST};
use crate::person::Person;
use crate::wait::until_within;
use serde_json::json;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use thirtyfour::Key;

const SAID: &str = "[data-testid=python-said]";

/// For a busy machine: the first start takes a second or two on an idle one.
const PATIENCE: Duration = Duration::from_secs(90);

/// How often something was run as ever, by anyone.
static TURN: AtomicU32 = AtomicU32::new(0);

impl Person {
    pub(crate) fn comes_to_the_palindrome(&self) {
        self.opens("#/question/palindrome");
        self.sees(RICH);
    }

    /// Puts a program in place of what is in the editor, as from another window.
    pub(crate) fn writes(&self, program: &str) {
        let focus = "document.querySelector(arguments[0]).focus()";
        self.runs(focus, vec![json!(RICH)]);
        self.presses_with(Key::Control, "a");
        // Firefox knows `data` and `dataType` instead of `clipboardData`.
        let paste = "const clipboardData = new DataTransfer(), data = arguments[1]; \
            clipboardData.setData('text/plain', data); \
            document.querySelector(arguments[0]).dispatchEvent(new ClipboardEvent('paste', \
                { clipboardData, data, dataType: 'text/plain', bubbles: true, cancelable: true }))";
        self.runs(paste, vec![json!(RICH), json!(program)]);
        self.has_written(program);
    }

    /// Waits until it is said of Python, or of what it has run.
    pub(crate) fn hears(&self, expected: &str) {
        until_within(PATIENCE, &format!("to hear `{expected}`"), || {
            match self.texts(SAID).concat() {
                said if said.contains(expected) => Ok(()),
                said => Err(said),
            }
        });
    }

    pub(super) fn tests_and_hears(&self, expected: &str) {
        self.taps(TEST);
        self.hears(expected);
    }

    /// Waits until Python has been begun so often.
    pub(super) fn has_begun_workers(&self, times: u64) {
        until_within(PATIENCE, "another Python to begin", || {
            match self.runs("return window.begun", vec![]).as_u64() {
                Some(begun) if begun == times => Ok(()),
                begun => Err(format!("{begun:?}")),
            }
        });
    }

    pub(crate) fn runs_as_ever(&self) {
        // What stands there from the run before is no answer.
        let turn = TURN.fetch_add(1, Ordering::Relaxed);
        self.writes(&format!("print('still ' + 'here', {turn})"));
        self.empties(CALLS);
        self.taps(RUN);
        let expected = format!("still here {turn}");
        until_within(PATIENCE, &format!("`{expected}`"), || {
            match self.texts(SCREEN).concat() {
                said if said.contains(&expected) => Ok(()),
                said => Err(said),
            }
        });
        self.hears("Done in");
    }

    pub(super) fn empties(&self, field: &str) {
        let script = "const field = document.querySelector(arguments[0]); field.value = ''; \
            field.dispatchEvent(new Event('input', { bubbles: true }))";
        self.runs(script, vec![json!(field)]);
    }

    /// How many files of Python were asked for.
    pub(crate) fn asks_for_python(&self) -> usize {
        let requests = self.site.log().requests;
        requests
            .iter()
            .filter(|(path, _)| path.contains("/python/"))
            .count()
    }

    pub(super) fn has_answered_once(&self, standing: &str) {
        self.opens("#/settings");
        self.reads("[data-testid=amount]", "1 answer.");
        self.opens("#/topic/coding");
        let row = format!("[data-testid=question-row][data-standing={standing}]");
        self.sees(&row);
    }
}
