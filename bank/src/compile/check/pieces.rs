//! The blocks of a check, sorted, and which of them each kind of check has.

use super::super::arrange::{Arranged, Slot};
use super::super::fence::meaning::{Content, Fence, Purpose};
use super::super::lines::Shape;
use super::super::list::{self, Item};
use super::super::problem::Problems;
use super::super::source::Text;
use super::super::source::program::{Code, Program, Script};
use crate::check::CheckKind;
use std::fmt;

/// A sort of block.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Piece {
    /// A paragraph.
    Text,
    /// A fence in another language than Python.
    Shown,
    List,
    Quote,
    /// `order: fixed`
    Fixed,
    /// A plain `python` fence.
    Python,
    Run,
    Output,
    Order,
    Fix,
    Test,
    Proof,
}

impl fmt::Display for Piece {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Piece::Text => "paragraph",
            Piece::Shown => "fence that is not Python",
            Piece::List => "list",
            Piece::Quote => "quote that explains",
            Piece::Fixed => "line `order: fixed`",
            Piece::Python => "plain ```python fence",
            Piece::Run => "```python run fence",
            Piece::Output => "```output fence",
            Piece::Order => "```python order fence",
            Piece::Fix => "```python fix fence",
            Piece::Test => "```python test fence",
            Piece::Proof => "```python proof fence",
        })
    }
}

/// What follows the stem, in order.
pub(crate) fn slots(kind: CheckKind) -> &'static [Slot<Piece>] {
    match kind {
        CheckKind::Single | CheckKind::Multi => &CHOICE,
        CheckKind::Output => &OUTPUT,
        CheckKind::Blank => &BLANK,
        CheckKind::Order => &ORDER,
        CheckKind::Bug => &BUG,
    }
}

const CHOICE: [Slot<Piece>; 3] = [
    Slot::one(Piece::List),
    Slot::optional(Piece::Fixed),
    Slot::any(Piece::Proof),
];

const OUTPUT: [Slot<Piece>; 4] = [
    Slot::one(Piece::Run),
    Slot::one(Piece::Output),
    Slot::one(Piece::Quote),
    Slot::one(Piece::List),
];

const BLANK: [Slot<Piece>; 4] = [
    Slot::one(Piece::Run),
    Slot::one(Piece::Output),
    Slot::one(Piece::List),
    Slot::optional(Piece::Quote),
];

const ORDER: [Slot<Piece>; 3] = [
    Slot::one(Piece::Order),
    Slot::one(Piece::Test),
    Slot::optional(Piece::Quote),
];

const BUG: [Slot<Piece>; 4] = [
    Slot::one(Piece::Python),
    Slot::one(Piece::List),
    Slot::one(Piece::Fix),
    Slot::one(Piece::Test),
];

/// A block with its sort and line.
pub(crate) type Sorted<'s, 'a> = (Piece, usize, Content<'s, 'a>);

/// The blocks with their sorts; a fence that is not known is left out.
pub(crate) fn sorted<'s, 'a>(contents: Vec<Content<'s, 'a>>) -> Vec<Sorted<'s, 'a>> {
    let sorted = |content: Content<'s, 'a>| Some((sort(&content)?, content.block.line, content));
    contents.into_iter().filter_map(sorted).collect()
}

fn sort(content: &Content<'_, '_>) -> Option<Piece> {
    let is_fixed = matches!(content.block.lines, [line] if line.text.trim() == "order: fixed");
    match content.block.shape {
        Shape::List => Some(Piece::List),
        Shape::Quote => Some(Piece::Quote),
        Shape::Paragraph if is_fixed => Some(Piece::Fixed),
        Shape::Paragraph => Some(Piece::Text),
        Shape::Fence => content.fence.as_ref().map(sort_fence),
    }
}

fn sort_fence(fence: &Fence) -> Piece {
    match fence.purpose {
        Purpose::Shown if fence.is_plain("python") => Piece::Python,
        Purpose::Shown => Piece::Shown,
        Purpose::Run => Piece::Run,
        Purpose::Output => Piece::Output,
        Purpose::Fix => Piece::Fix,
        Purpose::Test => Piece::Test,
        Purpose::Proof => Piece::Proof,
        Purpose::Order => Piece::Order,
    }
}

/// The pieces of one check after the stem, to be taken by the reader of its kind.
pub(crate) struct Pieces<'s, 'a>(pub(crate) Arranged<Piece, Content<'s, 'a>>);

impl Pieces<'_, '_> {
    pub(crate) fn items(&mut self, problems: &mut Problems) -> Vec<Item> {
        let list = self.0.one(Piece::List);
        list.map_or_else(Vec::new, |list| list::items(list.block.lines, problems))
    }

    pub(crate) fn has(&mut self, piece: Piece) -> bool {
        self.0.one(piece).is_some()
    }

    pub(crate) fn quote(&mut self) -> Option<Text> {
        let quote = self.0.one(Piece::Quote)?;
        Some(list::quote(quote.block.lines))
    }

    pub(crate) fn code(&mut self, piece: Piece) -> Option<Code> {
        Some(self.0.one(piece)?.fence?.code)
    }

    /// The `run` fence with the `output` fence.
    pub(crate) fn program(&mut self) -> Option<Program> {
        let fence = self.0.one(Piece::Run)?.fence?;
        Some(Program {
            needs: fence.needs,
            raises: fence.raises,
            printed: self.code(Piece::Output),
            code: fence.code,
        })
    }

    /// The fences of a test or a proof.
    pub(crate) fn scripts(&mut self, piece: Piece) -> Vec<Script> {
        let fences = self
            .0
            .take(piece)
            .into_iter()
            .filter_map(|content| content.fence);
        fences.map(Fence::into_script).collect()
    }
}
