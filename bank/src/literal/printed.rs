//! Whether a line looks as `print` writes values. Only then does its value say all of it: in
//! `1.50`, `1_000`, `0xff` or `{"a": 1}` the spelling is what the program made, and is to be told.

use crate::literal::Literal;
use crate::literal::number::Number;
use crate::literal::parser::parse;
use crate::literal::token::{Spelled, Token, tokens};

/// The values of a line that `print` would write exactly so, letter by letter.
pub(crate) fn printed(line: &str) -> Option<Vec<Literal>> {
    let tokens = tokens(line)?;
    let found = parse(&tokens)?;
    let starts: Vec<_> = found.iter().map(|(_, start)| *start).collect();
    let usual = tokens.iter().all(as_repr) && line == laid_out(&tokens, &starts);
    usual.then(|| found.into_iter().map(|(value, _)| value).collect())
}

/// A space between values, after a comma and after a colon, and nowhere else.
fn laid_out(tokens: &[Spelled<'_>], starts: &[usize]) -> String {
    let mut starts = starts.iter().copied().skip(1).peekable();
    let mut line = String::new();
    for (place, it) in tokens.iter().enumerate() {
        let parted = line.ends_with([',', ':']) && it.spelling != ")";
        if parted || starts.next_if_eq(&place).is_some() {
            line.push(' ');
        }
        line.push_str(it.spelling);
    }
    line
}

fn as_repr(it: &Spelled<'_>) -> bool {
    match &it.token {
        Token::Name(_) => true,
        Token::Operator(operator) => *operator != "...",
        Token::Text(text) => {
            let double = text.holds('\'') && !text.holds('"');
            let quote = if double { '"' } else { '\'' };
            let quoted = it.spelling.strip_prefix('b').unwrap_or(it.spelling);
            quoted.starts_with(quote) && !quoted.starts_with("'''")
        }
        Token::Number(Number::Int(_)) => {
            it.spelling == "0" || !it.spelling.starts_with('0') && plain(it.spelling)
        }
        Token::Number(Number::Float(_)) => {
            it.spelling.contains(['.', 'e']) && shortest(it.spelling)
        }
        Token::Number(Number::Imaginary(_)) => it.spelling.strip_suffix('j').is_some_and(shortest),
    }
}

/// `1.5`, `2.0`, `1e+16`, `1.5e-07`: no zero to spare, two digits in the exponent.
fn shortest(spelling: &str) -> bool {
    let (mantissa, exponent) = spelling.split_once('e').unwrap_or((spelling, "+00"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
    let fraction_fits = plain(fraction) && (fraction == "0" || !fraction.ends_with('0'));
    let exponent_fits = exponent.len() >= 3 && exponent.strip_prefix(['+', '-']).is_some_and(plain);
    let whole_fits = whole == "0" || !whole.starts_with('0');
    plain(whole) && whole_fits && fraction_fits && exponent_fits
}

fn plain(digits: &str) -> bool {
    !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_usual_spelling_is_taken_by_value() {
        for line in [
            "1",
            "0",
            "-7",
            "1.5",
            "0.0",
            "1e+16",
            "1.5e-07",
            "2j",
            "(1+2j)",
            "(1.5-2j)",
            "nan",
            "-inf",
            "'a'",
            "\"it's\"",
            "b'a'",
            "[1, 2]",
            "(1,)",
            "()",
            "{1: 'a', 2: [None]}",
            "{1, 2}",
            "set()",
            "1 'a' True",
            "1 -2",
        ] {
            assert!(printed(line).is_some(), "{line}");
        }
        for line in [
            "1_000",
            "0xff",
            "00",
            "1.50",
            "01.5",
            "1e3",
            "1e+5x",
            "2.0J",
            "\"a\"",
            "r'a'",
            "'''a'''",
            "[1,2]",
            "{1:2}",
            "(1, )",
            "1  2",
            " 1",
            "1 ",
            "[[...]]",
            "Point(x=1)",
        ] {
            assert!(printed(line).is_none(), "{line}");
        }
    }
}
