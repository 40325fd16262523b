//! Sections of prose: paragraphs, lists and quotes, with code blocks between them.

use super::fence::meaning::{Content, Purpose, contents};
use super::lines::{self, Section, Shape};
use super::list::{self, Item};
use super::problem::Problems;
use super::source::program::{Code, Program};
use super::source::{Part, Prose, Text};

/// The prose of a section; `None` with a problem when it is empty.
pub(crate) fn section(section: &Section<'_>, problems: &mut Problems) -> Option<Prose> {
    let blocks = lines::blocks(&section.lines, problems);
    if blocks.is_empty() {
        empty(section, problems);
        return None;
    }
    let contents = contents(blocks, problems);
    Some(prose(contents, problems))
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
pub(crate) fn prose(contents: Vec<Content<'_, '_>>, problems: &mut Problems) -> Prose {
    let mut parts: Vec<Part> = Vec::new();
    let mut after = 0;
    for content in contents {
        let block = content.block;
        if block.shape == Shape::Fence {
            code(content, &mut parts, problems);
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

fn code(content: Content<'_, '_>, parts: &mut Vec<Part>, problems: &mut Problems) {
    let block = content.block;
    let Some(fence) = content.fence else {
        // Taken for a program, so that the output after it is not a second problem.
        let code = Code::default();
        parts.push(Part::Program(Program::silent(code)));
        return;
    };
    match fence.purpose {
        Purpose::Shown => parts.push(Part::Shown(fence.into_shown())),
        Purpose::Run => parts.push(Part::Program(Program {
            needs: fence.needs,
            raises: fence.raises,
            ..Program::silent(fence.code)
        })),
        Purpose::Output => output(fence.code, block.line, parts, problems),
        Purpose::Fix | Purpose::Test | Purpose::Proof | Purpose::Order => {
            let what = format!("`{}` does not belong in prose", block.info);
            problems.error(block.line, what, "move it into a check");
            parts.push(Part::Program(Program::silent(fence.code)));
        }
    }
}

fn output(code: Code, line: usize, parts: &mut [Part], problems: &mut Problems) {
    match parts.last_mut() {
        Some(Part::Program(program)) if program.printed.is_none() => program.printed = Some(code),
        _ => problems.error(
            line,
            "this output follows no program",
            "put it right after its `python run` fence",
        ),
    }
}

fn empty(section: &Section<'_>, problems: &mut Problems) {
    problems.error(
        section.line,
        format!("`## {}` is empty", section.heading),
        "write it or remove the heading",
    );
}
