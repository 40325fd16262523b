//! The browsers of the journeys: Chromium, Firefox, and WebKitGTK for the engine of Safari.
//!
//! A missing browser is installed where that needs no question, as root on Debian, and is a failure
//! that names its package everywhere else. It is never a reason to skip.

use crate::debian::{self, on_path};
use crate::step::Failure;
use crate::toolbox::Toolbox;

/// A program that the journeys start, and the Debian package that has it.
const NEEDED: [(&str, &str); 5] = [
    ("chromium", "chromium"),
    ("chromedriver", "chromium-driver"),
    ("firefox-esr", "firefox-esr"),
    ("WebKitWebDriver", "webkit2gtk-driver"),
    ("Xvfb", "xvfb"),
];

/// Sees to it that everything needed is there, and gives the PATH on which it is found.
pub(crate) fn provide() -> Result<Toolbox, Failure> {
    let missing = missing();
    if !missing.is_empty() {
        debian::install(&missing)?;
    }
    match self::missing().as_slice() {
        [] => Toolbox::of_drivers(),
        missing => Err(Failure::wrong(
            format!(
                "the journeys need the Debian packages {}",
                missing.join(", ")
            ),
            "install them, or what your system calls them, and put their programs on the PATH",
        )),
    }
}

/// The packages of the programs that the PATH does not have.
fn missing() -> Vec<&'static str> {
    let absent = NEEDED.iter().filter(|(program, _)| !on_path(program));
    absent.map(|(_, package)| *package).collect()
}
