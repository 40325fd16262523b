//! What a plan promises, and what comes of it when a learner keeps to it for months.

use super::learner::{HERE, Learner, entries, entry};
use super::*;
use crate::practice::history::History;
use crate::practice::history::tests::any_log;
use proptest::prelude::*;

fn ids<'a>(plan: &Plan<'a>) -> Vec<&'a str> {
    plan.questions
        .iter()
        .map(|entry| entry.id.as_str())
        .collect()
}

fn memories(learner: &Learner) -> Memories {
    Memories::of(&learner.history, HERE)
}

fn aim(minutes: u16, interview: Option<i32>) -> Aim {
    Aim {
        interview: interview.map(Day),
        minutes,
        ..Aim::default()
    }
}

/// Keeps to the plan from day 0 on, each day before this one.
fn practised_until(day: i32, entries: &[Entry], aim: Aim, seed: u64) -> Learner {
    let mut learner = Learner::new(seed);
    let mut memories = Memories::default();
    for on in (0..day).map(Day) {
        let plan = today(entries, &memories, aim, on);
        learner.sits(&plan.questions, on);
        memories.follow(&learner.history, HERE);
    }
    learner
}

#[test]
fn recall_at_reviews_keeps_within_two_points_of_the_target_for_90_days() {
    let entries = entries(450);
    for percent in [80, 85, 90, 95] {
        let retention = Retention::of_percent(percent).unwrap();
        let aim = Aim {
            retention,
            ..aim(60, None)
        };
        // As many as it takes for chance to be worth less than a point.
        let asked = (0..6).flat_map(|seed| practised_until(90, &entries, aim, seed).asked_again);
        let asked: Vec<(f64, bool)> = asked.collect();
        let count = asked.len() as f64;
        let expected = asked.iter().map(|(likely, _)| likely).sum::<f64>() / count;
        let right = asked.iter().filter(|(_, is_right)| *is_right).count() as f64 / count;
        println!("{percent}% wished: {expected:.3} expected, {right:.3} right of {count}");
        let target = f64::from(percent) / 100.0;
        assert!((right - target).abs() <= 0.02, "{right} for {target}");
        assert!((expected - target).abs() <= 0.02, "{expected} for {target}");
    }
}

#[test]
fn the_expected_recall_is_the_mean_of_what_the_learner_has_in_mind() {
    let entries = entries(60);
    let learner = practised_until(20, &entries, aim(12, None), 7);
    let memories = memories(&learner);
    assert!(learner.minds.len() > 20 && learner.asked_again.len() > 20);
    for on in [19, 20, 33, 110].map(Day) {
        let known: f64 = learner.minds.values().map(|mind| mind.recall(on)).sum();
        let mean = known / 60.0;
        let found = expected(entries.iter().map(|entry| &entry.id), &memories, on);
        assert!(
            (f64::from(found) - mean).abs() < 1e-4,
            "{found} is not {mean}"
        );
        let plan = today(&entries, &memories, aim(12, Some(on.0.max(20))), Day(20));
        if on.0 >= 20 {
            assert!((f64::from(plan.expected) - mean).abs() < 1e-4);
        }
    }
    assert_eq!(expected([], &memories, Day(20)), 0.0);
}

#[test]
fn what_the_plan_promises_is_what_comes_of_it_on_average() {
    let entries = entries(40);
    let aim = aim(15, Some(30));
    let before = practised_until(12, &entries, aim, 3);
    let plan = today(&entries, &memories(&before), aim, Day(12));
    assert!(plan.then > plan.expected && !plan.questions.is_empty());
    // New questions are right with a probability of its own here.
    let old: Vec<&Entry> = plan
        .questions
        .into_iter()
        .filter(|entry| before.minds.contains_key(&entry.id))
        .collect();
    assert!(old.len() > 3);
    let plan = Plan {
        questions: old,
        ..today(&entries, &memories(&before), aim, Day(12))
    };
    let promised: f32 = plan
        .questions
        .iter()
        .map(|entry| {
            let memory = memories(&before).memory(&entry.id);
            practised(memory, Day(12), Day(30))
        })
        .sum();
    let mut sum = 0.0;
    let runs = 2000;
    for seed in 0..runs {
        let mut learner = Learner::new(seed);
        learner.minds = before.minds.clone();
        learner.sits(&plan.questions, Day(12));
        let known = plan
            .questions
            .iter()
            .map(|entry| learner.minds[&entry.id].recall(Day(30)));
        sum += known.sum::<f64>();
    }
    let mean = sum / runs as f64;
    let share = (f64::from(promised) - mean).abs() / plan.questions.len() as f64;
    assert!(share < 0.005, "{promised} promised, {mean} came");
}

#[test]
fn without_an_interview_what_is_due_comes_before_what_is_new() {
    let entries: Vec<Entry> = ["new", "weak", "strong", "later", "newer"]
        .map(|id| entry(id, 4))
        .into();
    let mut learner = Learner::new(1);
    for (place, days) in [(1, vec![0, 1]), (2, vec![0, 2]), (3, vec![0, 3, 13])] {
        for day in days {
            learner.answers(&entries[place], place != 1, Day(day));
        }
    }
    let memories = memories(&learner);
    let check = |minutes: u16, interview: Option<i32>, expected: &[&str]| {
        let plan = today(&entries, &memories, aim(minutes, interview), Day(14));
        assert_eq!(ids(&plan), expected, "{minutes} {interview:?}");
        assert_eq!(plan.minutes as usize, expected.len());
    };
    check(9, None, &["weak", "strong", "new", "newer"]);
    check(3, None, &["weak", "strong", "new"]);
    check(1, None, &["weak"]);
    check(0, None, &[]);
    // An interview that has passed counts for nothing.
    check(3, Some(13), &["weak", "strong", "new"]);
    let plan = today(&entries, &memories, aim(2, None), Day(14));
    assert_eq!((plan.due, plan.unseen, plan.on), (2, 0, Day(14)));
    let plan = today(&entries, &memories, aim(9, Some(40)), Day(14));
    assert_eq!((plan.due, plan.unseen, plan.on), (2, 1, Day(40)));
}

#[test]
fn work_is_ordered_by_gain_per_minute() {
    let entries = [
        entry("long", 8),
        entry("short", 2),
        entry("endless", 45),
        entry("medium", 4),
    ];
    let plan = today(&entries, &Memories::default(), aim(60, Some(5)), Day(2));
    assert_eq!(ids(&plan), ["short", "medium", "long", "endless"]);
    // 2, 4, 8 and not more than 10 quarters of a minute.
    assert_eq!(plan.minutes, 6);
    let plan = today(&entries, &Memories::default(), aim(2, Some(5)), Day(2));
    assert_eq!(ids(&plan), ["short", "medium"]);
}

#[test]
fn new_questions_are_spread_over_the_days_before_the_last_three() {
    let entries = entries(70);
    let mut learner = Learner::new(5);
    let aim = aim(45, Some(38));
    for day in (0..35).map(Day) {
        let plan = today(&entries, &memories(&learner), aim, day);
        assert_eq!(plan.unseen, 2, "{day:?}");
        learner.sits(&plan.questions, day);
        // What was begun today is not begun again.
        let rest = today(&entries, &memories(&learner), aim, day);
        assert_eq!(rest.unseen, 0, "{day:?}");
    }
    assert_eq!(learner.minds.len(), 70);
}

#[test]
fn what_is_weak_comes_back_in_the_last_three_days() {
    let entries = entries(30);
    let mut learner = practised_until(16, &entries, aim(45, Some(20)), 9);
    let is_weak = |learner: &Learner, entry: &Entry| {
        let mind = learner.minds.get(&entry.id);
        mind.is_some_and(|mind| mind.recall(Day(20)) < 0.9)
    };
    let weak: Vec<&str> = entries
        .iter()
        .filter(|entry| is_weak(&learner, entry))
        .map(|entry| entry.id.as_str())
        .collect();
    assert!(weak.len() > 3, "{weak:?}");
    let plan = today(&entries, &memories(&learner), aim(45, Some(20)), Day(17));
    let mut asked = ids(&plan);
    asked.truncate(weak.len());
    asked.sort_unstable();
    assert_eq!(asked, weak);
    let before = plan.expected;
    for day in (17..=20).map(Day) {
        let plan = today(&entries, &memories(&learner), aim(45, Some(20)), day);
        learner.sits(&plan.questions, day);
        // Once a day is enough.
        assert_eq!(
            ids(&today(
                &entries,
                &memories(&learner),
                aim(45, Some(20)),
                day
            )),
            Vec::<&str>::new()
        );
    }
    let after = today(&entries, &memories(&learner), aim(45, Some(20)), Day(20)).expected;
    assert!(
        after > before && after > 0.95,
        "{before} before, {after} after"
    );
}

#[test]
fn aiming_at_a_day_gives_more_on_that_day_than_not_aiming() {
    let entries = entries(120);
    let known = |interview: Option<i32>| {
        let of = |seed| {
            let learner = practised_until(28, &entries, aim(8, interview), seed);
            learner
                .minds
                .values()
                .map(|mind| mind.recall(Day(28)))
                .sum::<f64>()
                / 120.0
        };
        (0..8).map(of).sum::<f64>() / 8.0
    };
    let (aimed, ordinary) = (known(Some(28)), known(None));
    println!("{aimed:.3} with a day, {ordinary:.3} without");
    assert!(aimed > ordinary, "{aimed} with a day, {ordinary} without");
}

#[test]
fn the_minutes_of_today_are_spent_once() {
    let entries = entries(40);
    let mut learner = Learner::new(2);
    let plan = today(&entries, &memories(&learner), aim(10, None), Day(0));
    assert_eq!((plan.questions.len(), plan.minutes), (10, 10));
    learner.sits(&plan.questions[..4], Day(0));
    let rest = today(&entries, &memories(&learner), aim(10, None), Day(0));
    assert_eq!(ids(&rest), ids(&plan)[4..]);
    learner.sits(&rest.questions, Day(0));
    let done = today(&entries, &memories(&learner), aim(10, None), Day(0));
    assert_eq!((ids(&done), done.minutes), (Vec::new(), 0));
}

#[test]
fn a_question_without_checks_is_not_asked_and_counts_as_not_known() {
    let mut entries = entries(2);
    entries[0].checks.clear();
    let plan = today(&entries, &Memories::default(), aim(10, None), Day(0));
    assert_eq!(ids(&plan), ["q0001"]);
    assert_eq!(plan.expected, 0.0);
    assert_eq!(
        today(&[], &Memories::default(), aim(10, None), Day(0)).expected,
        0.0
    );
}

#[test]
fn the_forecast_counts_each_question_on_the_day_when_it_is_due() {
    let entries = entries(90);
    let learner = practised_until(40, &entries, aim(10, None), 11);
    let memories = memories(&learner);
    let retention = Retention::default();
    let found = forecast(
        entries.iter().map(|entry| &entry.id),
        &memories,
        retention,
        Day(40),
    );
    // By asking each day who would be asked.
    for (place, count) in found.iter().enumerate() {
        let day = Day(40 + place as i32);
        let due = |day: Day| {
            memories
                .iter()
                .filter(|(_, memory)| memory.due(retention) <= day)
                .count()
        };
        let before = if place == 0 { 0 } else { due(Day(day.0 - 1)) };
        assert_eq!(*count, due(day) - before, "{day:?}");
    }
    assert!(found.iter().sum::<usize>() > 10);
}

proptest! {
    #[test]
    fn a_plan_keeps_its_bounds_whatever_the_clock_says(
        log in any_log(),
        minutes in 0u16..40,
        percent in Retention::LEAST..=Retention::MOST,
        interview in prop::option::of(prop_oneof![any::<i32>(), -3i32..9]),
        on in prop_oneof![any::<i32>(), -3i32..9],
    ) {
        let entries: Vec<Entry> = ["gil", "slicing", "other"].map(|id| entry(id, 7)).into();
        let memories = Memories::of(&History::replay(log), HERE);
        let aim = Aim {
            interview: interview.map(Day),
            retention: Retention::of_percent(percent).unwrap(),
            minutes,
        };
        let plan = today(&entries, &memories, aim, Day(on));
        prop_assert!((0.0..=1.0).contains(&plan.expected), "{}", plan.expected);
        prop_assert!((0.0..=1.001).contains(&plan.then), "{}", plan.then);
        prop_assert!(plan.minutes <= u32::from(minutes));
        let mut asked = ids(&plan);
        asked.sort_unstable();
        asked.dedup();
        prop_assert_eq!(asked.len(), plan.questions.len());
        prop_assert!(plan.questions.len() <= plan.due + plan.unseen + 3);
        prop_assert_eq!(forecast([], &memories, aim.retention, Day(on)), [0; 30]);
    }
}
