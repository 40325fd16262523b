//! Problems: what authors are told about a file.
//!
//! A problem never stops the compiler: it is collected, and the reading goes on.

use std::fmt;

/// A mistake in a file of the bank.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Problem {
    /// As the author would open it.
    pub path: String,
    /// From 1.
    pub line: usize,
    /// Whether it must be repaired.
    pub severity: Severity,
    /// A sentence without a full stop.
    pub what: String,
    /// What to do about it.
    pub repair: String,
}

/// Whether a problem must be repaired.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Severity {
    /// The bank is not built.
    Error,
    /// Shown; the author judges.
    Warning,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let warning = match self.severity {
            Severity::Error => "",
            Severity::Warning => "warning: ",
        };
        write!(
            f,
            "{}:{}: {warning}{}; {}",
            self.path, self.line, self.what, self.repair
        )
    }
}

/// Collects the problems of one file.
#[derive(Debug)]
pub(crate) struct Problems {
    path: String,
    list: Vec<Problem>,
}

impl Problems {
    pub(crate) fn of(path: &str) -> Self {
        Self {
            path: path.to_owned(),
            list: Vec::new(),
        }
    }

    pub(crate) fn error(
        &mut self,
        line: usize,
        what: impl Into<String>,
        repair: impl Into<String>,
    ) {
        self.add(Severity::Error, line, what.into(), repair.into());
    }

    pub(crate) fn warn(&mut self, line: usize, what: impl Into<String>, repair: impl Into<String>) {
        self.add(Severity::Warning, line, what.into(), repair.into());
    }

    pub(crate) fn into_list(self) -> Vec<Problem> {
        self.list
    }

    fn add(&mut self, severity: Severity, line: usize, what: String, repair: String) {
        self.list.push(Problem {
            path: self.path.clone(),
            line,
            severity,
            what,
            repair,
        });
    }
}
