//! One byte for each of the words that the bank uses most, and none for the space between two.
//!
//! The words are those of the bank at hand and travel with it. Text is marked already when it comes
//! here: control characters pass through.

use super::ESCAPE;
use crate::embedded::Damaged;
use std::collections::BTreeMap;

/// The bytes from here on are words, and so is no letter outside ASCII: it stands after an escape.
const FIRST: u8 = 0x80;

/// As many as there are bytes left.
const MOST: usize = 128;

/// A word that occurs less often costs more in the table than it saves.
const LEAST_USES: usize = 3;

/// Between words in the table.
const BETWEEN: u8 = b' ';

/// Ends the table.
const END: u8 = 0;

/// The words, by their bytes.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Words(Vec<String>);

impl Words {
    /// Reads the table that stands before other bytes.
    pub(crate) fn open(bytes: &[u8]) -> Result<(Words, &[u8]), Damaged> {
        let end = bytes.iter().position(|&byte| byte == END).ok_or(Damaged)?;
        let (table, rest) = bytes.split_at(end);
        let words = table.split(|&byte| byte == BETWEEN);
        let words = words.map(|word| String::from_utf8(word.to_vec()).map_err(|_| Damaged));
        Ok((Words(words.collect::<Result<_, _>>()?), &rest[1..]))
    }

    /// The table for [`Words::open`].
    pub(crate) fn table(&self) -> Vec<u8> {
        let mut table = self.0.join(" ").into_bytes();
        table.push(END);
        table
    }

    /// The words that save most letters in these texts.
    pub(crate) fn of<'a>(texts: impl Iterator<Item = &'a String>) -> Words {
        let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
        for text in texts {
            for word in text.split(|c: char| !c.is_ascii_alphabetic()) {
                *uses.entry(word).or_default() += 1;
            }
        }
        let saved = |&(word, uses): &(&str, usize)| uses * word.len().saturating_sub(1);
        let mut words: Vec<(&str, usize)> = uses.into_iter().collect();
        words.retain(|word| word.1 >= LEAST_USES && saved(word) > 0);
        words.sort_by_key(|word| std::cmp::Reverse(saved(word)));
        words.truncate(MOST);
        Words(words.into_iter().map(|(word, _)| word.to_owned()).collect())
    }

    pub(super) fn pack(&self, text: &str) -> Vec<u8> {
        let bytes: BTreeMap<&str, u8> = self
            .0
            .iter()
            .map(String::as_str)
            .zip(FIRST..=u8::MAX)
            .collect();
        let mut packed = Vec::with_capacity(text.len());
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
            let (word, after) = rest.split_at(letters);
            if let Some(&byte) = bytes.get(word) {
                packed.push(byte);
                rest = match after.strip_prefix(' ') {
                    Some(next) if next.starts_with(|c: char| c.is_ascii_alphabetic()) => next,
                    Some(_) | None => after,
                };
                continue;
            }
            // Whatever stands after an escape is no part of a word.
            let length = match first {
                ESCAPE => 1 + rest.chars().nth(1).map_or(0, char::len_utf8),
                _ => letters.max(first.len_utf8()),
            };
            let (plain, after) = rest.split_at(length);
            if !first.is_ascii() {
                packed.push(ESCAPE as u8);
            }
            packed.extend(plain.bytes());
            rest = after;
        }
        packed
    }

    pub(super) fn unpack(&self, packed: &[u8]) -> Result<String, Damaged> {
        let mut text = Vec::with_capacity(2 * packed.len());
        let mut is_after_word = false;
        let mut rest = packed;
        while let &[first, ref after @ ..] = rest {
            let is_word = first >= FIRST;
            if is_after_word && (is_word || first.is_ascii_alphabetic()) {
                text.push(b' ');
            }
            is_after_word = is_word;
            rest = after;
            if is_word {
                let word = self.0.get(usize::from(first - FIRST)).ok_or(Damaged)?;
                text.extend(word.bytes());
            } else if first == ESCAPE as u8 {
                let next = rest.first().ok_or(Damaged)?;
                let length = length(*next);
                if length == 1 {
                    text.push(first);
                }
                let (plain, after) = rest.split_at_checked(length).ok_or(Damaged)?;
                text.extend(plain);
                rest = after;
            } else {
                text.push(first);
            }
        }
        String::from_utf8(text).map_err(|_| Damaged)
    }
}

/// The bytes of the character in UTF-8 that begins so.
fn length(first: u8) -> usize {
    match first {
        0xF0.. => 4,
        0xE0.. => 3,
        0x80.. => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(words: &[&str]) -> Words {
        Words(words.iter().map(|word| (*word).to_owned()).collect())
    }

    #[track_caller]
    fn check(text: &str, expected: &[u8]) {
        let words = words(&["the", "list"]);
        let packed = words.pack(text);
        assert_eq!(packed, expected);
        assert_eq!(words.unpack(&packed).as_deref(), Ok(text));
    }

    #[test]
    fn a_word_is_a_byte_and_brings_its_space() {
        check("the list", b"\x80\x81");
        check("the lists", b"\x80lists");
        check("the  list", b"\x80  \x81");
        check("a list, the", b"a \x81, \x80");
        check("list_the list1", b"\x81_\x80\x811");
    }

    #[test]
    fn letters_outside_ascii_are_not_words() {
        check("the é", b"\x80 \x7f\xC3\xA9");
        check("thé the", b"th\x7f\xC3\xA9 \x80");
        check(
            "the\u{20ac}\u{1f40d}the",
            b"\x80\x7f\xE2\x82\xAC\x7f\xF0\x9F\x90\x8D\x80",
        );
    }

    #[test]
    fn an_escaped_character_is_not_part_of_a_word() {
        check("\u{7f}the", b"\x7fthe");
        check("the \u{7f}the", b"\x80 \x7fthe");
        check("\u{7f}Ithe list", b"\x7fI\x80\x81");
    }

    #[test]
    fn the_words_that_save_most_are_taken() {
        let text = "a a a a if if if of of object object object is".to_owned();
        let words = Words::of([&text].into_iter());
        assert_eq!(words, super::tests::words(&["object", "if"]));
        let table = words.table();
        assert_eq!(Words::open(&table), Ok((words, &[][..])));
    }

    #[test]
    fn damaged_bytes_are_refused() {
        for bytes in [
            &b"\x82"[..],
            b"\x7f",
            b"\x7f\xC3",
            b"\x7f\xC3a",
            b"\x7f\x80\x80",
        ] {
            assert_eq!(words(&["the", "list"]).unpack(bytes), Err(Damaged));
        }
        assert_eq!(Words::open(b"never ends"), Err(Damaged));
    }
}
