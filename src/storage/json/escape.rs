//! Texts between quotes: signs that would end them or be no text of JSON are escaped.

/// A text as it stands between quotes.
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '"' | '\\' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            '\0'..' ' => {
                escaped.push_str("\\u00");
                for digit in [u32::from(letter) >> 4, u32::from(letter) & 15] {
                    escaped.extend(char::from_digit(digit, 16));
                }
            }
            _ => escaped.push(letter),
        }
    }
    escaped
}

/// A text that stands between quotes, without its escapes.
pub fn plain(text: &str) -> Option<String> {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, from)) = rest.split_once('\\') {
        plain.push_str(before);
        let mut letters = from.chars();
        plain.push(match letters.next()? {
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            'b' => '\u{8}',
            'f' => '\u{c}',
            'u' => unit(&mut letters)?,
            same @ ('"' | '\\' | '/') => same,
            _ => return None,
        });
        rest = letters.as_str();
    }
    plain.push_str(rest);
    Some(plain)
}

/// What follows `\u`: four digits, or a pair of them as UTF-16 has it.
fn unit(letters: &mut std::str::Chars<'_>) -> Option<char> {
    let first = four_digits(letters)?;
    if !(0xD800..0xDC00).contains(&first) {
        return char::from_u32(first);
    }
    if (letters.next()?, letters.next()?) != ('\\', 'u') {
        return None;
    }
    let second = four_digits(letters)?.checked_sub(0xDC00)?;
    let pair = 0x1_0000 + ((first - 0xD800) << 10) + second;
    (second < 0x400).then(|| char::from_u32(pair))?
}

fn four_digits(letters: &mut std::str::Chars<'_>) -> Option<u32> {
    let digit = |_| letters.next()?.to_digit(16);
    [0; 4]
        .map(digit)
        .into_iter()
        .try_fold(0, |number, digit| Some(number * 16 + digit?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::json::{Value, read};
    use proptest::prelude::*;

    #[test]
    fn escapes_are_undone_or_refused() {
        let check = |text: &str, expected: Option<&str>| {
            let value = Value::Text(text);
            assert_eq!(value.string().as_deref(), expected, "{text}");
        };
        check(r#"a\"b\\c\/d\n"#, Some("a\"b\\c/d\n"));
        check(r"\u0041\u00e9\ud83d\ude00!", Some("Aé😀!"));
        for broken in [
            r"\q",
            r"\u12",
            r"\ud83d",
            r"\ud83d\n",
            r"\ud83d\u0041",
            r"\u+123",
            "\\",
        ] {
            check(broken, None);
        }
    }

    proptest! {
        #[test]
        fn a_text_comes_back_and_is_what_another_reader_reads(text in ".*") {
            let quoted = ["\"", &escaped(&text), "\""].concat();
            prop_assert_eq!(read(&quoted).unwrap().string(), Some(text.clone()));
            prop_assert_eq!(serde_json::from_str::<String>(&quoted).unwrap(), text.clone());
            let theirs = serde_json::to_string(&text).unwrap();
            prop_assert_eq!(read(&theirs).unwrap().string(), Some(text));
        }
    }
}
