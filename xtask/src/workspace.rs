//! Where things are in this clone. Nothing is ever written outside it.

use std::path::{Path, PathBuf};

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
