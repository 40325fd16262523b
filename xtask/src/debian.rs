//! Packages of the system, installed where that needs no question: as root on Debian.
//!
//! Elsewhere it does nothing, and what is missing is a failure that names the packages.

use crate::step::{Failure, output_of, run, step};
use std::env;
use std::process::Command;

/// Installs the packages if it may. Look afterwards whether what is needed is there.
pub(crate) fn install(packages: &[&str]) -> Result<(), Failure> {
    if !on_path("apt-get") || output_of(Command::new("id").arg("-u"))?.trim() != "0" {
        return Ok(());
    }
    step(&format!("install {}", packages.join(", ")), || {
        run(Command::new("apt-get").args(["update", "--quiet=2"]))?;
        let mut apt = Command::new("apt-get");
        apt.args(["install", "--yes", "--quiet=2", "--no-install-recommends"])
            .args(packages);
        apt.env("DEBIAN_FRONTEND", "noninteractive");
        // At this runlevel a server that comes in a package is not started by it.
        run(apt.env("RUNLEVEL", "1"))
    })
}

/// Whether a program is there to be started.
pub(crate) fn on_path(program: &str) -> bool {
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
