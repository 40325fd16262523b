//! Streak: how many days in a row there were answers, with one free miss a week.
//!
//! A row of days goes on as long as no seven days of it hold more than one day without an answer. Days
//! without an answer do not count. Today is no miss: it is not over.

use crate::practice::figures::activity::Active;
use crate::practice::time::Day;

/// How many days in a row.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Streak {
    /// Up to today; 0 when it has ended.
    pub days: u32,
    /// Of the longest row there ever was.
    pub longest: u32,
    /// Whether there is an answer of today.
    pub is_done_today: bool,
    /// Whether the row still goes on tomorrow, when there is no answer today.
    pub may_miss_today: bool,
}

/// A row of days so far.
#[derive(Clone, Copy, Default)]
struct Run {
    /// Days with answers.
    days: u32,
    /// The last one, when there is one.
    last: Option<Day>,
    /// The last day that was missed, and the days with answers since.
    missed: Option<(Day, u32)>,
}

const WEEK: i32 = 7;

/// The streak of someone who was active on these days, oldest first. What a wrong clock puts into days to
/// come does not count.
pub fn streak(activity: &[Active], today: Day) -> Streak {
    let mut run = Run::default();
    let mut longest = 0;
    for active in activity.iter().take_while(|active| active.day <= today) {
        run = run.up_to(active.day).with(active.day);
        longest = longest.max(run.days);
    }
    let is_done_today = run.last == Some(today);
    let days = run.up_to(today).days;
    let tomorrow = Day(today.0.saturating_add(1));
    Streak {
        days,
        longest,
        is_done_today,
        may_miss_today: days > 0 && run.up_to(tomorrow).days == days,
    }
}

impl Run {
    /// What is left of it on a day, after the days without an answer that lie before that day.
    fn up_to(self, day: Day) -> Run {
        let Some(last) = self.last else {
            return self;
        };
        match day.0.saturating_sub(last.0) {
            ..=1 => self,
            2 => self.missing(Day(day.0 - 1)),
            // Two days one after the other.
            _ => Run::default(),
        }
    }

    fn missing(self, day: Day) -> Run {
        let days = match self.missed {
            // The row begins after the other miss.
            Some((other, since)) if day.0 - other.0 < WEEK => since,
            Some(_) | None => self.days,
        };
        Run {
            days,
            missed: Some((day, 0)),
            ..self
        }
    }

    fn with(self, day: Day) -> Run {
        Run {
            days: self.days + 1,
            last: Some(day),
            missed: self.missed.map(|(day, since)| (day, since + 1)),
        }
    }
}
