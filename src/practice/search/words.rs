//! Words as the search compares them: letters and digits in lower case, whatever stands between.
//!
//! Only ASCII has cases here: tables for all other letters would be downloaded to a phone, and the bank is
//! written in English.

/// The words of a text in lower case, in order.
pub fn words(text: &str) -> impl Iterator<Item = String> {
    places(text).map(|(_, word)| word.to_ascii_lowercase())
}

/// The words of a text, each with where it begins.
pub fn places(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut rest = (0, text);
    std::iter::from_fn(move || {
        let (at, text) = rest;
        let begin = text.find(is_letter)?;
        let (_, word) = text.split_at_checked(begin)?;
        let end = word.find(|c| !is_letter(c)).unwrap_or(word.len());
        let (word, after) = word.split_at_checked(end)?;
        rest = (at + begin + end, after);
        Some((at + begin, word))
    })
}

/// Signs outside ASCII, such as dashes and arrows, stand in blocks of their own.
fn is_letter(c: char) -> bool {
    match u32::from(c) {
        ..0x80 => c.is_ascii_alphanumeric(),
        0x80..0xC0 | 0xD7 | 0xF7 | 0x2000..0x2C00 => false,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, expected: &[&str]) {
        assert_eq!(words(text).collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn words_are_what_stands_between_signs() {
        check("", &[]);
        check("What __init__ does", &["what", "init", "does"]);
        check(
            "Python’s *args – and 2×3",
            &["python", "s", "args", "and", "2", "3"],
        );
        check("n-th größe", &["n", "th", "größe"]);
        check("list.append(x)", &["list", "append", "x"]);
    }

    proptest! {
        #[test]
        fn words_stand_where_it_is_said(text in ".*") {
            for (at, word) in places(&text) {
                prop_assert_eq!(&text[at..at + word.len()], word);
                prop_assert!(!word.is_empty());
            }
        }
    }
}
