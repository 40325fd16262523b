//! Arriving: the first visit, and what is said when the app cannot start or has stopped.

use super::{Journey, on_a_phone};
use crate::site::Terms;
use std::collections::BTreeSet;

pub(crate) fn a_first_visit_asks_for_each_file_once() -> Journey {
    on_a_phone(|person| {
        person.sees("[data-testid=home]");
        let paths: Vec<String> = person
            .site
            .log()
            .requests
            .into_iter()
            .map(|(path, _)| path)
            .collect();
        let once: BTreeSet<&String> = paths.iter().collect();
        assert_eq!(once.len(), paths.len(), "{paths:#?}");
        assert!(
            paths.iter().any(|path| path.ends_with(".wasm")),
            "{paths:#?}"
        );
    })
}

pub(crate) fn without_its_wasm_the_page_says_what_to_do() -> Journey {
    let terms = Terms {
        lost: &[".wasm"],
        ..Terms::default()
    };
    Journey {
        terms,
        forgives: &[".wasm was answered with 404"],
        ..on_a_phone(|person| {
            person.reads("[role=alert]", "Pydrill could not be loaded.");
            person.reads("[role=alert]", "Answers saved on this device are safe.");
            person.sees("[data-reload]");
        })
    }
}

pub(crate) fn without_its_script_the_page_says_what_to_do() -> Journey {
    // One pattern for every file whose name holds a hash.
    let terms = Terms {
        lost: &["/start.js"],
        ..Terms::default()
    };
    Journey {
        terms,
        forgives: &["was answered with 404"],
        ..on_a_phone(|person| {
            person.reads("[role=alert]", "Pydrill could not be loaded.");
        })
    }
}

pub(crate) fn without_scripts_the_page_asks_for_them() -> Journey {
    let terms = Terms {
        header: "Content-Security-Policy: sandbox allow-same-origin\r\n",
        ..Terms::default()
    };
    Journey {
        terms,
        ..on_a_phone(|person| {
            person.reads("body", "needs JavaScript");
        })
    }
}

pub(crate) fn after_a_panic_the_page_says_what_is_safe() -> Journey {
    Journey {
        forgives: &["panicked at", "unreachable"],
        ..on_a_phone(|person| {
            person.sees("[data-testid=home]");
            // What no browser does: Leptos cannot go on, and panics.
            person.runs(
                "document.createTextNode = document.createElement = () => null; \
            Node.prototype.cloneNode = () => null",
                vec![],
            );
            person.opens("#/settings");
            person.reads(
                "[role=alert]",
                "Pydrill has stopped because of a mistake in it.",
            );
            person.taps("[role=alert] [data-reload]");
            person.sees("[data-testid=settings]");
        })
    }
}
