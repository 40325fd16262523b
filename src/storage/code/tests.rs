//! Codes: any history comes back from its code, and any text is read whole or refused.

use super::*;
use crate::practice::attempt::{Attempt, Help};
use crate::practice::history::tests::any_log;
use crate::practice::time::Moment;
use crate::storage::segment::tests::any_attempt;
use bank::answer::Verdict;
use bank::name::CheckName;
use proptest::prelude::*;

/// Of a history with an answer of each sort and one that was taken back, for [`sample_names`].
const SAMPLE: &str = include_str!("../../../tests/saved/code-1.txt");
const LOG: &str = include_str!("../../../tests/saved/log-2.txt");

fn id(text: &str) -> QuestionId {
    QuestionId::parse(text).unwrap()
}

fn check(text: &str) -> Item {
    Item::Check(CheckName::parse(text).unwrap())
}

pub(crate) fn sample_names() -> Names {
    Names::of([
        (id("gil"), check("four-threads")),
        (id("gil"), check("who-lets-go")),
        (id("slicing"), Item::Aloud),
        (id("palindrome"), Item::Exercise),
    ])
}

fn sample() -> History {
    crate::storage::segment::read(LOG.trim_end()).unwrap()
}

/// Those of some of the attempts.
fn names_of(log: &[Attempt]) -> Names {
    let named = log.iter().step_by(2);
    let mut items: Vec<_> = named
        .map(|attempt| (attempt.question.clone(), attempt.item.clone()))
        .collect();
    items.sort();
    items.dedup();
    Names::of(items)
}

fn comes_back(log: Vec<Attempt>, undos: usize) -> Result<(), TestCaseError> {
    let names = names_of(&log);
    let mut history = History::replay(log);
    for _ in 0..undos {
        history.undo_last();
    }
    let code = write(&history, &names).unwrap();
    prop_assert!(
        code.bytes()
            .all(|it| it.is_ascii_alphanumeric() || it == b'-' || it == b'_')
    );
    prop_assert_eq!(read(&code, &names), Ok(history));
    Ok(())
}

proptest! {
    #[test]
    fn every_history_comes_back(log in any_log(), undos in 0usize..4) {
        comes_back(log, undos)?;
    }

    #[test]
    fn extremes_come_back(log in prop::collection::vec(any_attempt(), 0..20), undos in 0usize..4) {
        comes_back(log, undos)?;
    }

    #[test]
    fn any_text_is_read_or_refused(text in ".{0,60}", digits in "1[A-Za-z0-9_-]{0,80}") {
        let names = sample_names();
        let _ = read(&text, &names);
        prop_assert!(read(&digits, &names).is_err());
        // With a sum that is right, so that what follows is looked at.
        if let Ok(history) = read(&sealed(&digits), &names) {
            let code = write(&history, &names).unwrap();
            prop_assert_eq!(read(&code, &names), Ok(history));
        }
    }

    #[test]
    fn one_character_that_differs_is_noticed(place in 0usize..300, other in "[A-Za-z0-9_-]") {
        let sample = SAMPLE.trim_end();
        let place = place % sample.len();
        let mut text = sample.to_owned();
        text.replace_range(place..=place, &other);
        prop_assert_eq!(read(&text, &sample_names()).is_ok(), text == sample);
    }
}

/// A code of these digits, whatever they say, with a check sum that is right.
pub(crate) fn sealed(code: &str) -> String {
    let digits = code.as_bytes().get(1..).unwrap_or_default();
    let mut bytes = bytes(digits).unwrap_or_default();
    if bytes.len() <= SUM {
        return code.to_owned();
    }
    let right = sum(&bytes[SUM..]).to_le_bytes();
    bytes[..SUM].copy_from_slice(&right);
    code_of(&bytes)
}

#[test]
fn version_1_is_written_as_ever() {
    let names = sample_names();
    assert_eq!(write(&sample(), &names).as_deref(), Some(SAMPLE.trim_end()));
    assert_eq!(read(SAMPLE.trim_end(), &names), Ok(sample()));
}

#[test]
fn what_is_damaged_is_told_apart_from_what_another_build_made() {
    let sample = SAMPLE.trim_end();
    let check = |text: &str, names: &Names, expected: Unusable| {
        assert_eq!(read(text, names), Err(expected), "{text}");
    };
    let names = sample_names();
    for damaged in [
        "",
        "1",
        "0",
        "1AAAA",
        "x",
        "1 ",
        "2 ",
        "2ä",
        &sample[..40],
        &sample[1..],
    ] {
        check(damaged, &names, Unusable::Unreadable);
    }
    check(&[sample, "A"].concat(), &names, Unusable::Unreadable);
    check(&[sample, "AAAA"].concat(), &names, Unusable::Unreadable);
    check("2AAAA", &names, Unusable::Newer);
    let fewer = Names::of([(id("gil"), Item::Exercise)]);
    check(sample, &fewer, Unusable::Newer);
}

/// Another bank may have another name with the same hash. It must not get the answer.
#[test]
fn a_hash_that_means_something_else_is_noticed() {
    let mut names = sample_names();
    for (_, question, item) in &mut names.0 {
        (*question, *item) = (id("another"), Item::Aloud);
    }
    assert_eq!(read(SAMPLE.trim_end(), &names), Err(Unusable::Newer));
}

#[test]
fn two_names_with_one_hash_are_written_in_full() {
    let mut seen = std::collections::BTreeMap::new();
    let (one, other) = (0..)
        .find_map(|n| {
            let question = id(&format!("q{n}"));
            let hash = short(&question, &Item::Aloud);
            let before = seen.insert(hash, question.clone());
            Some((before?, question))
        })
        .unwrap();
    let names = Names::of([one.clone(), other.clone()].map(|question| (question, Item::Aloud)));
    assert!(names.0.is_empty());
    let log = [one, other].map(|question| Attempt {
        question,
        item: Item::Aloud,
        ..like(1)
    });
    let history = History::replay(log);
    let code = write(&history, &names).unwrap();
    assert_eq!(read(&code, &names), Ok(history));
}

/// As many answers as in some weeks, to as many checks as a bank has.
fn like(n: i64) -> Attempt {
    // Neither moments nor verdicts are to be guessed.
    let noise = sum(&n.to_le_bytes());
    let seconds = 8 + noise % 80;
    let pause = i64::from(seconds) * 1000 + i64::from(noise >> 8) % 30_000;
    let sitting = n / 10 * 40_000_000;
    Attempt {
        at: Moment(1_793_520_000_000 + sitting + n % 10 * 110_000 + pause),
        question: id(&format!("a-question-{}", (n * 7919) % 900)),
        rev: 1,
        item: check("its-check"),
        verdict: if noise >> 20 & 3 == 0 {
            Verdict::Wrong
        } else {
            Verdict::Correct
        },
        help: Help::None,
        confidence: None,
        slip: None,
        seconds,
        runs: 0,
    }
}

fn length(answers: i64) -> usize {
    let log: Vec<_> = (0..answers).map(like).collect();
    let names = Names::of((0..900).map(|n| (id(&format!("a-question-{n}")), check("its-check"))));
    let code = write(&History::replay(log), &names).unwrap();
    code.len()
}

#[test]
fn two_weeks_fit_in_a_picture_and_two_months_in_a_message() {
    let lengths = [20, 140, 450].map(length);
    assert!(lengths[0] < 210, "{lengths:?}");
    assert!(lengths[1] < 1_200, "{lengths:?}");
    assert!(lengths[2] < 3_900, "{lengths:?}");
}

#[test]
fn a_history_that_is_too_long_has_no_code_and_no_code_makes_one() {
    let many = i64::try_from(MOST).unwrap() + 1;
    let history = History::replay((0..many).map(|n| Attempt {
        at: Moment(n),
        ..like(0)
    }));
    assert_eq!(write(&history, &sample_names()), None);
    let names = sample_names();
    let mut packing = Packing::with(Packer::begin(), &names);
    packing.count(history.size()).unwrap();
    packing.count(0).unwrap();
    let packed = [&[0; SUM][..], &packing.asked.end(), &[0; 60_000]].concat();
    let code = sealed(&code_of(&packed));
    assert!(code.len() > LONGEST);
    assert_eq!(read(&code, &names), Err(Unusable::Unreadable));
    let short = code_of(&[&packed[..SUM], &packed[SUM..600]].concat());
    assert_eq!(read(&sealed(&short), &names), Err(Unusable::Unreadable));
    let too_long = "1".repeat(LONGEST + 1);
    assert_eq!(read(&too_long, &sample_names()), Err(Unusable::Unreadable));
}
