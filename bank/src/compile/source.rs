//! The bank as its authors wrote it: every text with its line, every program that can be run.
//!
//! It holds what verification needs and the app does not: proofs, tests, wrong solutions, the
//! versions and packages that a program wants. It holds no HTML.

use super::problem::Problem;
use crate::check::CheckKind;
use crate::exercise::Case;
use crate::name::{CheckName, QuestionId, Slug};
use crate::question::{Kind, Level};
use crate::topic::{Topic, Track};

/// Everything in the bank's folder.
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// In learning order.
    pub topics: Vec<Topic>,
    /// In the order of the file.
    pub tracks: Vec<Track>,
    /// Old id, present id.
    pub renamed: Vec<(QuestionId, QuestionId)>,
    /// What the bank must cover, in the order of the file.
    pub curriculum: Vec<Planned>,
    /// Those that could be understood, in the order of topics, then of the curriculum.
    pub questions: Vec<Question>,
    /// Of all files, in the order of path and line.
    pub problems: Vec<Problem>,
}

impl Source {
    /// The plan for a question.
    pub fn planned(&self, id: &QuestionId) -> Option<&Planned> {
        self.curriculum.iter().find(|planned| planned.id == *id)
    }

    /// The question of that id.
    pub fn question(&self, id: &QuestionId) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == *id)
    }

    pub(crate) fn sort(&mut self) {
        let place = |question: &Question| {
            let topic = self.topics.iter().position(|t| t.slug == question.topic);
            let plan = self.curriculum.iter().position(|p| p.id == question.id);
            (topic, plan, question.path.clone())
        };
        let mut questions = std::mem::take(&mut self.questions);
        questions.sort_by_cached_key(place);
        self.questions = questions;
    }
}

/// A row of the curriculum.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Planned {
    /// Settled.
    pub id: QuestionId,
    /// Settled.
    pub topic: Slug,
    /// Settled.
    pub level: Level,
    /// Settled.
    pub kind: Kind,
    /// A working title; the question may improve it.
    pub title: String,
    /// The rows of the source lists that it covers.
    pub rows: Vec<String>,
}

/// One question file.
#[derive(Clone, PartialEq, Debug)]
pub struct Question {
    /// As the author would open it.
    pub path: String,
    /// See [`crate::question::Entry`].
    pub id: QuestionId,
    /// See [`crate::question::Entry`].
    pub rev: u16,
    /// See [`crate::question::Entry`].
    pub title: String,
    /// See [`crate::question::Entry`].
    pub kind: Kind,
    /// See [`crate::question::Entry`].
    pub topic: Slug,
    /// See [`crate::question::Entry`].
    pub level: Level,
    /// See [`crate::question::Entry`].
    pub minutes: u16,
    /// Oldest version for which every statement holds: `(3, 12)`.
    pub python: (u8, u8),
    /// See [`crate::question::Entry`].
    pub tags: Vec<String>,
    /// Rows of the source lists.
    pub covers: Vec<String>,
    /// The question as asked.
    pub asked: Prose,
    /// Design: what a good candidate asks first.
    pub clarify: Option<Prose>,
    /// The first paragraph of the answer.
    pub short_answer: Text,
    /// The rest of the answer.
    pub answer: Prose,
    /// Claims to tick off.
    pub key_points: Vec<Text>,
    /// Design: how the answer is scored.
    pub rubric: Option<Rubric>,
    /// The Code section.
    pub code: Option<Prose>,
    /// Coding: what runs.
    pub exercise: Option<Exercise>,
    /// In the order of the file.
    pub checks: Vec<Check>,
    /// Each a question id or a sentence.
    pub follow_ups: Vec<FollowUp>,
    /// Where the statements are confirmed.
    pub references: Vec<Reference>,
}

/// Markdown without code blocks.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Text {
    /// Of its first line, from 1.
    pub line: usize,
    /// As written, without the marks of the list or quote around it.
    pub markdown: String,
}

/// Markdown with code blocks between the texts.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Prose {
    /// In order.
    pub parts: Vec<Part>,
}

/// A piece of prose.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Part {
    /// Paragraphs and lists.
    Text(Text),
    /// Shown, not run.
    Shown(Shown),
    /// Run, with what it must give.
    Program(Program),
}

/// Lines of a fence.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Code {
    /// Of the first line inside the fence, from 1.
    pub line: usize,
    /// Without a final line break.
    pub text: String,
}

/// A fence that is shown and not run. One in `python` must parse.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shown {
    /// The word after the fence marks.
    pub language: String,
    /// What is shown.
    pub code: Code,
}

/// A `python run` fence and what it must give.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Program {
    /// What runs.
    pub code: Code,
    /// What it needs besides the app's own Python.
    pub needs: Vec<Need>,
    /// The exception it must end with; `None`: it must end well.
    pub raises: Option<String>,
    /// The `output` fence after it; `None`: it prints nothing.
    pub printed: Option<Code>,
}

/// A program that asserts: a proof or a test.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Script {
    /// What runs.
    pub code: Code,
    /// What it needs besides the app's own Python.
    pub needs: Vec<Need>,
}

/// What a program needs besides the Python that runs in the app.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Need {
    /// Threads of the operating system.
    Threads,
    /// Child processes.
    Subprocess,
    /// A package.
    Django,
    /// A package.
    Flask,
    /// A package.
    Numpy,
    /// A package.
    Pandas,
    /// A package.
    Pytest,
    /// A package.
    ScikitLearn,
}

impl Need {
    /// All of them.
    pub const ALL: [Need; 8] = [
        Need::Threads,
        Need::Subprocess,
        Need::Django,
        Need::Flask,
        Need::Numpy,
        Need::Pandas,
        Need::Pytest,
        Need::ScikitLearn,
    ];

    /// As written after `needs=`; of a package its name in the package index.
    pub fn name(self) -> &'static str {
        match self {
            Need::Threads => "threads",
            Need::Subprocess => "subprocess",
            Need::Django => "django",
            Need::Flask => "flask",
            Need::Numpy => "numpy",
            Need::Pandas => "pandas",
            Need::Pytest => "pytest",
            Need::ScikitLearn => "scikit-learn",
        }
    }

    /// The need of that name.
    pub fn parse(name: &str) -> Option<Need> {
        Need::ALL.into_iter().find(|need| need.name() == name)
    }
}

/// How an interviewer scores a design.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rubric {
    /// Points and what a good answer does for them.
    pub lines: Vec<(u8, Text)>,
    /// Least points and the judgement, best first.
    pub bands: Vec<(u8, String)>,
}

/// What the interviewer asks next.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FollowUp {
    /// A question of the bank or of the curriculum, with its line.
    Question(usize, QuestionId),
    /// A sentence.
    Sentence(Text),
}

/// A page that states what the answer claims.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reference {
    /// What the page is called.
    pub title: Text,
    /// Its address.
    pub url: String,
}

/// The part of a coding question that runs.
#[derive(Clone, PartialEq, Debug)]
pub struct Exercise {
    /// What the editor starts with.
    pub starter: Code,
    /// Run before every case; may be empty.
    pub setup: String,
    /// In the order of the file; the line of each `[[case]]`.
    pub cases: Vec<(usize, Case)>,
    /// Right answers.
    pub solutions: Vec<Solution>,
    /// Wrong answers, each with the case that catches it.
    pub mistakes: Vec<Mistake>,
}

/// A right answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Solution {
    /// Of the heading.
    pub line: usize,
    /// Unique within the question.
    pub name: String,
    /// Like `O(n)`.
    pub time: String,
    /// Like `O(1)`.
    pub space: String,
    /// Prose before the code; may be empty.
    pub about: Text,
    /// What runs.
    pub code: Code,
}

/// A plausible wrong answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mistake {
    /// Of the heading.
    pub line: usize,
    /// Unique within the question.
    pub name: String,
    /// The `why` of the case that must catch it.
    pub fails: String,
    /// Feedback for a learner who fails the same way.
    pub about: Text,
    /// What runs.
    pub code: Code,
}

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
