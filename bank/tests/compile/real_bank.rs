//! The bank of this repository compiles, and opens as the app opens it.

#![allow(
    clippy::unwrap_used,
    reason = "a test may panic, and so may what it calls"
)]

use bank::check::Check;
use bank::compile;
use bank::compile::problem::Severity;
use bank::embedded::Bank;
use bank::name::QuestionId;
use std::path::Path;

fn bank() -> Bank {
    let source = compile::read(Path::new(env!("CARGO_MANIFEST_DIR")));
    let problems: Vec<String> = source
        .problems
        .iter()
        .filter(|problem| problem.severity == Severity::Error)
        .map(ToString::to_string)
        .collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    let bytes = compile::embed(&source);
    Bank::open(&bytes.index, bytes.bodies.leak()).unwrap()
}

#[test]
fn every_question_of_the_bank_opens() {
    let bank = bank();
    assert!(bank.questions().len() >= 3);
    for entry in bank.questions() {
        let body = bank.body(&entry.id).unwrap();
        assert_eq!(body.checks.len(), entry.checks.len(), "{}", entry.id);
        for (check, entry) in body.checks.iter().zip(&entry.checks) {
            assert_eq!(check.kind(), entry.kind);
        }
    }
}

#[test]
fn a_check_keeps_its_key_on_the_way_into_the_app() {
    let id = QuestionId::parse("gil").unwrap();
    let bank = bank();
    let body = bank.body(&id).unwrap();
    let [Check::Single(single), Check::Multi(multi), Check::Bug(bug)] = &body.checks[..] else {
        panic!("the checks of gil.md are another three");
    };
    let right = |options: &[bank::check::ChoiceOption]| -> Vec<bool> {
        options.iter().map(|option| option.right).collect()
    };
    assert!(single.fixed);
    assert_eq!(right(&single.options), [false, false, true, false]);
    assert_eq!(right(&multi.options), [true, true, true, false, false]);
    assert_eq!(bug.wrong.len(), 1);
    let line = &bug.lines[usize::from(bug.wrong[0].0)];
    assert!(line.as_str().contains("cache"), "{}", line.as_str());
}
