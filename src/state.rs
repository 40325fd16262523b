//! The state that outlives a page. Only its methods write it; each saves what it changes and says
//! how that ended.
//!
//! It reads no clock and draws no seed: moments and seeds are arguments.

use crate::practice::attempt::Attempt;
use crate::practice::progress::Progress;
use crate::practice::queue::Step;
use crate::practice::session::{Session, Stage};
use crate::practice::time::Moment;
use crate::python::Python;
use crate::settings::{Settings, Theme};
use crate::storage::load::Loaded;
use crate::storage::save::Saved;
use crate::storage::trouble::Trouble;
use crate::storage::{Store, load, save};
use bank::check::CheckKind;
use bank::embedded::Bank;
use bank::name::QuestionId;
use bank::question::Entry;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// What every page can reach. It is a handle: copies are the same state.
#[derive(Clone, Copy)]
pub struct AppState {
    /// The questions.
    pub bank: &'static Bank,
    /// The one Python of all pages; nobody has asked for it yet.
    pub python: Python,
    kept: StoredValue<Rc<Kept>, LocalStorage>,
    session: RwSignal<Option<Session>>,
    trouble: RwSignal<Option<Trouble>>,
}

/// What no view follows, because it does not change while it is shown.
struct Kept {
    store: Rc<dyn Store>,
    progress: RefCell<Rc<Progress>>,
    settings: Cell<Settings>,
}

impl AppState {
    /// Loads what was kept. `now` names a copy of what cannot be read.
    pub fn open(bank: &'static Bank, store: Rc<dyn Store>, now: Moment) -> AppState {
        let loaded = load::progress(&*store, now);
        let trouble = Trouble::of_loading(&loaded);
        let progress = match loaded {
            Loaded::Progress(progress) => progress,
            Loaded::Fresh
            | Loaded::Newer { .. }
            | Loaded::MovedAside { .. }
            | Loaded::Stuck { .. }
            | Loaded::Blocked => Progress::default(),
        };
        let session = load::session(&*store).filter(|session| fits(session, bank));
        AppState {
            bank,
            python: Python::off(),
            session: RwSignal::new(session),
            trouble: RwSignal::new(trouble),
            kept: StoredValue::new_local(Rc::new(Kept {
                progress: RefCell::new(Rc::new(progress)),
                settings: Cell::new(load::settings(&*store)),
                store,
            })),
        }
    }

    /// All attempts up to now, and what follows from them.
    pub fn progress(self) -> Rc<Progress> {
        self.kept.get_value().progress.borrow().clone()
    }

    /// The theme.
    pub fn theme(self) -> Theme {
        self.kept.get_value().settings.get().theme
    }

    /// The sitting that is under way or has ended last. What reads it follows it.
    pub fn session(self) -> Option<Session> {
        self.session.get()
    }

    /// What the person must be told about storage. What reads it follows it.
    pub fn trouble(self) -> Option<Trouble> {
        self.trouble.get()
    }

    /// The texts that were ever moved aside, with their keys, oldest first.
    pub fn moved_aside(self) -> Vec<(String, String)> {
        load::moved_aside(&*self.kept.get_value().store)
    }

    /// Starts a sitting in place of the one before.
    pub fn begin(self, session: Session) -> Saved {
        let saved = save::session(&*self.kept.get_value().store, &session);
        self.session.set(Some(session));
        self.tell_besides(saved)
    }

    /// Takes an answer to the step that the sitting asks.
    pub fn answer(self, attempt: Attempt) -> Saved {
        let verdict = attempt.verdict;
        let recorded = self.record(attempt);
        let advanced = self.advance(|session| session.answered(verdict));
        worse(recorded, advanced)
    }

    /// Goes on to the next step, or to the result.
    pub fn next(self) -> Saved {
        self.advance(Session::next)
    }

    /// Adds an attempt to the progress.
    pub fn record(self, attempt: Attempt) -> Saved {
        let kept = self.kept.get_value();
        let mut progress = Progress::clone(&self.progress());
        progress.record(attempt);
        let (union, saved) = save::progress(&*kept.store, progress);
        kept.progress.replace(Rc::new(union));
        self.tell(saved)
    }

    /// What was written for the exercise of a question, if it is not as it began.
    pub fn draft(self, question: &QuestionId) -> Option<String> {
        load::draft(&*self.kept.get_value().store, question)
    }

    /// Keeps what was written for the exercise of a question.
    pub fn keep_draft(self, question: &QuestionId, code: &str) -> Saved {
        let kept = self.kept.get_value();
        self.tell_besides(save::draft(&*kept.store, question, code))
    }

    /// Forgets what was written for the exercise of a question, because it is as it began.
    pub fn forget_draft(self, question: &QuestionId) -> Saved {
        let kept = self.kept.get_value();
        self.tell_besides(save::forget_draft(&*kept.store, question))
    }

    /// Sets the theme.
    pub fn choose_theme(self, theme: Theme) -> Saved {
        let kept = self.kept.get_value();
        let settings = Settings { theme };
        kept.settings.set(settings);
        self.tell_besides(save::settings(&*kept.store, settings))
    }

    /// The person has read what was said about storage.
    pub fn take_note(self) {
        self.trouble.set(None);
    }

    fn advance(self, transition: impl FnOnce(Session) -> Session) -> Saved {
        let Some(session) = self.session.get_untracked() else {
            return Saved::Saved;
        };
        self.begin(transition(session))
    }

    /// Says how saving ended of what stands beside the answers. That it was kept does not mean that
    /// they were, so it ends no trouble of theirs.
    fn tell_besides(self, saved: Saved) -> Saved {
        if saved == Saved::Saved {
            saved
        } else {
            self.tell(saved)
        }
    }

    fn tell(self, saved: Saved) -> Saved {
        let before = self.trouble.get_untracked();
        let after = Trouble::after(before.clone(), saved);
        if after != before {
            self.trouble.set(after);
        }
        saved
    }
}

/// The sitting that can be gone on with.
pub fn under_way(session: Option<&Session>) -> Option<&Session> {
    session.filter(|session| session.stage() != Stage::Over)
}

/// The question of a step, and how its check is answered.
pub fn asked(bank: &'static Bank, step: &Step) -> Option<(&'static Entry, CheckKind)> {
    let entry = bank.question(&step.question)?;
    let check = entry.checks.iter().find(|check| check.name == step.check)?;
    Some((entry, check.kind))
}

/// A sitting that names what has left the bank is not resumed; its attempts stay in the progress.
fn fits(session: &Session, bank: &'static Bank) -> bool {
    session
        .steps()
        .iter()
        .all(|step| asked(bank, step).is_some())
}

fn worse(one: Saved, other: Saved) -> Saved {
    if one == Saved::Saved { other } else { one }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::attempt::{Help, Item};
    use crate::practice::progress::Standing;
    use crate::practice::queue;
    use crate::practice::shuffle::Seed;
    use crate::storage::memory::MemoryStore;
    use crate::storage::{PROGRESS, Refused, SESSION};
    use bank::answer::Verdict;
    use bank::name::{CheckName, QuestionId};

    const NOW: Moment = Moment(1_000);

    /// Runs a test on the state that a store gives, as a page that is loaded with it.
    fn with(store: &Rc<MemoryStore>, test: impl FnOnce(AppState)) {
        let owner = Owner::new();
        owner.set();
        let bank = Bank::open(
            include_bytes!(concat!(env!("OUT_DIR"), "/bank.index")),
            include_bytes!(concat!(env!("OUT_DIR"), "/bank.bodies")),
        );
        let bank: &'static Bank = Box::leak(Box::new(bank.unwrap()));
        test(AppState::open(bank, store.clone(), NOW));
        owner.cleanup();
    }

    fn fresh() -> Rc<MemoryStore> {
        Rc::new(MemoryStore::default())
    }

    fn gil() -> QuestionId {
        QuestionId::parse("gil").unwrap()
    }

    fn attempt(at: i64, verdict: Verdict) -> Attempt {
        Attempt {
            at: Moment(at),
            question: gil(),
            rev: 1,
            item: Item::Check(CheckName::parse("four-threads").unwrap()),
            verdict,
            help: Help::None,
            seconds: 3,
            runs: 0,
        }
    }

    fn begin(state: AppState) {
        let gil = state.bank.question(&gil()).into_iter();
        let steps = queue::mixed(gil, &Progress::default(), 1, Seed(1));
        assert_eq!(
            state.begin(Session::begin(steps, Seed(1)).unwrap()),
            Saved::Saved
        );
    }

    fn name(state: AppState) -> Option<&'static str> {
        untrack(|| state.trouble()).map(|trouble| trouble.name())
    }

    #[test]
    fn what_is_answered_is_there_when_the_page_is_loaded_again() {
        let store = fresh();
        with(&store, |state| {
            begin(state);
            assert_eq!(state.answer(attempt(1, Verdict::Correct)), Saved::Saved);
            assert_eq!(state.choose_theme(Theme::Dark), Saved::Saved);
        });
        with(&store, |state| {
            let progress = state.progress();
            assert_eq!(progress.standing(&gil()), Standing::Right);
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
        let text = include_str!("../tests/saved/session-v1.json");
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
            store.write(PROGRESS, r#"{"version":3}"#).unwrap();
            assert_eq!(state.answer(attempt(1, Verdict::Wrong)), Saved::LeftAlone);
            assert_eq!(name(state), Some("left-alone"));
            assert_eq!(state.next(), Saved::Saved);
            assert_eq!(state.choose_theme(Theme::Dark), Saved::Saved);
            assert_eq!(name(state), Some("left-alone"));
        });
    }

    #[test]
    fn without_storage_one_can_practise_and_is_told() {
        let store = Rc::new(MemoryStore::default().refuse_everything());
        with(&store, |state| {
            assert_eq!(name(state), Some("blocked"));
            assert_eq!(state.record(attempt(1, Verdict::Wrong)), Saved::Blocked);
            let progress = state.progress();
            assert_eq!(progress.standing(&gil()), Standing::Missed);
        });
    }

    #[test]
    fn a_draft_is_kept_or_it_is_told() {
        let store = Rc::new(MemoryStore::default().refuse_writes(Refused::Full));
        with(&store, |state| {
            assert_eq!(state.keep_draft(&gil(), "x"), Saved::Full);
            assert_eq!(name(state), Some("full"));
            store.allow_writes();
            assert_eq!(state.keep_draft(&gil(), "xy"), Saved::Saved);
            assert_eq!(state.draft(&gil()).as_deref(), Some("xy"));
        });
        with(&store, |state| {
            assert_eq!(state.draft(&gil()).as_deref(), Some("xy"));
            assert_eq!(state.forget_draft(&gil()), Saved::Saved);
            assert_eq!(state.draft(&gil()), None);
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
            assert_eq!(state.progress().attempts().len(), 2);
        });
    }

    #[test]
    fn what_a_newer_build_saved_is_told_and_stays() {
        let newer = r#"{"version":3}"#;
        let store = Rc::new(MemoryStore::with(PROGRESS, newer));
        with(&store, |state| {
            assert_eq!(name(state), Some("newer"));
            assert_eq!(state.record(attempt(1, Verdict::Wrong)), Saved::LeftAlone);
            assert_eq!(name(state), Some("newer"));
        });
        assert_eq!(store.texts().get(PROGRESS).map(String::as_str), Some(newer));
    }

    #[test]
    fn a_note_that_was_taken_is_not_repeated() {
        let store = Rc::new(MemoryStore::with(PROGRESS, "theirs"));
        with(&store, |state| {
            assert_eq!(name(state), Some("moved-aside"));
            assert_eq!(state.moved_aside().len(), 1);
            state.take_note();
            assert_eq!(state.record(attempt(1, Verdict::Wrong)), Saved::Saved);
            assert_eq!(name(state), None);
        });
    }

    #[test]
    fn two_tabs_keep_what_was_answered_in_both() {
        let store = fresh();
        with(&store, |one| {
            let bank = one.bank;
            let other = AppState::open(bank, store.clone(), NOW);
            assert_eq!(one.record(attempt(1, Verdict::Wrong)), Saved::Saved);
            assert_eq!(other.record(attempt(2, Verdict::Correct)), Saved::Saved);
            assert_eq!(other.progress().attempts().len(), 2);
        });
    }
}
