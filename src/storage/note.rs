//! Small things that are remembered beside the answers: when the last backup was made, and what the
//! browser said when it was asked to keep them.

use crate::practice::time::Moment;
use crate::storage::{Refused, Store};

const BACKUP: &str = "pydrill.backup";
const PERSIST: &str = "pydrill.persist";

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
        let text = store.read(BACKUP).ok().flatten()?;
        let (at, answers) = text.split_once(' ')?;
        Some(Backup {
            at: Moment(at.parse().ok()?),
            answers: answers.parse::<i64>().ok()?.try_into().ok()?,
        })
    }

    /// Remembers it as the last one.
    pub fn remember(self, store: &dyn Store) -> Result<(), Refused> {
        let text = [&self.at.0.to_string(), " ", &self.answers.to_string()].concat();
        store.write(BACKUP, &text)
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

/// What the browser said when it was asked to keep the answers for good; nothing when it was not asked.
pub fn persists(store: &dyn Store) -> Option<bool> {
    let text = store.read(PERSIST).ok().flatten()?;
    Some(text == "yes")
}

/// Remembers what it said.
pub fn remember_persists(store: &dyn Store, yes: bool) -> Result<(), Refused> {
    store.write(PERSIST, if yes { "yes" } else { "no" })
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
}
