//! A question as the app sees it: the entry, known from the start, and the body, decoded when opened.
//!
//! What only verification needs (proofs, hidden tests of bug checks) is deliberately not here.

use crate::check::{Check, CheckKind};
use crate::exercise::Exercise;
use crate::name::{CheckName, QuestionId, Slug};
use crate::wire::field::{Address, Block, Inline, List, Name, Plain, Title};
use crate::wire::wire;

/// One thing an interviewer asks: what lists, sessions and searches need to know of it.
#[derive(Clone, PartialEq, Debug)]
pub struct Entry {
    /// Stable id.
    pub id: QuestionId,
    /// Raised only when the meaning of the question changes.
    pub rev: u16,
    /// At most 60 characters.
    pub title: String,
    /// Concept, coding or design.
    pub kind: Kind,
    /// The topic it stands under.
    pub topic: Slug,
    /// Beginner to advanced.
    pub level: Level,
    /// Minutes an interview would give it.
    pub minutes: u16,
    /// Words for the search.
    pub tags: Vec<String>,
    /// Its checks, in the order of the file.
    pub checks: Vec<CheckEntry>,
}

/// Which check a question has, without its content.
#[derive(Clone, PartialEq, Debug)]
pub struct CheckEntry {
    /// Unique within the question.
    pub name: CheckName,
    /// How it is answered.
    pub kind: CheckKind,
}

/// What the interviewer is after.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Explain something.
    Concept,
    /// Write code.
    Coding,
    /// Design a system.
    Design,
}

impl Kind {
    /// The kind of that name, as in a question file.
    pub fn parse(name: &str) -> Option<Kind> {
        match name {
            "concept" => Some(Kind::Concept),
            "coding" => Some(Kind::Coding),
            "design" => Some(Kind::Design),
            _ => None,
        }
    }

    /// As in a question file and as shown.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Concept => "concept",
            Kind::Coding => "coding",
            Kind::Design => "design",
        }
    }
}

/// How much experience a question expects.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Level {
    /// First job.
    Beginner,
    /// A few years.
    Intermediate,
    /// Senior.
    Advanced,
}

impl Level {
    /// The level of that name, as in a question file.
    pub fn parse(name: &str) -> Option<Level> {
        match name {
            "beginner" => Some(Level::Beginner),
            "intermediate" => Some(Level::Intermediate),
            "advanced" => Some(Level::Advanced),
            _ => None,
        }
    }

    /// As in a question file and as shown.
    pub fn name(self) -> &'static str {
        match self {
            Level::Beginner => "beginner",
            Level::Intermediate => "intermediate",
            Level::Advanced => "advanced",
        }
    }
}

/// HTML made by the bank's compiler from a question file. Nothing else can make one outside this
/// crate's compiler, so it may be set as inner HTML.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Html(pub(crate) String);

impl Html {
    /// The markup.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A line of code as the spaces before it and the rest, so that a narrow screen can wrap the
    /// rest without losing the indentation.
    pub fn split_indent(&self) -> (usize, &str) {
        let rest = self.0.trim_start_matches(' ');
        (self.0.len() - rest.len(), rest)
    }
}

/// All that is shown of a question once it is opened.
#[derive(Clone, PartialEq, Debug)]
pub struct Body {
    /// The question as asked.
    pub question: Html,
    /// Design: what a good candidate asks first, with the answers.
    pub clarify: Option<Html>,
    /// The first paragraph of the answer; stands alone.
    pub short_answer: Html,
    /// The rest of the answer; empty when the short answer is all of it.
    pub answer: Html,
    /// 3 to 6 claims to tick off after answering aloud; inline HTML each.
    pub key_points: Vec<Html>,
    /// Design: how an interviewer scores the answer.
    pub rubric: Option<Rubric>,
    /// The Code section: prose, code and its verified output.
    pub code: Option<Html>,
    /// Coding: what runs.
    pub exercise: Option<Exercise>,
    /// In the order of `Entry::checks`.
    pub checks: Vec<Check>,
    /// What the interviewer asks next.
    pub follow_ups: Vec<FollowUp>,
    /// Where the statements are confirmed.
    pub references: Vec<Reference>,
}

/// How an interviewer scores a design.
#[derive(Clone, PartialEq, Debug)]
pub struct Rubric {
    /// Points and what a good answer does for them.
    pub lines: Vec<(u8, Html)>,
    /// Best first.
    pub bands: Vec<Band>,
}

/// A judgement and the least points for it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Band {
    /// At least these many.
    pub points: u8,
    /// Like `strong hire`.
    pub judgement: String,
}

/// What the interviewer asks next.
#[derive(Clone, PartialEq, Debug)]
pub enum FollowUp {
    /// A question of this bank.
    Question(QuestionId),
    /// A planned question, by its title, or a sentence; inline HTML.
    Sentence(Html),
}

/// A page that states what the answer claims.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reference {
    /// What the page is called; inline HTML.
    pub title: Html,
    /// An `https` address.
    pub url: String,
}

wire!(
    enum Kind {
        Concept,
        Coding,
        Design,
    }
);
wire!(
    enum Level {
        Beginner,
        Intermediate,
        Advanced,
    }
);
wire!(
    struct CheckEntry {
        name: CheckName,
        kind: CheckKind,
    }
);
wire!(
    struct Entry {
        id: QuestionId,
        rev: u16,
        title: Plain,
        kind: Kind,
        topic: Slug,
        level: Level,
        minutes: u16,
        tags: List<Name>,
        checks: List<CheckEntry>,
    }
);
wire!(
    struct Band {
        points: u8,
        judgement: Plain,
    }
);
wire!(
    struct Rubric {
        lines: List<(u8, Inline)>,
        bands: List<Band>,
    }
);
wire!(
    enum FollowUp {
        Question(QuestionId),
        Sentence(Inline),
    }
);
wire!(
    struct Reference {
        title: Title,
        url: Address,
    }
);
wire!(
    struct Body {
        question: Block,
        clarify: Option<Block>,
        short_answer: Block,
        answer: Block,
        key_points: List<Inline>,
        rubric: Option<Rubric>,
        code: Option<Block>,
        exercise: Option<Exercise>,
        checks: List<Check>,
        follow_ups: List<FollowUp>,
        references: List<Reference>,
    }
);
