//! `cargo xtask bank verify`: runs every program of the bank and holds it against what the page says.
//!
//! It judges what was read without errors and does not read again what the compiler already knows.
//! What runs where and why is told in `pythons.rs`; what is claimed, in the files named after it.

#[cfg(test)]
mod as_python;
mod blank;
mod bug;
mod cache;
mod exercise;
#[cfg(test)]
mod features;
mod mutation;
mod order;
mod packages;
mod process;
mod program;
mod pythons;
mod question;
mod selection;
mod task;
#[cfg(test)]
mod wrong_claims;
#[cfg(test)]
mod wrong_exercises;

use crate::step::{Failure, timed};
use crate::toolbox::install_packages;
use crate::workspace::root;
use ::bank::compile::problem::{Problem, Severity};
use ::bank::compile::source::Source;
use cache::Cache;
use clap::Args;
use pythons::Pythons;
use selection::Selection;
use std::fmt;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Which questions to verify.
#[derive(Args, Default)]
pub(crate) struct Options {
    /// Also those that passed before and have not changed since.
    #[arg(long)]
    all: bool,
    /// Only these files or folders; the whole bank when none is named.
    paths: Vec<PathBuf>,
}

/// What came of it.
#[derive(Debug, Default)]
pub(crate) struct Report {
    /// In the order of path and line.
    pub(crate) problems: Vec<Problem>,
    verified: usize,
    unchanged: usize,
    took: Duration,
}

impl Report {
    /// Whether nothing has to be repaired.
    pub(crate) fn passed(&self) -> bool {
        !self
            .problems
            .iter()
            .any(|problem| problem.severity == Severity::Error)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for problem in &self.problems {
            writeln!(f, "{problem}")?;
        }
        let Report {
            problems,
            verified,
            unchanged,
            took,
        } = self;
        let (found, seconds) = (problems.len(), took.as_secs_f64());
        write!(
            f,
            "verified {verified}, unchanged {unchanged}, problems {found}, in {seconds:.1} s"
        )
    }
}

/// Verifies the questions that are asked for. The report holds every problem of all of them.
pub(crate) fn verify(options: &Options, source: &Source) -> Result<Report, Failure> {
    let selection = Selection::of(source, &options.paths)?;
    install_packages()?;
    let (report, took) = timed(|| run(&selection, options));
    let mut report = report?;
    report.problems.extend(selection.unreadable);
    report.problems.sort();
    report.took = took;
    Ok(report)
}

fn run(selection: &Selection<'_>, options: &Options) -> Result<Report, Failure> {
    let mut report = Report::default();
    let mut cache = Cache::open()?;
    let mut pythons = Pythons::of_this_clone();
    for question in &selection.questions {
        if !options.all && cache.knows(question) {
            report.unchanged += 1;
            continue;
        }
        let (problems, took) = timed(|| question::verify(question, &mut pythons));
        let problems = problems?;
        eprintln!("   {:5.1} s  {}", took.as_secs_f64(), question.id);
        if problems.is_empty() {
            cache.keep(question)?;
        }
        report.verified += 1;
        report.problems.extend(problems);
    }
    Ok(report)
}

/// Where the files lie that run inside Python or Node.
fn here() -> PathBuf {
    root().join("xtask/src/verify")
}

/// Where everything is kept that verification makes.
fn kept() -> PathBuf {
    root().join("target/verify")
}

fn file(path: &Path) -> Result<String, Failure> {
    std::fs::read_to_string(path).map_err(Failure::file(path))
}
