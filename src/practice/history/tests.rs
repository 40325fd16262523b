//! Merging is a union, whatever comes first.

use super::*;
use crate::practice::attempt::{Help, Item};
use crate::practice::slip::Slip;
use bank::answer::Verdict;
use bank::name::CheckName;
use proptest::prelude::*;

/// Few moments and few subjects, so that many attempts meet.
pub(crate) fn any_attempt() -> impl Strategy<Value = Attempt> {
    (
        0i64..20,
        0usize..3,
        0usize..4,
        0u8..32,
        0u16..3,
        0u32..2,
        0u16..2,
    )
        .prop_map(|(at, question, item, said, slip, seconds, runs)| Attempt {
            at: Moment(at),
            question: QuestionId::parse(["gil", "slicing", "pep8"][question]).unwrap(),
            rev: 1,
            item: match item {
                0 => Item::Aloud,
                1 => Item::Exercise,
                n => Item::Check(CheckName::parse(["a", "b"][n - 2]).unwrap()),
            },
            verdict: Said::of_bits(said).verdict(),
            help: Said::of_bits(said).help(),
            confidence: Said::of_bits(said).confidence(),
            slip: Slip::of_number(slip),
            seconds,
            runs,
        })
}

pub(crate) fn any_log() -> impl Strategy<Value = Vec<Attempt>> {
    prop::collection::vec(any_attempt(), 0..40)
}

fn any_history() -> impl Strategy<Value = History> {
    (any_log(), 0usize..4).prop_map(|(log, undos)| {
        let mut history = History::replay(log);
        for _ in 0..undos {
            history.undo_last();
        }
        history
    })
}

fn union(a: &History, b: &History) -> History {
    let mut union = a.clone();
    union.merge(std::slice::from_ref(b), &QuestionId::clone);
    union
}

proptest! {
    #[test]
    fn merging_is_a_union(a in any_history(), b in any_history(), c in any_history()) {
        prop_assert_eq!(union(&a, &b), union(&b, &a));
        prop_assert_eq!(&union(&a, &a), &a);
        prop_assert_eq!(&union(&a, &History::default()), &a);
        prop_assert_eq!(union(&union(&a, &b), &c), union(&a, &union(&b, &c)));
    }

    #[test]
    fn nothing_is_lost_but_what_was_taken_back(a in any_history(), b in any_history()) {
        let all = union(&a, &b);
        let undone = |of: &History, attempt: &Attempt| of.undone().iter().any(|undo| {
            let subject = of.subjects().of(undo.subject);
            (undo.at, &subject.question, &subject.item)
                == (attempt.at, &attempt.question, &attempt.item)
        });
        for attempt in a.attempts().chain(b.attempts()) {
            let kept = all.attempts().any(|kept| kept == attempt);
            prop_assert_eq!(kept, !undone(&a, &attempt) && !undone(&b, &attempt));
        }
    }

    #[test]
    fn attempts_are_in_order_and_each_stands_once(a in any_history(), b in any_history()) {
        let all = union(&a, &b);
        let subjects = all.subjects();
        prop_assert!(all.rows().is_sorted_by(|a, b| subjects.compare(a, b) == Ordering::Less));
    }
}

proptest! {
    #[test]
    fn what_is_lacked_is_what_a_union_adds(a in any_history(), b in any_history()) {
        let lacked = a.lacks(&b, &QuestionId::clone);
        prop_assert_eq!(union(&a, &lacked), union(&a, &b));
        prop_assert!(lacked.attempts().all(|new| a.attempts().all(|known| known != new)));
        prop_assert!(union(&a, &b).lacks(&b, &QuestionId::clone).is_empty());
    }
}

proptest! {
    #[test]
    fn an_attempt_is_found_by_its_moment_and_taken_back_alone(a in any_history(), n in 0usize..40) {
        let Some(row) = a.rows().get(n % a.len().max(1)).copied() else { return Ok(()) };
        let Attempt { at, question, item, .. } = a.attempt(&row);
        let found = a.find(at, &question, &item).unwrap();
        prop_assert_eq!((found.at, found.subject), (row.at, row.subject));
        prop_assert_eq!(a.find(Moment(99), &question, &item), None);
        let mut after = a.clone();
        let undo = after.undo(found).unwrap();
        prop_assert_eq!(after.undo(found), None);
        let left: Vec<Row> = a.rows().iter().copied().filter(|row| !undo.is_of(row)).collect();
        prop_assert_eq!(after.rows(), left);
        prop_assert!(after.undone().contains(&undo));
    }
}

#[test]
fn what_was_answered_under_an_earlier_id_belongs_to_the_present_one() {
    let gil = QuestionId::parse("gil").unwrap();
    let lock = QuestionId::parse("lock").unwrap();
    let one = Attempt {
        at: Moment(1),
        question: gil.clone(),
        rev: 1,
        item: Item::Aloud,
        verdict: Verdict::Wrong,
        help: Help::None,
        confidence: None,
        slip: None,
        seconds: 0,
        runs: 0,
    };
    let other = Attempt {
        question: lock.clone(),
        ..one.clone()
    };
    let mut history = History::default();
    let present = |id: &QuestionId| if *id == gil { lock.clone() } else { id.clone() };
    history.merge(&[History::replay([one, other.clone()])], &present);
    assert_eq!(history, History::replay([other]));
}
