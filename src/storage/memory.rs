//! A store in memory for tests, which can be full, denied, or lose what it is told to keep.

use crate::storage::{Refused, Store};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

/// Texts by key.
#[derive(Default)]
pub(crate) struct MemoryStore {
    texts: RefCell<BTreeMap<String, String>>,
    writes: Cell<Option<Refused>>,
    reads: Cell<Option<Refused>>,
}

impl MemoryStore {
    pub(crate) fn with(key: &str, text: &str) -> MemoryStore {
        let store = MemoryStore::default();
        store
            .texts
            .borrow_mut()
            .insert(key.to_owned(), text.to_owned());
        store
    }

    pub(crate) fn refuse_writes(self, why: Refused) -> MemoryStore {
        self.writes.set(Some(why));
        self
    }

    pub(crate) fn allow_writes(&self) {
        self.writes.set(None);
    }

    pub(crate) fn refuse_everything(self) -> MemoryStore {
        self.reads.set(Some(Refused::Blocked));
        self.refuse_writes(Refused::Blocked)
    }

    pub(crate) fn texts(&self) -> BTreeMap<String, String> {
        self.texts.borrow().clone()
    }
}

fn allowed(refused: &Cell<Option<Refused>>) -> Result<(), Refused> {
    refused.get().map_or(Ok(()), Err)
}

impl Store for MemoryStore {
    fn read(&self, key: &str) -> Result<Option<String>, Refused> {
        allowed(&self.reads)?;
        Ok(self.texts.borrow().get(key).cloned())
    }

    fn write(&self, key: &str, text: &str) -> Result<(), Refused> {
        allowed(&self.writes)?;
        self.texts
            .borrow_mut()
            .insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), Refused> {
        allowed(&self.writes)?;
        self.texts.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, Refused> {
        allowed(&self.reads)?;
        Ok(self.texts.borrow().keys().cloned().collect())
    }
}
