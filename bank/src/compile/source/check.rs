//! Checks as their authors wrote them: the key, the tests, and every wrong answer with its line.

use super::program::{Code, Program, Script};
use super::{Prose, Text};
use crate::check::CheckKind;
use crate::name::CheckName;

/// One auto-gradable item.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Check {
    /// Of the heading.
    pub line: usize,
    /// Unique within the question.
    pub name: CheckName,
    /// What is asked.
    pub stem: Prose,
    /// The rest, by kind.
    pub item: Item,
}

/// What a check has besides its stem.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Item {
    /// Exactly one option is right.
    Single(Choice),
    /// Several options may be right.
    Multi(Choice),
    /// A program whose output is to be told.
    Output(Output),
    /// A program with gaps.
    Blank(Blank),
    /// Lines to be put in order.
    Order(Order),
    /// A program with a wrong line.
    Bug(Bug),
}

impl Item {
    /// How it is answered.
    pub fn kind(&self) -> CheckKind {
        match self {
            Item::Single(_) => CheckKind::Single,
            Item::Multi(_) => CheckKind::Multi,
            Item::Output(_) => CheckKind::Output,
            Item::Blank(_) => CheckKind::Blank,
            Item::Order(_) => CheckKind::Order,
            Item::Bug(_) => CheckKind::Bug,
        }
    }
}

/// A task list of options.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Choice {
    /// In the order of the file.
    pub options: Vec<ChoiceOption>,
    /// Keep the order of the file.
    pub fixed: bool,
    /// Asserts that back the key.
    pub proofs: Vec<Script>,
}

/// One option of a single or multi.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ChoiceOption {
    /// What is chosen.
    pub text: Text,
    /// Whether choosing it is right.
    pub right: bool,
    /// Why it is right, or why it tempts and fails.
    pub why: Text,
}

/// A program whose output is to be told.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Output {
    /// The program and what it prints.
    pub program: Program,
    /// Why.
    pub why: Text,
    /// Likely wrong outputs.
    pub tempting: Vec<Tempting>,
}

/// A likely wrong answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Tempting {
    /// Of the list item.
    pub line: usize,
    /// The wrong output or filling, as plain text.
    pub text: String,
    /// Which misconception gives it, and why it fails.
    pub why: Text,
}

/// A program with gaps `__A__`, `__B__`, ...
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Blank {
    /// With the gaps in it, and what it prints when they are filled well.
    pub program: Program,
    /// `A` first.
    pub gaps: Vec<Gap>,
    /// Why; may be absent.
    pub why: Option<Text>,
}

impl Blank {
    /// The program with one filling for each gap, `A` first. A gap without a filling stays.
    pub fn filled(&self, fillings: &[&str]) -> String {
        let code = &self.program.code.text;
        let mut filled = String::new();
        let mut done = 0;
        for (start, gap) in places(code) {
            let end = start + MARK;
            let mark = code.get(start..end).unwrap_or_default();
            filled.push_str(code.get(done..start).unwrap_or_default());
            filled.push_str(fillings.get(gap).copied().unwrap_or(mark));
            done = end;
        }
        filled.push_str(code.get(done..).unwrap_or_default());
        filled
    }
}

/// Bytes of a mark like `__A__`.
pub(crate) const MARK: usize = 5;

/// Where each mark begins and which gap it is, 0 for `A`.
pub(crate) fn places(code: &str) -> Vec<(usize, usize)> {
    let mut places = Vec::new();
    let mut at = 0;
    while let Some(window) = code.as_bytes().get(at..at + MARK) {
        if let [b'_', b'_', letter @ b'A'..=b'Z', b'_', b'_'] = window {
            places.push((at, usize::from(letter - b'A')));
            at += MARK;
        } else {
            at += 1;
        }
    }
    places
}

/// One gap and what may fill it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Gap {
    /// With the line of each; the model answer first.
    pub accepted: Vec<(usize, String)>,
    /// Fillings known to be wrong: each must change the output or raise.
    pub tempting: Vec<Tempting>,
}

/// Lines to be put in order.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Order {
    /// In the order of the file: without the spare ones they are the right answer.
    pub lines: Vec<OrderLine>,
    /// Defines `check(body)`; exactly one arrangement may pass.
    pub test: Script,
    /// Why; may be absent.
    pub why: Option<Text>,
}

/// A line of an order check.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OrderLine {
    /// In the file, from 1.
    pub line: usize,
    /// With its indentation, without the mark of a spare line.
    pub code: String,
    /// `None` for a line that belongs; otherwise why it is not needed.
    pub spare: Option<Text>,
}

/// A program with a wrong line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Bug {
    /// The program.
    pub code: Code,
    /// The lines of it that count as right, from 1.
    pub wrong: Vec<usize>,
    /// Why that line is wrong.
    pub why: Text,
    /// The corrected program.
    pub fix: Code,
    /// Runs after the program: fails before the fix, passes after.
    pub test: Script,
}
