//! Any history comes back from its text, and no other text is read.

use super::*;
use crate::practice::attempt::{Attempt, Confidence, Help};
use bank::answer::Verdict;
use proptest::prelude::*;

const SAMPLE: &str = include_str!("../../../tests/saved/log-1.txt");
const SAMPLE_2: &str = include_str!("../../../tests/saved/log-2.txt");
const SLIPS: &str = include_str!("../../../tests/saved/log-2-slips.txt");

fn written(history: &History) -> String {
    let mut segment = Segment::default();
    for row in history.rows() {
        segment.push(history.subjects(), row);
    }
    for undo in history.undone() {
        segment.push_undo(history.subjects(), undo);
    }
    assert_eq!(segment.text().len(), segment.len());
    segment.text()
}

pub(crate) fn any_attempt() -> impl Strategy<Value = Attempt> {
    let name = "[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}";
    let item = prop_oneof![
        Just(Item::Aloud),
        Just(Item::Exercise),
        name.prop_map(|name| Item::Check(CheckName::parse(&name).unwrap())),
    ];
    let numbers = (
        any::<i64>(),
        any::<u16>(),
        0u8..32,
        0u16..0x9000,
        any::<u32>(),
        any::<u16>(),
    );
    (name, item, numbers).prop_map(|(question, item, (at, rev, said, slip, seconds, runs))| {
        Attempt {
            at: Moment(at),
            question: QuestionId::parse(&question).unwrap(),
            rev,
            item,
            verdict: Said::of_bits(said).verdict(),
            help: Said::of_bits(said).help(),
            confidence: Said::of_bits(said).confidence(),
            slip: Slip::of_number(slip),
            seconds,
            runs,
        }
    })
}

proptest! {
    #[test]
    fn every_history_comes_back(log in prop::collection::vec(any_attempt(), 0..30), undos in 0..3) {
        let mut history = History::replay(log);
        for _ in 0..undos {
            history.undo_last();
        }
        prop_assert_eq!(read(&written(&history)), Ok(history));
    }

    #[test]
    fn any_text_is_read_or_refused(
        text in ".{0,60}",
        events in "[A-Za-z0-9.*_-]{0,60}",
        is_newer: bool,
    ) {
        let _ = read(&text);
        // With a sum that is right, so that the events are looked at.
        let segment = Segment { events, is_newer, ..Segment::default() };
        if let Ok(history) = read(&segment.text()) {
            prop_assert_eq!(read(&written(&history)), Ok(history));
        }
    }

    #[test]
    fn one_character_that_differs_is_noticed_or_changes_nothing(
        place in 0usize..150,
        other in "[A-Za-z0-9.*_-]",
    ) {
        let sample = SAMPLE.trim_end();
        let place = place % sample.len();
        let mut text = sample.to_owned();
        text.replace_range(place..=place, &other);
        // Version 2 may say more than version 1, and says the same in the same way.
        let is_known = text == sample || text == sample.replacen(MARK, MARK_2, 1);
        prop_assert_eq!(read(&text).ok(), is_known.then(|| read(sample).unwrap()));
    }
}

#[test]
fn version_1_is_written_as_ever() {
    let history = read(SAMPLE.trim_end()).unwrap();
    assert_eq!(history.attempts().len(), 4);
    assert_eq!(history.undone().len(), 1);
    let last = history.attempts().next_back().unwrap();
    assert_eq!((last.item, last.runs), (Item::Exercise, 17));
    assert_eq!(
        (last.verdict, last.help),
        (Verdict::CouldNotRun, Help::Hint)
    );
    assert_eq!(written(&history), SAMPLE.trim_end());
}

#[test]
fn version_2_says_how_sure_somebody_was_and_is_written_only_then() {
    let history = read(SAMPLE_2.trim_end()).unwrap();
    let said = history.attempts().map(|attempt| attempt.confidence);
    let expected = [
        Some(Confidence::Sure),
        None,
        Some(Confidence::Guess),
        Some(Confidence::ThinkSo),
    ];
    assert!(said.eq(expected));
    assert_eq!(written(&history), SAMPLE_2.trim_end());
    // Version 1 has no place for it, and none is made up.
    let as_1 = Segment {
        is_newer: false,
        events: SAMPLE_2.trim_end()[MARK.len() + SUM..].to_owned(),
        ..Segment::default()
    };
    assert_eq!(read(&as_1.text()), Err(Unusable::Unreadable));
    let plain = history.attempts().map(|attempt| Attempt {
        confidence: None,
        slip: None,
        ..attempt
    });
    assert!(written(&History::replay(plain)).starts_with(MARK));
}

#[test]
fn version_2_says_which_slip_was_made() {
    let history = read(SLIPS.trim_end()).unwrap();
    let said = history
        .attempts()
        .map(|attempt| (attempt.confidence, attempt.slip.map(Slip::number)));
    let expected = [
        (Some(Confidence::Sure), Some(1)),
        (None, Some(0x7fff)),
        (Some(Confidence::Guess), None),
        (Some(Confidence::ThinkSo), Some(4_711)),
    ];
    assert!(said.eq(expected));
    assert_eq!(written(&history), SLIPS.trim_end());
}

#[test]
fn what_is_not_whole_or_not_ours_is_told_apart_from_what_is_newer() {
    let check = |text: &str, expected: Unusable| assert_eq!(read(text), Err(expected), "{text}");
    check("", Unusable::Unreadable);
    check("L1", Unusable::Unreadable);
    check("L1AAAAAA", Unusable::Unreadable);
    check("L", Unusable::Unreadable);
    check("L0", Unusable::Unreadable);
    check("M2", Unusable::Unreadable);
    check("L3 in another shape", Unusable::Newer);
    check(&SAMPLE[..SAMPLE.len() - 3], Unusable::Unreadable);
}
