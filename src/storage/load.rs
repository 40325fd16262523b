//! Loading: how it ends, and what is moved aside. It never overwrites and never deletes what it
//! could not read, unless a copy of it has been kept; what can be read is used whatever else is found.

use crate::practice::history::subject::Subject;
use crate::practice::history::{History, Present};
use crate::practice::time::Moment;
use crate::settings::Settings;
use crate::storage::log::{self, Log};
use crate::storage::shape::{backup, settings as saved};
use crate::storage::{ASIDE, PROGRESS, Refused, SETTINGS, Store, Unusable, segment};

/// What was loaded.
#[derive(Clone, PartialEq, Debug)]
pub struct Loaded {
    /// All that could be read.
    pub history: History,
    /// How loading ended; of several things, the gravest.
    pub found: Found,
}

/// How loading the progress ended.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Found {
    /// Nothing was saved yet.
    Fresh,
    /// All that was saved.
    Whole,
    /// A newer build saved some of it: it may be shown as text, and is left alone.
    Newer {
        /// As found.
        text: String,
    },
    /// Some of it is not readable. A copy is kept under its own key.
    MovedAside {
        /// As found.
        text: String,
    },
    /// Some of it is not readable, and there was no room or right to keep a copy: it stays where it
    /// is.
    Stuck {
        /// As found.
        text: String,
    },
    /// The browser denies storage.
    Blocked,
}

/// Loads the progress. `now` names the copy of a text that has to be moved aside; `present` gives the
/// id that a question has today.
pub fn progress(store: &dyn Store, log: &mut Log, now: Moment, present: Present<'_>) -> Loaded {
    let mut loaded = Loaded {
        history: History::default(),
        found: Found::Fresh,
    };
    if loaded.read(store, log, now, present).is_err() {
        loaded.found = Found::Blocked;
    }
    loaded
}

/// Loads what there is now, because something was erased, in place of what was known. What this tab could
/// not write yet is still known and still to be written, as far as it `stays`.
pub fn again(
    store: &dyn Store,
    log: &mut Log,
    known: &History,
    stays: &dyn Fn(&Subject) -> bool,
    now: Moment,
    present: Present<'_>,
) -> Loaded {
    let subjects = known.subjects();
    log.forget(|id| stays(subjects.of(id)));
    let (rows, undone) = log.left();
    // With the subjects that the events name by their ids.
    let mut history = History::of(subjects.clone(), rows, undone);
    let Loaded {
        history: stored,
        found,
    } = progress(store, log, now, present);
    history.merge(&[stored], present);
    Loaded { history, found }
}

impl Loaded {
    fn read(
        &mut self,
        store: &dyn Store,
        log: &mut Log,
        now: Moment,
        present: Present<'_>,
    ) -> Result<(), Refused> {
        let mut parts = Vec::new();
        for (key, text) in log::texts(store)? {
            match segment::read(&text) {
                Ok(part) => parts.push(part),
                Err(why) => self.find(leave(store, &key, text, why, now)),
            }
        }
        if !parts.is_empty() {
            self.find(Found::Whole);
            self.history.merge(&parts, present);
        }
        let Some(text) = store.read(PROGRESS)? else {
            return Ok(());
        };
        match backup::read(&text) {
            Ok(earlier) => self.take_over(store, log, &earlier, present),
            Err(why) => self.find(leave(store, PROGRESS, text, why, now)),
        }
        Ok(())
    }

    /// From what versions before the log kept, to the log. While there is no room for that, it is
    /// read from where it is.
    fn take_over(
        &mut self,
        store: &dyn Store,
        log: &mut Log,
        earlier: &History,
        present: Present<'_>,
    ) {
        self.find(Found::Whole);
        let before = self.history.size();
        self.history.merge(std::slice::from_ref(earlier), present);
        let known = self.history.size() == before;
        if known || log.write_all(store, earlier).is_ok() {
            // Where it cannot be removed it is found again, and is known.
            let _ = store.remove(PROGRESS);
        }
    }

    fn find(&mut self, found: Found) {
        if found.gravity() > self.found.gravity() {
            self.found = found;
        }
    }
}

impl Found {
    fn gravity(&self) -> u8 {
        match self {
            Found::Fresh => 0,
            Found::Whole => 1,
            Found::Newer { .. } => 2,
            Found::MovedAside { .. } => 3,
            Found::Stuck { .. } => 4,
            Found::Blocked => 5,
        }
    }
}

/// The settings that were saved, if there are any. Where storage is denied there are none.
pub fn settings(store: &dyn Store) -> Result<Option<Settings>, Unusable> {
    let text = store.read(SETTINGS).ok().flatten();
    text.map(|text| saved::read(&text)).transpose()
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

/// What cannot be used is moved aside, or stays where it is.
fn leave(store: &dyn Store, key: &str, text: String, why: Unusable, now: Moment) -> Found {
    match why {
        Unusable::Newer => Found::Newer { text },
        Unusable::Unreadable => match move_aside(store, key, &text, now) {
            Ok(()) => Found::MovedAside { text },
            Err(Refused::Full | Refused::Blocked) => Found::Stuck { text },
        },
    }
}

/// Keeps a copy, makes sure of it, and only then frees the key. Without room for a second copy the
/// original stays where it is.
fn move_aside(store: &dyn Store, from: &str, text: &str, now: Moment) -> Result<(), Refused> {
    let mut number = now.0;
    let key = loop {
        let key = [ASIDE, &number.to_string()].concat();
        match store.read(&key)? {
            Some(kept) if kept != text => number = number.wrapping_add(1),
            Some(_) | None => break key,
        }
    };
    store.write(&key, text)?;
    if store.read(&key)?.as_deref() != Some(text) {
        return Err(Refused::Blocked);
    }
    store.remove(from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::LOG;
    use crate::storage::memory::MemoryStore;
    use bank::name::QuestionId;

    const NOW: Moment = Moment(77);
    const V1: &str = include_str!("../../tests/saved/progress-v1.json");
    const SEGMENT: &str = include_str!("../../tests/saved/log-1.txt");
    const NEWER: &str = "L3 in another shape";

    fn load(store: &MemoryStore) -> Loaded {
        progress(store, &mut Log::of("me".into()), NOW, &QuestionId::clone)
    }

    fn log_of(writer: &str) -> String {
        [LOG, writer, ".0"].concat()
    }

    fn aside(number: u8, text: &str) -> (String, String) {
        (format!("{ASIDE}{number}"), text.to_owned())
    }

    #[test]
    fn a_first_visit_is_fresh_and_a_second_one_finds_everything() {
        assert_eq!(load(&MemoryStore::default()).found, Found::Fresh);
        let loaded = load(&MemoryStore::with(&log_of("a"), SEGMENT.trim_end()));
        assert_eq!(loaded.found, Found::Whole);
        assert_eq!(loaded.history, segment::read(SEGMENT.trim_end()).unwrap());
    }

    #[test]
    fn what_was_kept_before_the_log_is_taken_over() {
        let store = MemoryStore::with(PROGRESS, V1);
        let earlier = backup::read(V1).unwrap();
        assert_eq!(load(&store).history, earlier);
        assert_eq!(store.read(PROGRESS), Ok(None));
        assert_eq!(store.texts().len(), 1);
        assert_eq!(load(&store).history, earlier);
        // An older build in another tab saves it once more.
        store.write(PROGRESS, V1).unwrap();
        assert_eq!(load(&store).history, earlier);
        assert_eq!(store.texts().len(), 1);
    }

    #[test]
    fn what_cannot_be_taken_over_is_used_where_it_is() {
        let store = MemoryStore::with(PROGRESS, V1).refuse_writes(Refused::Full);
        let loaded = load(&store);
        assert_eq!(loaded.history, backup::read(V1).unwrap());
        assert_eq!(loaded.found, Found::Whole);
        assert_eq!(store.texts(), MemoryStore::with(PROGRESS, V1).texts());
    }

    /// A browser without room still removes what it is told to.
    #[test]
    fn what_there_is_no_room_to_take_over_is_not_removed() {
        let store = MemoryStore::with(PROGRESS, V1);
        store.refuse_keys(LOG);
        assert_eq!(load(&store).history, backup::read(V1).unwrap());
        assert_eq!(store.texts(), MemoryStore::with(PROGRESS, V1).texts());
    }

    #[test]
    fn text_that_is_not_ours_is_kept_and_takes_nothing_with_it() {
        let store = MemoryStore::with(&log_of("a"), SEGMENT.trim_end());
        store.write(&log_of("b"), "theirs").unwrap();
        store.write(PROGRESS, "also theirs").unwrap();
        let loaded = load(&store);
        assert!(matches!(loaded.found, Found::MovedAside { .. }));
        assert_eq!(loaded.history.len(), 4);
        let kept = [aside(77, "theirs"), aside(78, "also theirs")];
        assert_eq!(moved_aside(&store), kept);
        assert_eq!(load(&store).found, Found::Whole);
    }

    #[test]
    fn text_that_cannot_be_copied_stays_where_it_is() {
        for key in [PROGRESS, &log_of("a")] {
            let store = MemoryStore::with(key, "theirs").refuse_writes(Refused::Full);
            let text = "theirs".to_owned();
            assert_eq!(load(&store).found, Found::Stuck { text });
            assert_eq!(store.texts(), MemoryStore::with(key, "theirs").texts());
        }
    }

    #[test]
    fn an_earlier_copy_is_not_overwritten() {
        let store = MemoryStore::with(PROGRESS, "second");
        store.write(&aside(77, "").0, "first").unwrap();
        assert!(matches!(load(&store).found, Found::MovedAside { .. }));
        assert_eq!(
            moved_aside(&store),
            [aside(77, "first"), aside(78, "second")]
        );
    }

    #[test]
    fn a_newer_version_is_shown_and_not_touched_and_the_rest_is_used() {
        let store = MemoryStore::with(&log_of("a"), SEGMENT.trim_end());
        store.write(&log_of("b"), NEWER).unwrap();
        let before = store.texts();
        let loaded = load(&store);
        let text = NEWER.to_owned();
        assert_eq!(loaded.found, Found::Newer { text });
        assert_eq!(loaded.history.len(), 4);
        assert_eq!(store.texts(), before);
    }

    #[test]
    fn denied_storage_is_said() {
        let store = MemoryStore::with(PROGRESS, V1).refuse_everything();
        assert_eq!(load(&store).found, Found::Blocked);
        assert_eq!(settings(&store), Ok(None));
    }
}
