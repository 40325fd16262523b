//! Handing over in a code: all answers to another device, a set of checks to anybody.

use crate::practice::attempt::Item;
use crate::practice::set::CheckSet;
use crate::state::AppState;
use crate::state::backup::Preview;
use crate::state::sitting::asked;
use crate::storage::Unusable;
use crate::storage::code::{self, Names};
use crate::storage::shape::backup::beside::Beside;
use bank::name::QuestionId;
use bank::question::Entry;
use leptos::prelude::GetValue;

impl AppState {
    /// All answers as a code, unless they are too many for one.
    pub fn code(self) -> Option<String> {
        let kept = self.kept.get_value();
        let progress = kept.progress.borrow();
        code::write(progress.history(), &self.names())
    }

    /// What a code would change. Nothing is changed before [`AppState::restore`].
    pub fn preview_code(self, code: &str) -> Result<Preview, Unusable> {
        let read = code::read(code, &self.names());
        self.look(read.map(|history| (history, Beside::default())))
    }

    /// A set as a code, unless it is too large for one.
    pub fn set_code(self, set: &CheckSet) -> Option<String> {
        code::set::write(set, &self.names())
    }

    /// The set in a code, if the bank has all of it.
    pub fn set_in(self, code: &str) -> Result<CheckSet, Unusable> {
        let set = code::set::read(code, &self.names())?;
        match set
            .steps
            .iter()
            .all(|step| asked(self.bank, step).is_some())
        {
            true => Ok(set),
            false => Err(Unusable::Newer),
        }
    }

    /// Everything that the bank lets answer.
    fn names(self) -> Names {
        let items = |entry: &'static Entry| {
            let checks = entry.checks.iter();
            let checks = checks.map(|check| Item::Check(check.name.clone()));
            let all = [Item::Aloud, Item::Exercise].into_iter().chain(checks);
            all.map(|item| -> (QuestionId, Item) { (entry.id.clone(), item) })
        };
        Names::of(self.bank.questions().iter().flat_map(items))
    }
}
