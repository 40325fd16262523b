//! Steps: what a command is doing, how long it took, and how it failed.
//!
//! A step says its name before it starts, because some take minutes.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};
use std::time::{Duration, Instant};

/// Does `work` and says what it is and how long it took.
pub(crate) fn step<T>(what: &str, work: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    eprintln!("── {what}");
    let (outcome, took) = timed(work);
    let end = if outcome.is_ok() { "done" } else { "FAILED" };
    eprintln!("   {end} in {:.1} s", took.as_secs_f64());
    outcome
}

/// Does `work` and measures it.
#[expect(
    clippy::disallowed_methods,
    reason = "the ban guards the app; a developer's command runs on a real clock"
)]
pub(crate) fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let outcome = work();
    (outcome, start.elapsed())
}

/// Runs a program to its end, with this terminal as its own.
pub(crate) fn run(command: &mut Command) -> Result<(), Failure> {
    let status = command
        .status()
        .map_err(|cause| Failure::start(command, cause))?;
    ended(command, status)
}

/// Runs a program and takes what it prints; its errors still go to this terminal.
pub(crate) fn output_of(command: &mut Command) -> Result<String, Failure> {
    let output = command
        .stderr(std::process::Stdio::inherit())
        .output()
        .map_err(|cause| Failure::start(command, cause))?;
    ended(command, output.status)?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Turns the end of a program into an outcome.
pub(crate) fn ended(command: &Command, status: ExitStatus) -> Result<(), Failure> {
    if status.success() {
        Ok(())
    } else {
        Err(Failure::Ended {
            command: line(command),
            status,
        })
    }
}

/// Why a command of the developer did not succeed.
#[derive(Debug)]
pub(crate) enum Failure {
    /// A program could not be started.
    Start { program: String, cause: io::Error },
    /// A program ended badly; what it said stands above.
    Ended { command: String, status: ExitStatus },
    /// A file could not be read or written.
    File { path: PathBuf, cause: io::Error },
    /// Something is not as it has to be: what, and how to repair it.
    Wrong { what: String, repair: String },
    /// Everything has been said already.
    Told,
}

impl Failure {
    /// `command` could not be started.
    pub(crate) fn start(command: &Command, cause: io::Error) -> Failure {
        Failure::Start {
            program: command.get_program().to_string_lossy().into_owned(),
            cause,
        }
    }

    /// For `map_err` after an operation on the file at `path`.
    pub(crate) fn file(path: &Path) -> impl FnOnce(io::Error) -> Failure {
        |cause| Failure::File {
            path: path.to_owned(),
            cause,
        }
    }

    /// What is wrong, and how to repair it.
    pub(crate) fn wrong(what: impl Into<String>, repair: impl Into<String>) -> Failure {
        Failure::Wrong {
            what: what.into(),
            repair: repair.into(),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Start { program, cause } => {
                write!(f, "`{program}` does not start: {cause}; is it installed?")
            }
            Failure::Ended { command, status } => write!(f, "`{command}` ended with {status}"),
            Failure::File { path, cause } => write!(f, "{}: {cause}", path.display()),
            Failure::Wrong { what, repair } => write!(f, "{what}; {repair}"),
            Failure::Told => f.write_str("see above"),
        }
    }
}

/// The command as a person would type it.
fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_names_the_command_as_typed() {
        let mut command = Command::new("false");
        let failure = run(command.arg("--really")).unwrap_err();
        assert_eq!(
            failure.to_string(),
            "`false --really` ended with exit status: 1"
        );
    }

    #[test]
    fn a_missing_program_is_named() {
        let failure = run(&mut Command::new("no-such-program")).unwrap_err();
        assert!(
            failure
                .to_string()
                .starts_with("`no-such-program` does not start:"),
            "{failure}"
        );
    }
}
