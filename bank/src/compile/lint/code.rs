//! The size of code: what fits a screen, and in checks what fits a phone.

use super::super::problem::Problems;
use super::super::source::check::{Check, Item};
use super::super::source::program::Code;
use super::super::source::{Part, Prose, Question};

/// Lines and columns.
type Size = (usize, usize);

const PAGE: Size = (30, 72);
const PHONE: Size = (15, 52);

pub(crate) fn judge(question: &Question, problems: &mut Problems) {
    let prose = [
        Some(&question.asked),
        Some(&question.answer),
        question.code.as_ref(),
    ];
    for prose in prose.into_iter().flatten() {
        fits_prose(prose, PAGE, problems);
    }
    if let Some(exercise) = &question.exercise {
        fits(&exercise.starter, PAGE, problems);
        for solution in &exercise.solutions {
            fits(&solution.code, PAGE, problems);
        }
        for mistake in &exercise.mistakes {
            fits(&mistake.code, PAGE, problems);
        }
    }
    for check in &question.checks {
        of_check(check, problems);
    }
}

fn of_check(check: &Check, problems: &mut Problems) {
    fits_prose(&check.stem, PHONE, problems);
    match &check.item {
        Item::Single(_) | Item::Multi(_) => {}
        Item::Output(output) => fits(&output.program.code, PHONE, problems),
        Item::Blank(blank) => fits(&blank.program.code, PHONE, problems),
        Item::Order(order) => {
            let lines: Vec<&str> = order.lines.iter().map(|line| line.code.as_str()).collect();
            let code = Code {
                line: order.lines.first().map_or(check.line, |line| line.line),
                text: lines.join("\n"),
            };
            fits(&code, PHONE, problems);
        }
        Item::Bug(bug) => {
            fits(&bug.code, PHONE, problems);
            fits(&bug.fix, PHONE, problems);
        }
    }
}

fn fits_prose(prose: &Prose, size: Size, problems: &mut Problems) {
    for part in &prose.parts {
        match part {
            Part::Text(_) => {}
            Part::Shown(shown) => fits(&shown.code, size, problems),
            Part::Program(program) => fits(&program.code, size, problems),
        }
    }
}

fn fits(code: &Code, (rows, columns): Size, problems: &mut Problems) {
    let count = code.text.lines().count();
    if count > rows {
        problems.error(
            code.line,
            format!("this code has {count} lines"),
            format!("cut it to {rows}"),
        );
    }
    for (line, number) in code.text.lines().zip(code.line..) {
        let width = line.chars().count();
        if width > columns {
            problems.error(
                number,
                format!("this line of code has {width} columns"),
                format!("break it at {columns}"),
            );
        }
    }
}
