//! JSON, as much of it as saved texts need: read into borrowed parts, of which each reader takes what it
//! knows.
//!
//! It is written here because a general reader weighs more in the download than all that is read with it.
//! What is saved holds names, words and whole numbers; so texts are taken as they stand between their
//! quotes, and one with an escape in it is no name.

/// A part of a text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Value<'a> {
    /// A number, `true`, `false` or `null`.
    Bare(&'a str),
    /// What stands between quotes.
    Text(&'a str),
    /// `[...]`
    List(Vec<Value<'a>>),
    /// `{...}`
    Object(Vec<(&'a str, Value<'a>)>),
}

/// Deeper ones are refused, so that no text can use up the stack.
const DEEPEST: usize = 32;

/// The one value that a text is.
pub fn read(text: &str) -> Option<Value<'_>> {
    let mut reader = Reader(text);
    let value = reader.value(DEEPEST)?;
    reader.skip_space();
    reader.0.is_empty().then_some(value)
}

impl<'a> Value<'a> {
    /// A whole number.
    pub fn number<T: TryFrom<i64>>(&self) -> Option<T> {
        match self {
            Value::Bare(digits) => digits.parse::<i64>().ok()?.try_into().ok(),
            Value::Text(_) | Value::List(_) | Value::Object(_) => None,
        }
    }

    /// A text.
    pub fn text(&self) -> Option<&'a str> {
        match self {
            Value::Text(text) => Some(text),
            Value::Bare(_) | Value::List(_) | Value::Object(_) => None,
        }
    }

    /// A text with its escapes undone.
    pub fn string(&self) -> Option<String> {
        unescaped(self.text()?)
    }

    /// A list.
    pub fn list(&self) -> Option<&[Value<'a>]> {
        match self {
            Value::List(items) => Some(items),
            Value::Bare(_) | Value::Text(_) | Value::Object(_) => None,
        }
    }

    /// A field of an object.
    pub fn field(&self, name: &str) -> Option<&Value<'a>> {
        self.fields()
            .find(|(known, _)| *known == name)
            .map(|(_, value)| value)
    }

    /// Whether it has no other fields than these, and none twice.
    pub fn has_only(&self, names: &[&str]) -> bool {
        let is_known = |(name, _): &(&str, Value)| names.contains(name);
        let twice = |name: &&&str| self.fields().filter(|(known, _)| known == *name).count() > 1;
        self.fields().all(is_known) && names.iter().find(twice).is_none()
    }

    fn fields(&self) -> std::slice::Iter<'_, (&'a str, Value<'a>)> {
        match self {
            Value::Object(fields) => fields.iter(),
            Value::Bare(_) | Value::Text(_) | Value::List(_) => [].iter(),
        }
    }
}

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

fn unescaped(text: &str) -> Option<String> {
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

/// What has not been read yet.
struct Reader<'a>(&'a str);

impl<'a> Reader<'a> {
    fn value(&mut self, depth: usize) -> Option<Value<'a>> {
        let depth = depth.checked_sub(1)?;
        self.skip_space();
        match self.0.as_bytes().first()? {
            b'"' => self.text().map(Value::Text),
            b'[' => {
                let mut items = Vec::new();
                self.parts(b']', &mut |reader| {
                    items.push(reader.value(depth)?);
                    Some(())
                })?;
                Some(Value::List(items))
            }
            b'{' => {
                let mut fields = Vec::new();
                self.parts(b'}', &mut |reader| {
                    reader.skip_space();
                    let name = reader.text()?;
                    reader.skip_space();
                    reader.take(b':')?;
                    fields.push((name, reader.value(depth)?));
                    Some(())
                })?;
                Some(Value::Object(fields))
            }
            _ => {
                let is_bare = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
                let end = self.0.find(|c| !is_bare(c)).unwrap_or(self.0.len());
                let (bare, rest) = self.0.split_at_checked(end)?;
                self.0 = rest;
                (!bare.is_empty()).then_some(Value::Bare(bare))
            }
        }
    }

    /// What stands between brackets, with commas between.
    fn parts(&mut self, close: u8, part: &mut dyn FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.0 = self.0.get(1..)?;
        self.skip_space();
        if self.take(close).is_some() {
            return Some(());
        }
        loop {
            part(self)?;
            self.skip_space();
            if self.take(close).is_some() {
                return Some(());
            }
            self.take(b',')?;
        }
    }

    /// The quotes that are escaped are part of it.
    fn text(&mut self) -> Option<&'a str> {
        self.take(b'"')?;
        let mut escaped = false;
        let end = self.0.bytes().position(|byte| {
            let is_end = byte == b'"' && !escaped;
            escaped = byte == b'\\' && !escaped;
            is_end
        })?;
        let (text, rest) = self.0.split_at_checked(end)?;
        self.0 = rest.get(1..)?;
        Some(text)
    }

    fn take(&mut self, byte: u8) -> Option<()> {
        if *self.0.as_bytes().first()? != byte {
            return None;
        }
        self.0 = self.0.get(1..)?;
        Some(())
    }

    fn skip_space(&mut self) {
        self.0 = self.0.trim_start_matches([' ', '\n', '\r', '\t']);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_text_is_read_as_json_reads_it() {
        let text = r#" {"a": [1, -2,"x"], "b":{}, "c\"d":null,"e":[]} "#;
        let value = read(text).unwrap();
        let items = value.field("a").unwrap().list().unwrap();
        assert_eq!(
            (items[0].number(), items[1].number()),
            (Some(1u8), Some(-2i64))
        );
        assert_eq!(
            (items[1].number::<u8>(), items[2].text()),
            (None, Some("x"))
        );
        assert!(value.has_only(&["a", "b", "c\\\"d", "e"]));
        assert!(!value.has_only(&["a", "b"]));
        assert!(!read(r#"{"a":1,"a":2}"#).unwrap().has_only(&["a"]));
    }

    #[test]
    fn what_is_not_json_is_refused() {
        let deep = "[".repeat(100_000);
        for text in [
            "", " ", "[", "[1,]", "[,]", "{1:2}", "{\"a\"}", "\"", "\"\\\"", "1 2", "[1}", &deep,
        ] {
            assert_eq!(read(text), None, "{text:.20}");
        }
    }

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

        #[test]
        fn what_another_reader_takes_this_one_takes(text in "[\\[\\]{}:,\"a1\\\\ ]{0,12}") {
            let other: Result<serde_json::Value, _> = serde_json::from_str(&text);
            if other.is_ok() {
                prop_assert!(read(&text).is_some(), "{}", text);
            }
        }
    }
}
