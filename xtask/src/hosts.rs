//! `cargo xtask hosts`: starts nginx and Caddy with the configurations of `xtask/hosts/`, at the root of a host
//! and under a path, and asks each for every file of the release.
//!
//! It builds nothing. The tests do not need it; it is for whoever changes a configuration or what the
//! release holds.

mod asked;
mod judge;
mod server;

use crate::debian::{self, on_path};
use crate::step::{Failure, step};
use crate::workspace::{dist, root};
use server::{Host, Server};
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

/// Where the servers find the release, and keep what is theirs.
const HOME: &str = "target/hosts";

/// What has to be there, and the Debian package that has it.
const NEEDED: [(&str, &str); 3] = [
    ("nginx", "nginx-light"),
    (BROTLI, "libnginx-mod-http-brotli-static"),
    ("caddy", "caddy"),
];

/// The module by which Debian's nginx sends a `.br`.
const BROTLI: &str = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

/// Where the release lies on a host.
const PATHS: [&str; 2] = ["/", "/some/path/"];

/// Asks both servers at both places, and fails with all that is wrong.
pub(crate) fn hosts() -> Result<(), Failure> {
    if !dist().join("index.html").is_file() {
        return Err(Failure::wrong(
            "there is no release to be served",
            "run `cargo xtask build`",
        ));
    }
    provide()?;
    let mut wrong = Vec::new();
    for host in [Host::Nginx, Host::Caddy] {
        for under in PATHS {
            let title = format!("ask {} at {under}", host.name());
            wrong.extend(step(&title, || ask(host, under))?);
        }
    }
    match wrong.is_empty() {
        true => Ok(()),
        false => Err(Failure::wrong(
            wrong.join("\n"),
            "mend the configurations in xtask/hosts/",
        )),
    }
}

fn ask(host: Host, under: &str) -> Result<Vec<String>, Failure> {
    let home = root().join(HOME);
    let folder = lay_out(&home, under)?;
    let server = Server::start(host, &home, &folder, under)?;
    let judged = judge::judge(&server.site(under), &dist())?;
    println!("{} requests at {under}", judged.requests);
    let named = |wrong: String| format!("{} at {under}: {wrong}", host.name());
    Ok(judged.wrong.into_iter().map(named).collect())
}

/// The folder of a host that has the release under a path.
fn lay_out(home: &Path, under: &str) -> Result<PathBuf, Failure> {
    let folder = home.join("www");
    if folder.is_dir() {
        // Nothing but links and the folders that lead to them.
        fs::remove_dir_all(&folder).map_err(Failure::file(&folder))?;
    }
    match under.trim_matches('/') {
        "" => {
            fs::create_dir_all(home).map_err(Failure::file(home))?;
            symlink(dist(), &folder).map_err(Failure::file(&folder))?;
        }
        path => {
            let place = folder.join(path);
            let above = place.parent().unwrap_or(&folder);
            fs::create_dir_all(above).map_err(Failure::file(above))?;
            symlink(dist(), &place).map_err(Failure::file(&place))?;
        }
    }
    Ok(folder)
}

/// Sees to it that both servers are there.
fn provide() -> Result<(), Failure> {
    if !missing().is_empty() {
        debian::install(&missing())?;
    }
    match missing().as_slice() {
        [] => Ok(()),
        missing => Err(Failure::wrong(
            format!("this needs the Debian packages {}", missing.join(", ")),
            "install them, or what your system calls them",
        )),
    }
}

/// The packages of what is not there.
fn missing() -> Vec<&'static str> {
    let is_there =
        |what: &str| on_path(what) || (what.starts_with('/') && Path::new(what).is_file());
    let absent = NEEDED.iter().filter(|(what, _)| !is_there(what));
    absent.map(|(_, package)| *package).collect()
}
