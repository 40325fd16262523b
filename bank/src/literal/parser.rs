//! From tokens to values, by descent with a bound on its depth.
//!
//! A sum is read only as `repr` writes a complex number, in parentheses: `1 -2j` are two values.

use crate::literal::number::{Decimal, Number};
use crate::literal::token::{Spelled, Token};
use crate::literal::{Constant, Literal};
use std::collections::{BTreeMap, BTreeSet};

/// The values of a line, each with the place of its first token; `None` unless there is at least one
/// and nothing else.
pub(crate) fn parse(tokens: &[Spelled<'_>]) -> Option<Vec<(Literal, usize)>> {
    let mut parser = Parser { tokens, place: 0 };
    let mut found = Vec::new();
    while parser.place < tokens.len() {
        let start = parser.place;
        found.push((parser.value(0)?, start));
    }
    (!found.is_empty()).then_some(found)
}

struct Parser<'a, 'b> {
    tokens: &'b [Spelled<'a>],
    place: usize,
}

impl<'a> Parser<'a, '_> {
    fn value(&mut self, depth: usize) -> Option<Literal> {
        if depth > DEEPEST {
            return None;
        }
        match self.next()? {
            Token::Number(number) => Some(unsigned(number)),
            Token::Text(text) => text.is_literal().then_some(Literal::Text(text)),
            Token::Name("set") => self.empty_set(),
            Token::Name(name) => constant(name).map(Literal::Constant),
            Token::Operator("...") => Some(Literal::Constant(Constant::Ellipsis)),
            Token::Operator("-") => self.negative(),
            Token::Operator("[") => self.items("]", depth).map(Literal::List),
            Token::Operator("(") => self.parentheses(depth),
            Token::Operator("{") => self.braces(depth),
            Token::Operator(_) => None,
        }
    }

    fn negative(&mut self) -> Option<Literal> {
        match self.next()? {
            Token::Number(number) => Some(match number {
                Number::Int(it) => Literal::Int(it.negated()),
                Number::Float(it) => Literal::Float(it.negated()),
                Number::Imaginary(it) => Literal::Complex(Decimal::zero().negated(), it.negated()),
            }),
            Token::Name("inf") => Some(Literal::Constant(Constant::MinusInf)),
            Token::Name(_) | Token::Text(_) | Token::Operator(_) => None,
        }
    }

    fn empty_set(&mut self) -> Option<Literal> {
        (self.accept("(") && self.accept(")")).then(|| Literal::Set(Default::default()))
    }

    /// A complex number or a tuple. `(1)` is neither, and `repr` never writes it.
    fn parentheses(&mut self, depth: usize) -> Option<Literal> {
        if self.accept(")") {
            return Some(Literal::Tuple(Vec::new()));
        }
        let first = self.value(depth + 1)?;
        for (sign, minus) in [("+", false), ("-", true)] {
            if self.accept(sign) {
                let sum = complex(&first, self.next()?, minus)?;
                return self.accept(")").then_some(sum);
            }
        }
        if !self.accept(",") {
            return None;
        }
        let mut items = vec![first];
        items.extend(self.items(")", depth)?);
        Some(Literal::Tuple(items))
    }

    /// A dict or a set.
    fn braces(&mut self, depth: usize) -> Option<Literal> {
        if self.accept("}") {
            return Some(Literal::Dict(Default::default()));
        }
        let first = self.value(depth + 1)?;
        if self.accept(":") {
            return self.dict(first, depth);
        }
        let mut items = vec![first];
        if self.accept(",") {
            items.extend(self.items("}", depth)?);
        } else if !self.accept("}") {
            return None;
        }
        // One by one: collecting would bring a sort of its own into the Wasm.
        let mut set = BTreeSet::new();
        for item in items {
            set.insert(item);
        }
        Some(Literal::Set(set))
    }

    /// What follows the first key and its colon.
    fn dict(&mut self, mut key: Literal, depth: usize) -> Option<Literal> {
        let mut pairs = BTreeMap::new();
        loop {
            pairs.insert(key, self.value(depth + 1)?);
            let more = self.accept(",");
            if self.accept("}") {
                return Some(Literal::Dict(pairs));
            }
            key = more.then(|| self.value(depth + 1))??;
            self.accept(":").then_some(())?;
        }
    }

    /// Values separated by commas, up to the closing bracket; a comma may stand after the last.
    fn items(&mut self, close: &str, depth: usize) -> Option<Vec<Literal>> {
        let mut items = Vec::new();
        while !self.accept(close) {
            items.push(self.value(depth + 1)?);
            if !self.accept(",") {
                return self.accept(close).then_some(items);
            }
        }
        Some(items)
    }

    fn accept(&mut self, operator: &str) -> bool {
        let found = self
            .tokens
            .get(self.place)
            .is_some_and(|it| it.token == Token::Operator(operator));
        self.place += usize::from(found);
        found
    }

    fn next(&mut self) -> Option<Token<'a>> {
        let token = self.tokens.get(self.place)?.token.clone();
        self.place += 1;
        Some(token)
    }
}

fn unsigned(number: Number) -> Literal {
    match number {
        Number::Int(it) => Literal::Int(it),
        Number::Float(it) => Literal::Float(it),
        Number::Imaginary(it) => Literal::Complex(Decimal::zero(), it),
    }
}

fn complex(real: &Literal, imaginary: Token<'_>, minus: bool) -> Option<Literal> {
    let real = if let Literal::Float(it) = real {
        it.clone()
    } else if let Literal::Int(it) = real {
        it.decimal()?
    } else {
        return None;
    };
    match imaginary {
        Token::Number(Number::Imaginary(it)) if minus => Some(Literal::Complex(real, it.negated())),
        Token::Number(Number::Imaginary(it)) => Some(Literal::Complex(real, it)),
        Token::Number(_) | Token::Name(_) | Token::Text(_) | Token::Operator(_) => None,
    }
}

fn constant(name: &str) -> Option<Constant> {
    match name {
        "None" => Some(Constant::None),
        "True" => Some(Constant::True),
        "False" => Some(Constant::False),
        "Ellipsis" => Some(Constant::Ellipsis),
        "inf" => Some(Constant::Inf),
        "nan" => Some(Constant::Nan),
        _ => None,
    }
}

/// Deeper than any output in an interview, far from the end of the stack.
const DEEPEST: usize = 40;
