//! The bank as its authors wrote it: every text with its line, every program that can be run.
//!
//! It holds what verification needs and the app does not: proofs, tests, wrong solutions, the
//! versions and packages that a program wants. It holds no HTML.

pub mod check;
pub mod exercise;
pub mod program;

use super::audit::record::Record;
use super::problem::Problem;
use crate::name::{QuestionId, Slug};
use crate::question::{Band, Kind, Level};
use crate::topic::Topic;
use check::Check;
use exercise::Exercise;
use program::{Program, Shown};

/// Everything in the bank's folder.
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// In learning order.
    pub topics: Vec<Topic>,
    /// In the order of the file.
    pub tracks: Vec<Track>,
    /// Old id, present id.
    pub renamed: Vec<(QuestionId, QuestionId)>,
    /// What the bank must cover, in the order of the file.
    pub curriculum: Vec<Planned>,
    /// Those that could be understood, in the order of topics, then of the curriculum.
    pub questions: Vec<Question>,
    /// What blind readers answered.
    pub audits: Vec<Record>,
    /// Where that is recorded, as an author would open it.
    pub audits_path: String,
    /// Of all files, in the order of path and line.
    pub problems: Vec<Problem>,
}

impl Source {
    /// The plan for a question.
    pub fn planned(&self, id: &QuestionId) -> Option<&Planned> {
        self.curriculum.iter().find(|planned| planned.id == *id)
    }

    /// The question of that id.
    pub fn question(&self, id: &QuestionId) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == *id)
    }

    pub(crate) fn sort(&mut self) {
        let place = |question: &Question| {
            let topic = self.topics.iter().position(|t| t.slug == question.topic);
            let plan = self.curriculum.iter().position(|p| p.id == question.id);
            (topic, plan, question.path.clone())
        };
        let mut questions = std::mem::take(&mut self.questions);
        questions.sort_by_cached_key(place);
        self.questions = questions;
    }
}

/// An ordered list of questions, see [`crate::topic::Track`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Track {
    /// Stable name.
    pub slug: Slug,
    /// As shown.
    pub title: String,
    /// Whom it is for, a sentence.
    pub about: String,
    /// In order.
    pub sections: Vec<Section>,
}

/// Some rows of a track under one title.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Section {
    /// Empty when the track has only one.
    pub title: String,
    /// The number of the first row.
    pub from: u16,
    /// The questions that each row leads to.
    pub rows: Vec<Vec<QuestionId>>,
}

/// A row of the curriculum.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Planned {
    /// Settled.
    pub id: QuestionId,
    /// Settled.
    pub topic: Slug,
    /// Settled.
    pub level: Level,
    /// Settled.
    pub kind: Kind,
    /// A working title; the question may improve it.
    pub title: String,
    /// The rows of the source lists that it covers.
    pub rows: Vec<String>,
}

/// One question file.
#[derive(Clone, PartialEq, Debug)]
pub struct Question {
    /// As the author would open it.
    pub path: String,
    /// See [`crate::question::Entry`].
    pub id: QuestionId,
    /// See [`crate::question::Entry`].
    pub rev: u16,
    /// See [`crate::question::Entry`].
    pub title: String,
    /// See [`crate::question::Entry`].
    pub kind: Kind,
    /// See [`crate::question::Entry`].
    pub topic: Slug,
    /// See [`crate::question::Entry`].
    pub level: Level,
    /// See [`crate::question::Entry`].
    pub minutes: u16,
    /// Oldest version for which every statement holds: `(3, 12)`.
    pub python: (u8, u8),
    /// See [`crate::question::Entry`].
    pub tags: Vec<String>,
    /// Rows of the source lists.
    pub covers: Vec<String>,
    /// The question as asked.
    pub asked: Prose,
    /// Design: what a good candidate asks first.
    pub clarify: Option<Prose>,
    /// The first paragraph of the answer.
    pub short_answer: Text,
    /// The rest of the answer.
    pub answer: Prose,
    /// Claims to tick off.
    pub key_points: Vec<Text>,
    /// Design: how the answer is scored.
    pub rubric: Option<Rubric>,
    /// The Code section.
    pub code: Option<Prose>,
    /// Coding: what runs.
    pub exercise: Option<Exercise>,
    /// In the order of the file.
    pub checks: Vec<Check>,
    /// Each a question id or a sentence.
    pub follow_ups: Vec<FollowUp>,
    /// Where the statements are confirmed.
    pub references: Vec<Reference>,
}

/// Markdown without code blocks.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Text {
    /// Of its first line, from 1.
    pub line: usize,
    /// As written, without the marks of the list or quote around it.
    pub markdown: String,
}

/// Markdown with code blocks between the texts.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Prose {
    /// In order.
    pub parts: Vec<Part>,
}

/// A piece of prose.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Part {
    /// Paragraphs and lists.
    Text(Text),
    /// Shown, not run.
    Shown(Shown),
    /// Run, with what it must give.
    Program(Program),
}

/// How an interviewer scores a design.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rubric {
    /// Points and what a good answer does for them.
    pub lines: Vec<(u8, Text)>,
    /// Best first.
    pub bands: Vec<Band>,
}

/// What the interviewer asks next.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FollowUp {
    /// A question of the bank or of the curriculum, with its line.
    Question(usize, QuestionId),
    /// A sentence.
    Sentence(Text),
}

/// A page that states what the answer claims.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reference {
    /// What the page is called.
    pub title: Text,
    /// Its address.
    pub url: String,
}
