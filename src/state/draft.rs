//! What was written for an exercise, kept until it is begun again.

use crate::state::AppState;
use crate::storage::draft::{Draft, Other};
use crate::storage::save::Saved;
use bank::name::QuestionId;
use leptos::prelude::{GetValue, Track};

impl AppState {
    /// What was written for the exercise of a question, and where it is kept.
    pub fn draft(self, question: &QuestionId) -> Draft {
        let kept = self.kept.get_value();
        Draft::open(&*kept.store, question, kept.log.borrow().writer())
    }

    /// Keeps what was written for an exercise; nothing when it is as it began.
    pub fn keep_draft(self, draft: &mut Draft, code: Option<&str>) -> Saved {
        let kept = self.kept.get_value();
        self.tell_besides(draft.keep(&*kept.store, code))
    }

    /// What other tabs have written for the same exercise. What looks follows what they write.
    pub fn other_drafts(self, draft: &Draft) -> Vec<Other> {
        self.heard.track();
        draft.others(&*self.kept.get_value().store)
    }

    /// Goes on with what another tab has written.
    pub fn take_draft(self, draft: &mut Draft, other: &Other) -> Saved {
        let kept = self.kept.get_value();
        self.tell_besides(draft.take(&*kept.store, other))
    }

    /// Forgets what another tab has written.
    pub fn forget_draft(self, other: &Other) -> Saved {
        self.tell_besides(other.forget(&*self.kept.get_value().store))
    }
}
