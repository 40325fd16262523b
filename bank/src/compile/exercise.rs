//! The sections of a coding question that run: starter, tests, solutions, mistakes.

use super::arrange::{Arranged, Slot, arrange};
use super::cases;
use super::check::not_one;
use super::fence::meaning::{Content, contents};
use super::lines::{self, Line, Section, Shape};
use super::problem::Problems;
use super::question::Named;
use super::setting;
use super::source::Text;
use super::source::exercise::{Exercise, Mistake, Solution};
use super::source::program::Code;
use crate::exercise::Case;
use crate::name::CheckName;
use std::collections::BTreeSet;
use std::fmt;

/// Reads the sections; `None` when there is no starter or no tests.
pub(crate) fn parse(
    starter: Option<Section<'_>>,
    tests: Option<Section<'_>>,
    solutions: Vec<Named<'_>>,
    mistakes: Vec<Named<'_>>,
    problems: &mut Problems,
) -> Option<Exercise> {
    let solutions = each(&solutions, solution, problems);
    let mistakes = each(&mistakes, mistake, problems);
    let starter = starter.and_then(|section| fence_of(&section, Piece::Python, problems));
    let tests = tests.and_then(|section| fence_of(&section, Piece::Toml, problems));
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

fn each<T>(
    sections: &[Named<'_>],
    parse: fn(&str, &Section<'_>, &mut Problems) -> Option<T>,
    problems: &mut Problems,
) -> Vec<T> {
    let parse = |(name, section): &Named<'_>| parse(name, section, problems);
    sections.iter().filter_map(parse).collect()
}

/// The code of a section that holds one fence and nothing else.
fn fence_of(section: &Section<'_>, piece: Piece, problems: &mut Problems) -> Option<Code> {
    pieces(section, &[], &[Slot::one(piece)], problems).code(piece)
}

fn solution(name: &str, section: &Section<'_>, problems: &mut Problems) -> Option<Solution> {
    let keys = ["time", "space"];
    let name = named("solution", name, section, problems)?;
    let slots = [
        Slot::one(Piece::Setting),
        Slot::optional(Piece::Text),
        Slot::one(Piece::Python),
    ];
    let mut pieces = pieces(section, &keys, &slots, problems);
    let [time, space] = setting::read(&pieces.settings(), keys, section.line, problems);
    Some(Solution {
        line: section.line,
        name,
        time: time?.1.to_owned(),
        space: space?.1.to_owned(),
        about: pieces.text().unwrap_or_default(),
        code: pieces.code(Piece::Python)?,
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
    let mut pieces = pieces(section, &keys, &slots, problems);
    let [fails] = setting::read(&pieces.settings(), keys, section.line, problems);
    Some(Mistake {
        line: section.line,
        name,
        fails: fails?.1.to_owned(),
        about: pieces.text()?,
        code: pieces.code(Piece::Python)?,
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

struct Pieces<'s, 'a>(Arranged<Piece, Content<'s, 'a>>);

impl<'a> Pieces<'_, 'a> {
    fn settings(&mut self) -> Vec<Line<'a>> {
        let setting = self.0.one(Piece::Setting);
        setting.map_or_else(Vec::new, |setting| setting.block.lines.to_vec())
    }

    fn text(&mut self) -> Option<Text> {
        let text = self.0.one(Piece::Text)?;
        Some(lines::text(text.block.lines))
    }

    fn code(&mut self, piece: Piece) -> Option<Code> {
        Some(self.0.one(piece)?.fence?.code)
    }
}

/// The blocks of a section in their slots; a paragraph that begins with one of the keys is settings.
fn pieces<'s, 'a>(
    section: &'s Section<'a>,
    keys: &[&str],
    slots: &[Slot<Piece>],
    problems: &mut Problems,
) -> Pieces<'s, 'a> {
    let blocks = lines::blocks(&section.lines, problems);
    let sorted = contents(blocks, problems)
        .into_iter()
        .filter_map(|content| Some((sort(&content, keys)?, content.block.line, content)));
    let whole = format!("`## {}`", section.heading);
    Pieces(arrange(
        sorted.collect(),
        slots,
        &whole,
        section.line,
        problems,
    ))
}

/// `None` for a fence that is not known.
fn sort(content: &Content<'_, '_>, keys: &[&str]) -> Option<Piece> {
    if content.block.shape == Shape::Fence {
        let fence = content.fence.as_ref()?;
        return Some(match fence {
            fence if fence.is_plain("python") => Piece::Python,
            fence if fence.is_plain("toml") => Piece::Toml,
            _ => Piece::Other,
        });
    }
    let first = content.block.lines.first().map_or("", |line| line.text);
    Some(match setting::is_one(first, keys) {
        true => Piece::Setting,
        false => Piece::Text,
    })
}
