//! The bank as a whole: whether the form of its items gives their keys away.
//!
//! Shares are judged from 40 items on: below that one item moves a share by more than 2.5 points, and
//! the bands are 10 to 20 points wide. The guesser is judged from 100 on: what it gets right on fewer
//! is mostly luck. Below, the numbers are shown and not judged.

mod guess;
mod likeness;

use super::lint::{choices, stems, words};
use super::problem::{Problem, Problems};
use super::source::check::{Check, Choice, Item};
use super::source::{Question, Source};
use std::fmt;

/// A count out of a number.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Share {
    /// How many.
    pub count: usize,
    /// Out of how many.
    pub of: usize,
}

/// What the whole bank measures.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Balance {
    /// Checks whose key is proved by running, of all.
    pub executable: Share,
    /// Singles in prose whose key is strictly the longest option.
    pub longest: Share,
    /// Singles in prose whose key is strictly the shortest option.
    pub shortest: Share,
    /// Singles of four options whose key stands at each place of the file.
    pub places: [Share; 4],
    /// Singles and multis with a negative stem.
    pub negative: Share,
    /// Singles whose key a guesser finds that sees only the form of the options.
    pub guessed: Share,
}

/// Fewest items of which a share is judged.
const FEW: usize = 40;
/// Fewest items on which the guesser is judged.
const FEW_GUESSES: usize = 100;

impl Balance {
    /// Measures a bank.
    pub fn of(source: &Source) -> Balance {
        let checks: Vec<&Check> = source.questions.iter().flat_map(|q| &q.checks).collect();
        let singles: Vec<(&Choice, usize)> =
            checks.iter().filter_map(|check| single(check)).collect();
        let prose: Vec<_> = singles
            .iter()
            .filter(|(choice, _)| is_prose(choice))
            .collect();
        let four: Vec<_> = singles
            .iter()
            .filter(|(choice, _)| choice.options.len() == 4)
            .collect();
        let choices = checks
            .iter()
            .filter(|check| !check.item.kind().is_executable());
        Balance {
            executable: share(&checks, |check| check.item.kind().is_executable()),
            longest: share(&prose, |(choice, key)| {
                is_extreme(choice, *key, |key, other| key > other)
            }),
            shortest: share(&prose, |(choice, key)| {
                is_extreme(choice, *key, |key, other| key < other)
            }),
            places: [0, 1, 2, 3].map(|place| share(&four, |(_, key)| *key == place)),
            negative: share(&choices.collect::<Vec<_>>(), |check| {
                stems::is_negative(check)
            }),
            guessed: guess::share(&singles),
        }
    }
}

/// Judges the bank as a whole. What a single file does wrong is in `source.problems`.
pub(crate) fn judge(source: &Source) -> Vec<Problem> {
    let mut found = likeness::judge(source);
    if let Some(first) = source.questions.first() {
        let mut problems = Problems::of(folder(first));
        shares(&Balance::of(source), &mut problems);
        found.extend(problems.into_list());
    }
    found
}

/// The folder of all questions.
fn folder(question: &Question) -> &str {
    let topic = question
        .path
        .rsplit_once('/')
        .map_or("", |(folder, _)| folder);
    topic.rsplit_once('/').map_or(topic, |(folder, _)| folder)
}

fn shares(balance: &Balance, problems: &mut Problems) {
    let mut judge = |share: Share, least: usize, most: usize, what: &str, repair: &str| {
        let percent = (least * share.of..=most * share.of).contains(&(100 * share.count));
        if share.of >= FEW && !percent {
            problems.error(
                1,
                format!("{what} in {share}, outside {least} to {most} %"),
                repair,
            );
        }
    };
    let lengths = "lengthen or shorten options where it reads well";
    judge(
        balance.executable,
        60,
        100,
        "a check is proved by running",
        "write more of output, blank, order and bug",
    );
    judge(
        balance.longest,
        15,
        30,
        "the key is the longest option",
        lengths,
    );
    judge(
        balance.shortest,
        15,
        35,
        "the key is the shortest option",
        lengths,
    );
    for (share, place) in balance.places.into_iter().zip(1..) {
        judge(
            share,
            20,
            30,
            &format!("the key stands at place {place} of 4"),
            "move options in the files",
        );
    }
    judge(
        balance.negative,
        0,
        5,
        "a stem is negative",
        "ask for what holds",
    );
    let guessed = balance.guessed;
    if guessed.of >= FEW_GUESSES && 100 * guessed.count > 33 * guessed.of {
        problems.error(
            1,
            format!("the form of the options gives the key away in {guessed}, over 33 %"),
            "look at their lengths, places, code, digits and hedges",
        );
    }
}

/// A single and the place of its key.
fn single(check: &Check) -> Option<(&Choice, usize)> {
    let Item::Single(choice) = &check.item else {
        return None;
    };
    choices::key(choice)?;
    let place = choice.options.iter().position(|option| option.right)?;
    Some((choice, place))
}

/// Whether words tell the options apart, not code.
fn is_prose(choice: &Choice) -> bool {
    let is_code = |markdown: &str| markdown.starts_with('`') && markdown.ends_with('`');
    !choice
        .options
        .iter()
        .any(|option| is_code(&option.text.markdown))
}

fn is_extreme(choice: &Choice, key: usize, beats: fn(usize, usize) -> bool) -> bool {
    let lengths: Vec<usize> = choice
        .options
        .iter()
        .map(|option| words::length(&option.text))
        .collect();
    let others = lengths
        .iter()
        .enumerate()
        .filter(|(place, _)| *place != key);
    let length = lengths.get(key).copied().unwrap_or(0);
    others.into_iter().all(|(_, other)| beats(length, *other))
}

fn share<T>(all: &[T], is: impl Fn(&T) -> bool) -> Share {
    Share {
        count: all.iter().filter(|one| is(one)).count(),
        of: all.len(),
    }
}

impl Share {
    /// Whole percent, rounded down; 0 of 0 is 0.
    pub fn percent(self) -> usize {
        (100 * self.count).checked_div(self.of).unwrap_or(0)
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {} ({} %)", self.count, self.of, self.percent())
    }
}

impl fmt::Display for Balance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "proved by running: {}, at least 60 %", self.executable)?;
        writeln!(f, "key longest: {}, 15 to 30 %", self.longest)?;
        writeln!(f, "key shortest: {}, 15 to 35 %", self.shortest)?;
        for (share, place) in self.places.into_iter().zip(1..) {
            writeln!(f, "key at place {place} of 4: {share}, 20 to 30 %")?;
        }
        writeln!(f, "negative stems: {}, at most 5 %", self.negative)?;
        write!(
            f,
            "keys guessed from the form: {}, at most 33 %",
            self.guessed
        )
    }
}
