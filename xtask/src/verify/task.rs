//! What is asked of Python and what it answers: the words that `runner.py` understands.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// Something that `runner.py` does. It travels as JSON with its name.
pub(crate) trait Task: Serialize {
    /// What comes back.
    type Answer: DeserializeOwned;
    /// Its name in `runner.py`.
    const NAME: &'static str;
    /// The time that it takes at the very most. Python stops its own loops well before; this is for
    /// long calls into C, which end only with the process.
    fn patience(&self) -> Duration;
}

/// The message for a task.
pub(crate) fn message<T: Task>(task: &T) -> Result<String, serde_json::Error> {
    #[derive(Serialize)]
    struct Named<'a, T> {
        task: &'static str,
        #[serde(flatten)]
        rest: &'a T,
    }
    serde_json::to_string(&Named {
        task: T::NAME,
        rest: task,
    })
}

/// Whether a source is Python.
#[derive(Serialize, Debug)]
pub(crate) struct Parse<'a> {
    pub(crate) source: &'a str,
}

/// Where it is not.
#[derive(Deserialize, Debug)]
pub(crate) struct NotPython {
    pub(crate) line: Option<usize>,
    pub(crate) message: String,
}

impl Task for Parse<'_> {
    type Answer = Option<NotPython>;
    const NAME: &'static str = "parse";
    fn patience(&self) -> Duration {
        Duration::from_secs(20)
    }
}

/// Runs a program, whose parts share one namespace.
#[derive(Serialize, Debug)]
pub(crate) struct Run<'a> {
    pub(crate) parts: &'a [&'a str],
    pub(crate) seconds: u64,
}

/// How a program ended.
#[derive(Clone, PartialEq, Eq, Deserialize, Debug)]
pub(crate) struct Ran {
    pub(crate) printed: String,
    pub(crate) error: Option<Raised>,
    /// Whether it was stopped for taking too long.
    pub(crate) stopped: bool,
}

/// An exception.
#[derive(Clone, PartialEq, Eq, Deserialize, Debug)]
pub(crate) struct Raised {
    pub(crate) name: String,
    pub(crate) module: String,
    pub(crate) message: String,
    /// Which part of the program raised it, from 0.
    pub(crate) part: Option<usize>,
    /// The line in that part, from 1.
    pub(crate) line: Option<usize>,
}

impl Task for Run<'_> {
    type Answer = Ran;
    const NAME: &'static str = "run";
    fn patience(&self) -> Duration {
        Duration::from_secs(self.seconds + 15)
    }
}

/// Judges an answer to a coding question by one case.
#[derive(Serialize, Debug)]
pub(crate) struct Judge<'a> {
    pub(crate) answer: &'a str,
    pub(crate) setup: &'a str,
    pub(crate) case: JudgedCase<'a>,
    /// A limit by work instead of time.
    pub(crate) steps: Option<u64>,
}

/// What the judge has to know of a case.
#[derive(Clone, Copy, Serialize, Debug)]
pub(crate) struct JudgedCase<'a> {
    pub(crate) call: &'a str,
    pub(crate) want: &'a str,
    pub(crate) seconds: Option<u8>,
}

/// What became of a case.
#[derive(Deserialize, Debug)]
pub(crate) struct Judged {
    pub(crate) passed: bool,
    /// The values as `repr` shows them, as far as they were reached.
    pub(crate) got: Option<String>,
    pub(crate) want: Option<String>,
    pub(crate) error: Option<Raised>,
    pub(crate) stopped: bool,
    pub(crate) steps: u64,
}

impl Task for Judge<'_> {
    type Answer = Judged;
    const NAME: &'static str = "judge";
    fn patience(&self) -> Duration {
        Duration::from_secs(20)
    }
}

/// Tries every arrangement of as many lines as the key has.
#[derive(Serialize, Debug)]
pub(crate) struct Arrange<'a> {
    pub(crate) lines: Vec<&'a str>,
    pub(crate) key: Vec<usize>,
    pub(crate) test: &'a str,
    /// More arrangements than this are not tried at all.
    pub(crate) most: u64,
}

/// Which arrangements pass.
#[derive(Deserialize, Debug)]
pub(crate) struct Arranged {
    pub(crate) total: u64,
    /// Why the key fails.
    pub(crate) key: Option<Raised>,
    pub(crate) stopped: bool,
    /// Passing arrangements besides the key.
    pub(crate) others: Vec<String>,
}

impl Task for Arrange<'_> {
    type Answer = Arranged;
    const NAME: &'static str = "arrange";
    fn patience(&self) -> Duration {
        Duration::from_secs(300)
    }
}

/// Small mistakes made on purpose.
#[derive(Serialize, Debug)]
pub(crate) struct Mutants<'a> {
    pub(crate) source: &'a str,
}

/// One of them.
#[derive(Deserialize, Debug)]
pub(crate) struct Mutant {
    pub(crate) source: String,
    /// Of the solution, from 1.
    pub(crate) line: usize,
    /// Like "`<` becomes `<=`".
    pub(crate) what: String,
}

impl Task for Mutants<'_> {
    type Answer = Vec<Mutant>;
    const NAME: &'static str = "mutants";
    fn patience(&self) -> Duration {
        Duration::from_secs(60)
    }
}

/// Calls like those of the cases, of which every solution gives the same.
#[derive(Serialize, Debug)]
pub(crate) struct Agreed<'a> {
    pub(crate) solutions: Vec<&'a str>,
    pub(crate) setup: &'a str,
    pub(crate) calls: Vec<&'a str>,
}

/// One of them and the work that it takes.
#[derive(Serialize, Deserialize, Debug)]
pub(crate) struct AgreedCall {
    pub(crate) call: String,
    pub(crate) steps: u64,
}

impl Task for Agreed<'_> {
    type Answer = Vec<AgreedCall>;
    const NAME: &'static str = "agreed";
    fn patience(&self) -> Duration {
        Duration::from_secs(300)
    }
}

/// Looks for a call that tells a mutant from its solution.
#[derive(Serialize, Debug)]
pub(crate) struct Distinguish<'a> {
    pub(crate) solution: &'a str,
    pub(crate) mutant: &'a str,
    pub(crate) setup: &'a str,
    pub(crate) calls: &'a [AgreedCall],
}

/// It would make a case.
#[derive(Deserialize, Debug)]
pub(crate) struct Difference {
    pub(crate) call: String,
    pub(crate) want: String,
}

impl Task for Distinguish<'_> {
    type Answer = Option<Difference>;
    const NAME: &'static str = "distinguish";
    fn patience(&self) -> Duration {
        Duration::from_secs(300)
    }
}
