//! On which days one practised, and for how long.

use crate::components::chart::{calendar, columns, ends, table};
use crate::pages::counted;
use crate::practice::date::Date;
use crate::practice::figures::activity::{Active, Week, weeks};
use crate::practice::time::Day;
use leptos::prelude::*;

/// Half a year.
const SHOWN: usize = 26;
/// A quarter of a year.
const TIMED: usize = 13;

pub(super) fn drawn(active: &[Active], today: Day) -> AnyView {
    let weeks = weeks::<SHOWN>(active, today);
    let begun = weeks.first().map_or(0, |week| today.0 - week.monday.0 + 1);
    let answers: u32 = weeks.iter().flat_map(|week| week.answers).sum();
    let days = weeks.iter().flat_map(|week| week.answers);
    let days = days.filter(|answers| *answers > 0).count();
    let said = [
        &*counted(answers as usize, "answer", "answers"),
        " on ",
        &counted(days, "day", "days"),
        " of the last 26 weeks. The larger a square, the more answers.",
    ]
    .concat();
    let name = |day: Day| Date::of(day).said(Date::of(today));
    let first = |weeks: &[Week]| weeks.first().map_or(today, |week| week.monday);
    let row = |week: &Week| {
        let mut cells = vec![name(week.monday)];
        cells.extend(week.answers.iter().map(u32::to_string));
        cells
    };
    let heads = ["Week of", "Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
    let timed = weeks.get(SHOWN - TIMED..).unwrap_or_default();
    let seconds: Vec<u32> = timed.iter().map(|week| week.seconds).collect();
    let this_week = seconds.last().copied().unwrap_or(0);
    let time_said = [
        &*duration(u64::from(this_week)),
        " this week, ",
        &duration(seconds.iter().copied().map(u64::from).sum()),
        " in the last 13 weeks.",
    ]
    .concat();
    let time_row = |week: &Week| vec![name(week.monday), duration(week.seconds.into())];
    view! {
        <p data-testid="days-said">{said.clone()}</p>
        <figure>
            {calendar(&weeks.map(|week| week.answers), begun as usize, ["Answers of each day: ", &said].concat())}
            {ends(name(first(&weeks)), "today".to_owned())}
        </figure>
        {table("Answers of each day", &heads, weeks.iter().map(row).collect())}
        <p data-testid="time-said">{time_said.clone()}</p>
        <figure>
            {columns(&seconds, ["Time spent in each week: ", &time_said].concat())}
            {ends(name(first(timed)), "this week".to_owned())}
        </figure>
        {table("Time spent in each week", &["Week of", "Time"], timed.iter().map(time_row).collect())}
        <p class="fine">{COUNTED}</p>
    }
    .into_any()
}

/// `50 seconds`, `12 minutes`, `3 hours 20 minutes`, to the nearest.
pub(super) fn duration(seconds: u64) -> String {
    if seconds < 60 {
        return counted(seconds as usize, "second", "seconds");
    }
    let minutes = (seconds + 30) / 60;
    let (hours, rest) = (minutes / 60, minutes % 60);
    let of_hours = counted(hours as usize, "hour", "hours");
    let of_rest = counted(rest as usize, "minute", "minutes");
    match (hours, rest) {
        (0, _) => of_rest,
        (_, 0) => of_hours,
        (_, _) => [&*of_hours, " ", &of_rest].concat(),
    }
}

const COUNTED: &str = "Time is counted from showing a question to its answer, for at most 10 minutes each, and 60 for \
    an exercise.";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_is_told_as_people_tell_it() {
        let check = |seconds, expected| assert_eq!(duration(seconds), expected, "{seconds}");
        check(0, "0 seconds");
        check(1, "1 second");
        check(59, "59 seconds");
        check(60, "1 minute");
        check(149, "2 minutes");
        check(150, "3 minutes");
        check(3_569, "59 minutes");
        check(3_570, "1 hour");
        check(3_661, "1 hour 1 minute");
        check(7_320, "2 hours 2 minutes");
    }
}
