//! Output: correct when every line is right; partly when at least half of the lines are right in
//! their place; else wrong.
//!
//! Space at the end of a line and blank lines at the end do not count. A line that `print` would
//! write of values is compared by value, every other one to the letter. A dict prints in the order of
//! insertion, so its order counts although `==` does not see it. A tempting output is wrong
//! even where some of its lines, or the values in it, are right: to name it is to say what counts.

use crate::answer::Verdict;
use crate::check::Output;
use crate::grade::{Grade, Recognised};
use crate::literal::printed::printed;
use crate::literal::token::same_tokens;
use crate::literal::{Literal, literals};

pub(super) fn grade(check: &Output, given: &str) -> Grade {
    let (wanted, given) = (lines(&check.printed), lines(given));
    if wanted == given {
        return Verdict::Correct.into();
    }
    let tempting: Vec<_> = check.tempting.iter().map(|it| lines(&it.text)).collect();
    if let Some(place) = tempting.iter().position(|it| *it == given) {
        return known(place);
    }
    let right = right_in_place(&wanted, &given);
    let all = wanted.len().max(given.len());
    if right == all {
        return Verdict::Correct.into();
    }
    let is_given = |it: &Vec<_>| it.len() == given.len() && right_in_place(it, &given) == it.len();
    match tempting.iter().position(is_given) {
        Some(place) => known(place),
        None if right > 0 && right * 2 >= all => Verdict::Partly.into(),
        None => Verdict::Wrong.into(),
    }
}

fn known(place: usize) -> Grade {
    Grade {
        verdict: Verdict::Wrong,
        recognised: vec![Recognised::Output(place)],
    }
}

fn lines(text: &str) -> Vec<&str> {
    text.trim_end().split('\n').map(str::trim_end).collect()
}

fn right_in_place(wanted: &[&str], given: &[&str]) -> usize {
    let pairs = wanted.iter().zip(given);
    pairs
        .filter(|(wanted, given)| same_line(wanted, given))
        .count()
}

fn same_line(wanted: &str, given: &str) -> bool {
    wanted == given
        || printed(wanted).is_some_and(|values| {
            if values.iter().any(holds_dict) {
                same_tokens(wanted, given)
            } else {
                literals(given) == Some(values)
            }
        })
}

fn holds_dict(value: &Literal) -> bool {
    match value {
        Literal::Dict(_) => true,
        Literal::Tuple(items) | Literal::List(items) => items.iter().any(holds_dict),
        // The members of a set are hashable, so none of them is a dict.
        Literal::Set(_)
        | Literal::Constant(_)
        | Literal::Int(_)
        | Literal::Float(_)
        | Literal::Complex(..)
        | Literal::Text(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::Tempting;
    use Verdict::{Correct, Partly, Wrong};

    fn check(printed: &str, tempting: &[&str]) -> Output {
        Output {
            stem: Default::default(),
            code: Default::default(),
            printed: printed.to_owned(),
            raises: None,
            elsewhere: None,
            why: Default::default(),
            tempting: tempting
                .iter()
                .map(|it| Tempting {
                    text: it.to_string(),
                    why: Default::default(),
                })
                .collect(),
        }
    }

    fn verdict(printed: &str, given: &str) -> Verdict {
        grade(&check(printed, &[]), given).verdict
    }

    #[test]
    fn values_are_compared_by_value_and_all_else_to_the_letter() {
        for (printed, given, expected) in [
            ("{1: 'a'}", "{1:'a'}", Correct),
            ("'a'", "\"a\"", Correct),
            ("{1, 2}", "{2, 1}", Correct),
            ("{1: 2, 3: 4}", "{1:2,3:4}", Correct),
            ("{1: 2, 3: 4}", "{3: 4, 1: 2}", Wrong),
            ("[{1: 2, 3: 4}]", "[{3: 4, 1: 2}]", Wrong),
            ("{1: 2}", "{1: 2, 1: 2}", Wrong),
            ("1 [2, 3] 'a'", "1 [2,3] \"a\"", Correct),
            ("1", "1.0", Wrong),
            ("True", "1", Wrong),
            ("[1, 2]", "[2, 1]", Wrong),
            ("hello world", "hello world", Correct),
            ("hello world", "hello  world", Wrong),
            ("hello", "'hello'", Wrong),
            ("Point(x=1, y=2)", "Point(x=1,y=2)", Wrong),
            ("TypeError", "typeerror", Wrong),
        ] {
            assert_eq!(verdict(printed, given), expected, "{printed} {given}");
        }
    }

    #[test]
    fn a_line_that_was_formatted_is_compared_to_the_letter() {
        for (printed, given) in [
            ("1.50", "1.5"),
            ("1_000", "1000"),
            ("0xff", "255"),
            ("{\"a\": 1}", "{'a': 1}"),
            ("1   2", "1 2"),
            ("    5", "5"),
            ("1e3", "1000.0"),
        ] {
            assert_eq!(verdict(printed, given), Wrong, "{printed} {given}");
            assert_eq!(verdict(printed, printed), Correct, "{printed}");
        }
    }

    #[test]
    fn half_of_the_lines_right_in_place_are_partly_right() {
        for (printed, given, expected) in [
            ("1\n2", "1\n2\n", Correct),
            ("1\n2", "1  \r\n2\n\n", Correct),
            ("\n2", "\n2", Correct),
            ("1\n2", "1", Partly),
            ("1\n2", "1\n3", Partly),
            ("1\n2", "2\n1", Wrong),
            ("1\n2\n3", "1\n2\n4", Partly),
            ("1\n2\n3", "1\n5\n4", Wrong),
            ("1", "1\n2", Partly),
            ("1", "1\n2\n3", Wrong),
            ("1", "", Wrong),
            ("", "", Correct),
            ("", "1", Wrong),
        ] {
            assert_eq!(verdict(printed, given), expected, "{printed:?} {given:?}");
        }
    }

    #[test]
    fn a_tempting_output_is_wrong_and_recognised() {
        let check = check(
            "{1: 'a', 2: 'b'}\n3",
            &["{2: 'b', 1: 'a'}\n3", "[1, 2]\n3", "x"],
        );
        let recognised = |given| grade(&check, given);
        let wrong = |place| Grade {
            verdict: Wrong,
            recognised: vec![Recognised::Output(place)],
        };
        assert_eq!(recognised("{2: 'b', 1: 'a'}\n3"), wrong(0));
        assert_eq!(recognised("[1,2]\n3"), wrong(1));
        assert_eq!(recognised("x "), wrong(2));
        assert_eq!(recognised("{1:'a',2:'b'}\n3"), Correct.into());
        assert_eq!(recognised("{1:'a'}\n3"), Partly.into());
    }

    proptest::proptest! {
        #[test]
        fn what_was_printed_is_correct_and_every_text_is_graded(
            printed in "([ -~]|\n){0,40}", given in "(.|\n){0,40}", tempting in "([ -~]|\n){0,40}",
        ) {
            let check = check(&printed, &[&tempting]);
            assert_eq!(grade(&check, &printed).verdict, Correct);
            assert_eq!(grade(&check, &format!("{printed} \n\n")).verdict, Correct);
            let _ = grade(&check, &given);
        }
    }
}
