//! What a person must be told about storage: what happened, what is safe, what they can do.
//!
//! It knows neither screens nor signals; a trouble lasts until a save succeeds or the person has
//! taken note of it.

use crate::storage::load::Loaded;
use crate::storage::save::Saved;

/// Why answers may not be kept, or what was found instead of them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Trouble {
    /// The browser denies storage.
    Blocked,
    /// No room is left.
    Full,
    /// A newer build saved what is stored.
    Newer {
        /// As found.
        text: String,
    },
    /// What was stored could not be read; a copy is kept.
    MovedAside {
        /// As found.
        text: String,
    },
    /// What was stored could not be read, and could not be copied.
    Stuck {
        /// As found.
        text: String,
    },
    /// Another tab stored what this build cannot read.
    LeftAlone,
}

/// What happened, what is safe, what to do: a sentence each.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sentences {
    /// What happened.
    pub happened: &'static str,
    /// What is safe, and what is not.
    pub safe: &'static str,
    /// What the person can do.
    pub remedy: &'static str,
}

impl Trouble {
    /// What loading has to say.
    pub fn of_loading(loaded: &Loaded) -> Option<Trouble> {
        match loaded {
            Loaded::Fresh | Loaded::Progress(_) => None,
            Loaded::Blocked => Some(Trouble::Blocked),
            Loaded::Newer { text } => Some(Trouble::Newer { text: text.clone() }),
            Loaded::MovedAside { text } => Some(Trouble::MovedAside { text: text.clone() }),
            Loaded::Stuck { text } => Some(Trouble::Stuck { text: text.clone() }),
        }
    }

    /// What is to be said after a save, given what was said before it.
    pub fn after(before: Option<Trouble>, saved: Saved) -> Option<Trouble> {
        match (saved, before) {
            (Saved::Saved, Some(Trouble::Blocked | Trouble::Full | Trouble::LeftAlone)) => None,
            (Saved::Saved, before) => before,
            (Saved::Full, _) => Some(Trouble::Full),
            (Saved::Blocked, _) => Some(Trouble::Blocked),
            (Saved::LeftAlone, Some(before @ (Trouble::Newer { .. } | Trouble::Stuck { .. }))) => {
                Some(before)
            }
            (Saved::LeftAlone, _) => Some(Trouble::LeftAlone),
        }
    }

    /// For tests and styles.
    pub fn name(&self) -> &'static str {
        match self {
            Trouble::Blocked => "blocked",
            Trouble::Full => "full",
            Trouble::Newer { .. } => "newer",
            Trouble::MovedAside { .. } => "moved-aside",
            Trouble::Stuck { .. } => "stuck",
            Trouble::LeftAlone => "left-alone",
        }
    }

    /// The stored text that the person may want to keep.
    pub fn text(&self) -> Option<&str> {
        match self {
            Trouble::Newer { text } | Trouble::MovedAside { text } | Trouble::Stuck { text } => {
                Some(text)
            }
            Trouble::Blocked | Trouble::Full | Trouble::LeftAlone => None,
        }
    }

    /// In plain words.
    pub fn sentences(&self) -> Sentences {
        match self {
            Trouble::Blocked => BLOCKED,
            Trouble::Full => FULL,
            Trouble::Newer { .. } => NEWER,
            Trouble::MovedAside { .. } => MOVED_ASIDE,
            Trouble::Stuck { .. } => STUCK,
            Trouble::LeftAlone => LEFT_ALONE,
        }
    }
}

const BLOCKED: Sentences = Sentences {
    happened: "Your browser does not let this page keep anything.",
    safe: "You can practise, but your answers are gone when you close or reload this page.",
    remedy: "Allow site data for this address, or leave the private window, then reload.",
};

const FULL: Sentences = Sentences {
    happened: "There is no room left for your answers in this browser.",
    safe: "Earlier answers are kept. Those you give now are gone when you close or reload this page.",
    remedy: "Delete data of other sites at this address, then answer once more.",
};

const NEWER: Sentences = Sentences {
    happened: "Your answers were saved by a newer Pydrill than this one.",
    safe: "They are untouched. What you answer now is not saved, so that nothing is overwritten.",
    remedy: "Close all tabs of this page and open it again to get the newer one.",
};

const MOVED_ASIDE: Sentences = Sentences {
    happened: "The saved answers could not be read.",
    safe: "A copy of them is kept in this browser. You start anew, and new answers are saved.",
    remedy: "Download the copy if you want to look at it or report it.",
};

const STUCK: Sentences = Sentences {
    happened: "The saved answers could not be read, and there is no room for a copy of them.",
    safe: "They are left where they are. What you answer now is not saved.",
    remedy: "Download them, delete data of other sites at this address, then reload.",
};

const LEFT_ALONE: Sentences = Sentences {
    happened: "Something else has replaced your saved answers while this page was open.",
    safe: "It was left alone. What you answer now is not saved.",
    remedy: "Close all tabs of this page and open it again.",
};

#[cfg(test)]
mod tests {
    use super::*;

    fn newer() -> Trouble {
        Trouble::Newer { text: "n".into() }
    }

    fn aside() -> Trouble {
        Trouble::MovedAside { text: "a".into() }
    }

    #[test]
    fn loading_speaks_of_all_but_the_ordinary() {
        let check = |loaded: Loaded, expected: Option<Trouble>| {
            assert_eq!(Trouble::of_loading(&loaded), expected, "{loaded:?}");
        };
        check(Loaded::Fresh, None);
        check(Loaded::Progress(Default::default()), None);
        check(Loaded::Blocked, Some(Trouble::Blocked));
        check(Loaded::Newer { text: "n".into() }, Some(newer()));
        check(Loaded::MovedAside { text: "a".into() }, Some(aside()));
    }

    #[test]
    fn a_save_takes_back_only_what_it_disproves() {
        let check = |before: Option<Trouble>, saved: Saved, expected: Option<Trouble>| {
            assert_eq!(
                Trouble::after(before.clone(), saved),
                expected,
                "{before:?} {saved:?}"
            );
        };
        check(None, Saved::Saved, None);
        check(Some(Trouble::Full), Saved::Saved, None);
        check(Some(Trouble::Blocked), Saved::Saved, None);
        check(Some(aside()), Saved::Saved, Some(aside()));
        check(None, Saved::Full, Some(Trouble::Full));
        check(Some(aside()), Saved::Blocked, Some(Trouble::Blocked));
        check(Some(newer()), Saved::LeftAlone, Some(newer()));
        check(None, Saved::LeftAlone, Some(Trouble::LeftAlone));
    }
}
