//! The developer's commands: `cargo xtask serve`, `build`, `test`, `look`, `bench`,
//! `hosts` and `bank`.
//!
//! Whatever a command needs beyond rustup and Node it provides itself, inside this clone. Nothing
//! here is part of the app.

mod bank;
mod bench;
mod browsers;
mod budget;
mod build;
mod compress;
mod debian;
mod digest;
mod editor;
mod hosts;
mod lean;
mod offline;
mod pack;
mod policy;
mod serve;
mod shell;
mod site;
mod slim;
mod split;
mod step;
mod test;
mod toolbox;
mod traces;
mod verify;
mod weigh;
mod workspace;

use clap::{Parser, Subcommand};
use std::process::ExitCode;
use step::Failure;

/// The developer's commands of Pydrill.
#[derive(Parser)]
#[command(name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the app on 127.0.0.1 and build it again when a file changes.
    Serve(serve::Options),
    /// Build the release into `dist/` and print what it weighs.
    Build(build::Options),
    /// Check everything: code, tests, bank, release, size and journeys in real browsers.
    Test(test::Options),
    /// Take pictures of every screen of the release into `target/screenshots/`.
    Look,
    /// Measure how long people wait for the release, and for Python in every engine.
    Bench(bench::Options),
    /// Start nginx and Caddy with the configurations of `xtask/hosts/` and ask them for every file of the
    /// release.
    Hosts,
    /// What Trunk takes for wasm-bindgen.
    #[command(hide = true, disable_help_flag = true)]
    Bindgen {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        args: Vec<String>,
    },
    /// What Trunk calls to have the static pages beside the app.
    #[command(hide = true)]
    Pages { folder: std::path::PathBuf },
    /// Check, begin and count questions.
    #[command(subcommand)]
    Bank(bank::Command),
}

fn main() -> ExitCode {
    let command = Cli::parse().command;
    let outcome = workspace::enter().and_then(|()| run(command));
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Told) => ExitCode::FAILURE,
        Err(failure) => {
            eprintln!("\nerror: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<(), Failure> {
    match command {
        Command::Serve(options) => serve::serve(&options),
        Command::Build(options) => build::build(&options),
        Command::Test(options) => test::test(&options),
        Command::Look => test::in_browsers("gallery::").outcome(),
        Command::Bench(options) => bench::bench(&options),
        Command::Hosts => hosts::hosts(),
        Command::Bindgen { args } => split::bindgen(&args),
        Command::Pages { folder } => serve::write_pages(&folder),
        Command::Bank(command) => bank::bank(&command),
    }
}
