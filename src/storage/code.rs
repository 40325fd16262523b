//! A code: a whole history in so few characters that it can stand in an address or in a picture.
//!
//! A digit for the version, then `A-Z a-z 0-9 - _`, six bits each: a check sum of what follows, and what
//! follows, packed by `code/odds.rs`. What was answered is named by 24 bits of a hash where the bank of
//! this build has it, and in full otherwise. A code is read whole or not at all, and never run.
//!
//! It is packed here and not by the browser's CompressionStream, because that knows nothing of hashes,
//! odds or dates, takes up to twice the room, and is not to be had everywhere.

mod odds;
mod packing;
pub mod set;
#[cfg(test)]
pub(crate) mod tests;

use crate::practice::attempt::Item;
use crate::practice::history::History;
use crate::storage::Unusable;
use crate::storage::segment::{DIGITS, sum, value};
use bank::name::QuestionId;
use odds::{Packer, Unpacker};
use packing::{HASH, Packing};

/// The first character of every code of this version.
const VERSION: u8 = b'1';
/// A longer one is none of ours, in characters: no address carries it.
const LONGEST: usize = 64 * 1024;
/// More events are not packed, and a text that claims more is not read: what it unpacks to is bounded.
const MOST: u64 = 20_000;
/// In bytes.
const SUM: usize = 4;

/// What can be named by a hash: everything that the bank lets answer.
#[derive(Debug)]
pub struct Names(Vec<(u32, QuestionId, Item)>);

impl Names {
    /// Of two with one hash neither is named by it.
    pub fn of(items: impl IntoIterator<Item = (QuestionId, Item)>) -> Names {
        let mut names: Vec<_> = items
            .into_iter()
            .map(|(question, item)| (short(&question, &item), question, item))
            .collect();
        names.sort_unstable_by_key(|(hash, ..)| *hash);
        let mut alone = Vec::new();
        for same in names.chunk_by(|(a, ..), (b, ..)| a == b) {
            if let [name] = same {
                alone.push(name.clone());
            }
        }
        Names(alone)
    }

    fn named(&self, hash: u32) -> Option<(&QuestionId, &Item)> {
        let place = self.0.binary_search_by_key(&hash, |(hash, ..)| *hash);
        let (_, question, item) = self.0.get(place.ok()?)?;
        Some((question, item))
    }
}

/// The code of a history, unless it holds too much for one.
pub fn write(history: &History, names: &Names) -> Option<String> {
    if history.size() as u64 > MOST {
        return None;
    }
    let mut packing = Packing::with(Packer::begin(), names);
    packing.pack(history)?;
    Some(sealed(packing.asked.end()))
}

/// The code of what was packed.
fn sealed(packed: Vec<u8>) -> String {
    let mut bytes = sum(&packed).to_le_bytes().to_vec();
    bytes.extend(packed);
    code_of(&bytes)
}

fn code_of(bytes: &[u8]) -> String {
    let mut code = String::from(char::from(VERSION));
    for part in bytes.chunks(3) {
        let byte = |place: usize| u32::from(part.get(place).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..=part.len() {
            let digit = (bits >> (18 - 6 * place)) & 63;
            code.extend(DIGITS.get(digit as usize).map(|digit| char::from(*digit)));
        }
    }
    code
}

/// The history in a code: all of it, or nothing. [`Unusable::Newer`] is one of another build, whose bank
/// has what this one has not.
pub fn read(code: &str, names: &Names) -> Result<History, Unusable> {
    let bytes = opened(code)?;
    let mut unpacking = Packing::with(Unpacker::begin(&bytes), names);
    match unpacking.unpack() {
        Some(history) => Ok(history),
        None => Err(unpacking.why_not()),
    }
}

/// What was packed, if the check sum is right.
fn opened(code: &str) -> Result<Vec<u8>, Unusable> {
    let digits = match code.as_bytes() {
        [VERSION, digits @ ..] if code.len() <= LONGEST => digits,
        [b'2'..=b'9', digits @ ..] if digits.iter().all(|it| value(*it).is_some()) => {
            return Err(Unusable::Newer);
        }
        _ => return Err(Unusable::Unreadable),
    };
    let bytes = bytes(digits).ok_or(Unusable::Unreadable)?;
    let (head, packed) = bytes
        .split_first_chunk::<SUM>()
        .ok_or(Unusable::Unreadable)?;
    if u32::from_le_bytes(*head) != sum(packed) {
        return Err(Unusable::Unreadable);
    }
    Ok(packed.to_vec())
}

/// Three for each four digits; bits that are left over are 0.
fn bytes(digits: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    for part in digits.chunks(4) {
        let mut bits = 0;
        for place in 0..4 {
            let digit = part.get(place).map_or(Some(0), |digit| value(*digit))?;
            bits = bits << 6 | u32::from(digit);
        }
        let [_, three @ ..] = bits.to_be_bytes();
        let (whole, left) = three.split_at_checked(part.len().checked_sub(1)?)?;
        if whole.is_empty() || left.iter().any(|byte| *byte != 0) {
            return None;
        }
        bytes.extend(whole);
    }
    Some(bytes)
}

fn full(question: &QuestionId, item: &Item) -> String {
    let item = match item {
        Item::Aloud => "",
        Item::Exercise => "*",
        Item::Check(name) => name.as_str(),
    };
    [question.as_str(), ".", item, "."].concat()
}

fn short(question: &QuestionId, item: &Item) -> u32 {
    let hash = sum(full(question, item).as_bytes());
    (hash ^ hash >> HASH) & ((1 << HASH) - 1)
}
