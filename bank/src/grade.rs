//! Grading: one function for the app and for the compiler, so that a key that is wrong cannot ship.
//!
//! It runs no Python; the verdict "could not run" is made elsewhere.

mod blank;
mod choice;
mod order;
mod output;

use crate::answer::{Answer, Verdict};
use crate::check::Check;

/// Grades an answer. An answer of another kind than the check is wrong. The rules of each kind stand
/// with it, in `grade/`.
pub fn grade(check: &Check, answer: &Answer) -> Grade {
    match (check, answer) {
        (Check::Single(check), Answer::Single(chosen)) => choice::single(check, *chosen).into(),
        (Check::Multi(check), Answer::Multi(chosen)) => choice::multi(check, chosen).into(),
        (Check::Output(check), Answer::Output(text)) => output::grade(check, text),
        (Check::Blank(check), Answer::Blank(fillings)) => blank::grade(check, fillings),
        (Check::Order(check), Answer::Order(lines)) => order::grade(check, lines).into(),
        (Check::Bug(check), Answer::Bug(line)) if check.wrong.contains(line) => {
            Verdict::Correct.into()
        }
        (
            Check::Single(_)
            | Check::Multi(_)
            | Check::Output(_)
            | Check::Blank(_)
            | Check::Order(_)
            | Check::Bug(_),
            _,
        ) => Verdict::Wrong.into(),
    }
}

/// What is said of one answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Grade {
    /// The verdict.
    pub verdict: Verdict,
    /// The wrong answers that the bank has feedback for and that were given.
    pub recognised: Vec<Recognised>,
}

/// A known wrong answer that the person gave.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Recognised {
    /// `Output::tempting[_]`.
    Output(usize),
    /// `Blank::gaps[gap].tempting[place]`.
    Blank {
        /// Which gap.
        gap: usize,
        /// Which wrong filling.
        place: usize,
    },
}

impl From<Verdict> for Grade {
    fn from(verdict: Verdict) -> Self {
        Self {
            verdict,
            recognised: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::{Bug, LineId, OptionId};

    fn bug() -> Check {
        Check::Bug(Bug {
            stem: Default::default(),
            lines: vec![Default::default(); 4],
            wrong: vec![LineId(1), LineId(2)],
            why: Default::default(),
            fix: Default::default(),
        })
    }

    #[test]
    fn each_wrong_line_of_a_bug_check_is_right() {
        for (line, verdict) in [
            (0, Verdict::Wrong),
            (1, Verdict::Correct),
            (2, Verdict::Correct),
            (9, Verdict::Wrong),
        ] {
            assert_eq!(
                grade(&bug(), &Answer::Bug(LineId(line))).verdict,
                verdict,
                "{line}"
            );
        }
    }

    #[test]
    fn an_answer_of_another_kind_is_wrong() {
        for answer in [
            Answer::Single(OptionId(1)),
            Answer::Multi(vec![OptionId(1)]),
            Answer::Output(String::new()),
            Answer::Blank(Vec::new()),
            Answer::Order(vec![LineId(1)]),
        ] {
            assert_eq!(grade(&bug(), &answer), Verdict::Wrong.into(), "{answer:?}");
        }
    }
}
