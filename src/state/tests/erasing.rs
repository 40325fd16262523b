//! What is erased is not told, counted or asked any more, here and in other tabs.

use super::*;
use crate::storage::note::Backup;

fn slicing(at: i64) -> Attempt {
    Attempt {
        question: QuestionId::parse("slicing").unwrap(),
        item: Item::Aloud,
        ..attempt(at, Verdict::Correct)
    }
}

#[test]
fn what_is_said_of_storage_is_true_after_erasing() {
    let store = Rc::new(MemoryStore::with(PROGRESS, "theirs"));
    with(&store, |state| {
        assert_eq!(name(state), Some("moved-aside"));
        let topic = state.bank.question(&gil()).unwrap().topic.clone();
        assert_eq!(state.erase(Some(&topic), NOW), Saved::Saved);
        assert_eq!(name(state), Some("moved-aside"));
        let room = "x".repeat(2_000_000);
        store.write("pydrill.note.gil", &room).unwrap();
        state.join(Some(&[]), NOW);
        assert_eq!(state.erase(None, NOW), Saved::Saved);
        assert_eq!((name(state), state.moved_aside().len()), (None, 0));
        store.write("another.site", &room).unwrap();
        state.hear("pydrill.erased", "7 ");
        assert_eq!(name(state), Some("nearly-full"));
    });
}

#[test]
fn what_is_found_to_be_damaged_after_erasing_is_told() {
    let store = fresh();
    with(&store, |state| {
        store.write("pydrill.log.old.0", "theirs").unwrap();
        let topic = state.bank.question(&gil()).unwrap().topic.clone();
        assert_eq!(state.erase(Some(&topic), NOW), Saved::Saved);
        assert_eq!(name(state), Some("moved-aside"));
    });
}

/// There used to be no reminder before as many were answered as had been erased.
#[test]
fn a_backup_is_not_said_to_hold_what_was_erased() {
    let store = fresh();
    with(&store, |state| {
        for at in [10, 20, 30] {
            assert_eq!(state.record(attempt(at, Verdict::Wrong)), Saved::Saved);
        }
        assert_eq!(state.record(slicing(40)), Saved::Saved);
        assert_eq!(state.backed_up(Moment(50)), Saved::Saved);
        assert_eq!(state.record(attempt(60, Verdict::Wrong)), Saved::Saved);
        assert_eq!(state.record(slicing(70)), Saved::Saved);
        let topic = state.bank.question(&gil()).unwrap().topic.clone();
        assert_eq!(state.erase(Some(&topic), NOW), Saved::Saved);
        let expected = Backup {
            at: Moment(50),
            answers: 1,
        };
        assert_eq!((count(state), state.last_backup()), (2, Some(expected)));
        assert_eq!(state.erase(None, NOW), Saved::Saved);
        assert_eq!(state.last_backup(), None);
    });
}

/// Another tab used to write the answers back with the next one.
#[test]
fn a_sitting_that_asks_what_was_erased_is_left_in_every_tab() {
    for is_everything in [true, false] {
        let store = fresh();
        with(&store, |state| {
            let other = open(state.bank, store.clone());
            begin(other);
            assert_eq!(
                other.answer(attempt(1, Verdict::Wrong), FIRST),
                Saved::Saved
            );
            begin(state);
            let topic = state.bank.question(&gil()).unwrap().topic.clone();
            let topic = (!is_everything).then_some(&topic);
            assert_eq!(state.erase(topic, NOW), Saved::Saved);
            let is_sitting = |key: &&String| key.starts_with(SESSION);
            assert_eq!(store.texts().keys().filter(is_sitting).count(), 0);
            assert_eq!(state.session_now(), None);
            other.hear("pydrill.erased", &store.texts()["pydrill.erased"]);
            assert_eq!(other.session_now(), None);
            assert_eq!(other.next(), Saved::Saved);
            assert_eq!(store.texts().keys().filter(is_sitting).count(), 0);
        });
    }
}

#[test]
fn a_sitting_about_something_else_goes_on() {
    let store = fresh();
    with(&store, |state| {
        begin(state);
        let topic = state.bank.questions().first().unwrap().topic.clone();
        assert_ne!(topic, state.bank.question(&gil()).unwrap().topic);
        assert_eq!(state.erase(Some(&topic), NOW), Saved::Saved);
        assert!(state.session_now().is_some());
        assert!(store.texts().keys().any(|key| key.starts_with(SESSION)));
    });
}
