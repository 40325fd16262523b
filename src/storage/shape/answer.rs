//! An answer of a sitting, as a short text: a letter for its kind, then ids or fillings with points
//! between them.
//!
//! What a person typed is written with a `%` and two digits for every byte that is no letter or digit, so
//! that no reader meets an escape of another language in it. Nothing here knows what is right.

use bank::answer::Answer;
use bank::check::{LineId, OptionId};

/// The text that keeps an answer.
pub fn write(answer: &Answer) -> String {
    let mut text = String::new();
    match answer {
        Answer::Single(id) => ids(&mut text, 's', &[id.0]),
        Answer::Multi(chosen) => {
            let chosen: Vec<u8> = chosen.iter().map(|id| id.0).collect();
            ids(&mut text, 'm', &chosen);
        }
        Answer::Order(lines) => {
            let lines: Vec<u8> = lines.iter().map(|id| id.0).collect();
            ids(&mut text, 'r', &lines);
        }
        Answer::Bug(line) => ids(&mut text, 'l', &[line.0]),
        Answer::Output(typed) => texts(&mut text, 'o', std::slice::from_ref(typed)),
        Answer::Blank(fillings) => texts(&mut text, 'b', fillings),
    }
    text
}

/// The answer that a text keeps.
pub fn read(text: &str) -> Option<Answer> {
    let (kind, rest) = text.split_at_checked(1)?;
    Some(match kind {
        "s" => Answer::Single(OptionId(rest.parse().ok()?)),
        "l" => Answer::Bug(LineId(rest.parse().ok()?)),
        "m" => Answer::Multi(numbers(rest)?.into_iter().map(OptionId).collect()),
        "r" => Answer::Order(numbers(rest)?.into_iter().map(LineId).collect()),
        "o" => Answer::Output(typed(rest)?),
        "b" => {
            let mut fillings = Vec::new();
            for filling in rest.split('.') {
                fillings.push(typed(filling)?);
            }
            Answer::Blank(fillings)
        }
        _ => return None,
    })
}

fn ids(to: &mut String, kind: char, ids: &[u8]) {
    to.push(kind);
    for (place, id) in ids.iter().enumerate() {
        if place > 0 {
            to.push('.');
        }
        to.push_str(&id.to_string());
    }
}

fn numbers(text: &str) -> Option<Vec<u8>> {
    let mut numbers = Vec::new();
    for number in text.split('.').filter(|_| !text.is_empty()) {
        numbers.push(number.parse().ok()?);
    }
    Some(numbers)
}

const DIGITS: &[u8; 16] = b"0123456789ABCDEF";

fn texts(to: &mut String, kind: char, texts: &[String]) {
    to.push(kind);
    for (place, text) in texts.iter().enumerate() {
        if place > 0 {
            to.push('.');
        }
        for byte in text.bytes() {
            if byte.is_ascii_alphanumeric() {
                to.push(char::from(byte));
            } else {
                to.push('%');
                for half in [byte >> 4, byte & 15] {
                    let digit = DIGITS.get(usize::from(half)).copied();
                    to.push(char::from(digit.unwrap_or(b'0')));
                }
            }
        }
    }
}

fn typed(text: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let byte = match byte {
            b'%' => half(rest.next()?)? << 4 | half(rest.next()?)?,
            _ if byte.is_ascii_alphanumeric() => byte,
            _ => return None,
        };
        bytes.push(byte);
    }
    String::from_utf8(bytes).ok()
}

fn half(digit: u8) -> Option<u8> {
    let place = DIGITS.iter().position(|known| *known == digit)?;
    u8::try_from(place).ok()
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;

    pub(crate) fn any_answer() -> impl Strategy<Value = Answer> {
        prop_oneof![
            any::<u8>().prop_map(|id| Answer::Single(OptionId(id))),
            any::<u8>().prop_map(|id| Answer::Bug(LineId(id))),
            vec(any::<u8>().prop_map(OptionId), 0..4).prop_map(Answer::Multi),
            vec(any::<u8>().prop_map(LineId), 0..4).prop_map(Answer::Order),
            any::<String>().prop_map(Answer::Output),
            vec(any::<String>(), 1..4).prop_map(Answer::Blank),
        ]
    }

    proptest! {
        #[test]
        fn every_answer_comes_back_from_a_text_without_quotes(answer in any_answer()) {
            let text = write(&answer);
            prop_assert!(!text.contains(['"', '\\', '\n']), "{}", text);
            prop_assert_eq!(read(&text), Some(answer));
        }

        #[test]
        fn any_text_is_read_or_refused(text in "[smrlob][0-9A-F.%a]{0,12}") {
            if let Some(answer) = read(&text) {
                prop_assert_eq!(read(&write(&answer)), Some(answer));
            }
        }
    }

    #[test]
    fn what_is_no_answer_is_refused() {
        for text in [
            "", "x1", "s", "s256", "m1.", "o%4", "o%ZZ", "o%FF", "o ", "ä",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(write(&Answer::Output("a b\n".to_owned())), "oa%20b%0A");
    }
}
