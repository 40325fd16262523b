//! What a person wants to see of all questions: words, and what they have in common.

use bank::name::Slug;
use bank::question::{Entry, Kind, Level};

/// What is wanted; by default everything.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Sought {
    /// As it was typed.
    pub text: String,
    /// Of this topic only.
    pub topic: Option<Slug>,
    /// Of this level only.
    pub level: Option<Level>,
    /// Of this kind only.
    pub kind: Option<Kind>,
    /// In this state only.
    pub state: Option<State>,
}

/// How a question stands with a person.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// Never tried.
    Unseen,
    /// Wrong or partly right the last time.
    Missed,
    /// Right the last time.
    Right,
    /// With a bookmark.
    Bookmarked,
}

impl State {
    /// All of them, in the order in which they are offered.
    pub const ALL: [State; 4] = [
        State::Unseen,
        State::Missed,
        State::Right,
        State::Bookmarked,
    ];

    /// For a field.
    pub fn name(self) -> &'static str {
        match self {
            State::Unseen => "unseen",
            State::Missed => "missed",
            State::Right => "right",
            State::Bookmarked => "bookmarked",
        }
    }

    /// The state of that name.
    pub fn parse(name: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.name() == name)
    }

    /// As shown.
    pub fn label(self) -> &'static str {
        match self {
            State::Unseen => "Not tried",
            State::Missed => "Wrong last time",
            State::Right => "Right last time",
            State::Bookmarked => "Bookmarked",
        }
    }
}

impl Sought {
    /// Whether a question is of the topic, the level and the kind that are wanted.
    pub fn takes(&self, entry: &Entry) -> bool {
        self.topic
            .as_ref()
            .is_none_or(|topic| *topic == entry.topic)
            && self.level.is_none_or(|level| level == entry.level)
            && self.kind.is_none_or(|kind| kind == entry.kind)
    }

    /// Whether everything is wanted, but for the words.
    pub fn is_open(&self) -> bool {
        let Sought {
            text: _,
            topic,
            level,
            kind,
            state,
        } = self;
        topic.is_none() && level.is_none() && kind.is_none() && state.is_none()
    }
}
