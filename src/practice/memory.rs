//! Memory: what the attempts at one question have left of it, by the model FSRS-6 of the `fsrs` crate.
//!
//! It is derived and never stored, so a later model can replay the same log. Its time are local days, as
//! the crate's: an attempt on the day of the one before counts as one of the same day, by the model's own
//! terms for that, so every attempt counts and a question answered five times in an evening is not known
//! five times better. There are no learning steps: what was missed is asked again in the same sitting, and
//! on the next day at the earliest.

pub mod memories;
#[cfg(test)]
mod tests;

use crate::practice::attempt::{Confidence, Help, Item};
use crate::practice::history::row::Said;
use crate::practice::time::Day;
use bank::answer::Verdict;
use fsrs::{FSRS, FSRS6_DEFAULT_DECAY, FSRSItem, FSRSReview, MemoryState, current_retrievability};
use std::sync::LazyLock;

/// What is left of one question.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Memory {
    first: Day,
    last: Day,
    strength: MemoryState,
}

/// What an attempt says to the model.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Grade {
    /// Not remembered.
    Again,
    /// Remembered with help, or by luck.
    Hard,
    /// Remembered.
    Good,
    /// Remembered without effort.
    Easy,
}

/// How likely a question is to be known when it is asked again, in whole percent.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Retention(u8);

/// How well a question is known.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// Never tried.
    Unseen,
    /// Tried; asked again within a week of the last time.
    Learning,
    /// Not to be asked for a week or more.
    Known,
    /// To be asked again now.
    Due,
}

/// Average people's parameters: nobody has enough answers here for parameters of their own.
static MODEL: LazyLock<FSRS> = LazyLock::new(FSRS::default);

/// In days: what is not asked for so long is known.
const WEEK: u32 = 7;

impl Memory {
    /// After the first attempt.
    pub fn begin(grade: Grade, on: Day) -> Memory {
        Memory {
            first: on,
            last: on,
            strength: learned(vec![review(grade, 0)], None),
        }
    }

    /// After one attempt more. A clock that was set back counts as the day of the attempt before.
    #[must_use]
    pub fn after(self, grade: Grade, on: Day) -> Memory {
        let reviews = vec![review(grade, days(self.last, on))];
        Memory {
            first: self.first,
            last: on.max(self.last),
            strength: learned(reviews, Some(self.strength)),
        }
    }

    /// The day of the first attempt.
    pub fn first(self) -> Day {
        self.first
    }

    /// The day of the last attempt.
    pub fn last(self) -> Day {
        self.last
    }

    /// How likely the question is known on a day, from 0 to 1, if it is not asked before. Earlier days
    /// count as that of the last attempt.
    pub fn recall(self, on: Day) -> f32 {
        let days = days(self.last, on) as f32;
        current_retrievability(self.strength, days, FSRS6_DEFAULT_DECAY)
    }

    /// The day on which to ask again: the last one on which it is still as likely known as is wished, and
    /// never the day of the last attempt.
    pub fn due(self, retention: Retention) -> Day {
        Day(self
            .last
            .0
            .saturating_add_unsigned(self.interval(retention)))
    }

    /// How well the question is known on a day.
    pub fn state(self, retention: Retention, on: Day) -> State {
        if self.due(retention) <= on {
            State::Due
        } else if self.interval(retention) < WEEK {
            State::Learning
        } else {
            State::Known
        }
    }

    /// In days, at least 1.
    fn interval(self, retention: Retention) -> u32 {
        // The rating counts only for what has no stability yet.
        let days = MODEL.next_interval(Some(self.strength.stability), retention.share(), 0);
        // The model keeps it below 100 years for a retention of 0.9.
        (days as u32).max(1)
    }
}

impl Grade {
    /// What an attempt says. An answer aloud is judged by the person, who says "easy" by being sure of it.
    /// What is partly right is not remembered, and what could not run was not shown to be.
    pub fn of(item: &Item, said: Said) -> Grade {
        match (said.verdict(), said.help(), said.confidence()) {
            (Verdict::Partly | Verdict::Wrong | Verdict::CouldNotRun, _, _) => Grade::Again,
            (Verdict::Correct, Help::Hint, _)
            | (Verdict::Correct, Help::None, Some(Confidence::Guess)) => Grade::Hard,
            (Verdict::Correct, Help::None, Some(Confidence::Sure)) if *item == Item::Aloud => {
                Grade::Easy
            }
            (Verdict::Correct, Help::None, None | Some(Confidence::ThinkSo | Confidence::Sure)) => {
                Grade::Good
            }
        }
    }

    /// As the crate counts.
    fn rating(self) -> u32 {
        match self {
            Grade::Again => 1,
            Grade::Hard => 2,
            Grade::Good => 3,
            Grade::Easy => 4,
        }
    }
}

impl Retention {
    /// The least that can be wished for, in percent.
    pub const LEAST: u8 = 80;
    /// The most: above it work doubles with every percent or two.
    pub const MOST: u8 = 95;

    /// So many percent, when one can wish for them.
    pub fn of_percent(percent: u8) -> Option<Retention> {
        let is_possible = (Retention::LEAST..=Retention::MOST).contains(&percent);
        is_possible.then_some(Retention(percent))
    }

    /// In percent.
    pub fn percent(self) -> u8 {
        self.0
    }

    /// From 0 to 1.
    pub fn share(self) -> f32 {
        f32::from(self.0) / 100.0
    }
}

impl Default for Retention {
    fn default() -> Retention {
        Retention(90)
    }
}

/// How well a question is known of which there may be no memory.
pub fn state(memory: Option<Memory>, retention: Retention, on: Day) -> State {
    memory.map_or(State::Unseen, |memory| memory.state(retention, on))
}

fn review(grade: Grade, days: u32) -> FSRSReview {
    FSRSReview {
        rating: grade.rating(),
        delta_t: days,
    }
}

/// What reviews make of what there was before.
fn learned(reviews: Vec<FSRSReview>, before: Option<MemoryState>) -> MemoryState {
    // The model bounds its figures and refuses only those that are not finite.
    let least = MemoryState {
        stability: 0.001,
        difficulty: 10.0,
    };
    MODEL
        .memory_state(FSRSItem { reviews }, before)
        .unwrap_or(least)
}

/// From one day to another, or none.
fn days(from: Day, to: Day) -> u32 {
    u32::try_from(to.0.saturating_sub(from.0)).unwrap_or(0)
}
