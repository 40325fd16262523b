//! A backup, which is JSON that a person can read, and what versions before the log kept in the same
//! shape: version 1 knew no runs and version 2 no moment of its own and nothing that was taken back.
//!
//! A text is read whole or not at all.

use crate::practice::attempt::{Attempt, Item};
use crate::practice::history::{History, Row, Said, Subject, SubjectId, Subjects, Undo};
use crate::practice::time::Moment;
use crate::storage::Unusable;
use crate::storage::shape::{self, Word};
use bank::name::{CheckName, QuestionId};
use serde::{Deserialize, Serialize};

const VERSION: u32 = 3;
/// The check of an exercise; no check has this name.
const EXERCISE: &str = "#exercise";

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Saved {
    version: u32,
    /// When the backup was made, in ms.
    #[serde(default)]
    made: i64,
    attempts: Vec<SavedAttempt>,
    #[serde(default)]
    undone: Vec<SavedUndo>,
}

/// An attempt as a row: moment in ms, question, revision, check (empty: aloud), verdict, help,
/// seconds, runs. A row, because field names would make up most of the text.
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

/// An attempt that was taken back: moment, question, revision, check.
#[derive(Serialize, Deserialize)]
struct SavedUndo(i64, String, u16, String);

/// The text of a backup that is made at a moment.
pub fn write(history: &History, made: Moment) -> String {
    let undone = history.undone().iter();
    shape::text(&Saved {
        version: VERSION,
        made: made.0,
        attempts: history.attempts().map(SavedAttempt::of).collect(),
        undone: undone
            .map(|undo| SavedUndo::of(undo.at, history.subjects().of(undo.subject)))
            .collect(),
    })
}

/// The history that a text keeps: all of it, or nothing.
pub fn read(text: &str) -> Result<History, Unusable> {
    let saved: Saved = shape::read(text, VERSION)?;
    saved.history().ok_or(Unusable::Unreadable)
}

impl Saved {
    fn history(&self) -> Option<History> {
        let mut subjects = Subjects::default();
        let row = |attempt: &SavedAttempt| attempt.row(&mut subjects);
        let rows: Option<Vec<Row>> = self.attempts.iter().map(row).collect();
        let undo = |SavedUndo(at, question, rev, check): &SavedUndo| {
            let subject = subject(&mut subjects, question, *rev, check)?;
            let at = Moment(*at);
            Some(Undo { at, subject })
        };
        let undone: Option<Vec<Undo>> = self.undone.iter().map(undo).collect();
        Some(History::of(subjects, rows?, undone?))
    }
}

impl SavedAttempt {
    fn of(attempt: Attempt) -> SavedAttempt {
        SavedAttempt(
            attempt.at.0,
            attempt.question.to_string(),
            attempt.rev,
            check_of(&attempt.item).to_owned(),
            attempt.verdict.word().to_owned(),
            attempt.help.word().to_owned(),
            attempt.seconds,
            attempt.runs,
        )
    }

    fn row(&self, subjects: &mut Subjects) -> Option<Row> {
        let SavedAttempt(at, question, rev, check, verdict, help, seconds, runs) = self;
        Some(Row {
            at: Moment(*at),
            subject: subject(subjects, question, *rev, check)?,
            said: Said::new(Word::read(verdict)?, Word::read(help)?),
            seconds: *seconds,
            runs: *runs,
        })
    }
}

impl SavedUndo {
    fn of(at: Moment, subject: &Subject) -> SavedUndo {
        let check = check_of(&subject.item).to_owned();
        SavedUndo(at.0, subject.question.to_string(), subject.rev, check)
    }
}

fn check_of(item: &Item) -> &str {
    match item {
        Item::Aloud => "",
        Item::Check(name) => name.as_str(),
        Item::Exercise => EXERCISE,
    }
}

fn subject(subjects: &mut Subjects, question: &str, rev: u16, check: &str) -> Option<SubjectId> {
    let item = match check {
        "" => Item::Aloud,
        EXERCISE => Item::Exercise,
        name => Item::Check(CheckName::parse(name).ok()?),
    };
    let question = QuestionId::parse(question).ok()?;
    Some(subjects.id(Subject {
        question,
        item,
        rev,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::history::tests::any_log;
    use proptest::prelude::*;

    const V1: &str = include_str!("../../../tests/saved/progress-v1.json");
    const V2: &str = include_str!("../../../tests/saved/progress-v2.json");
    const BACKUP: &str = include_str!("../../../tests/saved/backup-v3.json");

    #[test]
    fn every_version_is_read_whole_and_the_last_is_written_the_same() {
        let (old, new) = (read(V1).unwrap(), read(V2).unwrap());
        assert_eq!((old.len(), new.len()), (4, 6));
        assert!(old.attempts().eq(new.attempts().take(4)));
        let backup = read(BACKUP).unwrap();
        assert_eq!((backup.len(), backup.undone().len()), (4, 1));
        assert_eq!(write(&backup, Moment(1_795_000_000_000)), BACKUP.trim_end());
    }

    #[test]
    fn a_text_is_used_whole_or_not_at_all() {
        let check =
            |text: &str, expected: Unusable| assert_eq!(read(text), Err(expected), "{text}");
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
        check(r#"{"version":4,"anything":{}}"#, Unusable::Newer);
        check(&V1.replace("slicing", "Not A Name"), Unusable::Unreadable);
        check(&V1.replace("partly", "nearly"), Unusable::Unreadable);
        check(V1.trim_end().trim_end_matches('}'), Unusable::Unreadable);
    }

    proptest! {
        #[test]
        fn every_history_comes_back(log in any_log(), undos in 0..3) {
            let mut history = History::replay(log);
            for _ in 0..undos {
                history.undo_last();
            }
            prop_assert_eq!(read(&write(&history, Moment(1))), Ok(history));
        }
    }
}
