//! A backup, which is JSON that a person can read, and what versions before the log kept in the same
//! shape: version 1 knew no runs, version 2 no moment of its own and nothing that was taken back, and
//! version 3 neither how sure the person was nor which slip they made.
//!
//! A text is read whole or not at all.

pub mod beside;

use crate::practice::attempt::Item;
use crate::practice::history::History;
use crate::practice::history::row::{Row, Said, Undo};
use crate::practice::history::subject::{Subject, SubjectId, Subjects};
use crate::practice::slip::Slip;
use crate::practice::time::Moment;
use crate::storage::Unusable;
use crate::storage::json::Value;
use crate::storage::shape::{self, Word};
use bank::name::{CheckName, QuestionId};

const VERSION: u32 = 4;
const FIELDS: &[&str] = &[
    "version",
    "made",
    "attempts",
    "undone",
    "bookmarks",
    "notes",
    "drafts",
];
/// Many times more than there are questions; a text that names more is none of ours.
const MOST: usize = 50_000;
/// The check of an exercise; no check has this name.
const EXERCISE: &str = "#exercise";

/// The text of a backup that is made at a moment. An attempt is a row of moment in ms, question,
/// revision, check (empty: aloud), verdict, help, seconds, runs, how sure the person was, if they said so,
/// and the number of their slip, if it was one: field names would make up most of it.
pub fn write(history: &History, made: Moment) -> String {
    let subjects = history.subjects();
    let mut text = [
        r#"{"version":4,"made":"#,
        &made.0.to_string(),
        r#","attempts":"#,
    ]
    .concat();
    shape::write_list(&mut text, history.rows(), |text, row| {
        write_subject(text, row.at, subjects.of(row.subject));
        text.push(',');
        shape::write_text(text, row.said.verdict().word());
        text.push(',');
        shape::write_text(text, row.said.help().word());
        for number in [row.seconds, row.runs.into()] {
            text.push(',');
            text.push_str(&number.to_string());
        }
        if let Some(confidence) = row.said.confidence() {
            text.push(',');
            shape::write_text(text, confidence.word());
        }
        if let Some(slip) = row.slip {
            text.push(',');
            text.push_str(&slip.number().to_string());
        }
        text.push(']');
    });
    text.push_str(r#","undone":"#);
    shape::write_list(&mut text, history.undone(), |text, undo| {
        write_subject(text, undo.at, subjects.of(undo.subject));
        text.push(']');
    });
    text.push('}');
    text
}

/// The beginning of a row.
fn write_subject(to: &mut String, at: Moment, subject: &Subject) {
    let check = match &subject.item {
        Item::Aloud => "",
        Item::Check(name) => name.as_str(),
        Item::Exercise => EXERCISE,
    };
    let (at, rev) = (at.0.to_string(), subject.rev.to_string());
    let question = subject.question.as_str();
    for part in ["[", &at, ",\"", question, "\",", &rev, ",\"", check, "\""] {
        to.push_str(part);
    }
}

/// The history that a text keeps: all of it, or nothing.
pub fn read(text: &str) -> Result<History, Unusable> {
    let saved = shape::read(text, VERSION, FIELDS)?;
    parsed(&saved).ok_or(Unusable::Unreadable)
}

fn parsed(saved: &Value) -> Option<History> {
    let mut subjects = Subjects::default();
    let mut rows = Vec::new();
    for row in saved.field("attempts")?.list()? {
        rows.push(attempt(&mut subjects, row.list()?)?);
    }
    let mut undone = Vec::new();
    if let Some(saved) = saved.field("undone") {
        for undo in saved.list()? {
            let (names, []) = undo.list()?.split_at_checked(4)? else {
                return None;
            };
            let (at, subject) = about(&mut subjects, names)?;
            undone.push(Undo { at, subject });
        }
    }
    if let Some(made) = saved.field("made") {
        made.number::<i64>()?;
    }
    (subjects.len() <= MOST).then(|| History::of(subjects, rows, undone))
}

fn attempt(subjects: &mut Subjects, row: &[Value]) -> Option<Row> {
    let (names, rest) = row.split_at_checked(4)?;
    let (at, subject) = about(subjects, names)?;
    let ([verdict, help, seconds], runs) = rest.split_first_chunk()?;
    let (runs, more) = match runs.split_first() {
        // As version 1 wrote it.
        None => (0, runs),
        Some((runs, more)) => (runs.number()?, more),
    };
    let (confidence, slip) = match more.split_first() {
        Some((first, slip)) if first.text().is_some() => (Some(Word::read(first.text()?)?), slip),
        Some(_) | None => (None, more),
    };
    let slip = match slip {
        [] => None,
        [number] => Some(Slip::of_number(number.number()?)?),
        _ => return None,
    };
    let (verdict, help) = (Word::read(verdict.text()?)?, Word::read(help.text()?)?);
    Some(Row {
        at,
        subject,
        said: Said::new(verdict, help, confidence),
        slip,
        seconds: seconds.number()?,
        runs,
    })
}

/// The moment of a row, and what it is about.
fn about(subjects: &mut Subjects, names: &[Value]) -> Option<(Moment, SubjectId)> {
    let [at, question, rev, check] = names else {
        return None;
    };
    let item = match check.text()? {
        "" => Item::Aloud,
        EXERCISE => Item::Exercise,
        name => Item::Check(CheckName::parse(name).ok()?),
    };
    let subject = Subject {
        question: QuestionId::parse(question.text()?).ok()?,
        item,
        rev: rev.number()?,
    };
    Some((Moment(at.number()?), subjects.id(subject)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::attempt::Attempt;
    use crate::practice::history::tests::any_log;
    use proptest::prelude::*;

    const V1: &str = include_str!("../../../tests/saved/progress-v1.json");
    const V2: &str = include_str!("../../../tests/saved/progress-v2.json");
    const V3: &str = include_str!("../../../tests/saved/backup-v3.json");
    const V4: &str = include_str!("../../../tests/saved/backup-v4.json");
    const SLIPS: &str = include_str!("../../../tests/saved/backup-v4-slips.json");

    #[test]
    fn every_version_is_read_whole_and_the_last_is_written_the_same() {
        let (old, new) = (read(V1).unwrap(), read(V2).unwrap());
        assert_eq!((old.len(), new.len()), (4, 6));
        assert!(old.attempts().eq(new.attempts().take(4)));
        let (old, new) = (read(V3).unwrap(), read(V4).unwrap());
        assert_eq!((old.len(), old.undone().len()), (4, 1));
        let plain = new.attempts().map(|attempt| Attempt {
            confidence: None,
            ..attempt
        });
        assert!(old.attempts().eq(plain));
        assert_ne!(old, new);
        assert_eq!(write(&new, Moment(1_795_000_000_000)), V4.trim_end());
    }

    #[test]
    fn a_slip_stands_at_the_end_of_its_row() {
        let (plain, slips) = (read(V4).unwrap(), read(SLIPS).unwrap());
        let made: Vec<Option<u16>> = slips
            .attempts()
            .map(|attempt| attempt.slip.map(Slip::number))
            .collect();
        assert_eq!(made, [Some(1), Some(0x7fff), None, Some(4_711)]);
        let without = slips.attempts().map(|attempt| Attempt {
            slip: None,
            ..attempt
        });
        assert!(plain.attempts().eq(without));
        assert_eq!(write(&slips, Moment(1_795_000_000_000)), SLIPS.trim_end());
        for not_one in ["0", "32768", "-1", "\"sure\""] {
            let text = SLIPS.replace("4711", not_one);
            assert_eq!(read(&text), Err(Unusable::Unreadable), "{not_one}");
        }
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
        check(r#"{"version":5,"anything":{}}"#, Unusable::Newer);
        check(&V1.replace("slicing", "Not A Name"), Unusable::Unreadable);
        check(&V1.replace("partly", "nearly"), Unusable::Unreadable);
        check(&V4.replace("think-so", "hope-so"), Unusable::Unreadable);
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
