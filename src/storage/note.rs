//! Small things that are remembered beside the answers: when the last backup was made, and what the
//! browser said when it was asked to keep them; and what is set about answering.

use crate::practice::time::Moment;
use crate::settings::{Keys, Sureness};
use crate::storage::{Refused, Store};

const BACKUP: &str = "pydrill.backup";
const PERSIST: &str = "pydrill.persist";
/// They begin as the settings do, with which they stay when all else is erased.
pub(crate) const SURENESS: &str = "pydrill.settings.sureness";
pub(crate) const KEYS: &str = "pydrill.settings.keys";
const JOINED: &str = "pydrill.joined";

/// A reminder comes after so many new answers,
const ANSWERS: usize = 200;
/// or so long after the last backup or, without one, after the first answer; in ms.
const WHILE: i64 = 14 * 24 * 60 * 60 * 1000;

/// A backup that was made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Backup {
    /// When.
    pub at: Moment,
    /// How many answers it holds.
    pub answers: usize,
}

impl Backup {
    /// The last one, if there is one.
    pub fn last(store: &dyn Store) -> Option<Backup> {
        let (at, answers) = read(store, BACKUP)?;
        Some(Backup { at, answers })
    }

    /// Remembers it as the last one.
    pub fn remember(self, store: &dyn Store) -> Result<(), Refused> {
        write(store, BACKUP, self.at, self.answers)
    }

    /// Whether it is time for another one, with so many answers of which the first was given at a
    /// moment.
    pub fn is_due(
        last: Option<Backup>,
        answers: usize,
        first: Option<Moment>,
        now: Moment,
    ) -> bool {
        let (since, saved) = match last {
            Some(last) => (last.at, last.answers),
            None => (first.unwrap_or(now), 0),
        };
        let new = answers.saturating_sub(saved);
        new >= ANSWERS || (new > 0 && now.0.saturating_sub(since.0) >= WHILE)
    }
}

/// Pieces of the log that were joined.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Joined {
    /// When.
    pub at: Moment,
    /// How many.
    pub pieces: usize,
}

impl Joined {
    /// The last time, if it was not said yet.
    pub fn take(store: &dyn Store) -> Option<Joined> {
        let (at, pieces) = read(store, JOINED)?;
        // Where it cannot be removed it is said again.
        let _ = store.remove(JOINED);
        Some(Joined { at, pieces })
    }

    /// Remembers it until it is said.
    pub fn remember(self, store: &dyn Store) -> Result<(), Refused> {
        write(store, JOINED, self.at, self.pieces)
    }
}

fn read(store: &dyn Store, key: &str) -> Option<(Moment, usize)> {
    let text = store.read(key).ok().flatten()?;
    let (at, count) = text.split_once(' ')?;
    let count = count.parse::<i64>().ok()?.try_into().ok()?;
    Some((Moment(at.parse().ok()?), count))
}

fn write(store: &dyn Store, key: &str, at: Moment, count: usize) -> Result<(), Refused> {
    store.write(key, &[&at.0.to_string(), " ", &count.to_string()].concat())
}

/// What the browser said when it was asked to keep the answers for good; nothing when it was not asked.
pub fn persists(store: &dyn Store) -> Option<bool> {
    let text = store.read(PERSIST).ok().flatten()?;
    Some(text == "yes")
}

/// Remembers what it said.
pub fn remember_persists(store: &dyn Store, yes: bool) -> Result<(), Refused> {
    store.write(PERSIST, if yes { "yes" } else { "no" })
}

/// Whether the person is asked how sure they are.
pub fn sureness(store: &dyn Store) -> Sureness {
    match store.read(SURENESS).ok().flatten().as_deref() {
        Some("asked") => Sureness::Asked,
        Some(_) | None => Sureness::Unasked,
    }
}

/// Remembers whether they are.
pub fn remember_sureness(store: &dyn Store, sureness: Sureness) -> Result<(), Refused> {
    match sureness {
        Sureness::Unasked => store.remove(SURENESS),
        Sureness::Asked => store.write(SURENESS, "asked"),
    }
}

/// Whether keys do things anywhere on a page.
pub fn keys(store: &dyn Store) -> Keys {
    match store.read(KEYS).ok().flatten().as_deref() {
        Some("off") => Keys::Off,
        Some(_) | None => Keys::On,
    }
}

/// Remembers whether they do.
pub fn remember_keys(store: &dyn Store, keys: Keys) -> Result<(), Refused> {
    match keys {
        Keys::On => store.remove(KEYS),
        Keys::Off => store.write(KEYS, "off"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::memory::MemoryStore;

    #[test]
    fn a_backup_is_remembered() {
        let store = MemoryStore::default();
        assert_eq!(Backup::last(&store), None);
        let at = Moment(9);
        let backup = Backup { at, answers: 3 };
        assert_eq!(backup.remember(&store), Ok(()));
        assert_eq!(Backup::last(&store), Some(backup));
        store.write(BACKUP, "x").unwrap();
        assert_eq!(Backup::last(&store), None);
    }

    #[test]
    fn what_was_joined_is_said_once() {
        let store = MemoryStore::default();
        assert_eq!(Joined::take(&store), None);
        let joined = Joined {
            at: Moment(9),
            pieces: 12,
        };
        assert_eq!(joined.remember(&store), Ok(()));
        assert_eq!(Joined::take(&store), Some(joined));
        assert_eq!(Joined::take(&store), None);
    }

    #[test]
    fn a_reminder_comes_after_a_while_or_many_answers() {
        let check = |last: Option<(i64, usize)>, answers: usize, now: i64, due: bool| {
            let last = last.map(|(at, answers)| Backup {
                at: Moment(at),
                answers,
            });
            let first = Some(Moment(0));
            let is_due = Backup::is_due(last, answers, first, Moment(now));
            assert_eq!(is_due, due, "{last:?} {answers} {now}");
        };
        check(None, 0, WHILE, false);
        check(None, 1, WHILE - 1, false);
        check(None, 1, WHILE, true);
        check(None, ANSWERS - 1, 1, false);
        check(None, ANSWERS, 1, true);
        check(Some((WHILE, 5)), 6, WHILE + 1, false);
        check(Some((WHILE, 5)), 6, 2 * WHILE, true);
        check(Some((WHILE, 5)), 5, 9 * WHILE, false);
        check(Some((WHILE, 5)), 5 + ANSWERS, WHILE, true);
    }

    #[test]
    fn what_is_set_about_answering_is_remembered() {
        let store = MemoryStore::default();
        assert_eq!((sureness(&store), keys(&store)), Default::default());
        assert_eq!(remember_sureness(&store, Sureness::Asked), Ok(()));
        assert_eq!(remember_keys(&store, Keys::Off), Ok(()));
        assert_eq!(
            (sureness(&store), keys(&store)),
            (Sureness::Asked, Keys::Off)
        );
        assert_eq!(remember_sureness(&store, Sureness::Unasked), Ok(()));
        assert_eq!(remember_keys(&store, Keys::On), Ok(()));
        assert!(store.texts().is_empty());
    }
}
