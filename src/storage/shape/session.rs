//! A sitting as it is saved: version 2, which is version 1 with the moment at which it was saved.

use crate::practice::history::Present;
use crate::practice::queue::Step;
use crate::practice::session::Session;
use crate::practice::shuffle::Seed;
use crate::practice::time::Moment;
use crate::storage::Unusable;
use crate::storage::json::Value;
use crate::storage::shape::{self, Word};
use bank::name::{CheckName, QuestionId};

const VERSION: u32 = 2;
/// Version 1 did not say when it was saved.
const FIELDS: &[&str] = &["version", "at", "seed", "steps", "verdicts", "stage"];

/// The text that keeps a sitting as it stood at a moment.
pub fn write(session: &Session, at: Moment) -> String {
    // The seed is a text, because numbers lose precision above 2^53 in other readers.
    let head = [
        r#"{"version":2,"at":"#,
        &at.0.to_string(),
        r#","seed":""#,
        &session.seed().0.to_string(),
        r#"","steps":"#,
    ];
    let mut text = head.concat();
    shape::write_list(&mut text, session.steps(), |text, step| {
        let names = [step.question.as_str(), step.check.as_str()];
        shape::write_list(text, names, shape::write_text);
    });
    text.push_str(r#","verdicts":"#);
    let verdicts = session.verdicts().iter().map(|verdict| verdict.word());
    shape::write_list(&mut text, verdicts, shape::write_text);
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
    let mut verdicts = Vec::new();
    for verdict in saved.field("verdicts")?.list()? {
        verdicts.push(Word::read(verdict.text()?)?);
    }
    let at = match saved.field("at") {
        Some(at) => at.number()?,
        None => 0,
    };
    let seed = Seed(saved.field("seed")?.text()?.parse().ok()?);
    let stage = Word::read(saved.field("stage")?.text()?)?;
    let session = Session::resume(steps, seed, verdicts, stage)?;
    Some((Moment(at), session))
}

#[cfg(test)]
mod tests {
    use super::*;

    const V1: &str = include_str!("../../../tests/saved/session-v1.json");
    const V2: &str = include_str!("../../../tests/saved/session-v2.json");

    fn same(text: &str) -> Result<(Moment, Session), Unusable> {
        read(text, &QuestionId::clone)
    }

    #[test]
    fn every_version_is_read_whole_and_the_last_is_written_the_same() {
        let (at, session) = same(V2).unwrap();
        assert_eq!(write(&session, at), V2.trim_end());
        assert_eq!(same(V1), Ok((Moment(0), session)));
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
            assert!(V2.contains(from), "{from}");
            let read = same(&V2.replace(from, to));
            assert_eq!(read, Err(Unusable::Unreadable), "{to}");
        };
        check("\"reading\"", "\"over\"");
        check("\"seed\":\"", "\"seed\":\"x");
        check("gil", "GIL");
        assert_eq!(same(r#"{"version":3}"#), Err(Unusable::Newer));
    }
}
