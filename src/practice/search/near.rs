//! Whether a word is another one mistyped: letters left out, put in, changed, or two of them exchanged.

/// Whether `typed` may mean `known`, or its beginning while the rest is still to be typed. Words of up to
/// three letters are never mistyped; from eight on two slips are forgiven.
pub fn is_near(typed: &str, known: &str) -> bool {
    let slips = match typed.chars().count() {
        ..4 => return false,
        4..8 => 1,
        _ => 2,
    };
    distance_to_beginning(typed, known, slips) <= slips
}

/// The least number of slips between a word and any beginning of another: optimal string alignment. Above
/// `most` it may be any number above it.
fn distance_to_beginning(typed: &str, known: &str, most: usize) -> usize {
    let known: Vec<char> = known.chars().take(typed.len() + most).collect();
    // Rows of the matrix: the one before the last, the last, and the next.
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=known.len()).collect();
    let mut previous = None;
    for (row, letter) in typed.chars().enumerate() {
        let mut next = vec![row + 1];
        for (place, other) in known.iter().enumerate() {
            let change = at(&last, place) + usize::from(letter != *other);
            let gap = at(&last, place + 1).min(at(&next, place)) + 1;
            let mut least = change.min(gap);
            if let Some(earlier) = place.checked_sub(1)
                && previous == Some(*other)
                && known.get(earlier) == Some(&letter)
            {
                least = least.min(at(&before, earlier) + 1);
            }
            next.push(least);
        }
        if next.iter().all(|slips| *slips > most) {
            return most + 1;
        }
        before = std::mem::replace(&mut last, next);
        previous = Some(letter);
    }
    last.into_iter().min().unwrap_or(usize::MAX)
}

fn at(row: &[usize], place: usize) -> usize {
    row.get(place).copied().unwrap_or(usize::MAX / 2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(typed: &str, known: &str, expected: bool) {
        assert_eq!(is_near(typed, known), expected, "{typed} {known}");
    }

    #[test]
    fn a_slip_is_forgiven_and_two_in_long_words() {
        check("lits", "list", true);
        check("clousre", "closure", true);
        check("clsure", "closures", true);
        check("genrat", "generators", true);
        check("dekorator", "decorators", true);
        check("decroatro", "decorators", true);
        check("lock", "list", false);
        check("lst", "list", false);
        check("clzzure", "closure", false);
        check("dekkrkter", "decorator", false);
        check("list", "", false);
    }

    /// The same, from its definition.
    fn naive(a: &[char], b: &[char]) -> usize {
        let (Some((x, a1)), Some((y, b1))) = (a.split_last(), b.split_last()) else {
            return a.len().max(b.len());
        };
        let change = naive(a1, b1) + usize::from(x != y);
        let mut least = change.min(naive(a1, b) + 1).min(naive(a, b1) + 1);
        if let (Some((x2, a2)), Some((y2, b2))) = (a1.split_last(), b1.split_last())
            && x == y2
            && y == x2
        {
            least = least.min(naive(a2, b2) + 1);
        }
        least
    }

    proptest! {
        #[test]
        fn the_distance_is_that_of_its_definition(typed in "[abc]{0,6}", known in "[abc]{0,6}") {
            let (a, b): (Vec<char>, Vec<char>) = (typed.chars().collect(), known.chars().collect());
            let expected = (0..=b.len()).map(|end| naive(&a, &b[..end])).min().unwrap();
            prop_assert_eq!(distance_to_beginning(&typed, &known, 9), expected);
            for most in [1, 2] {
                let found = distance_to_beginning(&typed, &known, most);
                prop_assert_eq!(found <= most, expected <= most);
            }
        }
    }
}
