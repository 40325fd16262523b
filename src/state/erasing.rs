//! Erasing, here or in another tab: afterwards this tab knows what is left, and says nothing that was true
//! only before.

use crate::practice::history::subject::Subject;
use crate::practice::progress::Progress;
use crate::practice::remark::Remark;
use crate::practice::session::Session;
use crate::practice::time::Moment;
use crate::state::{AppState, present_in};
use crate::storage::note::Backup;
use crate::storage::save::Saved;
use crate::storage::{Refused, draft, erase, load, remark, sitting};
use bank::name::{QuestionId, Slug};
use leptos::prelude::*;

/// Tells the other tabs that something was erased.
pub(super) const ERASED: &str = "pydrill.erased";

impl AppState {
    /// Erases everything but the settings, or what is kept of the questions of one topic.
    pub fn erase(self, topic: Option<&Slug>, now: Moment) -> Saved {
        let kept = self.kept.get_value();
        let backup = Backup::last(&*kept.store);
        let saved_before = self.answers_of(backup);
        let erased = match topic {
            Some(topic) => self.erase_topic(topic),
            None => erase::all(&*kept.store),
        };
        if erased.is_err() {
            let _ = self.reload(now, &|_| true);
            return self.tell(erased.into());
        }
        // Told last, so that the others load what is left.
        let slug = topic.map_or("", Slug::as_str);
        let told = [&now.0.to_string(), " ", slug].concat();
        let told = kept.store.write(ERASED, &told);
        let unsaved = self.go_on_without(topic, now);
        if let (Some(_), Some(last)) = (topic, backup) {
            let gone = saved_before.saturating_sub(self.answers_of(backup));
            let answers = last.answers.saturating_sub(gone);
            // What cannot be noted puts off a reminder; nothing else depends on it.
            let _ = Backup { answers, ..last }.remember(&*kept.store);
        }
        let done = self.tell_of_both(told);
        let _ = self.tell_besides(unsaved);
        done
    }

    /// The answers known here that a backup may hold.
    fn answers_of(self, backup: Option<Backup>) -> usize {
        let kept = self.kept.get_value();
        let progress = kept.progress.borrow();
        let until = |last: Backup| {
            let rows = progress.history().rows();
            rows.partition_point(|row| row.at <= last.at)
        };
        backup.map_or(0, until)
    }

    fn erase_topic(self, topic: &Slug) -> Result<(), Refused> {
        let kept = self.kept.get_value();
        for entry in self.bank.questions_of(topic) {
            for id in self.bank.old_ids(&entry.id).chain([&entry.id]) {
                remark::forget(&*kept.store, id)?;
                draft::discard(&*kept.store, id)?;
            }
        }
        let is_of = |id: &QuestionId| self.is_of(Some(topic), id);
        sitting::forget(&*kept.store, &is_of)?;
        let is_about = |subject: &Subject| is_of(&subject.question);
        erase::some(&*kept.store, &mut kept.log.borrow_mut(), &is_about)
    }

    /// Another tab has erased something.
    pub(super) fn hear_of_erasing(self, text: &str) {
        let (at, slug) = text.split_once(' ').unwrap_or((text, ""));
        let at = Moment(at.parse().unwrap_or_default());
        let _ = self.go_on_without(Slug::parse(slug).ok().as_ref(), at);
    }

    /// Forgets what this tab knows of a topic; without one, of everything. A sitting that asks any of it is
    /// left, because it holds what was answered.
    fn go_on_without(self, topic: Option<&Slug>, now: Moment) -> Saved {
        let is_gone = |id: &QuestionId| self.is_of(topic, id);
        let asks = |session: &Session| session.steps().iter().any(|it| is_gone(&it.question));
        if self.session.get_untracked().as_ref().is_some_and(asks) {
            self.session.set(None);
        }
        if topic.is_none() {
            self.trouble_is(self.troubles.get_untracked().emptied());
        }
        self.reload(now, &|id| !is_gone(id))
    }

    /// Whether a question is of a topic; without one, everything is meant.
    fn is_of(self, topic: Option<&Slug>, question: &QuestionId) -> bool {
        topic.is_none_or(|topic| {
            let present = self.bank.present_id(question);
            let entry = self.bank.question(present);
            entry.is_some_and(|entry| entry.topic == *topic)
        })
    }

    /// Loads what there is now in place of what was known, with what could not be written yet and stays.
    /// Answers whether all remarks of that are kept now.
    fn reload(self, now: Moment, stays: &dyn Fn(&QuestionId) -> bool) -> Saved {
        let kept = self.kept.get_value();
        let mut log = kept.log.borrow_mut();
        let mut progress = kept.progress.borrow_mut();
        let present = present_in(self.bank);
        let known = progress.history();
        let is_left = |subject: &Subject| stays(&subject.question);
        let loaded = load::again(&*kept.store, &mut log, known, &is_left, now, &present);
        *progress = Progress::of(loaded.history);
        drop(progress);
        drop(log);
        let saved = self.keep_unsaved(stays);
        self.trouble_is(self.troubles.get_untracked().found_again(loaded.found));
        self.look_at_room();
        self.hear_remarks();
        self.heard.update(|count| *count += 1);
        saved
    }

    /// Keeps the remarks for which there was no room, as far as they stay and still count. For those that
    /// have none now, this page goes on being the only place.
    fn keep_unsaved(self, stays: &dyn Fn(&QuestionId) -> bool) -> Saved {
        let kept = self.kept.get_value();
        let mut all = Saved::Saved;
        for (kind, question, remark) in kept.unsaved.take() {
            let counts = |known: Remark| remark.counts_before(&known);
            if !stays(&question) || !self.remark(kind, &question).is_none_or(counts) {
                continue;
            }
            let saved = remark::save(&*kept.store, kind, &question, &remark);
            if saved != Saved::Saved {
                kept.unsaved.borrow_mut().push((kind, question, remark));
            }
            all = all.or_worse(saved);
        }
        all
    }
}
