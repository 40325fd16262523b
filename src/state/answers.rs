//! Recording answers, taking them back, and hearing of those that another tab records.

use crate::practice::attempt::Attempt;
use crate::state::{AppState, present_in};
use crate::storage::log::Event;
use crate::storage::save::Saved;
use crate::storage::{LOG, segment};
use leptos::prelude::*;

impl AppState {
    /// Adds an attempt to the progress.
    pub fn record(self, attempt: Attempt) -> Saved {
        let kept = self.kept.get_value();
        let recorded = kept.progress.borrow_mut().record(attempt);
        match recorded {
            Some(row) => self.append(Event::Attempt(row)),
            None => Saved::Saved,
        }
    }

    /// Takes back the attempt that was made last.
    pub fn undo_last(self) -> Saved {
        let kept = self.kept.get_value();
        let undone = kept.progress.borrow_mut().undo_last();
        match undone {
            Some(undo) => {
                self.heard.update(|count| *count += 1);
                self.append(Event::Undo(undo))
            }
            None => Saved::Saved,
        }
    }

    /// Another tab has put a text under a key of the store.
    pub fn hear(self, key: &str, text: &str) {
        if !key.starts_with(LOG) {
            return;
        }
        // What cannot be read is dealt with when it is loaded.
        if let Ok(history) = segment::read(text) {
            let kept = self.kept.get_value();
            let mut progress = kept.progress.borrow_mut();
            progress.merge(&history, present_in(self.bank));
            drop(progress);
            self.heard.update(|count| *count += 1);
        }
    }

    fn append(self, event: Event) -> Saved {
        let kept = self.kept.get_value();
        let progress = kept.progress.borrow();
        let subjects = progress.history().subjects();
        let mut log = kept.log.borrow_mut();
        let appended = log.append(&*kept.store, subjects, event);
        self.tell(appended.into())
    }
}
