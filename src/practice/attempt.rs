//! An attempt: one verdict at one moment. It is never changed; taking it back is another event.

use crate::practice::slip::Slip;
use crate::practice::time::Moment;
use bank::answer::Verdict;
use bank::name::{CheckName, QuestionId};

/// One verdict at one moment.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Attempt {
    /// When the answer was given.
    pub at: Moment,
    /// The question; it may have left the bank since.
    pub question: QuestionId,
    /// The revision of the question that was answered.
    pub rev: u16,
    /// What was answered.
    pub item: Item,
    /// What was said of it.
    pub verdict: Verdict,
    /// Whether help was taken first, such as choices for an output.
    pub help: Help,
    /// How sure the person was before the verdict, where they said so; of an answer aloud, which they judge
    /// themselves, that it came easily.
    pub confidence: Option<Confidence>,
    /// Which wrong answer it was, if it is one that the bank knows.
    pub slip: Option<Slip>,
    /// From showing the item to the answer.
    pub seconds: u32,
    /// How often code was run or tested before; 0 where there is nothing to run.
    pub runs: u16,
}

/// What an attempt answers.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Item {
    /// The question itself, answered aloud and judged by the person against the key points.
    Aloud,
    /// Its exercise: right when all cases passed, wrong when it was given up.
    Exercise,
    /// One check of the question.
    Check(CheckName),
}

/// How sure a person is of an answer whose verdict they do not know yet.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Confidence {
    /// As good as chance.
    Guess,
    /// More likely right than not.
    ThinkSo,
    /// They would say it in an interview without a second thought.
    Sure,
}

/// Whether help was taken before the answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Help {
    /// Answered from memory.
    None,
    /// A hint was shown first.
    Hint,
}
