//! A segment of the log: the text of some events, short enough that a browser keeps 100,000 of them.
//!
//! `L1`, or `L2` when it says how sure somebody was or which slip they made, which `L1` could not; a check sum of six digits, then
//! the events. An event is: its moment as the difference in
//! milliseconds to the one before; what it is about, as a place in the list of what this segment has
//! named so far (the next free place is followed by a new name, `question.check.revision`, the check
//! being empty for an answer aloud and `*` for the exercise); a digit for verdict, help and what is
//! more; where there is more to say than version 1 could, a digit for how sure the person was and whether
//! a slip follows, and its number; the seconds, and the runs if there were any. An event that takes an attempt back ends at the
//! digit. Numbers are little-endian in digits of 5 bits, with 32 more for each that is followed by
//! another. There is no way to read a part of a segment.

use crate::practice::attempt::Item;
use crate::practice::history::History;
use crate::practice::history::row::{Row, Said, Undo};
use crate::practice::history::subject::{Subject, SubjectId, Subjects};
use crate::practice::slip::Slip;
use crate::practice::time::Moment;
use crate::storage::Unusable;
use bank::name::{CheckName, QuestionId};

/// At most so many characters are written to add an event: 16 KiB where one takes two bytes.
pub const APPENDED: usize = 8 * 1024;
/// At most so many characters stand in a segment that is written once, when others are joined. Each names
/// what was answered anew, which takes 50,000 of them once all of a large bank was answered.
pub const JOINED: usize = 192 * 1024;

/// The digits of all that is packed into text.
pub(super) const DIGITS: &[u8; 64] =
    b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/// Written whenever it is enough, so that older builds can read it.
const MARK: &str = "L1";
const MARK_2: &str = "L2";
const SUM: usize = 6;
/// Marks in the digit after the name; the three lowest bits are what was said.
const WITH_RUNS: u8 = 8;
const TAKES_BACK: u8 = 16;
const WITH_MORE: u8 = 32;
/// Of what was said, the bits that stand in that digit; the others stand in the next one.
const SAID: u8 = 7;
/// In the next digit, beside the confidence.
const WITH_SLIP: u8 = 4;

/// A segment that grows.
#[derive(Clone, Default)]
pub struct Segment {
    events: String,
    named: Vec<SubjectId>,
    last: i64,
    /// Whether an event says what version 1 could not.
    is_newer: bool,
}

impl Segment {
    /// Adds an attempt.
    pub fn push(&mut self, subjects: &Subjects, row: &Row) {
        self.about(subjects, row.at, row.subject);
        let (said, confidence) = (row.said.bits() & SAID, row.said.bits() >> 3);
        let runs = if row.runs > 0 { WITH_RUNS } else { 0 };
        let slip = if row.slip.is_some() { WITH_SLIP } else { 0 };
        if confidence | slip > 0 {
            self.is_newer = true;
            self.digit(said | runs | WITH_MORE);
            self.digit(confidence | slip);
        } else {
            self.digit(said | runs);
        }
        if let Some(slip) = row.slip {
            self.number(slip.number().into());
        }
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
            is_newer: text.starts_with(MARK_2),
            ..Segment::default()
        };
        segment.text()
    }

    /// The text to keep.
    pub fn text(&self) -> String {
        let mut head = Segment::default();
        let sum = sum(self.events.as_bytes());
        for place in 0..SUM {
            head.digit((sum >> (6 * place)) as u8 & 63);
        }
        let mark = if self.is_newer { MARK_2 } else { MARK };
        [mark, &head.events, &self.events].concat()
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
    let (mark, rest) = text
        .split_at_checked(MARK.len())
        .ok_or(Unusable::Unreadable)?;
    if mark != MARK && mark != MARK_2 {
        return Err(another(text));
    }
    let (head, events) = rest.split_at_checked(SUM).ok_or(Unusable::Unreadable)?;
    let kept = head.bytes().rev().try_fold(0u64, |sum, digit| {
        Some((sum << 6) | u64::from(value(digit)?))
    });
    if kept != Some(u64::from(sum(events.as_bytes()))) {
        return Err(Unusable::Unreadable);
    }
    Reader(events.as_bytes())
        .history(mark == MARK_2)
        .ok_or(Unusable::Unreadable)
}

/// `L3` and what a later build may write; anything else is not ours.
fn another(text: &str) -> Unusable {
    let version = text.strip_prefix('L').unwrap_or_default();
    match version.bytes().next() {
        Some(b'3'..=b'9') => Unusable::Newer,
        Some(_) | None => Unusable::Unreadable,
    }
}

/// What has not been read yet.
struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn history(mut self, is_newer: bool) -> Option<History> {
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
                // Version 1 has no such digit.
                32.. if !is_newer => return None,
                0..16 | 32..48 => {
                    let (said, slip) = self.said(digit)?;
                    rows.push(Row {
                        at,
                        subject,
                        said,
                        slip,
                        seconds: self.number()?.try_into().ok()?,
                        runs: match digit & WITH_RUNS {
                            0 => 0,
                            _ => self.number()?.try_into().ok()?,
                        },
                    });
                }
                _ => return None,
            }
        }
        Some(History::of(subjects, rows, undone))
    }

    /// What was said: the rest of it stands after the digit.
    fn said(&mut self, digit: u8) -> Option<(Said, Option<Slip>)> {
        let more = match digit & WITH_MORE {
            0 => 0,
            _ => self.digit().filter(|digit| (1..8).contains(digit))?,
        };
        let slip = match more & WITH_SLIP {
            0 => None,
            _ => Some(Slip::of_number(self.number()?.try_into().ok()?)?),
        };
        Some((Said::of_bits(digit & SAID | (more & 3) << 3), slip))
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

/// What a digit stands for.
pub(super) fn value(digit: u8) -> Option<u8> {
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
pub(super) fn sum(bytes: &[u8]) -> u32 {
    let mix = |sum: u32, byte: &u8| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
    bytes.iter().fold(0x811c_9dc5, mix)
}

#[cfg(test)]
pub(crate) mod tests;
