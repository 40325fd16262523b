//! What may stand in storage or in a file, read as if a stranger had written it: any text is read whole
//! or refused, and nothing panics.

use crate::practice::history::History;
use crate::practice::shuffle::{Seed, SplitMix64};
use crate::practice::time::Moment;
use crate::storage::code;
use crate::storage::segment::{self, Segment};
use crate::storage::shape::backup::beside;
use crate::storage::shape::{backup, session, settings};
use bank::name::QuestionId;

const SAMPLES: &[&str] = &[
    include_str!("../../tests/saved/log-1.txt"),
    include_str!("../../tests/saved/log-2.txt"),
    include_str!("../../tests/saved/log-2-slips.txt"),
    include_str!("../../tests/saved/backup-v3.json"),
    include_str!("../../tests/saved/backup-v4.json"),
    include_str!("../../tests/saved/backup-v4-beside.json"),
    include_str!("../../tests/saved/backup-v4-slips.json"),
    include_str!("../../tests/saved/code-1.txt"),
    include_str!("../../tests/saved/progress-v1.json"),
    include_str!("../../tests/saved/progress-v2.json"),
    include_str!("../../tests/saved/session-v1.json"),
    include_str!("../../tests/saved/session-v2.json"),
    include_str!("../../tests/saved/session-v3.json"),
    include_str!("../../tests/saved/settings-v1.json"),
    include_str!("../../tests/saved/settings-v2.json"),
];

/// What makes a difference to one reader or another.
const BITS: &[&str] = &[
    "",
    "\"",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    "0",
    "-1",
    "1e9",
    "99999999999999999999",
    "null",
    "true",
    "\\u0000",
    "\\ud800",
    ".",
    "*",
    "_",
    "-",
    "____________A",
    "ä",
    "\u{0}",
    "gil",
    "#exercise",
    "version",
    "undone",
    "exam",
    "%",
    "L1",
    "L2",
    "L3",
    "sure",
    " ",
];

fn input(chance: &mut SplitMix64) -> String {
    if chance.below(4) == 0 {
        let bytes: Vec<u8> = (0..chance.below(80))
            .map(|_| chance.below(256) as u8)
            .collect();
        return String::from_utf8_lossy(&bytes).into_owned();
    }
    let mut text = SAMPLES[chance.below(SAMPLES.len())].trim_end().to_owned();
    for _ in 0..=chance.below(4) {
        let place = |chance: &mut SplitMix64| {
            let wanted = chance.below(text.len() + 1);
            (0..=wanted)
                .rev()
                .find(|place| text.is_char_boundary(*place))
                .unwrap()
        };
        let (from, to) = (place(chance), place(chance));
        let to = to.max(from).min(from + chance.below(12));
        let to = (from..=to)
            .rev()
            .find(|place| text.is_char_boundary(*place))
            .unwrap();
        let bit = match chance.below(3) {
            0 => text[from..to].repeat(2),
            1 => char::from(32 + chance.below(95) as u8).to_string(),
            _ => BITS[chance.below(BITS.len())].to_owned(),
        };
        text.replace_range(from..to, &bit);
    }
    text
}

/// Reads it as everything that it might be.
fn is_total(text: &str) {
    for read in [
        segment::read(text),
        segment::read(&Segment::sealed(text)),
        backup::read(text),
    ] {
        let Ok(history) = read else { continue };
        assert_eq!(
            segment::read(&written(&history)),
            Ok(history.clone()),
            "{text}"
        );
        let again = backup::read(&backup::write(&history, Moment(0)));
        assert_eq!(again, Ok(history), "{text}");
    }
    if let Ok(beside) = beside::read(text) {
        let mut again = backup::write(&History::default(), Moment(0));
        beside::write(&beside, &mut again);
        assert_eq!(beside::read(&again), Ok(beside), "{text}");
    }
    let names = code::tests::sample_names();
    for code in [text, &code::tests::sealed(text)] {
        let Ok(history) = code::read(code, &names) else {
            continue;
        };
        let again = code::write(&history, &names).unwrap();
        assert_eq!(code::read(&again, &names), Ok(history), "{text}");
    }
    if let Ok((at, sitting)) = session::read(text, &QuestionId::clone) {
        let again = session::read(&session::write(&sitting, at), &QuestionId::clone);
        assert_eq!(again, Ok((at, sitting)), "{text}");
    }
    if let Ok(read) = settings::read(text) {
        assert_eq!(settings::read(&settings::write(read)), Ok(read), "{text}");
    }
}

fn written(history: &History) -> String {
    let mut segment = Segment::default();
    for row in history.rows() {
        segment.push(history.subjects(), row);
    }
    for undo in history.undone() {
        segment.push_undo(history.subjects(), undo);
    }
    segment.text()
}

fn fuzz(inputs: u64) {
    let mut chance = SplitMix64(Seed(inputs).part(0).0);
    for _ in 0..inputs {
        is_total(&input(&mut chance));
    }
}

#[test]
fn any_text_is_read_whole_or_refused() {
    fuzz(30_000);
}

#[test]
#[ignore = "takes minutes: cargo test --release --lib refused -- --ignored"]
fn twelve_million_texts_are_read_whole_or_refused() {
    fuzz(12_000_000);
}
