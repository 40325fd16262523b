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
        let settings = self.kept.get_value().settings.get();
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
