//! The bank as it travels in the app: an index decoded at start, bodies decoded when opened.
//!
//! Start-up reads only the index, so it does not grow with the length of the answers. A body that was
//! opened stays, so that views refer to it and need no copies; nothing closes one. How index and
//! bodies travel says `wire.rs`.

use crate::name::{QuestionId, Slug};
use crate::question::{Body, Entry};
use crate::topic::{Topic, Tracks};
use crate::wire::field::List;
use crate::wire::{Columns, Words, wire};
use std::fmt;
use std::sync::OnceLock;

/// The bank, opened.
#[derive(Clone, Debug)]
pub struct Bank {
    index: Index,
    words: Words,
    bodies: Columns<'static>,
    /// One place for each question.
    opened: Box<[OnceLock<Body>]>,
    tracks: OnceLock<Tracks>,
}

/// What is decoded at start.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Index {
    pub(crate) topics: Vec<Topic>,
    /// Old id, present id.
    pub(crate) renamed: Vec<(QuestionId, QuestionId)>,
    /// In the order of topics, then of the curriculum.
    pub(crate) questions: Vec<Entry>,
}

wire!(
    struct Index {
        topics: List<Topic>,
        renamed: List<(QuestionId, QuestionId)>,
        questions: List<Entry>,
    }
);

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
        let (words, index) = Words::open(index)?;
        let index: Index = Columns::open(index)?.part::<Index>(0, &words)?;
        let bodies = Columns::open(bodies)?;
        // The tracks stand behind the questions.
        if bodies.count() != index.questions.len() + 1 {
            return Err(Damaged);
        }
        Ok(Bank {
            opened: index.questions.iter().map(|_| OnceLock::new()).collect(),
            tracks: OnceLock::new(),
            index,
            words,
            bodies,
        })
    }

    /// All topics, in learning order, also those without questions yet.
    pub fn topics(&self) -> &[Topic] {
        &self.index.topics
    }

    /// All tracks, decoded when they are first asked for.
    pub fn tracks(&self) -> Result<&Tracks, Damaged> {
        if let Some(tracks) = self.tracks.get() {
            return Ok(tracks);
        }
        let place = self.index.questions.len();
        let tracks = self.bodies.part::<Tracks>(place, &self.words)?;
        Ok(self.tracks.get_or_init(|| tracks))
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

    /// The ids that a question had in earlier days.
    pub fn old_ids<'a>(&'a self, id: &'a QuestionId) -> impl Iterator<Item = &'a QuestionId> {
        let renamed = self.index.renamed.iter();
        renamed
            .filter(move |(_, new)| new == id)
            .map(|(old, _)| old)
    }

    /// All bodies in the order of the questions, each decoded when its turn comes. None of them stays.
    pub fn bodies(&self) -> impl Iterator<Item = Result<Body, Damaged>> {
        let count = self.index.questions.len();
        let parts = self.bodies.parts().take(count);
        parts.map(|part| part.read::<Body>(&self.words))
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
        let body = self.bodies.part::<Body>(place, &self.words)?;
        Ok(opened.get_or_init(|| body))
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
