//! Erasing: what is gone afterwards, and what stays.
//!
//! It takes what stands in storage, whoever wrote it. What another tab could not write yet is dropped
//! when that tab hears of it; what it writes before it hears is an answer like any later one, and stays.
//! What cannot be read, because it is newer or damaged, is erased only with everything else.

use crate::practice::history::subject::Subject;
use crate::storage::log::{self, Log};
use crate::storage::shape::backup;
use crate::storage::{PROGRESS, Refused, SETTINGS, Store, segment};

/// Begins the keys of everything that is ours.
const OURS: &str = "pydrill.";

/// Erases everything but the settings.
pub fn all(store: &dyn Store) -> Result<(), Refused> {
    for key in store.keys()? {
        if key.starts_with(OURS) && !key.starts_with(SETTINGS) {
            store.remove(&key)?;
        }
    }
    Ok(())
}

/// Erases what is about some subjects.
pub fn some(
    store: &dyn Store,
    log: &mut Log,
    is_about: &dyn Fn(&Subject) -> bool,
) -> Result<(), Refused> {
    loop {
        let mut old = log::texts(store)?;
        // Another tab may answer meanwhile; then its segment stays, and is looked at again.
        old.retain(|(_, text)| {
            segment::read(text).is_ok_and(|part| part.subjects().known().iter().any(is_about))
        });
        if old.is_empty() {
            break;
        }
        log.rewrite(store, &old, |history| history.without(is_about))?;
    }
    // What versions before the log kept is there only while there was no room to take it over.
    let earlier = store.read(PROGRESS)?.map(|text| backup::read(&text));
    if let Some(Ok(earlier)) = earlier {
        log.write_all(store, &earlier.without(is_about))?;
        store.remove(PROGRESS)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::history::History;
    use crate::practice::time::Moment;
    use crate::storage::load;
    use crate::storage::memory::MemoryStore;
    use bank::name::QuestionId;

    const V2: &str = include_str!("../../tests/saved/progress-v2.json");

    fn is_about_the_gil(subject: &Subject) -> bool {
        subject.question.as_str() == "gil"
    }

    fn load(store: &MemoryStore) -> History {
        let mut log = Log::of("me".into());
        load::progress(store, &mut log, Moment(1), &QuestionId::clone).history
    }

    /// It used to come back with the next start.
    #[test]
    fn what_an_earlier_version_kept_is_erased_as_well() {
        let store = MemoryStore::with(PROGRESS, V2);
        let before = backup::read(V2).unwrap();
        let mut log = Log::of("me".into());
        assert_eq!(some(&store, &mut log, &is_about_the_gil), Ok(()));
        let left = before.clone().without(is_about_the_gil);
        assert!(left.len() < before.len());
        assert_eq!(load(&store), left);
    }

    #[test]
    fn nothing_is_removed_that_does_not_stand_elsewhere() {
        let segment = include_str!("../../tests/saved/log-2.txt").trim_end();
        let store = MemoryStore::default();
        for tab in 0..9 {
            store
                .write(&format!("pydrill.log.old{tab}.0"), segment)
                .unwrap();
        }
        let before = store.texts();
        store.forget_writes();
        let mut log = Log::of("me".into());
        assert_eq!(log.join(&store, |_, _| true), Err(Refused::Blocked));
        assert_eq!(
            some(&store, &mut log, &is_about_the_gil),
            Err(Refused::Blocked)
        );
        assert_eq!(store.texts(), before);
    }

    #[test]
    fn of_everything_the_settings_stay_and_what_is_not_ours() {
        let store = MemoryStore::with(PROGRESS, V2);
        for key in [
            "pydrill.settings",
            "pydrill.log.a.0",
            "pydrill.draft.gil",
            "other",
        ] {
            store.write(key, "x").unwrap();
        }
        assert_eq!(all(&store), Ok(()));
        let left: Vec<_> = store.texts().into_keys().collect();
        assert_eq!(left, ["other", "pydrill.settings"]);
    }
}
