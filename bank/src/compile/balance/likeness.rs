//! Stems that are nearly the same: two items that ask one thing are one item.

use super::super::lint::stems;
use super::super::problem::{Problem, Problems};
use super::super::source::check::{Check, Item};
use super::super::source::{Part, Question, Source};
use std::collections::BTreeMap;

/// A stem as sorted words, each a number. Two are compared by twice the words that they share over
/// the words that they have (Dice's coefficient): 1 is equal, 0 has nothing in common.
struct Stem<'s> {
    question: &'s Question,
    check: &'s Check,
    words: Vec<u32>,
}

/// The most that two stems may be alike, in percent.
const MOST: usize = 85;

pub(crate) fn judge(source: &Source) -> Vec<Problem> {
    let stems = stems(source);
    let mut found = Vec::new();
    for (place, stem) in stems.iter().enumerate() {
        let before = stems.iter().take(place);
        if let Some(twin) = before
            .into_iter()
            .find(|other| are_alike(&stem.words, &other.words))
        {
            let mut problems = Problems::of(&stem.question.path);
            problems.error(
                stem.check.line,
                format!(
                    "this check asks nearly the same as `{}` of `{}`",
                    twin.check.name, twin.question.id
                ),
                "ask something else or remove one",
            );
            found.extend(problems.into_list());
        }
    }
    found
}

fn stems(source: &Source) -> Vec<Stem<'_>> {
    let mut numbers = BTreeMap::new();
    let mut stems = Vec::new();
    for question in &source.questions {
        for check in &question.checks {
            let text = asked(check);
            let mut words: Vec<u32> = text
                .split(|c: char| !c.is_alphanumeric())
                .filter(|word| !word.is_empty())
                .map(|word| {
                    let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
                    *numbers.entry(word.to_owned()).or_insert(next)
                })
                .collect();
            words.sort_unstable();
            stems.push(Stem {
                question,
                check,
                words,
            });
        }
    }
    stems
}

/// All that is shown before the answer: prose and code. "What does this print?" alone says nothing.
fn asked(check: &Check) -> String {
    let mut asked = stems::visible(&check.stem).to_lowercase();
    let mut show = |code: &str| {
        asked.push('\n');
        asked.push_str(code);
    };
    for part in &check.stem.parts {
        match part {
            Part::Text(_) => {}
            Part::Shown(shown) => show(&shown.code.text),
            Part::Program(program) => show(&program.code.text),
        }
    }
    match &check.item {
        Item::Single(_) | Item::Multi(_) => {}
        Item::Output(item) => show(&item.program.code.text),
        Item::Blank(item) => show(&item.program.code.text),
        Item::Order(item) => item.lines.iter().for_each(|line| show(&line.code)),
        Item::Bug(item) => show(&item.code.text),
    }
    asked
}

fn are_alike(one: &[u32], other: &[u32]) -> bool {
    let all = one.len() + other.len();
    let most_shared = 2 * one.len().min(other.len());
    // Most pairs differ in length so much that their words need not be looked at.
    100 * most_shared > MOST * all && 100 * 2 * shared(one, other) > MOST * all
}

fn shared(one: &[u32], other: &[u32]) -> usize {
    let (mut left, mut right) = (one, other);
    let mut shared = 0;
    while let (Some((a, left_rest)), Some((b, right_rest))) =
        (left.split_first(), right.split_first())
    {
        if a <= b {
            left = left_rest;
        }
        if b <= a {
            right = right_rest;
        }
        shared += usize::from(a == b);
    }
    shared
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn likeness_counts_every_word_once() {
        assert_eq!(shared(&[1, 2, 2, 3], &[2, 3, 4]), 2);
        assert_eq!(shared(&[], &[1]), 0);
        assert!(are_alike(&[1, 2, 3, 4, 5, 6, 7], &[1, 2, 3, 4, 5, 6, 8]));
        assert!(!are_alike(&[1, 2, 3, 4, 5, 6], &[1, 2, 3, 4, 5, 7]));
        assert!(!are_alike(&[], &[]));
    }
}
