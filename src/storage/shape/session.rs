//! A sitting as it is saved: version 3. Version 1 did not say when it was saved, and version 2 knew neither
//! exams nor steps that are asked again, and of the answers only what was said of them.

use crate::practice::history::Present;
use crate::practice::queue::Step;
use crate::practice::session::{Answered, Mode, Session};
use crate::practice::shuffle::Seed;
use crate::practice::time::Moment;
use crate::storage::Unusable;
use crate::storage::json::Value;
use crate::storage::shape::{self, Word, answer};
use bank::name::{CheckName, QuestionId};

const VERSION: u32 = 3;
const FIELDS: &[&str] = &[
    "version", "at", "mode", "seed", "steps", "planned", "answers", "verdicts", "stage",
];

/// The text that keeps a sitting as it stood at a moment.
pub fn write(session: &Session, at: Moment) -> String {
    // The seed is a text, because numbers lose precision above 2^53 in other readers.
    let head = [
        r#"{"version":3,"at":"#,
        &at.0.to_string(),
        r#","mode":""#,
        session.mode().word(),
        r#"","seed":""#,
        &session.seed().0.to_string(),
        r#"","planned":"#,
        &session.planned().to_string(),
        r#","steps":"#,
    ];
    let mut text = head.concat();
    shape::write_list(&mut text, session.steps(), |text, step| {
        let names = [step.question.as_str(), step.check.as_str()];
        shape::write_list(text, names, shape::write_text);
    });
    text.push_str(r#","answers":"#);
    shape::write_list(&mut text, session.answered(), |text, answered| {
        text.push('[');
        shape::write_text(text, answered.verdict.word());
        if let Some((at, given)) = &answered.given {
            for part in [",", &at.0.to_string(), ","] {
                text.push_str(part);
            }
            shape::write_text(text, &answer::write(given));
        }
        text.push(']');
    });
    text.push_str(r#","stage":"#);
    shape::write_text(&mut text, session.stage().word());
    text.push('}');
    text
}

/// The sitting that a text keeps, and when it was saved. `present` gives the id that a question has
/// today.
pub fn read(text: &str, present: Present<'_>) -> Result<(Moment, Session), Unusable> {
    let saved = shape::read(text, VERSION, FIELDS)?;
    parsed(&saved, present).ok_or(Unusable::Unreadable)
}

fn parsed(saved: &Value, present: Present<'_>) -> Option<(Moment, Session)> {
    let mut steps = Vec::new();
    for step in saved.field("steps")?.list()? {
        let [question, check] = step.list()? else {
            return None;
        };
        steps.push(Step {
            question: present(&QuestionId::parse(question.text()?).ok()?),
            check: CheckName::parse(check.text()?).ok()?,
        });
    }
    let mut answered = Vec::new();
    let answers = saved.field("answers").or_else(|| saved.field("verdicts"));
    for answer in answers?.list()? {
        answered.push(parsed_answer(answer)?);
    }
    let (mode, planned) = match (saved.field("mode"), saved.field("planned")) {
        (None, None) => (Mode::Study, steps.len()),
        (mode, planned) => (Word::read(mode?.text()?)?, planned?.number()?),
    };
    let at = match saved.field("at") {
        Some(at) => at.number()?,
        None => 0,
    };
    let seed = Seed(saved.field("seed")?.text()?.parse().ok()?);
    let stage = Word::read(saved.field("stage")?.text()?)?;
    let session = Session::resume(mode, seed, steps, planned, answered, stage)?;
    Some((Moment(at), session))
}

/// Of an answer, earlier versions kept the verdict alone.
fn parsed_answer(saved: &Value) -> Option<Answered> {
    let (verdict, given) = match saved.list() {
        None => (saved, None),
        Some([verdict]) => (verdict, None),
        Some([verdict, at, given]) => {
            let given = answer::read(given.text()?)?;
            (verdict, Some((Moment(at.number()?), given)))
        }
        Some(_) => return None,
    };
    Some(Answered {
        verdict: Word::read(verdict.text()?)?,
        given,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::session::Stage;
    use crate::practice::session::tests::any_session;
    use proptest::prelude::*;

    const V1: &str = include_str!("../../../tests/saved/session-v1.json");
    const V2: &str = include_str!("../../../tests/saved/session-v2.json");
    const V3: &str = include_str!("../../../tests/saved/session-v3.json");

    fn same(text: &str) -> Result<(Moment, Session), Unusable> {
        read(text, &QuestionId::clone)
    }

    #[test]
    fn every_version_is_read_whole_and_the_last_is_written_the_same() {
        let (at, session) = same(V3).unwrap();
        assert_eq!(write(&session, at), V3.trim_end());
        assert_eq!((session.mode(), session.planned()), (Mode::Study, 2));
        assert_eq!(
            (session.steps().len(), session.stage()),
            (3, Stage::Reading)
        );
        let (_, old) = same(V2).unwrap();
        assert_eq!((old.mode(), old.planned()), (Mode::Study, 2));
        assert_eq!(old.verdicts(), session.verdicts());
        assert_eq!(same(V1), Ok((Moment(0), old)));
    }

    #[test]
    fn a_question_has_its_present_id() {
        let present = |id: &QuestionId| match id.as_str() {
            "gil" => QuestionId::parse("the-lock").unwrap(),
            _ => id.clone(),
        };
        let (_, session) = read(V1, &present).unwrap();
        assert_eq!(session.steps()[0].question.as_str(), "the-lock");
    }

    #[test]
    fn a_session_whose_parts_do_not_fit_is_unreadable() {
        let check = |from: &str, to: &str| {
            assert!(V3.contains(from), "{from}");
            let read = same(&V3.replace(from, to));
            assert_eq!(read, Err(Unusable::Unreadable), "{to}");
        };
        check("\"reading\"", "\"over\"");
        check("\"seed\":\"", "\"seed\":\"x");
        check("gil", "GIL");
        check("\"study\"", "\"exam\"");
        check("\"mode\":\"study\",", "");
        check("\"planned\":2", "\"planned\":1");
        check("\"s1\"", "\"x1\"");
        check("\"s1\"", "\"s1\",1");
        assert_eq!(same(r#"{"version":4}"#), Err(Unusable::Newer));
    }

    proptest! {
        #[test]
        fn every_sitting_is_resumed_as_it_was_left(session in any_session(), at: i64) {
            prop_assert_eq!(same(&write(&session, Moment(at))), Ok((Moment(at), session)));
        }
    }
}
