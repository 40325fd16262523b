//! A newer build: it waits until the person agrees, disturbs nobody, and old pages repair themselves.

use super::{Journey, on_a_desktop, on_a_phone};
use crate::answer::{GO_ON, Quality};
use crate::engine::Engine;
use crate::person::Person;
use crate::release::is_of_this;
use crate::site::Terms;
use crate::wait::{until, until_within};
use bank::check::CheckKind;
use std::time::Duration;

const HOME: &str = "[data-testid=home]";
const NEWER: &str = "[data-testid=newer]";
const NEXT: &str = "html[data-release=next]";

/// Without it a browser would have the files of the first release, whatever the host has.
const UNKEPT: &str = "Cache-Control: no-store\r\n";

pub(crate) fn a_newer_version_waits_until_the_person_agrees() -> Journey {
    on_a_phone(|person| {
        person.is_kept();
        person.opens("");
        person.begins(&[CheckKind::Single, CheckKind::Order]);
        person.comes_again("#/session");
        let check = person.is_asked();
        person.site.deploys();
        person.has_the_next_release_waiting();
        assert_eq!(person.count(NEWER), 0);
        // The host has none of these files any more, and the sitting goes on.
        person.prepares(&check, Quality::Wrong);
        person.taps(GO_ON);
        person.sees("[data-testid=verdict]");
        person.opens("#/question/palindrome");
        person.sees("[data-testid=editor][contenteditable]");
        assert_eq!(person.count(NEWER), 0);
        match person.engine {
            Engine::Chromium | Engine::Firefox => person.agrees_after_a_while(),
            Engine::WebKit => person.has_left_and_is_back(),
        }
        person.taps("[data-testid=resume]");
        person.sees("[data-testid=verdict]");
        // Nobody needs the first release any more.
        until("the old files to be let go of", || {
            match person.keeps_files() {
                (0, next) if next > 0 => Ok(()),
                (this, next) => Err(format!("{this} of this release, {next} of the next")),
            }
        });
    })
}

pub(crate) fn another_tab_goes_on_with_the_files_of_its_own_version() -> Journey {
    on_a_desktop(|person| {
        person.is_kept();
        let tabs = person.has_two_tabs();
        let [one, other] = &tabs;
        person.goes_to(one);
        person.begins(&[CheckKind::Single]);
        person.comes_again("#/session");
        let check = person.is_asked();
        person.goes_to(other);
        person.site.deploys();
        person.comes_again("");
        person.has_the_next_release_waiting();
        person.taps(&format!("{NEWER} button"));
        person.sees(NEXT);
        person.goes_to(one);
        // In the middle of a check, with the files of its own release.
        person.prepares(&check, Quality::Wrong);
        person.taps(GO_ON);
        person.sees("[data-testid=verdict]");
        assert_eq!(person.count(NEWER), 0);
        // Only the fragment is another one.
        person.comes_again("#/question/palindrome");
        person.sees("[data-testid=editor][contenteditable]");
        assert_eq!(person.count(NEXT), 0);
        person.comes_again("#/settings");
        person.sees("[data-testid=backup]");
        person.taps(&format!("{NEWER} button"));
        person.sees(NEXT);
        person.keeps_one_tab(&tabs);
    })
}

pub(crate) fn an_old_page_takes_what_the_host_has_now() -> Journey {
    Journey {
        terms: Terms {
            old_pages: Some(1),
            ..Terms::default()
        },
        forgives: FILES_ARE_GONE,
        ..on_a_phone(|person| {
            person.sees(HOME);
            person.sees(NEXT);
            assert_eq!(person.count("[role=alert]"), 0);
        })
    }
}

pub(crate) fn a_page_that_stays_old_is_not_loaded_for_ever() -> Journey {
    Journey {
        terms: Terms {
            old_pages: Some(usize::MAX),
            ..Terms::default()
        },
        forgives: FILES_ARE_GONE,
        ..on_a_phone(|person| {
            person.reads("[role=alert]", "Pydrill could not be loaded.");
            let pages = |path: &str| path.ends_with('/');
            let log = person.site.log().requests;
            let loads = log.iter().filter(|(path, _)| pages(path)).count();
            // The visit, the question whether there is a page at all, and the second try.
            assert_eq!(loads, 3, "{log:#?}");
        })
    }
}

pub(crate) fn what_was_kept_and_is_damaged_is_let_go_of() -> Journey {
    Journey {
        terms: Terms {
            header: UNKEPT,
            ..Terms::default()
        },
        forgives: FILES_ARE_GONE,
        ..on_a_phone(|person| {
            person.is_kept();
            person.site.deploys();
            let lose = "const done = arguments[0];
                caches.keys().then(async (names) => {
                    const cache = await caches.open(names.find((name) => name.startsWith('pydrill-app ')));
                    for (const { url } of await cache.keys()) if (/_bg.wasm/.test(url)) await cache.delete(url);
                    done(true);
                });";
            person.awaits_script(lose);
            person.opens("?again");
            person.sees(NEXT);
            person.sees(HOME);
        })
    }
}

/// Files of the old release that its page asks for, and what the page says of that.
const FILES_ARE_GONE: &[&str] = &[
    "answered with 404",
    "cannot load",
    "404",
    "unhandled:",
    "error:",
    "MIME",
    "Refused to",
    "CompileError",
    "TypeError",
];

impl Person {
    fn agrees_after_a_while(&self) {
        self.comes_again("#/question/palindrome");
        self.sees("[data-testid=question]");
        assert_eq!(self.count(NEXT), 0);
        // Known on this page, and said on another.
        self.taps("nav a[href='#/']");
        self.reads(NEWER, "A new version of Pydrill is ready.");
        self.goes_back();
        self.sees("[data-testid=question]");
        until("the exercise to be left in peace", || {
            match self.count(NEWER) {
                0 => Ok(()),
                count => Err(count),
            }
        });
        self.goes_forward();
        self.sees(NEWER);
        self.taps_nth(&format!("{NEWER} button"), 1);
        self.has_the_focus_on("h1");
        assert_eq!(self.count(NEWER), 0);
        self.comes_again("");
        self.taps(&format!("{NEWER} button"));
        self.sees(NEXT);
    }

    /// WebKit itself lets the newer version take over when the only page is left. Whoever comes back has
    /// either that one at once, or the older one as a whole, which says so.
    fn has_left_and_is_back(&self) {
        self.comes_again("");
        self.sees(HOME);
        until("the newer version, or a word about it", || {
            if self.count(NEXT) + self.count(NEWER) > 0 {
                Ok(())
            } else {
                Err("neither")
            }
        });
        if self.count(NEXT) == 0 {
            self.taps(&format!("{NEWER} button"));
            self.sees(NEXT);
        }
    }

    /// Lets the browser look for a newer release, as it does by itself now and then.
    fn has_the_next_release_waiting(&self) {
        self.runs(
            "navigator.serviceWorker.getRegistration().then((mine) => mine.update())",
            vec![],
        );
        until_within(Duration::from_secs(60), "the next release to wait", || {
            let waiting = self.awaits_script(
                "const done = arguments[0];
                navigator.serviceWorker.getRegistration().then((mine) => done(!!mine.waiting));",
            );
            match waiting.as_bool() {
                Some(true) => Ok(()),
                other => Err(format!("{other:?}")),
            }
        });
    }

    /// How many files with a hash are kept of this release, and of the next.
    fn keeps_files(&self) -> (usize, usize) {
        let names = self.awaits_script(
            "const done = arguments[0];
            caches.keys().then(async (names) => {
                const cache = await caches.open(names.find((name) => name.startsWith('pydrill-app ')));
                done((await cache.keys()).map(({ url }) => url.split('/').at(-1)));
            });",
        );
        let names = names.as_array().unwrap().iter();
        let dark = names.filter_map(|name| name.as_str());
        let dark: Vec<&str> = dark.filter(|name| name.starts_with("dark-")).collect();
        let this = dark.iter().filter(|name| is_of_this(name)).count();
        (this, dark.len() - this)
    }

    fn awaits_script(&self, script: &str) -> serde_json::Value {
        let outcome = self.does(self.browser.driver().execute_async(script, Vec::new()));
        outcome.expect("the script ends").json().clone()
    }
}
