//! Checks: a stem, then the pieces that the kind of check has.

mod blank;
mod choice;
mod order;
mod pieces;
mod programs;

use super::arrange::arrange;
use super::fence::meaning::contents;
use super::lines::{self, Section};
use super::problem::Problems;
use super::prose;
use super::source::Prose;
use super::source::check::{Check, Item};
use crate::check::CheckKind;
use crate::name::CheckName;
use pieces::{Piece, Pieces, Sorted};

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
    let slots = pieces::slots(kind);
    let blocks = lines::blocks(&section.lines, problems);
    let mut before = pieces::sorted(contents(blocks, problems));
    let is_body = |(piece, _, _): &Sorted<'_, '_>| slots.iter().any(|slot| slot.sort == *piece);
    let start = before.iter().position(is_body).unwrap_or(before.len());
    let body = before.split_off(start);
    let stem = stem(before, section, problems);
    let whole = format!("`## {}`", section.heading);
    let mut pieces = Pieces(arrange(body, slots, &whole, section.line, problems));
    let item = item(kind, &mut pieces, problems);
    Some(Check {
        line: section.line,
        name: name?,
        stem: stem?,
        item: item?,
    })
}

fn item(kind: CheckKind, pieces: &mut Pieces<'_, '_>, problems: &mut Problems) -> Option<Item> {
    match kind {
        CheckKind::Single => choice::parse(pieces, problems).map(Item::Single),
        CheckKind::Multi => choice::parse(pieces, problems).map(Item::Multi),
        CheckKind::Output => programs::output(pieces, problems).map(Item::Output),
        CheckKind::Blank => blank::parse(pieces, problems).map(Item::Blank),
        CheckKind::Order => order::parse(pieces, problems).map(Item::Order),
        CheckKind::Bug => programs::bug(pieces, problems).map(Item::Bug),
    }
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
    before: Vec<Sorted<'_, '_>>,
    section: &Section<'_>,
    problems: &mut Problems,
) -> Option<Prose> {
    let whole = format!("`## {}`", section.heading);
    if before.is_empty() {
        let repair = "write the stem right under the heading";
        problems.error(section.line, format!("{whole} asks nothing"), repair);
        return None;
    }
    let mut contents = Vec::new();
    for (piece, line, content) in before {
        if matches!(piece, Piece::Text | Piece::Shown | Piece::Python) {
            contents.push(content);
        } else {
            let what = format!("this {piece} does not belong in {whole}");
            problems.error(line, what, "remove it");
        }
    }
    Some(prose::prose(contents, problems))
}
