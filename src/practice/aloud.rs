//! Judging an answer that was given aloud, by the key points that the person ticked.
//!
//! It does not weigh the points: a verdict that a person cannot predict would not be trusted.

use bank::answer::Verdict;

/// Right when every point was said, wrong when none was, partly right otherwise.
pub fn verdict(said: &[bool]) -> Verdict {
    match (said.contains(&true), said.contains(&false)) {
        (true, false) => Verdict::Correct,
        (true, true) => Verdict::Partly,
        (false, _) => Verdict::Wrong,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_all_points_are_right() {
        let check = |said: &[bool], expected: Verdict| {
            assert_eq!(verdict(said), expected, "{said:?}");
        };
        check(&[false, false], Verdict::Wrong);
        check(&[true, false], Verdict::Partly);
        check(&[true, true], Verdict::Correct);
    }
}
