//! The app's build script: compiles the questions into the bytes that the app embeds.
//!
//! It shows every problem of every file before it gives up. It judges single files only: whether the
//! bank as a whole is balanced and audited is asked by `cargo xtask bank check`.

use bank::compile::problem::{Problem, Severity};
use bank::compile::{self, source::Source};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs, io};

/// From the root of the repository, where build scripts run.
const FOLDER: &str = "bank";

/// Grows the bank to so many questions; `cargo xtask bench` sets it.
const QUESTIONS: &str = "PYDRILL_QUESTIONS";

/// What the bytes are made of.
const PARTS: [&str; 6] = [
    "questions",
    "topics.toml",
    "tracks.toml",
    "renamed.toml",
    "curriculum.tsv",
    "audits.tsv",
];

fn main() -> ExitCode {
    for part in PARTS {
        println!("cargo::rerun-if-changed={FOLDER}/{part}");
    }
    // What xtask/src/split.rs splits the Wasm by.
    if env::var("CARGO_CFG_TARGET_FAMILY").is_ok_and(|family| family == "wasm") {
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
    println!("cargo::rerun-if-env-changed={QUESTIONS}");
    let mut source = compile::read(Path::new(FOLDER));
    let is_error = |problem: &&Problem| problem.severity == Severity::Error;
    let errors: Vec<&Problem> = source.problems.iter().filter(is_error).collect();
    if errors.is_empty() {
        let questions = env::var(QUESTIONS)
            .ok()
            .and_then(|number| number.parse().ok());
        if let Some(questions) = questions {
            source = compile::grown(source, questions);
        }
        return match write(&source) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => fail(&error.to_string()),
        };
    }
    for problem in &errors {
        eprintln!("{problem}");
    }
    let count = errors.len();
    fail(&format!(
        "the question bank has errors ({count}), listed below; `cargo xtask bank check` shows them too"
    ))
}

fn fail(why: &str) -> ExitCode {
    println!("cargo::error={why}");
    ExitCode::FAILURE
}

fn write(source: &Source) -> io::Result<()> {
    let bytes = compile::embed(source);
    let folder = env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?;
    let folder = PathBuf::from(folder);
    fs::write(folder.join("bank.index"), bytes.index)?;
    fs::write(folder.join("bank.bodies"), bytes.bodies)
}
