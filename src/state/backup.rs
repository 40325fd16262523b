//! Making a backup, looking at one, adding what it holds; and erasing.

use crate::practice::history::subject::Subject;
use crate::practice::progress::Progress;
use crate::practice::time::Moment;
use crate::state::{AppState, present_in};
use crate::storage::note::{self, Backup};
use crate::storage::save::Saved;
use crate::storage::shape::backup;
use crate::storage::{Refused, SETTINGS, Unusable, load, log, segment};
use bank::name::Slug;
use leptos::prelude::*;

/// Begins the keys of everything that is ours.
const OURS: &str = "pydrill.";
/// Tells the other tabs that something was erased.
pub(super) const ERASED: &str = "pydrill.erased";

/// What adding a backup would change.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Preview {
    /// Answers in the backup.
    pub answers: usize,
    /// Of these, not known here.
    pub new_answers: usize,
    /// Answers known here that it takes back.
    pub taken_back: usize,
    /// Questions that are right at the latest attempt, before and after.
    pub right: (usize, usize),
}

impl AppState {
    /// The text of a backup of everything, made now.
    pub fn backup(self, now: Moment) -> String {
        let kept = self.kept.get_value();
        let progress = kept.progress.borrow();
        backup::write(progress.history(), now)
    }

    /// A backup was handed to the person.
    pub fn backed_up(self, at: Moment) -> Saved {
        let kept = self.kept.get_value();
        let answers = kept.progress.borrow().history().len();
        let saved = Backup { at, answers }.remember(&*kept.store);
        self.heard.update(|count| *count += 1);
        self.tell_besides(saved.into())
    }

    /// The last backup.
    pub fn last_backup(self) -> Option<Backup> {
        Backup::last(&*self.kept.get_value().store)
    }

    /// Whether it is time for another one.
    pub fn backup_is_due(self, now: Moment) -> bool {
        self.progress(|progress| {
            let first = progress.history().rows().first().map(|row| row.at);
            Backup::is_due(self.last_backup(), progress.history().len(), first, now)
        })
    }

    /// What a text that may be a backup would change. Nothing is changed before
    /// [`AppState::restore`].
    pub fn preview(self, text: &str) -> Result<Preview, Unusable> {
        let found = backup::read(text)?;
        let kept = self.kept.get_value();
        let before = kept.progress.borrow();
        let new = before.history().lacks(&found, &present_in(self.bank));
        let mut after = before.clone();
        after.merge(&new, &present_in(self.bank));
        let ids = || self.bank.questions().iter().map(|entry| &entry.id);
        let new_answers = new.len();
        kept.found.replace(Some(new));
        Ok(Preview {
            answers: found.len(),
            new_answers,
            taken_back: before.history().len() + new_answers - after.history().len(),
            right: (before.tally(ids()).right, after.tally(ids()).right),
        })
    }

    /// Adds what was looked at last: all of it, or nothing.
    pub fn restore(self) -> Saved {
        let kept = self.kept.get_value();
        let Some(new) = kept.found.take() else {
            return Saved::Saved;
        };
        let written = kept.log.borrow_mut().write_all(&*kept.store, &new);
        if written.is_ok() {
            let mut progress = kept.progress.borrow_mut();
            progress.merge(&new, &present_in(self.bank));
            drop(progress);
            self.heard.update(|count| *count += 1);
        }
        self.tell(written.into())
    }

    /// In how many pieces the answers are kept.
    pub fn pieces(self) -> usize {
        let texts = log::texts(&*self.kept.get_value().store);
        texts.map_or(0, |texts| texts.len())
    }

    /// What the browser said when it was asked to keep the answers for good.
    pub fn persists(self) -> Option<bool> {
        note::persists(&*self.kept.get_value().store)
    }

    /// Remembers what it said.
    pub fn remember_persists(self, yes: bool) -> Saved {
        let kept = self.kept.get_value();
        self.tell_besides(note::remember_persists(&*kept.store, yes).into())
    }

    /// Erases everything but the settings, or the answers to the questions of one topic.
    pub fn erase(self, topic: Option<&Slug>, now: Moment) -> Saved {
        let kept = self.kept.get_value();
        let erased = match topic {
            Some(topic) => self.erase_topic(topic),
            None => self.erase_all(),
        };
        // Told last, so that the others load what is left.
        let told = erased.and_then(|()| kept.store.write(ERASED, &now.0.to_string()));
        self.reload(now);
        self.tell(told.into())
    }

    fn erase_all(self) -> Result<(), Refused> {
        let store = &*self.kept.get_value().store;
        self.session.set(None);
        for key in store.keys()? {
            if key.starts_with(OURS) && key != SETTINGS {
                store.remove(&key)?;
            }
        }
        Ok(())
    }

    fn erase_topic(self, topic: &Slug) -> Result<(), Refused> {
        let kept = self.kept.get_value();
        let ids: Vec<_> = self.bank.questions_of(topic).map(|it| &it.id).collect();
        let is_of = |subject: &Subject| ids.contains(&self.bank.present_id(&subject.question));
        let mut log = kept.log.borrow_mut();
        loop {
            let mut old = log::texts(&*kept.store)?;
            // Another tab may answer meanwhile; then its segment stays, and is looked at again.
            old.retain(|(_, text)| {
                segment::read(text).is_ok_and(|part| part.subjects().known().iter().any(is_of))
            });
            if old.is_empty() {
                return Ok(());
            }
            log.rewrite(&*kept.store, &old, |history| history.without(is_of))?;
        }
    }

    /// Loads what there is now in place of what was known.
    pub(super) fn reload(self, now: Moment) {
        let kept = self.kept.get_value();
        let mut log = kept.log.borrow_mut();
        log.forget();
        let loaded = load::progress(&*kept.store, &mut log, now, &present_in(self.bank));
        kept.progress.replace(Progress::of(loaded.history));
        self.heard.update(|count| *count += 1);
    }
}
