//! Bringing answers elsewhere, erasing them, and how much room they have.

use super::*;
use crate::practice::queue::Step;
use crate::practice::set::CheckSet;
use crate::storage::Unusable;
use crate::storage::code::set::Shared;
use bank::compile::{self, source::Source};
use std::path::Path;

fn step(question: &str, check: &str) -> Step {
    Step {
        question: QuestionId::parse(question).unwrap(),
        check: CheckName::parse(check).unwrap(),
    }
}

fn asks(steps: &[Step]) -> CheckSet {
    CheckSet {
        mode: Mode::Study,
        steps: steps.to_vec(),
    }
}

#[test]
fn a_set_is_asked_as_far_as_the_bank_has_it() {
    with(&fresh(), |state| {
        let here = step("gil", "four-threads");
        let gone = [step("gil", "not-any-more"), step("nowhere", "first")];
        let code = |steps: &[Step]| state.set_code(&asks(steps)).unwrap();
        let shared = Shared {
            set: asks(std::slice::from_ref(&here)),
            missing: 2,
        };
        let [first, last] = &gone;
        let all = code(&[first.clone(), here, last.clone()]);
        assert_eq!(state.set_in(&all), Ok(shared));
        assert_eq!(state.set_in(&code(&gone)), Err(Unusable::Newer));
    });
}

/// The bank of this build after a change.
fn bank_with(change: impl FnOnce(&mut Source)) -> &'static Bank {
    let mut source = compile::read(Path::new("bank"));
    change(&mut source);
    let bytes = compile::embed(&source);
    Box::leak(Box::new(
        Bank::open(&bytes.index, bytes.bodies.leak()).unwrap(),
    ))
}

#[test]
fn a_code_of_before_a_question_had_its_present_id_is_understood() {
    let before = QuestionId::parse("the-lock").unwrap();
    let earlier = bank_with(|source| {
        let question = source.questions.iter_mut().find(|it| it.id == gil());
        question.unwrap().id = before.clone();
    });
    let present = bank_with(|source| source.renamed.push((before.clone(), gil())));
    let owner = Owner::new();
    owner.set();
    let writer = open(earlier, fresh());
    let set = writer.set_code(&asks(&[step("the-lock", "four-threads")]));
    let answer = Attempt {
        question: before.clone(),
        ..attempt(1, Verdict::Correct)
    };
    assert_eq!(writer.record(answer), Saved::Saved);
    let reader = open(present, fresh());
    let shared = Shared {
        set: asks(&[step("gil", "four-threads")]),
        missing: 0,
    };
    assert_eq!(reader.set_in(&set.unwrap()), Ok(shared));
    let preview = reader.preview_code(&writer.code().unwrap()).unwrap();
    assert_eq!((preview.answers, preview.new_answers), (1, 1));
    assert_eq!(reader.restore(), Saved::Saved);
    assert_eq!(standing(reader), Standing::Right);
    owner.cleanup();
}

/// What was looked at used to be only what was new then.
#[test]
fn what_was_looked_at_before_erasing_is_added_whole() {
    with(&fresh(), |state| {
        assert_eq!(state.preview(BACKUP).unwrap().answers, 4);
        assert_eq!(state.restore(), Saved::Saved);
        assert_eq!(state.preview(BACKUP).unwrap().new_answers, 0);
        assert_eq!(state.erase(None, NOW), Saved::Saved);
        assert_eq!(state.restore(), Saved::Saved);
        assert_eq!(count(state), 4);
    });
}

/// Who erases a topic to make room used to lose what there had been no room for.
#[test]
fn what_could_not_be_written_survives_the_erasing_of_something_else() {
    let store = fresh();
    with(&store, |state| {
        let other = open(state.bank, store.clone());
        for (tab, at) in [(state, 1), (other, 11)] {
            store.refuse_after(0);
            assert_eq!(tab.record(attempt(at, Verdict::Wrong)), Saved::Full);
            let slicing = Attempt {
                question: QuestionId::parse("slicing").unwrap(),
                item: Item::Aloud,
                ..attempt(at + 1, Verdict::Correct)
            };
            assert_eq!(tab.record(slicing), Saved::Full);
            store.allow_writes();
        }
        let topic = state.bank.question(&gil()).unwrap().topic.clone();
        assert_eq!(state.erase(Some(&topic), NOW), Saved::Saved);
        assert_eq!((count(state), name(state)), (1, None));
        other.hear("pydrill.erased", &store.texts()["pydrill.erased"]);
        assert_eq!((count(other), name(other)), (2, Some("full")));
        assert_eq!(other.record(attempt(13, Verdict::Wrong)), Saved::Saved);
    });
    with(&store, |state| assert_eq!(count(state), 3));
}

#[test]
fn everything_is_handed_over_to_another_device() {
    let mut code = String::new();
    with(&fresh(), |state| {
        assert_eq!(state.preview(BACKUP).unwrap().answers, 4);
        assert_eq!(state.restore(), Saved::Saved);
        assert_eq!(state.record(attempt(1, Verdict::Wrong)), Saved::Saved);
        code = state.code().unwrap();
    });
    let store = fresh();
    with(&store, |state| {
        assert!(state.preview_code(&code[..code.len() - 1]).is_err());
        assert_eq!(state.restore(), Saved::Saved);
        assert_eq!(count(state), 0);
        let preview = state.preview_code(&code).unwrap();
        assert_eq!((preview.answers, preview.new_answers), (5, 5));
        assert_eq!(count(state), 0);
        // One that cannot be read takes the place of one that can.
        assert!(state.preview_code("1").is_err());
        assert_eq!(state.restore(), Saved::Saved);
        assert_eq!(count(state), 0);
        assert!(state.preview_code(&code).is_ok());
        assert_eq!(state.restore(), Saved::Saved);
        assert_eq!(count(state), 5);
        assert_eq!(state.code().as_ref(), Some(&code));
    });
}

#[test]
fn joining_is_said_once_and_little_room_while_it_is_little() {
    let store = fresh();
    let segment = include_str!("../../../tests/saved/log-2.txt").trim_end();
    for tab in 0..9 {
        store.write(&format!("{LOG}old{tab}.0"), segment).unwrap();
    }
    with(&store, |state| {
        // One of them is open.
        state.join(Some(&["old8".to_owned()]), NOW);
        assert_eq!((count(state), state.pieces()), (4, 2));
        assert!(store.texts().contains_key(&format!("{LOG}old8.0")));
        let joined = untrack(|| state.take_joined()).unwrap();
        assert_eq!((joined.at, joined.pieces), (NOW, 8));
        assert_eq!(untrack(|| state.take_joined()), None);
        assert_eq!(name(state), None);
        store.write("another.site", &"x".repeat(2_000_000)).unwrap();
        state.join(Some(&[]), NOW);
        assert_eq!(name(state), Some("nearly-full"));
        store.remove("another.site").unwrap();
        state.join(Some(&[]), NOW);
        assert_eq!((name(state), count(state)), (None, 4));
    });
}
