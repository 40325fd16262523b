//! Handing over in a code: all answers to another device, a set of checks to anybody.

use crate::practice::attempt::Item;
use crate::practice::queue::Step;
use crate::practice::set::CheckSet;
use crate::state::AppState;
use crate::state::backup::Preview;
use crate::state::sitting::asked;
use crate::storage::Unusable;
use crate::storage::code::set::Shared;
use crate::storage::code::{self, Names};
use crate::storage::shape::backup::beside::Beside;
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

    /// The set in a code, as far as the bank has it.
    pub fn set_in(self, code: &str) -> Result<Shared, Unusable> {
        let Shared { set, missing } = code::set::read(code, &self.names())?;
        let (mode, named) = (set.mode, set.steps.len());
        let mut steps = Vec::new();
        for step in set.steps {
            let question = self.bank.present_id(&step.question).clone();
            let step = Step { question, ..step };
            steps.extend(asked(self.bank, &step).is_some().then_some(step));
        }
        let missing = missing + named - steps.len();
        match steps.is_empty() {
            true => Err(Unusable::Newer),
            false => Ok(Shared {
                set: CheckSet { mode, steps },
                missing,
            }),
        }
    }

    /// Everything that the bank lets answer, under the ids of today and of earlier days.
    fn names(self) -> Names {
        let mut names = Vec::new();
        for entry in self.bank.questions() {
            for id in std::iter::once(&entry.id).chain(self.bank.old_ids(&entry.id)) {
                names.extend([Item::Aloud, Item::Exercise].map(|item| (id.clone(), item)));
                for check in &entry.checks {
                    names.push((id.clone(), Item::Check(check.name.clone())));
                }
            }
        }
        Names::of(names)
    }
}
