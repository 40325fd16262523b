//! Knowledge: how many questions of each topic and level are likely to be known today.

use bank::embedded::Bank;
use bank::name::QuestionId;
use bank::question::{Entry, Level};
use bank::topic::Topic;
use std::ops::AddAssign;

/// Some questions, and how well they are known.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Known {
    /// How many there are.
    pub questions: u32,
    /// How many of these were ever tried.
    pub tried: u32,
    /// How many of these one would answer right, if all were asked now: the sum of their recalls, where
    /// one that was never tried counts as not known.
    pub recalled: f32,
}

/// What is known of one topic.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct TopicKnown<'a> {
    /// The topic.
    pub topic: &'a Topic,
    /// By level, in the order of [`LEVELS`].
    pub levels: [Known; 3],
}

/// All levels.
pub const LEVELS: [Level; 3] = [Level::Beginner, Level::Intermediate, Level::Advanced];

/// What is known of each topic that has questions, in the order of the bank. `recall` says how likely a
/// question is known now, from 0 to 1, when it was ever tried.
pub fn knowledge<'a>(
    bank: &'a Bank,
    recall: impl Fn(&QuestionId) -> Option<f32>,
) -> Vec<TopicKnown<'a>> {
    let of_topic = |topic: &'a Topic| TopicKnown {
        topic,
        levels: [Known::default(); 3],
    };
    let mut topics: Vec<TopicKnown<'a>> = bank.topics().iter().map(of_topic).collect();
    for entry in bank.questions() {
        let mut found = topics.iter_mut();
        if let Some(of) = found.find(|of| of.topic.slug == entry.topic) {
            let level = match entry.level {
                Level::Beginner => 0,
                Level::Intermediate => 1,
                Level::Advanced => 2,
            };
            let known = Known::of(entry, &recall);
            if let Some(of) = of.levels.get_mut(level) {
                *of += known;
            }
        }
    }
    topics.retain(|of| of.all().questions > 0);
    topics
}

/// What is known of each level, in the order of [`LEVELS`].
pub fn by_level(topics: &[TopicKnown<'_>]) -> [Known; 3] {
    let mut levels = [Known::default(); 3];
    for of in topics {
        for (sum, known) in levels.iter_mut().zip(of.levels) {
            *sum += known;
        }
    }
    levels
}

impl TopicKnown<'_> {
    /// Of all its levels.
    pub fn all(&self) -> Known {
        let mut all = Known::default();
        for known in self.levels {
            all += known;
        }
        all
    }
}

impl Known {
    fn of(entry: &Entry, recall: &impl Fn(&QuestionId) -> Option<f32>) -> Known {
        let recall = recall(&entry.id);
        Known {
            questions: 1,
            tried: recall.is_some().into(),
            recalled: recall.unwrap_or(0.0),
        }
    }

    /// In whole percent of all its questions, 0 of none.
    pub fn percent(self) -> u32 {
        match self.questions {
            0 => 0,
            questions => (self.recalled * 100.0 / questions as f32).round() as u32,
        }
    }
}

impl AddAssign for Known {
    fn add_assign(&mut self, other: Known) {
        self.questions += other.questions;
        self.tried += other.tried;
        self.recalled += other.recalled;
    }
}
