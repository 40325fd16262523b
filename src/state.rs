//! The state that outlives a page. Only its methods write it; each saves what it changes and says
//! how that ended.
//!
//! It reads no clock and draws no seed: moments and seeds are arguments.

pub mod aim;
pub mod answers;
pub mod backup;
mod beside;
pub mod browse;
pub mod draft;
pub mod erasing;
pub mod handover;
pub mod remark;
pub mod settings;
pub mod sitting;
#[cfg(test)]
mod tests;

use crate::practice::history::History;
use crate::practice::memory::memories::Memories;
use crate::practice::progress::Progress;
use crate::practice::session::Session;
use crate::practice::shuffle::Seed;
use crate::practice::time::Moment;
use crate::python::Python;
use crate::settings::{Keys, Settings, Sureness};
use crate::state::browse::Browsed;
use crate::state::remark::Unsaved;
use crate::storage::log::Log;
use crate::storage::save::Saved;
use crate::storage::shape::backup::beside::Beside;
use crate::storage::sitting::Place;
use crate::storage::trouble::{Trouble, Troubles};
use crate::storage::{Store, Unusable, load, note, room};
use bank::embedded::Bank;
use bank::name::QuestionId;
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
    /// Rises when something becomes known that this page did not record.
    heard: RwSignal<u32>,
    /// Rises when something is said of a question that its own field does not show yet.
    remarked: RwSignal<u32>,
    session: RwSignal<Option<Session>>,
    troubles: RwSignal<Troubles>,
}

/// What no view follows, because it does not change while it is shown.
struct Kept {
    store: Rc<dyn Store>,
    log: RefCell<Log>,
    place: RefCell<Place>,
    progress: RefCell<Progress>,
    settings: Cell<Settings>,
    /// The settings in the store, as this tab last read or wrote them.
    stored: Cell<Result<Option<Settings>, Unusable>>,
    /// As far as somebody asked for them.
    memories: RefCell<Memories>,
    sureness: Cell<Sureness>,
    keys: Cell<Keys>,
    /// The backup that is looked at.
    found: RefCell<Option<(History, Beside)>>,
    unsaved: RefCell<Unsaved>,
    browsed: RefCell<Browsed>,
}

impl AppState {
    /// Loads what was kept. `now` names a copy of what cannot be read; `writer` is a name that no
    /// other tab has.
    pub fn open(bank: &'static Bank, store: Rc<dyn Store>, now: Moment, writer: Seed) -> AppState {
        let present = present_in(bank);
        let writer = writer.0.to_string();
        let mut place = Place::of(&writer);
        let mut log = Log::of(writer);
        let loaded = load::progress(&*store, &mut log, now, &present);
        let session = place.load(&*store, &present);
        let stored = load::settings(&*store);
        let mut troubles = Troubles::of_loading(loaded.found);
        if stored == Err(Unusable::Newer) {
            troubles = troubles.with_newer_settings();
        }
        AppState {
            bank,
            python: Python::off(),
            heard: RwSignal::new(0),
            remarked: RwSignal::new(0),
            session: RwSignal::new(session.filter(|session| sitting::fits(session, bank))),
            troubles: RwSignal::new(troubles),
            kept: StoredValue::new_local(Rc::new(Kept {
                log: RefCell::new(log),
                place: RefCell::new(place),
                progress: RefCell::new(Progress::of(loaded.history)),
                settings: Cell::new(stored.ok().flatten().unwrap_or_default()),
                stored: Cell::new(stored),
                memories: RefCell::new(Memories::default()),
                sureness: Cell::new(note::sureness(&*store)),
                keys: Cell::new(note::keys(&*store)),
                found: RefCell::new(None),
                unsaved: RefCell::new(Vec::new()),
                browsed: RefCell::new(Browsed::default()),
                store,
            })),
        }
    }

    /// Looks at all attempts up to now, and at what follows from them. What looks follows what other
    /// tabs record.
    pub fn progress<T>(self, look: impl FnOnce(&Progress) -> T) -> T {
        self.heard.track();
        look(&self.kept.get_value().progress.borrow())
    }

    /// What the person must be told about storage. What reads it follows it.
    pub fn notice(self) -> Option<Trouble> {
        self.troubles.get().notice().cloned()
    }

    /// What hinders storage, whether the person has read it or not. What reads it follows it.
    pub fn trouble(self) -> Option<Trouble> {
        self.troubles.get().present().cloned()
    }

    /// The person has read what was said about storage.
    pub fn take_note(self) {
        self.troubles.set(self.troubles.get_untracked().hidden());
    }

    /// The texts that were ever moved aside, with their keys, oldest first.
    pub fn moved_aside(self) -> Vec<(String, String)> {
        load::moved_aside(&*self.kept.get_value().store)
    }

    /// Says so when little room is left, long before there is none.
    fn look_at_room(self) {
        let is_tight = room::is_tight(&*self.kept.get_value().store);
        self.trouble_is(self.troubles.get_untracked().with_room(is_tight));
    }

    /// Says how saving ended of what stands beside the answers. That it was kept does not mean that
    /// they were, so it ends no trouble of theirs.
    fn tell_besides(self, saved: Saved) -> Saved {
        match saved {
            Saved::Saved => saved,
            Saved::Full | Saved::Blocked => self.tell(saved),
        }
    }

    fn tell(self, saved: Saved) -> Saved {
        self.trouble_is(self.troubles.get_untracked().after(saved));
        saved
    }

    fn trouble_is(self, now: Troubles) {
        if now != self.troubles.get_untracked() {
            self.troubles.set(now);
        }
    }
}

/// Gives the id that a question has today.
fn present_in(bank: &'static Bank) -> impl Fn(&QuestionId) -> QuestionId + Copy {
    |id| bank.present_id(id).clone()
}
