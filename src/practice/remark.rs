//! What a person says about a question beside answering it: a bookmark, and a note.
//!
//! Of two remarks the later one is meant, wherever each was made; so tabs, devices and backups are joined
//! in any order, and joining again changes nothing. What is taken away is a remark too: an empty one.

use crate::practice::time::Moment;

/// Longer notes are not taken, in UTF-16 units as a field counts them.
pub const LONGEST: usize = 4_000;

/// Which remark it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// To come back to.
    Bookmark,
    /// In the person's own words.
    Note,
}

/// A remark, and when it was made.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Remark {
    /// When.
    pub at: Moment,
    /// What; of a bookmark only whether it is empty counts.
    pub text: String,
}

impl Kind {
    /// Both.
    pub const ALL: [Kind; 2] = [Kind::Bookmark, Kind::Note];
}

impl Remark {
    /// Of two, the one that counts.
    #[must_use]
    pub fn or_later(self, other: Remark) -> Remark {
        if other.counts_before(&self) {
            other
        } else {
            self
        }
    }

    /// Whether it was made later. Of two at one moment one counts everywhere.
    pub fn counts_before(&self, other: &Remark) -> bool {
        (self.at, &self.text) > (other.at, &other.text)
    }

    /// What is said instead of this at a moment, or right after it when a clock was set back.
    pub fn follow(known: Option<&Remark>, text: String, now: Moment) -> Remark {
        let after = known.map(|known| Moment(known.at.0.saturating_add(1)));
        Remark {
            at: after.map_or(now, |after| after.max(now)),
            text,
        }
    }
}

/// Whether a note may be as long as this.
pub fn fits(text: &str) -> bool {
    text.encode_utf16().count() <= LONGEST
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use proptest::prelude::*;

    pub(crate) fn any_remark() -> impl Strategy<Value = Remark> {
        (0..4_i64, "[ab\"\\\\\n😀]{0,3}").prop_map(|(at, text)| Remark {
            at: Moment(at),
            text,
        })
    }

    #[test]
    fn what_is_said_next_counts_whatever_the_clock_says() {
        let known = Remark {
            at: Moment(9),
            text: "a".to_owned(),
        };
        for now in [3, 9, 10, 11] {
            let next = Remark::follow(Some(&known), String::new(), Moment(now));
            assert!(next.counts_before(&known));
            assert!(next.at >= Moment(now));
        }
        assert_eq!(Remark::follow(None, String::new(), Moment(3)).at, Moment(3));
    }

    #[test]
    fn a_note_is_as_long_as_a_field_takes() {
        assert!(fits(&"x".repeat(LONGEST)) && !fits(&"x".repeat(LONGEST + 1)));
        assert!(fits(&"😀".repeat(LONGEST / 2)) && !fits(&"😀".repeat(LONGEST / 2 + 1)));
    }

    proptest! {
        #[test]
        fn remarks_are_joined_in_any_order(a in any_remark(), b in any_remark(), c in any_remark()) {
            let both = a.clone().or_later(b.clone());
            prop_assert_eq!(&both, &b.clone().or_later(a.clone()));
            prop_assert_eq!(&both, &both.clone().or_later(a.clone()));
            prop_assert_eq!(&a, &a.clone().or_later(a.clone()));
            prop_assert_eq!(both.or_later(c.clone()), a.or_later(b.or_later(c)));
        }
    }
}
