//! Output and bug: a program is shown, and what it prints or where it is wrong is asked.

use super::super::list::{self, Item};
use super::super::problem::Problems;
use super::super::source::check::{Bug, Output, Tempting};
use super::choice::marked;
use super::pieces::{Piece, Pieces};

pub(crate) fn output(pieces: &mut Pieces<'_, '_>, problems: &mut Problems) -> Option<Output> {
    let items = pieces.items(problems);
    let tempting: Vec<Option<Tempting>> = items
        .iter()
        .map(|item| wrong_output(item, problems))
        .collect();
    Some(Output {
        program: pieces.program()?,
        why: pieces.quote()?,
        tempting: tempting.into_iter().collect::<Option<_>>()?,
    })
}

fn wrong_output(item: &Item, problems: &mut Problems) -> Option<Tempting> {
    let why = item.explained("output", problems);
    let (right, text) = marked(item, problems)?;
    if right {
        problems.error(
            item.line(),
            "a wrong output is ticked",
            "the right one stands in the ```output fence; begin this one with `- [ ] `",
        );
    }
    let output = list::code_span(&text.markdown);
    if output.is_none() {
        problems.error(
            item.line(),
            "this output is not code",
            "write all of it between backticks, with \\n for a line break",
        );
    }
    Some(Tempting {
        line: item.line(),
        text: output?,
        why,
    })
}

pub(crate) fn bug(pieces: &mut Pieces<'_, '_>, problems: &mut Problems) -> Option<Bug> {
    let code = pieces.code(Piece::Python)?;
    let items = pieces.items(problems);
    if let Some(second) = items.get(1) {
        problems.error(
            second.line(),
            "a bug check has one wrong place",
            "keep one `- line: N`; name several lines as `- line: 3, 4`",
        );
    }
    let item = items.first()?;
    let why = item.explained("line", problems);
    let wrong = wrong_lines(item, code.text.lines().count());
    if wrong.is_none() {
        problems.error(
            item.line(),
            "this does not name a line of the program",
            "write `- line: N`, counted from 1 at the first line of the fence",
        );
    }
    Some(Bug {
        wrong: wrong?,
        why,
        fix: pieces.code(Piece::Fix)?,
        test: pieces.scripts(Piece::Test).pop()?,
        code,
    })
}

fn wrong_lines(item: &Item, count: usize) -> Option<Vec<usize>> {
    let numbers = item.text.markdown.strip_prefix("line: ")?;
    numbers
        .split(',')
        .map(|number| {
            let line: usize = number.trim().parse().ok()?;
            (1..=count).contains(&line).then_some(line)
        })
        .collect()
}
