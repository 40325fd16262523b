//! JSON, as much of it as saved texts need: read into borrowed parts, of which each reader takes what it
//! knows.
//!
//! It is written here because a general reader weighs more in the download than all that is read with it.
//! What is saved holds names, words and whole numbers; so texts are taken as they stand between their
//! quotes, and one with an escape in it is no name.

pub mod escape;

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
        escape::plain(self.text()?)
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

    proptest! {
        #[test]
        fn what_another_reader_takes_this_one_takes(text in "[\\[\\]{}:,\"a1\\\\ ]{0,12}") {
            let other: Result<serde_json::Value, _> = serde_json::from_str(&text);
            if other.is_ok() {
                prop_assert!(read(&text).is_some(), "{}", text);
            }
        }
    }
}
