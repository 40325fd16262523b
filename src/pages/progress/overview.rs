//! How much there was, and the streak.

use crate::pages::counted;
use crate::pages::progress::days::duration;
use crate::practice::figures::activity::Active;
use crate::practice::figures::streak::{Streak, streak};
use crate::practice::time::Day;
use leptos::prelude::*;

pub(super) fn drawn(active: &[Active], today: Day) -> AnyView {
    let answers: u32 = active.iter().map(|it| it.answers).sum();
    let seconds: u64 = active.iter().map(|it| u64::from(it.seconds)).sum();
    let amount = [
        &*counted(answers as usize, "answer", "answers"),
        " on ",
        &counted(active.len(), "day", "days"),
        ", ",
        &duration(seconds),
        " in all.",
    ];
    let streak = streak(active, today);
    view! {
        <div class="overview">
            <p class="lead" data-testid="amount">{amount.concat()}</p>
            <p data-testid="streak">{said(streak)}</p>
            <p class="fine">{RULE}</p>
        </div>
    }
    .into_any()
}

fn said(streak: Streak) -> String {
    let days = counted(streak.days as usize, "day", "days");
    let now = match (streak.days, streak.is_done_today, streak.may_miss_today) {
        (0, _, _) => "No days in a row at the moment: answer something today to begin.".to_owned(),
        (_, true, _) => [&*days, " in a row, and today is one of them."].concat(),
        (_, false, true) => [&*days, " in a row. They go on even if you miss today."].concat(),
        (_, false, false) => [&*days, " in a row. Answer something today to go on."].concat(),
    };
    if streak.longest <= streak.days {
        return now;
    }
    let longest = counted(streak.longest as usize, "day", "days");
    [&*now, " Your longest row had ", &longest, "."].concat()
}

const RULE: &str = "A day turns at 04:00. In a row of days one miss in seven is free; only days with answers are \
    counted.";
