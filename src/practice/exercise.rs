//! One visit to an exercise: what is judged next, what a failure may mean, and what is noted of it.
//!
//! It runs nothing and knows no Python: of each case that was judged it is told whether it passed, in
//! the order of the cases, visible ones first.

use crate::practice::attempt::Help;
use bank::answer::Verdict;
use bank::exercise::{Case, Exercise, Mistake};

/// How far the person has come with an exercise since they came to it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Trial {
    end: End,
    /// Whether the idea was shown before the end.
    pub help: Help,
    /// How often code was run or tested before the end.
    pub runs: u16,
}

/// An exercise is decided once.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum End {
    Open,
    Passed,
    /// The solutions were seen, so that passing says nothing any more.
    Seen,
}

/// What a test does next.
#[derive(Clone, PartialEq, Debug)]
pub enum Next<'a> {
    /// Judges these cases.
    Judge(&'a [Case]),
    /// All cases have passed.
    Passed,
    /// A case has failed, or was not judged to its end.
    Failed,
}

impl Trial {
    /// Nothing was run yet.
    pub fn begin() -> Trial {
        Trial {
            end: End::Open,
            help: Help::None,
            runs: 0,
        }
    }

    /// Code is run or tested once more.
    #[must_use]
    pub fn run(mut self) -> Trial {
        if self.end == End::Open {
            self.runs = self.runs.saturating_add(1);
        }
        self
    }

    /// The idea is shown.
    #[must_use]
    pub fn hint(mut self) -> Trial {
        if self.end == End::Open {
            self.help = Help::Hint;
        }
        self
    }

    /// All cases have passed. The first time this is an attempt.
    #[must_use]
    pub fn pass(self) -> (Trial, Option<Verdict>) {
        self.end_with(End::Passed, Some(Verdict::Correct))
    }

    /// The answer is shown. For someone who has tried, this is giving up, and an attempt.
    #[must_use]
    pub fn see(self) -> (Trial, Option<Verdict>) {
        self.end_with(End::Seen, self.is_given_up().then_some(Verdict::Wrong))
    }

    /// Whether seeing the answer now would be giving up.
    pub fn is_given_up(self) -> bool {
        self.end == End::Open && self.runs > 0
    }

    /// Whether all cases have passed by the person's own means.
    pub fn has_passed(self) -> bool {
        self.end == End::Passed
    }

    fn end_with(mut self, end: End, verdict: Option<Verdict>) -> (Trial, Option<Verdict>) {
        if self.end != End::Open {
            return (self, None);
        }
        self.end = end;
        (self, verdict)
    }
}

/// What follows once these cases were judged: the visible ones first, and the hidden ones only when
/// those have passed.
pub fn next<'a>(exercise: &'a Exercise, passed: &[bool]) -> Next<'a> {
    let (visible, hidden) = parts(exercise);
    if passed.contains(&false) {
        return Next::Failed;
    }
    match passed.len() {
        0 if !visible.is_empty() => Next::Judge(visible),
        all if all == visible.len() + hidden.len() => Next::Passed,
        seen if seen == visible.len() => Next::Judge(hidden),
        _ => Next::Failed,
    }
}

/// The known mistakes that the first failing case is there to catch.
pub fn suspects<'a>(exercise: &'a Exercise, passed: &[bool]) -> Vec<&'a Mistake> {
    let failing = passed.iter().position(|passed| !passed);
    let case = failing.and_then(|place| exercise.cases.get(place));
    let caught = |mistake: &&Mistake| case.is_some_and(|case| case.why == mistake.fails);
    exercise.mistakes.iter().filter(caught).collect()
}

/// What came of the cases, in a sentence or two.
pub fn summary(exercise: &Exercise, passed: &[bool]) -> String {
    let (visible, hidden) = parts(exercise);
    let (seen, later) = passed.split_at(passed.len().min(visible.len()));
    let count = |passed: &[bool]| passed.iter().filter(|passed| **passed).count().to_string();
    let all = visible.len().to_string();
    let those = hidden.len().to_string();
    match next(exercise, passed) {
        Next::Passed => {
            let cases = exercise.cases.len().to_string();
            ["All ", &cases, " cases pass, ", &those, " of them hidden."].concat()
        }
        Next::Failed if !later.is_empty() => {
            let hold = count(later);
            [
                "All ",
                &all,
                " visible cases pass, and ",
                &hold,
                " of ",
                &those,
                " hidden ones.",
            ]
            .concat()
        }
        Next::Failed | Next::Judge(_) => [
            &count(seen),
            " of ",
            &all,
            " cases pass. The hidden ones come after these.",
        ]
        .concat(),
    }
}

fn parts(exercise: &Exercise) -> (&[Case], &[Case]) {
    let cases = &exercise.cases;
    cases.split_at(cases.partition_point(|case| !case.hidden))
}

/// Where two values differ as Python shows them: what both begin with, the middle of each, and what both
/// end with. A number or a word is not cut.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Difference<'a> {
    /// Of both.
    pub start: &'a str,
    /// The middle of the wanted one; may be empty.
    pub want: &'a str,
    /// The middle of the other; may be empty.
    pub got: &'a str,
    /// Of both.
    pub end: &'a str,
}

/// Compares two values as Python shows them.
pub fn difference<'a>(want: &'a str, got: &'a str) -> Difference<'a> {
    let start = shared(want.chars(), got.chars());
    let start = want[..start].trim_end_matches(is_word);
    let (want, got) = (&want[start.len()..], &got[start.len()..]);
    let end = shared(want.chars().rev(), got.chars().rev());
    let end = want[want.len() - end..].trim_start_matches(is_word);
    Difference {
        start,
        want: &want[..want.len() - end.len()],
        got: &got[..got.len() - end.len()],
        end,
    }
}

fn is_word(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || !letter.is_ascii() || matches!(letter, '_' | '.' | '-')
}

/// How many bytes two texts have in common before they differ.
fn shared(one: impl Iterator<Item = char>, other: impl Iterator<Item = char>) -> usize {
    let same = one.zip(other).take_while(|(one, other)| one == other);
    same.map(|(letter, _)| letter.len_utf8()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use bank::question::Html;

    /// Two visible cases and two hidden ones.
    fn exercise() -> Exercise {
        let case = |why: &str, hidden: bool| Case {
            call: "f()".to_owned(),
            want: "1".to_owned(),
            why: why.to_owned(),
            hidden,
            seconds: None,
        };
        let mistake = |name: &str, fails: &str| Mistake {
            name: name.to_owned(),
            fails: fails.to_owned(),
            about: Html::default(),
        };
        Exercise {
            starter: String::new(),
            setup: String::new(),
            cases: vec![
                case("a", false),
                case("b", false),
                case("c", true),
                case("d", true),
            ],
            solutions: Vec::new(),
            mistakes: vec![
                mistake("one", "b"),
                mistake("two", "b"),
                mistake("three", "c"),
            ],
        }
    }

    #[test]
    fn hidden_cases_are_judged_once_the_visible_ones_have_passed() {
        let exercise = exercise();
        let check = |passed: &[bool], expected: Next| {
            assert_eq!(next(&exercise, passed), expected, "{passed:?}");
        };
        check(&[], Next::Judge(&exercise.cases[..2]));
        check(&[true, false], Next::Failed);
        // The test was stopped at the first.
        check(&[true], Next::Failed);
        check(&[true, true], Next::Judge(&exercise.cases[2..]));
        check(&[true, true, true], Next::Failed);
        check(&[true, true, true, false], Next::Failed);
        check(&[true; 4], Next::Passed);
    }

    #[test]
    fn the_mistakes_that_the_first_failing_case_catches_are_suspected() {
        let exercise = exercise();
        let check = |passed: &[bool], expected: &[&str]| {
            let names = suspects(&exercise, passed);
            let names: Vec<&str> = names.iter().map(|it| it.name.as_str()).collect();
            assert_eq!(names, expected, "{passed:?}");
        };
        check(&[false, false], &[]);
        check(&[true, false], &["one", "two"]);
        check(&[true, true, false, false], &["three"]);
        check(&[true; 4], &[]);
    }

    #[test]
    fn a_test_is_told_in_a_sentence() {
        let check = |passed: &[bool], expected: &str| {
            assert_eq!(summary(&exercise(), passed), expected, "{passed:?}");
        };
        let some = "1 of 2 cases pass. The hidden ones come after these.";
        check(&[true, false], some);
        check(&[true], some);
        let hidden = "All 2 visible cases pass, and 1 of 2 hidden ones.";
        check(&[true, true, false, true], hidden);
        check(&[true; 4], "All 4 cases pass, 2 of them hidden.");
    }

    #[test]
    fn an_exercise_is_decided_once() {
        let (passed, verdict) = Trial::begin().run().run().hint().pass();
        assert_eq!(verdict, Some(Verdict::Correct));
        assert_eq!((passed.runs, passed.help), (2, Help::Hint));
        assert!(passed.has_passed() && !passed.is_given_up());
        assert_eq!(passed.pass(), (passed, None));
        assert_eq!(passed.see(), (passed, None));
        assert_eq!(passed.run().runs, 2);
    }

    #[test]
    fn who_has_tried_and_then_looks_has_given_up() {
        let (seen, verdict) = Trial::begin().run().see();
        assert_eq!(verdict, Some(Verdict::Wrong));
        assert_eq!(seen.run().pass().1, None);
        assert!(!seen.pass().0.has_passed());
    }

    #[test]
    fn who_looks_without_having_tried_has_attempted_nothing() {
        let trial = Trial::begin().hint();
        assert!(!trial.is_given_up());
        let (seen, verdict) = trial.see();
        assert_eq!(verdict, None);
        assert_eq!(seen.run().pass().1, None);
    }

    #[test]
    fn values_are_compared_by_words() {
        let check = |want: &str, got: &str, expected: [&str; 4]| {
            let Difference {
                start,
                want,
                got,
                end,
            } = difference(want, got);
            assert_eq!([start, want, got, end], expected);
        };
        check("True", "False", ["", "True", "False", ""]);
        check("[1, 2, 3]", "[1, 20, 3]", ["[1, ", "2", "20", ", 3]"]);
        check("12", "123", ["", "12", "123", ""]);
        check("2", "2.0", ["", "2", "2.0", ""]);
        check("[1]", "[1, 1]", ["[", "1", "1, 1", "]"]);
        check("'é'", "'è'", ["'", "é", "è", "'"]);
        check("(1,)", "(1,)", ["(1,)", "", "", ""]);
        check("", "x", ["", "", "x", ""]);
    }
}
