//! Without a network: what one visit is enough for, and what is kept when the person asks for it.

use super::{Journey, on_a_phone};
use crate::person::Person;
use crate::site::{Terms, UNDER};
use crate::wait::{until, until_within};
use std::time::Duration;

const HOME: &str = "[data-testid=home]";
const STATE: &str = "[data-testid=offline-state]";
const SAID: &str = "[data-testid=offline-said]";
const KEEP: &str = "[data-testid=keep-all]";

/// A page that was kept asks for the script of the tests as well, which is gone with the host.
const GONE: &[&str] = &["ERR_CONNECTION_REFUSED", "ERR_FAILED"];

pub(crate) fn after_one_visit_the_app_opens_without_a_network() -> Journey {
    Journey {
        forgives: GONE,
        ..on_a_phone(|person| {
            person.is_kept();
            person.site.disappears();
            person.comes_again("");
            person.sees(HOME);
            person.opens("#/settings");
            person.sees("[data-testid=backup]");
            person.opens("#/question/palindrome");
            person.sees("[data-testid=editor][contenteditable]");
            // Its page was never opened, and the app shows the same question.
            person.opens("q/gil/");
            person.sees("[data-testid=question]");
            assert_eq!(person.address(), format!("{UNDER}#/question/gil"));
        })
    }
}

pub(crate) fn pages_that_were_opened_once_need_no_network() -> Journey {
    Journey {
        forgives: GONE,
        ..on_a_phone(|person| {
            person.is_kept();
            let pages = ["t/basics/", "k/first-job/", "t/basics/answers/"];
            for page in pages {
                person.opens(page);
                person.is_among_the_kept(page);
            }
            person.site.disappears();
            for page in pages {
                person.opens(page);
                person.sees("[data-testid=page-group], [data-testid=page-sheet]");
            }
            // Those that were not lead to the same in the app.
            for (page, screen) in [
                ("t/coding/", "#/topic/coding"),
                ("t/coding/answers/", "#/topic/coding"),
                ("k/first-job/questions/", "#/track/first-job"),
                ("q/", "#/questions"),
            ] {
                person.opens(page);
                person
                    .sees("[data-testid=topic], [data-testid=track], [data-testid=questions-page]");
                assert_eq!(person.address(), format!("{UNDER}{screen}"));
            }
        })
    }
}

pub(crate) fn a_second_visit_asks_the_network_for_nothing() -> Journey {
    on_a_phone(|person| {
        person.is_kept();
        let before = person.site.log().requests.len();
        person.comes_again("");
        person.sees(HOME);
        person.has_what_comes_after_the_app();
        let mut asked = person.site.log().requests.split_off(before);
        // Whether there is a newer version.
        asked.retain(|(path, _)| !path.ends_with("/sw.js"));
        assert!(asked.is_empty(), "{asked:#?}");
    })
}

pub(crate) fn without_a_service_worker_the_app_works_as_before() -> Journey {
    Journey {
        terms: Terms {
            lost: &["sw.js"],
            ..Terms::default()
        },
        forgives: &["sw.js", "404"],
        ..on_a_phone(|person| {
            person.opens("#/settings");
            person.reads(STATE, "needs the network each time");
            until("the service worker to be asked for", || {
                let log = person.site.log();
                let requests = log.requests.iter().chain(&log.kept);
                let count = requests
                    .filter(|(path, _)| path.ends_with("/sw.js"))
                    .count();
                if count > 0 { Ok(()) } else { Err(count) }
            });
            person.opens("#/question/gil");
            person.sees("[data-testid=question]");
        })
    }
}

pub(crate) fn everything_is_kept_for_use_without_a_network() -> Journey {
    Journey {
        forgives: GONE,
        ..on_a_phone(|person| {
            person.is_kept();
            person.opens("#/settings");
            person.reads(STATE, "The rest takes 2");
            person.reads(KEEP, "MB to load)");
            person.taps(KEEP);
            until_within(
                Duration::from_secs(90),
                "everything to be kept",
                || match person.texts(STATE).concat() {
                    said if said.starts_with("Everything is on this device") => Ok(()),
                    said => Err(said),
                },
            );
            person.reads(SAID, "Done.");
            assert_eq!(person.count(KEEP), 0);
            person.site.disappears();
            person.opens("t/coding/answers/");
            person.sees("[data-testid=page-sheet]");
            person.comes_again("#/settings");
            person.reads(STATE, "Everything is on this device");
            person.comes_to_the_palindrome();
            person.runs_as_ever();
        })
    }
}

pub(crate) fn what_cannot_be_kept_is_said() -> Journey {
    Journey {
        terms: Terms {
            lost: &["pyodide.asm.wasm"],
            ..Terms::default()
        },
        forgives: &["pyodide.asm.wasm", "404"],
        ..on_a_phone(|person| {
            person.is_kept();
            person.opens("#/settings");
            person.taps(KEEP);
            person.reads(SAID, "The connection broke off. What has come stays");
            person.sees(KEEP);
        })
    }
}

pub(crate) fn without_room_nothing_is_begun_and_it_is_said() -> Journey {
    Journey {
        terms: Terms {
            before: "Object.defineProperty(Navigator.prototype, 'storage', { value: \
                { estimate: async () => ({ quota: 10, usage: 9 }), persist: async () => false } });",
            ..Terms::default()
        },
        ..on_a_phone(|person| {
            person.is_kept();
            person.opens("#/settings");
            person.taps(KEEP);
            person.reads(SAID, "There is no room for all of it on this device.");
            assert_eq!(person.asks_for_python(), 0);
        })
    }
}

impl Person {
    /// Waits until the whole app is on the device: not before does a service worker serve the page.
    pub(super) fn is_kept(&self) {
        until_within(Duration::from_secs(60), "the app to be kept", || match self
            .runs("return !!navigator.serviceWorker.controller", vec![])
            .as_bool()
        {
            Some(true) => Ok(()),
            other => Err(format!("{other:?}")),
        });
    }

    /// Waits until a page that was opened is on the device.
    fn is_among_the_kept(&self, page: &str) {
        let script = "const [page, done] = arguments;
            caches.match(new URL(page)).then(found => done(!!found));";
        let url = format!("{}{page}", self.site.url());
        until("the page to be kept", || {
            let found = self
                .browser
                .driver()
                .execute_async(script, vec![url.as_str().into()]);
            match self.does(found).map(|found| found.json().as_bool()) {
                Ok(Some(true)) => Ok(()),
                other => Err(format!("{other:?}")),
            }
        });
    }

    /// A visit of its own. Firefox is told by its driver to reload past the service worker.
    pub(super) fn comes_again(&self, fragment: &str) {
        self.opens(&format!("?again{fragment}"));
    }

    /// Waits for the script that comes some seconds after the app.
    pub(super) fn has_what_comes_after_the_app(&self) {
        let script = "return performance.getEntriesByType('resource').some(it => \
            it.responseEnd > 0 && it.name.includes('/offline/'))";
        until("the script that comes last", || {
            match self.runs(script, vec![]).as_bool() {
                Some(true) => Ok(()),
                other => Err(format!("{other:?}")),
            }
        });
    }

    /// What stands in the address bar, without the host.
    pub(super) fn address(&self) -> String {
        let address = self.runs("return location.pathname + location.hash", vec![]);
        address.as_str().unwrap_or_default().to_owned()
    }
}
