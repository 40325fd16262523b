//! `cargo xtask test`: all that is known to be true of this project, checked in stages.
//!
//! A stage that fails does not stop the others, so that one run tells everything; only what needs the
//! release is not tried without one, and counts as failed.

mod tally;

use crate::build;
use crate::site::{self, Site};
use crate::step::{Failure, run, timed};
use crate::toolbox::{WASM, add_wasm_target, install_packages};
use crate::{bank, browsers, pack, verify, workspace};
use clap::{Args, ValueEnum};
use std::process::Command;
use std::time::Duration;
use tally::{Tally, run_tests};

/// Which stages to run.
#[derive(Args)]
pub(crate) struct Options {
    /// Only these stages; all of them when none is named.
    stages: Vec<Stage>,
}

/// The cheapest first, so that a slip is known at once.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
enum Stage {
    /// rustfmt has nothing to change.
    Format,
    /// The bank has no problems.
    Bank,
    /// Clippy has nothing to say about any target on this machine.
    Clippy,
    /// Clippy has nothing to say about the app as Wasm.
    ClippyWasm,
    /// Unit, integration and documentation tests.
    Tests,
    /// Every program of the bank gives what its page says.
    Claims,
    /// The release builds.
    Build,
    /// The pages of the release are valid HTML.
    Pages,
    /// The release is within its budget.
    Size,
    /// People reach their goals in real browsers.
    Journeys,
}

/// Runs the stages, and ends with a line that counts what passed and what failed.
pub(crate) fn test(options: &Options) -> Result<(), Failure> {
    let chosen = match options.stages.as_slice() {
        [] => Stage::value_variants(),
        stages => stages,
    };
    let mut report: Vec<Outcome> = Vec::new();
    for &stage in chosen {
        eprintln!("\n══ {}", stage.title());
        let (tally, took) = match obstacle(stage, &report) {
            Some(why) => {
                eprintln!("not run: {why}");
                (Tally::FAILED, Duration::ZERO)
            }
            None => timed(|| stage.run()),
        };
        report.push(Outcome { stage, tally, took });
    }
    conclude(&report)
}

/// What came of a stage.
struct Outcome {
    stage: Stage,
    tally: Tally,
    took: Duration,
}

/// Why a stage cannot be tried.
fn obstacle(stage: Stage, report: &[Outcome]) -> Option<&'static str> {
    let needs_release = matches!(stage, Stage::Pages | Stage::Size | Stage::Journeys);
    let no_release = report
        .iter()
        .any(|past| past.stage == Stage::Build && past.tally.failed > 0);
    (needs_release && no_release).then_some("there is no release to test")
}

/// Prints each stage, then the counts alone on the last line.
fn conclude(report: &[Outcome]) -> Result<(), Failure> {
    println!();
    for Outcome { stage, tally, took } in report {
        let (title, seconds) = (stage.title(), took.as_secs_f64());
        let mark = if tally.failed == 0 { "ok" } else { "FAILED" };
        println!("{seconds:>7.1} s  {mark:<6}  {title:<44}  {tally}");
    }
    let total = report.iter().map(|outcome| outcome.tally).sum::<Tally>();
    println!("\n{total}");
    total.outcome()
}

impl Stage {
    fn title(self) -> &'static str {
        match self {
            Stage::Format => "format",
            Stage::Clippy => "clippy on this machine",
            Stage::ClippyWasm => "clippy on wasm32",
            Stage::Tests => "unit and integration tests",
            Stage::Bank => "the question bank",
            Stage::Claims => "the bank's claims about Python",
            Stage::Build => "release build",
            Stage::Pages => "valid HTML",
            Stage::Size => "size budget",
            Stage::Journeys => "journeys in real browsers",
        }
    }

    fn run(self) -> Tally {
        match self {
            Stage::Format => cargo(&["fmt", "--all", "--check"]),
            Stage::Clippy => cargo(&[
                "clippy",
                "--workspace",
                "--all-targets",
                "--",
                "-D",
                "warnings",
            ]),
            Stage::ClippyWasm => Tally::of(&add_wasm_target()).and(|| {
                cargo(&[
                    "clippy",
                    "--package=pydrill",
                    "--target",
                    WASM,
                    "--",
                    "-D",
                    "warnings",
                ])
            }),
            // The tests of the verifier run the pack.
            Stage::Tests => Tally::of(&pack::provide().map(|_| ())).and(|| {
                let cargo = Command::new("cargo");
                run_tests(cargo, &["--workspace", "--no-fail-fast"], &[])
            }),
            Stage::Bank => Tally::of(&bank::check(&bank::CheckOptions::default())),
            Stage::Claims => Tally::of(&bank::verify(&verify::Options::default())),
            Stage::Build => Tally::of(&Site::of(None).and_then(|site| build::build_release(&site))),
            Stage::Pages => Tally::of(&site::validate(&workspace::dist())),
            Stage::Size => Tally::of(&build::check_budget()),
            Stage::Journeys => in_browsers("journeys::"),
        }
    }
}

/// What the browser tests of this name do with the release. It is `look` and `bench` too.
pub(crate) fn in_browsers(name: &str) -> Tally {
    let tools = match install_packages().and_then(|()| browsers::provide()) {
        Ok(tools) => tools,
        Err(failure) => return Tally::of(&Err(failure)),
    };
    // Of the whole workspace, so that nothing is compiled again with fewer features.
    let cargo = ["--workspace", "--test=browser"];
    let tests = ["--ignored", name, "--show-output"];
    run_tests(tools.command("cargo"), &cargo, &tests)
}

/// A cargo command that counts as one test.
fn cargo(arguments: &[&str]) -> Tally {
    Tally::of(&run(Command::new("cargo")
        .args(arguments)
        .current_dir(workspace::root())))
}
