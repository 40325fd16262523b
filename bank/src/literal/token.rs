//! Python tokens of one expression or line of output: what literals and fillings are compared by.
//!
//! White space separates tokens and is then forgotten. Comments, line joining and indentation are
//! not read here: a text with one of them has no tokens.

use crate::literal::number::{Number, number};
use crate::literal::text::{Text, prefix, text};

/// One token; two that mean the same are equal.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Token<'a> {
    /// An identifier or keyword.
    Name(&'a str),
    /// A number, by value.
    Number(Number),
    /// A string, by value.
    Text(Text),
    /// Punctuation, the longest that fits.
    Operator(&'a str),
}

/// A token and how it was written.
#[derive(Clone, Debug)]
pub(crate) struct Spelled<'a> {
    pub(crate) token: Token<'a>,
    pub(crate) spelling: &'a str,
}

/// Splits a text into tokens; `None` where it is not Python.
pub(crate) fn tokens(source: &str) -> Option<Vec<Spelled<'_>>> {
    let mut found = Vec::new();
    let mut rest = source.trim_start();
    while !rest.is_empty() {
        let (token, length) = next(rest)?;
        let (spelling, after) = rest.split_at_checked(length)?;
        found.push(Spelled { token, spelling });
        rest = after.trim_start();
    }
    Some(found)
}

/// Whether two pieces of Python are the same, token by token. A text that is not Python is the same
/// only as itself.
pub(crate) fn same_tokens(left: &str, right: &str) -> bool {
    match (tokens(left), tokens(right)) {
        (Some(left), Some(right)) => {
            left.len() == right.len() && left.iter().zip(&right).all(|(l, r)| l.token == r.token)
        }
        (None, None) => left.trim() == right.trim(),
        (None, Some(_)) | (Some(_), None) => false,
    }
}

/// The first token and its length in bytes.
fn next(rest: &str) -> Option<(Token<'_>, usize)> {
    let first = rest.chars().next()?;
    let second = rest.chars().nth(1);
    if first.is_ascii_digit() || first == '.' && second.is_some_and(|c| c.is_ascii_digit()) {
        let (value, length) = number(rest)?;
        return Some((Token::Number(value), length));
    }
    if let Some(prefix) = prefix(rest) {
        let (value, length) = text(rest, prefix)?;
        return Some((Token::Text(value), length));
    }
    if is_name(first) {
        let length = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
        return Some((Token::Name(rest.get(..length)?), length));
    }
    let operator = OPERATORS.iter().find(|&&it| rest.starts_with(it))?;
    Some((Token::Operator(operator), operator.len()))
}

/// Any letter beyond ASCII counts as part of a name: the tables that say which do are not worth
/// their size here.
fn is_name(c: char) -> bool {
    c == '_' || c.is_ascii_alphanumeric() || !c.is_ascii()
}

/// The longer ones first.
const OPERATORS: [&str; 47] = [
    "**=", "//=", ">>=", "<<=", "...", "**", "//", ">>", "<<", "<=", ">=", "==", "!=", "->", ":=",
    "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "@=", "+", "-", "*", "/", "%", "@", "&", "|",
    "^", "~", "<", ">", "(", ")", "[", "]", "{", "}", ",", ":", ".", "=", ";",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_and_quotes_do_not_count_but_names_and_operators_do() {
        for (left, right) in [
            ("left<right", " left  < right "),
            ("d['a']", "d[\"a\"]"),
            ("f\"{d['a']:>3}\"", "f'{d[\"a\"]:>3}'"),
            ("range( 1,10 )", "range(1, 1_0)"),
            ("x if y else z", "x  if  y  else  z"),
            ("größe+1", "größe + 1"),
            ("$", " $ "),
        ] {
            assert!(same_tokens(left, right), "{left} {right}");
        }
        for (left, right) in [
            ("left < right", "left <= right"),
            ("a <= b", "a < = b"),
            ("notx", "not x"),
            ("Name", "name"),
            ("'a b'", "'ab'"),
            ("f'{x}'", "'{x}'"),
            ("f'{x: >3}'", "f'{x:>3}'"),
            ("1", "1.0"),
            ("$", "x"),
            ("x", "x $"),
        ] {
            assert!(!same_tokens(left, right), "{left} {right}");
        }
    }
}
