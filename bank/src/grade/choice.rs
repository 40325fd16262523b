//! Single: the chosen option is right, or the answer is wrong. Multi: correct when exactly the right
//! options are chosen; partly when more right ones than wrong ones are; else wrong.

use crate::answer::Verdict;
use crate::check::{Choice, OptionId};

pub(super) fn single(check: &Choice, chosen: OptionId) -> Verdict {
    if is_right(check, chosen) {
        Verdict::Correct
    } else {
        Verdict::Wrong
    }
}

pub(super) fn multi(check: &Choice, chosen: &[OptionId]) -> Verdict {
    let mut once: Vec<OptionId> = Vec::new();
    for id in chosen {
        if !once.contains(id) {
            once.push(*id);
        }
    }
    let needed = check.options.iter().filter(|option| option.right).count();
    let right = once.iter().filter(|&&id| is_right(check, id)).count();
    let wrong = once.len() - right;
    if wrong == 0 && right == needed {
        Verdict::Correct
    } else if right > wrong {
        Verdict::Partly
    } else {
        Verdict::Wrong
    }
}

fn is_right(check: &Choice, id: OptionId) -> bool {
    check
        .options
        .get(usize::from(id.0))
        .is_some_and(|option| option.right)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::ChoiceOption;
    use Verdict::{Correct, Partly, Wrong};
    use std::collections::BTreeSet;

    /// One letter per option, `x` for a right one.
    fn check(key: &str) -> Choice {
        let option = |mark| ChoiceOption {
            text: Default::default(),
            right: mark == 'x',
            why: Default::default(),
        };
        Choice {
            stem: Default::default(),
            options: key.chars().map(option).collect(),
            fixed: false,
        }
    }

    #[test]
    fn one_option_is_right() {
        for (chosen, verdict) in [(0, Wrong), (1, Correct), (2, Wrong), (200, Wrong)] {
            assert_eq!(single(&check(" x "), OptionId(chosen)), verdict, "{chosen}");
        }
    }

    #[test]
    fn several_are_right_when_all_of_them_and_no_other_are_chosen() {
        for (key, chosen, verdict) in [
            ("xx  ", &[0, 1][..], Correct),
            ("xx  ", &[1, 0, 1], Correct),
            ("xx  ", &[0], Partly),
            ("xx  ", &[0, 1, 2], Partly),
            ("xx  ", &[0, 2], Wrong),
            ("xx  ", &[2], Wrong),
            ("xx  ", &[], Wrong),
            ("xx  ", &[0, 1, 200], Partly),
            ("xxx ", &[0, 1, 3], Partly),
        ] {
            let ids: Vec<_> = chosen.iter().copied().map(OptionId).collect();
            assert_eq!(multi(&check(key), &ids), verdict, "{key} {chosen:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn the_key_is_correct_and_no_other_choice_is(key in "[x ]{1,6}", chosen in proptest::collection::vec(0u8..8, 0..9)) {
            let marks = key.chars().zip(0u8..).filter(|(mark, _)| *mark == 'x');
            let right: BTreeSet<_> = marks.map(|(_, id)| id).collect();
            let ids = |it: &mut dyn Iterator<Item = u8>| it.map(OptionId).collect::<Vec<_>>();
            assert_eq!(multi(&check(&key), &ids(&mut right.iter().copied())), Correct);
            let exact = chosen.iter().copied().collect::<BTreeSet<_>>() == right;
            assert_eq!(multi(&check(&key), &ids(&mut chosen.iter().copied())) == Correct, exact);
        }
    }
}
