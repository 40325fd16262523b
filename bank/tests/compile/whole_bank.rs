//! Rules for the bank as a whole, on a bank with many generated items.

use crate::small_bank::{CONCEPT, DESIGN, compile, file_at, files};
use bank::compile;
use bank::compile::balance::{Balance, Share};
use bank::compile::source::Source;

/// What is said of a bank as a whole whose concept has these singles besides its own; its path and
/// the repairs are left out.
#[track_caller]
fn check(singles: &str, expected: &[&str]) {
    let problems = compile::check(&with(singles));
    let found: Vec<&str> = problems
        .iter()
        .filter(|problem| problem.path == "bank/questions")
        .map(|problem| problem.what.as_str())
        .collect();
    assert_eq!(found, expected);
}

fn with(singles: &str) -> Source {
    let mut files = files();
    let concept = file_at(&mut files, CONCEPT);
    concept.text = concept
        .text
        .replace("## Check multi", &format!("{singles}\n## Check multi"));
    compile(&files)
}

/// Singles of four options whose key stands at a place; `longer` is added to some keys, and every
/// second word of the stem differs from item to item.
fn singles(
    count: usize,
    place: impl Fn(usize) -> usize,
    key: impl Fn(usize) -> &'static str,
) -> String {
    let mut text = String::new();
    for item in 0..count {
        text.push_str(&format!(
            "## Check single item-{item}\n\nAs {item}a or {item}b of {item}c to {item}d?\n\n"
        ));
        for (option, wrong) in WRONG.into_iter().enumerate() {
            let is_key = option == place(item);
            let (mark, words) = if is_key {
                ("x", key(item))
            } else {
                (" ", wrong)
            };
            text.push_str(&format!("- [{mark}] {words}\n  > This is why it is so.\n"));
        }
        text.push('\n');
    }
    text
}

const WRONG: [&str; 4] = [
    "one word here",
    "two words here",
    "four words here!",
    "many words here!!",
];

/// Lengths that differ as often as they should.
fn mixed(item: usize) -> &'static str {
    match item % 4 {
        0 => "the longest of these",
        1 => "short one",
        _ => "same words here",
    }
}

const EXECUTABLE: &str = "a check is proved by running in 6 of 56 (10 %), outside 60 to 100 %";

#[test]
fn few_items_are_not_judged() {
    check(&singles(10, |_| 0, |_| "the longest of these"), &[]);
}

#[test]
fn keys_stand_at_every_place_and_have_every_length() {
    check(&singles(48, |item| item / 4 % 4, mixed), &[EXECUTABLE]);
    check(
        &singles(48, |item| item % 2, |_| "the longest of these"),
        &[
            EXECUTABLE,
            "the key is the longest option in 48 of 49 (97 %), outside 15 to 30 %",
            "the key is the shortest option in 0 of 49 (0 %), outside 15 to 35 %",
            "the key stands at place 1 of 4 in 24 of 48 (50 %), outside 20 to 30 %",
            "the key stands at place 2 of 4 in 24 of 48 (50 %), outside 20 to 30 %",
            "the key stands at place 3 of 4 in 0 of 48 (0 %), outside 20 to 30 %",
            "the key stands at place 4 of 4 in 0 of 48 (0 %), outside 20 to 30 %",
        ],
    );
}

#[test]
fn few_stems_are_negative() {
    check(
        &singles(48, |item| item / 4 % 4, mixed).replace("As ", "Is **not** "),
        &[
            EXECUTABLE,
            "a stem is negative in 48 of 50 (96 %), outside 0 to 5 %",
        ],
    );
}

#[test]
fn a_key_that_the_form_tells_is_a_problem() {
    let problems = compile::check(&with(&singles(
        120,
        |item| item % 4,
        |_| "the longest of these",
    )));
    let told = "the form of the options gives the key away in 120 of 121 (99 %), over 33 %";
    assert!(problems.iter().any(|problem| problem.what == told));
}

#[test]
fn the_form_of_the_options_does_not_tell_the_key() {
    let told = Balance::of(&with(&singles(
        120,
        |item| item % 4,
        |_| "the longest of these",
    )));
    assert_eq!(
        told.guessed,
        Share {
            count: 120,
            of: 121
        }
    );
    let blind = Balance::of(&with(&singles(120, |item| item / 4 % 4, mixed)));
    assert!(blind.guessed.percent() <= 33, "{}", blind.guessed);
}

#[test]
fn no_two_checks_ask_the_same() {
    let mut files = files();
    let design = file_at(&mut files, DESIGN);
    design.text = design.text.replace(
        "lines = [\"old\", \"new\"]\nprint(lines[-1])",
        "items = [1]\nprint(items.append(2))",
    );
    let problems = compile::check(&compile(&files));
    let found: Vec<String> = problems
        .iter()
        .filter(|problem| problem.path == DESIGN)
        .map(ToString::to_string)
        .collect();
    let alike =
        "asks nearly the same as `append-returns` of `concept`; ask something else or remove one";
    assert_eq!(found, [format!("{DESIGN}:45: this check {alike}")]);
}
