//! The saved shape: JSON that a person can read, written and read by this file alone.
//!
//! Domain types are translated here, so that they can change without changing what is saved. Every
//! released version leaves a sample in `tests/saved/` that must stay readable.

use crate::practice::attempt::{Attempt, Help, Item};
use crate::practice::progress::Progress;
use crate::practice::queue::Step;
use crate::practice::session::{Session, Stage};
use crate::practice::shuffle::Seed;
use crate::practice::time::Moment;
use crate::settings::{Settings, Theme};
use bank::answer::Verdict;
use bank::name::{CheckName, QuestionId};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// The versions that this build writes. It reads all up to them.
const PROGRESS_VERSION: u32 = 2;
const SETTINGS_VERSION: u32 = 1;
const SESSION_VERSION: u32 = 1;

/// Why a saved text could not be used.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unusable {
    /// Written by a newer build.
    Newer,
    /// Not ours, or damaged.
    Unreadable,
}

/// The text that keeps this progress.
pub fn write_progress(progress: &Progress) -> String {
    text(&SavedProgress {
        version: PROGRESS_VERSION,
        attempts: progress.attempts().map(SavedAttempt::from).collect(),
    })
}

/// The progress that a text keeps: all of it, or nothing.
pub fn read_progress(text: &str) -> Result<Progress, Unusable> {
    let saved: SavedProgress = read(text, PROGRESS_VERSION)?;
    let attempts = saved.attempts.into_iter().map(SavedAttempt::attempt);
    let attempts: Option<Vec<Attempt>> = attempts.collect();
    attempts.map(Progress::replay).ok_or(Unusable::Unreadable)
}

/// The text that keeps these settings.
pub fn write_settings(settings: Settings) -> String {
    text(&SavedSettings {
        version: SETTINGS_VERSION,
        theme: settings.theme.word().to_owned(),
    })
}

/// The settings that a text keeps.
pub fn read_settings(text: &str) -> Result<Settings, Unusable> {
    let saved: SavedSettings = read(text, SETTINGS_VERSION)?;
    let theme = Word::read(&saved.theme).ok_or(Unusable::Unreadable)?;
    Ok(Settings { theme })
}

/// The text that keeps this sitting.
pub fn write_session(session: &Session) -> String {
    let step = |step: &Step| (step.question.to_string(), step.check.to_string());
    let verdict = |verdict: &Verdict| verdict.word().to_owned();
    text(&SavedSession {
        version: SESSION_VERSION,
        seed: session.seed().0.to_string(),
        steps: session.steps().iter().map(step).collect(),
        verdicts: session.verdicts().iter().map(verdict).collect(),
        stage: session.stage().word().to_owned(),
    })
}

/// The sitting that a text keeps.
pub fn read_session(text: &str) -> Result<Session, Unusable> {
    let saved: SavedSession = read(text, SESSION_VERSION)?;
    saved.session().ok_or(Unusable::Unreadable)
}

/// Every version so far is read by the newest shape.
fn read<T: DeserializeOwned>(text: &str, newest: u32) -> Result<T, Unusable> {
    let AnyVersion { version } = serde_json::from_str(text).map_err(|_| Unusable::Unreadable)?;
    match version {
        0 => Err(Unusable::Unreadable),
        newer if newer > newest => Err(Unusable::Newer),
        _ => serde_json::from_str(text).map_err(|_| Unusable::Unreadable),
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

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SavedProgress {
    version: u32,
    attempts: Vec<SavedAttempt>,
}

/// An attempt as a row: moment in ms, question, revision, check (empty: aloud; `#exercise`), verdict,
/// help, seconds, runs. A row, because field names would make up most of the text. Version 1 knew no
/// exercises, and its rows end with the seconds.
#[derive(Serialize, Deserialize)]
struct SavedAttempt(
    i64,
    String,
    u16,
    String,
    String,
    String,
    u32,
    #[serde(default)] u16,
);

/// Stands for a check's name, and can be none.
const EXERCISE: &str = "#exercise";

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SavedSettings {
    version: u32,
    theme: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SavedSession {
    version: u32,
    /// Text, because JSON numbers lose precision above 2^53 in other readers.
    seed: String,
    steps: Vec<(String, String)>,
    verdicts: Vec<String>,
    stage: String,
}

impl From<&Attempt> for SavedAttempt {
    fn from(attempt: &Attempt) -> SavedAttempt {
        let check = match &attempt.item {
            Item::Aloud => String::new(),
            Item::Exercise => EXERCISE.to_owned(),
            Item::Check(name) => name.to_string(),
        };
        SavedAttempt(
            attempt.at.0,
            attempt.question.to_string(),
            attempt.rev,
            check,
            attempt.verdict.word().to_owned(),
            attempt.help.word().to_owned(),
            attempt.seconds,
            attempt.runs,
        )
    }
}

impl SavedAttempt {
    fn attempt(self) -> Option<Attempt> {
        let SavedAttempt(at, question, rev, check, verdict, help, seconds, runs) = self;
        let item = match check.as_str() {
            "" => Item::Aloud,
            EXERCISE => Item::Exercise,
            name => Item::Check(CheckName::parse(name).ok()?),
        };
        Some(Attempt {
            at: Moment(at),
            question: QuestionId::parse(&question).ok()?,
            rev,
            item,
            verdict: Word::read(&verdict)?,
            help: Word::read(&help)?,
            seconds,
            runs,
        })
    }
}

impl SavedSession {
    fn session(self) -> Option<Session> {
        let step = |(question, check): &(String, String)| {
            Some(Step {
                question: QuestionId::parse(question).ok()?,
                check: CheckName::parse(check).ok()?,
            })
        };
        let steps: Option<Vec<Step>> = self.steps.iter().map(step).collect();
        let verdict = |word: &String| Word::read(word);
        let verdicts: Option<Vec<Verdict>> = self.verdicts.iter().map(verdict).collect();
        let seed = Seed(self.seed.parse().ok()?);
        Session::resume(steps?, seed, verdicts?, Word::read(&self.stage)?)
    }
}

/// What is saved as a word. A derived format for each type would be downloaded once for each.
trait Word: Copy + 'static {
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

#[cfg(test)]
mod tests {
    use super::*;

    const OLD_PROGRESS: &str = include_str!("../../tests/saved/progress-v1.json");
    const PROGRESS: &str = include_str!("../../tests/saved/progress-v2.json");
    const SETTINGS: &str = include_str!("../../tests/saved/settings-v1.json");
    const SESSION: &str = include_str!("../../tests/saved/session-v1.json");

    #[test]
    fn what_was_saved_is_read_whole_and_written_the_same() {
        let progress = read_progress(PROGRESS).unwrap();
        assert_eq!(progress.attempts().len(), 6);
        assert_eq!(write_progress(&progress), PROGRESS.trim_end());
        let session = read_session(SESSION).unwrap();
        assert_eq!(write_session(&session), SESSION.trim_end());
        let settings = read_settings(SETTINGS).unwrap();
        assert_eq!(settings, Settings { theme: Theme::Dark });
        assert_eq!(write_settings(settings), SETTINGS.trim_end());
    }

    #[test]
    fn what_version_1_saved_is_taken_over() {
        let old = read_progress(OLD_PROGRESS).unwrap();
        let new = read_progress(PROGRESS).unwrap();
        assert!(old.attempts().eq(new.attempts().take(4)));
        assert_eq!(old.attempts().len(), 4);
    }

    #[test]
    fn a_text_is_used_whole_or_not_at_all() {
        let check = |text: &str, expected: Unusable| {
            assert_eq!(read_progress(text), Err(expected), "{text}");
        };
        check("", Unusable::Unreadable);
        check("null", Unusable::Unreadable);
        check("[1]", Unusable::Unreadable);
        check(r#"{"version":0,"attempts":[]}"#, Unusable::Unreadable);
        check(r#"{"version":-1,"attempts":[]}"#, Unusable::Unreadable);
        check(r#"{"version":1}"#, Unusable::Unreadable);
        check(
            r#"{"version":1,"attempts":[],"more":1}"#,
            Unusable::Unreadable,
        );
        check(r#"{"version":3,"anything":{}}"#, Unusable::Newer);
        check(
            &PROGRESS.replace("#exercise", "#other"),
            Unusable::Unreadable,
        );
        check(&PROGRESS.replace(",7]", ",70000]"), Unusable::Unreadable);
        check(
            &PROGRESS.replace("slicing", "Not A Name"),
            Unusable::Unreadable,
        );
        check(&PROGRESS.replace("partly", "nearly"), Unusable::Unreadable);
        check(
            PROGRESS.trim_end().trim_end_matches('}'),
            Unusable::Unreadable,
        );
    }

    #[test]
    fn a_session_whose_parts_do_not_fit_is_unreadable() {
        let check = |from: &str, to: &str| {
            assert!(SESSION.contains(from), "{from}");
            assert_eq!(
                read_session(&SESSION.replace(from, to)),
                Err(Unusable::Unreadable),
                "{to}"
            );
        };
        check("\"reading\"", "\"over\"");
        check("\"seed\":\"", "\"seed\":\"x");
        check("gil", "GIL");
    }
}
