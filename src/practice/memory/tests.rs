//! The model as its authors publish it, what attempts say to it, and what holds of any memory.

use super::*;
use bank::name::CheckName;
use proptest::prelude::*;

fn replay(reviews: &[(Grade, i32)]) -> Memory {
    let (first, later) = reviews.split_first().unwrap();
    let begun = Memory::begin(first.0, Day(first.1));
    later
        .iter()
        .fold(begun, |memory, (grade, on)| memory.after(*grade, Day(*on)))
}

/// To one part in 100,000, as the crate's own tests.
fn close(is: f32, expected: f32) {
    assert!(
        (is - expected).abs() <= expected.abs() * 1e-5,
        "{is} is not {expected}"
    );
}

/// The values are those of `test_memory_state`, `test_power_forgetting_curve`, `test_next_interval` in
/// `src/inference.rs` and `src/model.rs` of fsrs-rs 6.6.2, and of the documentation of
/// `FSRS::next_states`, all for the default parameters.
#[test]
fn the_model_gives_its_published_values() {
    use Grade::{Again, Easy, Good, Hard};
    let check = |grade: Grade, stability: f32, difficulty: f32| {
        let strength = Memory::begin(grade, Day(0)).strength;
        close(strength.stability, stability);
        close(strength.difficulty, difficulty);
    };
    check(Again, 0.212, 6.4133);
    check(Hard, 1.2931, 5.112_170_7);
    check(Good, 2.3065, 2.118_104);
    check(Easy, 8.2956, 1.0);
    let strength = replay(&PUBLISHED).strength;
    close(strength.stability, 53.62691);
    close(strength.difficulty, 6.357_486_7);
    let recall = |days: i32, stability: f32| with(stability).recall(Day(days));
    close(recall(0, 1.0), 1.0);
    close(recall(1, 2.0), 0.940_344_3);
    close(recall(2, 3.0), 0.925_378_6);
    close(recall(3, 4.0), 0.918_522_9);
    close(recall(5, 2.0), 0.826_135_9);
    let due = |percent: u8| with(1.0).due(Retention(percent)).0;
    assert_eq!([due(90), due(80)], [1, 3]);
}

/// The reviews of that test: again, good on the same day, then good after 1, 3, 8 and 21 days.
const PUBLISHED: [(Grade, i32); 6] = [
    (Grade::Again, 0),
    (Grade::Good, 0),
    (Grade::Good, 1),
    (Grade::Good, 4),
    (Grade::Good, 12),
    (Grade::Good, 33),
];

fn with(stability: f32) -> Memory {
    Memory {
        first: Day(0),
        last: Day(0),
        strength: MemoryState {
            stability,
            difficulty: 5.0,
        },
    }
}

#[test]
fn an_attempt_is_graded_by_verdict_help_and_confidence() {
    let check = |said: (Verdict, Help, Option<Confidence>), of_check: Grade, aloud: Grade| {
        let name = Item::Check(CheckName::parse("first").unwrap());
        let said = Said::new(said.0, said.1, said.2);
        assert_eq!(Grade::of(&name, said), of_check, "{said:?}");
        assert_eq!(Grade::of(&Item::Exercise, said), of_check, "{said:?}");
        assert_eq!(Grade::of(&Item::Aloud, said), aloud, "{said:?}");
    };
    use Confidence::{Guess, Sure, ThinkSo};
    use Grade::{Again, Easy, Good, Hard};
    use Verdict::{Correct, CouldNotRun, Partly, Wrong};
    check((Correct, Help::None, None), Good, Good);
    check((Correct, Help::None, Some(ThinkSo)), Good, Good);
    check((Correct, Help::None, Some(Sure)), Good, Easy);
    check((Correct, Help::None, Some(Guess)), Hard, Hard);
    check((Correct, Help::Hint, None), Hard, Hard);
    check((Correct, Help::Hint, Some(Sure)), Hard, Hard);
    check((Partly, Help::None, Some(Sure)), Again, Again);
    check((Wrong, Help::None, None), Again, Again);
    check((CouldNotRun, Help::None, None), Again, Again);
}

#[test]
fn a_question_is_due_on_the_last_day_on_which_it_is_likely_known_enough() {
    let memory = with(20.5);
    let check = |on: i32, expected: State| {
        assert_eq!(
            memory.state(Retention::default(), Day(on)),
            expected,
            "{on}"
        );
    };
    check(0, State::Known);
    check(19, State::Known);
    check(20, State::Due);
    check(9999, State::Due);
    assert_eq!(
        with(6.9).state(Retention::default(), Day(5)),
        State::Learning
    );
    assert_eq!(state(None, Retention::default(), Day(0)), State::Unseen);
    assert!(memory.recall(Day(20)) >= 0.9 && memory.recall(Day(21)) < 0.9);
}

#[test]
fn one_can_wish_for_80_to_95_percent() {
    assert_eq!(Retention::of_percent(79), None);
    assert_eq!(Retention::of_percent(80).map(Retention::percent), Some(80));
    assert_eq!(Retention::of_percent(95).map(Retention::percent), Some(95));
    assert_eq!(Retention::of_percent(96), None);
}

fn any_grade() -> impl Strategy<Value = Grade> {
    prop::sample::select(vec![Grade::Again, Grade::Hard, Grade::Good, Grade::Easy])
}

proptest! {
    #[test]
    fn the_figures_stay_in_their_bounds_whatever_the_clock_says(
        reviews in prop::collection::vec((any_grade(), any::<i32>()), 1..12),
        on in any::<i32>(),
    ) {
        let memory = replay(&reviews);
        let recall = memory.recall(Day(on));
        prop_assert!((0.0..=1.0).contains(&recall), "{recall}");
        prop_assert_eq!(memory.recall(memory.last()), 1.0);
        let dues = (Retention::LEAST..=Retention::MOST).map(|percent| memory.due(Retention(percent)));
        let dues: Vec<Day> = dues.collect();
        prop_assert!(dues.is_sorted_by(|a, b| a >= b), "{dues:?}");
        prop_assert!(dues.iter().all(|due| *due > memory.last() || due.0 == i32::MAX));
    }

    #[test]
    fn a_better_grade_is_never_forgotten_sooner(
        reviews in prop::collection::vec((any_grade(), 0i32..400), 1..8),
        grade in prop::sample::select(vec![Grade::Again, Grade::Hard, Grade::Good]),
        on in 400i32..500,
    ) {
        let better = [Grade::Hard, Grade::Good, Grade::Easy];
        let better = better.into_iter().find(|better| *better > grade).unwrap();
        let memory = replay(&reviews);
        let due = |grade| memory.after(grade, Day(on)).due(Retention::default());
        prop_assert!(due(grade) <= due(better));
    }
}
