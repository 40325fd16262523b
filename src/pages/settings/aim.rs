//! What the plan is made for: the day of the interview, the minutes of a day, how likely a question is to
//! be known when it is asked again.
//!
//! Each is kept as soon as it is chosen, and what cannot be meant changes nothing.

use crate::browser;
use crate::components::live::{each, live, when};
use crate::practice::date::Date;
use crate::practice::memory::Retention;
use crate::practice::plan::Aim;
use crate::practice::time::Day;
use crate::state::AppState;
use crate::storage::save::Saved;
use leptos::ev::Event;
use leptos::prelude::*;

/// The part of the page.
#[component]
pub fn AimPart() -> impl IntoView {
    let state = expect_context::<AppState>();
    let said = RwSignal::new(String::new());
    let aim = state.aim();
    let choose = move |aim: Aim, then: String| match state.choose_aim(aim) {
        Saved::Saved => said.set(then),
        // A banner on every page says why.
        Saved::Full | Saved::Blocked => said.set(NOT_KEPT.to_owned()),
    };
    let on_day = when(
        move |event: Event| match chosen(&event_target_value(&event)) {
            Ok(interview) => choose(
                Aim {
                    interview,
                    ..state.aim()
                },
                ahead(interview.map(|day| day.0.saturating_sub(today().0))),
            ),
            Err(why) => said.set(why.to_owned()),
        },
    );
    let on_minutes = move |minutes: u16| {
        choose(
            Aim {
                minutes,
                ..state.aim()
            },
            KEPT.to_owned(),
        );
    };
    let on_retention = move |percent: u16| {
        let percent = u8::try_from(percent).ok();
        if let Some(retention) = percent.and_then(Retention::of_percent) {
            choose(
                Aim {
                    retention,
                    ..state.aim()
                },
                KEPT.to_owned(),
            );
        }
    };
    let mut minutes = MINUTES.to_vec();
    if !minutes.contains(&aim.minutes) {
        minutes.push(aim.minutes);
        minutes.sort_unstable();
    }
    let percents = (Retention::LEAST..=Retention::MOST)
        .map(u16::from)
        .collect();
    let retention = aim.retention.percent().into();
    view! {
        <p>
            <label for="interview">"Day of the interview, if there is one: "</label>
            <input
                id="interview"
                data-testid="interview"
                type="date"
                value=aim.interview.map(|day| Date::of(day).write())
                min=Date::of(today()).write()
                aria-describedby="aim-said"
                on:change=on_day
            />
        </p>
        {number("minutes", "Minutes a day: ", "", minutes, aim.minutes, Callback::new(on_minutes))}
        {number("retention", WISH, "%", percents, retention, Callback::new(on_retention))}
        <p class="fine">{MORE}</p>
        <p role="status" id="aim-said" data-testid="aim-said">{live(move || said.get())}</p>
    }
}

/// A number to be chosen among a few.
fn number(
    name: &'static str,
    label: &'static str,
    unit: &'static str,
    numbers: Vec<u16>,
    chosen: u16,
    on_choose: Callback<u16>,
) -> AnyView {
    let option = |number: u16| {
        let value = number.to_string();
        let said = [&*value, unit].concat();
        view! { <option value=value selected=number == chosen>{said}</option> }
    };
    let on_change = when(move |event: Event| {
        if let Ok(number) = event_target_value(&event).parse() {
            on_choose.run(number);
        }
    });
    view! {
        <p>
            <label for=name>{label}</label>
            <select id=name data-testid=name on:change=on_change>{each(numbers, option)}</select>
        </p>
    }
    .into_any()
}

fn today() -> Day {
    browser::now().day(browser::utc_offset())
}

/// The day that a date field gives, or why it cannot be meant. An empty one is no day.
fn chosen(text: &str) -> Result<Option<Day>, &'static str> {
    match Date::read(text) {
        _ if text.is_empty() => Ok(None),
        None => Err(NO_DAY),
        Some(day) if day < today() => Err(PAST),
        Some(day) => Ok(Some(day)),
    }
}

/// What follows from the days until then.
fn ahead(days: Option<i32>) -> String {
    match days {
        None => NO_INTERVIEW.to_owned(),
        Some(0) => "It is kept. Your interview is today.".to_owned(),
        Some(1) => TOMORROW.to_owned(),
        Some(days) => {
            let days = days.to_string();
            ["It is kept. There are ", &days, LEFT].concat()
        }
    }
}

const MINUTES: [u16; 9] = [5, 10, 15, 20, 30, 45, 60, 90, 120];
const WISH: &str = "How likely you want to know a question when it comes again: ";
const MORE: &str =
    "The higher, the sooner questions come again, and the more there is to do each day.";
const KEPT: &str = "It is kept.";
const NOT_KEPT: &str = "It holds until you close this page, but could not be kept.";
const NO_INTERVIEW: &str = "It is kept. Without a day, questions come again when they are due.";
const TOMORROW: &str =
    "It is kept. Your interview is tomorrow; the plan of today and tomorrow aims at it.";
const LEFT: &str = " days left; the plan of each aims at yours.";
const NO_DAY: &str = "There is no such day, so nothing was changed.";
const PAST: &str =
    "That day has passed, so nothing was changed. Choose today or a later day, or none.";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_until_the_interview_is_said_in_whole_sentences() {
        assert_eq!(ahead(None), NO_INTERVIEW);
        assert_eq!(ahead(Some(0)), "It is kept. Your interview is today.");
        assert_eq!(ahead(Some(1)), TOMORROW);
        let two = "It is kept. There are 2 days left; the plan of each aims at yours.";
        assert_eq!(ahead(Some(2)), two);
    }
}
