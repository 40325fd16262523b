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
    /// Tried, and to be asked again within days.
    Learning,
    /// Not to be asked for a week or more.
    Known,
    /// To be asked again now.
    Due,
    /// Wrong or partly right the last time.
    Missed,
    /// With a bookmark.
    Bookmarked,
}

impl State {
    /// All of them, in the order in which they are offered.
    pub const ALL: [State; 6] = [
        State::Unseen,
        State::Learning,
        State::Known,
        State::Due,
        State::Missed,
        State::Bookmarked,
    ];

    /// For a field.
    pub fn name(self) -> &'static str {
        match self {
            State::Unseen => "unseen",
            State::Learning => "learning",
            State::Known => "known",
            State::Due => "due",
            State::Missed => "missed",
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
            State::Unseen => "not tried",
            State::Learning => "learning",
            State::Known => "known",
            State::Due => "due",
            State::Missed => "wrong last time",
            State::Bookmarked => "bookmarked",
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

#[cfg(test)]
mod tests {
    use super::*;
    use bank::name::QuestionId;

    fn entry(level: Level, kind: Kind) -> Entry {
        Entry {
            id: QuestionId::parse("gil").unwrap(),
            rev: 1,
            title: "The GIL".to_owned(),
            kind,
            topic: Slug::parse("concurrency").unwrap(),
            level,
            minutes: 5,
            tags: Vec::new(),
            checks: Vec::new(),
        }
    }

    #[test]
    fn a_question_is_taken_when_all_of_it_is_as_wanted() {
        let entry = entry(Level::Advanced, Kind::Concept);
        let check = |sought: Sought, expected: bool| {
            assert_eq!(sought.takes(&entry), expected, "{sought:?}");
            assert_eq!(
                sought.is_open(),
                sought
                    == Sought {
                        text: sought.text.clone(),
                        ..Sought::default()
                    }
            );
        };
        let any = Sought::default();
        check(
            Sought {
                text: "unlike".to_owned(),
                ..any.clone()
            },
            true,
        );
        check(any.clone(), true);
        check(
            Sought {
                level: Some(Level::Advanced),
                ..any.clone()
            },
            true,
        );
        check(
            Sought {
                level: Some(Level::Beginner),
                ..any.clone()
            },
            false,
        );
        check(
            Sought {
                kind: Some(Kind::Coding),
                ..any.clone()
            },
            false,
        );
        check(
            Sought {
                topic: Slug::parse("basics").ok(),
                ..any.clone()
            },
            false,
        );
        let topic = Slug::parse("concurrency").ok();
        let both = Sought {
            topic,
            kind: Some(Kind::Concept),
            ..any.clone()
        };
        check(both.clone(), true);
        check(
            Sought {
                level: Some(Level::Intermediate),
                ..both
            },
            false,
        );
        // Who is in a state is known elsewhere.
        check(
            Sought {
                state: Some(State::Due),
                ..any
            },
            true,
        );
    }

    #[test]
    fn every_state_comes_back_from_its_name() {
        for state in State::ALL {
            assert_eq!(State::parse(state.name()), Some(state));
        }
        assert_eq!(State::parse(""), None);
    }
}
