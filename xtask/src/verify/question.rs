//! One question: every program in it, in the order of the file.

use crate::step::Failure;
use crate::verify::process::Lost;
use crate::verify::pythons::Pythons;
use crate::verify::task::Task;
use ::bank::compile::problem::{Problem, Severity};
use ::bank::compile::source::check::Item;
use ::bank::compile::source::program::Need;
use ::bank::compile::source::{Part, Prose, Question};

/// All problems of a question.
pub(crate) fn verify(question: &Question, pythons: &mut Pythons) -> Result<Vec<Problem>, Failure> {
    let mut verification = Verification {
        path: &question.path,
        pythons,
        problems: Vec::new(),
    };
    verification.question(question)?;
    Ok(verification.problems)
}

/// A question being verified. What belongs to one sort of claim is in the file of that name.
#[derive(Debug)]
pub(crate) struct Verification<'a> {
    path: &'a str,
    pub(crate) pythons: &'a mut Pythons,
    problems: Vec<Problem>,
}

/// A claim has been looked at; problems are collected. A failure is not the question's.
pub(crate) type Done = Result<(), Failure>;

impl Verification<'_> {
    fn question(&mut self, question: &Question) -> Done {
        let prose = [
            Some(&question.asked),
            question.clarify.as_ref(),
            Some(&question.answer),
            question.code.as_ref(),
        ];
        for prose in prose.into_iter().flatten() {
            self.prose(prose)?;
        }
        if let Some(exercise) = &question.exercise {
            self.exercise(exercise)?;
        }
        for check in &question.checks {
            self.prose(&check.stem)?;
            match &check.item {
                Item::Single(choice) | Item::Multi(choice) => self.proofs(choice)?,
                Item::Output(output) => self.program(&output.program)?,
                Item::Blank(blank) => self.blank(blank)?,
                Item::Order(order) => self.order(order)?,
                Item::Bug(bug) => self.bug(bug)?,
            }
        }
        Ok(())
    }

    fn prose(&mut self, prose: &Prose) -> Done {
        for part in &prose.parts {
            match part {
                Part::Text(_) => {}
                Part::Shown(shown) if shown.language == "python" => self.parses(&shown.code)?,
                Part::Shown(_) => {}
                Part::Program(program) => self.program(program)?,
            }
        }
        Ok(())
    }

    /// Asks Python. When it is lost, that is a problem of the program at this line, and `None`.
    pub(crate) fn ask<T: Task>(
        &mut self,
        line: usize,
        needs: &[Need],
        seed: u8,
        task: &T,
    ) -> Result<Option<T::Answer>, Failure> {
        let lost = match self.pythons.ask(needs, seed, task)? {
            Ok(answer) => return Ok(Some(answer)),
            Err(lost) => lost,
        };
        let what = match lost {
            Lost::Hung => format!(
                "this does not end within {} s and cannot be stopped",
                task.patience().as_secs()
            ),
            Lost::Crashed => "this breaks the interpreter".to_owned(),
        };
        self.error(line, what, "make the work smaller");
        Ok(None)
    }

    /// Tells a problem that must be repaired.
    pub(crate) fn error(
        &mut self,
        line: usize,
        what: impl Into<String>,
        repair: impl Into<String>,
    ) {
        self.tell(Severity::Error, line, what.into(), repair.into());
    }

    /// Tells something that the author judges.
    pub(crate) fn warning(
        &mut self,
        line: usize,
        what: impl Into<String>,
        repair: impl Into<String>,
    ) {
        self.tell(Severity::Warning, line, what.into(), repair.into());
    }

    fn tell(&mut self, severity: Severity, line: usize, what: String, repair: String) {
        self.problems.push(Problem {
            path: self.path.to_owned(),
            line,
            severity,
            what,
            repair,
        });
    }
}

/// Code or output in the middle of a sentence.
pub(crate) fn quoted(text: &str) -> String {
    let line = text.trim().replace('\n', "\\n");
    let kept: String = line.chars().take(MOST_QUOTED).collect();
    let more = if kept.len() < line.len() { "..." } else { "" };
    format!("`{kept}{more}`")
}

const MOST_QUOTED: usize = 100;
