//! `cargo xtask serve`: the app and the static pages for the developer, rebuilt on change.
//!
//! It keeps nothing for use without a network, which would hide what was just changed, and has no
//! Content-Security-Policy, because Trunk writes a script into the page that reloads it. The release has both,
//! and that is what the browser tests run on. The Python pack is made when it starts: after a change in
//! `public/python/`, start it again.

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
use std::path::Path;
use std::{env, fs};

/// What tells a hook in `Trunk.toml` to have the static pages written, and by which program.
const XTASK: &str = "PYDRILL_XTASK";

/// Stands where a release has its service worker. A release that was served from this address before has
/// left its own in the browser, which would go on giving the app of that time; this takes its place and goes.
const NO_WORKER: &str = "addEventListener('install', () => skipWaiting());
addEventListener('activate', () => registration.unregister());
";

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
        // Addresses of the app stand after a `#`: a file that is not there is a mistake.
        "--no-spa=true",
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
    let worker = folder.join("sw.js");
    fs::write(&worker, NO_WORKER).map_err(Failure::file(&worker))
}
