//! Sections of prose: paragraphs, lists and quotes, with code blocks between them.

use super::fence::{self, Purpose};
use super::lines::{self, Block, Section, Shape};
use super::list::{self, Item};
use super::problem::Problems;
use super::source::program::{Code, Need, Program, Shown};
use super::source::{Part, Prose, Text};

/// The prose of a section; `None` with a problem when it is empty.
pub(crate) fn section(section: &Section<'_>, problems: &mut Problems) -> Option<Prose> {
    let blocks = lines::blocks(&section.lines, problems);
    if blocks.is_empty() {
        empty(section, problems);
        return None;
    }
    Some(prose(&blocks, problems))
}

/// The items of a section that holds one list and nothing else.
pub(crate) fn only_list(section: &Section<'_>, problems: &mut Problems) -> Vec<Item> {
    let blocks = lines::blocks(&section.lines, problems);
    if blocks.is_empty() {
        empty(section, problems);
    }
    let mut items = Vec::new();
    for block in blocks {
        if block.shape == Shape::List {
            items.extend(list::items(block.lines, problems));
        } else {
            problems.error(
                block.line,
                format!("`## {}` holds more than a list", section.heading),
                "write every line of it as an item, `- ...`",
            );
        }
    }
    items
}

/// Blocks as prose. Programs may run here; fences that belong to checks may not stand here.
pub(crate) fn prose(blocks: &[Block<'_, '_>], problems: &mut Problems) -> Prose {
    let mut parts: Vec<Part> = Vec::new();
    let mut after = 0;
    for block in blocks {
        if block.shape == Shape::Fence {
            code(block, &mut parts, problems);
            continue;
        }
        let text = lines::text(block.lines);
        match parts.last_mut() {
            Some(Part::Text(before)) => join(before, &text, after),
            _ => parts.push(Part::Text(text)),
        }
        after = block.line + block.lines.len();
    }
    Prose { parts }
}

/// Makes one part of two, with the blank lines that stood between them, so that lines stay countable.
fn join(before: &mut Text, text: &Text, after: usize) {
    let gap = text.line.saturating_sub(after) + 1;
    before.markdown.push_str(&"\n".repeat(gap));
    before.markdown.push_str(&text.markdown);
}

fn code(block: &Block<'_, '_>, parts: &mut Vec<Part>, problems: &mut Problems) {
    let code = fence::code(block);
    let Some(purpose) = fence::purpose(block, problems) else {
        // Taken for a program, so that the output after it is not a second problem.
        parts.push(Part::Program(program(code, None, Vec::new())));
        return;
    };
    match purpose {
        Purpose::Shown(language) => parts.push(Part::Shown(Shown { language, code })),
        Purpose::Run(raises, needs) => parts.push(Part::Program(program(code, raises, needs))),
        Purpose::Output => match parts.last_mut() {
            Some(Part::Program(program)) if program.printed.is_none() => {
                program.printed = Some(code);
            }
            _ => problems.error(
                block.line,
                "this output follows no program",
                "put it right after its `python run` fence",
            ),
        },
        Purpose::Fix | Purpose::Test(_) | Purpose::Proof(_) | Purpose::Order => {
            problems.error(
                block.line,
                format!("`{}` does not belong in prose", block.info),
                "move it into a check",
            );
            parts.push(Part::Program(program(code, None, Vec::new())));
        }
    }
}

/// A program of which the output is not known yet.
pub(crate) fn program(code: Code, raises: Option<String>, needs: Vec<Need>) -> Program {
    Program {
        code,
        needs,
        raises,
        printed: None,
    }
}

fn empty(section: &Section<'_>, problems: &mut Problems) {
    problems.error(
        section.line,
        format!("`## {}` is empty", section.heading),
        "write it or remove the heading",
    );
}
