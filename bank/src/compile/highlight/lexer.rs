//! The tokens of Python that get a colour. Code that is not Python gives some tokens, never a panic.

use super::names::{BUILT_IN, KEYWORDS};
use std::ops::Range;

/// A coloured piece of code.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Token {
    /// In bytes.
    pub(crate) span: Range<usize>,
    pub(crate) class: Class,
}

/// What a token is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Class {
    Keyword,
    String,
    Comment,
    Number,
    /// A name after `def` or `class`, or one that is built in.
    Name,
}

impl Class {
    /// Short, because the whole bank pays for it.
    pub(crate) fn letter(self) -> &'static str {
        match self {
            Class::Keyword => "k",
            Class::String => "s",
            Class::Comment => "c",
            Class::Number => "n",
            Class::Name => "d",
        }
    }
}

/// The tokens in order; they do not overlap.
pub(crate) fn tokens(code: &str) -> Vec<Token> {
    let mut lexer = Lexer {
        code,
        at: 0,
        tokens: Vec::new(),
        defines: false,
    };
    while let Some(first) = lexer.peek(0) {
        lexer.step(first);
    }
    lexer.tokens
}

struct Lexer<'a> {
    code: &'a str,
    at: usize,
    tokens: Vec<Token>,
    /// The word before was `def` or `class`.
    defines: bool,
}

impl Lexer<'_> {
    fn peek(&self, ahead: usize) -> Option<u8> {
        self.code.as_bytes().get(self.at + ahead).copied()
    }

    fn text(&self, start: usize) -> &str {
        self.code.get(start..self.at).unwrap_or_default()
    }

    fn push(&mut self, start: usize, class: Class) {
        let span = start..self.at;
        self.tokens.push(Token { span, class });
    }

    fn step(&mut self, first: u8) {
        let start = self.at;
        match first {
            b'#' => {
                self.at = self.end_of_line();
                self.push(start, Class::Comment);
            }
            b'"' | b'\'' => {
                self.string(Fields::None);
                self.push(start, Class::String);
            }
            b'0'..=b'9' => self.number(),
            b'.' if self.peek(1).is_some_and(|next| next.is_ascii_digit()) => self.number(),
            _ if is_word(first) => self.word(),
            _ => self.at += 1,
        }
    }

    fn end_of_line(&self) -> usize {
        let rest = self.code.get(self.at..).unwrap_or_default();
        rest.find('\n').map_or(self.code.len(), |end| self.at + end)
    }

    fn number(&mut self) {
        let start = self.at;
        while let Some(byte) = self.peek(0) {
            let exponent = matches!(byte, b'+' | b'-')
                && self.text(start).ends_with(['e', 'E'])
                && !self.text(start).starts_with("0x");
            if !is_word(byte) && byte != b'.' && !exponent {
                break;
            }
            self.at += 1;
        }
        self.push(start, Class::Number);
    }

    fn word(&mut self) {
        let start = self.at;
        while self.peek(0).is_some_and(is_word) {
            self.at += 1;
        }
        let word = self.text(start).to_owned();
        if self
            .peek(0)
            .is_some_and(|byte| matches!(byte, b'"' | b'\''))
            && let Some(fields) = prefix(&word)
        {
            self.string(fields);
            self.push(start, Class::String);
            return;
        }
        let is_attribute = self
            .code
            .as_bytes()
            .get(..start)
            .is_some_and(|b| b.ends_with(b"."));
        let defined = std::mem::take(&mut self.defines);
        if KEYWORDS.contains(&word.as_str()) || self.is_soft_keyword(start, &word) {
            self.defines = matches!(word.as_str(), "def" | "class");
            self.push(start, Class::Keyword);
        } else if defined || (!is_attribute && BUILT_IN.contains(&word.as_str())) {
            self.push(start, Class::Name);
        }
    }

    /// `match x:`, `case x:` and `type X = ...` at the start of a line; elsewhere they are names.
    fn is_soft_keyword(&self, start: usize, word: &str) -> bool {
        let before = self.code.get(..start).unwrap_or_default();
        let line_before = before.rsplit('\n').next().unwrap_or_default();
        let after = self
            .code
            .get(self.at..self.end_of_line())
            .unwrap_or_default();
        let has_subject = after.starts_with(' ')
            && after
                .trim_start()
                .starts_with(|c: char| !"=.,:)]+*/%&|<>".contains(c) || c == '*');
        let fits = match word {
            "match" | "case" => {
                after
                    .split(" #")
                    .next()
                    .unwrap_or_default()
                    .trim_end()
                    .ends_with(':')
                    || after.contains(": ")
            }
            "type" => after.contains('='),
            _ => false,
        };
        fits && has_subject && line_before.trim().is_empty()
    }

    /// From the opening quote to the closing one, or to where the string must end without it.
    fn string(&mut self, fields: Fields) {
        let quote = self.peek(0).unwrap_or_default();
        let triple = self.peek(1) == Some(quote) && self.peek(2) == Some(quote);
        let width = if triple { 3 } else { 1 };
        self.at += width;
        while let Some(byte) = self.peek(0) {
            let closes = (0..width).all(|ahead| self.peek(ahead) == Some(quote));
            match byte {
                _ if closes => {
                    self.at += width;
                    return;
                }
                b'\\' => self.at += 2,
                b'\n' if !triple => return,
                b'{' if fields == Fields::Some && self.peek(1) != Some(b'{') => self.field(),
                b'{' => self.at += if self.peek(1) == Some(b'{') { 2 } else { 1 },
                _ => self.at += 1,
            }
        }
        self.at = self.code.len();
    }

    /// A replacement field: since 3.12 it may hold the quotes of the string around it.
    fn field(&mut self) {
        let mut depth = 0;
        while let Some(byte) = self.peek(0) {
            match byte {
                b'"' | b'\'' => {
                    self.string(Fields::Some);
                    continue;
                }
                b'{' | b'(' | b'[' => depth += 1,
                b'}' | b')' | b']' => depth -= 1,
                b'\n' => return,
                _ => {}
            }
            self.at += 1;
            if depth == 0 {
                return;
            }
        }
    }
}

/// Whether a string has replacement fields.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fields {
    None,
    Some,
}

/// What a word right before a quote says of the string; `None` when it is no prefix.
fn prefix(word: &str) -> Option<Fields> {
    let lower = word.to_ascii_lowercase();
    match lower.as_str() {
        "r" | "b" | "u" | "br" | "rb" => Some(Fields::None),
        "f" | "t" | "fr" | "rf" | "tr" | "rt" => Some(Fields::Some),
        _ => None,
    }
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || !byte.is_ascii()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(code: &str, expected: &[(&str, &str)]) {
        let found: Vec<(&str, &str)> = tokens(code)
            .into_iter()
            .map(|token| (token.class.letter(), &code[token.span]))
            .collect();
        assert_eq!(found, expected, "{code}");
    }

    #[test]
    fn strings_end_where_python_ends_them() {
        check("'a' 'b'", &[("s", "'a'"), ("s", "'b'")]);
        check(r"'a\'b' x", &[("s", r"'a\'b'")]);
        check(r"r'\' x'", &[("s", r"r'\' x'")]);
        check("'a\n1", &[("s", "'a"), ("n", "1")]);
        check("'''a\n'b'''", &[("s", "'''a\n'b'''")]);
        check("f'{d['a']}' x", &[("s", "f'{d['a']}'")]);
        check("f'{{' + 'b'", &[("s", "f'{{'"), ("s", "'b'")]);
        check("f'{x:>{w}}' 1", &[("s", "f'{x:>{w}}'"), ("n", "1")]);
        check("Rb'a'", &[("s", "Rb'a'")]);
        check("ab'a'", &[("s", "'a'")]);
    }

    #[test]
    fn soft_keywords_are_names_elsewhere() {
        check("match x:", &[("k", "match")]);
        check("    case [a, *_]:", &[("k", "case")]);
        check("match = 1", &[("n", "1")]);
        check("match.group()", &[]);
        check("type Pair = tuple", &[("k", "type")]);
        check("type(x) == 1", &[("n", "1")]);
    }

    #[test]
    fn names_are_coloured_where_they_are_defined_or_built_in() {
        check(
            "class Set(object):",
            &[("k", "class"), ("d", "Set"), ("d", "object")],
        );
        check("self.list = list", &[("d", "list")]);
        check("printer", &[]);
    }

    #[test]
    fn numbers_take_all_that_belongs_to_them() {
        check("1_000", &[("n", "1_000")]);
        check("0xFF-1", &[("n", "0xFF"), ("n", "1")]);
        check("1e-5", &[("n", "1e-5")]);
        check("x1", &[]);
        check(".5", &[("n", ".5")]);
    }
}
