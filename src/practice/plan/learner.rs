//! A learner who forgets as the model says, for tests: written from the formulas of FSRS-6 as its authors
//! publish them ("The Algorithm", wiki of fsrs4anki), in 64 bits and without the crate.

use crate::practice::attempt::{Attempt, Help, Item};
use crate::practice::history::History;
use crate::practice::shuffle::SplitMix64;
use crate::practice::time::{Day, Moment, UtcOffset};
use bank::answer::Verdict;
use bank::check::CheckKind;
use bank::name::{CheckName, QuestionId, Slug};
use bank::question::{CheckEntry, Entry, Kind, Level};
use std::collections::BTreeMap;

/// The default parameters.
const W: [f64; 21] = [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835,
    0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];

/// What is in the mind of one question.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mind {
    stability: f64,
    difficulty: f64,
    last: Day,
}

/// Someone who practises.
pub(super) struct Learner {
    pub(super) history: History,
    pub(super) minds: BTreeMap<QuestionId, Mind>,
    /// How likely each was known that was asked again, and whether it was.
    pub(super) asked_again: Vec<(f64, bool)>,
    random: SplitMix64,
}

impl Mind {
    fn begin(is_right: bool, on: Day) -> Mind {
        let rating = if is_right { 3 } else { 1 };
        Mind {
            stability: W[rating - 1],
            difficulty: first_difficulty(rating).clamp(1.0, 10.0),
            last: on,
        }
    }

    pub(super) fn recall(self, on: Day) -> f64 {
        let factor = 0.9_f64.powf(-1.0 / W[20]) - 1.0;
        let days = f64::from(on.0 - self.last.0);
        (1.0 + factor * days / self.stability).powf(-W[20])
    }

    fn after(self, is_right: bool, on: Day) -> Mind {
        let (s, d, r) = (self.stability, self.difficulty, self.recall(on));
        let rating = if is_right { 3.0 } else { 1.0 };
        let stability = match (self.last == on, is_right) {
            (true, _) => {
                let grows = (W[17] * (rating - 3.0 + W[18])).exp() * s.powf(-W[19]);
                s * if is_right { grows.max(1.0) } else { grows }
            }
            (false, true) => {
                let grows = W[8].exp() * (11.0 - d) * s.powf(-W[9]);
                s * (1.0 + grows * ((W[10] * (1.0 - r)).exp() - 1.0))
            }
            (false, false) => {
                let falls = W[11] * d.powf(-W[12]) * ((s + 1.0).powf(W[13]) - 1.0);
                (falls * (W[14] * (1.0 - r)).exp()).min(s / (W[17] * W[18]).exp())
            }
        };
        let moved = d - W[6] * (rating - 3.0) * (10.0 - d) / 9.0;
        Mind {
            stability: stability.clamp(0.001, 36_500.0),
            difficulty: (W[7] * first_difficulty(4) + (1.0 - W[7]) * moved).clamp(1.0, 10.0),
            last: on,
        }
    }
}

fn first_difficulty(rating: usize) -> f64 {
    W[4] - (W[5] * (rating as f64 - 1.0)).exp() + 1.0
}

impl Learner {
    pub(super) fn new(seed: u64) -> Learner {
        Learner {
            history: History::default(),
            minds: BTreeMap::new(),
            asked_again: Vec::new(),
            random: SplitMix64(seed),
        }
    }

    /// Answers these in one sitting, and those that were missed once more at its end. Of what is new, 3 in
    /// 5 are known.
    pub(super) fn sits(&mut self, questions: &[&Entry], on: Day) {
        let mut missed = Vec::new();
        for entry in questions {
            let before = self.minds.get(&entry.id).copied();
            let likely = before.map_or(0.6, |mind| mind.recall(on));
            let is_right = (self.random.below(1_000_000) as f64) < likely * 1e6;
            if before.is_some() {
                self.asked_again.push((likely, is_right));
            }
            self.answers(entry, is_right, on);
            if !is_right {
                missed.push(entry);
            }
        }
        for entry in missed {
            self.answers(entry, true, on);
        }
    }

    pub(super) fn answers(&mut self, entry: &Entry, is_right: bool, on: Day) {
        let mind = match self.minds.get(&entry.id) {
            Some(mind) => mind.after(is_right, on),
            None => Mind::begin(is_right, on),
        };
        self.minds.insert(entry.id.clone(), mind);
        // From noon on, a second each.
        let place = self.history.len() as i64 % 30_000;
        self.history.add(Attempt {
            at: Moment((i64::from(on.0) * 24 + 12) * 3_600_000 + place * 1000),
            question: entry.id.clone(),
            rev: 1,
            item: Item::Check(CheckName::parse("first").unwrap()),
            verdict: if is_right {
                Verdict::Correct
            } else {
                Verdict::Wrong
            },
            help: Help::None,
            confidence: None,
            slip: None,
            seconds: 1,
            runs: 0,
        });
    }
}

/// Where the learner lives.
pub(super) const HERE: UtcOffset = UtcOffset(0);

/// So many questions, of which one takes a minute in a sitting.
pub(super) fn entries(count: usize) -> Vec<Entry> {
    (0..count)
        .map(|place| entry(&format!("q{place:04}"), 4))
        .collect()
}

/// A question with one check.
pub(super) fn entry(id: &str, minutes: u16) -> Entry {
    Entry {
        id: QuestionId::parse(id).unwrap(),
        rev: 1,
        title: id.to_owned(),
        kind: Kind::Concept,
        topic: Slug::parse("basics").unwrap(),
        level: Level::Beginner,
        minutes,
        tags: Vec::new(),
        checks: vec![CheckEntry {
            name: CheckName::parse("first").unwrap(),
            kind: CheckKind::Output,
        }],
    }
}
