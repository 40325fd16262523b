//! Erasing, among whatever else tabs do: what stood in storage does not come back, and nothing else goes.

use super::{Tab, World};
use crate::practice::attempt::Attempt;
use crate::practice::history::History;
use crate::practice::history::subject::Subject;
use crate::practice::time::Moment;
use crate::storage::memory::MemoryStore;
use crate::storage::shape::backup;
use crate::storage::{PROGRESS, Store, erase, load, log, segment};
use bank::name::QuestionId;
use std::cell::RefCell;
use std::rc::Rc;

impl World {
    /// Erases everything, or one question, while another tab may answer before any of its writes. What
    /// another tab could not write yet is not in storage, and may be written later.
    pub(super) fn erase(&mut self, tab: &Rc<RefCell<Tab>>) {
        let question = match self.below(4) {
            0 => None,
            n => Some(["gil", "slicing", "is-vs-equals"][n - 1]),
        };
        let is_of = |id: &QuestionId| question.is_none_or(|question| question == id.as_str());
        let mut stood: Vec<Attempt> = stands(&self.store).attempts().collect();
        stood.retain(|attempt| is_of(&attempt.question));
        let (attempt, writes) = (self.attempt(), self.below(6));
        let mut truth = self.truth.borrow_mut();
        // What another tab could not write before, and what is answered meanwhile, may be gone as well.
        let given = truth.given.iter().chain([&attempt]);
        let gone: Vec<Attempt> = given.filter(|it| is_of(&it.question)).cloned().collect();
        truth.perhaps_erased.extend(gone.clone());
        drop(truth);
        let truth = Rc::clone(&self.truth);
        let mut others = self.tabs.iter().filter(|other| !Rc::ptr_eq(other, tab));
        let other = others.next_back().cloned();
        let mut tab = tab.borrow_mut();
        let Tab { store, log, .. } = &mut *tab;
        if let Some(other) = other {
            store.interrupt_after(writes, move || other.borrow_mut().record(attempt, &truth));
        }
        let erased = match question {
            None => erase::all(store),
            Some(_) => erase::some(store, log, &|subject| is_of(&subject.question)),
        };
        store.interrupt_no_more();
        if erased.is_ok() {
            tab.loads_again(&|id| !is_of(id));
            self.truth.borrow_mut().erased.extend(stood);
            self.erasures.push(question);
            tab.heard = self.erasures.len();
        } else {
            self.truth.borrow_mut().half_erased.extend(gone);
            tab.loads_again(&|_| true);
        }
    }

    /// Tells a tab what others have erased.
    pub(super) fn hear_of_erasing(&mut self, tab: &Rc<RefCell<Tab>>) {
        let mut tab = tab.borrow_mut();
        for question in self.erasures.iter().skip(tab.heard) {
            tab.loads_again(&|id| question.is_some_and(|question| question != id.as_str()));
        }
        tab.heard = self.erasures.len();
    }
}

impl Tab {
    /// As after something was erased: of what it could not write yet, some stays.
    fn loads_again(&mut self, stays: &dyn Fn(&QuestionId) -> bool) {
        let (store, known) = (&self.store, &self.history);
        let stays_known = |subject: &Subject| stays(&subject.question);
        let (now, present) = (Moment(5), &QuestionId::clone);
        let loaded = load::again(store, &mut self.log, known, &stays_known, now, present);
        self.history = loaded.history;
        self.waiting.retain(|(attempt, _)| stays(&attempt.question));
        // What is left is known, under the ids that it was written with.
        let (rows, undone) = self.log.left();
        for row in rows {
            let is_undone = undone.iter().any(|undo| undo.is_of(&row));
            assert!(is_undone || self.history.rows().contains(&row), "{row:?}");
        }
    }
}

/// All that stands in storage, without touching it.
fn stands(store: &MemoryStore) -> History {
    let parts = log::texts(store).unwrap().into_iter();
    let mut parts: Vec<History> = parts
        .filter_map(|(_, text)| segment::read(&text).ok())
        .collect();
    let earlier = store.read(PROGRESS).unwrap();
    parts.extend(earlier.and_then(|text| backup::read(&text).ok()));
    let mut history = History::default();
    history.merge(&parts, &QuestionId::clone);
    history
}
