//! What a backup holds beside the answers: bookmarks and notes as rows of moment in ms, question and text,
//! and what was written for exercises as rows of question and code. A field without rows is left out.

use crate::practice::remark::{Kind, Remark, fits};
use crate::practice::time::Moment;
use crate::storage::Unusable;
use crate::storage::json::Value;
use crate::storage::json::escape::escaped;
use crate::storage::shape;
use crate::storage::shape::backup::{FIELDS, MOST, VERSION};
use bank::name::QuestionId;

/// What stands beside the answers.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Beside {
    /// Bookmarks and notes.
    pub remarks: Vec<(Kind, QuestionId, Remark)>,
    /// What was written for the exercises of questions. Of several for one, the last stands in its place.
    pub drafts: Vec<(QuestionId, String)>,
}

/// Writes it behind the fields of a backup.
pub fn write(beside: &Beside, backup: &mut String) {
    backup.pop();
    for kind in Kind::ALL {
        let rows = beside.remarks.iter().filter(|(of, ..)| *of == kind);
        let rows: Vec<String> = rows
            .map(|(_, id, remark)| {
                let (at, id) = (remark.at.0.to_string(), id.as_str());
                [&at, ",\"", id, "\",\"", &escaped(&remark.text), "\""].concat()
            })
            .collect();
        write_field(backup, name(kind), &rows);
    }
    let rows = beside.drafts.iter();
    let rows: Vec<String> = rows
        .map(|(id, code)| ["\"", id.as_str(), "\",\"", &escaped(code), "\""].concat())
        .collect();
    write_field(backup, DRAFTS, &rows);
    backup.push('}');
}

fn write_field(to: &mut String, name: &str, rows: &[String]) {
    if rows.is_empty() {
        return;
    }
    for part in [",\"", name, "\":"] {
        to.push_str(part);
    }
    shape::write_list(to, rows, |to, row| {
        for part in ["[", row, "]"] {
            to.push_str(part);
        }
    });
}

/// What the text of a backup holds beside the answers: all of it, or nothing.
pub fn read(text: &str) -> Result<Beside, Unusable> {
    let saved = shape::read(text, VERSION, FIELDS)?;
    parsed(&saved).ok_or(Unusable::Unreadable)
}

fn parsed(saved: &Value) -> Option<Beside> {
    let mut beside = Beside::default();
    for kind in Kind::ALL {
        for row in rows(saved, name(kind))? {
            let [at, question, text] = row.list()? else {
                return None;
            };
            let remark = Remark {
                at: Moment(at.number()?),
                text: Some(text.string()?).filter(|text| fits(text))?,
            };
            let question = QuestionId::parse(question.text()?).ok()?;
            beside.remarks.push((kind, question, remark));
        }
    }
    for row in rows(saved, DRAFTS)? {
        let [question, code] = row.list()? else {
            return None;
        };
        let question = QuestionId::parse(question.text()?).ok()?;
        beside.drafts.push((question, code.string()?));
    }
    (beside.remarks.len() + beside.drafts.len() <= MOST).then_some(beside)
}

/// The rows of a field, which may be left out.
fn rows<'a>(saved: &'a Value<'a>, name: &str) -> Option<&'a [Value<'a>]> {
    saved.field(name).map_or(Some(&[]), Value::list)
}

fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Bookmark => "bookmarks",
        Kind::Note => "notes",
    }
}

const DRAFTS: &str = "drafts";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::history::History;
    use crate::practice::remark::tests::any_remark;
    use crate::storage::shape::backup;
    use proptest::prelude::*;

    const SAMPLE: &str = include_str!("../../../../tests/saved/backup-v4-beside.json");
    const WITHOUT: &str = include_str!("../../../../tests/saved/backup-v4.json");

    fn whole(history: &History, beside: &Beside, made: i64) -> String {
        let mut text = backup::write(history, Moment(made));
        write(beside, &mut text);
        text
    }

    #[test]
    fn the_sample_is_read_whole_and_written_the_same() {
        let (history, beside) = (backup::read(SAMPLE).unwrap(), read(SAMPLE).unwrap());
        assert_eq!((beside.remarks.len(), beside.drafts.len()), (4, 1));
        assert_eq!(
            beside.remarks[2].2.text,
            "one \"lock\"\n\\ a thread holds it 🔒"
        );
        assert_eq!(
            whole(&history, &beside, 1_795_000_000_000),
            SAMPLE.trim_end()
        );
        assert_eq!(read(WITHOUT), Ok(Beside::default()));
    }

    #[test]
    fn what_is_not_whole_is_refused() {
        let check = |from: &str, to: &str| {
            let text = SAMPLE.replace(from, to);
            assert_ne!(text, SAMPLE, "{from}");
            assert_eq!(read(&text), Err(Unusable::Unreadable), "{from} {to}");
        };
        check("\"notes\":[[", "\"notes\":[7,[");
        check("\"slots\"", "\"Not A Name\"");
        check("\\\"lock", "\\qlock");
        check("one ", &"x".repeat(4_001));
        check("\"drafts\":[[", "\"drafts\":[[1,");
        check("\"drafts\"", "\"code\"");
    }

    proptest! {
        #[test]
        fn everything_comes_back(
            remarks in prop::collection::vec(any_remark(), 0..5),
            drafts in prop::collection::vec(".*", 0..3),
        ) {
            let id = QuestionId::parse("gil").unwrap();
            let kinds = Kind::ALL.into_iter().cycle();
            let mut remarks: Vec<_> = remarks
                .into_iter()
                .zip(kinds)
                .map(|(remark, kind)| (kind, id.clone(), remark))
                .collect();
            remarks.sort_by_key(|(kind, ..)| *kind == Kind::Note);
            let drafts = drafts.into_iter().map(|code| (id.clone(), code)).collect();
            let beside = Beside { remarks, drafts };
            let text = whole(&History::default(), &beside, 1);
            prop_assert_eq!(read(&text), Ok(beside));
            prop_assert_eq!(backup::read(&text), Ok(History::default()));
            let other: serde_json::Value = serde_json::from_str(&text).unwrap();
            prop_assert_eq!(other["version"].as_u64(), Some(4));
        }
    }
}
