//! A guesser that sees only the form of the options: naive Bayes, trained on all other items.
//!
//! What it finds more often than chance is a habit of the authors, which a candidate finds too.

use super::super::lint::{stems, words};
use super::super::source::check::Choice;
use super::Share;

/// What can be seen of an option without understanding it; each feature has a few values.
type Features = [usize; 5];

/// Values of each feature: length, code, digit, hedge, place.
const VALUES: Features = [4, 4, 4, 4, 6];

/// How often a value was seen with right and with wrong options.
#[derive(Clone, Copy, Default)]
struct Seen {
    right: f64,
    wrong: f64,
}

type Table = [[Seen; 6]; 5];

/// The singles whose key it finds. Where several options look best, a part of one is counted.
pub(crate) fn share(singles: &[(&Choice, usize)]) -> Share {
    Share {
        count: whole(credits(singles).iter().sum(), singles.len()),
        of: singles.len(),
    }
}

/// For each single: 1 when it finds the key, a part of 1 where several options look best, or 0.
pub(crate) fn credits(singles: &[(&Choice, usize)]) -> Vec<f64> {
    let items: Vec<(Vec<Features>, usize)> = singles
        .iter()
        .map(|(choice, key)| (features(choice), *key))
        .collect();
    let mut table = Table::default();
    for (options, key) in &items {
        learn(&mut table, options, *key, 1.0);
    }
    let left_out = items.iter().map(|(options, key)| {
        learn(&mut table, options, *key, -1.0);
        let credit = credit(&table, options, *key);
        learn(&mut table, options, *key, 1.0);
        credit
    });
    left_out.collect()
}

/// Rounds to the nearest count.
fn whole(found: f64, most: usize) -> usize {
    (0..=most)
        .zip(0..)
        .find(|(_, count): &(usize, u32)| f64::from(*count) + 0.5 > found)
        .map_or(most, |(count, _)| count)
}

fn features(choice: &Choice) -> Vec<Features> {
    let lengths: Vec<usize> = choice
        .options
        .iter()
        .map(|option| words::length(&option.text))
        .collect();
    let marked = stems::MARKS.map(|(_, has)| -> Vec<bool> {
        choice
            .options
            .iter()
            .map(|option| has(&option.text))
            .collect()
    });
    (0..choice.options.len())
        .map(|place| {
            let [code, digit, hedge] = marked.each_ref().map(|marked| contrast(marked, place));
            let seen = if choice.fixed { place.min(4) } else { 5 };
            [rank(&lengths, place), code, digit, hedge, seen]
        })
        .collect()
}

/// Shortest, longest, one of several of an extreme length, or between.
fn rank(lengths: &[usize], place: usize) -> usize {
    let length = lengths.get(place).copied().unwrap_or(0);
    let shorter = lengths.iter().filter(|&&other| other < length).count();
    let longer = lengths.iter().filter(|&&other| other > length).count();
    match (shorter, longer) {
        (0, longer) if longer + 1 == lengths.len() => 0,
        (shorter, 0) if shorter + 1 == lengths.len() => 1,
        (0, _) | (_, 0) => 2,
        _ => 3,
    }
}

/// Alone with a mark, with others, alone without it, or no difference.
fn contrast(marked: &[bool], place: usize) -> usize {
    let with = marked.iter().filter(|&&mark| mark).count();
    let without = marked.len() - with;
    match (marked.get(place).copied().unwrap_or(false), with, without) {
        (true, 1, _) => 0,
        (false, _, 1) => 1,
        (true, _, 0) | (false, 0, _) => 2,
        (true | false, _, _) => 3,
    }
}

fn learn(table: &mut Table, options: &[Features], key: usize, weight: f64) {
    for (place, features) in options.iter().enumerate() {
        for (values, &value) in table.iter_mut().zip(features) {
            let Some(seen) = values.get_mut(value) else {
                continue;
            };
            if place == key {
                seen.right += weight;
            } else {
                seen.wrong += weight;
            }
        }
    }
}

/// 1 for a sure hit, a part of it for a tie, 0 for a miss.
fn credit(table: &Table, options: &[Features], key: usize) -> f64 {
    let scores: Vec<f64> = options
        .iter()
        .map(|features| score(table, features))
        .collect();
    let best = scores.iter().copied().fold(f64::MIN, f64::max);
    let is_best = |score: f64| best - score < 1e-9;
    let ties = scores.iter().filter(|&&score| is_best(score)).count();
    let hit = scores.get(key).is_some_and(|&score| is_best(score));
    match u32::try_from(ties) {
        Ok(ties) if hit => 1.0 / f64::from(ties),
        Ok(_) | Err(_) => 0.0,
    }
}

/// How much more likely these features are on a right option than on a wrong one, as a logarithm.
fn score(table: &Table, features: &Features) -> f64 {
    let mut score = 0.0;
    for ((values, &value), &count) in table.iter().zip(features).zip(&VALUES) {
        let total = values.iter().fold(Seen::default(), |sum, seen| Seen {
            right: sum.right + seen.right,
            wrong: sum.wrong + seen.wrong,
        });
        let seen = values.get(value).copied().unwrap_or_default();
        let smooth = count as f64;
        score += ((seen.right + 1.0) / (total.right + smooth)).ln();
        score -= ((seen.wrong + 1.0) / (total.wrong + smooth)).ln();
    }
    score
}
