//! Loading: how it ends, and what is moved aside. It never overwrites and never deletes what it
//! could not read, unless a copy of it has been kept.

use crate::practice::progress::Progress;
use crate::practice::session::Session;
use crate::practice::time::Moment;
use crate::settings::Settings;
use crate::storage::shape::{self, Unusable};
use crate::storage::{ASIDE, DRAFT, PROGRESS, Refused, SESSION, SETTINGS, Store};
use bank::name::QuestionId;

/// How loading the progress ended.
#[derive(Clone, PartialEq, Debug)]
pub enum Loaded {
    /// Nothing was saved yet.
    Fresh,
    /// All that was saved.
    Progress(Progress),
    /// A newer build saved it: it may be shown as text, and nothing may be written.
    Newer {
        /// As found.
        text: String,
    },
    /// Not readable. A copy is kept under its own key, and a clean start is safe.
    MovedAside {
        /// As found.
        text: String,
    },
    /// Not readable, and there was no room or right to keep a copy: nothing may be written.
    Stuck {
        /// As found.
        text: String,
    },
    /// The browser denies storage.
    Blocked,
}

/// Loads the progress. `now` names the copy of a text that has to be moved aside.
pub fn progress(store: &dyn Store, now: Moment) -> Loaded {
    let text = match store.read(PROGRESS) {
        Err(Refused::Blocked | Refused::Full) => return Loaded::Blocked,
        Ok(None) => return Loaded::Fresh,
        Ok(Some(text)) => text,
    };
    match shape::read_progress(&text) {
        Ok(progress) => Loaded::Progress(progress),
        Err(Unusable::Newer) => Loaded::Newer { text },
        Err(Unusable::Unreadable) => match move_aside(store, &text, now) {
            Ok(()) => Loaded::MovedAside { text },
            Err(_) => Loaded::Stuck { text },
        },
    }
}

/// The settings that were saved; the device's own when there are none that can be read.
pub fn settings(store: &dyn Store) -> Settings {
    let text = store.read(SETTINGS).ok().flatten();
    text.and_then(|text| shape::read_settings(&text).ok())
        .unwrap_or_default()
}

/// The sitting that was left, if it can be resumed. Its attempts are in the progress either way.
pub fn session(store: &dyn Store) -> Option<Session> {
    let text = store.read(SESSION).ok().flatten()?;
    shape::read_session(&text).ok()
}

/// What was written for the exercise of a question.
pub fn draft(store: &dyn Store, question: &QuestionId) -> Option<String> {
    store
        .read(&[DRAFT, question.as_str()].concat())
        .ok()
        .flatten()
}

/// All texts that were ever moved aside, with their keys.
pub fn moved_aside(store: &dyn Store) -> Vec<(String, String)> {
    let listed = store.keys().unwrap_or_default();
    listed
        .into_iter()
        .filter(|key| key.starts_with(ASIDE))
        .filter_map(|key| store.read(&key).ok().flatten().map(|text| (key, text)))
        .collect()
}

/// Keeps a copy, makes sure of it, and only then frees the key. Without room for a second copy the
/// original stays where it is.
fn move_aside(store: &dyn Store, text: &str, now: Moment) -> Result<(), Refused> {
    let key = format!("{ASIDE}{}", now.0);
    if store.read(&key)?.is_some_and(|kept| kept != text) {
        return Err(Refused::Full);
    }
    store.write(&key, text)?;
    if store.read(&key)?.as_deref() != Some(text) {
        return Err(Refused::Blocked);
    }
    store.remove(PROGRESS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::memory::MemoryStore;

    const NOW: Moment = Moment(77);
    const SAMPLE: &str = include_str!("../../tests/saved/progress-v1.json");

    #[test]
    fn a_first_visit_is_fresh_and_a_second_one_finds_everything() {
        assert_eq!(progress(&MemoryStore::default(), NOW), Loaded::Fresh);
        let loaded = progress(&MemoryStore::with(PROGRESS, SAMPLE), NOW);
        assert_eq!(
            loaded,
            Loaded::Progress(shape::read_progress(SAMPLE).unwrap())
        );
    }

    #[test]
    fn text_that_is_not_ours_is_kept_under_a_key_of_its_own() {
        let store = MemoryStore::with(PROGRESS, "theirs");
        assert_eq!(
            progress(&store, NOW),
            Loaded::MovedAside {
                text: "theirs".into()
            }
        );
        assert_eq!(
            store.texts().into_iter().collect::<Vec<_>>(),
            [aside("theirs")]
        );
        assert_eq!(moved_aside(&store), [aside("theirs")]);
        assert_eq!(progress(&store, NOW), Loaded::Fresh);
    }

    #[test]
    fn text_that_cannot_be_copied_stays_where_it_is() {
        let store = MemoryStore::with(PROGRESS, "theirs").refuse_writes(Refused::Full);
        assert_eq!(
            progress(&store, NOW),
            Loaded::Stuck {
                text: "theirs".into()
            }
        );
        assert_eq!(
            store.texts().get(PROGRESS).map(String::as_str),
            Some("theirs")
        );
    }

    #[test]
    fn an_earlier_copy_is_not_overwritten() {
        let store = MemoryStore::with(PROGRESS, "second");
        store.write(&aside("").0, "first").unwrap();
        assert_eq!(
            progress(&store, NOW),
            Loaded::Stuck {
                text: "second".into()
            }
        );
        assert_eq!(moved_aside(&store), [aside("first")]);
    }

    #[test]
    fn a_newer_version_is_shown_and_not_touched() {
        let newer = r#"{"version":3,"attempts":"in another shape"}"#;
        let store = MemoryStore::with(PROGRESS, newer);
        assert_eq!(progress(&store, NOW), Loaded::Newer { text: newer.into() });
        assert_eq!(store.texts(), MemoryStore::with(PROGRESS, newer).texts());
    }

    #[test]
    fn denied_storage_is_said() {
        let store = MemoryStore::with(PROGRESS, SAMPLE).refuse_everything();
        assert_eq!(progress(&store, NOW), Loaded::Blocked);
        assert_eq!(session(&store), None);
        assert_eq!(settings(&store), Settings::default());
    }

    fn aside(text: &str) -> (String, String) {
        ("pydrill.aside.77".to_owned(), text.to_owned())
    }
}
