//! `cargo xtask serve`: the app and the static pages for the developer, rebuilt on change.
//!
//! It has no service worker, which would keep what was just changed, and no Content-Security-Policy, because Trunk writes a script into the page that reloads it.
//! The release has one, and that is what the browser tests run on. The Python pack is made when it
//! starts: after a change in `public/python/`, start it again.

use crate::bank;
use crate::editor;
use crate::offline;
use crate::pack;
use crate::shell;
use crate::site::{self, Site};
use crate::split::splitting;
use crate::step::{Failure, run};
use crate::toolbox::Toolbox;
use clap::Args;
use std::env;
use std::path::Path;

/// What tells a hook in `Trunk.toml` to have the static pages written, and by which program.
const XTASK: &str = "PYDRILL_XTASK";

/// Where to serve.
#[derive(Args)]
pub(crate) struct Options {
    /// Open the browser.
    #[arg(long)]
    open: bool,
    /// The port on 127.0.0.1.
    #[arg(long, default_value_t = 8080)]
    port: u16,
}

/// Serves until it is stopped.
pub(crate) fn serve(options: &Options) -> Result<(), Failure> {
    let tools = Toolbox::provide()?;
    pack::provide()?;
    editor::bundle(&tools)?;
    offline::bundle(&tools)?;
    shell::write(&bank::read())?;
    eprintln!("── serve on http://127.0.0.1:{}/", options.port);
    let mut trunk = splitting(&tools)?.command("trunk");
    trunk.args([
        "serve",
        "--offline",
        "--address",
        "127.0.0.1",
        "--dist",
        "target/serve",
    ]);
    let xtask = env::current_exe().map_err(Failure::file(Path::new("xtask")))?;
    trunk.env(XTASK, xtask);
    trunk.args(["--port", &options.port.to_string()]);
    if options.open {
        trunk.arg("--open");
    }
    // Trunk reads the usual `NO_COLOR=1` as a value of its own flag, and refuses it.
    run(trunk.env_remove("NO_COLOR"))
}

/// Writes the static pages beside what Trunk has just built.
pub(crate) fn write_pages(folder: &Path) -> Result<(), Failure> {
    site::write(folder, &Site::default(), &Toolbox::provide()?)?;
    Ok(())
}
