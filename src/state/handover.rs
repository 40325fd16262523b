//! Handing everything over to another device in a code.

use crate::practice::attempt::Item;
use crate::state::AppState;
use crate::state::backup::Preview;
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
