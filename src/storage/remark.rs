//! Bookmarks and notes: each under a key with the question's id, as its moment in ms, a space and its text.

use crate::practice::remark::{Kind, Remark, fits};
use crate::practice::time::Moment;
use crate::storage::save::Saved;
use crate::storage::{BOOKMARK, NOTE, Refused, Store};
use bank::name::QuestionId;

/// A remark of that kind about a question. What cannot be read is none.
pub fn load(store: &dyn Store, kind: Kind, question: &QuestionId) -> Option<Remark> {
    read(&store.read(&key(kind, question)).ok().flatten()?)
}

/// Keeps a remark about a question in place of the one before.
pub fn save(store: &dyn Store, kind: Kind, question: &QuestionId, remark: &Remark) -> Saved {
    store.write(&key(kind, question), &write(remark)).into()
}

/// Forgets what was said of a question, and that anything was.
pub fn forget(store: &dyn Store, question: &QuestionId) -> Result<(), Refused> {
    for kind in Kind::ALL {
        store.remove(&key(kind, question))?;
    }
    Ok(())
}

/// All remarks of a kind, with the ids under which they are kept.
pub fn all(store: &dyn Store, kind: Kind) -> Vec<(QuestionId, Remark)> {
    let mut all = Vec::new();
    for key in store.keys().unwrap_or_default() {
        if let Some(id) = key.strip_prefix(prefix(kind))
            && let Ok(id) = QuestionId::parse(id)
            && let Some(remark) = load(store, kind, &id)
        {
            all.push((id, remark));
        }
    }
    all
}

/// Whether remarks are kept under this key.
pub fn is_key(key: &str) -> bool {
    key.starts_with(BOOKMARK) || key.starts_with(NOTE)
}

/// Where a remark is kept.
pub fn key(kind: Kind, question: &QuestionId) -> String {
    [prefix(kind), question.as_str()].concat()
}

/// As it is kept.
pub fn write(remark: &Remark) -> String {
    [&remark.at.0.to_string(), " ", &remark.text].concat()
}

fn read(text: &str) -> Option<Remark> {
    let (at, text) = text.split_once(' ')?;
    let at = Moment(at.parse().ok()?);
    fits(text).then(|| Remark {
        at,
        text: text.to_owned(),
    })
}

fn prefix(kind: Kind) -> &'static str {
    match kind {
        Kind::Bookmark => BOOKMARK,
        Kind::Note => NOTE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::remark::LONGEST;
    use crate::practice::remark::tests::any_remark;
    use crate::storage::memory::MemoryStore;
    use proptest::prelude::*;

    fn gil() -> QuestionId {
        QuestionId::parse("gil").unwrap()
    }

    #[test]
    fn remarks_are_found_by_kind_and_question() {
        let store = MemoryStore::with("pydrill.note.gil", "17 one lock, many threads");
        store.write("pydrill.mark.gil", "18 1").unwrap();
        store.write("pydrill.mark.Not A Name", "18 1").unwrap();
        store.write("pydrill.note.slots", "theirs").unwrap();
        let note = load(&store, Kind::Note, &gil()).unwrap();
        assert_eq!(
            (note.at, note.text.as_str()),
            (Moment(17), "one lock, many threads")
        );
        assert_eq!(all(&store, Kind::Note), [(gil(), note)]);
        assert_eq!(all(&store, Kind::Bookmark).len(), 1);
        forget(&store, &gil()).unwrap();
        assert_eq!(all(&store, Kind::Bookmark), []);
        assert_eq!(load(&store, Kind::Note, &gil()), None);
    }

    #[test]
    fn what_is_no_remark_is_not_taken_for_one() {
        for text in ["", "17", "x y", " 1", "1.5 y"] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(read(&["1 ", &"x".repeat(LONGEST + 1)].concat()), None);
    }

    proptest! {
        #[test]
        fn every_remark_comes_back(remark in any_remark()) {
            let store = MemoryStore::default();
            prop_assert_eq!(save(&store, Kind::Note, &gil(), &remark), Saved::Saved);
            prop_assert_eq!(load(&store, Kind::Note, &gil()), Some(remark));
        }
    }
}
