//! Progress: all attempts, and what follows from them.
//!
//! Attempts form a set, so merging two logs is a union: the order and the number of merges do not
//! matter. Nothing is stored that could be derived; there is no way to take an attempt back.

use crate::practice::attempt::{Attempt, AttemptKey, Item};
use crate::practice::time::Moment;
use bank::answer::Verdict;
use bank::embedded::Bank;
use bank::name::{CheckName, QuestionId, Slug};
use std::collections::BTreeMap;
use std::collections::HashMap;

/// All attempts, and what follows from them.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Progress {
    attempts: BTreeMap<AttemptKey, Attempt>,
    memories: HashMap<QuestionId, Memory>,
}

/// What the attempts say about one question.
#[derive(Clone, PartialEq, Debug)]
pub struct Memory {
    last: (AttemptKey, Verdict),
    seen: HashMap<Item, Moment>,
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
    /// The progress that a log says, in whatever order and however often it names an attempt.
    pub fn replay(attempts: impl IntoIterator<Item = Attempt>) -> Progress {
        let mut progress = Progress::default();
        attempts
            .into_iter()
            .for_each(|attempt| progress.record(attempt));
        progress
    }

    /// Adds one attempt. Adding it again changes nothing.
    pub fn record(&mut self, attempt: Attempt) {
        let key = attempt.key();
        if self.attempts.contains_key(&key) {
            return;
        }
        self.memories
            .entry(attempt.question.clone())
            .and_modify(|memory| memory.learn(&attempt))
            .or_insert_with(|| Memory::first(&attempt));
        self.attempts.insert(key, attempt);
    }

    /// Everything that either knows.
    #[must_use]
    pub fn merge(mut self, other: Progress) -> Progress {
        other
            .attempts
            .into_values()
            .for_each(|attempt| self.record(attempt));
        self
    }

    /// All attempts, oldest first.
    pub fn attempts(&self) -> impl ExactSizeIterator<Item = &Attempt> {
        self.attempts.values()
    }

    /// What is known about a question, if it was ever tried.
    pub fn memory(&self, question: &QuestionId) -> Option<&Memory> {
        self.memories.get(question)
    }

    /// How a question stands.
    pub fn standing(&self, question: &QuestionId) -> Standing {
        self.memory(question)
            .map_or(Standing::Unseen, Memory::standing)
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
}

impl Memory {
    fn first(attempt: &Attempt) -> Memory {
        Memory {
            last: (attempt.key(), attempt.verdict),
            seen: HashMap::from([(attempt.item.clone(), attempt.at)]),
        }
    }

    fn learn(&mut self, attempt: &Attempt) {
        let key = attempt.key();
        if key > self.last.0 {
            self.last = (key, attempt.verdict);
        }
        self.seen
            .entry(attempt.item.clone())
            .and_modify(|at| *at = (*at).max(attempt.at))
            .or_insert(attempt.at);
    }

    /// When the question was last tried.
    pub fn last_at(&self) -> Moment {
        self.last.0.at()
    }

    /// When a check of it was last tried.
    pub fn check_seen(&self, check: &CheckName) -> Option<Moment> {
        self.seen.get(&Item::Check(check.clone())).copied()
    }

    /// How the question stands.
    pub fn standing(&self) -> Standing {
        match self.last.1 {
            Verdict::Correct => Standing::Right,
            Verdict::Partly | Verdict::Wrong | Verdict::CouldNotRun => Standing::Missed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::attempt::Help;
    use proptest::prelude::*;

    fn any_attempt() -> impl Strategy<Value = Attempt> {
        let verdicts = [
            Verdict::Correct,
            Verdict::Partly,
            Verdict::Wrong,
            Verdict::CouldNotRun,
        ];
        (0i64..20, 0usize..3, 0usize..4).prop_map(move |(at, question, item)| {
            Attempt {
                at: Moment(at),
                question: QuestionId::parse(["gil", "slicing", "pep8"][question]).unwrap(),
                rev: 1,
                item: match item {
                    0 => Item::Aloud,
                    3 => Item::Exercise,
                    n => Item::Check(CheckName::parse(["", "a", "b"][n]).unwrap()),
                },
                // The verdict follows from the key: two attempts with one key are one attempt.
                verdict: verdicts[(at as usize + question + item) % 4],
                help: Help::None,
                seconds: 3,
                runs: 0,
            }
        })
    }

    fn any_log() -> impl Strategy<Value = Vec<Attempt>> {
        prop::collection::vec(any_attempt(), 0..40)
    }

    proptest! {
        #[test]
        fn merging_is_a_union(a in any_log(), b in any_log(), c in any_log()) {
            let [a, b, c] = [a, b, c].map(Progress::replay);
            prop_assert_eq!(a.clone().merge(b.clone()), b.clone().merge(a.clone()));
            prop_assert_eq!(a.clone().merge(a.clone()), a.clone());
            prop_assert_eq!(
                a.clone().merge(b.clone()).merge(c.clone()),
                a.merge(b.merge(c))
            );
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
                let latest = progress.attempts().filter(|attempt| attempt.question == id).last();
                let expected = match latest.map(|attempt| attempt.verdict) {
                    None => Standing::Unseen,
                    Some(Verdict::Correct) => Standing::Right,
                    Some(_) => Standing::Missed,
                };
                prop_assert_eq!(progress.standing(&id), expected);
            }
        }
    }
}
