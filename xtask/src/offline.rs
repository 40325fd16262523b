//! What makes the release work without a network: the page's own script, which Trunk copies, and the
//! service worker, which comes last, because it names every file of the release.

use crate::step::{Failure, run};
use crate::toolbox::Toolbox;
use crate::weigh::{Weight, files_in};
use crate::workspace::root;
use serde_json::{Value, json};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::process::Command;

/// The page's side; `src/start.js` and `src/offline.rs` load it.
const PAGE: &str = "src/offline/offline.js";

/// What Trunk copies; `index.html` names the same folder.
const FILES: &str = "target/offline/files";

/// The name of the one file in there; `Trunk.toml` names the same.
const NAME: &str = "target/offline/name";

const WORKER: &str = "src/offline/sw.js";
const BUNDLED: &str = "target/offline/sw.js";

/// Where the script that calls Workbox is.
const PRECACHE: &str = "xtask/src/offline/precache.mjs";

/// What of the release is kept only when it is asked for, by the start of its path: Python, and the static
/// pages, as their addresses.
const ON_DEMAND: [&str; 4] = [PYTHON, "q/", "t/", "k/"];
const PYTHON: &str = "python/";

/// Makes the page's side, before Trunk runs.
pub(crate) fn bundle(tools: &Toolbox) -> Result<(), Failure> {
    let files = root().join(FILES);
    // An earlier one would be shipped beside this one.
    if files.is_dir() {
        fs::remove_dir_all(&files).map_err(Failure::file(&files))?;
    }
    let mut esbuild = tools.command("esbuild");
    esbuild.args([PAGE, "--minify", "--format=esm", "--target=es2022"]);
    esbuild.args([
        "--charset=utf8",
        "--log-level=warning",
        "--entry-names=[hash]",
    ]);
    run(esbuild.arg(format!("--outdir={FILES}")))?;
    let made = files_in(&files)?;
    let name = made.first().and_then(|path| path.file_name());
    let name = name.unwrap_or_default().to_string_lossy();
    let path = root().join(NAME);
    fs::write(&path, &*name).map_err(Failure::file(&path))
}

/// Writes the list of what is kept on demand, and the service worker, into a finished release.
pub(crate) fn finish(tools: &Toolbox, dist: &Path) -> Result<(), Failure> {
    let (list, build) = on_demand(dist)?;
    let path = dist.join("everything.json");
    fs::write(&path, list.to_string()).map_err(Failure::file(&path))?;
    let mut esbuild = tools.command("esbuild");
    esbuild.args([
        WORKER,
        "--bundle",
        "--minify",
        "--format=iife",
        "--target=es2022",
    ]);
    esbuild.args([
        "--charset=utf8",
        "--legal-comments=none",
        "--log-level=warning",
    ]);
    esbuild.arg("--define:process.env.NODE_ENV=\"production\"");
    esbuild.arg(format!("--define:BUILD=\"{build}\""));
    run(esbuild.arg(format!("--outfile={BUNDLED}")))?;
    run(Command::new("node")
        .arg(root().join(PRECACHE))
        .arg(root().join(BUNDLED))
        .arg(dist))
}

/// The files that are kept on demand, each with its address, its bytes as they are sent and as they are
/// kept; and a hash of all that is inside them, which names the build.
fn on_demand(dist: &Path) -> Result<(Value, String), Failure> {
    let mut hasher = DefaultHasher::new();
    let (mut python, mut pages) = (Vec::new(), Vec::new());
    for path in files_in(dist)? {
        let name = path.strip_prefix(dist).unwrap_or(&path);
        let name = name.to_string_lossy().replace('\\', "/");
        let is_kept = ON_DEMAND.iter().any(|start| name.starts_with(start));
        if !is_kept || name.ends_with(".br") || name.ends_with(".gz") {
            continue;
        }
        let bytes = fs::read(&path).map_err(Failure::file(&path))?;
        (&name, &bytes).hash(&mut hasher);
        let sent = sent(&path, &bytes)?;
        // The address of a page is its folder.
        let address = name.strip_suffix("index.html").unwrap_or(&name);
        let list = match name.starts_with(PYTHON) {
            true => &mut python,
            false => &mut pages,
        };
        list.push(json!([address, sent, bytes.len()]));
    }
    let build = format!("{:016x}", hasher.finish());
    let list = json!({ "revision": build, "python": python, "pages": pages });
    Ok((list, build))
}

/// What a host sends that serves the compressed file beside it, if there is one.
fn sent(path: &Path, bytes: &[u8]) -> Result<usize, Failure> {
    let compressed = format!("{}.br", path.display());
    match fs::metadata(&compressed) {
        Ok(metadata) => Ok(metadata.len() as usize),
        Err(_) => Ok(Weight::of(bytes).map_err(Failure::file(path))?.brotli),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::env;

    #[test]
    fn pages_are_named_by_their_folders_and_weighed_as_they_are_sent() {
        let dist = env::temp_dir().join(format!("pydrill-on-demand-{}", std::process::id()));
        for folder in ["q/gil", "t/basics/answers", "python/1"] {
            fs::create_dir_all(dist.join(folder)).unwrap();
        }
        for (name, text) in [
            ("index.html", "<p>the app"),
            ("q/gil/index.html", "<p>the GIL"),
            ("q/gil/index.html.br", "GIL"),
            ("t/basics/answers/index.html", "<p>all"),
            ("t/basics/answers/index.html.br", "all"),
            ("python/1/worker.js", "spam "),
        ] {
            fs::write(dist.join(name), text).unwrap();
        }
        let (list, build) = on_demand(&dist).unwrap();
        assert_eq!(
            list["pages"],
            json!([["q/gil/", 3, 10], ["t/basics/answers/", 3, 6]])
        );
        assert_eq!(list["python"][0][0], "python/1/worker.js");
        fs::write(dist.join("index.html"), "<p>another app").unwrap();
        assert_eq!(on_demand(&dist).unwrap().1, build);
        fs::write(dist.join("q/gil/index.html"), "<p>another").unwrap();
        assert_ne!(on_demand(&dist).unwrap().1, build);
        fs::remove_dir_all(&dist).unwrap();
    }
}
