//! Bookmarks and notes: what was said of a question here or in another tab, the latest of it.

use crate::practice::remark::{Kind, Remark};
use crate::practice::time::Moment;
use crate::state::AppState;
use crate::storage::remark;
use crate::storage::save::Saved;
use bank::name::QuestionId;
use leptos::prelude::*;

/// What could not be kept, which this page knows as long as it lives.
pub(super) type Unsaved = Vec<(Kind, QuestionId, Remark)>;

impl AppState {
    /// Whether the person wants to come back to a question. What looks follows it.
    pub fn is_bookmarked(self, question: &QuestionId) -> bool {
        self.remarked.track();
        let remark = self.remark(Kind::Bookmark, question);
        remark.is_some_and(|remark| !remark.text.is_empty())
    }

    /// Bookmarks a question, or takes its bookmark away.
    pub fn bookmark(self, question: &QuestionId, now: Moment) -> Saved {
        let is_there = untrack(|| self.is_bookmarked(question));
        let text = if is_there { "" } else { "1" };
        let saved = self.say(Kind::Bookmark, question, text, now);
        self.remarked.update(|count| *count += 1);
        saved
    }

    /// All questions with a bookmark, by their present ids. What looks follows them.
    pub fn bookmarked(self) -> Vec<QuestionId> {
        self.remarked.track();
        let mut ids = self.remarked_on(Kind::Bookmark);
        ids.retain(|id| self.is_bookmarked(id));
        ids
    }

    /// The questions of which something was said, by their present ids, in order.
    pub(super) fn remarked_on(self, kind: Kind) -> Vec<QuestionId> {
        let kept = self.kept.get_value();
        let saved = remark::all(&*kept.store, kind);
        let saved = saved.iter().map(|(id, _)| id);
        let unsaved = kept.unsaved.borrow();
        let unsaved = unsaved.iter().filter(|(of, ..)| *of == kind);
        let all = saved.chain(unsaved.map(|(_, id, _)| id));
        let mut ids: Vec<QuestionId> = all.map(|id| self.bank.present_id(id).clone()).collect();
        ids.sort();
        ids.dedup();
        ids
    }

    /// The note on a question; empty when there is none. What looks follows what other tabs write, and
    /// not what is written here.
    pub fn note(self, question: &QuestionId) -> String {
        self.remarked.track();
        let remark = self.remark(Kind::Note, question);
        remark.map_or_else(String::new, |remark| remark.text)
    }

    /// Keeps what is written as the note on a question.
    pub fn write_note(self, question: &QuestionId, text: &str, now: Moment) -> Saved {
        self.say(Kind::Note, question, text, now)
    }

    /// Another tab said something, or everything may have changed.
    pub(super) fn hear_remarks(self) {
        self.remarked.update(|count| *count += 1);
    }

    fn say(self, kind: Kind, question: &QuestionId, text: &str, now: Moment) -> Saved {
        let known = self.remark(kind, question);
        if known.as_ref().is_some_and(|known| known.text == text) {
            return Saved::Saved;
        }
        let remark = Remark::follow(known.as_ref(), text.to_owned(), now);
        let kept = self.kept.get_value();
        let saved = remark::save(&*kept.store, kind, question, &remark);
        let mut unsaved = kept.unsaved.borrow_mut();
        unsaved.retain(|(of, id, _)| (*of, id) != (kind, question));
        if saved != Saved::Saved {
            unsaved.push((kind, question.clone(), remark));
        }
        drop(unsaved);
        self.tell_besides(saved)
    }

    /// What counts of all that was said, also under the ids of earlier days.
    pub(super) fn remark(self, kind: Kind, question: &QuestionId) -> Option<Remark> {
        let kept = self.kept.get_value();
        let ids = self.bank.old_ids(question).chain([question]);
        let saved = ids.filter_map(|id| remark::load(&*kept.store, kind, id));
        let unsaved = kept.unsaved.borrow();
        let unsaved = unsaved
            .iter()
            .filter(|(of, id, _)| (*of, id) == (kind, question))
            .map(|(.., remark)| remark.clone());
        saved.chain(unsaved).reduce(Remark::or_later)
    }
}
