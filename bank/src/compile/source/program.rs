//! Programs as their authors wrote them: what runs, what it needs, what it must give.

/// Lines of a fence.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Code {
    /// Of the first line inside the fence, from 1.
    pub line: usize,
    /// Without a final line break.
    pub text: String,
}

/// A fence that is shown and not run. One in `python` must parse.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shown {
    /// The word after the fence marks.
    pub language: String,
    /// What is shown.
    pub code: Code,
}

/// A `python run` fence and what it must give.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Program {
    /// What runs.
    pub code: Code,
    /// What it needs besides the app's own Python.
    pub needs: Vec<Need>,
    /// The exception it must end with; `None`: it must end well.
    pub raises: Option<String>,
    /// The `output` fence after it; `None`: it prints nothing.
    pub printed: Option<Code>,
}

impl Program {
    /// A program that needs nothing, raises nothing and prints nothing.
    pub(crate) fn silent(code: Code) -> Program {
        Program {
            code,
            needs: Vec::new(),
            raises: None,
            printed: None,
        }
    }
}

/// A program that asserts: a proof or a test.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Script {
    /// What runs.
    pub code: Code,
    /// What it needs besides the app's own Python.
    pub needs: Vec<Need>,
}

/// What a program needs besides the Python that runs in the app.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Need {
    /// Threads of the operating system.
    Threads,
    /// Child processes.
    Subprocess,
    /// A package.
    Django,
    /// A package.
    Flask,
    /// A package.
    Numpy,
    /// A package.
    Pandas,
    /// A package.
    Pytest,
    /// A package.
    ScikitLearn,
}

impl Need {
    /// All of them.
    pub const ALL: [Need; 8] = [
        Need::Threads,
        Need::Subprocess,
        Need::Django,
        Need::Flask,
        Need::Numpy,
        Need::Pandas,
        Need::Pytest,
        Need::ScikitLearn,
    ];

    /// As written after `needs=`; of a package its name in the package index.
    pub fn name(self) -> &'static str {
        match self {
            Need::Threads => "threads",
            Need::Subprocess => "subprocess",
            Need::Django => "django",
            Need::Flask => "flask",
            Need::Numpy => "numpy",
            Need::Pandas => "pandas",
            Need::Pytest => "pytest",
            Need::ScikitLearn => "scikit-learn",
        }
    }

    /// What Python in a browser has not, after "has".
    pub(crate) fn missing(self) -> &'static str {
        match self {
            Need::Threads => "no threads",
            Need::Subprocess => "no child processes",
            Need::Django => "no Django",
            Need::Flask => "no Flask",
            Need::Numpy => "no NumPy",
            Need::Pandas => "no pandas",
            Need::Pytest => "no pytest",
            Need::ScikitLearn => "no scikit-learn",
        }
    }

    /// The need of that name.
    pub fn parse(name: &str) -> Option<Need> {
        Need::ALL.into_iter().find(|need| need.name() == name)
    }
}
