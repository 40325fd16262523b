//! What was written for an exercise, kept until it is begun again.

use crate::state::AppState;
use crate::storage::draft;
use crate::storage::save::Saved;
use bank::name::QuestionId;
use leptos::prelude::GetValue;

impl AppState {
    /// What was written for the exercise of a question, if it is not as it began.
    pub fn draft(self, question: &QuestionId) -> Option<String> {
        draft::load(&*self.kept.get_value().store, question)
    }

    /// Keeps what was written for the exercise of a question.
    pub fn keep_draft(self, question: &QuestionId, code: &str) -> Saved {
        let kept = self.kept.get_value();
        self.tell_besides(draft::save(&*kept.store, question, code))
    }

    /// Forgets what was written for the exercise of a question, because it is as it began.
    pub fn forget_draft(self, question: &QuestionId) -> Saved {
        let kept = self.kept.get_value();
        self.tell_besides(draft::forget(&*kept.store, question))
    }
}
