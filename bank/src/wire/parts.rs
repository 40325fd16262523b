//! The parts of the columns, one after the other.

use super::{Column, END_OF_PART, END_OF_TEXT, Reader, Wire, Words};
use crate::embedded::Damaged;
use std::vec;

/// What is left of the columns.
#[derive(Clone, Debug)]
pub(crate) struct Parts<'a> {
    pub(super) texts: [&'a [u8]; Column::COUNT],
    pub(super) shape: &'a [u8],
}

/// One part of each column.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Part<'a> {
    texts: [&'a [u8]; Column::COUNT],
    shape: &'a [u8],
}

impl<'a> Iterator for Parts<'a> {
    type Item = Part<'a>;

    fn next(&mut self) -> Option<Part<'a>> {
        let mut texts: [&[u8]; Column::COUNT] = [&[]; Column::COUNT];
        for (text, column) in texts.iter_mut().zip(&mut self.texts) {
            *text = take_part(column)?;
        }
        let shape = take_part(&mut self.shape)?;
        Some(Part { texts, shape })
    }
}

fn take_part<'a>(column: &mut &'a [u8]) -> Option<&'a [u8]> {
    let end = column.iter().position(|&byte| byte == END_OF_PART)?;
    let (part, rest) = column.split_at(end);
    *column = &rest[1..];
    Some(part)
}

impl Part<'_> {
    /// Reads it to its end.
    pub(crate) fn read<T: Wire>(self, words: &Words) -> Result<T::Value, Damaged> {
        let mut texts: [vec::IntoIter<String>; Column::COUNT] = Default::default();
        for (text, column) in texts.iter_mut().zip(self.texts) {
            let text_of_part = words.unpack(column)?;
            let ended = text_of_part.split_terminator(END_OF_TEXT);
            *text = ended.map(str::to_owned).collect::<Vec<_>>().into_iter();
        }
        let mut reader = Reader {
            texts,
            shape: self.shape.iter(),
            is_damaged: false,
        };
        let value = T::read(&mut reader);
        let is_read = reader.shape.len() == 0 && reader.texts.iter().all(|text| text.len() == 0);
        (is_read && !reader.is_damaged)
            .then_some(value)
            .ok_or(Damaged)
    }
}
