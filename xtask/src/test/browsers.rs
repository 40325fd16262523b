//! The browsers of the journeys: Chromium, and WebKitGTK for the engine of Safari.
//!
//! A missing browser is installed where that needs no question, as root on Debian, and is a failure
//! that names its package everywhere else. It is never a reason to skip.

use crate::step::{Failure, output_of, run, step};
use std::env;
use std::process::Command;

/// A program that the journeys start, and the Debian package that has it.
const NEEDED: [(&str, &str); 4] = [
    ("chromium", "chromium"),
    ("chromedriver", "chromium-driver"),
    ("WebKitWebDriver", "webkit2gtk-driver"),
    ("Xvfb", "xvfb"),
];

/// Sees to it that everything needed is there.
pub(crate) fn provide() -> Result<(), Failure> {
    let missing = missing();
    if missing.is_empty() {
        return Ok(());
    }
    if on_path("apt-get") && output_of(Command::new("id").arg("-u"))?.trim() == "0" {
        step(&format!("install {}", missing.join(", ")), || {
            install(&missing)
        })?;
    }
    match self::missing().as_slice() {
        [] => Ok(()),
        missing => Err(Failure::wrong(
            format!(
                "the journeys need the Debian packages {}",
                missing.join(", ")
            ),
            "install them, or what your system calls them, and put their programs on the PATH",
        )),
    }
}

fn install(packages: &[&str]) -> Result<(), Failure> {
    run(Command::new("apt-get").args(["update", "--quiet=2"]))?;
    let mut apt = Command::new("apt-get");
    apt.args(["install", "--yes", "--quiet=2", "--no-install-recommends"])
        .args(packages);
    run(apt.env("DEBIAN_FRONTEND", "noninteractive"))
}

/// The packages of the programs that the PATH does not have.
fn missing() -> Vec<&'static str> {
    let absent = NEEDED.iter().filter(|(program, _)| !on_path(program));
    absent.map(|(_, package)| *package).collect()
}

fn on_path(program: &str) -> bool {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path).any(|folder| folder.join(program).is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_programs_on_the_path_are_there() {
        assert!(on_path("cargo"));
        assert!(!on_path("no-such-program"));
    }
}
