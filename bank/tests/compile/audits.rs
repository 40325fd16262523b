//! Blind readings: what they confirm, what voids them, and how they are recorded.

use crate::small_bank::{AUDITS, CONCEPT, compile, file_at, files};
use bank::compile;
use bank::compile::Files;
use bank::compile::audit::record::{self, NotAReading, Reading};
use bank::compile::audit::{self, AuditItem};
use bank::compile::balance::Share;
use std::collections::BTreeSet;

const SINGLE: &str = "concept/front-insert";
const MULTI: &str = "concept/what-copies";

fn reading(reader: &str, answer: &[usize]) -> Reading {
    Reading {
        reader: reader.to_owned(),
        answer: answer.iter().copied().collect(),
        defensible: BTreeSet::new(),
        python: None,
    }
}

fn item(files: &Files, check: &str) -> AuditItem {
    let items = audit::items(&compile(files));
    items.into_iter().find(|item| item.check == check).unwrap()
}

fn record(files: &mut Files, check: &str, reading: &Reading) {
    let item = item(files, check);
    let audits = file_at(files, AUDITS);
    audits.text = record::with(&audits.text, &item, reading).unwrap();
}

/// Both checks of the small bank that need readers, read by two who agree with the keys.
fn read() -> Files {
    let mut files = files();
    file_at(&mut files, AUDITS).text =
        "check\thash\treader\tanswer\tdefensible\tpython\n".to_owned();
    for reader in ["ann", "bob"] {
        record(&mut files, SINGLE, &reading(reader, &[1]));
        record(&mut files, MULTI, &reading(reader, &[1, 2]));
    }
    files
}

/// What is said of readings; paths, lines and repairs are left out.
fn said(files: &Files) -> Vec<String> {
    let problems = compile::check(&compile(files));
    problems.into_iter().map(|problem| problem.what).collect()
}

#[test]
fn an_item_is_shown_without_its_key() {
    let items = audit::items(&compile(&files()));
    let checks: Vec<&str> = items.iter().map(|item| item.check.as_str()).collect();
    assert_eq!(checks, [SINGLE, MULTI]);
    let shown = format!("{:?}", items[0]);
    assert!(shown.contains("Time that grows with n"));
    for hidden in ["[x]", "side by side", "assert"] {
        assert!(!shown.contains(hidden), "{hidden} in {shown}");
    }
}

#[test]
fn two_readers_who_agree_with_the_key_are_enough() {
    let mut files = files();
    let coverage = |files: &Files| audit::coverage(&compile(files));
    file_at(&mut files, AUDITS).text =
        "check\thash\treader\tanswer\tdefensible\tpython\n".to_owned();
    assert_eq!(coverage(&files), Share { count: 0, of: 2 });
    record(&mut files, SINGLE, &reading("ann", &[1]));
    record(&mut files, SINGLE, &reading("ann", &[1]));
    assert_eq!(
        said(&files),
        [
            "the check `front-insert` has 1 of 2 blind readers",
            "the check `what-copies` has 0 of 2 blind readers"
        ]
    );
    assert_eq!(said(&read()), [""; 0]);
    assert_eq!(coverage(&read()), Share { count: 2, of: 2 });
}

#[test]
fn a_reader_who_disagrees_is_a_problem() {
    let check = |reading: &Reading, expected: &str| {
        let mut files = read();
        record(&mut files, SINGLE, reading);
        assert_eq!(said(&files), [expected]);
    };
    check(
        &reading("ann", &[2]),
        "the reader `ann` answered otherwise than the key",
    );
    let defensible = BTreeSet::from([3]);
    check(
        &Reading {
            defensible,
            ..reading("ann", &[1])
        },
        "the reader `ann` can defend another option",
    );
    let python = Some("constant before 3.0".to_owned());
    check(
        &Reading {
            python,
            ..reading("cy", &[1])
        },
        "the reader `cy` says that it depends on Python: constant before 3.0",
    );
}

#[test]
fn an_edit_voids_what_was_read_but_a_new_key_or_explanation_does_not() {
    let edit = |find: &str, replace: &str| {
        let mut files = read();
        let concept = file_at(&mut files, CONCEPT);
        assert!(concept.text.contains(find));
        concept.text = concept.text.replace(find, replace);
        said(&files)
    };
    assert_eq!(
        edit("for a list of n items?", "for a list of 9 items?"),
        [
            "this reading of `concept/front-insert` is of another wording",
            "this reading of `concept/front-insert` is of another wording",
            "the check `front-insert` has 0 of 2 blind readers",
        ]
    );
    assert_eq!(edit("lets it through", "lets it pass"), [""; 0]);
    assert_eq!(
        edit("for a list of n items?", "for a list\nof n items?"),
        [""; 0]
    );
    assert_eq!(
        edit("- [x] `list(items)`", "- [ ] `list(items)`"),
        [
            "the reader `ann` answered otherwise than the key",
            "the reader `bob` answered otherwise than the key",
            "this check ticks 1 of 4 options",
        ]
    );
}

#[test]
fn a_reading_that_cannot_be_is_not_recorded() {
    let item = item(&files(), SINGLE);
    let check = |reading: &Reading, expected| {
        assert_eq!(record::with("", &item, reading), Err(expected));
    };
    check(&reading("", &[1]), NotAReading::Reader);
    check(&reading("an ant", &[1]), NotAReading::Reader);
    check(&reading("ann", &[]), NotAReading::Option);
    check(&reading("ann", &[0]), NotAReading::Option);
    check(&reading("ann", &[4]), NotAReading::Option);
    let python = Some("a\tb".to_owned());
    check(
        &Reading {
            python,
            ..reading("ann", &[1])
        },
        NotAReading::Remark,
    );
}

#[test]
fn a_broken_record_is_a_problem() {
    let check = |text: &str, expected: &[&str]| {
        let mut files = files();
        file_at(&mut files, AUDITS).text = text.to_owned();
        let problems = compile(&files).problems;
        let shown: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(shown, expected);
    };
    let columns = "check\thash\treader\tanswer\tdefensible\tpython";
    let repair = "write check, hash, reader, answer, defensible and python with tabs between";
    let header = format!("bank/audits.tsv:1: the first line does not name the columns; {repair}");
    check("", &[header.as_str()]);
    let broken = format!("bank/audits.tsv:2: this is not a record of a reading; {repair}");
    for row in [
        "a/b\t0123456789abcdef\tann\t1\t-",
        "a/b\t0123\tann\t1\t-\t-",
        "a/b\t0123456789abcdef\t\t1\t-\t-",
        "a/b\t0123456789abcdef\tann\t-\t-\t-",
        "a/b\t0123456789abcdef\tann\tone\t-\t-",
    ] {
        check(&format!("{columns}\n{row}\n"), &[broken.as_str()]);
    }
}
