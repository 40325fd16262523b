//! Blank: correct when every gap is filled well, partly when some are, else wrong.
//!
//! Fillings are compared as Python tokens: white space outside strings and the style of quotes do
//! not count, names count exactly. What a filling computes is not looked at.

use crate::answer::Verdict;
use crate::check::{Blank, Gap};
use crate::grade::{Grade, Recognised};
use crate::literal::token::same_tokens;

pub(super) fn grade(check: &Blank, fillings: &[String]) -> Grade {
    let filled = || check.gaps.iter().zip(fillings);
    let right = filled()
        .filter(|(gap, filling)| gap.accepts(filling))
        .count();
    let verdict = match right {
        _ if right == check.gaps.len() => Verdict::Correct,
        0 => Verdict::Wrong,
        _ => Verdict::Partly,
    };
    let recognised = filled()
        .enumerate()
        .filter(|(_, (gap, filling))| !gap.accepts(filling));
    let recognised = recognised.filter_map(|(gap, (known, filling))| {
        let place = known
            .tempting
            .iter()
            .position(|it| same_tokens(&it.text, filling))?;
        Some(Recognised::Blank { gap, place })
    });
    Grade {
        verdict,
        recognised: recognised.collect(),
    }
}

impl Gap {
    /// Whether this filling is right; the app marks each gap by it.
    pub fn accepts(&self, filling: &str) -> bool {
        self.accepted
            .iter()
            .any(|accepted| same_tokens(accepted, filling))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::Tempting;
    use Verdict::{Correct, Partly, Wrong};

    fn check(gaps: &[(&[&str], &[&str])]) -> Blank {
        let gap = |(accepted, tempting): &(&[&str], &[&str])| Gap {
            accepted: accepted.iter().map(ToString::to_string).collect(),
            tempting: tempting
                .iter()
                .map(|it| Tempting {
                    text: it.to_string(),
                    why: Default::default(),
                })
                .collect(),
        };
        Blank {
            stem: Default::default(),
            pieces: Vec::new(),
            places: Vec::new(),
            printed: String::new(),
            gaps: gaps.iter().map(gap).collect(),
            why: Default::default(),
        }
    }

    fn graded(check: &Blank, fillings: &[&str]) -> (Verdict, Vec<Recognised>) {
        let grade = grade(
            check,
            &fillings.iter().map(ToString::to_string).collect::<Vec<_>>(),
        );
        (grade.verdict, grade.recognised)
    }

    #[test]
    fn a_filling_is_right_as_any_accepted_one_whatever_its_spaces_and_quotes() {
        let one = check(&[(&["left < right", "d['key']"], &["left <= right"])]);
        for (filling, verdict) in [
            ("left < right", Correct),
            (" left<right ", Correct),
            ("d[ \"key\" ]", Correct),
            ("Left < right", Wrong),
            ("d['k ey']", Wrong),
            ("", Wrong),
        ] {
            assert_eq!(graded(&one, &[filling]), (verdict, vec![]), "{filling}");
        }
        let known = vec![Recognised::Blank { gap: 0, place: 0 }];
        assert_eq!(graded(&one, &["left<=right"]), (Wrong, known));
    }

    #[test]
    fn some_gaps_filled_well_are_partly_right() {
        let two = check(&[(&["a"], &["b"]), (&["c"], &["d", "e"])]);
        assert_eq!(graded(&two, &["a", "c"]), (Correct, vec![]));
        assert_eq!(
            graded(&two, &["a", "e"]),
            (Partly, vec![Recognised::Blank { gap: 1, place: 1 }])
        );
        assert_eq!(graded(&two, &["c", "a"]), (Wrong, vec![]));
        assert_eq!(graded(&two, &["a"]), (Partly, vec![]));
        assert_eq!(graded(&two, &[]), (Wrong, vec![]));
        assert_eq!(graded(&two, &["a", "c", "x"]), (Correct, vec![]));
    }

    proptest::proptest! {
        #[test]
        fn every_accepted_filling_is_correct_and_every_text_is_graded(filling in ".{0,30}", other in ".{0,30}") {
            let one = check(&[(&[&filling], &[&other])]);
            assert_eq!(graded(&one, &[&filling]), (Correct, vec![]));
            let _ = graded(&one, &[&other]);
        }

        #[test]
        fn white_space_between_tokens_does_not_count(space in "[ \t]{0,3}") {
            let one = check(&[(&["f(x, y[0]) + 'a b'"], &[])]);
            let filling = ["f", "(", "x", ",", "y", "[", "0", "]", ")", "+", "'a b'"].join(&space);
            assert_eq!(graded(&one, &[&filling]), (Correct, vec![]));
        }
    }
}
