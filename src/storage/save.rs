//! How saving ends. The caller is told each time.

use crate::settings::Settings;
use crate::storage::shape::settings as saved;
use crate::storage::{Refused, SETTINGS, Store};

/// How saving ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[must_use]
pub enum Saved {
    /// Kept.
    Saved,
    /// No room is left: what was kept before is still there, what is new is in memory only.
    Full,
    /// This page may not write it: the browser denies storage, or a newer build has written there.
    Blocked,
}

impl From<Result<(), Refused>> for Saved {
    fn from(result: Result<(), Refused>) -> Saved {
        match result {
            Ok(()) => Saved::Saved,
            Err(Refused::Full) => Saved::Full,
            Err(Refused::Blocked) => Saved::Blocked,
        }
    }
}

impl Saved {
    /// Of two, the one that the person must be told about.
    pub fn or_worse(self, other: Saved) -> Saved {
        match self {
            Saved::Saved => other,
            Saved::Full | Saved::Blocked => self,
        }
    }
}

/// Saves the settings in place of those that the caller has looked at: they are one text.
pub fn settings(store: &dyn Store, settings: Settings) -> Saved {
    store.write(SETTINGS, &saved::write(settings)).into()
}
