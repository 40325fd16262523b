//! Today's plan: which questions to ask today, in which order, and what is likely to be known on a day.
//!
//! Without an interview it is spaced repetition: what is due, then new questions, as many as the day's
//! minutes hold. With one it is what raises the expected recall on that day most for each minute. It looks
//! no further than today: what tomorrow's plan is depends on what is known tomorrow.

#[cfg(test)]
mod learner;
#[cfg(test)]
mod tests;

use crate::practice::memory::memories::Memories;
use crate::practice::memory::{Grade, Memory, Retention};
use crate::practice::time::Day;
use bank::name::QuestionId;
use bank::question::Entry;

/// What a person wishes for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Aim {
    /// The day of the interview. It is kept when it has passed, and then counts for nothing.
    pub interview: Option<Day>,
    /// How likely a question is to be known when it is asked again.
    pub retention: Retention,
    /// How many minutes a day there are for it.
    pub minutes: u16,
}

/// What is to be done today.
#[derive(Clone, PartialEq, Debug)]
pub struct Plan<'a> {
    /// In the order in which to ask them.
    pub questions: Vec<&'a Entry>,
    /// How many of these were never tried.
    pub unseen: usize,
    /// About how long that takes; 0 only when there is nothing to do.
    pub minutes: u32,
    /// Questions that are due, whether there is time for them today or not.
    pub due: usize,
    /// The day that the two figures are about: that of the interview, or today.
    pub on: Day,
    /// The expected recall on that day of all questions, from 0 to 1, if nothing more is done.
    pub expected: f32,
    /// The same once today's plan is done.
    pub then: f32,
}

/// A question that could be asked today.
struct Candidate<'a> {
    entry: &'a Entry,
    is_new: bool,
    /// Before all others: weak, shortly before the interview.
    is_weak: bool,
    /// What asking it adds to its expected recall on the day.
    gain: f32,
    /// How likely it is known now.
    recall: f32,
}

/// Before an interview so many days are for what is weak.
const LAST_DAYS: i32 = 3;

/// How likely a new question is answered right: nothing is known of it.
const FIRST_RIGHT: f32 = 0.5;

/// Asking one check, and reading why, takes about a quarter of the minutes that an interview gives to the
/// whole question: time is counted in quarters of a minute. A check of the longest is no longer than this.
const LONGEST: u16 = 10;

/// In a minute.
const QUARTERS: u32 = 4;

impl Aim {
    /// The day of the interview, unless it has passed.
    pub fn ahead(self, today: Day) -> Option<Day> {
        self.interview.filter(|day| *day >= today)
    }
}

impl Default for Aim {
    fn default() -> Aim {
        Aim {
            interview: None,
            retention: Retention::default(),
            minutes: 20,
        }
    }
}

/// Today's plan for these questions, of which those without checks are not asked. What was done today is
/// taken off the day's minutes, so the plan gets shorter as it is worked on.
pub fn today<'a>(
    entries: impl IntoIterator<Item = &'a Entry>,
    memories: &Memories,
    aim: Aim,
    today: Day,
) -> Plan<'a> {
    let entries: Vec<(&Entry, Option<Memory>)> = entries
        .into_iter()
        .map(|entry| (entry, memories.memory(&entry.id)))
        .collect();
    let ahead = aim.ahead(today);
    let on = ahead.unwrap_or(today);
    let is_due = |memory: Memory| memory.due(aim.retention) <= today;
    let due = entries
        .iter()
        .filter(|(_, memory)| memory.is_some_and(is_due));
    let mut plan = Plan {
        questions: Vec::new(),
        unseen: 0,
        minutes: 0,
        due: due.count(),
        on,
        expected: 0.0,
        then: 0.0,
    };
    let left = ahead.map(|day| day.0.saturating_sub(today.0));
    let mut new = new_today(&entries, left, today);
    let done = entries
        .iter()
        .filter(|(_, memory)| memory.is_some_and(|memory| memory.last() == today));
    let done: u32 = done.map(|(entry, _)| quarters(entry)).sum();
    let mut room = (u32::from(aim.minutes) * QUARTERS).saturating_sub(done);
    let mut taken = 0;
    let mut gained = 0.0;
    for candidate in in_order(&entries, aim, left, today) {
        let takes = quarters(candidate.entry);
        if takes > room || candidate.is_new && new == 0 {
            continue;
        }
        room -= takes;
        taken += takes;
        gained += candidate.gain;
        if candidate.is_new {
            new -= 1;
            plan.unseen += 1;
        }
        plan.questions.push(candidate.entry);
    }
    plan.minutes = taken.div_ceil(QUARTERS);
    let count = entries.len().max(1) as f32;
    let known: f32 = entries.iter().map(|(_, memory)| recall(*memory, on)).sum();
    plan.expected = known / count;
    plan.then = (known + gained) / count;
    plan
}

/// The expected recall of these questions on a day, from 0 to 1: the mean over all of them, where one that
/// was never tried counts as not known. No question is none known.
pub fn expected<'a>(
    questions: impl IntoIterator<Item = &'a QuestionId>,
    memories: &Memories,
    on: Day,
) -> f32 {
    let (mut count, mut known) = (0.0, 0.0);
    for question in questions {
        count += 1.0;
        known += recall(memories.memory(question), on);
    }
    if count == 0.0 { 0.0 } else { known / count }
}

/// How many of these questions become due on each of 30 days, the first of which is today and has those
/// that have been due for longer. What will be answered on the way is not foreseen.
pub fn forecast<'a>(
    questions: impl IntoIterator<Item = &'a QuestionId>,
    memories: &Memories,
    retention: Retention,
    today: Day,
) -> [usize; 30] {
    let mut counts = [0; 30];
    let known = questions
        .into_iter()
        .filter_map(|question| memories.memory(question));
    for memory in known {
        let days = memory.due(retention).0.saturating_sub(today.0).max(0);
        if let Some(count) = counts.get_mut(days as usize) {
            *count += 1;
        }
    }
    counts
}

/// How many new questions there is to be room for today. Before an interview they are spread over the days
/// that are left, but for the last ones; `left` counts the days up to it.
fn new_today(entries: &[(&Entry, Option<Memory>)], left: Option<i32>, today: Day) -> usize {
    let days = match left {
        Some(left) if left > LAST_DAYS => (left - LAST_DAYS) as usize,
        Some(_) | None => return usize::MAX,
    };
    let unseen = entries
        .iter()
        .filter(|(_, memory)| memory.is_none())
        .count();
    let begun = entries
        .iter()
        .filter(|(_, memory)| memory.is_some_and(|memory| memory.first() == today));
    let begun = begun.count();
    (unseen + begun).div_ceil(days).saturating_sub(begun)
}

/// All that could be asked today, what matters most first.
fn in_order<'a>(
    entries: &[(&'a Entry, Option<Memory>)],
    aim: Aim,
    left: Option<i32>,
    today: Day,
) -> Vec<Candidate<'a>> {
    let on = aim.ahead(today).unwrap_or(today);
    let is_close = left.is_some_and(|left| left <= LAST_DAYS);
    let candidate = |(entry, memory): &(&'a Entry, Option<Memory>)| {
        // What was asked today comes again tomorrow at the earliest, however weak it is.
        let is_weak = |memory: Memory| {
            is_close && memory.last() < today && memory.recall(on) < aim.retention.share()
        };
        let is_weak = memory.is_some_and(is_weak);
        let is_wanted = match memory {
            None => true,
            Some(memory) => is_weak || memory.due(aim.retention) <= today,
        };
        (is_wanted && !entry.checks.is_empty()).then(|| Candidate {
            entry,
            is_new: memory.is_none(),
            is_weak,
            gain: practised(*memory, today, on) - recall(*memory, on),
            recall: recall(*memory, today),
        })
    };
    let mut candidates: Vec<Candidate<'_>> = entries.iter().filter_map(candidate).collect();
    match left {
        Some(_) => candidates.sort_by(|a, b| {
            let by_gain = b.gain_per_minute().total_cmp(&a.gain_per_minute());
            b.is_weak.cmp(&a.is_weak).then(by_gain)
        }),
        // What is nearest to being forgotten, and then new ones in the order of the bank.
        None => candidates.sort_by(|a, b| {
            let by_recall = a.recall.total_cmp(&b.recall);
            a.is_new.cmp(&b.is_new).then(by_recall)
        }),
    }
    candidates
}

impl Candidate<'_> {
    fn gain_per_minute(&self) -> f32 {
        self.gain / quarters(self.entry) as f32
    }
}

/// How likely a question is known on a day, once it was asked today: what is missed is asked again in the
/// same sitting.
fn practised(memory: Option<Memory>, today: Day, on: Day) -> f32 {
    let after = |grade| match memory {
        Some(memory) => memory.after(grade, today),
        None => Memory::begin(grade, today),
    };
    let right = memory.map_or(FIRST_RIGHT, |memory| memory.recall(today));
    let if_right = after(Grade::Good).recall(on);
    let if_missed = after(Grade::Again).after(Grade::Good, today).recall(on);
    right * if_right + (1.0 - right) * if_missed
}

fn recall(memory: Option<Memory>, on: Day) -> f32 {
    memory.map_or(0.0, |memory| memory.recall(on))
}

/// How long asking a question takes, in quarters of a minute.
fn quarters(entry: &Entry) -> u32 {
    entry.minutes.clamp(1, LONGEST).into()
}
