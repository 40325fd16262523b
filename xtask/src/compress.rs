//! Compressed files beside each text file and Wasm of the release, for hosts that serve them as they are.
//!
//! It comes last, when nothing of the release changes any more. The Python pack brings its own.

use crate::step::Failure;
use crate::weigh::{Weight, files_in};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Kinds of files that become smaller.
const TEXTS: [&str; 11] = [
    "css",
    "html",
    "js",
    "json",
    "mjs",
    "svg",
    "tsv",
    "txt",
    "wasm",
    "webmanifest",
    "xml",
];

/// Puts a `.br` and a `.gz` beside every file that has none.
pub(crate) fn compress(dist: &Path) -> Result<(), Failure> {
    let mut files = files_in(dist)?;
    files.retain(|path| is_text(path) && !beside(path, "br").exists());
    let next = AtomicUsize::new(0);
    let work = || -> Result<(), Failure> {
        while let Some(path) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            let bytes = fs::read(path).map_err(Failure::file(path))?;
            let small = Weight::compress(&bytes).map_err(Failure::file(path))?;
            for (ending, bytes) in [("br", small.brotli), ("gz", small.gzip)] {
                let path = beside(path, ending);
                fs::write(&path, bytes).map_err(Failure::file(&path))?;
            }
        }
        Ok(())
    };
    let hands = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let workers: Vec<_> = (0..hands).map(|_| scope.spawn(work)).collect();
        let ended = workers
            .into_iter()
            .map(|worker| worker.join().unwrap_or(Err(Failure::Told)));
        ended.collect()
    })
}

/// The file with `.br` or `.gz` after its name.
pub(crate) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    PathBuf::from(name)
}

fn is_text(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str());
    ending.is_some_and(|ending| TEXTS.contains(&ending))
}
