//! The system's CPython, and a virtual environment with the packages that programs need.
//!
//! Nothing is installed until a program needs it, and then only that, in the version that the
//! requirements file pins.

use crate::debian;
use crate::digest::digest;
use crate::step::{Failure, output_of, run, step};
use crate::verify::{file, kept};
use ::bank::compile::source::program::Need;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A CPython of this machine.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Interpreter {
    program: PathBuf,
    /// Like `3.13.1`.
    version: String,
}

impl Interpreter {
    /// The newest on the PATH.
    pub(crate) fn find() -> Result<Interpreter, Failure> {
        if let Some(interpreter) = Interpreter::newest() {
            return Ok(interpreter);
        }
        debian::install(&["python3", "python3-venv"])?;
        Interpreter::newest().ok_or_else(|| {
            Failure::wrong(
                "a program needs CPython, and none of version 3.10 or later is on the PATH",
                "install python3 and python3-venv",
            )
        })
    }

    /// The same, without installing one.
    pub(crate) fn newest() -> Option<Interpreter> {
        NAMES
            .iter()
            .find_map(|name| Interpreter::at(Path::new(name)))
    }

    fn at(program: &Path) -> Option<Interpreter> {
        let say = "import sys; assert sys.version_info >= (3, 10); print(sys.version.split()[0], sys.executable)";
        let output = Command::new(program)
            .args(["-c", say])
            .stderr(Stdio::null())
            .output()
            .ok()?;
        let said = String::from_utf8(output.stdout)
            .ok()
            .filter(|_| output.status.success())?;
        let (version, program) = said.trim().split_once(' ')?;
        Some(Interpreter {
            program: program.into(),
            version: version.to_owned(),
        })
    }
}

/// A Python that has all this: the interpreter itself, or a virtual environment made from it.
pub(crate) fn provide(
    interpreter: &Interpreter,
    needs: &[Need],
    requirements: &Path,
) -> Result<PathBuf, Failure> {
    fs::create_dir_all(kept()).map_err(Failure::file(&kept()))?;
    let packages: Vec<_> = needs.iter().filter_map(|need| package(*need)).collect();
    if packages.is_empty() {
        return Ok(interpreter.program.clone());
    }
    let folder = environment(interpreter, &file(requirements)?);
    let python = folder.join("bin/python");
    for name in packages {
        let stamp = folder.join(format!("has-{name}"));
        if !stamp.exists() {
            if !python.exists() {
                make_environment(interpreter, &folder)?;
            }
            install(&python, name, requirements)?;
            fs::write(&stamp, "").map_err(Failure::file(&stamp))?;
        }
    }
    Ok(python)
}

/// The requirements are a constraint: they say which version, not what to install.
fn install(python: &Path, name: &str, requirements: &Path) -> Result<(), Failure> {
    let mut pip = Command::new(python);
    pip.args(["-m", "pip", "install", "--quiet"]);
    pip.args(["--disable-pip-version-check", "--constraint"]);
    pip.arg(requirements).arg(name);
    step(
        &format!("install {name} for the programs that need it"),
        || run(&mut pip),
    )
}

fn make_environment(interpreter: &Interpreter, folder: &Path) -> Result<(), Failure> {
    let python = || Command::new(&interpreter.program);
    // Debian has the module that virtual environments need in a package of its own.
    if output_of(python().args(["-c", "import ensurepip"])).is_err() {
        debian::install(&["python3-venv"])?;
    }
    step("make a virtual environment", || {
        run(python().args(["-m", "venv"]).arg(folder))
    })
}

/// Another interpreter or another pin is another environment.
fn environment(interpreter: &Interpreter, requirements: &str) -> PathBuf {
    let name = digest(&(&interpreter.program, &interpreter.version, requirements));
    kept().join(["python-", &name].concat())
}

fn package(need: Need) -> Option<&'static str> {
    match need {
        Need::Threads | Need::Subprocess => None,
        Need::Django
        | Need::Flask
        | Need::Numpy
        | Need::Pandas
        | Need::Pytest
        | Need::ScikitLearn => Some(need.name()),
    }
}

/// The newest first.
const NAMES: [&str; 6] = [
    "python3.14",
    "python3.13",
    "python3.12",
    "python3.11",
    "python3.10",
    "python3",
];
