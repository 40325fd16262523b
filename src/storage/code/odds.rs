//! Yes and no in as little room as they deserve: an arithmetic coder whose odds follow what it has seen.
//!
//! A packer and an unpacker that are asked the same questions in the same order learn the same odds, so
//! one description of what is packed serves both. It knows nothing of what is packed.

/// How likely a yes is, in 65,536ths, and after how many answers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Odds {
    yes: u16,
    seen: u8,
}

/// After so many answers the odds follow what comes as slowly as they ever will.
const SLOWEST: u8 = 40;
/// No answer is taken for granted: the odds stay this far from never and always.
const LEAST: i32 = 48;

impl Odds {
    /// Nothing is known.
    pub(super) const EVEN: Odds = Odds {
        yes: 1 << 15,
        seen: 0,
    };

    fn learn(&mut self, yes: bool) {
        let (now, certain) = (i32::from(self.yes), if yes { 65_535 } else { 0 });
        let next = now + (certain - now) * 2 / (2 * i32::from(self.seen) + 3);
        let next = next.clamp(LEAST, 65_535 - LEAST);
        self.yes = u16::try_from(next).unwrap_or(self.yes);
        self.seen = SLOWEST.min(self.seen + 1);
    }
}

/// What is asked: a packer is told the answer, an unpacker finds it.
pub(super) trait Asked {
    /// Takes an answer, or gives the one that was taken.
    fn ask(&mut self, odds: &mut Odds, yes: bool) -> bool;
}

/// Numbers between which the packed one lies; their first bytes differ.
#[derive(Clone, Copy)]
struct Span {
    low: u32,
    high: u32,
}

impl Span {
    const ALL: Span = Span {
        low: 0,
        high: u32::MAX,
    };

    /// The last number that means yes.
    fn middle(self, odds: &Odds) -> u32 {
        let part = (u64::from(self.high - self.low) * u64::from(odds.yes)) >> 16;
        // Less than the span, so it fits.
        self.low + part as u32
    }

    fn narrow(&mut self, middle: u32, yes: bool) {
        if yes {
            self.high = middle;
        } else {
            self.low = middle + 1;
        }
    }

    /// The first byte, once it is certain; room is made for another one.
    fn certain(&mut self) -> Option<u8> {
        let [first, ..] = self.high.to_be_bytes();
        if self.low.to_be_bytes().first() != Some(&first) {
            return None;
        }
        self.low <<= 8;
        self.high = self.high << 8 | 255;
        Some(first)
    }
}

/// Packs answers into bytes.
pub(super) struct Packer {
    span: Span,
    bytes: Vec<u8>,
}

impl Packer {
    pub(super) fn begin() -> Packer {
        Packer {
            span: Span::ALL,
            bytes: Vec::new(),
        }
    }

    /// All that was packed. One more byte says where in the span the number lies: those behind it are 0.
    pub(super) fn end(mut self) -> Vec<u8> {
        self.bytes.extend(self.span.high.to_be_bytes().first());
        self.bytes
    }
}

impl Asked for Packer {
    fn ask(&mut self, odds: &mut Odds, yes: bool) -> bool {
        self.span.narrow(self.span.middle(odds), yes);
        odds.learn(yes);
        while let Some(byte) = self.span.certain() {
            self.bytes.push(byte);
        }
        yes
    }
}

/// Finds the answers in bytes. Any bytes hold some.
pub(super) struct Unpacker<'a> {
    span: Span,
    number: u32,
    bytes: &'a [u8],
    /// How many bytes have become certain.
    taken: usize,
}

impl<'a> Unpacker<'a> {
    pub(super) fn begin(bytes: &'a [u8]) -> Unpacker<'a> {
        let at = |place: usize| bytes.get(place).copied().unwrap_or(0);
        Unpacker {
            span: Span::ALL,
            number: u32::from_be_bytes([at(0), at(1), at(2), at(3)]),
            bytes,
            taken: 0,
        }
    }

    /// Whether the answers found so far are all that there are.
    pub(super) fn is_at_end(&self) -> bool {
        self.bytes.len() == self.taken + 1
    }

    /// Whether more was asked than the bytes hold.
    pub(super) fn is_beyond(&self) -> bool {
        self.bytes.len() <= self.taken
    }
}

impl Asked for Unpacker<'_> {
    fn ask(&mut self, odds: &mut Odds, _: bool) -> bool {
        let middle = self.span.middle(odds);
        let yes = self.number <= middle;
        self.span.narrow(middle, yes);
        odds.learn(yes);
        while self.span.certain().is_some() {
            self.taken += 1;
            let next = self.bytes.get(self.taken + 3).copied().unwrap_or(0);
            self.number = self.number << 8 | u32::from(next);
        }
        yes
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn packed(answers: &[(usize, bool)]) -> Vec<u8> {
        let (mut packer, mut odds) = (Packer::begin(), [Odds::EVEN; 4]);
        for (kind, yes) in answers {
            packer.ask(&mut odds[*kind], *yes);
        }
        packer.end()
    }

    proptest! {
        #[test]
        fn every_answer_comes_back(
            answers in prop::collection::vec((0usize..4, prop::bool::weighted(0.9)), 0..3_000),
        ) {
            let bytes = packed(&answers);
            let (mut unpacker, mut odds) = (Unpacker::begin(&bytes), [Odds::EVEN; 4]);
            for (kind, yes) in answers {
                prop_assert!(!unpacker.is_beyond());
                prop_assert_eq!(unpacker.ask(&mut odds[kind], !yes), yes);
            }
            prop_assert!(unpacker.is_at_end());
        }
    }

    #[test]
    fn what_is_expected_takes_next_to_nothing() {
        let check = |often: usize, most: usize| {
            let answers: Vec<_> = (0..8_000).map(|n| (0, n % often == 0)).collect();
            let bytes = packed(&answers).len();
            assert!(bytes <= most, "{often}: {bytes}");
        };
        check(1, 20);
        check(100, 110);
        check(8_001, 20);
        // Nothing to expect.
        let mut state = 1u32;
        let answers = (0..8_000).map(|_| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (0, state >> 31 == 1)
        });
        assert!((995..1_020).contains(&packed(&answers.collect::<Vec<_>>()).len()));
    }
}
