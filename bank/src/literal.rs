//! Python literals by value: `{1:'a'}` is `{1: 'a'}`, `"a"` is `'a'`, `1.0` is not `1`.
//!
//! It evaluates nothing: names other than the constants, calls and operators are not literals. Every
//! text gets an answer: nesting is bounded, and what cannot be read is `None`, never an error.

pub(crate) mod number;
pub(crate) mod parser;
pub(crate) mod printed;
pub(crate) mod text;
pub(crate) mod token;

use number::{Decimal, Int};
use std::collections::{BTreeMap, BTreeSet};
use text::Text;

/// A value that can be written down. Equality is Python's, but stricter on types: `1`, `1.0` and
/// `True` are three values.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Literal {
    /// `None`, `True`, `False`, `Ellipsis`; also `inf` and `nan`, which print as bare names.
    Constant(Constant),
    /// Of any size.
    Int(Int),
    /// Compared as the decimal number that is written.
    Float(Decimal),
    /// Real and imaginary part.
    Complex(Decimal, Decimal),
    /// A `str` or `bytes`.
    Text(Text),
    /// `(1, 2)`
    Tuple(Vec<Literal>),
    /// `[1, 2]`
    List(Vec<Literal>),
    /// `{1, 2}`, and `set()`.
    Set(BTreeSet<Literal>),
    /// `{1: 2}`; the order does not count, as for Python's `==`.
    Dict(BTreeMap<Literal, Literal>),
}

/// A value with a name.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Constant {
    /// `None`
    None,
    /// `True`
    True,
    /// `False`
    False,
    /// `Ellipsis`, or `...`
    Ellipsis,
    /// `inf`
    Inf,
    /// `-inf`
    MinusInf,
    /// `nan`, which here equals itself: two outputs that say `nan` are the same output.
    Nan,
}

/// Reads one literal that fills the whole text.
pub fn literal(text: &str) -> Option<Literal> {
    let mut all = literals(text)?;
    match all.len() {
        1 => all.pop(),
        _ => None,
    }
}

/// Reads a line of one or more literals, as `print(a, b)` writes them.
pub fn literals(line: &str) -> Option<Vec<Literal>> {
    parser::parse(&token::tokens(line)?).map(|found| found.into_iter().map(|(it, _)| it).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(left: &str, right: &str) {
        let value = literals(left);
        assert!(value.is_some(), "{left} should be a literal");
        assert_eq!(value, literals(right), "{left} should equal {right}");
    }

    fn differ(left: &str, right: &str) {
        assert_ne!(
            literals(left),
            literals(right),
            "{left} should not equal {right}"
        );
    }

    fn not_a_literal(text: &str) {
        assert_eq!(literals(text), None, "{text}");
    }

    #[test]
    fn white_space_quotes_and_the_order_of_sets_and_dicts_do_not_count() {
        same("{1:'a'}", "{1: 'a'}");
        same("{2: 'b', 1: 'a'}", "{1: \"a\", 2: \"b\"}");
        same("[1,2 , 3]", "[1, 2, 3]");
        same("{3, 1, 2}", "{1, 2, 3}");
        same("(1,)", "( 1 , )");
        same("[1, ]", "[1]");
        same("set()", "set( )");
        same("'it\\'s'", "\"it's\"");
        same("1   'a'", "1 \"a\"");
    }

    #[test]
    fn types_count() {
        differ("1.0", "1");
        differ("True", "1");
        differ("'1'", "1");
        differ("b'a'", "'a'");
        differ("(1, 2)", "[1, 2]");
        differ("{}", "set()");
        differ("1j", "1");
        differ("[1, 2]", "[2, 1]");
        differ("{1: 'a'}", "{1: 'b'}");
        differ("None", "'None'");
        differ("12", "1 2");
    }

    #[test]
    fn numbers_are_read_in_every_spelling() {
        same("0xFF", "255");
        same("0o17", "15");
        same("0b1010", "10");
        same("1_000_000", "1000000");
        same("0x1_0000_0000_0000_0000", "18446744073709551616");
        same("-0", "0");
        same("00", "0");
        same("1e3", "1000.0");
        same(".5", "0.50");
        same("5.", "5.0");
        same("1E-05", "0.00001");
        same("(1+2j)", "(1.0 + 2J)");
        same("(-1-0.5j)", "( -1 - .5j )");
        same("-inf", "- inf");
        differ("-0.0", "0.0");
        differ("10", "1");
        differ("1e3", "1000");
        differ("(1+2j)", "(1-2j)");
        differ("inf", "-inf");
    }

    #[test]
    fn strings_are_read_with_prefixes_and_escapes() {
        same(r"'\x41\u0042\U00000043\104'", "'ABCD'");
        same(r"'\n\t\\'", "'''\n\t\\\\'''");
        same(r"r'\n'", r"'\\n'");
        same(r"'\d'", r"'\\d'");
        same("u'a'", "'a'");
        same(r"b'\x00\xff'", r"B'\0\377'");
        same(r"rb'\x'", r"bR'\x'");
        differ(r"'\ud800'", r"'\ud801'");
        not_a_literal("'a");
        not_a_literal("'a\nb'");
        not_a_literal(r"'\xg0'");
        not_a_literal(r"'\N{BULLET}'");
        not_a_literal("b'é'");
        not_a_literal("f'{x}'");
    }

    #[test]
    fn what_is_not_a_literal_is_not_one() {
        for text in [
            "",
            " ",
            "name",
            "f(1)",
            "1 + 2",
            "1+2j",
            "1, 2",
            "[1",
            "1]",
            "{1: }",
            "(1)",
            "{1, 2: 3}",
            "(,)",
            "[,]",
            "{,}",
            "[1 2]",
            "007",
            "1__0",
            "0x",
            "1e",
            "1.2.3",
            "--1",
            "-'a'",
            "-True",
            "lambda: 0",
            "# 1",
            "$",
            "\\",
            "<class 'int'>",
            "hello world",
            "set(1)",
        ] {
            not_a_literal(text);
        }
    }

    #[test]
    fn deep_nesting_and_long_numbers_are_refused_and_do_not_overflow() {
        let nested = |depth| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(literal(&nested(30)).is_some());
        not_a_literal(&nested(100_000));
        not_a_literal(&"(".repeat(100_000));
        assert!(literal(&"9".repeat(4300)).is_some());
        not_a_literal(&"9".repeat(4301));
        not_a_literal("1e99999999999999999999");
    }

    proptest::proptest! {
        #[test]
        fn every_text_gets_an_answer(text in ".{0,60}", dense in r#"[-+\[\](){},:'"\\a-fj0-9._xrb #]{0,40}"#) {
            let _ = (literals(&text), literals(&dense));
        }

        #[test]
        fn the_order_of_a_set_and_the_space_in_it_do_not_count(
            items in proptest::collection::vec(-1000i32..1000, 1..8),
            turn in 0usize..8,
            space in " {0,3}",
        ) {
            let write = |items: &[i32], comma: &str| {
                let items: Vec<_> = items.iter().map(i32::to_string).collect();
                format!("{{{}}}", items.join(comma))
            };
            let mut turned = items.clone();
            turned.rotate_left(turn % items.len());
            same(&write(&items, ", "), &write(&turned, &format!(",{space}")));
        }
    }
}
