//! The saved shapes that are JSON: a backup with what versions before the log kept, the settings, a
//! sitting.
//!
//! Domain types are translated here, so that they can change without changing what is saved. Every
//! released version leaves a sample in `tests/saved/` that must stay readable.

pub mod answer;
pub mod backup;
pub mod session;
pub mod settings;

use crate::practice::attempt::{Confidence, Help};
use crate::practice::session::{Mode, Stage};
use crate::settings::Theme;
use crate::storage::Unusable;
use crate::storage::json::{self, Value};
use bank::answer::Verdict;

/// Reads a text of a version up to `newest`, which has no other fields than these.
fn read<'a>(text: &'a str, newest: u32, fields: &[&str]) -> Result<Value<'a>, Unusable> {
    let value = json::read(text).ok_or(Unusable::Unreadable)?;
    match value.field("version").and_then(Value::number::<u32>) {
        Some(version) if version > newest => Err(Unusable::Newer),
        Some(1..) if value.has_only(fields) => Ok(value),
        Some(_) | None => Err(Unusable::Unreadable),
    }
}

/// A list: what stands between its brackets is written by `part`, for each item. Names and words need
/// no escapes.
fn write_list<T>(
    to: &mut String,
    items: impl IntoIterator<Item = T>,
    part: impl Fn(&mut String, T),
) {
    to.push('[');
    for (place, item) in items.into_iter().enumerate() {
        if place > 0 {
            to.push(',');
        }
        part(to, item);
    }
    to.push(']');
}

fn write_text(to: &mut String, text: &str) {
    to.push('"');
    to.push_str(text);
    to.push('"');
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

impl Word for Confidence {
    const ALL: &[Confidence] = &[Confidence::Guess, Confidence::ThinkSo, Confidence::Sure];

    fn word(self) -> &'static str {
        match self {
            Confidence::Guess => "guess",
            Confidence::ThinkSo => "think-so",
            Confidence::Sure => "sure",
        }
    }
}

impl Word for Mode {
    const ALL: &[Mode] = &[Mode::Study, Mode::Exam];

    fn word(self) -> &'static str {
        match self {
            Mode::Study => "study",
            Mode::Exam => "exam",
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
