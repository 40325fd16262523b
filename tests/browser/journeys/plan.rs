//! The plan: a day that is set, what is expected on it, and a sitting of what is to be done today.

use super::{Journey, on_a_phone};
use crate::answer::{Means, Quality};
use crate::engine::Engine;
use crate::person::Person;
use crate::site::Terms;
use crate::wait::until;
use serde_json::json;
use thirtyfour::Key;

/// Remembers where the topics stand as soon as they are there.
const WATCH: &str = "new MutationObserver((_, watch) => {
    const topics = document.querySelector('#app:not([hidden]) [data-testid=topics]');
    if (topics) {
        watch.disconnect();
        window.stood = topics.getBoundingClientRect().top;
    }
}).observe(document, { subtree: true, childList: true, attributes: true });";

/// A day so many days after that of the app, which turns at four.
const DAY: &str = "const day = new Date(Date.now() - 4 * 3600e3);
    day.setDate(day.getDate() + arguments[0]);
    const two = number => String(number).padStart(2, '0');
    const [year, month, date] = [day.getFullYear(), day.getMonth(), day.getDate()];
    const name = day.toLocaleString('en', { month: 'long' });
    const said = `${date} ${name}` + (year === new Date(Date.now() - 4 * 3600e3).getFullYear() ? '' : ` ${year}`);
    return [`${year}-${two(month + 1)}-${two(date)}`, said];";

pub(crate) fn a_day_is_set_and_home_says_what_to_expect() -> Journey {
    on_a_phone(|person| {
        person.opens("#/settings");
        person.sets_the_day_to(&person.day(-1).0);
        person.reads("[data-testid=aim-said]", "That day has passed");
        person.sets_the_day_to(&person.day(0).0);
        person.reads("[data-testid=aim-said]", "Your interview is today.");
        let (day, said) = person.day(23);
        person.sets_the_day_to(&day);
        person.reads("[data-testid=aim-said]", "There are 23 days left");
        person.chooses_an_option("minutes", "5");
        person.reads("[data-testid=aim-said]", "It is kept.");
        person.reloads();
        let kept = || {
            let script = "return document.querySelector('[data-testid=interview]')?.value ?? ''";
            person.runs(script, vec![])
        };
        until("the day to be there", || {
            (kept() == json!(day)).then_some(()).ok_or_else(kept)
        });
        person.opens("#/");
        person.reads("[data-testid=plan]", "new question");
        person.reads(
            "[data-testid=expected]",
            &format!("Expected to know 0% on {said}, and "),
        );
        person.taps("[data-testid=start-plan]");
        let check = person.is_asked();
        person.answers(&check, Quality::Right, Means::Pointer);
        person.opens("#/");
        person.reads("[data-testid=left-over], [data-testid=next]", "You are at");
        person.reads("[data-testid=expected]", "Expected to know 1%");
        person.opens("#/settings");
        person.sets_the_day_to("");
        person.reads("[data-testid=aim-said]", "Without a day");
        person.opens("#/");
        person.reads("[data-testid=expected]", "Expected to know 1% today.");
    })
}

pub(crate) fn the_plan_is_begun_by_keyboard_alone() -> Journey {
    on_a_phone(|person| {
        let (day, said) = person.day(9);
        person.opens("#/settings");
        person.tabs_to("[data-testid=interview]", 0);
        match person.engine {
            // Month, day and year, as someone in America writes them.
            Engine::Chromium | Engine::Firefox => {
                let parts: Vec<&str> = day.split('-').collect();
                person.presses([parts[1], parts[2], parts[0]].concat());
            }
            // Its driver types into no date field.
            Engine::WebKit => person.sets_the_day_to(&day),
        }
        person.reads("[data-testid=aim-said]", "There are 9 days left");
        person.opens("#/");
        person.reads("[data-testid=expected]", &said);
        person.tabs_to("[data-testid=start-plan]", 0);
        person.presses(Key::Enter.value());
        let check = person.is_asked();
        person.answers(&check, Quality::Wrong, Means::Keyboard);
    })
}

pub(crate) fn nothing_moves_when_the_plan_comes() -> Journey {
    Journey {
        terms: Terms {
            before: WATCH,
            ..Terms::default()
        },
        ..on_a_phone(|person| {
            person.judges_the_gil_aloud();
            person.opens("#/settings");
            person.sets_the_day_to(&person.day(40).0);
            person.reads("[data-testid=aim-said]", "There are 40 days left");
            person.opens("#/");
            let narrowest = match person.engine {
                Engine::Chromium | Engine::Firefox => 320,
                // No window of MiniBrowser is narrower.
                Engine::WebKit => 334,
            };
            for width in [narrowest, 390, 1280] {
                person.has_a_screen_of(width, 844);
                person.reloads();
                person.sees("[data-testid=start-plan]");
                let script = "return [window.stood, \
                    document.querySelector('[data-testid=topics]').getBoundingClientRect().top]";
                let stood = person.runs(script, vec![]);
                assert_eq!(stood[0], stood[1], "at {width} px");
            }
        })
    }
}

impl Person {
    /// The day so many days from today, for a field and for people.
    pub(crate) fn day(&self, days: i32) -> (String, String) {
        let found = self.runs(DAY, vec![json!(days)]);
        let text = |place: usize| found[place].as_str().unwrap().to_owned();
        (text(0), text(1))
    }

    /// Sets the day of the interview as the browser's calendar does.
    pub(crate) fn sets_the_day_to(&self, day: &str) {
        self.sees("[data-testid=interview]");
        let script = "const field = document.querySelector('[data-testid=interview]');
            field.value = arguments[0];
            field.dispatchEvent(new Event('change', { bubbles: true }));";
        self.runs(script, vec![json!(day)]);
    }

    fn chooses_an_option(&self, field: &str, option: &str) {
        let script = "const field = document.querySelector(`[data-testid=${arguments[0]}]`);
            field.value = arguments[1];
            field.dispatchEvent(new Event('change', { bubbles: true }));";
        self.runs(script, vec![json!(field), json!(option)]);
    }
}
