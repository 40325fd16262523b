//! HTML and other text with marks: control characters for the markup that the compiler writes most.
//!
//! It loses nothing: what has no mark stays as it is. Code inside prose goes into the column of code.

use super::{Column, ESCAPE, Reader, Writer};
use crate::listing::{self, Around};

/// Which marks a text has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Style {
    Prose,
    Code,
    Address,
}

/// Around code inside prose. The mark says only where the code stands.
const AROUND_CODE: [Around; 4] = [
    ("<code>", "</code>"),
    listing::SHOWN,
    listing::OUTPUT,
    listing::RUN,
];

/// A new paragraph begins with a sentence.
const NEW_PARAGRAPH: &str = "</p><p>";

const IN_PROSE: [&str; 18] = [
    NEW_PARAGRAPH,
    "<p>",
    "</p>",
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
];

/// Around a word or number; its end ends the span.
const AROUND_WORD: [&str; 3] = [
    "<span class=\"k\">",
    "<span class=\"d\">",
    "<span class=\"n\">",
];

/// Around a comment; the end of the line ends the span.
const AROUND_COMMENT: &str = "<span class=\"c\">";

const END_OF_SPAN: &str = "</span>";

const IN_CODE: [&str; 4] = ["<span class=\"s\">", END_OF_SPAN, "&lt;", "&amp;"];

const IN_ADDRESS: [&str; 5] = [
    "https://docs.python.org/3/",
    "https://peps.python.org/pep-",
    "https://",
    ".html#",
    ".html",
];

impl Style {
    /// The marks that are one for one, and how many stand before them.
    fn tags(self) -> (usize, &'static [&'static str]) {
        match self {
            Style::Prose => (AROUND_CODE.len(), &IN_PROSE),
            Style::Code => (AROUND_WORD.len() + 1, &IN_CODE),
            Style::Address => (0, &IN_ADDRESS),
        }
    }
}

/// The control characters after the ends of parts and texts, without the line break.
fn mark(place: usize) -> char {
    let skipped = if place < 8 { 2 } else { 3 };
    u8::try_from(place + skipped).map_or(ESCAPE, char::from)
}

fn place(mark: char) -> Option<usize> {
    let skipped = if mark < '\n' { 2 } else { 3 };
    let is_mark = mark < ' ' && mark != '\n';
    is_mark
        .then(|| (mark as usize).checked_sub(skipped))
        .flatten()
}

/// Puts marks into a text.
pub(super) fn write(text: &str, style: Style, to: &mut Writer) -> String {
    let mut marked = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let taken = match style {
            Style::Prose => code(rest, &mut marked, to),
            Style::Code => span(rest, &mut marked, to),
            Style::Address => None,
        };
        let taken = taken.or_else(|| tag(rest, style, &mut marked));
        let taken = taken.unwrap_or_else(|| {
            push(first, &mut marked);
            first.len_utf8()
        });
        rest = rest.get(taken..).unwrap_or_default();
    }
    match style {
        Style::Prose => marked.chars().map(turn()).collect(),
        Style::Code | Style::Address => marked,
    }
}

/// Code inside prose. Answers how much of the text that was.
fn code(text: &str, marked: &mut String, to: &mut Writer) -> Option<usize> {
    let found = AROUND_CODE
        .iter()
        .zip(0..)
        .find_map(|((open, close), place)| {
            let (code, _) = text.strip_prefix(open)?.split_once(close)?;
            Some((code, place, open.len() + code.len() + close.len()))
        });
    let (code, place, taken) = found?;
    marked.push(mark(place));
    let code = write(code, Style::Code, to);
    to.text(Column::Code, &code);
    Some(taken)
}

/// A span whose end need not be told. Answers how much of the text that was.
fn span(text: &str, marked: &mut String, to: &mut Writer) -> Option<usize> {
    let opens = AROUND_WORD.iter().chain([&AROUND_COMMENT]).zip(0..);
    let (open, place) = opens
        .into_iter()
        .find(|(open, _)| text.starts_with(**open))?;
    let (token, after) = text.strip_prefix(open)?.split_once(END_OF_SPAN)?;
    let ends = end_of_span(place)?;
    if token.contains(ends) || !after.chars().next().is_none_or(ends) {
        return None;
    }
    marked.push(mark(place));
    marked.push_str(&write(token, Style::Code, to));
    Some(open.len() + token.len() + END_OF_SPAN.len())
}

/// Which character no longer belongs to a span, by the place of its mark.
fn end_of_span(place: usize) -> Option<fn(char) -> bool> {
    match place {
        0..3 => Some(|c| !(c.is_ascii_alphanumeric() || c == '_' || c == '.')),
        3 => Some(|c| c == '\n'),
        _ => None,
    }
}

/// Markup that is one mark. Answers how much of the text that was.
fn tag(text: &str, style: Style, marked: &mut String) -> Option<usize> {
    let (before, tags) = style.tags();
    let found = tags
        .iter()
        .zip(before..)
        .filter(|(tag, _)| text.starts_with(**tag));
    let (tag, place) = found.max_by_key(|(tag, _)| tag.len())?;
    marked.push(mark(place));
    Some(tag.len())
}

/// A character that stands for itself, control characters as a terminal shows them.
fn push(plain: char, marked: &mut String) {
    match u8::try_from(plain) {
        Ok(control) if control.is_ascii_control() && plain != '\n' => {
            marked.push(ESCAPE);
            marked.push(char::from(control ^ 0x40));
        }
        Ok(_) | Err(_) => marked.push(plain),
    }
}

/// Upper case for lower case and the reverse at the starts of sentences, so that a word looks the same
/// there as elsewhere. Done twice, it changes nothing.
fn turn() -> impl FnMut(char) -> char {
    let new_paragraph = mark(AROUND_CODE.len());
    let (mut is_start, mut before) = (true, ' ');
    move |c| {
        let is_turned = is_start && c.is_ascii_alphabetic();
        is_start = c == new_paragraph || c == ' ' && matches!(before, '.' | '?' | '!');
        before = c;
        // The bit in which the cases differ.
        if is_turned {
            char::from(c as u8 ^ 0x20)
        } else {
            c
        }
    }
}

/// The text as it was before [`write()`].
pub(super) fn read(marked: &str, style: Style, from: &mut Reader<'_>) -> String {
    let mut text = String::with_capacity(2 * marked.len());
    let mut end: Option<fn(char) -> bool> = None;
    let mut is_escaped = false;
    let mut turn = turn();
    for c in marked.chars() {
        let c = match style {
            Style::Prose => turn(c),
            Style::Code | Style::Address => c,
        };
        if end.is_some_and(|ends| ends(c)) {
            text.push_str(END_OF_SPAN);
            end = None;
        }
        if is_escaped {
            text.push(control(c));
            is_escaped = false;
        } else if let Some(place) = place(c) {
            expand(place, style, &mut text, from);
            if style == Style::Code {
                end = end_of_span(place).or(end);
            }
        } else if c == ESCAPE {
            is_escaped = true;
        } else {
            text.push(c);
        }
    }
    if end.is_some() {
        text.push_str(END_OF_SPAN);
    }
    from.is_damaged |= is_escaped;
    text
}

/// Adds what a mark stands for.
fn expand(place: usize, style: Style, text: &mut String, from: &mut Reader<'_>) {
    let (before, tags) = style.tags();
    let around_code = AROUND_CODE.get(place).filter(|_| style == Style::Prose);
    if let Some((open, close)) = around_code {
        let code = from.text(Column::Code);
        text.push_str(open);
        text.push_str(&read(&code, Style::Code, from));
        text.push_str(close);
        return;
    }
    let tag = match place.checked_sub(before) {
        Some(place) => tags.get(place),
        None => AROUND_WORD.get(place).or(Some(&AROUND_COMMENT)),
    };
    match tag {
        Some(tag) => text.push_str(tag),
        None => from.is_damaged = true,
    }
}

/// The character that [`push`] wrote after an escape.
fn control(shown: char) -> char {
    char::from(u8::try_from(shown).unwrap_or_default() ^ 0x40)
}
