//! Checks: a stem, then the pieces that the kind of check has.

mod blank;
mod choice;
mod order;
mod pieces;
mod programs;

use super::lines::{self, Block, Section};
use super::problem::Problems;
use super::prose;
use super::source::Prose;
use super::source::check::{Check, Item};
use crate::check::CheckKind;
use crate::name::CheckName;
use pieces::{Piece, Pieces};

/// Reads the Check sections of a file.
pub(crate) fn parse_all(
    sections: Vec<(String, Section<'_>)>,
    problems: &mut Problems,
) -> Vec<Check> {
    let mut checks: Vec<Check> = Vec::new();
    for (words, section) in sections {
        let Some(check) = parse(&words, &section, problems) else {
            continue;
        };
        if checks.iter().any(|known| known.name == check.name) {
            problems.error(
                check.line,
                format!("the check `{}` stands twice", check.name),
                "give each check of a question its own name",
            );
            continue;
        }
        checks.push(check);
    }
    checks
}

fn parse(words: &str, section: &Section<'_>, problems: &mut Problems) -> Option<Check> {
    let (kind, name) = heading(words, section.line, problems);
    let kind = kind?;
    let blocks = lines::blocks(&section.lines, problems);
    let sorted = pieces::sorted(&blocks, problems);
    let slots = pieces::slots(kind);
    let is_body = |piece: &Piece| slots.iter().any(|slot| slot.sort == *piece);
    let start = sorted
        .iter()
        .position(|(piece, _, _)| is_body(piece))
        .unwrap_or(sorted.len());
    let (before, body) = sorted.split_at(start);
    let stem = stem(before, section, problems);
    let whole = format!("`## {}`", section.heading);
    let mut pieces = Pieces::arrange(body, slots, &whole, section.line, problems);
    let item = match kind {
        CheckKind::Single => choice::parse(&mut pieces, problems).map(Item::Single),
        CheckKind::Multi => choice::parse(&mut pieces, problems).map(Item::Multi),
        CheckKind::Output => programs::output(&mut pieces, problems).map(Item::Output),
        CheckKind::Blank => blank::parse(&mut pieces, problems).map(Item::Blank),
        CheckKind::Order => order::parse(&mut pieces, problems).map(Item::Order),
        CheckKind::Bug => programs::bug(&mut pieces, problems).map(Item::Bug),
    };
    Some(Check {
        line: section.line,
        name: name?,
        stem: stem?,
        item: item?,
    })
}

fn heading(
    words: &str,
    line: usize,
    problems: &mut Problems,
) -> (Option<CheckKind>, Option<CheckName>) {
    let (kind, name) = words.split_once(' ').unwrap_or((words, ""));
    let parsed = CheckKind::parse(kind);
    if parsed.is_none() {
        let known: Vec<&str> = CheckKind::ALL.iter().map(|kind| kind.name()).collect();
        problems.error(
            line,
            not_one(kind, "a kind of check"),
            format!(
                "write `## Check <kind> <name>` with one of {}",
                known.join(", ")
            ),
        );
    }
    let name = CheckName::parse(name.trim()).map_err(|_| name.trim());
    if let (Err(name), Some(_)) = (name.as_ref(), parsed) {
        problems.error(
            line,
            not_one(name, "a name for a check"),
            "name it after the kind in lower-case letters, digits and single hyphens",
        );
    }
    (parsed, name.ok())
}

/// What is wrong with a word that should be something; it may be absent.
pub(crate) fn not_one(word: &str, what: &str) -> String {
    if word.is_empty() {
        format!("{what} is missing")
    } else {
        format!("`{word}` is not {what}")
    }
}

fn stem(
    before: &[(Piece, usize, Block<'_, '_>)],
    section: &Section<'_>,
    problems: &mut Problems,
) -> Option<Prose> {
    if before.is_empty() {
        problems.error(
            section.line,
            format!("`## {}` asks nothing", section.heading),
            "write the stem right under the heading",
        );
        return None;
    }
    for (piece, line, _) in before {
        if !matches!(piece, Piece::Text | Piece::Shown | Piece::Python) {
            problems.error(
                *line,
                format!("this {piece} does not belong in `## {}`", section.heading),
                "remove it",
            );
        }
    }
    let blocks: Vec<Block<'_, '_>> = before
        .iter()
        .filter(|(piece, _, _)| matches!(piece, Piece::Text | Piece::Shown | Piece::Python))
        .map(|(_, _, block)| *block)
        .collect();
    Some(prose::prose(&blocks, problems))
}
