//! What the release weighs: raw, gzip and brotli, by file.

use crate::step::Failure;
use flate2::{Compression, write::GzEncoder};
use std::fmt;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// What one file weighs, in bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Weight {
    pub(crate) raw: usize,
    pub(crate) gzip: usize,
    pub(crate) brotli: usize,
}

/// The files of the release, by their paths in it.
pub(crate) struct Weights(Vec<(String, Weight)>);

/// Weighs every file of a folder that `counts` names by its path in it.
pub(crate) fn weigh(folder: &Path, counts: impl Fn(&str) -> bool) -> Result<Weights, Failure> {
    let mut weights = Vec::new();
    for path in files_in(folder)? {
        let name = path
            .strip_prefix(folder)
            .unwrap_or(&path)
            .display()
            .to_string();
        if !counts(&name) {
            continue;
        }
        let bytes = fs::read(&path).map_err(Failure::file(&path))?;
        weights.push((name, Weight::of(&bytes).map_err(Failure::file(&path))?));
    }
    Ok(Weights(weights))
}

impl Weights {
    /// Of files that were weighed elsewhere.
    pub(crate) fn new(weights: Vec<(String, Weight)>) -> Weights {
        Weights(weights)
    }

    /// The files that `counts` names, as one.
    pub(crate) fn total(&self, counts: impl Fn(&str) -> bool) -> Weight {
        let counted = self.0.iter().filter(|(name, _)| counts(name));
        counted.fold(
            Weight {
                raw: 0,
                gzip: 0,
                brotli: 0,
            },
            |sum, (_, weight)| Weight {
                raw: sum.raw + weight.raw,
                gzip: sum.gzip + weight.gzip,
                brotli: sum.brotli + weight.brotli,
            },
        )
    }
}

impl Weight {
    /// Compresses as hard as a host does for files that it keeps.
    pub(crate) fn of(bytes: &[u8]) -> io::Result<Weight> {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(bytes)?;
        let mut brotli = Vec::new();
        let params = brotli::enc::BrotliEncoderParams::default();
        brotli::BrotliCompress(&mut &bytes[..], &mut brotli, &params)?;
        Ok(Weight {
            raw: bytes.len(),
            gzip: gzip.finish()?.len(),
            brotli: brotli.len(),
        })
    }
}

impl fmt::Display for Weights {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:>9} {:>9} {:>9}", "raw", "gzip", "brotli")?;
        for (name, weight) in &self.0 {
            writeln!(f, "{weight}  {name}")?;
        }
        writeln!(f, "{}  everything", self.total(|_| true))
    }
}

impl fmt::Display for Weight {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:>9} {:>9} {:>9}", self.raw, self.gzip, self.brotli)
    }
}

/// All files under a folder, sorted.
pub(crate) fn files_in(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(Failure::file(folder))? {
        let path = entry.map_err(Failure::file(folder))?.path();
        if path.is_dir() {
            files.extend(files_in(&path)?);
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_that_repeats_itself_weighs_little() {
        let weight = Weight::of("spam ".repeat(1_000).as_bytes()).unwrap();
        assert_eq!(weight.raw, 5_000);
        assert!(weight.gzip < 60, "{weight:?}");
        assert!(weight.brotli < weight.gzip, "{weight:?}");
    }

    #[test]
    fn the_total_counts_only_what_is_named() {
        let one = Weight {
            raw: 3,
            gzip: 2,
            brotli: 1,
        };
        let weights = Weights::new(vec![("a.js".into(), one), ("q/b.html".into(), one)]);
        assert_eq!(weights.total(|name| !name.starts_with("q/")), one);
    }
}
