//! Arriving: the first visit, and what is said when the app cannot start or has stopped.

use super::{Journey, on_a_desktop, on_a_phone};
use crate::person::Person;
use crate::site::{Terms, UNDER};
use std::collections::BTreeSet;

/// Says in `later` what it does not count.
const BUDGET: &str = include_str!("../../../xtask/budget.toml");

pub(crate) fn a_first_visit_asks_for_each_file_once() -> Journey {
    on_a_phone(|person| {
        // The page asks for its icon, and so does its manifest.
        let mut paths = person.asks_for();
        paths.retain(|path| path != "icon.svg");
        let once: BTreeSet<&String> = paths.iter().collect();
        assert_eq!(once.len(), paths.len(), "{paths:#?}");
        assert!(
            paths.iter().any(|path| path.ends_with(".wasm")),
            "{paths:#?}"
        );
    })
}

pub(crate) fn a_first_visit_asks_for_nothing_that_its_budget_leaves_out() -> Journey {
    on_a_phone(|person| {
        let budget: toml::Table = toml::from_str(BUDGET).unwrap();
        let later = budget["later"].as_array().unwrap();
        let later: Vec<&str> = later.iter().map(|path| path.as_str().unwrap()).collect();
        assert!(later.contains(&"_headers"), "{later:?}");
        let mut paths = person.asks_for();
        paths.retain(|path| later.iter().any(|start| path.starts_with(start)));
        assert!(paths.is_empty(), "not counted: {paths:#?}");
    })
}

pub(crate) fn without_its_part_a_page_says_so_and_is_tried_again() -> Journey {
    let terms = Terms {
        before: PAGES_BREAK_OFF,
        ..Terms::default()
    };
    Journey {
        terms,
        forgives: &["broken off by a test"],
        ..on_a_phone(|person| {
            person.opens("#/settings");
            person.reads("[data-testid=not-loaded]", "Nothing is lost.");
            person.finds_no_barrier_on("a page that did not come");
            // What came with the first visit goes on.
            person.opens("#/");
            person.sees("[data-testid=start]");
            person.opens("#/settings");
            person.reads("[data-testid=not-loaded]", "Check the connection");
            person.runs("mend()", vec![]);
            person.taps("[data-testid=load-again]");
            person.sees("[data-testid=settings]");
            assert_eq!(person.count("[data-testid=not-loaded]"), 0);
        })
    }
}

/// The pages that come later do not come before `mend()`.
const PAGES_BREAK_OFF: &str = "let broken = true; window.mend = () => { broken = false; }; \
    const real = fetch; window.fetch = (...asked) => broken && String(asked[0]).includes('/split_pages') \
    ? Promise.reject(new TypeError('broken off by a test')) : real(...asked);";

/// A keyboard is used before the app is there.
pub(crate) fn the_focus_stays_where_it_was_before_the_app_came() -> Journey {
    let terms = Terms {
        before: "document.addEventListener('DOMContentLoaded', \
            () => document.querySelector('#shell a[href=\"#/settings\"]').focus());",
        ..Terms::default()
    };
    Journey {
        terms,
        ..on_a_desktop(|person| {
            person.sees("[data-testid=home]");
            person.has_the_focus_on("#app a[href='#/settings']");
        })
    }
}

pub(crate) fn without_its_wasm_the_page_says_what_to_do() -> Journey {
    let terms = Terms {
        lost: &[".wasm"],
        ..Terms::default()
    };
    Journey {
        terms,
        forgives: &[".wasm"],
        ..on_a_phone(|person| {
            person.reads("[role=alert]", "Pydrill could not be loaded.");
            person.reads("[role=alert]", "Answers saved on this device are safe.");
            person.sees("[data-reload]");
        })
    }
}

pub(crate) fn without_its_script_the_page_says_what_to_do() -> Journey {
    let terms = Terms {
        lost: &[".js"],
        ..Terms::default()
    };
    Journey {
        terms,
        forgives: &[".js", "Importing a module script failed"],
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
        forgives: &["Blocked script execution"],
        ..on_a_phone(|person| {
            person.reads("main", "needs JavaScript");
        })
    }
}

pub(crate) fn after_a_panic_the_page_says_what_is_safe() -> Journey {
    Journey {
        forgives: &["panicked at", "RuntimeError"],
        ..on_a_phone(|person| {
            person.sees("[data-testid=home]");
            // What no browser does: Leptos relies on these calls, and panics.
            let broken = "document.createElement = document.createElementNS = Node.prototype.cloneNode = \
                () => { throw new Error('broken by a test'); }";
            person.runs(broken, vec![]);
            person.opens("#/settings");
            let notice = "[role=alert]";
            person.reads(notice, "Pydrill has stopped because of a mistake in it.");
            person.reads(notice, "Every answer up to the last one is saved.");
            person.taps("[role=alert] [data-reload]");
            person.sees("[data-testid=settings]");
        })
    }
}

impl Person {
    /// The paths of all files that a first visit loads. What the service worker keeps comes later.
    fn asks_for(&self) -> Vec<String> {
        self.sees("[data-testid=home]");
        let requests = self.site.log().requests.into_iter();
        let paths = requests.map(|(path, _)| path.replace(UNDER, ""));
        let comes_later = |path: &String| path.starts_with("offline/");
        paths.take_while(|path| !comes_later(path)).collect()
    }
}
