//! History: the set of all attempts and of all that were taken back.
//!
//! Merging is a union: the order and the number of merges do not matter, and what one side took back
//! stays taken back. There is no way to forget an event; it knows nothing of how it is kept.

pub mod row;
pub mod subject;

use crate::practice::attempt::{Attempt, Item};
use crate::practice::history::row::{Row, Said, Undo};
use crate::practice::history::subject::{Subject, SubjectId, Subjects};
use crate::practice::time::Moment;
use bank::name::QuestionId;
use std::cmp::Ordering;

/// Gives the id that a question has today.
pub type Present<'a> = &'a dyn Fn(&QuestionId) -> QuestionId;

/// A set of events.
#[derive(Clone, Debug, Default)]
pub struct History {
    subjects: Subjects,
    /// Oldest first, each once, without those that were taken back.
    rows: Vec<Row>,
    /// In order, each once.
    undone: Vec<Undo>,
}

impl History {
    /// A set from events in any order, of which some may be named twice.
    pub fn of(subjects: Subjects, rows: Vec<Row>, undone: Vec<Undo>) -> History {
        let mut history = History {
            subjects,
            ..History::default()
        };
        history.unite(rows, undone);
        history
    }

    /// A set of attempts, in whatever order and however often each is named.
    pub fn replay(attempts: impl IntoIterator<Item = Attempt>) -> History {
        let mut history = History::default();
        for attempt in attempts {
            history.add(attempt);
        }
        history
    }

    /// Adds one attempt, and gives it as a row when it is new.
    pub fn add(&mut self, attempt: Attempt) -> Option<Row> {
        let row = Row {
            at: attempt.at,
            said: Said::new(attempt.verdict, attempt.help, attempt.confidence),
            slip: attempt.slip,
            seconds: attempt.seconds,
            runs: attempt.runs,
            subject: self.subjects.id(Subject {
                question: attempt.question,
                item: attempt.item,
                rev: attempt.rev,
            }),
        };
        let subjects = &self.subjects;
        let place = self
            .rows
            .binary_search_by(|known| subjects.compare(known, &row));
        match place {
            Err(place) if !subjects.is_undone(&self.undone, &row) => {
                self.rows.insert(place, row);
                Some(row)
            }
            Ok(_) | Err(_) => None,
        }
    }

    /// Takes back the attempt that was made last.
    pub fn undo_last(&mut self) -> Option<Undo> {
        self.undo(*self.rows.last()?)
    }

    /// The attempt at something at a moment, whatever its revision.
    pub fn find(&self, at: Moment, question: &QuestionId, item: &Item) -> Option<Row> {
        let from = self.rows.partition_point(|row| row.at < at);
        let then = self.rows.iter().skip(from).take_while(|row| row.at == at);
        let is_it = |row: &Row| {
            let subject = self.subjects.of(row.subject);
            subject.question == *question && subject.item == *item
        };
        then.copied().find(is_it)
    }

    /// Takes an attempt back.
    pub fn undo(&mut self, row: Row) -> Option<Undo> {
        let undo = Undo::of(&row);
        let subjects = &self.subjects;
        // Nearly always among the last, so that what comes before need not be looked at.
        let from = self.rows.partition_point(|row| row.at < undo.at);
        let mut later = self.rows.split_off(from);
        let count = later.len();
        later.retain(|row| !undo.is_of(row));
        let is_known = later.len() < count;
        self.rows.append(&mut later);
        if !is_known {
            return None;
        }
        let place = self
            .undone
            .partition_point(|known| subjects.compare_undo(known, &undo) == Ordering::Less);
        self.undone.insert(place, undo);
        Some(undo)
    }

    /// Adds everything that others know. `present` gives the id that a question has today.
    pub fn merge(&mut self, others: &[History], present: Present<'_>) {
        let (mut rows, mut undone) = (Vec::new(), Vec::new());
        for other in others {
            let mut ids = Vec::new();
            for subject in other.subjects.known() {
                ids.push(self.subjects.id(Subject {
                    question: present(&subject.question),
                    ..subject.clone()
                }));
            }
            let here = |id: SubjectId| ids.get(id.place()).copied().unwrap_or(id);
            for row in &other.rows {
                let subject = here(row.subject);
                rows.push(Row { subject, ..*row });
            }
            for undo in &other.undone {
                let subject = here(undo.subject);
                undone.push(Undo { subject, ..*undo });
            }
        }
        self.unite(rows, undone);
    }

    /// Only what comes after the first of the new has to move.
    fn unite(&mut self, new: Vec<Row>, undone: Vec<Undo>) {
        let subjects = &self.subjects;
        let first = match undone
            .iter()
            .all(|undo| subjects.finds_undo(&self.undone, undo))
        {
            true => new.iter().map(|row| row.at).min(),
            false => Some(Moment(i64::MIN)),
        };
        self.undone.extend(undone);
        self.undone
            .sort_unstable_by(|a, b| subjects.compare_undo(a, b));
        self.undone.dedup();
        let place = first.map_or(self.rows.len(), |first| {
            self.rows.partition_point(|row| row.at < first)
        });
        let mut later = self.rows.split_off(place);
        later.extend(new);
        if !later.is_sorted_by(|a, b| subjects.compare(a, b) == Ordering::Less) {
            later.sort_unstable_by(|a, b| subjects.compare(a, b));
            later.dedup();
        }
        if !self.undone.is_empty() {
            later.retain(|row| !subjects.is_undone(&self.undone, row));
        }
        self.rows.append(&mut later);
    }

    /// What another one knows and this one does not. `present` gives the id that a question has today.
    pub fn lacks(&self, other: &History, present: Present<'_>) -> History {
        let mut present_other = History::default();
        present_other.merge(std::slice::from_ref(other), present);
        let History {
            subjects,
            mut rows,
            mut undone,
        } = present_other;
        let mut here = self.clone();
        let mut ids = Vec::new();
        for subject in subjects.known() {
            ids.push(here.subjects.id(subject.clone()));
        }
        let id = |subject: SubjectId| ids.get(subject.place()).copied().unwrap_or(subject);
        rows.retain(|row| {
            let subject = id(row.subject);
            !here.knows(&Row { subject, ..*row })
        });
        undone.retain(|undo| {
            let subject = id(undo.subject);
            !here
                .subjects
                .finds_undo(&here.undone, &Undo { subject, ..*undo })
        });
        History::of(subjects, rows, undone)
    }

    /// Whether an attempt is known, or known to be taken back.
    fn knows(&self, row: &Row) -> bool {
        let subjects = &self.subjects;
        let place = self
            .rows
            .binary_search_by(|known| subjects.compare(known, row));
        place.is_ok() || subjects.is_undone(&self.undone, row)
    }

    /// Without what is about some subjects.
    #[must_use]
    pub fn without(mut self, is_about: impl Fn(&Subject) -> bool) -> History {
        let subjects = &self.subjects;
        self.rows.retain(|row| !is_about(subjects.of(row.subject)));
        self.undone
            .retain(|undo| !is_about(subjects.of(undo.subject)));
        self
    }

    /// How many attempts there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// How many events there are.
    pub fn size(&self) -> usize {
        self.rows.len() + self.undone.len()
    }

    /// Whether nothing is known at all.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.undone.is_empty()
    }

    /// All attempts, oldest first.
    pub fn attempts(&self) -> impl ExactSizeIterator<Item = Attempt> + DoubleEndedIterator {
        self.rows.iter().map(|row| self.attempt(row))
    }

    /// An attempt in full.
    pub fn attempt(&self, row: &Row) -> Attempt {
        let subject = self.subjects.of(row.subject).clone();
        Attempt {
            at: row.at,
            question: subject.question,
            rev: subject.rev,
            item: subject.item,
            verdict: row.said.verdict(),
            help: row.said.help(),
            confidence: row.said.confidence(),
            slip: row.slip,
            seconds: row.seconds,
            runs: row.runs,
        }
    }

    /// All attempts, oldest first.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// All that was taken back.
    pub fn undone(&self) -> &[Undo] {
        &self.undone
    }

    /// What all of it is about.
    pub fn subjects(&self) -> &Subjects {
        &self.subjects
    }
}

/// Two histories are the same when they hold the same events, whatever the ids of their subjects.
impl PartialEq for History {
    fn eq(&self, other: &History) -> bool {
        let key = |of: &History, undo: &Undo| (undo.at, of.subjects.of(undo.subject).clone());
        let mine = self.undone.iter().map(|undo| key(self, undo));
        mine.eq(other.undone.iter().map(|undo| key(other, undo)))
            && self.attempts().eq(other.attempts())
    }
}

#[cfg(test)]
pub(crate) mod tests;
