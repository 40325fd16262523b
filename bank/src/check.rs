//! Checks: the auto-gradable items under a question.
//!
//! Options and lines are addressed by their place in the file (`OptionId`, `LineId`), never by the
//! place on the screen, which is shuffled.

use crate::question::Html;
use crate::wire::field::{Block, Inline, Lines, List, Name, Program, Source};
use crate::wire::{Reader, Wire, Writer, wire};

/// How a check is answered.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum CheckKind {
    /// Choose one option.
    Single,
    /// Choose all options that apply.
    Multi,
    /// Say what a program prints.
    Output,
    /// Fill the gaps in a program.
    Blank,
    /// Put lines in order.
    Order,
    /// Find the wrong line.
    Bug,
}

impl CheckKind {
    /// All of them.
    pub const ALL: [CheckKind; 6] = [
        CheckKind::Single,
        CheckKind::Multi,
        CheckKind::Output,
        CheckKind::Blank,
        CheckKind::Order,
        CheckKind::Bug,
    ];

    /// Whether running it proves its key; otherwise readers must.
    pub fn is_executable(self) -> bool {
        match self {
            CheckKind::Single | CheckKind::Multi => false,
            CheckKind::Output | CheckKind::Blank | CheckKind::Order | CheckKind::Bug => true,
        }
    }

    /// What it asks for, in a few words.
    pub fn task(self) -> &'static str {
        match self {
            CheckKind::Single => "Choose one",
            CheckKind::Multi => "Choose all that apply",
            CheckKind::Output => "Predict the output",
            CheckKind::Blank => "Fill the gaps",
            CheckKind::Order => "Put in order",
            CheckKind::Bug => "Find the wrong line",
        }
    }

    /// As in a question file.
    pub fn name(self) -> &'static str {
        match self {
            CheckKind::Single => "single",
            CheckKind::Multi => "multi",
            CheckKind::Output => "output",
            CheckKind::Blank => "blank",
            CheckKind::Order => "order",
            CheckKind::Bug => "bug",
        }
    }

    /// The kind of that name.
    pub fn parse(name: &str) -> Option<CheckKind> {
        CheckKind::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// One auto-gradable item.
#[derive(Clone, PartialEq, Debug)]
pub enum Check {
    /// Exactly one option is right.
    Single(Choice),
    /// At least two are right, at least one is wrong.
    Multi(Choice),
    /// See [`Output`].
    Output(Output),
    /// See [`Blank`].
    Blank(Blank),
    /// See [`Order`].
    Order(Order),
    /// See [`Bug`].
    Bug(Bug),
}

impl Check {
    /// How it is answered.
    pub fn kind(&self) -> CheckKind {
        match self {
            Check::Single(_) => CheckKind::Single,
            Check::Multi(_) => CheckKind::Multi,
            Check::Output(_) => CheckKind::Output,
            Check::Blank(_) => CheckKind::Blank,
            Check::Order(_) => CheckKind::Order,
            Check::Bug(_) => CheckKind::Bug,
        }
    }

    /// What is asked: prose, and code that belongs to it.
    pub fn stem(&self) -> &Html {
        match self {
            Check::Single(check) | Check::Multi(check) => &check.stem,
            Check::Output(check) => &check.stem,
            Check::Blank(check) => &check.stem,
            Check::Order(check) => &check.stem,
            Check::Bug(check) => &check.stem,
        }
    }
}

/// The place of an option in the file, from 0.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct OptionId(pub u8);

/// The place of a line in the file, from 0.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct LineId(pub u8);

/// A task list of options.
#[derive(Clone, PartialEq, Debug)]
pub struct Choice {
    /// What is asked.
    pub stem: Html,
    /// 3 to 6 options; the place in this list is the [`OptionId`].
    pub options: Vec<ChoiceOption>,
    /// Keep the order of the file instead of shuffling.
    pub fixed: bool,
}

/// One option of a single or multi.
#[derive(Clone, PartialEq, Debug)]
pub struct ChoiceOption {
    /// Inline HTML.
    pub text: Html,
    /// Whether choosing it is right.
    pub right: bool,
    /// Why it is right, or why it tempts and fails.
    pub why: Html,
}

/// A program whose output is to be told.
#[derive(Clone, PartialEq, Debug)]
pub struct Output {
    /// What is asked.
    pub stem: Html,
    /// The program, highlighted.
    pub code: Html,
    /// What CPython printed, verified.
    pub printed: String,
    /// The exception that ended it, if one did.
    pub raises: Option<String>,
    /// Why it cannot run in a page, if it cannot; inline HTML.
    pub elsewhere: Option<Html>,
    /// Why.
    pub why: Html,
    /// Likely wrong outputs.
    pub tempting: Vec<Tempting>,
}

/// A likely wrong answer with its own feedback.
#[derive(Clone, PartialEq, Debug)]
pub struct Tempting {
    /// The wrong output or filling, as plain text.
    pub text: String,
    /// Which misconception gives it, and why it fails.
    pub why: Html,
}

/// A program with gaps.
#[derive(Clone, PartialEq, Debug)]
pub struct Blank {
    /// What is asked.
    pub stem: Html,
    /// The program, highlighted, cut at the gaps: one piece more than there are places to fill.
    pub pieces: Vec<Html>,
    /// Which gap (index into `gaps`) stands after each piece but the last.
    pub places: Vec<u8>,
    /// What the program prints when it is filled well.
    pub printed: String,
    /// The gaps, `A` first.
    pub gaps: Vec<Gap>,
    /// Why; may be empty.
    pub why: Html,
}

/// One gap and what may fill it.
#[derive(Clone, PartialEq, Debug)]
pub struct Gap {
    /// Fillings that are right, the model answer first.
    pub accepted: Vec<String>,
    /// Fillings known to be wrong, with feedback.
    pub tempting: Vec<Tempting>,
}

/// Lines to be put in order, some not needed.
#[derive(Clone, PartialEq, Debug)]
pub struct Order {
    /// What is asked.
    pub stem: Html,
    /// In the order of the file; the place is the [`LineId`].
    pub lines: Vec<OrderLine>,
    /// Why; may be empty.
    pub why: Html,
}

/// A line of an order check.
#[derive(Clone, PartialEq, Debug)]
pub struct OrderLine {
    /// Highlighted, without its indentation.
    pub code: Html,
    /// Indentation in spaces.
    pub indent: u8,
    /// `None` for a line that belongs; otherwise why it is not needed.
    pub spare: Option<Html>,
}

/// A program with one wrong line.
#[derive(Clone, PartialEq, Debug)]
pub struct Bug {
    /// What is asked.
    pub stem: Html,
    /// The program, one highlighted line each; the place is the [`LineId`].
    pub lines: Vec<Html>,
    /// The lines that count as right.
    pub wrong: Vec<LineId>,
    /// Why that line is wrong.
    pub why: Html,
    /// The corrected program, highlighted.
    pub fix: Html,
}

wire!(
    enum CheckKind {
        Single,
        Multi,
        Output,
        Blank,
        Order,
        Bug,
    }
);
wire!(
    enum Check {
        Single(Choice),
        Multi(Choice),
        Output(Output),
        Blank(Blank),
        Order(Order),
        Bug(Bug),
    }
);
wire!(
    struct Choice {
        stem: Block,
        options: List<ChoiceOption>,
        fixed: bool,
    }
);
wire!(
    struct ChoiceOption {
        text: Inline,
        right: bool,
        why: Block,
    }
);
wire!(
    struct Output {
        stem: Block,
        code: Program,
        printed: Source,
        raises: Option<Name>,
        elsewhere: Option<Inline>,
        why: Block,
        tempting: List<Tempting>,
    }
);
wire!(
    struct Tempting {
        text: Source,
        why: Block,
    }
);
wire!(
    struct Blank {
        stem: Block,
        pieces: List<Program>,
        places: List<u8>,
        printed: Source,
        gaps: List<Gap>,
        why: Block,
    }
);
wire!(
    struct Gap {
        accepted: List<Source>,
        tempting: List<Tempting>,
    }
);
wire!(
    struct Order {
        stem: Block,
        lines: List<OrderLine>,
        why: Block,
    }
);
wire!(
    struct OrderLine {
        code: Program,
        indent: u8,
        spare: Option<Inline>,
    }
);
wire!(
    struct Bug {
        stem: Block,
        lines: Lines,
        fix: Program,
        wrong: List<LineId>,
        why: Block,
    }
);

impl Wire for LineId {
    type Value = LineId;

    fn read(from: &mut Reader<'_>) -> LineId {
        LineId(u8::read(from))
    }

    fn write(line: &LineId, to: &mut Writer) {
        u8::write(&line.0, to);
    }
}
