//! How texts travel in the embedded bank: bytes up to a zero, and in HTML one byte for each tag.
//!
//! A length before each text is a number that no compressor can foresee, and a tag costs more than a
//! letter. Without both the bank is smaller by a tenth after brotli. In formats for people (JSON) a
//! text stays a text.

use serde::de::{Error as _, SeqAccess, Visitor};
use serde::ser::{Error as _, SerializeTuple};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// Ends a text; no text contains it.
const END: u8 = 0;

/// The markup that the compiler writes most. The byte for each is its place here plus one; the line
/// break, which stands for itself, is one of the places.
const TAGS: [&str; 31] = [
    "<p>",
    "</p>",
    "<code>",
    "</code>",
    "<span class=\"k\">",
    "<span class=\"s\">",
    "<span class=\"c\">",
    "<span class=\"n\">",
    "<span class=\"d\">",
    "\n",
    "</span>",
    "<strong>",
    "</strong>",
    "<li>",
    "</li>",
    "<ul>",
    "</ul>",
    "<ol>",
    "</ol>",
    "<em>",
    "</em>",
    "&lt;",
    "&amp;",
    "<a href=\"https://docs.python.org/3/",
    "\" rel=\"noopener\">",
    "</a>",
    "<pre class=\"code\" tabindex=\"0\"><code>",
    "</code></pre>\n",
    "<figure class=\"output\"><figcaption>Output</figcaption><pre tabindex=\"0\"><samp>",
    "</samp></pre></figure>\n",
    "<br>",
];

fn tag(byte: u8) -> Option<&'static str> {
    let place = usize::from(byte).checked_sub(1)?;
    TAGS.get(place).copied()
}

/// `#[serde(with = "wire::text")]` for a `String`.
pub(crate) mod text {
    use super::*;

    pub(crate) fn serialize<S: Serializer>(text: &str, to: S) -> Result<S::Ok, S::Error> {
        if to.is_human_readable() {
            return to.serialize_str(text);
        }
        if text.bytes().any(|byte| byte == END) {
            return Err(S::Error::custom("a text holds a zero"));
        }
        write(text.bytes(), text.len(), to)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
        if from.is_human_readable() {
            return String::deserialize(from);
        }
        from.deserialize_tuple(usize::MAX, Reader { html: false })
    }
}

/// `#[serde(with = "wire::html")]` for a `String` of markup.
pub(crate) mod html {
    use super::*;

    pub(crate) fn serialize<S: Serializer>(html: &str, to: S) -> Result<S::Ok, S::Error> {
        if to.is_human_readable() {
            return to.serialize_str(html);
        }
        let mut short = Vec::with_capacity(html.len());
        let mut rest = html;
        while let Some(first) = rest.chars().next() {
            let found = (1..).zip(TAGS).filter(|(_, tag)| rest.starts_with(tag));
            let (byte, length) = match found.max_by_key(|(_, tag)| tag.len()) {
                Some((byte, tag)) => (Some(byte), tag.len()),
                None if first < ' ' => {
                    return Err(S::Error::custom("markup holds a control character"));
                }
                None => (None, first.len_utf8()),
            };
            let (head, tail) = rest.split_at(length);
            match byte {
                Some(byte) => short.push(byte),
                None => short.extend(head.bytes()),
            }
            rest = tail;
        }
        let length = short.len();
        write(short.into_iter(), length, to)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
        if from.is_human_readable() {
            return String::deserialize(from);
        }
        from.deserialize_tuple(usize::MAX, Reader { html: true })
    }
}

/// `#[serde(with = "wire::texts")]` for a `Vec<String>`.
pub(crate) mod texts {
    use super::*;

    #[derive(Serialize, Deserialize)]
    struct One(#[serde(with = "text")] String);

    pub(crate) fn serialize<S: Serializer>(texts: &[String], to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(texts.iter().map(|text| One(text.clone())))
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<String>, D::Error> {
        let texts = Vec::<One>::deserialize(from)?;
        Ok(texts.into_iter().map(|One(text)| text).collect())
    }
}

fn write<S: Serializer>(
    bytes: impl Iterator<Item = u8>,
    length: usize,
    to: S,
) -> Result<S::Ok, S::Error> {
    let mut tuple = to.serialize_tuple(length + 1)?;
    for byte in bytes {
        tuple.serialize_element(&byte)?;
    }
    tuple.serialize_element(&END)?;
    tuple.end()
}

struct Reader {
    html: bool,
}

impl<'de> Visitor<'de> for Reader {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("text that ends with a zero")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<String, A::Error> {
        let mut bytes = Vec::new();
        while let Some(byte) = from.next_element::<u8>()? {
            match tag(byte).filter(|_| self.html) {
                _ if byte == END => break,
                Some(tag) => bytes.extend_from_slice(tag.as_bytes()),
                None => bytes.push(byte),
            }
        }
        String::from_utf8(bytes).map_err(A::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use crate::name::QuestionId;
    use crate::question::Html;

    fn there_and_back(html: &str) -> Option<String> {
        let bytes = postcard::to_allocvec(&Html(html.to_owned())).ok()?;
        let read: Html = postcard::from_bytes(&bytes).ok()?;
        Some(read.0)
    }

    #[test]
    fn markup_comes_back_as_it_went() {
        for html in [
            "",
            "<p>a &amp; b</p>",
            "<p>one</p>\n<ul><li>two <code>x &lt; 3</code></li>\n</ul>",
            "<pre class=\"code\" tabindex=\"0\"><code><span class=\"k\">def</i> ö</code></pre>\n",
            "<unknown> </p",
        ] {
            assert_eq!(there_and_back(html).as_deref(), Some(html));
        }
    }

    #[test]
    fn a_control_character_does_not_travel() {
        assert_eq!(there_and_back("a\u{1}b"), None);
        assert_eq!(there_and_back("a\0b"), None);
    }

    #[test]
    fn a_tag_costs_one_byte() {
        let html = Html("<p>a</p>".to_owned());
        assert_eq!(postcard::to_allocvec(&html).unwrap(), [1, b'a', 2, 0]);
    }

    #[test]
    fn text_that_never_ends_is_refused() {
        assert!(postcard::from_bytes::<Html>(b"abc").is_err());
        assert!(postcard::from_bytes::<QuestionId>(b"").is_err());
    }
}
