//! Python's numbers as written: integers of any size, decimals without rounding.
//!
//! A float is kept as the decimal number that is written, not as bits: `0.1` needs no rounding to be
//! compared with `0.10`, and the app carries no float parser for it.

/// A whole number. Zero has no sign.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Int {
    negative: bool,
    /// Decimal, without leading zeros; empty for zero.
    digits: String,
}

/// `digits * 10^exponent`. Zero keeps its sign, as in `-0.0`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Decimal {
    negative: bool,
    /// Neither leading nor trailing zeros; empty for zero.
    digits: String,
    exponent: i64,
}

/// A number without a sign, which is an operator of its own in Python.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Number {
    Int(Int),
    Float(Decimal),
    Imaginary(Decimal),
}

impl Int {
    pub(crate) fn negated(mut self) -> Self {
        self.negative = !self.negative && !self.digits.is_empty();
        self
    }

    /// The same number; `None` past the size that is read.
    pub(crate) fn decimal(&self) -> Option<Decimal> {
        let decimal = Decimal::read(&self.digits, "", 0)?;
        Some(if self.negative {
            decimal.negated()
        } else {
            decimal
        })
    }

    /// `None` past the size that CPython reads.
    fn read(written: &str, radix: u32) -> Option<Self> {
        if written.len() > LONGEST {
            return None;
        }
        let digits = if radix == 10 {
            written.to_owned()
        } else {
            in_decimal(written, radix)?
        };
        let digits = digits.trim_start_matches('0').to_owned();
        Some(Self {
            negative: false,
            digits,
        })
    }
}

impl Decimal {
    pub(crate) const fn zero() -> Self {
        Self {
            negative: false,
            digits: String::new(),
            exponent: 0,
        }
    }

    pub(crate) fn negated(mut self) -> Self {
        self.negative = !self.negative;
        self
    }

    /// From the digits on both sides of the point and the power of ten.
    pub(crate) fn read(whole: &str, fraction: &str, exponent: i64) -> Option<Self> {
        let all = format!("{whole}{fraction}");
        let significant = all.trim_end_matches('0');
        if all.len() > LONGEST {
            return None;
        }
        let digits = significant.trim_start_matches('0').to_owned();
        if digits.is_empty() {
            return Some(Self::zero());
        }
        let places = i64::try_from(fraction.len()).ok()?;
        let zeros = i64::try_from(all.len() - significant.len()).ok()?;
        let exponent = exponent.checked_sub(places)?.checked_add(zeros)?;
        Some(Self {
            negative: false,
            digits,
            exponent,
        })
    }
}

/// The number at the start of the text and its length in bytes.
pub(crate) fn number(source: &str) -> Option<(Number, usize)> {
    let length = length(source);
    let written = source.get(..length)?;
    let value = match written.get(..2).map(str::to_ascii_lowercase).as_deref() {
        Some("0x") => Number::Int(radix(written, 16)?),
        Some("0o") => Number::Int(radix(written, 8)?),
        Some("0b") => Number::Int(radix(written, 2)?),
        Some(_) | None => decimal(written)?,
    };
    Some((value, length))
}

/// How far the letters, digits and points go; a sign belongs to it after the `e` of an exponent.
fn length(source: &str) -> usize {
    let hex = source.starts_with("0x") || source.starts_with("0X");
    let mut before = ' ';
    for (place, c) in source.char_indices() {
        let exponent = matches!(c, '+' | '-') && matches!(before, 'e' | 'E') && !hex;
        if !(c.is_ascii_alphanumeric() || matches!(c, '_' | '.') || exponent) {
            return place;
        }
        before = c;
    }
    source.len()
}

fn radix(written: &str, radix: u32) -> Option<Int> {
    let digits = written.get(2..)?;
    let digits = plain(digits.strip_prefix('_').unwrap_or(digits), radix)?;
    Int::read(&digits, radix)
}

fn decimal(written: &str) -> Option<Number> {
    let imaginary = written.strip_suffix(['j', 'J']);
    let real = imaginary.unwrap_or(written);
    if imaginary.is_none() && !real.contains(['.', 'e', 'E']) {
        return whole_number(real).map(Number::Int);
    }
    let (mantissa, exponent) = match real.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, power(exponent)?),
        None => (real, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    if whole.is_empty() && fraction.is_empty() {
        return None;
    }
    let value = Decimal::read(&side(whole)?, &side(fraction)?, exponent)?;
    Some(match imaginary {
        Some(_) => Number::Imaginary(value),
        None => Number::Float(value),
    })
}

/// The digits on one side of the point; there may be none.
fn side(digits: &str) -> Option<String> {
    match digits {
        "" => Some(String::new()),
        digits => plain(digits, 10),
    }
}

/// A decimal integer: `0` and `00` are, `007` is not.
fn whole_number(written: &str) -> Option<Int> {
    let digits = plain(written, 10)?;
    let padded = digits.starts_with('0') && digits.bytes().any(|b| b != b'0');
    if padded { None } else { Int::read(&digits, 10) }
}

fn power(written: &str) -> Option<i64> {
    let (sign, digits) = match written.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, written.strip_prefix('+').unwrap_or(written)),
    };
    plain(digits, 10)?.parse::<i64>().ok()?.checked_mul(sign)
}

/// The digits without their underscores, which stand one at a time between digits.
fn plain(written: &str, radix: u32) -> Option<String> {
    let grouped = written
        .split('_')
        .all(|part| !part.is_empty() && part.chars().all(|c| c.is_digit(radix)));
    grouped.then(|| written.replace('_', ""))
}

/// The same number with digits of base ten, by long multiplication.
fn in_decimal(written: &str, radix: u32) -> Option<String> {
    let mut least_first: Vec<u32> = Vec::new();
    for digit in written.chars() {
        let mut carry = digit.to_digit(radix)?;
        for place in &mut least_first {
            carry += *place * radix;
            *place = carry % 10;
            carry /= 10;
        }
        while carry > 0 {
            least_first.push(carry % 10);
            carry /= 10;
        }
    }
    least_first
        .iter()
        .rev()
        .map(|&digit| char::from_digit(digit, 10))
        .collect()
}

/// CPython reads no decimal integer with more digits than this.
const LONGEST: usize = 4300;
