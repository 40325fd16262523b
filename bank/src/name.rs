//! The names by which content is addressed: stable, lower case, safe in a path and in an address.
//!
//! A name is parsed once, where text enters; there is no way to change one afterwards.

use crate::wire::field::Name;
use crate::wire::{Reader, Wire, Writer};
use std::fmt;

/// A question's id: its file name without `.md`. It never changes and is never reused.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct QuestionId(String);

/// The name of a check, unique within its question.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct CheckName(String);

/// The slug of a topic or of a track.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Slug(String);

/// Why a text is not a name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NotAName;

impl fmt::Display for NotAName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name is 1 to 48 lower-case letters, digits and single hyphens between them")
    }
}

fn is_name(text: &str) -> bool {
    text.len() <= 48
        && text.split('-').all(|part| {
            !part.is_empty()
                && part
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        })
}

macro_rules! name {
    ($type:ident) => {
        impl $type {
            /// Accepts a valid name and nothing else.
            pub fn parse(text: &str) -> Result<Self, NotAName> {
                if is_name(text) {
                    Ok(Self(text.to_owned()))
                } else {
                    Err(NotAName)
                }
            }

            /// The name as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Wire for $type {
            type Value = Self;

            fn read(from: &mut Reader<'_>) -> Self {
                Self(Name::read(from))
            }

            fn write(name: &Self, to: &mut Writer) {
                Name::write(&name.0, to);
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

name!(QuestionId);
name!(CheckName);
name!(Slug);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_words_joined_by_single_hyphens() {
        for good in ["gil", "python2-vs-python3", "a", "2"] {
            assert!(QuestionId::parse(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "-",
            "a-",
            "-a",
            "a--b",
            "A",
            "a b",
            "ä",
            "a/b",
            &"x".repeat(49),
        ] {
            assert!(QuestionId::parse(bad).is_err(), "{bad}");
        }
    }
}
