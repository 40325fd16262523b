//! One sitting: the queue, where the person stands in it, and what was said of each answer.
//!
//! Transitions take the session and return the next one. The answers themselves are not kept.

use crate::practice::queue::Step;
use crate::practice::shuffle::Seed;
use bank::answer::Verdict;

/// One sitting. There is no session without a step.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Session {
    seed: Seed,
    steps: Vec<Step>,
    verdicts: Vec<Verdict>,
    stage: Stage,
}

/// What the person is doing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stage {
    /// Thinking about the step after those with a verdict.
    Asking,
    /// Reading the explanation of the last verdict.
    Reading,
    /// Looking at the result.
    Over,
}

impl Session {
    /// Starts at the first step; nothing to ask is no session.
    pub fn begin(steps: Vec<Step>, seed: Seed) -> Option<Session> {
        if steps.is_empty() {
            return None;
        }
        Some(Session {
            seed,
            steps,
            verdicts: Vec::new(),
            stage: Stage::Asking,
        })
    }

    /// A session as it was left: `None` when the parts do not fit each other.
    pub fn resume(
        steps: Vec<Step>,
        seed: Seed,
        verdicts: Vec<Verdict>,
        stage: Stage,
    ) -> Option<Session> {
        let fits = match stage {
            Stage::Asking => verdicts.len() < steps.len(),
            Stage::Reading => !verdicts.is_empty() && verdicts.len() <= steps.len(),
            Stage::Over => !verdicts.is_empty() && verdicts.len() == steps.len(),
        };
        fits.then_some(Session {
            seed,
            steps,
            verdicts,
            stage,
        })
    }

    /// The step that is asked or explained now; the last one when the session is over.
    pub fn place(&self) -> usize {
        match self.stage {
            Stage::Asking => self.verdicts.len(),
            Stage::Reading | Stage::Over => self.verdicts.len().saturating_sub(1),
        }
    }

    /// The step at [`Session::place`].
    pub fn step(&self) -> Option<&Step> {
        self.steps.get(self.place())
    }

    /// All steps, in order.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// What was said so far, in the order of the steps.
    pub fn verdicts(&self) -> &[Verdict] {
        &self.verdicts
    }

    /// What the person is doing.
    pub fn stage(&self) -> Stage {
        self.stage
    }

    /// What everything in this session is shuffled by.
    pub fn seed(&self) -> Seed {
        self.seed
    }

    /// The seed for the step at [`Session::place`].
    pub fn step_seed(&self) -> Seed {
        self.seed.part(self.place().saturating_add(2))
    }

    /// Takes the verdict on the step that is asked. A second verdict on one step changes nothing.
    #[must_use]
    pub fn answered(mut self, verdict: Verdict) -> Session {
        if self.stage == Stage::Asking {
            self.verdicts.push(verdict);
            self.stage = Stage::Reading;
        }
        self
    }

    /// Goes on from an explanation: to the next step, or to the result.
    #[must_use]
    pub fn next(mut self) -> Session {
        if self.stage == Stage::Reading {
            let done = self.verdicts.len() == self.steps.len();
            self.stage = if done { Stage::Over } else { Stage::Asking };
        }
        self
    }

    /// The steps that were not right, to be asked again.
    pub fn missed(&self) -> Vec<Step> {
        let pairs = self.steps.iter().zip(&self.verdicts);
        pairs
            .filter(|(_, verdict)| **verdict != Verdict::Correct)
            .map(|(step, _)| step.clone())
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use bank::name::{CheckName, QuestionId};

    fn steps(count: usize) -> Vec<Step> {
        let step = |n| Step {
            question: QuestionId::parse(&format!("question-{n}")).unwrap(),
            check: CheckName::parse("first").unwrap(),
        };
        (0..count).map(step).collect()
    }

    #[test]
    fn a_session_goes_from_step_to_step_to_the_result() {
        let session = Session::begin(steps(2), Seed(1)).unwrap();
        assert_eq!((session.place(), session.stage()), (0, Stage::Asking));
        let session = session.answered(Verdict::Wrong);
        assert_eq!((session.place(), session.stage()), (0, Stage::Reading));
        let session = session.next();
        assert_eq!((session.place(), session.stage()), (1, Stage::Asking));
        let session = session.answered(Verdict::Correct).next();
        assert_eq!((session.place(), session.stage()), (1, Stage::Over));
        assert_eq!(session.missed(), steps(1));
    }

    #[test]
    fn a_verdict_counts_once_and_next_waits_for_it() {
        let session = Session::begin(steps(2), Seed(1)).unwrap();
        assert_eq!(session.clone().next(), session);
        let answered = session.answered(Verdict::Wrong);
        assert_eq!(answered.clone().answered(Verdict::Correct), answered);
        let over = answered.next().answered(Verdict::Wrong).next();
        assert_eq!(over.clone().next().answered(Verdict::Correct), over);
    }

    #[test]
    fn nothing_to_ask_is_no_session() {
        assert_eq!(Session::begin(Vec::new(), Seed(1)), None);
    }

    #[test]
    fn a_session_resumes_only_from_parts_that_fit() {
        use Verdict::Wrong;
        let check = |given: usize, stage: Stage, fits: bool| {
            let resumed = Session::resume(steps(2), Seed(1), vec![Wrong; given], stage);
            assert_eq!(resumed.is_some(), fits, "{given} {stage:?}");
        };
        check(0, Stage::Asking, true);
        check(1, Stage::Asking, true);
        check(2, Stage::Asking, false);
        check(0, Stage::Reading, false);
        check(2, Stage::Reading, true);
        check(3, Stage::Reading, false);
        check(1, Stage::Over, false);
        check(2, Stage::Over, true);
        assert_eq!(
            Session::resume(Vec::new(), Seed(1), Vec::new(), Stage::Over),
            None
        );
    }
}
