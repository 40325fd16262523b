//! The bank as a whole: whether the form of its items gives their keys away.
//!
//! Shares are judged from 40 items on: below that one item moves a share by more than 2.5 points, and
//! the bands are 10 to 20 points wide. The guesser is judged from 100 on: what it gets right on fewer
//! is mostly luck. Below, the numbers are shown and not judged.

mod guess;
mod likeness;

use super::lint::{choices, stems, words};
use super::problem::{Problem, Problems};
use super::source::check::{Check, Choice, ChoiceOption, Item};
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
        let is_executable = |check: &&Check| check.item.kind().is_executable();
        let choices: Vec<&Check> = checks
            .iter()
            .copied()
            .filter(|c| !is_executable(c))
            .collect();
        let singles: Vec<Single<'_>> = checks.iter().filter_map(|check| single(check)).collect();
        let prose: Vec<_> = singles.iter().filter(|one| is_prose(one)).collect();
        let four: Vec<_> = singles
            .iter()
            .filter(|(choice, _)| choice.options.len() == 4)
            .collect();
        Balance {
            executable: share(&checks, is_executable),
            longest: share(&prose, |one| is_extreme(one, |key, other| key > other)),
            shortest: share(&prose, |one| is_extreme(one, |key, other| key < other)),
            places: [0, 1, 2, 3].map(|place| share(&four, |(_, key)| *key == place)),
            negative: share(&choices, |check| stems::is_negative(check)),
            guessed: guess::share(&singles),
        }
    }
}

/// The singles, as `question/check`, whose key the form of the options gives away.
pub fn guessed(source: &Source) -> Vec<String> {
    let checks = source.questions.iter().flat_map(|question| {
        let named = question.checks.iter().map(move |check| (question, check));
        named.filter_map(|(question, check)| Some((question, check, single(check)?)))
    });
    let checks: Vec<(&Question, &Check, Single<'_>)> = checks.collect();
    let singles: Vec<Single<'_>> = checks.iter().map(|(_, _, single)| *single).collect();
    let credits = guess::credits(&singles);
    let found = checks
        .iter()
        .zip(credits)
        .filter(|(_, credit)| *credit > 0.9);
    found
        .map(|((question, check, _), _)| format!("{}/{}", question.id, check.name))
        .collect()
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
    for bound in &BOUNDS {
        let share = (bound.share)(balance);
        let percents = bound.least * share.of..=bound.most * share.of;
        if share.of >= FEW && !percents.contains(&(100 * share.count)) {
            let Bound {
                what, least, most, ..
            } = bound;
            let what = format!("{what} in {share}, outside {least} to {most} %");
            problems.error(1, what, bound.repair);
        }
    }
    let guessed = balance.guessed;
    if guessed.of >= FEW_GUESSES && 100 * guessed.count > 33 * guessed.of {
        problems.error(
            1,
            format!("the form of the options gives the key away in {guessed}, over 33 %"),
            "`cargo xtask bank stats` names them; change lengths, places, code, digits and hedges",
        );
    }
}

/// What a share must be.
struct Bound {
    share: fn(&Balance) -> Share,
    /// In percent.
    least: usize,
    /// In percent.
    most: usize,
    what: &'static str,
    repair: &'static str,
}

const BOUNDS: [Bound; 8] = [
    Bound {
        share: |balance| balance.executable,
        least: 60,
        most: 100,
        what: "a check is proved by running",
        repair: "write more of output, blank, order and bug",
    },
    Bound {
        share: |balance| balance.longest,
        least: 15,
        most: 30,
        what: "the key is the longest option",
        repair: "lengthen or shorten options where it reads well",
    },
    Bound {
        share: |balance| balance.shortest,
        least: 15,
        most: 35,
        what: "the key is the shortest option",
        repair: "lengthen or shorten options where it reads well",
    },
    Bound {
        share: |balance| balance.negative,
        least: 0,
        most: 5,
        what: "a stem is negative",
        repair: "ask for what holds",
    },
    place(
        |balance| balance.places[0],
        "the key stands at place 1 of 4",
    ),
    place(
        |balance| balance.places[1],
        "the key stands at place 2 of 4",
    ),
    place(
        |balance| balance.places[2],
        "the key stands at place 3 of 4",
    ),
    place(
        |balance| balance.places[3],
        "the key stands at place 4 of 4",
    ),
];

const fn place(share: fn(&Balance) -> Share, what: &'static str) -> Bound {
    Bound {
        share,
        least: 20,
        most: 30,
        what,
        repair: "move options in the files",
    }
}

/// A single and the place of its key.
type Single<'s> = (&'s Choice, usize);

fn single(check: &Check) -> Option<Single<'_>> {
    let Item::Single(choice) = &check.item else {
        return None;
    };
    choices::key(choice)?;
    let place = choice.options.iter().position(|option| option.right)?;
    Some((choice, place))
}

/// Whether words tell the options apart, not code.
fn is_prose((choice, _): &Single<'_>) -> bool {
    let is_code = |markdown: &str| markdown.starts_with('`') && markdown.ends_with('`');
    let mut options = choice.options.iter();
    !options.any(|option| is_code(&option.text.markdown))
}

fn is_extreme((choice, key): &Single<'_>, beats: fn(usize, usize) -> bool) -> bool {
    let length = |option: &ChoiceOption| words::length(&option.text);
    let (right, wrong): (Vec<_>, Vec<_>) = choice
        .options
        .iter()
        .enumerate()
        .partition(|(place, _)| place == key);
    let right = right.first().map_or(0, |(_, option)| length(option));
    wrong.iter().all(|(_, option)| beats(right, length(option)))
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
