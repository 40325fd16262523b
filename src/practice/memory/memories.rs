//! The memories of all questions, kept in step with the history.
//!
//! A question is replayed only when its own attempts are not those that it was derived from, so an answer,
//! an undo and what another tab records cost the replay of one question. Nothing is assumed about how the
//! history came to be what it is.

use crate::practice::attempt::Item;
use crate::practice::history::History;
use crate::practice::history::row::Row;
use crate::practice::memory::{Grade, Memory};
use crate::practice::time::{Day, UtcOffset};
use bank::name::QuestionId;
use fsrs::FSRSReview;

/// The memories of all questions that were ever tried, also of those that have left the bank.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Memories(Vec<Known>);

/// In the order of the ids.
#[derive(Clone, PartialEq, Debug)]
struct Known {
    question: QuestionId,
    memory: Memory,
    print: Print,
}

/// Tells sequences of attempts apart.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Print(u64);

/// The attempts at one question.
struct Replay<'a> {
    question: &'a QuestionId,
    print: Print,
    /// What is known already.
    known: Option<Memory>,
    first: Day,
    last: Day,
    reviews: Vec<FSRSReview>,
}

impl Memories {
    /// The memories that a history leaves to someone whose clocks are so far ahead of UTC. The same is
    /// taken for all attempts: where it was another one, at worst a day is counted too many or too few.
    pub fn of(history: &History, offset: UtcOffset) -> Memories {
        let mut memories = Memories::default();
        memories.follow(history, offset);
        memories
    }

    /// Becomes what [`Memories::of`] says of this history.
    pub fn follow(&mut self, history: &History, offset: UtcOffset) {
        let subjects = history.subjects();
        let mut replays: Vec<Replay<'_>> = Vec::new();
        // The place among them, for each subject by its id.
        let mut places = vec![0; subjects.len()];
        for id in subjects.in_order() {
            let question = &subjects.of(*id).question;
            if replays.last().is_none_or(|last| last.question != question) {
                replays.push(Replay::of(question, offset));
            }
            if let Some(place) = places.get_mut(id.place()) {
                *place = replays.len() - 1;
            }
        }
        let aloud: Vec<bool> = subjects
            .known()
            .iter()
            .map(|of| of.item == Item::Aloud)
            .collect();
        let is_aloud = |row: &Row| aloud.get(row.subject.place()) == Some(&true);
        for row in history.rows() {
            let place = places.get(row.subject.place());
            if let Some(replay) = place.and_then(|place| replays.get_mut(*place)) {
                replay.print = replay.print.and(row, is_aloud(row));
            }
        }
        for replay in &mut replays {
            let known = self.known(replay.question);
            replay.known = known
                .filter(|known| known.print == replay.print)
                .map(|known| known.memory);
        }
        let is_known = replays.iter().all(|replay| replay.known.is_some());
        let rows = if is_known { &[] } else { history.rows() };
        for row in rows {
            let place = places.get(row.subject.place());
            if let Some(replay) = place.and_then(|place| replays.get_mut(*place)) {
                replay.add(row, &subjects.of(row.subject).item, offset);
            }
        }
        self.0 = replays.into_iter().filter_map(Replay::end).collect();
    }

    /// What is left of a question, when it was ever tried.
    pub fn memory(&self, question: &QuestionId) -> Option<Memory> {
        self.known(question).map(|known| known.memory)
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = (&QuestionId, Memory)> {
        self.0.iter().map(|known| (&known.question, known.memory))
    }

    fn known(&self, question: &QuestionId) -> Option<&Known> {
        let place = self
            .0
            .binary_search_by(|known| known.question.cmp(question));
        place.ok().and_then(|place| self.0.get(place))
    }
}

impl<'a> Replay<'a> {
    fn of(question: &'a QuestionId, offset: UtcOffset) -> Replay<'a> {
        Replay {
            question,
            print: Print(offset.0 as u64),
            known: None,
            first: Day(0),
            last: Day(0),
            reviews: Vec::new(),
        }
    }

    /// Takes the next attempt, oldest first.
    fn add(&mut self, row: &Row, item: &Item, offset: UtcOffset) {
        if self.known.is_some() {
            return;
        }
        let on = row.at.day(offset);
        if self.reviews.is_empty() {
            (self.first, self.last) = (on, on);
        }
        let review = super::review(Grade::of(item, row.said), super::days(self.last, on));
        self.reviews.push(review);
        self.last = on;
    }

    /// Nothing where all attempts were taken back.
    fn end(self) -> Option<Known> {
        let memory = match (self.known, self.reviews.is_empty()) {
            (Some(known), _) => known,
            (None, true) => return None,
            (None, false) => Memory {
                first: self.first,
                last: self.last,
                strength: super::learned(self.reviews, None),
            },
        };
        Some(Known {
            question: self.question.clone(),
            memory,
            print: self.print,
        })
    }
}

impl Print {
    /// Of one attempt more.
    fn and(self, row: &Row, aloud: bool) -> Print {
        let said = u64::from(row.said.bits()) << 1 | u64::from(aloud);
        let mixed = self.0.rotate_left(7) ^ row.at.0 as u64 ^ said << 56;
        Print(mixed.wrapping_mul(0x9E37_79B9_7F4A_7C15))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::attempt::Attempt;
    use crate::practice::history::tests::any_log;
    use crate::practice::time::Moment;
    use proptest::prelude::*;

    const HERE: UtcOffset = UtcOffset(60);
    const HALF_A_DAY: i64 = 12 * 3_600_000;

    /// Of a log whose moments are small numbers.
    fn spread(log: Vec<Attempt>) -> impl Iterator<Item = Attempt> {
        log.into_iter().map(|attempt| Attempt {
            at: Moment(attempt.at.0 * HALF_A_DAY),
            ..attempt
        })
    }

    proptest! {
        #[test]
        fn following_gives_what_a_replay_gives(
            log in any_log(),
            later in any_log(),
            undos in prop::collection::vec(any::<bool>(), 40),
        ) {
            let mut history = History::replay(spread(log));
            let mut memories = Memories::of(&history, HERE);
            for (attempt, undo) in spread(later).zip(undos) {
                history.add(attempt);
                if undo {
                    history.undo_last();
                }
                memories.follow(&history, HERE);
                prop_assert_eq!(&memories, &Memories::of(&history, HERE));
            }
            memories.follow(&history, UtcOffset(-300));
            prop_assert_eq!(&memories, &Memories::of(&history, UtcOffset(-300)));
        }

        #[test]
        fn a_memory_is_what_its_attempts_make_one_by_one(log in any_log()) {
            let history = History::replay(spread(log));
            let memories = Memories::of(&history, HERE);
            let mut expected = std::collections::BTreeMap::<QuestionId, Memory>::new();
            for (attempt, row) in history.attempts().zip(history.rows()) {
                let (grade, on) = (Grade::of(&attempt.item, row.said), attempt.at.day(HERE));
                let known = expected.get(&attempt.question);
                let memory = known.map_or(Memory::begin(grade, on), |known| known.after(grade, on));
                expected.insert(attempt.question, memory);
            }
            let found: Vec<_> = memories.iter().map(|(id, memory)| (id.clone(), memory)).collect();
            prop_assert_eq!(&found, &expected.into_iter().collect::<Vec<_>>());
            for (id, memory) in found {
                prop_assert_eq!(memories.memory(&id), Some(memory));
            }
        }
    }
}
