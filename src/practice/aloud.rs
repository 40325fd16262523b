//! Judging an answer that was given aloud: the person does, by the key points that they ticked.
//!
//! It does not weigh the points: a verdict that a person cannot predict would not be trusted.

use crate::practice::attempt::Confidence;
use bank::answer::Verdict;

/// What a person says of their own answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Judged {
    /// Something was missing that should not have been.
    Missed,
    /// It would have done in an interview.
    Knew,
    /// It came without thinking.
    Easily,
}

impl Judged {
    /// The verdict, given which points were said: an answer that was missed is partly right when it said
    /// some of them.
    pub fn verdict(self, said: &[bool]) -> Verdict {
        match self {
            Judged::Knew | Judged::Easily => Verdict::Correct,
            Judged::Missed if said.contains(&true) => Verdict::Partly,
            Judged::Missed => Verdict::Wrong,
        }
    }

    /// How sure that is: what comes easily is sure.
    pub fn confidence(self) -> Option<Confidence> {
        match self {
            Judged::Missed | Judged::Knew => None,
            Judged::Easily => Some(Confidence::Sure),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_person_judges_and_the_points_say_how_much_was_missed() {
        let check = |judged: Judged, said: &[bool], expected: Verdict| {
            assert_eq!(judged.verdict(said), expected, "{judged:?} {said:?}");
        };
        check(Judged::Missed, &[false, false], Verdict::Wrong);
        check(Judged::Missed, &[true, false], Verdict::Partly);
        check(Judged::Knew, &[false, false], Verdict::Correct);
        check(Judged::Easily, &[true, true], Verdict::Correct);
        assert_eq!(Judged::Easily.confidence(), Some(Confidence::Sure));
    }
}
