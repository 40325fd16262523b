//! Order: correct when exactly the needed lines stand in order; partly when one line of two or more
//! is missing, misplaced or replaced; else wrong. Two lines that read the same are the same line.

use crate::answer::Verdict;
use crate::check::{LineId, Order, OrderLine};

pub(super) fn grade(check: &Order, given: &[LineId]) -> Verdict {
    let needed: Vec<_> = check
        .lines
        .iter()
        .filter(|line| line.spare.is_none())
        .map(reads)
        .collect();
    if given.len() > needed.len() {
        return Verdict::Wrong;
    }
    let given: Vec<_> = given
        .iter()
        .map(|id| check.lines.get(usize::from(id.0)).map(reads))
        .collect();
    let in_place = common(&needed, &given);
    if in_place == needed.len() {
        Verdict::Correct
    } else if in_place > 0 && in_place + 1 == needed.len() {
        Verdict::Partly
    } else {
        Verdict::Wrong
    }
}

/// What a person sees of a line.
fn reads(line: &OrderLine) -> (&str, u8) {
    (line.code.as_str(), line.indent)
}

/// The length of the longest common subsequence.
fn common<T: PartialEq>(needed: &[T], given: &[Option<T>]) -> usize {
    let mut row = vec![0; needed.len() + 1];
    for line in given {
        let mut diagonal = 0;
        let mut left = 0;
        for (wanted, best) in needed.iter().zip(row.iter_mut().skip(1)) {
            let above = *best;
            *best = if line.as_ref() == Some(wanted) {
                diagonal + 1
            } else {
                above.max(left)
            };
            (diagonal, left) = (above, *best);
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::question::Html;
    use Verdict::{Correct, Partly, Wrong};

    /// One line per letter; a capital one is not needed, a digit is its indentation.
    fn check(lines: &str) -> Order {
        let line = |c: char| OrderLine {
            code: Html(c.to_ascii_lowercase().to_string()),
            indent: 0,
            spare: c.is_uppercase().then(Html::default),
        };
        Order {
            stem: Html::default(),
            lines: lines.chars().map(line).collect(),
            why: Html::default(),
        }
    }

    fn graded(lines: &str, given: &[u8]) -> Verdict {
        grade(
            &check(lines),
            &given.iter().copied().map(LineId).collect::<Vec<_>>(),
        )
    }

    #[test]
    fn exactly_the_needed_lines_in_order_are_correct() {
        for (lines, given, verdict) in [
            ("abcX", &[0, 1, 2][..], Correct),
            ("aXbc", &[0, 2, 3], Correct),
            ("abcX", &[0, 2, 1], Partly),
            ("abcX", &[2, 0, 1], Partly),
            ("abcX", &[2, 1, 0], Wrong),
            ("abcX", &[0, 1], Partly),
            ("abcX", &[0, 1, 3], Partly),
            ("abcX", &[3, 1, 2], Partly),
            ("abcX", &[0, 1, 2, 3], Wrong),
            ("abcX", &[0], Wrong),
            ("abcX", &[], Wrong),
            ("abcX", &[9, 0, 1], Partly),
            ("ab", &[1, 0], Partly),
            ("a", &[], Wrong),
            ("abca", &[3, 1, 2, 0], Correct),
            ("abcA", &[3, 1, 2], Correct),
            ("abcd", &[0, 0, 0, 0], Wrong),
        ] {
            assert_eq!(graded(lines, given), verdict, "{lines} {given:?}");
        }
    }

    #[test]
    fn indentation_tells_lines_apart() {
        let mut two = check("aa");
        two.lines[1].indent = 4;
        assert_eq!(grade(&two, &[LineId(0), LineId(1)]), Correct);
        assert_eq!(grade(&two, &[LineId(1), LineId(0)]), Partly);
    }

    proptest::proptest! {
        #[test]
        fn the_key_is_correct_and_every_answer_is_graded(
            lines in "[a-dX-Z]{1,8}", given in proptest::collection::vec(0u8..10, 0..300),
        ) {
            let key: Vec<_> = lines.chars().zip(0u8..).filter(|(c, _)| c.is_lowercase()).map(|(_, id)| id).collect();
            assert_eq!(graded(&lines, &key), Correct);
            let _ = graded(&lines, &given);
        }
    }
}
