//! What a backup holds beside the answers, and what of it is new here.
//!
//! Of remarks the later one counts. What was written for an exercise bears no moment, so that of this device
//! stays, and only where there is none that of the backup is added: of several for one exercise the last in
//! its place, and the others beside it.

use crate::practice::remark::{Kind, Remark};
use crate::state::AppState;
use crate::storage::shape::backup::beside::Beside;
use crate::storage::{Refused, draft, remark};
use leptos::prelude::GetValue;

/// Texts by their keys, as they were before; nothing where there was none.
pub(super) type Before = Vec<(String, Option<String>)>;

impl AppState {
    /// All of it, under present ids.
    pub(super) fn beside(self) -> Beside {
        let kept = self.kept.get_value();
        let mut beside = Beside::default();
        for kind in Kind::ALL {
            for id in self.remarked_on(kind) {
                let said = self.remark(kind, &id);
                beside.remarks.extend(said.map(|remark| (kind, id, remark)));
            }
        }
        beside.drafts = draft::all(&*kept.store);
        beside
    }

    /// What of it would change something here.
    pub(super) fn new_beside(self, found: Beside) -> Beside {
        let kept = self.kept.get_value();
        let mut new = Beside::default();
        for (kind, id, remark) in found.remarks {
            let id = self.bank.present_id(&id).clone();
            let known = self.remark(kind, &id);
            let counts = |known: Remark| remark.counts_before(&known);
            if known.is_none_or(counts) {
                new.remarks.push((kind, id, remark));
            }
        }
        for (id, code) in found.drafts {
            let id = self.bank.present_id(&id).clone();
            if draft::load(&*kept.store, &id).is_none() {
                new.drafts.push((id, code));
            }
        }
        // Those for one exercise follow each other, in the order of the backup.
        new.drafts.sort_by(|(a, _), (b, _)| a.cmp(b));
        new
    }

    /// Keeps all of it, or nothing; answers what stood there before.
    pub(super) fn write_beside(self, new: &Beside) -> Result<Before, Refused> {
        let mut before = Before::new();
        match self.try_write_beside(new, &mut before) {
            Ok(()) => Ok(before),
            Err(why) => {
                self.put_back(before);
                Err(why)
            }
        }
    }

    fn try_write_beside(self, new: &Beside, before: &mut Before) -> Result<(), Refused> {
        let kept = self.kept.get_value();
        for (kind, id, remark) in &new.remarks {
            self.replace(before, remark::key(*kind, id), &remark::write(remark))?;
        }
        let mut drafts = new.drafts.iter().peekable();
        while let Some((id, code)) = drafts.next() {
            let is_last = drafts.peek().is_none_or(|(next, _)| next != id);
            let key = if is_last {
                draft::key(id)
            } else {
                let beside = draft::beside_key(id, kept.log.borrow().writer());
                draft::spare(&*kept.store, &beside, code)?
            };
            self.replace(before, key, code)?;
        }
        Ok(())
    }

    fn replace(self, before: &mut Before, key: String, text: &str) -> Result<(), Refused> {
        let kept = self.kept.get_value();
        let known = kept.store.read(&key)?;
        kept.store.write(&key, text)?;
        before.push((key, known));
        Ok(())
    }

    /// Brings back what stood there before: it had room then.
    pub(super) fn put_back(self, before: Before) {
        let kept = self.kept.get_value();
        for (key, text) in before.into_iter().rev() {
            let _ = match text {
                Some(text) => kept.store.write(&key, &text),
                None => kept.store.remove(&key),
            };
        }
    }
}
