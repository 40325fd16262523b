//! Making a backup, looking at one, adding what it holds.

use crate::practice::history::History;
use crate::practice::time::Moment;
use crate::state::{AppState, present_in};
use crate::storage::note::{self, Backup, Joined};
use crate::storage::save::Saved;
use crate::storage::shape::backup;
use crate::storage::shape::backup::beside::{self, Beside};
use crate::storage::{Refused, Unusable, log};
use leptos::prelude::*;

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
    /// Bookmarks and notes that it changes.
    pub new_remarks: usize,
    /// Exercises for which nothing was written here, and something there.
    pub new_drafts: usize,
}

impl AppState {
    /// The text of a backup of everything, made now.
    pub fn backup(self, now: Moment) -> String {
        let kept = self.kept.get_value();
        let progress = kept.progress.borrow();
        let mut text = backup::write(progress.history(), now);
        beside::write(&self.beside(), &mut text);
        text
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
        let read = backup::read(text).and_then(|history| Ok((history, beside::read(text)?)));
        self.look(read)
    }

    /// What adding this would change. What cannot be read is not what was looked at before.
    pub(super) fn look(
        self,
        read: Result<(History, Beside), Unusable>,
    ) -> Result<Preview, Unusable> {
        let kept = self.kept.get_value();
        kept.found.replace(None);
        let (found, beside) = read?;
        let before = kept.progress.borrow();
        let new = before.history().lacks(&found, &present_in(self.bank));
        let mut after = before.clone();
        after.merge(&new, &present_in(self.bank));
        let ids = || self.bank.questions().iter().map(|entry| &entry.id);
        let new_answers = new.len();
        let new_beside = self.new_beside(beside.clone());
        let mut exercises: Vec<_> = new_beside.drafts.iter().map(|(id, _)| id).collect();
        exercises.dedup();
        let preview = Preview {
            new_remarks: new_beside.remarks.len(),
            new_drafts: exercises.len(),
            answers: found.len(),
            new_answers,
            taken_back: before.history().len() + new_answers - after.history().len(),
            right: (before.tally(ids()).right, after.tally(ids()).right),
        };
        kept.found.replace(Some((found, beside)));
        Ok(preview)
    }

    /// Adds what was looked at last: all of it, or nothing.
    pub fn restore(self) -> Saved {
        let kept = self.kept.get_value();
        let Some((found, beside)) = kept.found.take() else {
            return Saved::Saved;
        };
        // Something may have been answered, written or erased since it was looked at.
        let known = kept.progress.borrow();
        let new = known.history().lacks(&found, &present_in(self.bank));
        drop(known);
        let beside = self.new_beside(beside);
        let written = self.write_beside(&beside).and_then(|before| {
            let written = kept.log.borrow_mut().write_all(&*kept.store, &new);
            if written.is_err() {
                self.put_back(before);
            }
            written
        });
        if written.is_ok() {
            self.hear_remarks();
            let mut progress = kept.progress.borrow_mut();
            progress.merge(&new, &present_in(self.bank));
            drop(progress);
            self.heard.update(|count| *count += 1);
            self.look_at_room();
        }
        self.tell_of_both(written)
    }

    /// In how many pieces the answers are kept.
    pub fn pieces(self) -> usize {
        let texts = log::texts(&*self.kept.get_value().store);
        texts.map_or(0, |texts| texts.len())
    }

    /// When tabs' pieces were last joined, and how many: it is said once.
    pub fn take_joined(self) -> Option<Joined> {
        self.heard.track();
        Joined::take(&*self.kept.get_value().store)
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

    /// Says how something ended that may have made room, and whether there is enough now for what could not
    /// be written before.
    pub(super) fn tell_of_both(self, done: Result<(), Refused>) -> Saved {
        let kept = self.kept.get_value();
        let progress = kept.progress.borrow();
        let subjects = progress.history().subjects();
        let written = kept.log.borrow_mut().catch_up(&*kept.store, subjects);
        let _ = self.tell(done.and(written).into());
        done.into()
    }
}
