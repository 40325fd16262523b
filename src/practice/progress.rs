//! Progress: all attempts, and what follows from them.
//!
//! What is derived is kept in step with the history, one attempt at a time, and is what a replay of
//! the whole history would say. Nothing is stored that could be derived.

use crate::practice::attempt::{Attempt, Item};
use crate::practice::history::row::{Row, Undo};
use crate::practice::history::subject::{Subject, SubjectId};
use crate::practice::history::{History, Present};
use crate::practice::time::Moment;
use bank::answer::Verdict;
use bank::embedded::Bank;
use bank::name::{CheckName, QuestionId, Slug};

/// All attempts, and what follows from them.
#[derive(Clone, Debug, Default)]
pub struct Progress {
    history: History,
    /// The last attempt at each subject of the history.
    latest: Latest,
}

/// By the places of the subjects. It follows from the history, whose ids another one may not share.
#[derive(Clone, Debug, Default)]
struct Latest(Vec<Option<Row>>);

/// What the attempts say about one question.
#[derive(Clone, Copy, Debug)]
pub struct Tried<'a> {
    progress: &'a Progress,
    subjects: &'a [SubjectId],
    last: Row,
}

/// How a question stands with the person.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
    /// Never tried.
    Unseen,
    /// The latest attempt was partly right or wrong.
    Missed,
    /// The latest attempt was right.
    Right,
}

/// How many questions of a group stand how.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Tally {
    /// Questions in the group.
    pub questions: usize,
    /// Of these, tried at least once.
    pub seen: usize,
    /// Of these, right at the latest attempt.
    pub right: usize,
}

impl Progress {
    /// The progress that a history says.
    pub fn of(history: History) -> Progress {
        let mut progress = Progress {
            history,
            latest: Latest::default(),
        };
        progress.derive();
        progress
    }

    /// The progress that a log says, in whatever order and however often it names an attempt.
    pub fn replay(attempts: impl IntoIterator<Item = Attempt>) -> Progress {
        Progress::of(History::replay(attempts))
    }

    /// Adds one attempt. Adding it again changes nothing, and gives nothing.
    pub fn record(&mut self, attempt: Attempt) -> Option<Row> {
        let row = self.history.add(attempt)?;
        self.learn(row);
        Some(row)
    }

    /// Takes back the attempt that was made last.
    pub fn undo_last(&mut self) -> Option<Undo> {
        let last = *self.history.rows().last()?;
        self.undo(last)
    }

    /// Takes back an attempt that the history knows.
    pub fn undo(&mut self, row: Row) -> Option<Undo> {
        let undo = self.history.undo(row)?;
        self.derive();
        Some(undo)
    }

    /// Adds everything that a history knows.
    pub fn merge(&mut self, other: &History, present: Present<'_>) {
        self.history.merge(std::slice::from_ref(other), present);
        self.derive();
    }

    /// All attempts up to now, and all that was taken back.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// All attempts, oldest first.
    pub fn attempts(&self) -> impl ExactSizeIterator<Item = Attempt> + DoubleEndedIterator {
        self.history.attempts()
    }

    /// What is known about a question, if it was ever tried.
    pub fn tried(&self, question: &QuestionId) -> Option<Tried<'_>> {
        let subjects = self.history.subjects().of_question(question);
        let mut last: Option<Row> = None;
        for id in subjects {
            if let Some(row) = self.latest.of(*id)
                && last.is_none_or(|last| self.key(&last) < self.key(&row))
            {
                last = Some(row);
            }
        }
        Some(Tried {
            progress: self,
            subjects,
            last: last?,
        })
    }

    /// How a question stands.
    pub fn standing(&self, question: &QuestionId) -> Standing {
        self.tried(question)
            .map_or(Standing::Unseen, Tried::standing)
    }

    /// How the questions of one topic stand.
    pub fn tally_of(&self, bank: &Bank, topic: &Slug) -> Tally {
        self.tally(bank.questions_of(topic).map(|entry| &entry.id))
    }

    /// How a group of questions stands.
    pub fn tally<'a>(&self, questions: impl IntoIterator<Item = &'a QuestionId>) -> Tally {
        questions
            .into_iter()
            .fold(Tally::default(), |tally, question| {
                let standing = self.standing(question);
                Tally {
                    questions: tally.questions + 1,
                    seen: tally.seen + usize::from(standing != Standing::Unseen),
                    right: tally.right + usize::from(standing == Standing::Right),
                }
            })
    }

    /// The order of attempts, so that two at one moment have the same order everywhere.
    fn key(&self, row: &Row) -> (Moment, &Subject) {
        (row.at, self.history.subjects().of(row.subject))
    }

    fn derive(&mut self) {
        let mut latest = Latest(vec![None; self.history.subjects().len()]);
        for row in self.history.rows() {
            latest.learn(*row);
        }
        self.latest = latest;
    }

    fn learn(&mut self, row: Row) {
        let known = self.history.subjects().len();
        self.latest.0.resize(known, None);
        // Two attempts at one thing at one moment come in one order, which the history knows.
        let last = self.latest.of(row.subject);
        match last.is_some_and(|last| last.at == row.at) {
            true => self.derive(),
            false => self.latest.learn(row),
        }
    }
}

impl Latest {
    fn of(&self, subject: SubjectId) -> Option<Row> {
        self.0.get(subject.place()).copied().flatten()
    }

    fn learn(&mut self, row: Row) {
        if let Some(last) = self.0.get_mut(row.subject.place())
            && last.is_none_or(|last| last.at <= row.at)
        {
            *last = Some(row);
        }
    }
}

impl Tried<'_> {
    /// When the question was last tried.
    pub fn last_at(self) -> Moment {
        self.last.at
    }

    /// When a check of it was last tried.
    pub fn check_seen(self, check: &CheckName) -> Option<Moment> {
        let subjects = self.progress.history.subjects();
        let is_of =
            |id: &&SubjectId| matches!(&subjects.of(**id).item, Item::Check(name) if name == check);
        let seen = self.subjects.iter().filter(is_of);
        seen.filter_map(|id| Some(self.progress.latest.of(*id)?.at))
            .max()
    }

    /// How the question stands.
    pub fn standing(self) -> Standing {
        match self.last.said.verdict() {
            Verdict::Correct => Standing::Right,
            Verdict::Partly | Verdict::Wrong | Verdict::CouldNotRun => Standing::Missed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::history::tests::{any_attempt, any_log};
    use proptest::prelude::*;

    /// The same events, and the same things derived from them.
    impl PartialEq for Progress {
        fn eq(&self, other: &Progress) -> bool {
            self.history == other.history && self.learned() == other.learned()
        }
    }

    impl Progress {
        fn learned(&self) -> Vec<Attempt> {
            let ids = self.history.subjects().in_order();
            let last = ids.iter().filter_map(|id| self.latest.of(*id));
            last.map(|row| self.history.attempt(&row)).collect()
        }
    }

    proptest! {
        #[test]
        fn one_by_one_gives_what_a_replay_gives(
            log in any_log(),
            later in any_log(),
            undos in prop::collection::vec(any::<bool>(), 20),
        ) {
            let mut progress = Progress::replay(log);
            for (attempt, undo) in later.into_iter().zip(undos) {
                progress.record(attempt);
                if undo {
                    progress.undo_last();
                }
                prop_assert_eq!(&progress, &Progress::of(progress.history().clone()));
            }
        }

        #[test]
        fn what_is_derived_does_not_depend_on_the_order(log in any_log(), cut in 0usize..40) {
            let mut turned = log.clone();
            turned.rotate_left(cut.min(log.len()));
            turned.reverse();
            prop_assert_eq!(Progress::replay(log), Progress::replay(turned));
        }

        #[test]
        fn the_standing_is_that_of_the_latest_attempt(log in any_log()) {
            let progress = Progress::replay(log);
            for id in ["gil", "slicing", "pep8"].map(|id| QuestionId::parse(id).unwrap()) {
                let mut latest = progress.attempts().filter(|attempt| attempt.question == id);
                let expected = match latest.next_back().map(|attempt| attempt.verdict) {
                    None => Standing::Unseen,
                    Some(Verdict::Correct) => Standing::Right,
                    Some(_) => Standing::Missed,
                };
                prop_assert_eq!(progress.standing(&id), expected);
            }
        }

        #[test]
        fn an_attempt_that_is_taken_back_leaves_what_was_before(log in any_log(), last in any_attempt()) {
            let before = Progress::replay(log);
            let latest = before.attempts().next_back().map_or(0, |attempt| attempt.at.0);
            let mut progress = before.clone();
            progress.record(Attempt { at: Moment(latest + 1), ..last });
            prop_assert!(progress.undo_last().is_some());
            prop_assert_eq!(progress.learned(), before.learned());
            prop_assert!(progress.attempts().eq(before.attempts()));
        }
    }
}
