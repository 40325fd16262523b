//! The bank as it travels in the app: an index decoded at start, bodies decoded when opened.
//!
//! Bodies lie one after the other in one slice of bytes; the index says where each begins. Start-up
//! reads only the index, so it does not grow with the length of the answers. A body that was opened
//! stays, so that views refer to it and need no copies; nothing closes one.

use crate::name::{QuestionId, Slug};
use crate::question::{Body, Entry};
use crate::topic::{Topic, Track};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::ops::Range;
use std::sync::OnceLock;

/// The bank, opened.
#[derive(Clone, Debug)]
pub struct Bank {
    index: Index,
    bodies: &'static [u8],
    /// One place for each question.
    opened: Box<[OnceLock<Body>]>,
}

/// What is decoded at start.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub(crate) struct Index {
    pub(crate) topics: Vec<Topic>,
    pub(crate) tracks: Vec<Track>,
    /// Old id, present id.
    pub(crate) renamed: Vec<(QuestionId, QuestionId)>,
    /// In the order of topics, then of the curriculum.
    pub(crate) questions: Vec<Entry>,
    /// Where each body ends; it begins where the one before ends.
    pub(crate) ends: Vec<u32>,
}

/// The embedded bytes are not a bank: the build is broken, not the person's data.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Damaged;

impl fmt::Display for Damaged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the question bank inside the app is damaged")
    }
}

impl Bank {
    /// Decodes the index.
    pub fn open(index: &[u8], bodies: &'static [u8]) -> Result<Bank, Damaged> {
        let index: Index = postcard::from_bytes(index).map_err(|_| Damaged)?;
        let fits = index.ends.len() == index.questions.len()
            && index.ends.is_sorted()
            && index
                .ends
                .last()
                .is_none_or(|&end| end as usize == bodies.len());
        if !fits {
            return Err(Damaged);
        }
        Ok(Bank {
            opened: index.ends.iter().map(|_| OnceLock::new()).collect(),
            index,
            bodies,
        })
    }

    /// All topics, in learning order, also those without questions yet.
    pub fn topics(&self) -> &[Topic] {
        &self.index.topics
    }

    /// All tracks.
    pub fn tracks(&self) -> &[Track] {
        &self.index.tracks
    }

    /// All questions, in the order of their topics.
    pub fn questions(&self) -> &[Entry] {
        &self.index.questions
    }

    /// The topic of that name.
    pub fn topic(&self, slug: &Slug) -> Option<&Topic> {
        self.index.topics.iter().find(|topic| topic.slug == *slug)
    }

    /// The questions of one topic, in order.
    pub fn questions_of<'a>(&'a self, topic: &'a Slug) -> impl Iterator<Item = &'a Entry> {
        self.index
            .questions
            .iter()
            .filter(move |entry| entry.topic == *topic)
    }

    /// The question of that id.
    pub fn question(&self, id: &QuestionId) -> Option<&Entry> {
        self.index.questions.iter().find(|entry| entry.id == *id)
    }

    /// The id that a question has today: itself, or what it was renamed to.
    pub fn present_id<'a>(&'a self, id: &'a QuestionId) -> &'a QuestionId {
        self.index
            .renamed
            .iter()
            .find(|(old, _)| old == id)
            .map_or(id, |(_, new)| new)
    }

    /// What is shown of a question, decoded when it is first asked for.
    pub fn body(&self, id: &QuestionId) -> Result<&Body, Damaged> {
        let mut places = self.index.questions.iter().zip(&*self.opened).zip(0..);
        let ((_, opened), place) = places
            .find(|((entry, _), _)| entry.id == *id)
            .ok_or(Damaged)?;
        if let Some(body) = opened.get() {
            return Ok(body);
        }
        let bytes = self.bodies.get(self.span(place)).ok_or(Damaged)?;
        let body = postcard::from_bytes(bytes).map_err(|_| Damaged)?;
        Ok(opened.get_or_init(|| body))
    }

    fn span(&self, place: usize) -> Range<usize> {
        let end = |place: usize| self.index.ends.get(place).map_or(0, |&end| end as usize);
        let start = place.checked_sub(1).map_or(0, end);
        start..end(place)
    }
}

/// The two byte strings that the app embeds.
#[cfg(feature = "compile")]
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Bytes {
    /// For [`Bank::open`].
    pub index: Vec<u8>,
    /// For [`Bank::open`].
    pub bodies: Vec<u8>,
}
