//! The draft of an order check: the lines in use, in order, and those left out.
//!
//! Every line is in exactly one of the two; moving keeps it so. It does not know which arrangement
//! is right.

use crate::practice::shuffle::Seed;
use bank::check::LineId;

/// Lines on their way to an answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Arrangement {
    used: Vec<LineId>,
    left_out: Vec<LineId>,
}

/// What a person does with one line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Move {
    /// One place towards the first line.
    Up,
    /// One place towards the last line.
    Down,
    /// Out of the program; kept aside.
    LeaveOut,
    /// Back into the program, as its last line.
    PutBack,
    /// To this place of the program, from wherever it is.
    To(usize),
}

impl Arrangement {
    /// All of `count` lines in use, shuffled, never in the order of the file.
    pub fn shuffled(count: u8, seed: Seed) -> Arrangement {
        let mut used = seed.shuffle((0..count).map(LineId).collect());
        if used.is_sorted() {
            used.rotate_left(usize::from(count > 1));
        }
        Arrangement {
            used,
            left_out: Vec::new(),
        }
    }

    /// The lines in use, in order: the answer.
    pub fn used(&self) -> &[LineId] {
        &self.used
    }

    /// The lines left out, the latest last.
    pub fn left_out(&self) -> &[LineId] {
        &self.left_out
    }

    /// The place of a line in use.
    pub fn place(&self, line: LineId) -> Option<usize> {
        self.used.iter().position(|used| *used == line)
    }

    /// Moves a line. A move that is not possible, such as up from the first place, changes nothing.
    #[must_use]
    pub fn moved(mut self, line: LineId, how: Move) -> Arrangement {
        let place = self.place(line);
        match (how, place) {
            (Move::Up, Some(place)) => self.swap(place, place.checked_sub(1)),
            (Move::Down, Some(place)) => self.swap(place, place.checked_add(1)),
            (Move::LeaveOut, Some(place)) => self.left_out.push(self.used.remove(place)),
            (Move::PutBack, None) => self.insert(line, self.used.len()),
            (Move::To(target), Some(place)) => {
                self.used.remove(place);
                self.insert(line, target);
            }
            (Move::To(target), None) => self.insert(line, target),
            (Move::Up | Move::Down | Move::LeaveOut, None) | (Move::PutBack, Some(_)) => {}
        }
        self
    }

    fn swap(&mut self, place: usize, other: Option<usize>) {
        if let Some(other) = other.filter(|other| *other < self.used.len()) {
            self.used.swap(place, other);
        }
    }

    fn insert(&mut self, line: LineId, target: usize) {
        self.left_out.retain(|left_out| *left_out != line);
        self.used.insert(target.min(self.used.len()), line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(used: &[u8], left_out: &[u8]) -> Arrangement {
        let lines = |ids: &[u8]| ids.iter().copied().map(LineId).collect();
        Arrangement {
            used: lines(used),
            left_out: lines(left_out),
        }
    }

    #[test]
    fn a_move_does_what_it_says() {
        let check = |line: u8, how: Move, used: &[u8], left_out: &[u8]| {
            let moved = of(&[2, 0, 1], &[3, 4]).moved(LineId(line), how);
            assert_eq!(moved, of(used, left_out), "{line} {how:?}");
        };
        check(0, Move::Up, &[0, 2, 1], &[3, 4]);
        check(0, Move::Down, &[2, 1, 0], &[3, 4]);
        check(0, Move::LeaveOut, &[2, 1], &[3, 4, 0]);
        check(3, Move::PutBack, &[2, 0, 1, 3], &[4]);
        check(4, Move::To(1), &[2, 4, 0, 1], &[3]);
        check(2, Move::To(2), &[0, 1, 2], &[3, 4]);
        check(2, Move::To(9), &[0, 1, 2], &[3, 4]);
    }

    #[test]
    fn an_impossible_move_changes_nothing() {
        let check = |line: u8, how: Move| {
            let before = of(&[2, 0, 1], &[3]);
            assert_eq!(before.clone().moved(LineId(line), how), before, "{how:?}");
        };
        check(2, Move::Up);
        check(1, Move::Down);
        check(3, Move::Up);
        check(3, Move::LeaveOut);
        check(0, Move::PutBack);
    }

    #[test]
    fn the_start_is_never_the_order_of_the_file() {
        for seed in 0..500 {
            for count in 2..5 {
                let start = Arrangement::shuffled(count, Seed(seed));
                assert!(!start.used().is_sorted(), "{count} lines, seed {seed}");
            }
        }
    }

    fn any_move() -> impl Strategy<Value = (LineId, Move)> {
        let how = prop_oneof![
            Just(Move::Up),
            Just(Move::Down),
            Just(Move::LeaveOut),
            Just(Move::PutBack),
            (0usize..9).prop_map(Move::To),
        ];
        ((0u8..6).prop_map(LineId), how)
    }

    proptest! {
        #[test]
        fn no_line_is_lost_or_doubled(moves in prop::collection::vec(any_move(), 0..60)) {
            let mut draft = Arrangement::shuffled(6, Seed(1));
            for (line, how) in moves {
                draft = draft.moved(line, how);
            }
            let mut lines = [draft.used(), draft.left_out()].concat();
            lines.sort();
            prop_assert_eq!(lines, (0..6).map(LineId).collect::<Vec<_>>());
        }
    }
}
