//! What the release weighs: raw, gzip and brotli, by file. What stands compressed beside a file is not
//! compressed again.

use crate::compress::beside;
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

/// A file, compressed in both ways.
pub(crate) struct Small {
    pub(crate) gzip: Vec<u8>,
    pub(crate) brotli: Vec<u8>,
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
        let is_compressed = [".br", ".gz"].iter().any(|ending| name.ends_with(ending));
        if is_compressed || !counts(&name) {
            continue;
        }
        weights.push((name, weight_of(&path).map_err(Failure::file(&path))?));
    }
    Ok(Weights(weights))
}

fn weight_of(path: &Path) -> io::Result<Weight> {
    let length = |path: &Path| {
        Ok::<_, io::Error>(usize::try_from(fs::metadata(path)?.len()).unwrap_or(usize::MAX))
    };
    let [brotli, gzip] = ["br", "gz"].map(|ending| beside(path, ending));
    if !brotli.exists() {
        return Weight::of(&fs::read(path)?);
    }
    Ok(Weight {
        raw: length(path)?,
        gzip: length(&gzip)?,
        brotli: length(&brotli)?,
    })
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
    /// What it takes to compress it, and nothing kept.
    pub(crate) fn of(bytes: &[u8]) -> io::Result<Weight> {
        let small = Weight::compress(bytes)?;
        Ok(Weight {
            raw: bytes.len(),
            gzip: small.gzip.len(),
            brotli: small.brotli.len(),
        })
    }

    /// Compresses as hard as a host does for files that it keeps.
    pub(crate) fn compress(bytes: &[u8]) -> io::Result<Small> {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(bytes)?;
        let mut brotli = Vec::new();
        let params = brotli::enc::BrotliEncoderParams::default();
        brotli::BrotliCompress(&mut &bytes[..], &mut brotli, &params)?;
        Ok(Small {
            gzip: gzip.finish()?,
            brotli,
        })
    }
}

/// Folders of many files of one kind, which are told as one.
const PAGES: [&str; 4] = ["anki/", "k/", "q/", "t/"];

impl fmt::Display for Weights {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:>9} {:>9} {:>9}", "raw", "gzip", "brotli")?;
        let page = |name: &str| PAGES.iter().any(|start| name.starts_with(start));
        for (name, weight) in self.0.iter().filter(|(name, _)| !page(name)) {
            writeln!(f, "{weight}  {name}")?;
        }
        for start in PAGES {
            let count = self
                .0
                .iter()
                .filter(|(name, _)| name.starts_with(start))
                .count();
            let all = self.total(|name| name.starts_with(start));
            if count > 0 {
                writeln!(f, "{all}  {start} ({count} files)")?;
            }
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
