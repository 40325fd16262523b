//! How the release is made small: with what environment Trunk calls cargo.
//!
//! It belongs to Rust's nightly channel and is opened to the stable compiler by `RUSTC_BOOTSTRAP`.
//! `rust-toolchain.toml` names one version, so the outcome is the same every time; with another
//! version the size budget and the journeys tell whether it still is. `cargo xtask serve` builds
//! without it: there a panic says where and why.

use crate::step::{Failure, run};
use crate::toolbox::{WASM, add_library_source};
use crate::workspace::root;
use std::process::Command;

const ENVIRONMENT: [(&str, &str); 6] = [
    ("RUSTC_BOOTSTRAP", "1"),
    // A panic is a trap and nothing else; `boot.js` hears of it and tells the person.
    ("CARGO_UNSTABLE_PANIC_IMMEDIATE_ABORT", "true"),
    ("CARGO_PROFILE_RELEASE_PANIC", "immediate-abort"),
    // The standard library that rustup brings is compiled for speed and holds all its texts.
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
    // No places of panics, and no `{:?}`. Cargo adds it to the flags in `.cargo/config.toml`.
    (
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
        "-Zlocation-detail=none -Zfmt-debug=none",
    ),
];

/// Provides what a small release is made from, and makes `command` build one.
pub(crate) fn make_lean(command: &mut Command) -> Result<(), Failure> {
    add_library_source()?;
    // Trunk is left to download nothing, also not the crates of the standard library.
    run(Command::new("cargo")
        .args(["fetch", "--quiet", "--locked", "--target", WASM])
        .envs(ENVIRONMENT)
        .current_dir(root()))?;
    command.envs(ENVIRONMENT);
    Ok(())
}
