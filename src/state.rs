//! The state that outlives a page. Only its methods write it; each saves what it changes and says
//! how that ended.
//!
//! It reads no clock and draws no seed: moments and seeds are arguments.

use crate::practice::attempt::Attempt;
use crate::practice::progress::Progress;
use crate::practice::queue::Step;
use crate::practice::session::{Session, Stage};
use crate::practice::time::Moment;
use crate::settings::{Settings, Theme};
use crate::storage::load::Loaded;
use crate::storage::save::Saved;
use crate::storage::trouble::Trouble;
use crate::storage::{Store, load, save};
use bank::check::CheckKind;
use bank::embedded::Bank;
use bank::question::Entry;
use leptos::prelude::*;
use std::rc::Rc;

/// What every page can reach. It is a handle: copies are the same state.
#[derive(Clone, Copy)]
pub struct AppState {
    /// The questions.
    pub bank: &'static Bank,
    store: StoredValue<Rc<dyn Store>, LocalStorage>,
    progress: RwSignal<Progress>,
    session: RwSignal<Option<Session>>,
    settings: RwSignal<Settings>,
    trouble: RwSignal<Option<Trouble>>,
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
            progress: RwSignal::new(progress),
            session: RwSignal::new(session),
            settings: RwSignal::new(load::settings(&*store)),
            trouble: RwSignal::new(trouble),
            store: StoredValue::new_local(store),
        }
    }

    /// All attempts, and what follows from them.
    pub fn progress(self) -> ReadSignal<Progress> {
        self.progress.read_only()
    }

    /// The sitting that is under way or has ended last.
    pub fn session(self) -> ReadSignal<Option<Session>> {
        self.session.read_only()
    }

    /// The settings.
    pub fn settings(self) -> ReadSignal<Settings> {
        self.settings.read_only()
    }

    /// What the person must be told about storage.
    pub fn trouble(self) -> ReadSignal<Option<Trouble>> {
        self.trouble.read_only()
    }

    /// The texts that were ever moved aside, with their keys, oldest first.
    pub fn moved_aside(self) -> Vec<(String, String)> {
        self.store.with_value(|store| load::moved_aside(&**store))
    }

    /// Starts a sitting in place of the one before.
    pub fn begin(self, session: Session) -> Saved {
        let saved = self.keep(|store| save::session(store, &session));
        self.session.set(Some(session));
        saved
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
        let mut progress = self.progress.get_untracked();
        progress.record(attempt);
        let mut union = None;
        let saved = self.keep(|store| {
            let (merged, saved) = save::progress(store, progress);
            union = Some(merged);
            saved
        });
        union.into_iter().for_each(|union| self.progress.set(union));
        saved
    }

    /// Sets the theme.
    pub fn choose_theme(self, theme: Theme) -> Saved {
        let settings = Settings { theme };
        self.settings.set(settings);
        self.keep(|store| save::settings(store, settings))
    }

    /// The person has read what was said about storage.
    pub fn take_note(self) {
        self.trouble.set(None);
    }

    fn advance(self, transition: impl FnOnce(Session) -> Session) -> Saved {
        let Some(session) = self.session.get_untracked() else {
            return Saved::Saved;
        };
        let session = transition(session);
        let saved = self.keep(|store| save::session(store, &session));
        self.session.set(Some(session));
        saved
    }

    fn keep(self, save: impl FnOnce(&dyn Store) -> Saved) -> Saved {
        let saved = self.store.with_value(|store| save(&**store));
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
