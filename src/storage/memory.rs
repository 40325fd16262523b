//! A store in memory for tests, which can be full, denied, or end like a tab that crashes.

use crate::storage::{Refused, Store};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

/// Texts by key, shared by several tabs.
#[derive(Default)]
pub(crate) struct MemoryStore {
    texts: Rc<RefCell<BTreeMap<String, String>>>,
    own: RefCell<Option<String>>,
    writes: Cell<Option<Refused>>,
    reads: Cell<Option<Refused>>,
    /// Keys that begin with this cannot be written.
    refused: RefCell<Option<String>>,
    /// Says that it has written, and has not.
    forgets: Cell<bool>,
    /// How often it may be written before it is full.
    left: Cell<Option<usize>>,
    /// What happens after so many more writes, before the next one.
    interruption: RefCell<Option<Interruption>>,
}

type Interruption = (usize, Box<dyn FnOnce()>);

impl MemoryStore {
    pub(crate) fn with(key: &str, text: &str) -> MemoryStore {
        let store = MemoryStore::default();
        store
            .texts
            .borrow_mut()
            .insert(key.to_owned(), text.to_owned());
        store
    }

    /// The same texts, seen from another tab.
    pub(crate) fn another_tab(&self) -> MemoryStore {
        MemoryStore {
            texts: Rc::clone(&self.texts),
            ..MemoryStore::default()
        }
    }

    pub(crate) fn refuse_writes(self, why: Refused) -> MemoryStore {
        self.writes.set(Some(why));
        self
    }

    pub(crate) fn allow_writes(&self) {
        self.writes.set(None);
        self.left.set(None);
    }

    pub(crate) fn refuse_keys(&self, start: &str) {
        self.refused.replace(Some(start.to_owned()));
    }

    /// Another tab does something after so many writes of this one.
    pub(crate) fn interrupt_after(&self, writes: usize, act: impl FnOnce() + 'static) {
        self.interruption.replace(Some((writes, Box::new(act))));
    }

    pub(crate) fn interrupt_no_more(&self) {
        self.interruption.take();
    }

    /// From then on it says that it has written, and has not.
    pub(crate) fn forget_writes(&self) {
        self.forgets.set(true);
    }

    /// From then on nothing is written or removed.
    pub(crate) fn refuse_after(&self, writes: usize) {
        self.left.set(Some(writes));
    }

    pub(crate) fn refuse_everything(self) -> MemoryStore {
        self.reads.set(Some(Refused::Blocked));
        self.refuse_writes(Refused::Blocked)
    }

    pub(crate) fn texts(&self) -> BTreeMap<String, String> {
        self.texts.borrow().clone()
    }

    fn may_write(&self) -> Result<(), Refused> {
        if let Some(left) = self.left.get() {
            self.left
                .set(Some(left.checked_sub(1).ok_or(Refused::Full)?));
        }
        allowed(&self.writes)
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
        let interruption = self.interruption.take();
        match interruption {
            Some((0, act)) => act(),
            Some((writes, act)) => {
                self.interruption.replace(Some((writes - 1, act)));
            }
            None => {}
        }
        self.may_write()?;
        if self
            .refused
            .borrow()
            .as_ref()
            .is_some_and(|start| key.starts_with(start))
        {
            return Err(Refused::Full);
        }
        if !self.forgets.get() {
            let mut texts = self.texts.borrow_mut();
            texts.insert(key.to_owned(), text.to_owned());
        }
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), Refused> {
        self.may_write()?;
        self.texts.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, Refused> {
        allowed(&self.reads)?;
        Ok(self.texts.borrow().keys().cloned().collect())
    }

    fn own_sitting(&self) -> Option<String> {
        self.own.borrow().clone()
    }

    fn remember_sitting(&self, key: &str) {
        self.own.replace(Some(key.to_owned()));
    }
}
