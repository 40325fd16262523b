//! Chance from a seed: the same seed gives the same order on every device and in every release.
//!
//! Written here because a stored seed must keep its meaning: random-number crates do not promise the
//! same shuffle across versions. Not for secrets.

/// Where a shuffle starts. Stored with a session, so that a reload shows the same order.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Seed(pub u64);

impl Seed {
    /// A seed of its own for the part of a session at `place`.
    pub fn part(self, place: usize) -> Seed {
        Seed(SplitMix64(self.0 ^ (place as u64).wrapping_mul(GOLDEN)).next())
    }

    /// The items in an order that depends on the seed and on nothing else (Fisher-Yates).
    pub fn shuffle<T>(self, mut items: Vec<T>) -> Vec<T> {
        let mut random = SplitMix64(self.0);
        for last in (1..items.len()).rev() {
            items.swap(last, random.below(last + 1));
        }
        items
    }
}

/// The generator of Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", 2014.
pub(crate) struct SplitMix64(pub(crate) u64);

const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;

impl SplitMix64 {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(GOLDEN);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// Below `bound`, with a bias under `bound / 2^64` (Lemire's multiplication, no rejection).
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        ((u128::from(self.next()) * bound as u128) >> 64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_generator_gives_its_published_values() {
        // From the reference implementation of splitmix64, seed 1234567.
        let mut random = SplitMix64(1_234_567);
        assert_eq!(random.next(), 6_457_827_717_110_365_317);
        assert_eq!(random.next(), 3_203_168_211_198_807_973);
    }

    #[test]
    fn a_stored_seed_keeps_its_order_for_ever() {
        assert_eq!(Seed(7).shuffle(vec![0, 1, 2, 3, 4, 5]), FOR_SEED_7);
    }

    const FOR_SEED_7: [i32; 6] = [5, 4, 1, 3, 0, 2];

    #[test]
    fn every_order_comes_about_as_often() {
        let mut counts = std::collections::HashMap::new();
        for seed in 0..6000 {
            *counts
                .entry(Seed(1).part(seed).shuffle(vec![0, 1, 2]))
                .or_insert(0) += 1;
        }
        assert_eq!(counts.len(), 6);
        assert!(
            counts.values().all(|count| (900..1100).contains(count)),
            "{counts:?}"
        );
    }
}
