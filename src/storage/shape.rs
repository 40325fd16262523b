//! The saved shapes that are JSON: a backup with what versions before the log kept, the settings, a
//! sitting.
//!
//! Domain types are translated here, so that they can change without changing what is saved. Every
//! released version leaves a sample in `tests/saved/` that must stay readable.

pub mod backup;
pub mod session;
pub mod settings;

use crate::practice::attempt::Help;
use crate::practice::session::Stage;
use crate::settings::Theme;
use crate::storage::Unusable;
use bank::answer::Verdict;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// Reads a text of a version up to `newest`.
fn read<T: DeserializeOwned>(text: &str, newest: u32) -> Result<T, Unusable> {
    let parsed: Result<AnyVersion, _> = serde_json::from_str(text);
    match parsed.map(|any| any.version) {
        Ok(version) if version > newest => Err(Unusable::Newer),
        Ok(1..) => serde_json::from_str(text).map_err(|_| Unusable::Unreadable),
        Ok(0) | Err(_) => Err(Unusable::Unreadable),
    }
}

/// These shapes have text keys and no fallible serializer, so there is always a text.
fn text(shape: &impl Serialize) -> String {
    serde_json::to_string(shape).unwrap_or_default()
}

#[derive(Deserialize)]
struct AnyVersion {
    version: u32,
}

/// What is saved as a word. A derived format for each type would be downloaded once for each.
pub(crate) trait Word: Copy + 'static {
    const ALL: &[Self];

    fn word(self) -> &'static str;

    fn read(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|it| it.word() == word)
    }
}

impl Word for Verdict {
    const ALL: &[Verdict] = &[
        Verdict::Correct,
        Verdict::Partly,
        Verdict::Wrong,
        Verdict::CouldNotRun,
    ];

    fn word(self) -> &'static str {
        match self {
            Verdict::Correct => "correct",
            Verdict::Partly => "partly",
            Verdict::Wrong => "wrong",
            Verdict::CouldNotRun => "could-not-run",
        }
    }
}

impl Word for Help {
    const ALL: &[Help] = &[Help::None, Help::Hint];

    fn word(self) -> &'static str {
        match self {
            Help::None => "none",
            Help::Hint => "hint",
        }
    }
}

impl Word for Stage {
    const ALL: &[Stage] = &[Stage::Asking, Stage::Reading, Stage::Over];

    fn word(self) -> &'static str {
        match self {
            Stage::Asking => "asking",
            Stage::Reading => "reading",
            Stage::Over => "over",
        }
    }
}

impl Word for Theme {
    const ALL: &[Theme] = &[Theme::System, Theme::Light, Theme::Dark];

    fn word(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }
}
