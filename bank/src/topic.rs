//! Topics and tracks: the two ways in which questions are grouped.

use crate::name::{QuestionId, Slug};
use serde::{Deserialize, Serialize};

/// A subject area: a folder of questions.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Topic {
    /// Stable name.
    pub slug: Slug,
    /// As shown.
    #[serde(with = "crate::wire::text")]
    pub title: String,
}

/// An ordered list of questions for a goal.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Track {
    /// Stable name.
    pub slug: Slug,
    /// As shown.
    #[serde(with = "crate::wire::text")]
    pub title: String,
    /// Whom it is for, a sentence.
    #[serde(with = "crate::wire::text")]
    pub about: String,
    /// In order.
    pub questions: Vec<QuestionId>,
}
