//! How the bank travels in the app: prose, code, pages and numbers in columns of their own.
//!
//! A compressor foresees a letter from those before it, so what is alike stands together: prose
//! without the code inside it, code without the prose around it. A question is one part of each
//! column. A zero ends a part, and a question is found by counting zeros: offsets would be numbers
//! that no compressor foresees. Nothing here compresses; a host does that, with brotli.

#![cfg_attr(
    not(any(test, feature = "compile")),
    expect(dead_code, reason = "only the compiler writes")
)]

pub(crate) mod field;
mod markup;
mod parts;
mod words;

use crate::embedded::Damaged;
use parts::Parts;
use std::slice;
use std::vec;
pub(crate) use words::Words;

/// Ends a part of a column.
const END_OF_PART: u8 = 0;

/// Ends a text. The next control characters are marks, see [`markup`].
const END_OF_TEXT: char = '\u{1}';

/// Before a character that would be mistaken for something else.
const ESCAPE: char = '\u{7f}';

/// Digits of a number in the shape are 1 to 127; the highest bit says that more follow.
const BASE: usize = 127;
const MORE: u8 = 0x80;

/// How a value is written and read; often a type other than that of the value.
pub(crate) trait Wire {
    /// What travels.
    type Value;

    /// What is damaged reads as something small; the reader remembers it.
    fn read(from: &mut Reader<'_>) -> Self::Value;

    fn write(value: &Self::Value, to: &mut Writer);
}

/// Says how a type travels, by its fields or variants, in the order of the wire:
/// `wire!(struct Name { field: How, .. })`, `wire!(enum Name { Variant(How), .. })`, and for an enum
/// without data `wire!(enum Name { Variant, .. })`.
macro_rules! wire {
    (struct $name:ident { $($field:ident: $how:ty),+ $(,)? }) => {
        impl $crate::wire::Wire for $name {
            type Value = Self;

            fn read(from: &mut $crate::wire::Reader<'_>) -> Self {
                Self { $($field: <$how as $crate::wire::Wire>::read(from)),+ }
            }

            fn write(value: &Self, to: &mut $crate::wire::Writer) {
                $(<$how as $crate::wire::Wire>::write(&value.$field, to);)+
            }
        }
    };
    (enum $name:ident { $first:ident($how_first:ty) $(, $variant:ident($how:ty))* $(,)? }) => {
        impl $crate::wire::Wire for $name {
            type Value = Self;

            fn read(from: &mut $crate::wire::Reader<'_>) -> Self {
                enum Place { $first $(, $variant)* }
                let last = [Place::$first as usize $(, Place::$variant as usize)*].len() - 1;
                let place = from.number_to(last);
                $(if place == Place::$variant as usize {
                    return Self::$variant(<$how as $crate::wire::Wire>::read(from));
                })*
                Self::$first(<$how_first as $crate::wire::Wire>::read(from))
            }

            fn write(value: &Self, to: &mut $crate::wire::Writer) {
                enum Place { $first $(, $variant)* }
                match value {
                    Self::$first(inner) => {
                        to.number(Place::$first as usize);
                        <$how_first as $crate::wire::Wire>::write(inner, to);
                    }
                    $(Self::$variant(inner) => {
                        to.number(Place::$variant as usize);
                        <$how as $crate::wire::Wire>::write(inner, to);
                    })*
                }
            }
        }
    };
    (enum $name:ident { $first:ident $(, $variant:ident)* $(,)? }) => {
        impl $crate::wire::Wire for $name {
            type Value = Self;

            fn read(from: &mut $crate::wire::Reader<'_>) -> Self {
                let all = [Self::$first $(, Self::$variant)*];
                all[from.number_to(all.len() - 1)]
            }

            fn write(value: &Self, to: &mut $crate::wire::Writer) {
                to.number(*value as usize);
            }
        }
    };
}
pub(crate) use wire;

/// What is alike stands together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Column {
    /// What people read.
    Prose,
    /// Python, and what it prints.
    Code,
    /// Ids, addresses and titles of pages.
    Pages,
}

impl Column {
    const COUNT: usize = 3;
}

/// The columns in their packed form: parts of many questions, of which one at a time is read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Columns<'a> {
    texts: [&'a [u8]; Column::COUNT],
    /// Numbers: how many follow, which variant it is.
    shape: &'a [u8],
}

impl<'a> Columns<'a> {
    /// Finds the columns; reads none.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Columns<'a>, Damaged> {
        let mut lengths = [0; Column::COUNT];
        let mut bytes = bytes.iter();
        for length in &mut lengths {
            *length = number(&mut bytes)?;
        }
        let mut texts: [&[u8]; Column::COUNT] = [&[]; Column::COUNT];
        let mut rest = bytes.as_slice();
        for (text, length) in texts.iter_mut().zip(lengths) {
            (*text, rest) = rest.split_at_checked(length).ok_or(Damaged)?;
        }
        Ok(Columns { texts, shape: rest })
    }

    /// How many parts there are.
    pub(crate) fn count(&self) -> usize {
        self.shape
            .iter()
            .filter(|&&byte| byte == END_OF_PART)
            .count()
    }

    /// The part at that place, read to its end.
    pub(crate) fn part<T: Wire>(&self, place: usize, words: &Words) -> Result<T::Value, Damaged> {
        self.parts().nth(place).ok_or(Damaged)?.read::<T>(words)
    }

    /// All parts, one after the other: each is found where the one before it ended.
    pub(crate) fn parts(&self) -> Parts<'a> {
        Parts {
            texts: self.texts,
            shape: self.shape,
        }
    }

    /// The bytes of the part at that place.
    #[cfg(feature = "compile")]
    pub(crate) fn size(&self, place: usize) -> usize {
        let columns = self.texts.iter().chain([&self.shape]);
        columns
            .filter_map(|column| nth(column, place).ok())
            .map(|part| part.len() + 1)
            .sum()
    }
}

#[cfg(feature = "compile")]
fn nth(column: &[u8], place: usize) -> Result<&[u8], Damaged> {
    let mut parts = column.split(|&byte| byte == END_OF_PART);
    parts.nth(place).ok_or(Damaged)
}

fn number(shape: &mut slice::Iter<'_, u8>) -> Result<usize, Damaged> {
    let (mut number, mut worth) = (0_usize, 1_usize);
    loop {
        let byte = *shape.next().ok_or(Damaged)?;
        let digit = usize::from(byte & !MORE).checked_sub(1).ok_or(Damaged)?;
        let value = digit.checked_mul(worth).ok_or(Damaged)?;
        number = number.checked_add(value).ok_or(Damaged)?;
        if byte & MORE == 0 {
            return Ok(number);
        }
        worth = worth.checked_mul(BASE).ok_or(Damaged)?;
    }
}

/// Takes the values of one part, in the order in which they were written.
///
/// Damage is remembered instead of returned: to drop half-read values after every field takes a third
/// more code in the download.
pub(crate) struct Reader<'a> {
    texts: [vec::IntoIter<String>; Column::COUNT],
    shape: slice::Iter<'a, u8>,
    is_damaged: bool,
}

impl Reader<'_> {
    fn number(&mut self) -> usize {
        let number = number(&mut self.shape);
        self.sound(number)
    }

    /// A number that can be no larger.
    pub(crate) fn number_to(&mut self, most: usize) -> usize {
        let number = Some(self.number()).filter(|&number| number <= most);
        self.sound(number.ok_or(Damaged))
    }

    /// The next text of a column, with its marks.
    fn text(&mut self, column: Column) -> String {
        let text = self.texts[column as usize].next();
        self.sound(text.ok_or(Damaged))
    }

    fn sound<T: Default>(&mut self, value: Result<T, Damaged>) -> T {
        self.is_damaged |= value.is_err();
        value.unwrap_or_default()
    }
}

/// Gathers parts, one after the other.
#[derive(Default, Debug)]
pub(crate) struct Writer {
    texts: [String; Column::COUNT],
    shape: Vec<u8>,
}

impl Writer {
    /// Adds one part.
    pub(crate) fn part<T: Wire>(&mut self, value: &T::Value) {
        T::write(value, self);
        for text in &mut self.texts {
            text.push(char::from(END_OF_PART));
        }
        self.shape.push(END_OF_PART);
    }

    /// What [`Words::of`] counts.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &String> {
        self.texts.iter()
    }

    /// For [`Columns::open`].
    pub(crate) fn pack(self, words: &Words) -> Vec<u8> {
        let texts = self.texts.map(|text| words.pack(&text));
        let mut lengths = Writer::default();
        for text in &texts {
            lengths.number(text.len());
        }
        [lengths.shape, texts.concat(), self.shape].concat()
    }

    pub(crate) fn number(&mut self, mut number: usize) {
        while number >= BASE {
            self.shape.push(digit(number % BASE) | MORE);
            number /= BASE;
        }
        self.shape.push(digit(number));
    }

    fn text(&mut self, column: Column, marked: &str) {
        let column = &mut self.texts[column as usize];
        column.push_str(marked);
        column.push(END_OF_TEXT);
    }
}

/// Never zero, which ends a part.
fn digit(digit: usize) -> u8 {
    u8::try_from(digit + 1).unwrap_or_default()
}
