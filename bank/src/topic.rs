//! Topics and tracks: the two ways in which questions are grouped.

use crate::name::{QuestionId, Slug};
use crate::wire::field::{List, Plain};
use crate::wire::wire;

/// A subject area: a folder of questions.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Topic {
    /// Stable name.
    pub slug: Slug,
    /// As shown.
    pub title: String,
}

/// An ordered list of questions for a goal.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Track {
    /// Stable name.
    pub slug: Slug,
    /// As shown.
    pub title: String,
    /// Whom it is for, a sentence.
    pub about: String,
    /// In order.
    pub questions: Vec<QuestionId>,
}

wire!(
    struct Topic {
        slug: Slug,
        title: Plain,
    }
);
wire!(
    struct Track {
        slug: Slug,
        title: Plain,
        about: Plain,
        questions: List<QuestionId>,
    }
);
