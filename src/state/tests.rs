//! What a page sees of the state, with stores that keep, refuse, or were written by another version.

mod erasing;
mod handover;
mod remarks;

use super::*;
use crate::practice::attempt::Attempt;
use crate::practice::attempt::{Help, Item};
use crate::practice::progress::Standing;
use crate::practice::queue;
use crate::practice::session::{Mode, Stage};
use crate::settings::Theme;
use crate::state::sitting::under_way;
use crate::storage::LOG;
use crate::storage::memory::MemoryStore;
use crate::storage::{PROGRESS, Refused, SESSION};
use bank::answer::{Answer, Verdict};
use bank::check::OptionId;
use bank::name::CheckName;
use std::sync::atomic::{AtomicU64, Ordering};

const NOW: Moment = Moment(1_000);
const FIRST: Answer = Answer::Single(OptionId(0));

/// Runs a test on the state that a store gives, as a page that is loaded with it.
pub(super) fn with(store: &Rc<MemoryStore>, test: impl FnOnce(AppState)) {
    let owner = Owner::new();
    owner.set();
    let bank = Bank::open(
        include_bytes!(concat!(env!("OUT_DIR"), "/bank.index")),
        include_bytes!(concat!(env!("OUT_DIR"), "/bank.bodies")),
    );
    let bank: &'static Bank = Box::leak(Box::new(bank.unwrap()));
    test(open(bank, store.clone()));
    owner.cleanup();
}

/// Each page is a writer of its own.
pub(super) fn open(bank: &'static Bank, store: Rc<MemoryStore>) -> AppState {
    static PAGES: AtomicU64 = AtomicU64::new(0);
    let writer = Seed(PAGES.fetch_add(1, Ordering::Relaxed));
    AppState::open(bank, store, NOW, writer)
}

pub(super) fn fresh() -> Rc<MemoryStore> {
    Rc::new(MemoryStore::default())
}

fn gil() -> QuestionId {
    QuestionId::parse("gil").unwrap()
}

pub(super) fn attempt(at: i64, verdict: Verdict) -> Attempt {
    Attempt {
        at: Moment(at),
        question: gil(),
        rev: 1,
        item: Item::Check(CheckName::parse("four-threads").unwrap()),
        verdict,
        help: Help::None,
        confidence: None,
        slip: None,
        seconds: 3,
        runs: 0,
    }
}

fn standing(state: AppState) -> Standing {
    untrack(|| state.progress(|progress| progress.standing(&gil())))
}

fn count(state: AppState) -> usize {
    untrack(|| state.progress(|progress| progress.history().len()))
}

fn begin(state: AppState) {
    let gil = state.bank.question(&gil()).into_iter();
    let steps = queue::mixed(gil, &Progress::default(), 1, Seed(1));
    assert_eq!(
        state.begin(Session::begin(steps, Seed(1)).unwrap()),
        Saved::Saved
    );
}

pub(super) fn name(state: AppState) -> Option<&'static str> {
    untrack(|| state.notice()).map(|trouble| trouble.name())
}

#[test]
fn what_is_answered_is_there_when_the_page_is_loaded_again() {
    let store = fresh();
    with(&store, |state| {
        begin(state);
        assert_eq!(
            state.answer(attempt(1, Verdict::Correct), FIRST),
            Saved::Saved
        );
        assert_eq!(state.choose_theme(Theme::Dark), Saved::Saved);
    });
    with(&store, |state| {
        assert_eq!(standing(state), Standing::Right);
        let session = untrack(|| state.session()).unwrap();
        assert_eq!(session.stage(), Stage::Reading);
        assert_eq!(session.verdicts(), [Verdict::Correct]);
        assert_eq!(state.theme(), Theme::Dark);
        assert_eq!(state.next(), Saved::Saved);
    });
    with(&store, |state| {
        let session = untrack(|| state.session()).unwrap();
        assert_eq!(session.stage(), Stage::Over);
        assert_eq!(under_way(Some(&session)), None);
    });
}

#[test]
fn a_sitting_that_names_what_left_the_bank_is_not_resumed() {
    let text = include_str!("../../tests/saved/session-v1.json");
    let check = |text: &str, resumed: bool| {
        let store = Rc::new(MemoryStore::with(SESSION, text));
        with(&store, |state| {
            assert_eq!(untrack(|| state.session()).is_some(), resumed, "{text}");
        });
    };
    check(text, true);
    check(&text.replace("palindrome", "a-question-that-left"), false);
    check(&text.replace("skip-guard", "a-check-that-left"), false);
}

/// The sitting is saved after the answer, and used to wipe out what was said of the answer.
#[test]
fn a_sitting_that_can_be_saved_does_not_hide_that_the_answer_was_not() {
    let store = fresh();
    with(&store, |state| {
        begin(state);
        store.refuse_keys(LOG);
        assert_eq!(state.answer(attempt(1, Verdict::Wrong), FIRST), Saved::Full);
        assert_eq!(name(state), Some("full"));
        assert_eq!(state.next(), Saved::Saved);
        assert_eq!(state.choose_theme(Theme::Dark), Saved::Saved);
        assert_eq!(name(state), Some("full"));
    });
}

/// It was asked by another check of the question, so nobody recognises the answer.
#[test]
fn what_was_missed_comes_again_and_an_answer_that_is_taken_back_was_never_given() {
    let store = fresh();
    with(&store, |state| {
        begin(state);
        assert_eq!(
            state.answer(attempt(5, Verdict::Wrong), FIRST),
            Saved::Saved
        );
        let session = state.session_now().unwrap();
        assert_eq!(session.steps().len(), 2);
        assert_eq!(session.steps()[1].question, gil());
        assert_ne!(session.steps()[1].check, session.steps()[0].check);
        assert_eq!((count(state), standing(state)), (1, Standing::Missed));
    });
    with(&store, |state| {
        let session = state.session_now().unwrap();
        let noted = state.noted(&session.steps()[0], Moment(5)).unwrap();
        assert_eq!(noted.verdict, Verdict::Wrong);
        assert_eq!(state.take_back(), Saved::Saved);
        let session = state.session_now().unwrap();
        assert_eq!((session.stage(), session.steps().len()), (Stage::Asking, 1));
        assert_eq!((count(state), standing(state)), (0, Standing::Unseen));
        assert_eq!(state.take_back(), Saved::Saved);
        assert_eq!(count(state), 0);
    });
    with(&store, |state| {
        assert_eq!(count(state), 0);
        assert_eq!(state.session_now().unwrap().stage(), Stage::Asking);
        assert_eq!(
            state.answer(attempt(6, Verdict::Correct), FIRST),
            Saved::Saved
        );
        assert_eq!((count(state), standing(state)), (1, Standing::Right));
    });
}

#[test]
fn an_exam_goes_on_where_it_was_left_and_no_answer_is_lost() {
    let store = fresh();
    with(&store, |state| {
        let gil = state.bank.question(&gil()).into_iter();
        let steps = queue::mixed(gil, &Progress::default(), 1, Seed(1));
        let steps = [steps.clone(), steps].concat();
        let exam = Session::of(Mode::Exam, steps, Seed(9)).unwrap();
        assert_eq!(state.begin(exam), Saved::Saved);
        assert_eq!(
            state.answer(attempt(5, Verdict::Wrong), FIRST),
            Saved::Saved
        );
        assert_eq!(count(state), 1);
    });
    with(&store, |state| {
        let exam = state.session_now().unwrap();
        assert_eq!((exam.place(), exam.stage()), (1, Stage::Asking));
        assert_eq!((exam.mode(), exam.seed()), (Mode::Exam, Seed(9)));
        assert_eq!(exam.answered()[0].given, Some((Moment(5), FIRST)));
        assert_eq!(state.take_back(), Saved::Saved);
        assert_eq!(count(state), 1);
        assert_eq!(
            state.answer(attempt(6, Verdict::Wrong), FIRST),
            Saved::Saved
        );
        assert_eq!(state.session_now().unwrap().stage(), Stage::Over);
        assert_eq!(count(state), 2);
    });
}

#[test]
fn without_storage_one_can_practise_and_is_told() {
    let store = Rc::new(MemoryStore::default().refuse_everything());
    with(&store, |state| {
        assert_eq!(name(state), Some("blocked"));
        assert_eq!(state.record(attempt(1, Verdict::Wrong)), Saved::Blocked);
        assert_eq!(standing(state), Standing::Missed);
    });
}

#[test]
fn a_draft_is_kept_or_it_is_told() {
    let store = Rc::new(MemoryStore::default().refuse_writes(Refused::Full));
    with(&store, |state| {
        let mut draft = state.draft(&gil());
        assert_eq!(state.keep_draft(&mut draft, Some("x")), Saved::Full);
        assert_eq!(name(state), Some("full"));
        store.allow_writes();
        assert_eq!(state.keep_draft(&mut draft, Some("xy")), Saved::Saved);
        assert_eq!(state.draft(&gil()).text(), Some("xy"));
    });
    with(&store, |state| {
        let mut draft = state.draft(&gil());
        assert_eq!(draft.text(), Some("xy"));
        assert_eq!(state.keep_draft(&mut draft, None), Saved::Saved);
        assert_eq!(state.draft(&gil()).text(), None);
    });
}

#[test]
fn a_full_store_is_told_until_there_is_room_and_then_nothing_is_missing() {
    let store = Rc::new(MemoryStore::default().refuse_writes(Refused::Full));
    with(&store, |state| {
        assert_eq!(name(state), None);
        assert_eq!(state.record(attempt(1, Verdict::Wrong)), Saved::Full);
        assert_eq!(name(state), Some("full"));
        store.allow_writes();
        assert_eq!(state.record(attempt(2, Verdict::Correct)), Saved::Saved);
        assert_eq!(name(state), None);
    });
    with(&store, |state| {
        assert_eq!(count(state), 2);
    });
}

#[test]
fn what_a_newer_build_saved_is_told_and_stays_and_answers_are_saved_beside_it() {
    let newer = r#"{"version":9}"#;
    let store = Rc::new(MemoryStore::with(PROGRESS, newer));
    with(&store, |state| {
        assert_eq!(name(state), Some("newer"));
        assert_eq!(state.record(attempt(1, Verdict::Wrong)), Saved::Saved);
        assert_eq!(name(state), Some("newer"));
    });
    assert_eq!(store.texts().get(PROGRESS).map(String::as_str), Some(newer));
    with(&store, |state| assert_eq!(count(state), 1));
}

#[test]
fn a_note_that_was_taken_is_not_repeated_and_stays_true() {
    let store = Rc::new(MemoryStore::with(PROGRESS, "theirs"));
    with(&store, |state| {
        assert_eq!(name(state), Some("moved-aside"));
        assert_eq!(state.moved_aside().len(), 1);
        state.take_note();
        assert_eq!(state.record(attempt(1, Verdict::Wrong)), Saved::Saved);
        assert_eq!(name(state), None);
        assert!(untrack(|| state.trouble()).is_some());
    });
}

#[test]
fn two_tabs_keep_what_was_answered_in_both_and_hear_of_each_other() {
    let store = fresh();
    with(&store, |one| {
        let other = open(one.bank, store.clone());
        assert_eq!(one.record(attempt(1, Verdict::Wrong)), Saved::Saved);
        assert_eq!(other.record(attempt(2, Verdict::Correct)), Saved::Saved);
        assert_eq!((count(one), count(other)), (1, 1));
        for (key, text) in store.texts() {
            one.hear(&key, &text);
            other.hear(&key, &text);
        }
        assert_eq!((count(one), count(other)), (2, 2));
        assert_eq!(standing(one), Standing::Right);
    });
    with(&store, |state| assert_eq!(count(state), 2));
}

#[test]
fn an_answer_that_is_taken_back_stays_taken_back() {
    let store = fresh();
    with(&store, |state| {
        assert_eq!(state.record(attempt(1, Verdict::Wrong)), Saved::Saved);
        assert_eq!(state.record(attempt(2, Verdict::Correct)), Saved::Saved);
        assert_eq!(state.undo_last(), Saved::Saved);
        assert_eq!(standing(state), Standing::Missed);
    });
    with(&store, |state| {
        assert_eq!((count(state), standing(state)), (1, Standing::Missed));
    });
}

const BACKUP: &str = include_str!("../../tests/saved/backup-v3.json");

#[test]
fn a_backup_is_looked_at_and_then_added_once() {
    let store = fresh();
    with(&store, |state| {
        assert_eq!(state.record(attempt(1, Verdict::Wrong)), Saved::Saved);
        let preview = state.preview(BACKUP).unwrap();
        assert_eq!((preview.answers, preview.new_answers), (4, 4));
        assert_eq!(preview.right, (0, 0));
        assert_eq!(count(state), 1);
        assert_eq!(state.restore(), Saved::Saved);
        assert_eq!(count(state), 5);
        assert_eq!(state.preview(BACKUP).unwrap().new_answers, 0);
    });
    with(&store, |state| {
        assert_eq!(count(state), 5);
        let own = state.backup(NOW);
        assert_eq!(state.preview(&own).unwrap().new_answers, 0);
    });
}

#[test]
fn a_backup_for_which_there_is_no_room_changes_nothing() {
    let store = fresh();
    with(&store, |state| {
        assert_eq!(state.preview(BACKUP).unwrap().answers, 4);
        store.refuse_keys(LOG);
        assert_eq!(state.restore(), Saved::Full);
        assert_eq!(count(state), 0);
        assert!(state.preview("{}").is_err());
    });
    assert!(store.texts().keys().all(|key| !key.starts_with(LOG)));
}

#[test]
fn what_is_erased_is_gone_in_every_tab_and_the_rest_stays() {
    let store = fresh();
    with(&store, |state| {
        assert_eq!(state.preview(BACKUP).unwrap().answers, 4);
        assert_eq!(state.restore(), Saved::Saved);
        let other = open(state.bank, store.clone());
        assert_eq!(other.record(attempt(1, Verdict::Wrong)), Saved::Saved);
        let topic = state.bank.question(&gil()).unwrap().topic.clone();
        assert_eq!(state.erase(Some(&topic), NOW), Saved::Saved);
        assert_eq!(count(state), 3);
        other.hear("pydrill.erased", "7");
        assert_eq!(count(other), 3);
        assert_eq!(other.record(attempt(2, Verdict::Wrong)), Saved::Saved);
        assert_eq!(state.choose_theme(Theme::Dark), Saved::Saved);
    });
    with(&store, |state| {
        assert_eq!(count(state), 4);
        assert_eq!(state.erase(None, NOW), Saved::Saved);
        assert_eq!((count(state), state.theme()), (0, Theme::Dark));
    });
    with(&store, |state| {
        assert_eq!((count(state), state.theme()), (0, Theme::Dark));
    });
}
