//! The Python pack: Pyodide with a trimmed, compiled standard library and this project's own files, in a
//! folder whose name changes with its content.
//!
//! It is made once for each content, into `target/pack/`, from where Trunk copies it into the site. The
//! first visit loads none of it. What is left out of the library stands in `pack/dropped.txt`.

use crate::step::{Failure, run, step};
use crate::toolbox::install_packages;
use crate::weigh::{Weight, Weights};
use crate::workspace::root;
use serde_json::Value;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;

/// What is taken from npm as it is.
const TAKEN: [&str; 3] = ["pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm"];
/// What is made here; Pyodide expects the first name.
const LIBRARY: &str = "python_stdlib.zip";
const LOCK: &str = "lock.mjs";
/// The one that the page starts, and what it loads.
const WORKER: &str = "worker.js";
const TICKS: &str = "ticks.mjs";

static MAKING: Mutex<()> = Mutex::new(());

/// A finished pack.
pub(crate) struct Pack {
    /// Like `314.0.7-0123456789abcdef`.
    version: String,
}

/// Provides the pack of this clone: a minute the first time, nothing afterwards.
pub(crate) fn provide() -> Result<Pack, Failure> {
    install_packages()?;
    let pack = Pack {
        version: version()?,
    };
    // Tests run side by side, and one of them is the first.
    let _alone = MAKING.lock();
    if !pack.page_part().is_file() {
        step("make the Python pack, once for each content", || {
            pack.make()
        })?;
    }
    Ok(pack)
}

impl Pack {
    /// Where its files are.
    pub(crate) fn folder(&self) -> PathBuf {
        home().join("python").join(&self.version)
    }

    /// What each file weighs as it is served, by its name in the pack.
    pub(crate) fn weights(&self) -> Result<Weights, Failure> {
        let weights = names().map(|name| Ok((name.to_owned(), self.weight(name)?)));
        Ok(Weights::new(weights.collect::<Result<_, _>>()?))
    }

    fn weight(&self, name: &str) -> Result<Weight, Failure> {
        let size = |ending: &str| {
            let path = self.folder().join(format!("{name}{ending}"));
            let metadata = fs::metadata(&path).map_err(Failure::file(&path))?;
            Ok(metadata.len() as usize)
        };
        Ok(Weight {
            raw: size("")?,
            gzip: size(".gz")?,
            brotli: size(".br")?,
        })
    }

    /// What Trunk puts into the page, written last: it stands for a finished pack.
    fn page_part(&self) -> PathBuf {
        home().join(format!("{}.html", self.version))
    }

    fn make(&self) -> Result<(), Failure> {
        let (home, folder) = (home(), self.folder());
        // Trunk copies all there is, so that other versions have to go.
        let before = set_aside(&home)?;
        fs::create_dir_all(&folder).map_err(Failure::file(&folder))?;
        for name in TAKEN {
            copy(&pyodide().join(name), &folder.join(name))?;
        }
        for name in [WORKER, TICKS] {
            copy(&own().join(name), &folder.join(name))?;
        }
        let mut compile = node("compile.mjs");
        compile
            .arg(pyodide())
            .arg(here().join("dropped.txt"))
            .arg(&folder);
        run(compile.args(own_python()?))?;
        run(node("compress.mjs")
            .arg(before)
            .args(names().map(|name| folder.join(name))))?;
        let page = self.meta()?;
        for path in [home.join("page.html"), self.page_part()] {
            fs::write(&path, &page).map_err(Failure::file(&path))?;
        }
        Ok(())
    }

    /// Where the pack is, what it weighs on the way, and how many bytes the worker counts as they come.
    fn meta(&self) -> Result<String, Failure> {
        let weights = self.weights()?;
        let download = weights.total(|_| true).brotli;
        let counted = weights
            .total(|name| [LIBRARY, "pyodide.asm.wasm"].contains(&name))
            .raw;
        let worker = format!("python/{}/{WORKER}", self.version);
        Ok(format!(
            r#"<meta name="python" data-worker="{worker}" data-download="{download}" data-counted="{counted}">"#
        ))
    }
}

/// All files of a pack.
fn names() -> impl Iterator<Item = &'static str> {
    TAKEN.into_iter().chain([LIBRARY, LOCK, WORKER, TICKS])
}

/// The folder of the npm package.
pub(crate) fn pyodide() -> PathBuf {
    root().join("node_modules/pyodide")
}

/// This project's own Python files in the pack.
pub(crate) fn own_python() -> Result<Vec<PathBuf>, Failure> {
    let mut files = files_in(&own())?;
    files.retain(|path| path.extension().is_some_and(|it| it == "py"));
    Ok(files)
}

/// Removes from the release what Trunk copied besides the pack: the same files as plain sources, under
/// names that do not change when they do.
pub(crate) fn tidy(dist: &Path) -> Result<(), Failure> {
    for source in files_in(&dist.join("python"))? {
        fs::remove_file(&source).map_err(Failure::file(&source))?;
    }
    Ok(())
}

fn own() -> PathBuf {
    root().join("public/python")
}

fn here() -> PathBuf {
    root().join("xtask/src/pack")
}

fn home() -> PathBuf {
    root().join("target/pack")
}

/// Moves the packs made before to where they are in nobody's way: what is in them compressed may still
/// be of use. The folder is empty when there were none.
fn set_aside(home: &Path) -> Result<PathBuf, Failure> {
    let before = home.with_file_name("pack-before");
    if home.exists() {
        if before.exists() {
            fs::remove_dir_all(&before).map_err(Failure::file(&before))?;
        }
        fs::rename(home, &before).map_err(Failure::file(home))?;
    }
    Ok(before.join("python"))
}

/// That of Pyodide, and a hash of everything else that the pack is made of.
pub(crate) fn version() -> Result<String, Failure> {
    let path = pyodide().join("package.json");
    let package: Value = serde_json::from_str(&read(&path)?)
        .map_err(|cause| Failure::wrong(format!("{}: {cause}", path.display()), "run `npm ci`"))?;
    let number = package["version"].as_str().unwrap_or_default();
    let mut hasher = DefaultHasher::new();
    number.hash(&mut hasher);
    for path in files_in(&own())?.into_iter().chain(files_in(&here())?) {
        path.file_name().hash(&mut hasher);
        read(&path)?.hash(&mut hasher);
    }
    Ok(format!("{number}-{:016x}", hasher.finish()))
}

/// Sorted, so that the same files have the same hash.
fn files_in(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let entries = fs::read_dir(folder).map_err(Failure::file(folder))?;
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let ours = ["py", "js", "mjs", "txt"];
    let mut files: Vec<_> = paths
        .filter(|path| {
            path.extension()
                .is_some_and(|it| ours.iter().any(|our| it == *our))
        })
        .collect();
    files.sort();
    Ok(files)
}

fn read(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(Failure::file(path))
}

fn copy(from: &Path, to: &Path) -> Result<(), Failure> {
    fs::copy(from, to).map(|_| ()).map_err(Failure::file(from))
}

fn node(script: &str) -> Command {
    let mut command = Command::new("node");
    command.arg(here().join(script));
    command
}
