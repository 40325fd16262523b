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
    /// Whether the code is to blame, and not a click or the network.
    pub fn is_of_the_code(self) -> bool {
        match self {
            Cause::Late | Cause::Lost => true,
            Cause::Person | Cause::NoPython => false,
        }
    }

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

impl<T> Ended<T> {
    /// Whether there was a Python that ran it.
    pub fn has_run(&self) -> bool {
        match self {
            Ended::Answered(_) => true,
            Ended::Cut(cause) => *cause != Cause::NoPython,
        }
    }
}

impl Ended<Ran> {
    /// How it ended, in a sentence.
    pub fn sentence(&self) -> String {
        match self {
            Ended::Cut(cause) => cause.sentence().to_owned(),
            Ended::Answered(ran) if ran.stopped => LATE.to_owned(),
            Ended::Answered(ran) => match &ran.error {
                Some(error) => error.sentence(),
                None => ["Done in ", &took(ran.seconds), "."].concat(),
            },
        }
    }
}

/// A time as people say it.
pub fn took(seconds: f64) -> String {
    // Whole numbers: the machinery that writes others weighs more than this page.
    let thousandths = (seconds * 1000.0) as u32;
    match thousandths {
        0 => "less than 1 ms".to_owned(),
        1..1000 => [&thousandths.to_string(), " ms"].concat(),
        _ => {
            let tenths = thousandths / 100;
            let parts = [tenths / 10, tenths % 10].map(|part| part.to_string());
            [&parts[0], ".", &parts[1], " s"].concat()
        }
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
    /// It is a line of the person's calls, and not of the program before them.
    pub in_calls: bool,
    /// As Python prints it, with the person's frames only.
    pub trace: Option<String>,
}

impl Raised {
    /// What it is and where, in a sentence.
    pub fn sentence(&self) -> String {
        let calls = if self.in_calls { " of your calls" } else { "" };
        match self.line {
            Some(line) => [&self.name, " on line ", &line.to_string(), calls, "."].concat(),
            None => [&self.name, "."].concat(),
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_told_in_round_numbers() {
        let told = [0.0004, 0.0123, 0.9999, 1.0, 5.08].map(took);
        assert_eq!(
            told,
            ["less than 1 ms", "12 ms", "999 ms", "1.0 s", "5.0 s"]
        );
    }

    #[test]
    fn the_end_of_a_program_is_one_sentence() {
        let ran_part = |stopped, in_calls, error: Option<u32>| {
            Ended::Answered(Ran {
                output: Vec::new(),
                cut: false,
                result: None,
                error: error.map(|line| Raised {
                    name: "ValueError".to_owned(),
                    message: String::new(),
                    line: Some(line),
                    in_calls,
                    trace: None,
                }),
                stopped,
                seconds: 0.02,
            })
        };
        let ran = |stopped, error| ran_part(stopped, false, error);
        assert_eq!(ran(false, None).sentence(), "Done in 20 ms.");
        let of_calls = ran_part(false, true, Some(1)).sentence();
        assert_eq!(of_calls, "ValueError on line 1 of your calls.");
        assert_eq!(ran(false, Some(3)).sentence(), "ValueError on line 3.");
        assert_eq!(ran(true, None).sentence(), LATE);
        let cut = Ended::<Ran>::Cut(Cause::Late);
        assert_eq!(cut.sentence(), Cause::Late.sentence());
    }
}
