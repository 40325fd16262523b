//! `cargo xtask bench`: how long people wait for the release, what Lighthouse says of it, and how it grows with
//! the bank. It prints and judges nothing.

use crate::step::Failure;
use crate::{bank, build, test};
use clap::{Args, ValueEnum};

/// What to measure.
#[derive(Args)]
pub(crate) struct Options {
    /// Only this.
    what: Option<Measured>,
    /// Build a release with a bank of so many questions first, and measure the search in it. What is in
    /// `dist/` afterwards is for nobody.
    #[arg(long, conflicts_with = "what")]
    questions: Option<usize>,
}

/// What is measured by itself.
#[derive(Clone, Copy, ValueEnum)]
enum Measured {
    /// What Lighthouse says of the release, and how long a first visit waits for the app.
    Lighthouse,
    /// Transfer, start and search with four times and sixteen times the questions. What is in `dist/`
    /// afterwards is for nobody.
    Growth,
}

/// By how much the bank grows.
const TIMES: [usize; 2] = [4, 16];

/// Measures it.
pub(crate) fn bench(options: &Options) -> Result<(), Failure> {
    match (options.questions, options.what) {
        (Some(questions), _) => {
            build::build_release_of(questions)?;
            measure("search::")
        }
        (None, None) => measure(""),
        (None, Some(Measured::Lighthouse)) => {
            measure("lighthouse::")?;
            measure("arrival::")
        }
        (None, Some(Measured::Growth)) => growth(),
    }
}

fn growth() -> Result<(), Failure> {
    let written = bank::read().questions.len();
    for times in TIMES {
        let questions = written * times;
        build::build_release_of(questions)?;
        println!("\n{times} times the bank");
        build::tell_transfer(questions)?;
        measure("arrival::")?;
        measure("search::")?;
    }
    Ok(())
}

/// Those of the browser tests in `tests/browser/bench/`.
fn measure(name: &str) -> Result<(), Failure> {
    test::in_browsers(&format!("bench::{name}")).outcome()
}
