//! Today's plan on Home: what it asks, how long it takes, and what is likely to be known on the day.

use crate::browser;
use crate::components::button::Button;
use crate::components::live::{live, only_if};
use crate::pages::{counted, start};
use crate::practice::date::Date;
use crate::practice::plan::{self, Aim, Plan};
use crate::practice::queue;
use crate::practice::time::Day;
use crate::route::Route;
use crate::state::AppState;
use crate::state::sitting::under_way;
use leptos::prelude::*;

/// What stands under the title.
pub(super) fn drawn() -> AnyView {
    let state = expect_context::<AppState>();
    live(move || planned(state)).into_any()
}

fn planned(state: AppState) -> AnyView {
    let (plan, today) = plan_of(state);
    let aim = state.aim();
    let is_under_way = untrack(|| under_way(state.session().as_ref()).is_some());
    let look = if is_under_way { "quiet" } else { "button" };
    let begin = move |()| begin(state);
    let set = if aim.interview.is_some() {
        "Change the day"
    } else {
        "Set the day of your interview"
    };
    view! {
        <p data-testid="plan">{work(&plan, aim, today)}</p>
        <p data-testid="expected">{expectation(&plan, aim, today)}</p>
        <p class="fine">
            {set_of(state.bank.questions().len())}
            <a href=Route::Settings.fragment()>{set}</a>
        </p>
        {only_if(!plan.questions.is_empty(), || view! {
            <Button look testid="start-plan" label="Start today's plan" on_press=begin />
        })}
    }
    .into_any()
}

/// The plan of this moment.
fn plan_of(state: AppState) -> (Plan<'static>, Day) {
    let offset = browser::utc_offset();
    let today = browser::now().day(offset);
    let plan = state.memories(offset, |memories| {
        plan::today(state.bank.questions(), memories, state.aim(), today)
    });
    (plan, today)
}

/// The page may have been open since yesterday, so it is made anew.
fn begin(state: AppState) {
    let (plan, _) = untrack(|| plan_of(state));
    let steps = untrack(|| {
        state.progress(|progress| {
            let steps = plan.questions.iter();
            steps
                .filter_map(|entry| queue::step(entry, progress))
                .collect()
        })
    });
    start(state, steps);
}

fn work(plan: &Plan<'_>, aim: Aim, today: Day) -> String {
    let count = plan.questions.len();
    let old = count - plan.unseen;
    if count == 0 {
        let (is_due, then) = match plan.due {
            0 => return DONE.to_owned(),
            1 => ("question is", "It is asked first tomorrow."),
            _ => ("questions are", "They are asked first tomorrow."),
        };
        // Before an interview what is due gives way to what helps more.
        let is_ahead = aim.interview.is_some_and(|day| day > today);
        let then = if is_ahead { FOR_THE_DAY } else { then };
        return [&*plan.due.to_string(), " ", is_due, USED, then].concat();
    }
    let minutes = counted(plan.minutes as usize, "minute", "minutes");
    match (old, plan.unseen) {
        (_, 0) => {
            let asked = counted(count, "question", "questions");
            [&*asked, " to refresh, about ", &minutes, "."].concat()
        }
        (0, _) => {
            let asked = counted(count, "new question", "new questions");
            [&*asked, ", about ", &minutes, "."].concat()
        }
        (_, _) => {
            let parts = [
                &*old.to_string(),
                " to refresh and ",
                &plan.unseen.to_string(),
                " new",
            ];
            [
                &*count.to_string(),
                " questions, about ",
                &minutes,
                ": ",
                &parts.concat(),
                ".",
            ]
            .concat()
        }
    }
}

fn expectation(plan: &Plan<'_>, aim: Aim, today: Day) -> String {
    let known = percent(plan.expected);
    let day = match aim.interview {
        None => return ["Expected to know ", &known, " today."].concat(),
        Some(day) if day < today => {
            return [
                "Your interview was on ",
                &said(day, today),
                ". Expected to know ",
                &known,
                " today.",
            ]
            .concat();
        }
        Some(day) if day == today => "today, on your interview".to_owned(),
        Some(day) => ["on ", &said(day, today)].concat(),
    };
    let then = percent(plan.then);
    match plan.questions.is_empty() || then == known {
        true => ["Expected to know ", &known, " ", &day, "."].concat(),
        false => [
            "Expected to know ",
            &known,
            " ",
            &day,
            ", and ",
            &then,
            " with today's plan.",
        ]
        .concat(),
    }
}

fn said(day: Day, today: Day) -> String {
    Date::of(day).said(Date::of(today))
}

fn percent(share: f32) -> String {
    [&*((share * 100.0).round() as u32).to_string(), "%"].concat()
}

fn set_of(questions: usize) -> String {
    [
        "That is of all ",
        &*questions.to_string(),
        " questions: what you have not tried counts as not known. ",
    ]
    .concat()
}

const DONE: &str = "Nothing is left to do today.";
const USED: &str = " due besides, but the minutes of today are used. ";
const FOR_THE_DAY: &str = "Tomorrow begins with what helps most on the day of your interview.";

#[cfg(test)]
mod tests {
    use super::*;
    use bank::embedded::Bank;

    const TODAY: Day = Day(20_778);

    fn with(old: usize, unseen: usize, due: usize, look: impl FnOnce(Plan<'_>)) {
        let bank = Bank::open(
            include_bytes!(concat!(env!("OUT_DIR"), "/bank.index")),
            include_bytes!(concat!(env!("OUT_DIR"), "/bank.bodies")),
        )
        .unwrap();
        let entries = bank.questions().iter().take(old + unseen);
        look(Plan {
            questions: entries.collect(),
            unseen,
            minutes: 9,
            due,
            on: TODAY,
            expected: 0.816,
            then: 0.844,
        });
    }

    #[test]
    fn the_work_is_said_in_a_sentence() {
        let said = |plan: &Plan<'_>, days: Option<i32>| {
            let interview = days.map(|days| Day(TODAY.0 + days));
            let aim = Aim {
                interview,
                ..Aim::default()
            };
            work(plan, aim, TODAY)
        };
        let check = |old: usize, unseen: usize, due: usize, expected: &str| {
            with(old, unseen, due, |plan| {
                assert_eq!(said(&plan, None), expected)
            });
        };
        check(1, 0, 1, "1 question to refresh, about 9 minutes.");
        check(5, 0, 9, "5 questions to refresh, about 9 minutes.");
        check(0, 1, 0, "1 new question, about 9 minutes.");
        check(0, 7, 0, "7 new questions, about 9 minutes.");
        check(
            3,
            4,
            3,
            "7 questions, about 9 minutes: 3 to refresh and 4 new.",
        );
        check(0, 0, 0, DONE);
        let one = "1 question is due besides, but the minutes of today are used. It is asked first tomorrow.";
        check(0, 0, 1, one);
        let two = "2 questions are due besides, but the minutes of today are used. ";
        let check = |days: Option<i32>, then: &str| {
            with(0, 0, 2, |plan| {
                assert_eq!(said(&plan, days), [two, then].concat(), "{days:?}");
            });
        };
        check(None, "They are asked first tomorrow.");
        check(Some(0), "They are asked first tomorrow.");
        check(Some(-3), "They are asked first tomorrow.");
        check(Some(1), FOR_THE_DAY);
        check(Some(15), FOR_THE_DAY);
    }

    #[test]
    fn what_is_expected_is_said_with_its_day() {
        let check = |days: Option<i32>, asked: usize, expected: &str| {
            let aim = Aim {
                interview: days.map(|days| Day(TODAY.0 + days)),
                ..Aim::default()
            };
            with(asked, 0, 0, |plan| {
                assert_eq!(expectation(&plan, aim, TODAY), expected);
            });
        };
        check(None, 3, "Expected to know 82% today.");
        check(
            Some(23),
            3,
            "Expected to know 82% on 14 December, and 84% with today's plan.",
        );
        check(Some(23), 0, "Expected to know 82% on 14 December.");
        check(
            Some(0),
            3,
            "Expected to know 82% today, on your interview, and 84% with today's plan.",
        );
        check(
            Some(-1),
            3,
            "Your interview was on 20 November. Expected to know 82% today.",
        );
    }
}
