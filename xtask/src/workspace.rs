//! Where things are in this clone. Nothing is ever written outside it.

use crate::step::Failure;
use std::env;
use std::path::{Path, PathBuf};

/// Goes to the root of the clone, so that what is printed names files as a developer would.
pub(crate) fn enter() -> Result<(), Failure> {
    env::set_current_dir(root()).map_err(Failure::file(root()))
}

/// The root of the clone, from which every other path starts.
pub(crate) fn root() -> &'static Path {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}

/// The release, ready for any static host.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// Tools that the PATH does not have in the right version, built once.
pub(crate) fn tools() -> PathBuf {
    root().join("target/tools")
}
