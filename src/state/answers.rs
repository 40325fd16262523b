//! Recording answers, taking them back, and hearing of those that another tab records.

use crate::practice::attempt::Attempt;
use crate::practice::history::row::Row;
use crate::practice::time::Moment;
use crate::state::erasing::ERASED;
use crate::state::{AppState, present_in};
use crate::storage::log::Event;
use crate::storage::note::Joined;
use crate::storage::save::Saved;
use crate::storage::{LOG, SETTINGS, draft, remark, segment};
use leptos::prelude::*;

/// In ms.
const DAY: i64 = 24 * 60 * 60 * 1000;

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
        let last = kept.progress.borrow().history().rows().last().copied();
        self.undo(last)
    }

    /// Takes back an attempt, if there is one.
    pub(super) fn undo(self, row: Option<Row>) -> Saved {
        let kept = self.kept.get_value();
        let undone = row.and_then(|row| kept.progress.borrow_mut().undo(row));
        match undone {
            Some(undo) => {
                self.heard.update(|count| *count += 1);
                self.append(Event::Undo(undo))
            }
            None => Saved::Saved,
        }
    }

    /// Another tab has put a text under a key of the store; it is empty when nothing stands there any more.
    pub fn hear(self, key: &str, text: &str) {
        if key == ERASED && !text.is_empty() {
            return self.hear_of_erasing(text);
        }
        if key.starts_with(SETTINGS) {
            return self.hear_of_settings(key);
        }
        if draft::is_key(key) {
            self.heard.update(|count| *count += 1);
        }
        if remark::is_key(key) {
            return self.hear_remarks();
        }
        if !key.starts_with(LOG) {
            return;
        }
        // What cannot be read is dealt with when it is loaded.
        if let Ok(history) = segment::read(text) {
            let kept = self.kept.get_value();
            let mut progress = kept.progress.borrow_mut();
            progress.merge(&history, &present_in(self.bank));
            drop(progress);
            self.heard.update(|count| *count += 1);
        }
    }

    /// The name under which this tab writes.
    pub fn writer(self) -> String {
        self.kept.get_value().log.borrow().writer().to_owned()
    }

    /// Joins what tabs wrote that are closed, when that is in many pieces. `open` names those that are
    /// open; where nobody knows, a tab that has not written for a day is closed.
    pub fn join(self, open: Option<&[String]>, now: Moment) {
        let kept = self.kept.get_value();
        let is_gone = |writer: &str, last: Option<Moment>| match open {
            Some(open) => !open.iter().any(|name| name == writer),
            None => last.is_none_or(|last| last.0.saturating_add(DAY) < now.0),
        };
        // What could not be joined stays as it is, and is joined another time.
        let joined = kept.log.borrow_mut().join(&*kept.store, is_gone);
        if let Ok(pieces @ 1..) = joined {
            // What cannot be noted is not said; nothing else depends on it.
            let _ = Joined { at: now, pieces }.remember(&*kept.store);
            self.heard.update(|count| *count += 1);
        }
        self.look_at_room();
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
