//! A set: the checks of one sitting, as they are given to another person or to paper.
//!
//! It knows nobody's answers. Who begins it is asked exactly these, in this order.

use crate::practice::queue::Step;
use crate::practice::session::{Mode, Session};
use crate::practice::shuffle::Seed;

/// What is asked, and when one hears what is said of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CheckSet {
    /// When a person hears what is said of an answer.
    pub mode: Mode,
    /// What is asked, in order.
    pub steps: Vec<Step>,
}

impl CheckSet {
    /// What a session was to ask; what came again because it was missed is not in it.
    pub fn of(session: &Session) -> CheckSet {
        let steps = session.steps().iter().take(session.planned());
        CheckSet {
            mode: session.mode(),
            steps: steps.cloned().collect(),
        }
    }

    /// A session of it; none when nothing is asked.
    pub fn begun(self, seed: Seed) -> Option<Session> {
        Session::of(self.mode, self.steps, seed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::session::Answered;
    use bank::answer::Verdict;
    use bank::name::{CheckName, QuestionId};

    #[test]
    fn a_set_asks_what_was_planned_and_knows_no_answer() {
        let step = |id: &str| Step {
            question: QuestionId::parse(id).unwrap(),
            check: CheckName::parse("first").unwrap(),
        };
        let steps = vec![step("gil"), step("slots")];
        let begun = Session::begin(steps.clone(), Seed(1)).unwrap();
        let missed = Answered {
            verdict: Verdict::Wrong,
            given: None,
        };
        let again = begun.clone().answer(missed, Some(step("gil")));
        assert_eq!(again.steps().len(), 3);
        let set = CheckSet::of(&again);
        assert_eq!(set, CheckSet::of(&begun));
        assert_eq!(set.steps, steps);
        assert_eq!(set.begun(Seed(1)), Some(begun));
    }
}
