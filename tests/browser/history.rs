//! A long history, for measuring: as many answers as someone gives in years, in the form in which the
//! app keeps them.

use crate::answer::bank;
use bank::answer::Verdict;
use bank::name::QuestionId;
use pydrill::practice::attempt::{Attempt, Help, Item};
use pydrill::practice::history::History;
use pydrill::practice::time::Moment;
use pydrill::storage::log::Log;
use pydrill::storage::{Refused, Store};
use std::cell::RefCell;
use std::collections::BTreeMap;

/// The texts of the log by their keys, with so many answers to at least so many questions: to those of the
/// bank, and to others that have left it.
pub(crate) fn log_of(answers: i64, questions: usize) -> BTreeMap<String, String> {
    let bank = bank();
    let mut items = Vec::new();
    for entry in bank.questions() {
        let checks = entry.checks.iter();
        items.push((&entry.id, Item::Aloud));
        items.extend(checks.map(|check| (&entry.id, Item::Check(check.name.clone()))));
    }
    let left = bank.questions().len()..questions;
    let left = left.map(|place| QuestionId::parse(&format!("that-left-{place}")).unwrap());
    let left: Vec<QuestionId> = left.collect();
    items.extend(left.iter().map(|id| (id, Item::Aloud)));
    let attempts = (0..answers).map(|n| {
        // Neighbours are far apart, as in a sitting that is mixed.
        let (question, item) = &items[(n as usize * 7919) % items.len()];
        Attempt {
            at: Moment(1_600_000_000_000 + n * 45_678),
            question: (*question).clone(),
            rev: 1,
            item: item.clone(),
            verdict: if n % 3 == 0 {
                Verdict::Wrong
            } else {
                Verdict::Correct
            },
            help: Help::None,
            confidence: None,
            slip: None,
            seconds: 20 + (n % 50) as u32,
            runs: 0,
        }
    });
    texts_of(attempts)
}

/// The texts of a log of these attempts, by their keys.
pub(crate) fn texts_of(attempts: impl IntoIterator<Item = Attempt>) -> BTreeMap<String, String> {
    let kept = Texts::default();
    let written = Log::of("long".to_owned()).write_all(&kept, &History::replay(attempts));
    assert_eq!(written, Ok(()));
    kept.0.into_inner()
}

#[derive(Default)]
struct Texts(RefCell<BTreeMap<String, String>>);

impl Store for Texts {
    fn read(&self, key: &str) -> Result<Option<String>, Refused> {
        Ok(self.0.borrow().get(key).cloned())
    }

    fn write(&self, key: &str, text: &str) -> Result<(), Refused> {
        self.0.borrow_mut().insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), Refused> {
        self.0.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, Refused> {
        Ok(self.0.borrow().keys().cloned().collect())
    }

    fn own_sitting(&self) -> Option<String> {
        None
    }

    fn remember_sitting(&self, _: &str) {}
}
