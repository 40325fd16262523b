//! Coding questions that make a false claim, and the exact words that their author reads.

use super::wrong_claims::problems_of;

/// A question about `f(n)`, the larger of `n` and 10, with these cases besides two visible ones.
fn check(solution: &str, cases: &str, mistake: &str, expected: &[&str]) {
    let visible = case("f(3)", "10", "small") + &case("f(11)", "11", "large");
    let cases = format!("{visible}{cases}");
    let sections = format!(
        "## Solution own\n\ntime: O(1)\nspace: O(1)\n\n```python\n{solution}\n```\n\n\
         ## Mistake a\n\nfails: small\n\nIt is wrong.\n\n```python\n{mistake}\n```\n\n\
         ## Tests\n\n```toml\n{cases}```\n\n\
         ## Check output a\n\nWhat?\n\n```python run\nprint(1)\n```\n\n```output\n1\n```\n\n> So.\n"
    );
    assert_eq!(problems_of("coding", &sections), expected, "{sections}");
}

fn case(call: &str, want: &str, why: &str) -> String {
    format!("[[case]]\ncall = '{call}'\nwant = '{want}'\nwhy = '{why}'\n")
}

const SOLUTION: &str = "def f(n):\n    return n if n > 10 else 10";
const MISTAKE: &str = "def f(n):\n    return n";

fn edge() -> String {
    case("f(10)", "10", "edge") + &case("f(-1)", "10", "negative")
}

#[test]
fn a_solution_passes_every_case() {
    check(SOLUTION, &edge(), MISTAKE, &[]);
    check(
        "def f(n):\n    return n if n > 11 else 10",
        &edge(),
        MISTAKE,
        &[
            "29: solution `own` fails this case: `f(11)` gives `10`, not `11` of the same type; mend the case, or the solution at line 41",
        ],
    );
    check(
        "def f(n):\n    return {3: 10}[n]",
        "",
        MISTAKE,
        &[
            "29: solution `own` fails this case: `f(11)` raises KeyError: 11; mend the case, or the solution at line 41",
        ],
    );
}

#[test]
fn the_type_of_a_result_counts_at_any_depth() {
    check(
        "def f(n):\n    return float(n) if n > 10 else 10",
        "",
        MISTAKE,
        &[
            "29: solution `own` fails this case: `f(11)` gives `11.0`, not `11` of the same type; mend the case, or the solution at line 41",
        ],
    );
    check(
        SOLUTION,
        &(edge() + &case("[(f(1), {1: True})]", "[(10, {1: 1})]", "deep")),
        MISTAKE,
        &[
            "41: solution `own` fails this case: `[(f(1), {1: True})]` gives `[(10, {1: True})]`, not `[(10, {1: 1})]` of the same type; mend the case, or the solution at line 41",
        ],
    );
}

#[test]
fn a_case_is_in_time_and_its_expressions_have_values() {
    check(
        "def f(n):\n    while n == 10:\n        pass\n    return n if n > 10 else 10",
        &(case("f(10)", "10", "edge") + "seconds = 1\n"),
        MISTAKE,
        &[
            "35: solution `own` fails this case: `f(10)` takes too long; mend the case, or the solution at line 41",
        ],
    );
    check(
        SOLUTION,
        &case("f(1)", "ten", "no value"),
        MISTAKE,
        &[
            "33: solution `own` fails this case: the expression of `want` raises NameError: name 'ten' is not defined; mend the case, or the solution at line 41",
        ],
    );
}

#[test]
fn a_mistake_fails_the_case_that_it_names() {
    check(
        SOLUTION,
        &edge(),
        "def f(n):\n    return max(n, 10) if n else 0",
        &["18: this mistake passes the case `small`; name the case that it fails, or make it fail"],
    );
    check(
        SOLUTION,
        &edge(),
        "def f(n):\n    return",
        &[
            "18: warning: this mistake fails every visible case; prefer one that looks right at first, unless the whole idea is wrong",
        ],
    );
}

#[test]
fn cases_catch_the_mutants_that_differ() {
    check(
        "def f(n):\n    return 60 if n > 50 else max(n, 10)",
        &case("f(51)", "60", "far"),
        MISTAKE,
        &[
            "8: the 3 cases do not notice when `50` becomes `49` here (9 of 11 such changes are caught, 90% must be); add a case such as `f(50)`, which gives `50`",
            "8: the 3 cases do not notice when `n > 50` becomes `n >= 50` here (9 of 11 such changes are caught, 90% must be); add a case such as `f(50)`, which gives `50`",
        ],
    );
}

#[test]
fn a_mutant_that_is_no_mistake_does_not_count() {
    check(SOLUTION, "", MISTAKE, &[]);
}
