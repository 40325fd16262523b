//! A process that answers lines with lines, and is ended when it does not.

use crate::step::Failure;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

/// Why there is no answer. The process is gone either way.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Lost {
    /// It did not answer in time.
    Hung,
    /// It ended instead.
    Crashed,
}

/// A running process. It does not outlive this value.
#[derive(Debug)]
pub(crate) struct Process {
    child: Child,
    input: ChildStdin,
    answers: Receiver<String>,
}

impl Process {
    /// Starts it. What it says on standard error goes nowhere: a crashed interpreter says a megabyte.
    pub(crate) fn start(command: &mut Command) -> Result<Process, Failure> {
        let child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn();
        let mut child = child.map_err(|cause| Failure::start(command, cause))?;
        let (Some(input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(Failure::wrong(
                "a process has no standard input or output",
                "run it again",
            ));
        };
        let (sender, answers) = mpsc::channel();
        // A thread of its own, since a pipe cannot be read with a time limit.
        thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    break;
                }
            }
        });
        Ok(Process {
            child,
            input,
            answers,
        })
    }

    /// Sends a line and waits for the next one.
    pub(crate) fn ask(&mut self, line: &str, patience: Duration) -> Result<String, Lost> {
        writeln!(self.input, "{line}").map_err(|_| Lost::Crashed)?;
        self.answers
            .recv_timeout(patience)
            .map_err(|error| match error {
                RecvTimeoutError::Timeout => Lost::Hung,
                RecvTimeoutError::Disconnected => Lost::Crashed,
            })
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended already, and then there is nothing to do.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str) -> Process {
        Process::start(Command::new("sh").args(["-c", script])).unwrap()
    }

    #[test]
    fn a_line_is_answered_with_a_line() {
        let mut echo = shell("cat");
        for line in ["one", "two"] {
            assert_eq!(echo.ask(line, Duration::from_secs(10)), Ok(line.to_owned()));
        }
    }

    #[test]
    fn a_process_that_ends_or_says_nothing_is_lost() {
        assert_eq!(
            shell("read x; exit 1").ask("go", Duration::from_secs(10)),
            Err(Lost::Crashed)
        );
        assert_eq!(
            shell("cat >/dev/null").ask("go", Duration::from_millis(20)),
            Err(Lost::Hung)
        );
    }
}
