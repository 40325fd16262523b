//! What a person must be told about storage: what happened, what is safe, what they can do.
//!
//! It knows neither screens nor signals; what hinders saving lasts until a save succeeds, and what was
//! found as long as the page.

use crate::storage::load::Found;
use crate::storage::save::Saved;

/// What loading found, and how the last save ended. One does not end the other.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Troubles {
    found: Option<Trouble>,
    saving: Option<Trouble>,
    /// Little room is left.
    is_tight: bool,
    hidden: bool,
}

/// Why answers may not be kept, or what was found instead of them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Trouble {
    /// The browser denies storage.
    Blocked,
    /// No room is left.
    Full,
    /// Little room is left.
    NearlyFull,
    /// A newer build saved some of what is stored.
    Newer {
        /// As found.
        text: String,
    },
    /// A newer build saved the settings.
    NewerSettings,
    /// Some of what was stored could not be read; a copy is kept.
    MovedAside {
        /// As found.
        text: String,
    },
    /// Some of what was stored could not be read, and could not be copied.
    Stuck {
        /// As found.
        text: String,
    },
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

impl Troubles {
    /// What loading has to say.
    pub fn of_loading(found: Found) -> Troubles {
        let mut troubles = Troubles::default();
        match found {
            Found::Fresh | Found::Whole => {}
            Found::Blocked => troubles.saving = Some(Trouble::Blocked),
            Found::Newer { text } => troubles.found = Some(Trouble::Newer { text }),
            Found::MovedAside { text } => troubles.found = Some(Trouble::MovedAside { text }),
            Found::Stuck { text } => troubles.found = Some(Trouble::Stuck { text }),
        }
        troubles
    }

    /// What is to be said after a save.
    #[must_use]
    pub fn after(mut self, saved: Saved) -> Troubles {
        let saving = match saved {
            Saved::Saved => None,
            Saved::Full => Some(Trouble::Full),
            Saved::Blocked => Some(Trouble::Blocked),
        };
        if saving.is_some() && saving != self.saving {
            self.hidden = false;
        }
        self.saving = saving;
        self
    }

    /// What loading again has to say. What was moved aside before is still to be said, unless there is
    /// something graver.
    #[must_use]
    pub fn found_again(mut self, found: Found) -> Troubles {
        let again = Troubles::of_loading(found);
        let found = match (again.found, self.found.clone()) {
            (None | Some(Trouble::Newer { .. }), before @ Some(Trouble::MovedAside { .. }))
            | (None, before @ Some(Trouble::NewerSettings)) => before,
            (again, _) => again,
        };
        if found.is_some() && found != self.found {
            self.hidden = false;
        }
        self.found = found;
        self.saving = again.saving.or(self.saving);
        self
    }

    /// Everything but the settings was erased, with what was found.
    #[must_use]
    pub fn emptied(mut self) -> Troubles {
        self.found = self.found.filter(|it| *it == Trouble::NewerSettings);
        self
    }

    /// A newer build keeps the settings, which is said where nothing graver was found.
    #[must_use]
    pub fn with_newer_settings(mut self) -> Troubles {
        if self.found.is_none() {
            self.found = Some(Trouble::NewerSettings);
            self.hidden = false;
        }
        self
    }

    /// What is to be said with this much room.
    #[must_use]
    pub fn with_room(self, is_tight: bool) -> Troubles {
        Troubles { is_tight, ..self }
    }

    /// The person has read it, and is not told it again.
    #[must_use]
    pub fn hidden(self) -> Troubles {
        Troubles {
            hidden: true,
            ..self
        }
    }

    /// What the person must be told, on every page.
    pub fn notice(&self) -> Option<&Trouble> {
        self.present().filter(|_| !self.hidden)
    }

    /// What is the case, whether the person has read it or not.
    pub fn present(&self) -> Option<&Trouble> {
        static TIGHT: Trouble = Trouble::NearlyFull;
        let tight = self.is_tight.then_some(&TIGHT);
        self.saving.as_ref().or(self.found.as_ref()).or(tight)
    }
}

impl Trouble {
    /// For tests and styles.
    pub fn name(&self) -> &'static str {
        match self {
            Trouble::Blocked => "blocked",
            Trouble::Full => "full",
            Trouble::NearlyFull => "nearly-full",
            Trouble::Newer { .. } => "newer",
            Trouble::NewerSettings => "newer-settings",
            Trouble::MovedAside { .. } => "moved-aside",
            Trouble::Stuck { .. } => "stuck",
        }
    }

    /// The stored text that the person may want to keep.
    pub fn text(&self) -> Option<&str> {
        match self {
            Trouble::Newer { text } | Trouble::MovedAside { text } | Trouble::Stuck { text } => {
                Some(text)
            }
            Trouble::Blocked | Trouble::Full | Trouble::NearlyFull | Trouble::NewerSettings => None,
        }
    }

    /// In plain words.
    pub fn sentences(&self) -> Sentences {
        match self {
            Trouble::Blocked => BLOCKED,
            Trouble::Full => FULL,
            Trouble::NearlyFull => NEARLY_FULL,
            Trouble::Newer { .. } => NEWER,
            Trouble::NewerSettings => NEWER_SETTINGS,
            Trouble::MovedAside { .. } => MOVED_ASIDE,
            Trouble::Stuck { .. } => STUCK,
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

const NEARLY_FULL: Sentences = Sentences {
    happened: "Three quarters of the room that a browser gives to this address are used.",
    safe: "All your answers are kept, and new ones are still saved.",
    remedy: "Save a backup in Settings, and delete data of other sites at this address.",
};

const NEWER: Sentences = Sentences {
    happened: "Some of your answers were saved by a newer Pydrill than this one.",
    safe: "They are untouched, but not shown here. What you answer now is saved beside them.",
    remedy: "Close all tabs of this page and open it again to get the newer one.",
};

const NEWER_SETTINGS: Sentences = Sentences {
    happened: "Your settings were saved by a newer Pydrill than this one.",
    safe: "They are untouched, but not used here. What you set now holds until you close or reload this page.",
    remedy: NEWER.remedy,
};

const MOVED_ASIDE: Sentences = Sentences {
    happened: "Some of the saved answers could not be read.",
    safe: "A copy of them is kept in this browser. All others are here, and new answers are saved.",
    remedy: "Download the copy if you want to look at it or report it.",
};

const STUCK: Sentences = Sentences {
    happened: "Some of the saved answers could not be read, and there is no room for a copy of them.",
    safe: "They are left where they are. All others are here.",
    remedy: "Download them, delete data of other sites at this address, then reload.",
};

#[cfg(test)]
mod tests {
    use super::*;

    fn newer() -> Found {
        Found::Newer { text: "n".into() }
    }

    fn name(trouble: Option<&Trouble>) -> &'static str {
        trouble.map_or("none", Trouble::name)
    }

    #[test]
    fn loading_speaks_of_all_but_the_ordinary() {
        let check = |found: Found, expected: &str| {
            let troubles = Troubles::of_loading(found);
            assert_eq!(name(troubles.notice()), expected);
        };
        check(Found::Fresh, "none");
        check(Found::Whole, "none");
        check(Found::Blocked, "blocked");
        check(newer(), "newer");
        check(Found::MovedAside { text: "a".into() }, "moved-aside");
        check(Found::Stuck { text: "a".into() }, "stuck");
    }

    #[test]
    fn a_save_ends_only_what_it_disproves() {
        let check = |found: Found, saves: &[Saved], expected: &str| {
            let after = |troubles: Troubles, saved: &Saved| troubles.after(*saved);
            let troubles = saves.iter().fold(Troubles::of_loading(found), after);
            assert_eq!(name(troubles.notice()), expected, "{saves:?}");
        };
        check(Found::Fresh, &[Saved::Saved], "none");
        check(Found::Fresh, &[Saved::Full], "full");
        check(Found::Fresh, &[Saved::Full, Saved::Saved], "none");
        check(Found::Blocked, &[Saved::Saved], "none");
        check(newer(), &[Saved::Saved], "newer");
        check(newer(), &[Saved::Full], "full");
        check(newer(), &[Saved::Full, Saved::Saved], "newer");
    }

    #[test]
    fn little_room_is_said_while_nothing_worse_is_the_case() {
        let tight = Troubles::of_loading(Found::Whole).with_room(true);
        assert_eq!(name(tight.notice()), "nearly-full");
        let full = tight.clone().after(Saved::Full);
        assert_eq!(name(full.notice()), "full");
        assert_eq!(name(full.after(Saved::Saved).notice()), "nearly-full");
        assert_eq!(tight.clone().hidden().notice(), None);
        assert_eq!(tight.with_room(false).present(), None);
        let newer = Troubles::of_loading(newer()).with_room(true);
        assert_eq!(name(newer.notice()), "newer");
    }

    #[test]
    fn what_is_found_again_is_said_as_well_and_nothing_that_is_gone() {
        let aside = |text: &str| Found::MovedAside { text: text.into() };
        let check = |before: Found, again: Found, expected: &str, is_shown: bool| {
            let hidden = Troubles::of_loading(before).hidden();
            let troubles = hidden.found_again(again);
            assert_eq!(name(troubles.present()), expected);
            assert_eq!(troubles.notice().is_some(), is_shown, "{expected}");
        };
        check(Found::Whole, Found::Whole, "none", false);
        check(Found::Whole, aside("a"), "moved-aside", true);
        check(aside("a"), Found::Whole, "moved-aside", false);
        check(aside("a"), aside("b"), "moved-aside", true);
        check(aside("a"), newer(), "moved-aside", false);
        check(newer(), newer(), "newer", false);
        check(newer(), Found::Fresh, "none", false);
        check(
            Found::Stuck { text: "a".into() },
            aside("a"),
            "moved-aside",
            true,
        );
        let settings = Troubles::default().with_newer_settings();
        let again = settings.found_again(Found::Whole);
        assert_eq!(name(again.emptied().notice()), "newer-settings");
        let emptied = Troubles::of_loading(aside("a")).emptied();
        assert_eq!(name(emptied.present()), "none");
    }

    /// "Hide this" used to make Settings say that all was well.
    #[test]
    fn what_is_hidden_is_still_the_case_and_a_new_trouble_is_shown() {
        let hidden = Troubles::of_loading(Found::Blocked).hidden();
        assert_eq!(hidden.notice(), None);
        assert_eq!(name(hidden.present()), "blocked");
        let same = hidden.clone().after(Saved::Blocked);
        assert_eq!(same.notice(), None);
        assert_eq!(name(same.after(Saved::Full).notice()), "full");
    }
}
