//! The headings of a question file, and which of them each kind of question has.

use super::super::arrange::Slot;
use crate::question::Kind;
use std::fmt;

/// The headings of a file, in the order that all kinds share.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Heading {
    Question,
    Clarify,
    Starter,
    Answer,
    Rubric,
    KeyPoints,
    Code,
    Solution,
    Tests,
    Mistake,
    Check,
    FollowUps,
    References,
}

impl Heading {
    pub(crate) const ALL: [Heading; 13] = [
        Heading::Question,
        Heading::Clarify,
        Heading::Starter,
        Heading::Answer,
        Heading::Rubric,
        Heading::KeyPoints,
        Heading::Code,
        Heading::Solution,
        Heading::Tests,
        Heading::Mistake,
        Heading::Check,
        Heading::FollowUps,
        Heading::References,
    ];

    pub(crate) fn words(self) -> &'static str {
        match self {
            Heading::Question => "Question",
            Heading::Clarify => "Clarify",
            Heading::Starter => "Starter",
            Heading::Answer => "Answer",
            Heading::Rubric => "Rubric",
            Heading::KeyPoints => "Key points",
            Heading::Code => "Code",
            Heading::Solution => "Solution",
            Heading::Tests => "Tests",
            Heading::Mistake => "Mistake",
            Heading::Check => "Check",
            Heading::FollowUps => "Follow-ups",
            Heading::References => "References",
        }
    }

    /// The heading, and the words after it that name the section.
    pub(crate) fn parse(text: &str) -> Option<(Heading, &str)> {
        let named = [Heading::Solution, Heading::Mistake, Heading::Check];
        Heading::ALL.into_iter().find_map(|heading| {
            let rest = text.strip_prefix(heading.words())?;
            let fits = match named.contains(&heading) {
                true => rest.is_empty() || rest.starts_with(' '),
                false => rest.is_empty(),
            };
            fits.then(|| (heading, rest.trim()))
        })
    }

    /// Whether a kind of question has this section, and how often; without a kind any goes.
    pub(crate) fn slot(self, kind: Option<Kind>) -> Option<Slot<Heading>> {
        use Heading::*;
        let Some(kind) = kind else {
            return Some(Slot::any(self));
        };
        match (self, kind) {
            (Question | Answer | KeyPoints | References, _) => Some(Slot::one(self)),
            (Check, _) => Some(Slot::many(self)),
            (FollowUps, _) | (Code, Kind::Concept | Kind::Design) => Some(Slot::optional(self)),
            (Clarify | Rubric, Kind::Design) => Some(Slot::one(self)),
            (Starter | Tests, Kind::Coding) => Some(Slot::one(self)),
            (Solution | Mistake, Kind::Coding) => Some(Slot::many(self)),
            (Clarify | Rubric, Kind::Concept | Kind::Coding)
            | (Starter | Tests | Solution | Mistake, Kind::Concept | Kind::Design)
            | (Code, Kind::Coding) => None,
        }
    }
}

impl fmt::Display for Heading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`## {}`", self.words())
    }
}
