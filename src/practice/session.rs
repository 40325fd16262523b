//! One sitting: the queue, where the person stands in it, and what was answered.
//!
//! Transitions take the session and return the next one. What is missed while studying is asked once more
//! at the end, and never a third time.

#[cfg(test)]
pub(crate) mod tests;

use crate::practice::queue::Step;
use crate::practice::shuffle::Seed;
use crate::practice::time::Moment;
use bank::answer::{Answer, Verdict};

/// One sitting. There is no session without a step.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Session {
    mode: Mode,
    seed: Seed,
    /// Those that were planned, and then those that are asked again.
    steps: Vec<Step>,
    planned: usize,
    answered: Vec<Answered>,
    stage: Stage,
}

/// When a person hears what is said of an answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mode {
    /// At once, with the explanation.
    Study,
    /// At the end, of all answers.
    Exam,
}

/// An answer to a step.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Answered {
    /// What is said of it.
    pub verdict: Verdict,
    /// When it was given, and what it was; earlier versions did not keep that.
    pub given: Option<(Moment, Answer)>,
}

/// What the person is doing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stage {
    /// Thinking about the step after those that are answered.
    Asking,
    /// Reading the explanation of the last verdict.
    Reading,
    /// Looking at the result.
    Over,
}

impl Session {
    /// Starts studying at the first step; nothing to ask is no session.
    pub fn begin(steps: Vec<Step>, seed: Seed) -> Option<Session> {
        Session::of(Mode::Study, steps, seed)
    }

    /// Starts in a mode; nothing to ask is no session.
    pub fn of(mode: Mode, steps: Vec<Step>, seed: Seed) -> Option<Session> {
        let planned = steps.len();
        Session::resume(mode, seed, steps, planned, Vec::new(), Stage::Asking)
    }

    /// A session as it was left, with how many of its steps were planned: `None` when the parts do not
    /// fit each other.
    pub fn resume(
        mode: Mode,
        seed: Seed,
        steps: Vec<Step>,
        planned: usize,
        answered: Vec<Answered>,
        stage: Stage,
    ) -> Option<Session> {
        let session = Session {
            mode,
            seed,
            steps,
            planned,
            answered,
            stage,
        };
        session.fits().then_some(session)
    }

    fn fits(&self) -> bool {
        let (answered, steps) = (self.answered.len(), self.steps.len());
        let again = steps.checked_sub(self.planned);
        let may_come_again = match self.mode {
            Mode::Study => self.missed().len(),
            Mode::Exam => 0,
        };
        let stage = match self.stage {
            Stage::Asking => answered < steps,
            Stage::Reading => self.mode == Mode::Study && answered > 0 && answered <= steps,
            Stage::Over => answered > 0 && answered == steps,
        };
        stage && self.planned > 0 && again.is_some_and(|again| again <= may_come_again)
    }

    /// The step that is asked or explained now; the last one when the session is over.
    pub fn place(&self) -> usize {
        match self.stage {
            Stage::Asking => self.answered.len(),
            Stage::Reading | Stage::Over => self.answered.len().saturating_sub(1),
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

    /// How many of the steps were planned; the others ask again what was missed.
    pub fn planned(&self) -> usize {
        self.planned
    }

    /// When the person hears what is said of an answer.
    pub fn mode(&self) -> Mode {
        self.mode
    }

    /// What was answered so far, in the order of the steps.
    pub fn answered(&self) -> &[Answered] {
        &self.answered
    }

    /// What was said so far, in the order of the steps.
    pub fn verdicts(&self) -> Vec<Verdict> {
        self.answered.iter().map(|it| it.verdict).collect()
    }

    /// What the person is doing.
    pub fn stage(&self) -> Stage {
        self.stage
    }

    /// What everything in this session is shuffled by.
    pub fn seed(&self) -> Seed {
        self.seed
    }

    /// The seed for the step at a place.
    pub fn seed_at(&self, place: usize) -> Seed {
        self.seed.part(place.saturating_add(2))
    }

    /// Takes the answer to the step that is asked. A second answer to one step changes nothing. `again`
    /// is what asks for the same once more, if it was missed.
    #[must_use]
    pub fn answer(mut self, answered: Answered, again: Option<Step>) -> Session {
        if self.stage != Stage::Asking {
            return self;
        }
        let is_missed = answered.verdict != Verdict::Correct;
        let comes_again = is_missed && self.place() < self.planned;
        self.answered.push(answered);
        self.stage = Stage::Reading;
        match self.mode {
            Mode::Study => {
                self.steps.extend(again.filter(|_| comes_again));
                self
            }
            Mode::Exam => self.next(),
        }
    }

    /// Goes on from an explanation: to the next step, or to the result.
    #[must_use]
    pub fn next(mut self) -> Session {
        if self.stage == Stage::Reading {
            let done = self.answered.len() == self.steps.len();
            self.stage = if done { Stage::Over } else { Stage::Asking };
        }
        self
    }

    /// The answer that can be taken back, with its step: the last one, while studying.
    pub fn last(&self) -> Option<(&Step, &Answered)> {
        let place = self.answered.len().checked_sub(1)?;
        let is_open = self.mode == Mode::Study && self.stage != Stage::Over;
        let last = self.steps.get(place).zip(self.answered.get(place))?;
        (is_open && last.1.given.is_some()).then_some(last)
    }

    /// Takes the last answer back: its step is asked once more, and what was to come again because of it
    /// does not.
    #[must_use]
    pub fn taken_back(mut self) -> Session {
        let Some((step, answered)) = self.last() else {
            return self;
        };
        // Whatever comes again stands in the order in which it was missed, so it is the last one.
        let came_of_it = answered.verdict != Verdict::Correct
            && self.answered.len() <= self.planned
            && self.steps.len() > self.planned
            && self.steps.last().map(|last| &last.question) == Some(&step.question);
        if came_of_it {
            self.steps.pop();
        }
        self.answered.pop();
        self.stage = Stage::Asking;
        self
    }

    /// The planned steps that were not right, to be asked again.
    pub fn missed(&self) -> Vec<Step> {
        let pairs = self.steps.iter().zip(&self.answered).take(self.planned);
        pairs
            .filter(|(_, answered)| answered.verdict != Verdict::Correct)
            .map(|(step, _)| step.clone())
            .collect()
    }
}
