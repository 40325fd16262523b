//! What was written for an exercise: the code itself under the question's id, with nothing around it.

use crate::storage::save::Saved;
use crate::storage::{DRAFT, Store};
use bank::name::QuestionId;

/// What was written for the exercise of a question.
pub fn load(store: &dyn Store, question: &QuestionId) -> Option<String> {
    store.read(&key(question)).ok().flatten()
}

/// Saves what was written for the exercise of a question.
pub fn save(store: &dyn Store, question: &QuestionId, code: &str) -> Saved {
    store.write(&key(question), code).into()
}

/// Forgets it: the exercise is begun again.
pub fn forget(store: &dyn Store, question: &QuestionId) -> Saved {
    store.remove(&key(question)).into()
}

fn key(question: &QuestionId) -> String {
    [DRAFT, question.as_str()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::Refused;
    use crate::storage::memory::MemoryStore;

    #[test]
    fn a_draft_is_kept_until_the_exercise_is_begun_again() {
        let store = MemoryStore::default();
        let question = QuestionId::parse("palindrome").unwrap();
        let other = QuestionId::parse("anagram-check").unwrap();
        assert_eq!(save(&store, &question, "x = 1\n"), Saved::Saved);
        assert_eq!(load(&store, &question).as_deref(), Some("x = 1\n"));
        assert_eq!(load(&store, &other), None);
        assert_eq!(forget(&store, &question), Saved::Saved);
        assert_eq!(load(&store, &question), None);
        let full = MemoryStore::default().refuse_writes(Refused::Full);
        assert_eq!(save(&full, &question, "x"), Saved::Full);
    }
}
