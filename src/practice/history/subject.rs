//! What attempts are about, each named once, so that 100,000 attempts need no 100,000 names.

use crate::practice::attempt::Item;
use crate::practice::history::row::{Row, Undo};
use bank::name::QuestionId;
use std::cmp::Ordering;

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

    /// All of them; the first has the id 0.
    pub fn known(&self) -> &[Subject] {
        &self.known
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

    /// The order of attempts, the same on every device.
    pub(crate) fn compare(&self, a: &Row, b: &Row) -> Ordering {
        let more = |row: &Row| (row.said, row.slip, row.seconds, row.runs);
        self.compare_undo(&Undo::of(a), &Undo::of(b))
            .then_with(|| more(a).cmp(&more(b)))
    }

    /// The order of what was taken back.
    pub(crate) fn compare_undo(&self, a: &Undo, b: &Undo) -> Ordering {
        a.at.cmp(&b.at).then_with(|| match a.subject == b.subject {
            true => Ordering::Equal,
            false => self.of(a.subject).cmp(self.of(b.subject)),
        })
    }

    /// Whether an attempt is among what was taken back, which is in order.
    pub(crate) fn is_undone(&self, undone: &[Undo], row: &Row) -> bool {
        self.finds_undo(undone, &Undo::of(row))
    }

    /// Whether it is among what was taken back, which is in order.
    pub(crate) fn finds_undo(&self, undone: &[Undo], undo: &Undo) -> bool {
        undone
            .binary_search_by(|known| self.compare_undo(known, undo))
            .is_ok()
    }
}

impl SubjectId {
    /// Among the subjects, from 0.
    pub fn place(self) -> usize {
        self.0 as usize
    }
}
