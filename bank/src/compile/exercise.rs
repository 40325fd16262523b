//! The sections of a coding question that run: starter, tests, solutions, mistakes.

use super::arrange::{Slot, arrange};
use super::cases;
use super::check::not_one;
use super::fence::{self, Purpose};
use super::lines::{self, Block, Line, Section, Shape};
use super::problem::Problems;
use super::setting;
use super::source::Text;
use super::source::exercise::{Exercise, Mistake, Solution};
use super::source::program::Code;
use crate::exercise::Case;
use crate::name::CheckName;
use std::collections::BTreeSet;
use std::fmt;

/// A section with the words after its heading.
pub(crate) type Named<'a> = (String, Section<'a>);

/// Reads the sections; `None` when there is no starter or no tests.
pub(crate) fn parse(
    starter: Option<Section<'_>>,
    tests: Option<Section<'_>>,
    solutions: Vec<Named<'_>>,
    mistakes: Vec<Named<'_>>,
    problems: &mut Problems,
) -> Option<Exercise> {
    let solutions: Vec<Solution> = solutions
        .iter()
        .filter_map(|(name, section)| solution(name, section, problems))
        .collect();
    let mistakes: Vec<Mistake> = mistakes
        .iter()
        .filter_map(|(name, section)| mistake(name, section, problems))
        .collect();
    let starter = starter.and_then(|section| {
        let slots = [Slot::one(Piece::Python)];
        only(Pieces::of(&section, &[], &slots, problems).python)
    });
    let tests = tests.and_then(|section| {
        let slots = [Slot::one(Piece::Toml)];
        only(Pieces::of(&section, &[], &slots, problems).toml)
    });
    let cases = cases::parse(&tests?, problems);
    if cases.complete {
        catching(&mistakes, &cases.list, problems);
    }
    let exercise = Exercise {
        starter: starter?,
        setup: cases.setup,
        cases: cases.list,
        solutions,
        mistakes,
    };
    names(&exercise, problems);
    Some(exercise)
}

fn names(exercise: &Exercise, problems: &mut Problems) {
    let solutions = exercise.solutions.iter().map(|s| (s.line, s.name.as_str()));
    unique("solution", solutions, problems);
    let mistakes = exercise.mistakes.iter().map(|m| (m.line, m.name.as_str()));
    unique("mistake", mistakes, problems);
    let cases = exercise
        .cases
        .iter()
        .map(|(line, case)| (*line, case.why.as_str()));
    unique("case", cases, problems);
}

/// Whether every mistake names a case.
fn catching(mistakes: &[Mistake], cases: &[(usize, Case)], problems: &mut Problems) {
    for mistake in mistakes {
        if !cases.iter().any(|(_, case)| case.why == mistake.fails) {
            problems.error(
                mistake.line,
                format!("no case is called `{}`", mistake.fails),
                "write after `fails:` the `why` of the case that must catch this mistake",
            );
        }
    }
}

fn unique<'n>(what: &str, names: impl Iterator<Item = (usize, &'n str)>, problems: &mut Problems) {
    let mut seen = BTreeSet::new();
    for (line, name) in names {
        if !seen.insert(name) {
            problems.error(
                line,
                format!("the {what} `{name}` stands twice"),
                "give each its own name",
            );
        }
    }
}

fn solution(name: &str, section: &Section<'_>, problems: &mut Problems) -> Option<Solution> {
    let keys = ["time", "space"];
    let name = named("solution", name, section, problems)?;
    let slots = [
        Slot::one(Piece::Setting),
        Slot::optional(Piece::Text),
        Slot::one(Piece::Python),
    ];
    let pieces = Pieces::of(section, &keys, &slots, problems);
    let [time, space] = setting::read(&pieces.settings, keys, section.line, problems);
    Some(Solution {
        line: section.line,
        name,
        time: time?.1.to_owned(),
        space: space?.1.to_owned(),
        about: only(pieces.text).unwrap_or_default(),
        code: only(pieces.python)?,
    })
}

fn mistake(name: &str, section: &Section<'_>, problems: &mut Problems) -> Option<Mistake> {
    let keys = ["fails"];
    let name = named("mistake", name, section, problems)?;
    let slots = [
        Slot::one(Piece::Setting),
        Slot::one(Piece::Text),
        Slot::one(Piece::Python),
    ];
    let pieces = Pieces::of(section, &keys, &slots, problems);
    let [fails] = setting::read(&pieces.settings, keys, section.line, problems);
    Some(Mistake {
        line: section.line,
        name,
        fails: fails?.1.to_owned(),
        about: only(pieces.text)?,
        code: only(pieces.python)?,
    })
}

fn named(what: &str, name: &str, section: &Section<'_>, problems: &mut Problems) -> Option<String> {
    if CheckName::parse(name).is_err() {
        problems.error(
            section.line,
            not_one(name, &format!("a name for a {what}")),
            "name it after the heading in lower-case letters, digits and single hyphens",
        );
        return None;
    }
    Some(name.to_owned())
}

fn only<T>(mut pieces: Vec<T>) -> Option<T> {
    pieces.pop()
}

/// The sorts of blocks that these sections hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Piece {
    Setting,
    Text,
    Python,
    Toml,
    Other,
}

impl fmt::Display for Piece {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Piece::Setting => "line of `key: value`",
            Piece::Text => "paragraph",
            Piece::Python => "plain ```python fence",
            Piece::Toml => "```toml fence",
            Piece::Other => "fence",
        })
    }
}

#[derive(Default)]
struct Pieces<'a> {
    settings: Vec<Line<'a>>,
    text: Vec<Text>,
    python: Vec<Code>,
    toml: Vec<Code>,
}

impl<'a> Pieces<'a> {
    fn of(
        section: &Section<'a>,
        keys: &[&str],
        slots: &[Slot<Piece>],
        problems: &mut Problems,
    ) -> Pieces<'a> {
        let blocks = lines::blocks(&section.lines, problems);
        let sorted: Vec<(Piece, usize, Block<'_, 'a>)> = blocks
            .into_iter()
            .filter_map(|block| Some((sort(&block, keys, problems)?, block.line, block)))
            .collect();
        let whole = format!("`## {}`", section.heading);
        let arranged = arrange(sorted, slots, &whole, section.line, problems);
        let mut pieces = Pieces::default();
        for (slot, blocks) in slots.iter().zip(arranged) {
            for block in blocks {
                match slot.sort {
                    Piece::Setting => pieces.settings.extend_from_slice(block.lines),
                    Piece::Text => pieces.text.push(lines::text(block.lines)),
                    Piece::Python => pieces.python.push(fence::code(&block)),
                    Piece::Toml => pieces.toml.push(fence::code(&block)),
                    Piece::Other => {}
                }
            }
        }
        pieces
    }
}

fn sort(block: &Block<'_, '_>, keys: &[&str], problems: &mut Problems) -> Option<Piece> {
    if block.shape != Shape::Fence {
        let first = block.lines.first().map_or("", |line| line.text);
        let is_setting = setting::is_one(first, keys);
        return Some(if is_setting {
            Piece::Setting
        } else {
            Piece::Text
        });
    }
    Some(match fence::purpose(block, problems)? {
        Purpose::Shown(language) if language == "python" => Piece::Python,
        Purpose::Shown(language) if language == "toml" => Piece::Toml,
        Purpose::Shown(_)
        | Purpose::Run(..)
        | Purpose::Output
        | Purpose::Fix
        | Purpose::Test(_)
        | Purpose::Proof(_)
        | Purpose::Order => Piece::Other,
    })
}
