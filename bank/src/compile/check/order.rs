//! Order: the lines of a program in the right order, some of them not needed.

use super::super::problem::Problems;
use super::super::source::Text;
use super::super::source::check::{Order, OrderLine};
use super::super::source::program::Code;
use super::pieces::{Piece, Pieces};

/// Stands before the reason why a line is not needed.
const SPARE: &str = "#-";

pub(crate) fn parse(pieces: &mut Pieces<'_, '_>, problems: &mut Problems) -> Option<Order> {
    let code = pieces.code(Piece::Order)?;
    let lines = lines(&code, problems);
    let (spare, needed): (Vec<_>, Vec<_>) = lines.iter().partition(|line| line.spare.is_some());
    for line in spare {
        if needed.iter().any(|needed| needed.code == line.code) {
            problems.error(
                line.line,
                "this spare line reads like one that is needed",
                "nobody can tell them apart; make it another line or remove it",
            );
        }
    }
    if needed.len() < 2 {
        problems.error(
            code.line,
            "there is nothing to put in order",
            "write at least two lines that belong",
        );
    }
    let why = pieces.quote();
    let test = pieces.scripts(Piece::Test).pop()?;
    if !test.code.text.contains("def check(body):") {
        problems.error(
            test.code.line,
            "this test does not judge an arrangement",
            "define `def check(body):`; it gets the lines as one text",
        );
    }
    Some(Order { lines, test, why })
}

fn lines(code: &Code, problems: &mut Problems) -> Vec<OrderLine> {
    let mut lines = Vec::new();
    for (text, line) in code.text.lines().zip(code.line..) {
        if text.trim().is_empty() {
            let repair = "remove it; every line is a piece to be placed";
            problems.error(line, "an order check has an empty line", repair);
            continue;
        }
        let (code, spare) = match text.split_once(SPARE) {
            Some((code, why)) => (code, Some(reason(line, why, problems))),
            None => (text, None),
        };
        lines.push(OrderLine {
            line,
            code: code.trim_end().to_owned(),
            spare,
        });
    }
    lines
}

fn reason(line: usize, why: &str, problems: &mut Problems) -> Text {
    let markdown = why.trim().to_owned();
    if markdown.is_empty() {
        let repair = "say after `#-` why it is not needed";
        problems.error(line, "this spare line has no reason", repair);
    }
    Text { line, markdown }
}
