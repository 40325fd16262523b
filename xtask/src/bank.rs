//! `cargo xtask bank`: what an author does with the questions.

mod audit;
mod new;
mod stats;

use crate::step::{Failure, timed};
use crate::verify;
use ::bank::compile::problem::{Problem, Severity};
use ::bank::compile::{self, source::Source};
use clap::{Args, Subcommand};
use std::path::Path;

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Read every question and report every problem.
    Check(CheckOptions),
    /// Run every program and hold it against what the page says.
    Verify(verify::Options),
    /// Begin a question: writes a file that names what to fill in.
    New(new::Options),
    /// Print a sheet for blind readers, or record what one of them answered.
    Audit(audit::Options),
    /// Count what the bank covers.
    Stats,
}

/// What to report of what was read.
#[derive(Args, Default)]
pub(crate) struct CheckOptions {
    /// Report only problems in files under these paths, such as `bank/questions/03-functions`.
    paths: Vec<String>,
}

/// Does what the author asks.
pub(crate) fn bank(command: &Command) -> Result<(), Failure> {
    match command {
        Command::Check(options) => check(options),
        Command::Verify(options) => verify(options),
        Command::New(options) => new::new(options, &read()),
        Command::Audit(options) => audit::audit(options, &read()),
        Command::Stats => {
            print!("{}", stats::Stats::of(&read()));
            Ok(())
        }
    }
}

/// Reads the bank and prints all its problems; an error in one file hides none in another.
pub(crate) fn check(options: &CheckOptions) -> Result<(), Failure> {
    let (source, took) = timed(read);
    let found = compile::check(&source);
    let is_asked = |problem: &&Problem| {
        let mut paths = options.paths.iter();
        options.paths.is_empty() || paths.any(|path| Path::new(&problem.path).starts_with(path))
    };
    let problems: Vec<&Problem> = found.iter().filter(is_asked).collect();
    for problem in &problems {
        println!("{problem}");
    }
    if found.len() > problems.len() {
        println!("{} problems in other files", found.len() - problems.len());
    }
    let count = |severity| {
        problems
            .iter()
            .filter(|problem| problem.severity == severity)
            .count()
    };
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    println!(
        "{} questions: {errors} errors, {warnings} warnings, read in {:.2} s",
        source.questions.len(),
        took.as_secs_f64()
    );
    if errors == 0 {
        Ok(())
    } else {
        Err(Failure::Told)
    }
}

/// Verifies the bank and prints all problems.
pub(crate) fn verify(options: &verify::Options) -> Result<(), Failure> {
    let report = verify::verify(options, &read())?;
    println!("{report}");
    if report.passed() {
        Ok(())
    } else {
        Err(Failure::Told)
    }
}

/// The bank of this clone.
pub(crate) fn read() -> Source {
    compile::read(Path::new("bank"))
}
