//! What the person practises for, and what is left of what they have practised.
//!
//! Whatever asks for memories stands in a part of the app that comes later, because the model weighs more
//! than a first visit needs.

use crate::practice::memory::memories::Memories;
use crate::practice::plan::Aim;
use crate::practice::time::UtcOffset;
use crate::settings::Settings;
use crate::state::AppState;
use crate::storage::save::Saved;
use leptos::prelude::*;

impl AppState {
    /// What the person practises for.
    pub fn aim(self) -> Aim {
        self.kept.get_value().settings.get().aim
    }

    /// Sets what the person practises for.
    pub fn choose_aim(self, aim: Aim) -> Saved {
        let settings = self.settings();
        self.choose(Settings { aim, ..settings })
    }

    /// Looks at what is left of each question, for someone whose clocks are so far ahead of UTC. What
    /// looks follows what other tabs record.
    pub fn memories<T>(self, offset: UtcOffset, look: impl FnOnce(&Memories) -> T) -> T {
        let kept = self.kept.get_value();
        let mut memories = kept.memories.borrow_mut();
        self.progress(|progress| memories.follow(progress.history(), offset));
        look(&memories)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::time::Day;
    use crate::settings::Theme;
    use crate::state::tests::{attempt, fresh, open, with};
    use crate::storage::memory::MemoryStore;
    use crate::storage::{Refused, SETTINGS, Store};
    use bank::answer::Verdict;
    use std::rc::Rc;

    const HERE: UtcOffset = UtcOffset(0);

    fn memories(state: AppState) -> Memories {
        untrack(|| state.memories(HERE, Memories::clone))
    }

    #[test]
    fn an_aim_is_kept_beside_the_theme_and_found_again() {
        let store = fresh();
        with(&store, |state| {
            let aim = Aim {
                interview: Some(Day(20_801)),
                minutes: 45,
                ..Aim::default()
            };
            assert_eq!(state.aim(), Aim::default());
            assert_eq!(state.choose_theme(Theme::Dark), Saved::Saved);
            assert_eq!(state.choose_aim(aim), Saved::Saved);
            let again = open(state.bank, store.clone());
            assert_eq!((again.aim(), again.theme()), (aim, Theme::Dark));
            assert_eq!(again.choose_theme(Theme::Light), Saved::Saved);
            assert_eq!(open(state.bank, store.clone()).aim(), aim);
        });
    }

    #[test]
    fn what_cannot_be_kept_holds_for_this_visit() {
        let store = Rc::new(MemoryStore::default().refuse_writes(Refused::Full));
        with(&store, |state| {
            let aim = Aim {
                minutes: 5,
                ..Aim::default()
            };
            assert_eq!(state.choose_aim(aim), Saved::Full);
            assert_eq!(state.aim(), aim);
            assert_eq!(store.read(SETTINGS), Ok(None));
        });
    }

    #[test]
    fn memories_follow_what_is_answered_and_taken_back() {
        with(&fresh(), |state| {
            assert_eq!(memories(state), Memories::default());
            let _ = state.record(attempt(5, Verdict::Correct));
            let one = memories(state);
            assert_eq!(one.iter().count(), 1);
            let _ = state.record(attempt(90_000_000, Verdict::Wrong));
            assert_ne!(memories(state), one);
            let _ = state.undo_last();
            assert_eq!(memories(state), one);
            let _ = state.undo_last();
            assert_eq!(memories(state), Memories::default());
        });
    }
}
