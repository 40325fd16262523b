//! The Pythons that programs run on.
//!
//! What a learner can run in the app runs on the app's own Python, the pack, under Node: one process
//! for the whole bank, one interpreter for each hash seed. What needs threads, child processes or
//! packages, which Pyodide has not, runs on the system's CPython: a new process for each program, since
//! threads and frameworks leave a process other than they found it.

use crate::pack;
use crate::step::Failure;
use crate::verify::packages::{self, Interpreter};
use crate::verify::process::{Lost, Process};
use crate::verify::task::{Parse, Task, message};
use crate::verify::{here, kept};
use crate::workspace::root;
use ::bank::compile::source::program::Need;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

/// How the hashes of text are seeded. Three starts are tried: a program that depends on the order of a
/// set rarely gives the same three times.
pub(crate) const SEEDS: [u8; 3] = [0, 1, 2];

/// Both kinds of Python, started when first asked.
#[derive(Debug)]
pub(crate) struct Pythons {
    pyodide: Option<Process>,
    booted: BTreeSet<u8>,
    requirements: PathBuf,
    cpython: Option<Interpreter>,
}

impl Pythons {
    /// With the versions that this clone pins.
    pub(crate) fn of_this_clone() -> Pythons {
        Pythons::with_requirements(root().join("bank/requirements.txt"))
    }

    /// With the versions of packages that a file pins.
    pub(crate) fn with_requirements(requirements: PathBuf) -> Pythons {
        Pythons {
            pyodide: None,
            booted: BTreeSet::new(),
            requirements,
            cpython: None,
        }
    }

    /// Asks the Python that has what is needed. A Python that is lost is started again by the next
    /// question.
    pub(crate) fn ask<T: Task>(
        &mut self,
        needs: &[Need],
        seed: u8,
        task: &T,
    ) -> Result<Result<T::Answer, Lost>, Failure> {
        let said = if needs.is_empty() {
            self.ask_pyodide(seed, task)?
        } else {
            self.ask_cpython(needs, seed, task)?
        };
        match said {
            Ok(line) => Ok(Ok(serde_json::from_str(&line).map_err(mistaken)?)),
            Err(lost) => Ok(Err(lost)),
        }
    }

    fn ask_pyodide<T: Task>(
        &mut self,
        seed: u8,
        task: &T,
    ) -> Result<Result<String, Lost>, Failure> {
        let line = message(task).map_err(mistaken)?;
        let process = self.booted_pyodide(seed)?;
        let said = process.ask(&format!("{seed} {line}"), task.patience());
        if said.is_err() {
            self.pyodide = None;
        }
        Ok(said)
    }

    /// The process, with the interpreter of that seed in it.
    fn booted_pyodide(&mut self, seed: u8) -> Result<&mut Process, Failure> {
        if self.pyodide.is_none() {
            self.booted.clear();
        }
        let process = match self.pyodide.take() {
            Some(process) => process,
            None => Process::start(&mut node()?)?,
        };
        let process = self.pyodide.insert(process);
        if self.booted.insert(seed) {
            let nothing = message(&Parse { source: "" }).map_err(mistaken)?;
            process
                .ask(&format!("{seed} {nothing}"), BOOT)
                .map_err(|_| {
                    Failure::wrong(
                        "Pyodide does not start under Node",
                        "run `npm ci` and look at `node --version`, which must be 20 or later",
                    )
                })?;
        }
        Ok(process)
    }

    fn ask_cpython<T: Task>(
        &mut self,
        needs: &[Need],
        seed: u8,
        task: &T,
    ) -> Result<Result<String, Lost>, Failure> {
        let interpreter = match self.cpython.take() {
            Some(interpreter) => interpreter,
            None => Interpreter::find()?,
        };
        let interpreter = self.cpython.insert(interpreter);
        let python = packages::provide(interpreter, needs, &self.requirements)?;
        let mut command = Command::new(python);
        command
            .arg(here().join("runner.py"))
            .current_dir(kept())
            .env("PYTHONPATH", root().join("public/python"))
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .env("PYTHONHASHSEED", seed.to_string());
        let line = message(task).map_err(mistaken)?;
        Ok(Process::start(&mut command)?.ask(&line, task.patience()))
    }
}

/// The files that run inside an interpreter: those of the pack, and what only the verifier asks.
pub(crate) fn python_files() -> Result<Vec<PathBuf>, Failure> {
    let mut files = pack::own_python()?;
    let ours = ["mutants.py", "runner.py", "variants.py"];
    files.extend(ours.iter().map(|name| here().join(name)));
    Ok(files)
}

/// Runs what the app ships and not the npm package as it comes: what the trimmed library lacks would
/// otherwise be told by nobody but a learner's own run.
fn node() -> Result<Command, Failure> {
    let mut command = Command::new("node");
    command
        .arg(here().join("runner.mjs"))
        .arg(pack::provide()?.folder())
        .args(python_files()?);
    Ok(command)
}

fn mistaken(cause: serde_json::Error) -> Failure {
    Failure::wrong(
        format!("the verifier and its runner do not understand each other: {cause}"),
        "make task.rs and runner.py agree",
    )
}

/// An interpreter boots in 1 to 2 s, and in ten times that on a busy machine.
const BOOT: Duration = Duration::from_secs(120);
