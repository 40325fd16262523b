//! The blocks of a check, sorted, and which of them each kind of check has.

use super::super::arrange::{Slot, arrange};
use super::super::fence::{self, Purpose};
use super::super::lines::{Block, Shape};
use super::super::list::{self, Item};
use super::super::problem::Problems;
use super::super::source::Text;
use super::super::source::program::{Code, Need, Program, Script};
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
    match kind {
        CheckKind::Single | CheckKind::Multi => &CHOICE,
        CheckKind::Output => &OUTPUT,
        CheckKind::Blank => &BLANK,
        CheckKind::Order => &ORDER,
        CheckKind::Bug => &BUG,
    }
}

/// A block with its sort and line.
pub(crate) type Sorted<'s, 'a> = (Piece, usize, Block<'s, 'a>);

/// The blocks with their sorts; a fence of no known sort is a problem and left out.
pub(crate) fn sorted<'s, 'a>(
    blocks: &[Block<'s, 'a>],
    problems: &mut Problems,
) -> Vec<Sorted<'s, 'a>> {
    let sorted = |block: &Block<'s, 'a>| Some((sort(block, problems)?, block.line, *block));
    blocks.iter().filter_map(sorted).collect()
}

fn sort(block: &Block<'_, '_>, problems: &mut Problems) -> Option<Piece> {
    match block.shape {
        Shape::List => return Some(Piece::List),
        Shape::Quote => return Some(Piece::Quote),
        Shape::Paragraph => {
            let is_fixed = matches!(block.lines, [line] if line.text.trim() == "order: fixed");
            return Some(if is_fixed { Piece::Fixed } else { Piece::Text });
        }
        Shape::Fence => {}
    }
    Some(match fence::purpose(block, problems)? {
        Purpose::Shown(language) if language == "python" => Piece::Python,
        Purpose::Shown(_) => Piece::Shown,
        Purpose::Run(..) => Piece::Run,
        Purpose::Output => Piece::Output,
        Purpose::Fix => Piece::Fix,
        Purpose::Test(_) => Piece::Test,
        Purpose::Proof(_) => Piece::Proof,
        Purpose::Order => Piece::Order,
    })
}

/// The pieces of one check after the stem, to be taken by the reader of its kind.
pub(crate) struct Pieces<'s, 'a> {
    slots: &'static [Slot<Piece>],
    filled: Vec<Vec<Block<'s, 'a>>>,
}

impl<'s, 'a> Pieces<'s, 'a> {
    pub(crate) fn arrange(
        body: &[Sorted<'s, 'a>],
        slots: &'static [Slot<Piece>],
        whole: &str,
        line: usize,
        problems: &mut Problems,
    ) -> Self {
        let filled = arrange(body.to_vec(), slots, whole, line, problems);
        Self { slots, filled }
    }

    fn take(&mut self, piece: Piece) -> Vec<Block<'s, 'a>> {
        let place = self.slots.iter().position(|slot| slot.sort == piece);
        let blocks = place.and_then(|place| self.filled.get_mut(place));
        blocks.map_or_else(Vec::new, std::mem::take)
    }

    pub(crate) fn items(&mut self, problems: &mut Problems) -> Vec<Item> {
        let block = self.take(Piece::List).pop();
        block.map_or_else(Vec::new, |block| list::items(block.lines, problems))
    }

    pub(crate) fn has(&mut self, piece: Piece) -> bool {
        !self.take(piece).is_empty()
    }

    pub(crate) fn quote(&mut self) -> Option<Text> {
        let block = self.take(Piece::Quote).pop()?;
        Some(list::quote(block.lines))
    }

    pub(crate) fn code(&mut self, piece: Piece) -> Option<Code> {
        self.take(piece).pop().map(|block| fence::code(&block))
    }

    /// The `run` fence with the `output` fence.
    pub(crate) fn program(&mut self) -> Option<Program> {
        let block = self.take(Piece::Run).pop()?;
        let printed = self.code(Piece::Output);
        // The words of a fence were judged when it was sorted.
        let purpose = fence::purpose(&block, &mut Problems::of(""))?;
        let (raises, needs) = match purpose {
            Purpose::Run(raises, needs) => (raises, needs),
            Purpose::Shown(_)
            | Purpose::Output
            | Purpose::Fix
            | Purpose::Test(_)
            | Purpose::Proof(_)
            | Purpose::Order => (None, Vec::new()),
        };
        Some(Program {
            code: fence::code(&block),
            needs,
            raises,
            printed,
        })
    }

    /// The fences of a test or a proof.
    pub(crate) fn scripts(&mut self, piece: Piece) -> Vec<Script> {
        let needs = |block: &Block<'_, '_>| -> Vec<Need> {
            match fence::purpose(block, &mut Problems::of("")) {
                Some(Purpose::Test(needs) | Purpose::Proof(needs)) => needs,
                Some(_) | None => Vec::new(),
            }
        };
        self.take(piece)
            .iter()
            .map(|block| Script {
                code: fence::code(block),
                needs: needs(block),
            })
            .collect()
    }
}
