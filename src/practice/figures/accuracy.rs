//! Accuracy: how many answers were right, by what was answered and by how sure the person was of it.
//!
//! Right with a hint is right here: help is no mistake. What is partly right is not.

use crate::practice::attempt::{Confidence, Item};
use crate::practice::figures::Share;
use crate::practice::history::History;
use bank::check::CheckKind;
use bank::embedded::Bank;
use bank::question::Entry;

/// What was answered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Asked {
    /// A check of this kind.
    Check(CheckKind),
    /// A question aloud, judged by the person.
    Aloud,
    /// An exercise.
    Exercise,
}

impl Asked {
    /// All of them, in the order in which they are told.
    pub const ALL: [Asked; 8] = [
        Asked::Check(CheckKind::Single),
        Asked::Check(CheckKind::Multi),
        Asked::Check(CheckKind::Output),
        Asked::Check(CheckKind::Blank),
        Asked::Check(CheckKind::Order),
        Asked::Check(CheckKind::Bug),
        Asked::Aloud,
        Asked::Exercise,
    ];
}

/// How many answers of each kind were right, in the order of [`Asked::ALL`]. Answers to checks that have
/// left the bank are not counted, because nobody knows what kind they were.
pub fn accuracy(history: &History, bank: &Bank) -> [Share; Asked::ALL.len()] {
    let places = places(history, bank);
    let mut shares = [Share::default(); Asked::ALL.len()];
    for row in history.rows() {
        let place = places.get(row.subject.place()).copied().flatten();
        if let Some(share) = place.and_then(|place| shares.get_mut(place)) {
            share.count(row.said.verdict());
        }
    }
    shares
}

/// How many answers were right of those that were given as a guess, thinking so, and being sure, in this
/// order. What is said of an answer aloud is no forecast: the person has read what would be right.
pub fn calibration(history: &History) -> [Share; 3] {
    let [mut guess, mut think_so, mut sure] = [Share::default(); 3];
    for row in history.rows() {
        let share = match row.said.confidence() {
            None => continue,
            Some(_) if history.subjects().of(row.subject).item == Item::Aloud => continue,
            Some(Confidence::Guess) => &mut guess,
            Some(Confidence::ThinkSo) => &mut think_so,
            Some(Confidence::Sure) => &mut sure,
        };
        share.count(row.said.verdict());
    }
    [guess, think_so, sure]
}

/// The place in [`Asked::ALL`] of each subject, by its id.
fn places(history: &History, bank: &Bank) -> Vec<Option<usize>> {
    let subjects = history.subjects();
    let mut places = vec![None; subjects.len()];
    let mut entry: Option<&Entry> = None;
    for id in subjects.in_order() {
        let subject = subjects.of(*id);
        // They are in order, so a question is looked for once.
        if entry.is_none_or(|entry| entry.id != subject.question) {
            entry = bank.question(&subject.question);
        }
        let asked = match &subject.item {
            Item::Aloud => Some(Asked::Aloud),
            Item::Exercise => Some(Asked::Exercise),
            Item::Check(name) => {
                let mut checks = entry.iter().flat_map(|entry| &entry.checks);
                let check = checks.find(|check| check.name == *name);
                check.map(|check| Asked::Check(check.kind))
            }
        };
        if let Some(place) = places.get_mut(id.place()) {
            *place = asked.and_then(|asked| Asked::ALL.iter().position(|it| *it == asked));
        }
    }
    places
}
