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

fn main() -> ExitCode {
    for part in [
        "questions",
        "topics.toml",
        "tracks.toml",
        "renamed.toml",
        "curriculum.tsv",
        "audits.tsv",
    ] {
        println!("cargo::rerun-if-changed={FOLDER}/{part}");
    }
    let source = compile::read(Path::new(FOLDER));
    let errors: Vec<&Problem> = source
        .problems
        .iter()
        .filter(|problem| problem.severity == Severity::Error)
        .collect();
    if errors.is_empty() {
        return match write(&source) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => fail(&error.to_string()),
        };
    }
    for problem in &errors {
        eprintln!("{problem}");
    }
    fail(&format!(
        "the question bank has {} problems, listed above; `cargo xtask bank check` shows them again",
        errors.len()
    ))
}

fn fail(why: &str) -> ExitCode {
    println!("cargo::error={why}");
    ExitCode::FAILURE
}

fn write(source: &Source) -> io::Result<()> {
    let bytes = compile::embed(source).map_err(|error| io::Error::other(error.to_string()))?;
    let folder = env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?;
    let folder = PathBuf::from(folder);
    fs::write(folder.join("bank.index"), bytes.index)?;
    fs::write(folder.join("bank.bodies"), bytes.bodies)
}
