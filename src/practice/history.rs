//! History: the set of all attempts and of all that were taken back.
//!
//! Merging is a union: the order and the number of merges do not matter, and what one side took back
//! stays taken back. There is no way to forget an event; it knows nothing of how it is kept.

use crate::practice::attempt::{Attempt, Help, Item};
use crate::practice::time::Moment;
use bank::answer::Verdict;
use bank::name::QuestionId;
use std::cmp::Ordering;

/// A set of events.
#[derive(Clone, Debug, Default)]
pub struct History {
    subjects: Subjects,
    /// Oldest first, each once, without those that were taken back.
    rows: Vec<Row>,
    /// In order, each once.
    undone: Vec<Undo>,
}

/// What attempts are about. Each stands once, however many attempts there are.
#[derive(Clone, Debug, Default)]
pub struct Subjects {
    known: Vec<Subject>,
    /// The places in `known`, in the order of the subjects.
    order: Vec<SubjectId>,
}

/// What an attempt is about.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Subject {
    /// The question.
    pub question: QuestionId,
    /// What of it was answered.
    pub item: Item,
    /// Its revision.
    pub rev: u16,
}

/// A subject of one history; another history has other ids.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SubjectId(u32);

/// An attempt, by the id of what it is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Row {
    /// When the answer was given.
    pub at: Moment,
    /// What was answered.
    pub subject: SubjectId,
    /// What was said of it, and whether help was taken.
    pub said: Said,
    /// From showing the item to the answer.
    pub seconds: u32,
    /// How often the program was run or tested.
    pub runs: u16,
}

/// That the attempts at one thing at one moment were taken back. Nobody answers one item twice in a
/// millisecond.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Undo {
    /// When the answer was given.
    pub at: Moment,
    /// What was answered.
    pub subject: SubjectId,
}

/// A verdict and whether help was taken, in three bits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Said(u8);

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

    /// Adds everything that another one knows. `present` gives the id that a question has today.
    pub fn merge(&mut self, other: &History, present: impl Fn(&QuestionId) -> QuestionId) {
        let mut ids = Vec::new();
        for subject in &other.subjects.known {
            ids.push(self.subjects.id(Subject {
                question: present(&subject.question),
                ..subject.clone()
            }));
        }
        let here = |subject: SubjectId| ids.get(subject.place()).copied().unwrap_or(subject);
        let rows = other.rows.iter().map(|row| Row {
            subject: here(row.subject),
            ..*row
        });
        let undone = other.undone.iter().map(|undo| Undo {
            subject: here(undo.subject),
            ..*undo
        });
        self.unite(rows.collect(), undone.collect());
    }

    /// Only what comes after the first of the new has to move.
    fn unite(&mut self, new: Vec<Row>, undone: Vec<Undo>) {
        let subjects = &self.subjects;
        let first = match undone.iter().all(|undo| self.undone.contains(undo)) {
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

impl Subjects {
    /// The id of a subject, which is known from now on.
    pub fn id(&mut self, subject: Subject) -> SubjectId {
        let known = &self.known;
        let place = self
            .order
            .binary_search_by(|id| known.get(id.place()).cmp(&Some(&subject)));
        match place {
            Ok(place) => self.order.get(place).copied().unwrap_or(SubjectId(0)),
            Err(place) => {
                let id = SubjectId(self.known.len() as u32);
                self.known.push(subject);
                self.order.insert(place, id);
                id
            }
        }
    }

    /// The subject of an id.
    #[expect(
        clippy::indexing_slicing,
        reason = "an id is made by the subjects that it is an id of"
    )]
    pub fn of(&self, id: SubjectId) -> &Subject {
        &self.known[id.place()]
    }

    /// The ids, in the order of the subjects.
    pub fn in_order(&self) -> &[SubjectId] {
        &self.order
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.known.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// The ids of all that is about a question.
    pub fn of_question(&self, question: &QuestionId) -> &[SubjectId] {
        let from = self
            .order
            .partition_point(|id| self.of(*id).question < *question);
        let later = self.order.get(from..).unwrap_or_default();
        let count = later.partition_point(|id| self.of(*id).question == *question);
        later.get(..count).unwrap_or_default()
    }

    fn compare(&self, a: &Row, b: &Row) -> Ordering {
        let more = |row: &Row| (row.said, row.seconds, row.runs);
        self.compare_undo(&Undo::of(a), &Undo::of(b))
            .then_with(|| more(a).cmp(&more(b)))
    }

    fn compare_undo(&self, a: &Undo, b: &Undo) -> Ordering {
        a.at.cmp(&b.at).then_with(|| match a.subject == b.subject {
            true => Ordering::Equal,
            false => self.of(a.subject).cmp(self.of(b.subject)),
        })
    }

    fn is_undone(&self, undone: &[Undo], row: &Row) -> bool {
        let undo = Undo::of(row);
        undone
            .binary_search_by(|known| self.compare_undo(known, &undo))
            .is_ok()
    }
}

impl SubjectId {
    /// Among the subjects, from 0.
    pub fn place(self) -> usize {
        self.0 as usize
    }
}

impl Undo {
    fn of(row: &Row) -> Undo {
        Undo {
            at: row.at,
            subject: row.subject,
        }
    }

    fn is_of(self, row: &Row) -> bool {
        self == Undo::of(row)
    }
}

impl Said {
    /// The two in one.
    pub fn new(verdict: Verdict, help: Help) -> Said {
        let verdict = match verdict {
            Verdict::Correct => 0,
            Verdict::Partly => 1,
            Verdict::Wrong => 2,
            Verdict::CouldNotRun => 3,
        };
        let help = match help {
            Help::None => 0,
            Help::Hint => 4,
        };
        Said(verdict | help)
    }

    /// From three bits; the others are ignored.
    pub fn of_bits(bits: u8) -> Said {
        Said(bits & 7)
    }

    /// Three bits.
    pub fn bits(self) -> u8 {
        self.0
    }

    /// What was said.
    pub fn verdict(self) -> Verdict {
        match self.0 & 3 {
            0 => Verdict::Correct,
            1 => Verdict::Partly,
            2 => Verdict::Wrong,
            _ => Verdict::CouldNotRun,
        }
    }

    /// Whether help was taken.
    pub fn help(self) -> Help {
        match self.0 & 4 {
            0 => Help::None,
            _ => Help::Hint,
        }
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
        union.merge(b, QuestionId::clone);
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
        history.merge(&History::replay([one, other.clone()]), present);
        assert_eq!(history, History::replay([other]));
    }
}
