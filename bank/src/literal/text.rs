//! Python's strings and bytes: prefixes, quotes, escapes.
//!
//! `\N{...}` is not read: it would need the names of all characters.

/// The value of a string token.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Text {
    kind: Kind,
    /// Code points, since a Python string may hold half of a surrogate pair; for bytes, the bytes.
    points: Vec<u32>,
}

/// What the prefix makes of a string.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Kind {
    Str,
    Bytes,
    /// An f-string or t-string: not a literal, kept as written but for the quotes inside its braces.
    Format {
        raw: bool,
        template: bool,
    },
}

/// What stands before the opening quote.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Prefix {
    kind: Kind,
    raw: bool,
    length: usize,
}

impl Text {
    /// Whether it stands for itself, unlike an f-string.
    pub(crate) fn is_literal(&self) -> bool {
        matches!(self.kind, Kind::Str | Kind::Bytes)
    }

    /// Whether it holds that ASCII character.
    pub(crate) fn holds(&self, c: char) -> bool {
        self.points.contains(&u32::from(c))
    }
}

/// The prefix of the string that the source begins with, if it begins with one.
pub(crate) fn prefix(source: &str) -> Option<Prefix> {
    let length = source
        .bytes()
        .take(3)
        .position(|b| matches!(b, b'\'' | b'"'))?;
    let written = source.get(..length)?.to_ascii_lowercase();
    let raw = written.contains('r');
    let kind = match written.as_str() {
        "" | "u" | "r" => Kind::Str,
        "b" | "br" | "rb" => Kind::Bytes,
        "f" | "fr" | "rf" => Kind::Format {
            raw,
            template: false,
        },
        "t" | "tr" | "rt" => Kind::Format {
            raw,
            template: true,
        },
        _ => return None,
    };
    Some(Prefix { kind, raw, length })
}

/// The string at the start of the source and its length in bytes.
pub(crate) fn text(source: &str, prefix: Prefix) -> Option<(Text, usize)> {
    let quoted = source.get(prefix.length..)?;
    let quote = ["'''", "\"\"\"", "'", "\""]
        .into_iter()
        .find(|&it| quoted.starts_with(it))?;
    let inside = quoted.get(quote.len()..)?;
    let end = match prefix.kind {
        Kind::Str | Kind::Bytes => end(inside, quote)?,
        Kind::Format { .. } => format_end(inside, quote)?,
    };
    let body = inside.get(..end)?;
    if quote.len() == 1 && body.contains('\n') {
        return None;
    }
    let value = Text {
        kind: prefix.kind,
        points: points(body, prefix)?,
    };
    Some((value, prefix.length + quote.len() + end + quote.len()))
}

/// What the text between the quotes means.
fn points(body: &str, prefix: Prefix) -> Option<Vec<u32>> {
    match prefix.kind {
        Kind::Format { .. } => Some(with_one_quote(body)),
        Kind::Bytes if !body.is_ascii() => None,
        Kind::Str | Kind::Bytes if prefix.raw => Some(body.chars().map(u32::from).collect()),
        Kind::Str | Kind::Bytes => unescaped(body, prefix.kind),
    }
}

/// Where the closing quote stands; a backslash hides the character after it, also in raw strings.
fn end(inside: &str, quote: &str) -> Option<usize> {
    let mut chars = inside.char_indices();
    while let Some((place, c)) = chars.next() {
        if inside.get(place..)?.starts_with(quote) {
            return Some(place);
        }
        if c == '\\' {
            chars.next();
        }
    }
    None
}

/// The same for an f-string, where a quote inside braces belongs to the expression.
fn format_end(inside: &str, quote: &str) -> Option<usize> {
    let mut chars = inside.char_indices();
    let mut depth = 0usize;
    while let Some((place, c)) = chars.next() {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            '\\' => drop(chars.next()),
            _ if depth == 0 && inside.get(place..)?.starts_with(quote) => return Some(place),
            _ => {}
        }
    }
    None
}

fn with_one_quote(body: &str) -> Vec<u32> {
    let mut depth = 0usize;
    let one = |c| match c {
        '{' => {
            depth += 1;
            c
        }
        '}' => {
            depth = depth.saturating_sub(1);
            c
        }
        '"' if depth > 0 => '\'',
        _ => c,
    };
    body.chars().map(one).map(u32::from).collect()
}

fn unescaped(body: &str, kind: Kind) -> Option<Vec<u32>> {
    let mut points = Vec::new();
    let mut rest = body;
    while let Some(c) = rest.chars().next() {
        let after = rest.get(c.len_utf8()..)?;
        rest = after;
        if c != '\\' {
            points.push(u32::from(c));
            continue;
        }
        let escaped = after.chars().next()?;
        rest = after.get(escaped.len_utf8()..)?;
        match (escaped, kind) {
            ('\n', _) => {}
            ('0'..='7', _) => rest = octal(after, &mut points)?,
            ('x', _) => rest = hexadecimal(rest, 2, &mut points)?,
            ('u', Kind::Str) => rest = hexadecimal(rest, 4, &mut points)?,
            ('U', Kind::Str) => rest = hexadecimal(rest, 8, &mut points)?,
            ('N', Kind::Str) => return None,
            (other, _) => simple(other, &mut points),
        }
    }
    Some(points)
}

/// One letter; an escape that Python does not know keeps its backslash.
fn simple(escaped: char, points: &mut Vec<u32>) {
    let point = match escaped {
        '\\' | '\'' | '"' => u32::from(escaped),
        'a' => 7,
        'b' => 8,
        't' => 9,
        'n' => 10,
        'v' => 11,
        'f' => 12,
        'r' => 13,
        unknown => {
            points.push(u32::from('\\'));
            u32::from(unknown)
        }
    };
    points.push(point);
}

/// Up to three digits; returns what follows.
fn octal<'a>(digits: &'a str, points: &mut Vec<u32>) -> Option<&'a str> {
    let length = digits
        .bytes()
        .take(3)
        .take_while(|b| matches!(b, b'0'..=b'7'))
        .count();
    points.push(u32::from_str_radix(digits.get(..length)?, 8).ok()?);
    digits.get(length..)
}

/// Exactly that many digits; returns what follows.
fn hexadecimal<'a>(rest: &'a str, length: usize, points: &mut Vec<u32>) -> Option<&'a str> {
    let digits = rest
        .get(..length)
        .filter(|it| it.bytes().all(|b| b.is_ascii_hexdigit()))?;
    points.push(
        u32::from_str_radix(digits, 16)
            .ok()
            .filter(|&it| it <= 0x10_FFFF)?,
    );
    rest.get(length..)
}
