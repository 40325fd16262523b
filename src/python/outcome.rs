//! What Python answers. Plain values: they know neither browser nor wire.

/// How a run or a case came to its end.
#[derive(Clone, PartialEq, Debug)]
pub enum Ended<T> {
    /// By itself, or stopped from inside when its time was up.
    Answered(T),
    /// From outside, and its Python with it.
    Cut(Cause),
}

/// Why it was ended from outside.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cause {
    /// The person pressed Stop.
    Person,
    /// Its time was up, and it could not be stopped from inside.
    Late,
    /// It has broken the interpreter.
    Lost,
    /// Python did not start; the status says why.
    NoPython,
}

impl Cause {
    /// What happened, and that one can go on.
    pub fn sentence(self) -> &'static str {
        match self {
            Cause::Person => "Stopped. Your code is as it was.",
            Cause::Late => {
                "Stopped: it took too long and could not be interrupted, so Python was started anew."
            }
            Cause::Lost => {
                "This broke the Python interpreter, as recursion without end can. It was started anew."
            }
            Cause::NoPython => "Nothing ran, because Python did not start.",
        }
    }
}

/// A program that was run.
#[derive(Clone, PartialEq, Debug)]
pub struct Ran {
    /// What it wrote, in order.
    pub output: Vec<Piece>,
    /// Whether it wrote more than is kept; [`CUT`] says so.
    pub cut: bool,
    /// The value of its last line, when that is an expression with a value.
    pub result: Option<String>,
    /// The error that ended it.
    pub error: Option<Raised>,
    /// Whether its time was up; [`LATE`] says so.
    pub stopped: bool,
    /// How long it ran.
    pub seconds: f64,
}

impl Ran {
    /// Standard output alone.
    pub fn printed(&self) -> String {
        let out = self.output.iter().filter(|it| it.stream == Stream::Out);
        out.map(|piece| piece.text.as_str()).collect()
    }
}

/// Some text of one output.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Piece {
    /// Of which.
    pub stream: Stream,
    /// With its line ends.
    pub text: String,
}

/// One of the two outputs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stream {
    /// Standard output.
    Out,
    /// Standard error.
    Err,
}

/// An exception.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Raised {
    /// Like `ValueError`.
    pub name: String,
    /// What it says; may be empty.
    pub message: String,
    /// The line of the person's code, from 1.
    pub line: Option<u32>,
    /// As Python prints it, with the person's frames only.
    pub trace: Option<String>,
}

/// A case of an exercise that was judged.
#[derive(Clone, PartialEq, Debug)]
pub struct Judged {
    /// Whether the value was the wanted one, of the same type and in time.
    pub passed: bool,
    /// The value as Python shows it, when the call gave one.
    pub got: Option<String>,
    /// The wanted value in the same way.
    pub want: Option<String>,
    /// The error that ended it.
    pub error: Option<Raised>,
    /// Whether its time was up; [`LATE`] says so.
    pub stopped: bool,
    /// How long it ran.
    pub seconds: f64,
    /// What it wrote to standard output on the way.
    pub printed: String,
}

/// What is said below an output that was cut.
pub const CUT: &str = "There was more. The first 64 KiB or 2,000 lines are shown.";

/// What is said of a program whose time was up.
pub const LATE: &str = "Stopped: its time was up. Is there a loop that does not end?";
