//! Activity: on which days how much was answered, and for how long.
//!
//! A day is a local one, by the offset that the clocks of this place had at the moment of the answer:
//! an evening in July does not become another day because it is January now.

use crate::practice::attempt::Item;
use crate::practice::history::History;
use crate::practice::time::{Day, Moment, UtcOffset};

/// How far the clocks of this place were ahead of UTC at a moment.
pub type Offsets<'a> = &'a dyn Fn(Moment) -> UtcOffset;

/// A day on which something was answered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Active {
    /// The day.
    pub day: Day,
    /// How many answers there were, at least 1.
    pub answers: u32,
    /// How long they took; see [`seconds`].
    pub seconds: u32,
}

/// A week, from its Monday.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Week {
    /// Its Monday.
    pub monday: Day,
    /// The answers of each of its days.
    pub answers: [u32; 7],
    /// How long the answers of the whole week took.
    pub seconds: u32,
}

/// The most that an answer counts for, in seconds: a phone that was put away is no practice.
const LONGEST: u32 = 10 * 60;
/// The same for an exercise.
const LONGEST_EXERCISE: u32 = 60 * 60;

/// Clocks change only when a quarter of an hour begins, anywhere on earth. In ms.
const QUARTER: i64 = 15 * 60 * 1000;

/// The days on which something was answered, oldest first.
pub fn activity(history: &History, offsets: Offsets<'_>) -> Vec<Active> {
    let mut days: Vec<Active> = Vec::new();
    let mut known: Option<(i64, UtcOffset)> = None;
    for row in history.rows() {
        // Asking a browser is slow, and answers come in sittings.
        let quarter = row.at.0.div_euclid(QUARTER);
        let offset = match known {
            Some((of, offset)) if of == quarter => offset,
            Some(_) | None => offsets(row.at),
        };
        known = Some((quarter, offset));
        let day = row.at.day(offset);
        let seconds = seconds(row.seconds, &history.subjects().of(row.subject).item);
        let place = match days.last() {
            Some(last) if last.day == day => Ok(days.len() - 1),
            Some(last) if last.day < day => Err(days.len()),
            // Clocks were put back over the turn of the day.
            Some(_) | None => days.binary_search_by_key(&day, |active| active.day),
        };
        let place = place.unwrap_or_else(|place| {
            let (answers, seconds) = (0, 0);
            days.insert(
                place,
                Active {
                    day,
                    answers,
                    seconds,
                },
            );
            place
        });
        if let Some(active) = days.get_mut(place) {
            active.answers += 1;
            active.seconds = active.seconds.saturating_add(seconds);
        }
    }
    days
}

/// The last weeks up to this one, oldest first. Days to come have no answers, even where a clock that was
/// wrong says so.
pub fn weeks<const COUNT: usize>(activity: &[Active], today: Day) -> [Week; COUNT] {
    let this = monday(today);
    let mut weeks = [Week {
        monday: this,
        answers: [0; 7],
        seconds: 0,
    }; COUNT];
    for (week, before) in weeks.iter_mut().rev().zip(0..) {
        week.monday = Day(this.0.saturating_sub(7 * before));
    }
    for active in activity.iter().rev().skip_while(|it| it.day > today) {
        let monday = monday(active.day);
        let before = this.0.saturating_sub(monday.0) / 7;
        let Some(week) = weeks.iter_mut().rev().nth(before as usize) else {
            break;
        };
        week.seconds = week.seconds.saturating_add(active.seconds);
        let weekday = active.day.0.saturating_sub(monday.0);
        if let Some(answers) = week.answers.get_mut(weekday as usize) {
            *answers += active.answers;
        }
    }
    weeks
}

/// How long an answer counts, when so many seconds passed before it was given.
pub fn seconds(passed: u32, item: &Item) -> u32 {
    passed.min(match item {
        Item::Exercise => LONGEST_EXERCISE,
        Item::Aloud | Item::Check(_) => LONGEST,
    })
}

/// The Monday of the week of a day. 1970 began on a Thursday.
fn monday(day: Day) -> Day {
    Day(day.0.saturating_sub(day.0.saturating_add(3).rem_euclid(7)))
}
