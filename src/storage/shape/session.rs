//! A sitting as it is saved: version 2, which is version 1 with the moment at which it was saved.

use crate::practice::queue::Step;
use crate::practice::session::{Session, Stage};
use crate::practice::shuffle::Seed;
use crate::practice::time::Moment;
use crate::storage::Unusable;
use crate::storage::shape::{self, Word};
use bank::answer::Verdict;
use bank::name::{CheckName, QuestionId};
use serde::{Deserialize, Serialize};

const VERSION: u32 = 2;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Saved {
    version: u32,
    /// In ms; version 1 did not say.
    #[serde(default)]
    at: i64,
    /// Text, because JSON numbers lose precision above 2^53 in other readers.
    seed: String,
    steps: Vec<(String, String)>,
    verdicts: Vec<String>,
    stage: String,
}

/// The text that keeps a sitting as it stood at a moment.
pub fn write(session: &Session, at: Moment) -> String {
    let step = |step: &Step| (step.question.to_string(), step.check.to_string());
    let verdict = |verdict: &Verdict| verdict.word().to_owned();
    shape::text(&Saved {
        version: VERSION,
        at: at.0,
        seed: session.seed().0.to_string(),
        steps: session.steps().iter().map(step).collect(),
        verdicts: session.verdicts().iter().map(verdict).collect(),
        stage: session.stage().word().to_owned(),
    })
}

/// The sitting that a text keeps, and when it was saved. `present` gives the id that a question has
/// today.
pub fn read(
    text: &str,
    present: &dyn Fn(&QuestionId) -> QuestionId,
) -> Result<(Moment, Session), Unusable> {
    let saved: Saved = shape::read(text, VERSION)?;
    let at = Moment(saved.at);
    let session = saved.session(present).ok_or(Unusable::Unreadable)?;
    Ok((at, session))
}

impl Saved {
    fn session(self, present: &dyn Fn(&QuestionId) -> QuestionId) -> Option<Session> {
        let step = |(question, check): &(String, String)| {
            Some(Step {
                question: present(&QuestionId::parse(question).ok()?),
                check: CheckName::parse(check).ok()?,
            })
        };
        let steps: Option<Vec<Step>> = self.steps.iter().map(step).collect();
        let verdict = |word: &String| Word::read(word);
        let verdicts: Option<Vec<Verdict>> = self.verdicts.iter().map(verdict).collect();
        let seed = Seed(self.seed.parse().ok()?);
        let stage: Stage = Word::read(&self.stage)?;
        Session::resume(steps?, seed, verdicts?, stage)
    }
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
