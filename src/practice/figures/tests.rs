//! Every figure once more, worked out in another way: attempt by attempt, with nothing kept in between.

use super::*;
use crate::practice::attempt::{Attempt, Confidence, Help, Item};
use crate::practice::figures::accuracy::{Asked, accuracy, calibration};
use crate::practice::figures::activity::{Active, activity, seconds, weeks};
use crate::practice::figures::knowledge::{LEVELS, by_level, knowledge};
use crate::practice::figures::streak::streak;
use crate::practice::figures::stumbles::stumbles;
use crate::practice::history::History;
use crate::practice::history::tests::any_log;
use crate::practice::slip::Slip;
use crate::practice::time::{Day, Moment, UtcOffset};
use bank::embedded::Bank;
use bank::name::{CheckName, QuestionId};
use bank::question::Entry;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

static BANK: LazyLock<Bank> = LazyLock::new(|| {
    Bank::open(
        include_bytes!(concat!(env!("OUT_DIR"), "/bank.index")),
        include_bytes!(concat!(env!("OUT_DIR"), "/bank.bodies")),
    )
    .unwrap()
});

const HOUR: i64 = 3_600_000;

/// A log over some days, of questions of the bank and of what has left it.
fn any_real_log() -> impl Strategy<Value = Vec<Attempt>> {
    (any_log(), 1i64..30).prop_map(|(log, hours)| {
        log.into_iter()
            .map(|attempt| real(attempt, hours))
            .collect()
    })
}

fn real(attempt: Attempt, hours: i64) -> Attempt {
    let entry = BANK.question(&attempt.question);
    let item = match (&attempt.item, entry) {
        // Most answers are to checks.
        (Item::Check(name), Some(entry)) if name.as_str() == "a" => {
            Item::Check(entry.checks[0].name.clone())
        }
        (Item::Exercise, Some(entry)) if attempt.runs == 0 => {
            Item::Check(entry.checks[1].name.clone())
        }
        (item, _) => item.clone(),
    };
    Attempt {
        at: Moment(attempt.at.0 * hours * HOUR + i64::from(attempt.runs)),
        rev: entry.map_or(1, |entry| entry.rev)
            + u16::from(attempt.seconds > 0 && attempt.runs > 0),
        seconds: attempt.seconds * 2_000 + u32::from(attempt.runs) * 100,
        item,
        ..attempt
    }
}

/// Clocks that are put forward, far from Greenwich, and back again.
fn offset(at: Moment) -> UtcOffset {
    match at.0 / HOUR {
        100..=299 => UtcOffset(-570),
        _ => UtcOffset(-630),
    }
}

fn entry_of(attempt: &Attempt) -> Option<&'static Entry> {
    let questions = BANK.questions();
    questions.iter().find(|entry| entry.id == attempt.question)
}

fn asked(attempt: &Attempt) -> Option<Asked> {
    match &attempt.item {
        Item::Aloud => Some(Asked::Aloud),
        Item::Exercise => Some(Asked::Exercise),
        Item::Check(name) => {
            let checks = &entry_of(attempt)?.checks;
            let check = checks.iter().find(|check| check.name == *name)?;
            Some(Asked::Check(check.kind))
        }
    }
}

fn share(attempts: &[&Attempt]) -> Share {
    let count = |verdict| attempts.iter().filter(|it| it.verdict == verdict).count() as u32;
    Share {
        right: count(Verdict::Correct),
        of: attempts.len() as u32 - count(Verdict::CouldNotRun),
    }
}

fn attempts(history: &History) -> Vec<Attempt> {
    history.attempts().collect()
}

/// Activity on the days that are marked, of which the first is day 0.
fn active_on(days: &[bool]) -> Vec<Active> {
    let marked = days.iter().zip(0..).filter(|(is_active, _)| **is_active);
    let active = |(_, day)| Active {
        day: Day(day),
        answers: 1,
        seconds: 0,
    };
    marked.map(active).collect()
}

/// Whether no seven days one after the other have two misses.
fn is_a_row(days: &[bool]) -> bool {
    (0..days.len()).all(|from| {
        let week = &days[from..days.len().min(from + 7)];
        week.iter().filter(|is_active| !**is_active).count() <= 1
    })
}

/// The most active days of any row that ends with the last of these.
fn longest_to_the_end(days: &[bool]) -> u32 {
    let rows = (0..days.len()).map(|from| &days[from..]);
    let rows = rows.filter(|row| row[0] && is_a_row(row));
    let counts = rows.map(|row| row.iter().filter(|is_active| **is_active).count());
    counts.max().unwrap_or(0) as u32
}

proptest! {
    #[test]
    fn accuracy_counts_each_attempt_of_its_kind(log in any_real_log()) {
        let history = History::replay(log);
        let attempts = attempts(&history);
        for (kind, found) in Asked::ALL.into_iter().zip(accuracy(&history, &BANK)) {
            let of_kind: Vec<&Attempt> =
                attempts.iter().filter(|it| asked(it) == Some(kind)).collect();
            prop_assert_eq!(found, share(&of_kind), "{:?}", kind);
        }
    }

    #[test]
    fn calibration_counts_each_attempt_that_says_how_sure_it_was(log in any_real_log()) {
        let history = History::replay(log);
        let attempts = attempts(&history);
        let said = [Confidence::Guess, Confidence::ThinkSo, Confidence::Sure];
        for (confidence, found) in said.into_iter().zip(calibration(&history)) {
            let so_sure: Vec<&Attempt> =
                attempts
                    .iter()
                    .filter(|it| it.item != Item::Aloud && it.confidence == Some(confidence))
                    .collect();
            prop_assert_eq!(found, share(&so_sure), "{:?}", confidence);
        }
    }

    #[test]
    fn activity_is_the_count_of_each_day_by_the_clocks_of_that_moment(log in any_real_log()) {
        let history = History::replay(log);
        let mut expected = BTreeMap::<Day, (u32, u32)>::new();
        for attempt in history.attempts() {
            let (answers, passed) = expected.entry(attempt.at.day(offset(attempt.at))).or_default();
            *answers += 1;
            *passed += seconds(attempt.seconds, &attempt.item);
        }
        let expected: Vec<Active> = expected
            .into_iter()
            .map(|(day, (answers, seconds))| Active { day, answers, seconds })
            .collect();
        prop_assert_eq!(activity(&history, &offset), expected);
    }

    #[test]
    fn weeks_hold_what_the_days_hold(
        days in prop::collection::btree_map(-30i32..60, (1u32..9, 0u32..900), 0..40),
        today in 0i32..40,
    ) {
        let active: Vec<Active> = days
            .iter()
            .map(|(day, (answers, seconds))| Active {
                day: Day(*day),
                answers: *answers,
                seconds: *seconds,
            })
            .collect();
        let weeks = weeks::<4>(&active, Day(today));
        for week in weeks {
            // 5 January 1970 was a Monday.
            prop_assert_eq!((week.monday.0 - 4).rem_euclid(7), 0);
            let mut seconds = 0;
            for (answers, day) in week.answers.into_iter().zip(week.monday.0..) {
                let known = days.get(&day).filter(|_| day <= today);
                prop_assert_eq!(answers, known.map_or(0, |(answers, _)| *answers), "{}", day);
                seconds += known.map_or(0, |(_, seconds)| *seconds);
            }
            prop_assert_eq!(week.seconds, seconds);
        }
        let mondays: Vec<i32> = weeks.iter().map(|week| week.monday.0).collect();
        prop_assert!(mondays.windows(2).all(|pair| pair[1] - pair[0] == 7));
        prop_assert!((0..7).contains(&(today - mondays[3])));
    }

    #[test]
    fn a_streak_is_the_longest_row_without_two_misses_in_a_week(
        days in prop::collection::vec(prop::bool::weighted(0.8), 1..50),
    ) {
        let today = days.len() - 1;
        let found = streak(&active_on(&days), Day(today as i32));
        // Today is no miss.
        let so_far = if days[today] { &days[..] } else { &days[..today] };
        prop_assert_eq!(found.days, longest_to_the_end(so_far));
        prop_assert_eq!(found.is_done_today, days[today]);
        let ends = (1..=days.len()).map(|end| longest_to_the_end(&days[..end]));
        prop_assert_eq!(found.longest, ends.max().unwrap_or(0));
        let if_missed = longest_to_the_end(&[&days[..today], &[false]].concat());
        let goes_on = found.days > 0 && (days[today] || if_missed == found.days);
        prop_assert_eq!(found.may_miss_today, goes_on);
        // What a clock that was wrong once puts ahead changes nothing.
        let ahead = active_on(&[&days[..], &[false, true, true]].concat());
        prop_assert_eq!(streak(&ahead, Day(today as i32)), found);
    }

    #[test]
    fn a_stumble_is_a_mistake_that_two_attempts_have_made(log in any_real_log()) {
        let history = History::replay(log);
        let attempts = attempts(&history);
        let is_wrong = |it: &Attempt| matches!(it.verdict, Verdict::Partly | Verdict::Wrong);
        type Key = (QuestionId, CheckName, Option<Slip>);
        let key = |it: &Attempt| -> Option<Key> {
            let Item::Check(name) = &it.item else { return None };
            let entry = entry_of(it).filter(|entry| entry.rev == it.rev)?;
            let is_there = entry.checks.iter().any(|check| check.name == *name);
            is_there.then(|| (it.question.clone(), name.clone(), it.slip))
        };
        let mut expected = BTreeSet::new();
        for it in attempts.iter().filter(|it| is_wrong(it)) {
            let same = |other: &&Attempt| is_wrong(other) && key(other) == key(it);
            let made: Vec<&Attempt> = attempts.iter().filter(same).collect();
            if let Some(key) = key(it).filter(|_| made.len() > 1) {
                let mut answers = attempts.iter().filter(|other| {
                    (&other.question, &other.item, other.rev) == (&it.question, &it.item, it.rev)
                });
                let is_right = answers.next_back().unwrap().verdict == Verdict::Correct;
                expected.insert((key, made.len() as u32, made.last().unwrap().at, is_right));
            }
        }
        let stumbles = stumbles(&history, &BANK);
        let found: BTreeSet<_> = stumbles
            .iter()
            .map(|it| {
                let key = (it.entry.id.clone(), it.check.clone(), it.slip);
                (key, it.times, it.last, it.is_overcome)
            })
            .collect();
        prop_assert_eq!(found.len(), stumbles.len());
        prop_assert_eq!(found, expected);
        // What is to be done about comes first.
        let order = |it: &stumbles::Stumble<'_>| (!it.is_overcome, it.slip.is_some(), it.times, it.last);
        let is_in_order = stumbles.windows(2).all(|pair| order(&pair[0]) >= order(&pair[1]));
        prop_assert!(is_in_order);
    }

    #[test]
    fn knowledge_is_the_sum_of_what_is_recalled(seed in any::<u32>()) {
        let recall = |id: &QuestionId| {
            let mix = |sum: u32, byte: u8| sum.wrapping_mul(31).wrapping_add(byte.into());
            let sum = id.as_str().bytes().fold(seed, mix);
            (sum % 3 > 0).then_some((sum % 101) as f32 / 100.0)
        };
        let topics = knowledge(&BANK, recall);
        let questions = BANK.questions();
        let of = |is: &dyn Fn(&Entry) -> bool| {
            let recalls = questions.iter().filter(|it| is(it)).map(|it| recall(&it.id));
            let recalls: Vec<Option<f32>> = recalls.collect();
            let recalled: f32 = recalls.iter().flatten().sum();
            (recalls.len() as u32, recalls.iter().flatten().count() as u32, recalled)
        };
        let check = |found: knowledge::Known, expected: (u32, u32, f32)| {
            assert_eq!((found.questions, found.tried), (expected.0, expected.1));
            assert!((found.recalled - expected.2).abs() < 0.01, "{found:?} {expected:?}");
            let percent = 100.0 * expected.2 / expected.0.max(1) as f32;
            assert!((found.percent() as f32 - percent).abs() < 0.51, "{found:?}");
        };
        let slugs: BTreeSet<_> = questions.iter().map(|it| it.topic.as_str()).collect();
        prop_assert!(topics.iter().map(|of| of.topic.slug.as_str()).eq(BANK
            .topics()
            .iter()
            .map(|topic| topic.slug.as_str())
            .filter(|slug| slugs.contains(slug))));
        for known in &topics {
            let slug = &known.topic.slug;
            for (level, found) in LEVELS.into_iter().zip(known.levels) {
                check(found, of(&|it| it.topic == *slug && it.level == level));
            }
            check(known.all(), of(&|it| it.topic == *slug));
        }
        for (level, found) in LEVELS.into_iter().zip(by_level(&topics)) {
            check(found, of(&|it| it.level == level));
        }
    }

    #[test]
    fn a_percentage_is_the_nearest_whole_one(right in 0u32..2_000, wrong in 0u32..2_000) {
        let of = right + wrong;
        let percent = f64::from(Share { right, of }.percent());
        let exact = if of == 0 { 0.0 } else { 100.0 * f64::from(right) / f64::from(of) };
        prop_assert!((percent - exact).abs() <= 0.5, "{} {}", percent, exact);
    }
}

/// Who was never asked how sure they were used to read that they had always been right when they were.
#[test]
fn what_came_easily_aloud_is_no_forecast() {
    let easy = |item: Item| Attempt {
        at: Moment(1),
        question: QuestionId::parse("gil").unwrap(),
        rev: 1,
        item,
        verdict: Verdict::Correct,
        help: Help::None,
        confidence: Some(Confidence::Sure),
        slip: None,
        seconds: 3,
        runs: 0,
    };
    let sure = |item: Item| calibration(&History::replay([easy(item)]))[2].of;
    assert_eq!(sure(Item::Aloud), 0);
    assert_eq!(sure(Item::Exercise), 1);
}

#[test]
fn an_answer_counts_no_longer_than_somebody_may_have_thought() {
    let check = |passed, item: Item, expected| assert_eq!(seconds(passed, &item), expected);
    check(599, Item::Aloud, 599);
    check(86_400, Item::Aloud, 600);
    check(1_800, Item::Exercise, 1_800);
    check(86_400, Item::Exercise, 3_600);
}

#[test]
fn one_miss_a_week_is_free_and_a_second_ends_the_row() {
    let check = |days: &str, expected: u32| {
        let days: Vec<bool> = days.chars().map(|it| it == 'x').collect();
        let found = streak(&active_on(&days), Day(days.len() as i32 - 1));
        assert_eq!(found.days, expected, "{days:?}");
    };
    check("x", 1);
    check("-", 0);
    check("xxx-", 3);
    check("xxx-x", 4);
    check("xxx--", 3);
    check("xxx---", 0);
    check("xxx--x", 1);
    check("xx-xxxxxx-x", 9);
    check("xx-xxxxx-x", 6);
}
