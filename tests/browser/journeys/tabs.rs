//! Two tabs at once: what one records the other shows, and neither loses anything of the other.

use super::editor::RICH;
use super::{Journey, on_a_desktop};
use crate::answer::{GO_ON, Quality};
use crate::engine::Engine;
use crate::person::Person;
use crate::wait::until;
use bank::check::CheckKind;
use serde_json::json;
use thirtyfour::WindowHandle;

/// Answers questions aloud, one after the other, as fast as the page lets: by hand it would take an
/// hour. A page in the background has no frames and slow timers, but messages.
const ANSWERS: &str = "
    const [ids, times] = arguments;
    const turn = () => new Promise(done => {
        const channel = new MessageChannel();
        channel.port1.onmessage = done;
        channel.port2.postMessage(0);
    });
    const find = async (selector, hash) => {
        for (;;) {
            const found = document.querySelector(selector);
            if (found) return found;
            // A browser takes no notice of a page that goes on too often, and later does again.
            if (hash) location.hash = hash;
            await turn();
        }
    };
    window.answered = 0;
    (async () => {
        while (window.answered < times) {
            await find('[data-testid=nothing-here]', '#/nowhere');
            const hash = '#/question/' + ids[window.answered % ids.length];
            (await find('[data-testid=reveal]', hash)).click();
            (await find('[data-testid=judge]')).click();
            await find('[data-testid=verdict]');
            window.answered += 1;
        }
    })();";

const TIMES: u64 = 200;

pub(crate) fn two_tabs_answer_at_once_and_nothing_is_lost() -> Journey {
    Journey {
        // Chromium says so of a page that goes on twenty times a second.
        forgives: &["Throttling navigation"],
        ..on_a_desktop(answer_in_two_tabs)
    }
}

fn answer_in_two_tabs(person: &Person) {
    let tabs = person.has_two_tabs();
    // Not the same ones: two answers to one question in one millisecond are one event, and no person has
    // two hands so fast.
    let ids = [
        json!(["gil", "slicing"]),
        json!(["palindrome", "is-vs-equals"]),
    ];
    for (tab, ids) in tabs.iter().zip(ids) {
        person.goes_to(tab);
        person.runs(ANSWERS, vec![ids, json!(TIMES)]);
    }
    for tab in &tabs {
        person.goes_to(tab);
        person.has_answered(TIMES);
    }
    for tab in &tabs {
        person.goes_to(tab);
        person.opens("#/settings");
        person.reads("[data-testid=amount]", "400 answers.");
    }
    person.reloads();
    person.reads("[data-testid=amount]", "400 answers.");
    person.keeps_one_tab(&tabs);
}

pub(crate) fn what_one_tab_records_the_other_shows_without_a_reload() -> Journey {
    on_a_desktop(|person| {
        let tabs = person.has_two_tabs();
        let [one, other] = &tabs;
        person.goes_to(other);
        person.opens("#/settings");
        person.reads("[data-testid=amount]", "0 answers.");
        person.goes_to(one);
        person.runs(ANSWERS, vec![json!(["gil"]), json!(1)]);
        person.has_answered(1);
        person.goes_to(other);
        person.reads("[data-testid=amount]", "1 answer.");
        person.keeps_one_tab(&tabs);
    })
}

pub(crate) fn each_tab_goes_on_with_its_own_sitting() -> Journey {
    on_a_desktop(|person| {
        let tabs = person.has_two_tabs();
        let kinds = [CheckKind::Single, CheckKind::Bug];
        for (tab, kind) in tabs.iter().zip(kinds) {
            person.goes_to(tab);
            person.opens("");
            person.begins(&[kind, CheckKind::Order]);
            person.prepares(&person.is_asked(), Quality::Wrong);
            person.taps(GO_ON);
            person.sees("[data-testid=verdict]");
        }
        for (tab, kind) in tabs.iter().zip(kinds) {
            person.goes_to(tab);
            person.reloads();
            person.sees("[data-testid=verdict]");
            let asked = person.attribute("[data-testid=check]", "data-kind");
            assert_eq!(asked.as_deref(), Some(kind.name()));
        }
        person.keeps_one_tab(&tabs);
    })
}

/// They used to write over each other.
pub(crate) fn what_two_tabs_write_for_one_exercise_is_kept_side_by_side() -> Journey {
    on_a_desktop(|person| {
        const DRAFT: &str = "pydrill.draft.palindrome";
        const OTHER: &str = "[data-testid=other-draft]";
        let tabs = person.has_two_tabs();
        let [one, other] = &tabs;
        for tab in &tabs {
            person.goes_to(tab);
            person.opens("#/question/palindrome");
            person.sees(RICH);
        }
        person.goes_to(one);
        person.writes("print('one')");
        person.goes_to(other);
        person.reads(OTHER, "Other code for this exercise");
        person.writes("print('two')");
        assert_eq!(person.kept(DRAFT).as_deref(), Some("print('one')"));
        person.goes_to(one);
        person.reads(OTHER, "Other code for this exercise");
        person.taps("[data-testid=other-draft] summary");
        person.reads("[data-testid=other-draft] pre", "print('two')");
        person.taps("[data-testid=take-other]");
        person.has_written("print('two')");
        person.has_the_focus_on(RICH);
        assert_eq!(person.kept(DRAFT).as_deref(), Some("print('two')"));
        person.reloads();
        person.sees(RICH);
        person.has_written("print('two')");
        person.reads(OTHER, "Other code for this exercise");
        person.taps("[data-testid=forget-other]");
        until("the other to be gone", || match person.count(OTHER) {
            0 => Ok(()),
            count => Err(count.to_string()),
        });
        person.has_the_focus_on(RICH);
        person.keeps_one_tab(&tabs);
    })
}

impl Person {
    /// The tab that the journey began with, and another one with the app.
    pub(super) fn has_two_tabs(&self) -> [WindowHandle; 2] {
        self.sees("[data-testid=home]");
        let driver = self.browser.driver();
        let one = self.does(driver.window()).unwrap();
        let other = match self.engine {
            // Its journeys have popups, which cannot have another tab.
            Engine::Firefox => {
                self.browser.open_window();
                self.does(driver.window()).unwrap()
            }
            Engine::Chromium | Engine::WebKit => self.does(driver.new_tab()).expect("a tab opens"),
        };
        self.goes_to(&other);
        self.opens("");
        self.sees("[data-testid=home]");
        [one, other]
    }

    pub(super) fn goes_to(&self, tab: &WindowHandle) {
        let switched = self.browser.driver().switch_to_window(tab.clone());
        self.does(switched).expect("the tab is there");
    }

    /// The browser is lent with one window.
    pub(super) fn keeps_one_tab(&self, [one, other]: &[WindowHandle; 2]) {
        self.goes_to(other);
        self.does(self.browser.driver().close_window()).unwrap();
        self.goes_to(one);
    }

    /// Waits for one after the other, because all of them take longer than anything else does.
    fn has_answered(&self, times: u64) {
        for count in 1..=times {
            until("an answer to be given", || {
                match self.runs("return window.answered", vec![]).as_u64() {
                    Some(now) if now >= count => Ok(()),
                    now => Err(format!("{now:?} of {times}")),
                }
            });
        }
    }
}
