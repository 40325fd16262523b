//! The sitting of this tab.

use crate::practice::attempt::{Attempt, Item};
use crate::practice::history::History;
use crate::practice::history::row::Row;
use crate::practice::queue::{self, Step};
use crate::practice::session::{Answered, Session, Stage};
use crate::practice::time::Moment;
use crate::state::AppState;
use crate::storage::save::Saved;
use bank::answer::Answer;
use bank::check::CheckKind;
use bank::embedded::Bank;
use bank::question::Entry;
use leptos::prelude::*;

impl AppState {
    /// The sitting that is under way or has ended last. What reads it follows it.
    pub fn session(self) -> Option<Session> {
        self.session.get()
    }

    /// The same without being followed.
    pub fn session_now(self) -> Option<Session> {
        self.session.get_untracked()
    }

    /// The attempt at a step at a moment, if it was not taken back.
    pub fn noted(self, step: &Step, at: Moment) -> Option<Attempt> {
        let kept = self.kept.get_value();
        let progress = kept.progress.borrow();
        let row = find(progress.history(), step, at)?;
        Some(progress.history().attempt(&row))
    }

    /// Starts a sitting in place of the one before.
    pub fn begin(self, session: Session) -> Saved {
        let kept = self.kept.get_value();
        let mut place = kept.place.borrow_mut();
        let saved = place.begin(&*kept.store, &session, self.last_at());
        drop(place);
        self.session.set(Some(session));
        self.tell_besides(saved.into())
    }

    /// Takes an answer to the step that the sitting asks, which the attempt notes.
    pub fn answer(self, attempt: Attempt, answer: Answer) -> Saved {
        let answered = Answered {
            verdict: attempt.verdict,
            given: Some((attempt.at, answer)),
        };
        let entry = self.bank.question(&attempt.question);
        let recorded = self.record(attempt);
        // The check of it that was seen least recently is another one, if there is one.
        let kept = self.kept.get_value();
        let again = entry.and_then(|entry| queue::step(entry, &kept.progress.borrow()));
        let advanced = self.advance(|session| session.answer(answered, again));
        recorded.or_worse(advanced)
    }

    /// Takes back the last answer of the sitting, whose step is asked once more.
    pub fn take_back(self) -> Saved {
        let session = self.session.get_untracked();
        let Some((step, at)) = session.as_ref().and_then(answer_to_take_back) else {
            return Saved::Saved;
        };
        let kept = self.kept.get_value();
        // It is not there when it was taken back elsewhere.
        let row = find(kept.progress.borrow().history(), step, at);
        let undone = self.undo(row);
        undone.or_worse(self.advance(Session::taken_back))
    }

    /// Goes on to the next step, or to the result.
    pub fn next(self) -> Saved {
        self.advance(Session::next)
    }

    fn advance(self, transition: impl FnOnce(Session) -> Session) -> Saved {
        let Some(session) = self.session.get_untracked() else {
            return Saved::Saved;
        };
        let session = transition(session);
        let kept = self.kept.get_value();
        let mut place = kept.place.borrow_mut();
        let saved = place.go_on(&*kept.store, &session, self.last_at());
        drop(place);
        self.session.set(Some(session));
        self.tell_besides(saved.into())
    }

    /// When the last answer was given that is known here: sittings are told apart by it.
    fn last_at(self) -> Moment {
        let kept = self.kept.get_value();
        let progress = kept.progress.borrow();
        let last = progress.history().rows().last();
        last.map_or(Moment(0), |row| row.at)
    }
}

fn find(history: &History, step: &Step, at: Moment) -> Option<Row> {
    history.find(at, &step.question, &Item::Check(step.check.clone()))
}

fn answer_to_take_back(session: &Session) -> Option<(&Step, Moment)> {
    let (step, answered) = session.last()?;
    let (at, _) = answered.given.as_ref()?;
    Some((step, *at))
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
pub(super) fn fits(session: &Session, bank: &'static Bank) -> bool {
    session
        .steps()
        .iter()
        .all(|step| asked(bank, step).is_some())
}
