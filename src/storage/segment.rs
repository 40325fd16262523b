//! A segment of the log: the text of some events, short enough that a browser keeps 100,000 of them.
//!
//! `L1`, a check sum of six digits, then the events. An event is: its moment as the difference in
//! milliseconds to the one before; what it is about, as a place in the list of what this segment has
//! named so far (the next free place is followed by a new name, `question.check.revision`, the check
//! being empty for an answer aloud and `*` for the exercise); a digit for verdict, help and what is
//! more; the seconds, and the runs if there were any. An event that takes an attempt back ends at the
//! digit. Numbers are little-endian in digits of 5 bits, with 32 more for each that is followed by
//! another. There is no way to read a part of a segment.

use crate::practice::attempt::Item;
use crate::practice::history::History;
use crate::practice::history::row::{Row, Said, Undo};
use crate::practice::history::subject::{Subject, SubjectId, Subjects};
use crate::practice::time::Moment;
use crate::storage::Unusable;
use bank::name::{CheckName, QuestionId};

/// At most so many characters are written to add an event: 16 KiB where one takes two bytes.
pub const APPENDED: usize = 8 * 1024;
/// At most so many characters stand in a segment that is written once, when others are joined.
pub const JOINED: usize = 128 * 1024;

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const MARK: &str = "L1";
const SUM: usize = 6;
/// Marks in the digit after the name; the three lowest bits are what was said.
const WITH_RUNS: u8 = 8;
const TAKES_BACK: u8 = 16;

/// A segment that grows.
#[derive(Clone, Default)]
pub struct Segment {
    events: String,
    named: Vec<SubjectId>,
    last: i64,
}

impl Segment {
    /// Adds an attempt.
    pub fn push(&mut self, subjects: &Subjects, row: &Row) {
        self.about(subjects, row.at, row.subject);
        let more = if row.runs > 0 { WITH_RUNS } else { 0 };
        self.digit(row.said.bits() | more);
        self.number(u64::from(row.seconds));
        if row.runs > 0 {
            self.number(u64::from(row.runs));
        }
    }

    /// Adds that an attempt was taken back.
    pub fn push_undo(&mut self, subjects: &Subjects, undo: &Undo) {
        self.about(subjects, undo.at, undo.subject);
        self.digit(TAKES_BACK);
    }

    /// A text of these events, whatever they are, with a check sum that is right.
    #[cfg(test)]
    pub(crate) fn sealed(text: &str) -> String {
        let events = text.get(MARK.len() + SUM..).unwrap_or(text).to_owned();
        let segment = Segment {
            events,
            ..Segment::default()
        };
        segment.text()
    }

    /// The text to keep.
    pub fn text(&self) -> String {
        let mut head = Segment::default();
        let sum = sum(&self.events);
        for place in 0..SUM {
            head.digit((sum >> (6 * place)) as u8 & 63);
        }
        [MARK, &head.events, &self.events].concat()
    }

    /// How many characters [`Segment::text`] has.
    pub fn len(&self) -> usize {
        MARK.len() + SUM + self.events.len()
    }

    /// Whether nothing was added yet.
    pub fn is_empty(&self) -> bool {
        self.events.is_empty()
    }

    fn about(&mut self, subjects: &Subjects, at: Moment, subject: SubjectId) {
        let step = at.0.wrapping_sub(self.last);
        self.last = at.0;
        // Small numbers of either sign become small numbers.
        self.number(((step << 1) ^ (step >> 63)) as u64);
        let place = self.named.iter().position(|named| *named == subject);
        self.number(place.unwrap_or(self.named.len()) as u64);
        if place.is_none() {
            self.named.push(subject);
            let subject = subjects.of(subject);
            let item = match &subject.item {
                Item::Aloud => "",
                Item::Exercise => "*",
                Item::Check(name) => name.as_str(),
            };
            for part in [subject.question.as_str(), ".", item, "."] {
                self.events.push_str(part);
            }
            self.number(u64::from(subject.rev));
        }
    }

    fn number(&mut self, mut number: u64) {
        while number > 31 {
            self.digit((number & 31) as u8 | 32);
            number >>= 5;
        }
        self.digit(number as u8);
    }

    fn digit(&mut self, digit: u8) {
        let digit = DIGITS.get(usize::from(digit)).copied();
        self.events.push(char::from(digit.unwrap_or(b'!')));
    }
}

/// The events of a text: all of them, or none.
pub fn read(text: &str) -> Result<History, Unusable> {
    let text = match text.strip_prefix(MARK) {
        Some(text) => text,
        None => return Err(another(text)),
    };
    let (head, events) = text.split_at_checked(SUM).ok_or(Unusable::Unreadable)?;
    let kept = head.bytes().rev().try_fold(0u64, |sum, digit| {
        Some((sum << 6) | u64::from(value(digit)?))
    });
    if kept != Some(u64::from(sum(events))) {
        return Err(Unusable::Unreadable);
    }
    Reader(events.as_bytes())
        .history()
        .ok_or(Unusable::Unreadable)
}

/// `L2` and what a later build may write; anything else is not ours.
fn another(text: &str) -> Unusable {
    let version = text.strip_prefix('L').unwrap_or_default();
    match version.bytes().next() {
        Some(b'2'..=b'9') => Unusable::Newer,
        Some(_) | None => Unusable::Unreadable,
    }
}

/// What has not been read yet.
struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn history(mut self) -> Option<History> {
        let mut subjects = Subjects::default();
        let mut named = Vec::new();
        let (mut rows, mut undone) = (Vec::new(), Vec::new());
        let mut last = 0i64;
        while !self.0.is_empty() {
            let step = self.number()?;
            last = last.wrapping_add((step >> 1) as i64 ^ -((step & 1) as i64));
            let at = Moment(last);
            let place = usize::try_from(self.number()?).ok()?;
            if place == named.len() {
                named.push(subjects.id(self.subject()?));
            }
            let subject = *named.get(place)?;
            let digit = self.digit()?;
            match digit {
                TAKES_BACK => undone.push(Undo { at, subject }),
                0..TAKES_BACK => rows.push(Row {
                    at,
                    subject,
                    said: Said::of_bits(digit),
                    seconds: self.number()?.try_into().ok()?,
                    runs: match digit & WITH_RUNS {
                        0 => 0,
                        _ => self.number()?.try_into().ok()?,
                    },
                }),
                _ => return None,
            }
        }
        Some(History::of(subjects, rows, undone))
    }

    fn subject(&mut self) -> Option<Subject> {
        Some(Subject {
            question: QuestionId::parse(self.part()?).ok()?,
            item: match self.part()? {
                "" => Item::Aloud,
                "*" => Item::Exercise,
                name => Item::Check(CheckName::parse(name).ok()?),
            },
            rev: self.number()?.try_into().ok()?,
        })
    }

    /// Up to the next point.
    fn part(&mut self) -> Option<&str> {
        let end = self.0.iter().position(|byte| *byte == b'.')?;
        let (part, rest) = self.0.split_at_checked(end)?;
        self.0 = rest.get(1..)?;
        std::str::from_utf8(part).ok()
    }

    fn number(&mut self) -> Option<u64> {
        let (mut number, mut place) = (0, 0);
        loop {
            let digit = self.digit()?;
            let part = u64::from(digit & 31);
            // The thirteenth digit holds the last four bits.
            if place > 60 || (place == 60 && part > 15) {
                return None;
            }
            number |= part << place;
            place += 5;
            if digit < 32 {
                return Some(number);
            }
        }
    }

    fn digit(&mut self) -> Option<u8> {
        let (digit, rest) = self.0.split_first()?;
        self.0 = rest;
        value(*digit)
    }
}

fn value(digit: u8) -> Option<u8> {
    match digit {
        b'A'..=b'Z' => Some(digit - b'A'),
        b'a'..=b'z' => Some(digit - b'a' + 26),
        b'0'..=b'9' => Some(digit - b'0' + 52),
        b'-' => Some(62),
        b'_' => Some(63),
        _ => None,
    }
}

/// FNV-1a, 32 bits: it notices damage, and does not resist anyone.
fn sum(text: &str) -> u32 {
    let mix = |sum: u32, byte: u8| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    text.bytes().fold(0x811c_9dc5, mix)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::attempt::{Attempt, Help};
    use bank::answer::Verdict;
    use proptest::prelude::*;

    const SAMPLE: &str = include_str!("../../tests/saved/log-1.txt");

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
            0u8..8,
            any::<u32>(),
            any::<u16>(),
        );
        (name, item, numbers).prop_map(|(question, item, (at, rev, said, seconds, runs))| Attempt {
            at: Moment(at),
            question: QuestionId::parse(&question).unwrap(),
            rev,
            item,
            verdict: Said::of_bits(said).verdict(),
            help: Said::of_bits(said).help(),
            seconds,
            runs,
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
        fn any_text_is_read_or_refused(text in ".{0,60}", events in "[A-Za-z0-9.*_-]{0,60}") {
            let _ = read(&text);
            // With a sum that is right, so that the events are looked at.
            let segment = Segment { events, ..Segment::default() };
            if let Ok(history) = read(&segment.text()) {
                prop_assert_eq!(read(&written(&history)), Ok(history));
            }
        }

        #[test]
        fn one_character_that_differs_is_noticed(place in 0usize..150, other in "[A-Za-z0-9.*_-]") {
            let sample = SAMPLE.trim_end();
            let place = place % sample.len();
            let mut text = sample.to_owned();
            text.replace_range(place..=place, &other);
            prop_assert_eq!(read(&text).is_ok(), text == sample);
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
    fn what_is_not_whole_or_not_ours_is_told_apart_from_what_is_newer() {
        let check =
            |text: &str, expected: Unusable| assert_eq!(read(text), Err(expected), "{text}");
        check("", Unusable::Unreadable);
        check("L1", Unusable::Unreadable);
        check("L1AAAAAA", Unusable::Unreadable);
        check("L", Unusable::Unreadable);
        check("L0", Unusable::Unreadable);
        check("M2", Unusable::Unreadable);
        check("L2 in another shape", Unusable::Newer);
        check(&SAMPLE[..SAMPLE.len() - 3], Unusable::Unreadable);
    }
}
