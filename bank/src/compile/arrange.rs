//! Puts the pieces of a file into the slots that the format has for them.
//!
//! Used for the headings of a file and for the blocks of a check alike. A piece in the wrong place is
//! still taken, so that one mistake gives one problem.

use super::problem::Problems;
use std::fmt::Display;

/// A place for pieces of one sort, and how many may stand there.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Slot<K> {
    pub(crate) sort: K,
    pub(crate) least: usize,
    pub(crate) most: usize,
}

impl<K> Slot<K> {
    pub(crate) const fn one(sort: K) -> Self {
        Self {
            sort,
            least: 1,
            most: 1,
        }
    }

    pub(crate) const fn optional(sort: K) -> Self {
        Self {
            sort,
            least: 0,
            most: 1,
        }
    }

    pub(crate) const fn many(sort: K) -> Self {
        Self {
            sort,
            least: 1,
            most: usize::MAX,
        }
    }

    pub(crate) const fn any(sort: K) -> Self {
        Self {
            sort,
            least: 0,
            most: usize::MAX,
        }
    }
}

/// The pieces in each slot, in the order of the slots. `whole` names what they are pieces of.
pub(crate) fn arrange<K: PartialEq + Display, P>(
    pieces: Vec<(K, usize, P)>,
    slots: &[Slot<K>],
    whole: &str,
    line: usize,
    problems: &mut Problems,
) -> Vec<Vec<P>> {
    let mut filled: Vec<Vec<P>> = slots.iter().map(|_| Vec::new()).collect();
    let mut reached = 0;
    for (sort, line, piece) in pieces {
        let place = slots.iter().position(|slot| slot.sort == sort);
        let Some((place, slot, taken)) =
            place.and_then(|at| Some((at, slots.get(at)?, filled.get_mut(at)?)))
        else {
            problems.error(
                line,
                format!("this {sort} does not belong in {whole}"),
                "remove it",
            );
            continue;
        };
        if taken.len() == slot.most {
            problems.error(
                line,
                format!("this {sort} is one too many in {whole}"),
                "keep one",
            );
            continue;
        }
        if place < reached {
            let before = slots
                .get(reached)
                .map(|slot| format!("move it before the {}", slot.sort));
            problems.error(
                line,
                format!("this {sort} stands too late"),
                before.unwrap_or_default(),
            );
        }
        reached = reached.max(place);
        taken.push(piece);
    }
    for (slot, taken) in slots.iter().zip(&filled) {
        if taken.len() < slot.least {
            problems.error(line, format!("{whole} has no {}", slot.sort), "add it");
        }
    }
    filled
}
