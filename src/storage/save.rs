//! Saving: how it ends. The caller is told each time; nothing of another tab or of a newer build is
//! overwritten.

use crate::practice::progress::Progress;
use crate::practice::session::Session;
use crate::settings::Settings;
use crate::storage::shape::{self, Unusable};
use crate::storage::{DRAFT, PROGRESS, Refused, SESSION, SETTINGS, Store};
use bank::name::QuestionId;

/// How saving ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[must_use]
pub enum Saved {
    /// Kept.
    Saved,
    /// No room is left: what was kept before is still there, what is new is in memory only.
    Full,
    /// The browser denies storage.
    Blocked,
    /// What is stored cannot be read by this build, so it was left alone.
    LeftAlone,
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

/// Saves the union of `progress` and of what is stored by now, and returns that union: another tab
/// may have saved since this one loaded.
pub fn progress(store: &dyn Store, progress: Progress) -> (Progress, Saved) {
    let stored = match store.read(PROGRESS) {
        Err(refused) => return (progress, Err(refused).into()),
        Ok(None) => Progress::default(),
        Ok(Some(text)) => match shape::read_progress(&text) {
            Ok(stored) => stored,
            Err(Unusable::Newer | Unusable::Unreadable) => return (progress, Saved::LeftAlone),
        },
    };
    let union = progress.merge(stored);
    let saved = store.write(PROGRESS, &shape::write_progress(&union)).into();
    (union, saved)
}

/// Saves the settings.
pub fn settings(store: &dyn Store, settings: Settings) -> Saved {
    store
        .write(SETTINGS, &shape::write_settings(settings))
        .into()
}

/// Saves the sitting, so that a reload goes on where the person was.
pub fn session(store: &dyn Store, session: &Session) -> Saved {
    store.write(SESSION, &shape::write_session(session)).into()
}

/// Saves what was written for the exercise of a question. It is the code itself, with nothing around it.
pub fn draft(store: &dyn Store, question: &QuestionId, code: &str) -> Saved {
    store
        .write(&[DRAFT, question.as_str()].concat(), code)
        .into()
}

/// Forgets it: the exercise is begun again.
pub fn forget_draft(store: &dyn Store, question: &QuestionId) -> Saved {
    store.remove(&[DRAFT, question.as_str()].concat()).into()
}

/// Forgets the sitting; its attempts are in the progress.
pub fn forget_session(store: &dyn Store) -> Saved {
    store.remove(SESSION).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::load;
    use crate::storage::memory::MemoryStore;

    const SAMPLE: &str = include_str!("../../tests/saved/progress-v1.json");
    const SITTING: &str = include_str!("../../tests/saved/session-v1.json");

    fn sample() -> Progress {
        shape::read_progress(SAMPLE).unwrap()
    }

    /// The attempts of the sample at the even or the odd places.
    fn half(odd: usize) -> Progress {
        Progress::replay(sample().attempts().skip(odd).step_by(2).cloned())
    }

    #[test]
    fn two_tabs_keep_the_attempts_of_both() {
        let store = MemoryStore::default();
        assert_eq!(progress(&store, half(0)), (half(0), Saved::Saved));
        assert_eq!(progress(&store, half(1)), (sample(), Saved::Saved));
        assert_eq!(progress(&store, half(0)), (sample(), Saved::Saved));
    }

    #[test]
    fn a_full_store_keeps_what_it_had_and_says_so() {
        let store = MemoryStore::with(PROGRESS, &shape::write_progress(&half(0)));
        let before = store.texts();
        let store = store.refuse_writes(Refused::Full);
        assert_eq!(progress(&store, half(1)), (sample(), Saved::Full));
        assert_eq!(store.texts(), before);
    }

    #[test]
    fn denied_storage_is_said_and_the_progress_stays_in_memory() {
        let store = MemoryStore::default().refuse_everything();
        assert_eq!(progress(&store, sample()), (sample(), Saved::Blocked));
    }

    #[test]
    fn what_cannot_be_read_is_never_overwritten() {
        for text in [r#"{"version":3}"#, "theirs"] {
            let store = MemoryStore::with(PROGRESS, text);
            assert_eq!(progress(&store, sample()).1, Saved::LeftAlone);
            assert_eq!(store.texts(), MemoryStore::with(PROGRESS, text).texts());
        }
    }

    #[test]
    fn a_draft_is_kept_until_the_exercise_is_begun_again() {
        let store = MemoryStore::default();
        let question = QuestionId::parse("palindrome").unwrap();
        let other = QuestionId::parse("anagram-check").unwrap();
        assert_eq!(draft(&store, &question, "x = 1\n"), Saved::Saved);
        assert_eq!(load::draft(&store, &question).as_deref(), Some("x = 1\n"));
        assert_eq!(load::draft(&store, &other), None);
        assert_eq!(forget_draft(&store, &question), Saved::Saved);
        assert_eq!(load::draft(&store, &question), None);
        let full = MemoryStore::default().refuse_writes(Refused::Full);
        assert_eq!(draft(&full, &question, "x"), Saved::Full);
    }

    #[test]
    fn a_sitting_is_resumed_until_it_is_forgotten() {
        let store = MemoryStore::default();
        let sitting = shape::read_session(SITTING).unwrap();
        assert_eq!(session(&store, &sitting), Saved::Saved);
        assert_eq!(load::session(&store), Some(sitting));
        assert_eq!(forget_session(&store), Saved::Saved);
        assert_eq!(load::session(&store), None);
    }
}
