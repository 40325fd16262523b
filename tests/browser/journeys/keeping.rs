//! Keeping what was answered: after a reload, and when storage does not do what it should.

use super::{Journey, on_a_phone};
use crate::person::Person;
use crate::site::Terms;
use crate::wait::until;
use serde_json::json;

/// A browser that keeps nothing for the page.
pub(super) const DENIED: &str = "Object.defineProperty(window, 'localStorage', \
    { get() { throw new DOMException('denied', 'SecurityError'); } });";

/// Leaves no room.
pub(super) const FILL: &str = "for (let size = 1 << 20; size > 0; size >>= 1) { \
    try { for (;;) localStorage.setItem('other.' + Math.random(), 'x'.repeat(size)); } catch {} }";

/// Progress as version 1 saves it, with a question that has left the bank.
const PROGRESS: &str = include_str!("../../saved/progress-v1.json");

pub(crate) fn what_was_answered_is_there_after_a_reload() -> Journey {
    on_a_phone(|person| {
        person.judges_the_gil_aloud();
        person.opens("#/settings");
        person.reads(
            "[data-testid=amount]",
            "1 answer. Only on this device. Last backup: never.",
        );
        person.reloads();
        person.reads("[data-testid=amount]", "1 answer.");
    })
}

pub(crate) fn an_earlier_version_s_progress_is_taken_over() -> Journey {
    on_a_phone(|person| {
        person.finds_kept(PROGRESS);
        person.opens("#/settings");
        person.reads("[data-testid=amount]", "4 answers.");
        person.judges_the_gil_aloud();
        assert_eq!(person.kept("pydrill.progress"), None);
        let log = person.log();
        assert!(log.contains("a-question-that-left"), "{log}");
        person.opens("#/settings");
        person.reads("[data-testid=amount]", "5 answers.");
    })
}

pub(crate) fn text_that_cannot_be_read_is_moved_aside() -> Journey {
    on_a_phone(|person| {
        const BROKEN: &str = r#"{"version":1,"attempts":[[17"#;
        person.finds_kept(BROKEN);
        person.reads(
            "[data-trouble=moved-aside]",
            "Some of the saved answers could not be read.",
        );
        person.reads("[data-trouble=moved-aside]", "Download it");
        person.judges_the_gil_aloud();
        let script = "return Object.entries(localStorage).filter(([key]) => key.startsWith('pydrill.aside.'))\
            .map(([key, text]) => text)";
        assert_eq!(person.runs(script, vec![]), json!([BROKEN]));
        person.opens("#/settings");
        person.sees("[data-testid=aside-row]");
        person.reads("[data-testid=amount]", "1 answer.");
        person.reloads();
        person.reads("[data-testid=amount]", "1 answer.");
    })
}

pub(crate) fn a_newer_version_s_progress_is_left_untouched() -> Journey {
    on_a_phone(|person| {
        const NEWER: &str = r#"{"version":9,"attempts":"in another shape"}"#;
        person.finds_kept(NEWER);
        person.reads("[data-trouble=newer]", "saved by a newer Pydrill");
        person.judges_the_gil_aloud();
        person.reads("[data-trouble=newer]", "is saved beside them");
        assert_eq!(person.kept("pydrill.progress").as_deref(), Some(NEWER));
        person.opens("#/settings");
        person.reloads();
        person.reads("[data-testid=amount]", "1 answer.");
    })
}

pub(crate) fn when_storage_is_full_earlier_answers_stay_and_it_is_said() -> Journey {
    on_a_phone(|person| {
        person.finds_kept(PROGRESS);
        let before = person.log();
        person.runs(FILL, vec![]);
        person.judges_the_gil_aloud();
        person.reads(
            "[data-trouble=full]",
            "There is no room left for your answers",
        );
        assert_eq!(person.log(), before);
        person.opens("#/settings");
        person.reads("[data-testid=amount]", "5 answers.");
        person.reads("[data-testid=storage-state]", "There is no room left");
        person.reloads();
        person.reads("[data-testid=amount]", "4 answers.");
    })
}

pub(crate) fn when_storage_is_denied_one_can_practise_and_it_is_said() -> Journey {
    let terms = Terms {
        before: DENIED,
        ..Terms::default()
    };
    Journey {
        terms,
        ..on_a_phone(|person| {
            person.reads(
                "[data-trouble=blocked]",
                "does not let this page keep anything",
            );
            person.judges_the_gil_aloud();
            person.opens("#/settings");
            person.reads("[data-testid=amount]", "1 answer.");
            person.tabs_to("[data-testid=hide]", 0);
            person.presses(thirtyfour::Key::Enter.value());
            person.has_the_focus_on("main h1");
            // What was read is not said on every page, and stays true.
            person.reads("[data-testid=storage-state]", "are gone when you close");
        })
    }
}

/// A text broken by hand takes nothing with it, and a newer one is left where it is.
pub(crate) fn what_is_broken_in_the_log_takes_nothing_with_it() -> Journey {
    on_a_phone(|person| {
        const NEWER: &str = "L3 in another shape";
        person.judges_the_gil_aloud();
        let log = person.log();
        person.keeps("pydrill.log.other.0", &log.replacen("gil", "lig", 1));
        person.keeps("pydrill.log.another.0", NEWER);
        person.opens("#/settings");
        person.reloads();
        person.reads("[data-trouble=moved-aside]", "All others are here");
        person.reads("[data-testid=amount]", "1 answer.");
        person.sees("[data-testid=aside-row]");
        person.reloads();
        person.reads("[data-trouble=newer]", "saved by a newer Pydrill");
        let newer = person.kept("pydrill.log.another.0");
        assert_eq!(newer.as_deref(), Some(NEWER));
    })
}

pub(crate) fn small_pieces_are_joined_and_it_is_said_once() -> Journey {
    on_a_phone(|person| {
        const SEGMENT: &str = include_str!("../../saved/log-2.txt");
        const JOINED: &str = "[data-testid=joined]";
        person.sees("[data-testid=home]");
        for tab in 0..8 {
            person.keeps(&format!("pydrill.log.old{tab}.0"), SEGMENT.trim_end());
        }
        person.reloads();
        until("the pieces to be joined", || {
            let log = person.log();
            let pieces = log.split(' ').count();
            if pieces == 1 { Ok(()) } else { Err(log) }
        });
        person.opens("#/settings");
        person.reads(JOINED, "8 small pieces were joined today, to save room.");
        person.reads("[data-testid=room]", "They stand in 1 piece;");
        person.reads("[data-testid=amount]", "4 answers.");
        person.reloads();
        person.reads("[data-testid=room]", "They stand in 1 piece;");
        assert_eq!(person.texts(JOINED).concat(), "");
        person.reads("[data-testid=amount]", "4 answers.");
    })
}

pub(crate) fn little_room_is_said_before_there_is_none() -> Journey {
    on_a_phone(|person| {
        const TIGHT: &str = "[data-trouble=nearly-full]";
        person.judges_the_gil_aloud();
        // Of 5 MiB, at two bytes each.
        person.keeps("other.site", &"x".repeat(1_980_000));
        person.reloads();
        person.reads(TIGHT, "Three quarters of the room");
        person.judges_the_gil_aloud();
        person.reads(TIGHT, "new ones are still saved");
        person.opens("#/settings");
        person.reads("[data-testid=amount]", "2 answers.");
        person.taps("[data-testid=hide]");
        person.runs("localStorage.removeItem('other.site')", vec![]);
        person.reloads();
        person.reads("[data-testid=amount]", "2 answers.");
        assert_eq!(person.count(TIGHT), 0);
    })
}

impl Person {
    /// Comes back to a page that kept this text as progress.
    fn finds_kept(&self, text: &str) {
        self.sees("[data-testid=home]");
        self.keeps("pydrill.progress", text);
        self.reloads();
        self.sees("[data-testid=home]");
    }

    /// All segments of the log, one after the other.
    pub(crate) fn log(&self) -> String {
        let script = "return Object.keys(localStorage).filter(key => key.startsWith('pydrill.log.'))\
            .sort().map(key => localStorage.getItem(key)).join(' ')";
        self.runs(script, vec![]).as_str().unwrap().to_owned()
    }

    /// Gives one answer.
    pub(crate) fn judges_the_gil_aloud(&self) {
        self.opens("#/question/gil");
        self.taps("[data-testid=reveal]");
        self.taps("[data-testid=key-point]");
        self.taps("[data-testid=judge]");
        self.sees("[data-testid=verdict]");
    }
}
