//! Counting: tests by what cargo says of them, anything else as one.

use crate::step::{Failure, ended};
use crate::workspace::root;
use std::fmt;
use std::io::{BufRead, BufReader};
use std::iter::Sum;
use std::process::{Command, Stdio};

/// How many passed and how many failed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Tally {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
}

impl Tally {
    /// One that failed.
    pub(crate) const FAILED: Tally = Tally {
        passed: 0,
        failed: 1,
    };

    /// Counts an outcome as one, and says why it failed.
    pub(crate) fn of(outcome: &Result<(), Failure>) -> Tally {
        match outcome {
            Ok(()) => Tally {
                passed: 1,
                failed: 0,
            },
            Err(failure) => {
                eprintln!("error: {failure}");
                Tally::FAILED
            }
        }
    }

    /// For a command that is nothing but these tests, which have told what failed.
    pub(crate) fn outcome(self) -> Result<(), Failure> {
        match self.failed {
            0 => Ok(()),
            _ => Err(Failure::Told),
        }
    }

    /// Goes on to the `tests` if this preparation succeeded; then only they count.
    pub(crate) fn and(self, tests: impl FnOnce() -> Tally) -> Tally {
        if self.failed > 0 { self } else { tests() }
    }
}

/// Runs `cargo test` and counts what it says of each of its binaries.
pub(crate) fn run_tests(mut cargo: Command, which: &[&str], tests: &[&str]) -> Tally {
    cargo
        .arg("test")
        .args(which)
        .arg("--")
        .args(tests)
        .current_dir(root());
    let (tally, outcome) = count_tests(&mut cargo);
    match outcome {
        Ok(()) if tally == Tally::default() => Tally::of(&Err(Failure::wrong(
            "no test was run",
            "mend the filter of this stage",
        ))),
        Ok(()) => tally,
        // A test that failed has said so; a build that failed has not been counted.
        Err(_) if tally.failed > 0 => tally,
        Err(failure) => [tally, Tally::of(&Err(failure))].into_iter().sum(),
    }
}

fn count_tests(command: &mut Command) -> (Tally, Result<(), Failure>) {
    let child = command.stdout(Stdio::piped()).spawn();
    let mut child = match child {
        Ok(child) => child,
        Err(cause) => return (Tally::default(), Err(Failure::start(command, cause))),
    };
    let mut tally = Tally::default();
    for line in child
        .stdout
        .take()
        .into_iter()
        .flat_map(|said| BufReader::new(said).lines())
    {
        let Ok(line) = line else { break };
        println!("{line}");
        tally = [tally, summary(&line).unwrap_or_default()]
            .into_iter()
            .sum();
    }
    let outcome = child.wait().map_err(|cause| Failure::start(command, cause));
    (tally, outcome.and_then(|status| ended(command, status)))
}

/// Reads `test result: ok. 3 passed; 0 failed; 1 ignored; ...`.
fn summary(line: &str) -> Option<Tally> {
    let (_, counts) = line.strip_prefix("test result: ")?.split_once(". ")?;
    let count = |what: &str| {
        let mut parts = counts.split("; ");
        parts.find_map(|part| part.strip_suffix(what)?.trim().parse().ok())
    };
    Some(Tally {
        passed: count("passed")?,
        failed: count("failed")?,
    })
}

impl Sum for Tally {
    fn sum<I: Iterator<Item = Tally>>(tallies: I) -> Tally {
        tallies.fold(Tally::default(), |sum, tally| Tally {
            passed: sum.passed + tally.passed,
            failed: sum.failed + tally.failed,
        })
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: Option<(usize, usize)>) {
        let expected = expected.map(|(passed, failed)| Tally { passed, failed });
        assert_eq!(summary(line), expected, "{line}");
    }

    #[test]
    fn summaries_are_read_as_cargo_writes_them() {
        check(
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.01s",
            Some((12, 0)),
        );
        check(
            "test result: FAILED. 4 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s",
            Some((4, 2)),
        );
        check("test a_test_result ... ok", None);
        check("test result: ok. many passed; 0 failed", None);
    }

    #[test]
    fn a_command_without_summaries_that_fails_counts_as_one_failure() {
        let (tally, outcome) = count_tests(&mut Command::new("false"));
        assert_eq!(tally, Tally::default());
        assert!(outcome.is_err());
    }

    #[test]
    fn what_was_printed_is_counted() {
        let mut command = Command::new("echo");
        let line = "test result: ok. 2 passed; 0 failed; 0 ignored";
        let (tally, outcome) = count_tests(command.arg(format!("{line}\n{line}")));
        assert_eq!(
            tally,
            Tally {
                passed: 4,
                failed: 0
            }
        );
        assert!(outcome.is_ok());
    }
}
