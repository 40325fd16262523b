//! What was sought last, for the way back to it. It is not saved: a new visit looks at everything.

use crate::practice::search::filter::Sought;
use crate::state::AppState;
use leptos::prelude::GetValue;

/// What was sought last, and how many rows of it were shown.
#[derive(Clone, Debug, Default)]
pub(super) struct Browsed {
    sought: Sought,
    rows: usize,
}

impl AppState {
    /// What was sought last.
    pub fn sought(self) -> Sought {
        self.kept.get_value().browsed.borrow().sought.clone()
    }

    /// How many rows of it were shown.
    pub fn shown_rows(self) -> usize {
        self.kept.get_value().browsed.borrow().rows
    }

    /// Remembers what is sought, and how many rows of it are shown.
    pub fn keep_sought(self, sought: Sought, rows: usize) {
        let kept = self.kept.get_value();
        kept.browsed.replace(Browsed { sought, rows });
    }
}
