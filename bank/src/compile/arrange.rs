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

/// Puts the pieces, each with its line, into the slots. `whole` names what they are pieces of, and
/// `line` is where that begins.
pub(crate) fn arrange<K: Copy + PartialEq + Display, P>(
    pieces: Vec<(K, usize, P)>,
    slots: &[Slot<K>],
    whole: &str,
    line: usize,
    problems: &mut Problems,
) -> Arranged<K, P> {
    let empty = slots.iter().map(|slot| (*slot, Vec::new()));
    let mut arranged = Arranged {
        filled: empty.collect(),
        reached: 0,
    };
    for (sort, line, piece) in pieces {
        if let Err((what, repair)) = arranged.put(sort, piece, whole) {
            problems.error(line, what, repair);
        }
    }
    for (slot, pieces) in &arranged.filled {
        if pieces.len() < slot.least {
            problems.error(line, format!("{whole} has no {}", slot.sort), "add it");
        }
    }
    arranged
}

/// The pieces in their slots, to be taken one sort after the other.
pub(crate) struct Arranged<K, P> {
    filled: Vec<(Slot<K>, Vec<P>)>,
    /// The last slot that got a piece.
    reached: usize,
}

impl<K: Copy + PartialEq + Display, P> Arranged<K, P> {
    /// The pieces of a sort, in the order of the file.
    pub(crate) fn take(&mut self, sort: K) -> Vec<P> {
        let slot = self.filled.iter_mut().find(|(slot, _)| slot.sort == sort);
        slot.map_or_else(Vec::new, |(_, pieces)| std::mem::take(pieces))
    }

    /// The piece of a sort that stands once.
    pub(crate) fn one(&mut self, sort: K) -> Option<P> {
        self.take(sort).pop()
    }

    /// Takes a piece; says what is wrong with it and how to repair that.
    fn put(&mut self, sort: K, piece: P, whole: &str) -> Result<(), (String, String)> {
        let place = self.filled.iter().position(|(slot, _)| slot.sort == sort);
        let Some((place, (slot, pieces))) =
            place.and_then(|at| Some((at, self.filled.get_mut(at)?)))
        else {
            let what = format!("this {sort} does not belong in {whole}");
            return Err((what, "remove it".to_owned()));
        };
        if pieces.len() == slot.most {
            let what = format!("this {sort} is one too many in {whole}");
            return Err((what, "keep one".to_owned()));
        }
        pieces.push(piece);
        let later = self
            .filled
            .get(self.reached)
            .filter(|_| place < self.reached);
        if let Some((slot, _)) = later {
            let repair = format!("move it before the {}", slot.sort);
            return Err((format!("this {sort} stands too late"), repair));
        }
        self.reached = place;
        Ok(())
    }
}
