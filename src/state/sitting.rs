//! The sitting of this tab.

use crate::practice::attempt::Attempt;
use crate::practice::queue::Step;
use crate::practice::session::{Session, Stage};
use crate::practice::time::Moment;
use crate::state::AppState;
use crate::storage::save::Saved;
use bank::check::CheckKind;
use bank::embedded::Bank;
use bank::question::Entry;
use leptos::prelude::*;

impl AppState {
    /// The sitting that is under way or has ended last. What reads it follows it.
    pub fn session(self) -> Option<Session> {
        self.session.get()
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

    /// Takes an answer to the step that the sitting asks.
    pub fn answer(self, attempt: Attempt) -> Saved {
        let verdict = attempt.verdict;
        let recorded = self.record(attempt);
        let advanced = self.advance(|session| session.answered(verdict));
        recorded.or_worse(advanced)
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
