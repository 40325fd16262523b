//! History: the set of all attempts and of all that were taken back.
//!
//! Merging is a union: the order and the number of merges do not matter, and what one side took back
//! stays taken back. There is no way to forget an event; it knows nothing of how it is kept.

pub mod row;
pub mod subject;

use crate::practice::attempt::Attempt;
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
            said: Said::new(attempt.verdict, attempt.help),
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
        let Row { at, subject, .. } = *self.rows.last()?;
        let undo = Undo { at, subject };
        let subjects = &self.subjects;
        self.rows.retain(|row| !undo.is_of(row));
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
pub(crate) mod tests {
    use super::*;
    use crate::practice::attempt::{Help, Item};
    use bank::answer::Verdict;
    use bank::name::CheckName;
    use proptest::prelude::*;

    /// Few moments and few subjects, so that many attempts meet.
    pub(crate) fn any_attempt() -> impl Strategy<Value = Attempt> {
        (0i64..20, 0usize..3, 0usize..4, 0u8..8, 0u32..2, 0u16..2).prop_map(
            |(at, question, item, said, seconds, runs)| Attempt {
                at: Moment(at),
                question: QuestionId::parse(["gil", "slicing", "pep8"][question]).unwrap(),
                rev: 1,
                item: match item {
                    0 => Item::Aloud,
                    1 => Item::Exercise,
                    n => Item::Check(CheckName::parse(["a", "b"][n - 2]).unwrap()),
                },
                verdict: Said::of_bits(said).verdict(),
                help: Said::of_bits(said).help(),
                seconds,
                runs,
            },
        )
    }

    pub(crate) fn any_log() -> impl Strategy<Value = Vec<Attempt>> {
        prop::collection::vec(any_attempt(), 0..40)
    }

    fn any_history() -> impl Strategy<Value = History> {
        (any_log(), 0usize..4).prop_map(|(log, undos)| {
            let mut history = History::replay(log);
            for _ in 0..undos {
                history.undo_last();
            }
            history
        })
    }

    fn union(a: &History, b: &History) -> History {
        let mut union = a.clone();
        union.merge(std::slice::from_ref(b), &QuestionId::clone);
        union
    }

    proptest! {
        #[test]
        fn merging_is_a_union(a in any_history(), b in any_history(), c in any_history()) {
            prop_assert_eq!(union(&a, &b), union(&b, &a));
            prop_assert_eq!(&union(&a, &a), &a);
            prop_assert_eq!(&union(&a, &History::default()), &a);
            prop_assert_eq!(union(&union(&a, &b), &c), union(&a, &union(&b, &c)));
        }

        #[test]
        fn nothing_is_lost_but_what_was_taken_back(a in any_history(), b in any_history()) {
            let all = union(&a, &b);
            let undone = |of: &History, attempt: &Attempt| of.undone().iter().any(|undo| {
                let subject = of.subjects().of(undo.subject);
                (undo.at, &subject.question, &subject.item)
                    == (attempt.at, &attempt.question, &attempt.item)
            });
            for attempt in a.attempts().chain(b.attempts()) {
                let kept = all.attempts().any(|kept| kept == attempt);
                prop_assert_eq!(kept, !undone(&a, &attempt) && !undone(&b, &attempt));
            }
        }

        #[test]
        fn attempts_are_in_order_and_each_stands_once(a in any_history(), b in any_history()) {
            let all = union(&a, &b);
            let subjects = all.subjects();
            prop_assert!(all.rows().is_sorted_by(|a, b| subjects.compare(a, b) == Ordering::Less));
        }
    }

    proptest! {
        #[test]
        fn what_is_lacked_is_what_a_union_adds(a in any_history(), b in any_history()) {
            let lacked = a.lacks(&b, &QuestionId::clone);
            prop_assert_eq!(union(&a, &lacked), union(&a, &b));
            prop_assert!(lacked.attempts().all(|new| a.attempts().all(|known| known != new)));
            prop_assert!(union(&a, &b).lacks(&b, &QuestionId::clone).is_empty());
        }
    }

    #[test]
    fn what_was_answered_under_an_earlier_id_belongs_to_the_present_one() {
        let gil = QuestionId::parse("gil").unwrap();
        let lock = QuestionId::parse("lock").unwrap();
        let one = Attempt {
            at: Moment(1),
            question: gil.clone(),
            rev: 1,
            item: Item::Aloud,
            verdict: Verdict::Wrong,
            help: Help::None,
            seconds: 0,
            runs: 0,
        };
        let other = Attempt {
            question: lock.clone(),
            ..one.clone()
        };
        let mut history = History::default();
        let present = |id: &QuestionId| if *id == gil { lock.clone() } else { id.clone() };
        history.merge(&[History::replay([one, other.clone()])], &present);
        assert_eq!(history, History::replay([other]));
    }
}
