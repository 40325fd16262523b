//! The developer's commands: `cargo xtask serve`, `build`, `test`, `bank` and `bench`.
//!
//! Whatever a command needs beyond rustup and Node it provides itself, inside this clone. Nothing
//! here is part of the app.

mod budget;
mod build;
mod policy;
mod serve;
mod step;
mod toolbox;
mod weigh;
mod workspace;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

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
    Build,
}

fn main() -> ExitCode {
    let outcome = match Cli::parse().command {
        Command::Serve(options) => serve::serve(&options),
        Command::Build => build::build(),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\nerror: {failure}");
            ExitCode::FAILURE
        }
    }
}
