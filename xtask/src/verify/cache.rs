//! What passed before: a question is not verified again until it, or the verifier, changes.
//!
//! Only questions without any problem are remembered, so a problem is told at every run.

use crate::step::Failure;
use crate::verify::{file, here, kept, pythons};
use crate::workspace::root;
use ::bank::compile::source::Question;
use std::collections::BTreeMap;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

/// The questions that passed, each with a hash of what passed.
#[derive(Debug)]
pub(crate) struct Cache {
    path: PathBuf,
    verifier: u64,
    passed: BTreeMap<String, u64>,
}

impl Cache {
    /// Reads what earlier runs left. What cannot be read has not passed.
    pub(crate) fn open() -> Result<Cache, Failure> {
        fs::create_dir_all(kept()).map_err(Failure::file(&kept()))?;
        Ok(Cache::at(kept().join("passed"), verifier()?))
    }

    fn at(path: PathBuf, verifier: u64) -> Cache {
        let text = fs::read_to_string(&path).unwrap_or_default();
        let entry = |line: &str| {
            let (hash, id) = line.split_once(' ')?;
            Some((id.to_owned(), u64::from_str_radix(hash, 16).ok()?))
        };
        let passed = text.lines().filter_map(entry).collect();
        Cache {
            path,
            verifier,
            passed,
        }
    }

    /// Whether this very question passed this very verifier.
    pub(crate) fn knows(&self, question: &Question) -> bool {
        self.passed.get(question.id.as_str()) == Some(&self.hash(question))
    }

    /// Remembers that it passed.
    pub(crate) fn keep(&mut self, question: &Question) -> Result<(), Failure> {
        self.passed
            .insert(question.id.to_string(), self.hash(question));
        let lines = self
            .passed
            .iter()
            .map(|(id, hash)| format!("{hash:016x} {id}\n"));
        fs::write(&self.path, lines.collect::<String>()).map_err(Failure::file(&self.path))
    }

    /// Of the question as the compiler understood it, so that a change there counts as well.
    fn hash(&self, question: &Question) -> u64 {
        hash(&(self.verifier, format!("{question:?}")))
    }
}

/// The verifier's own version: everything that decides what passes.
fn verifier() -> Result<u64, Failure> {
    let mut files = pythons::python_files();
    files.push(root().join("bank/requirements.txt"));
    files.push(pythons::pyodide().join("package.json"));
    files.push(here().join("runner.mjs"));
    files.extend(rust_files(&here())?);
    let texts = files
        .iter()
        .map(|path| file(path))
        .collect::<Result<Vec<_>, _>>()?;
    Ok(hash(&texts))
}

fn rust_files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let entries = fs::read_dir(folder).map_err(Failure::file(folder))?;
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let mut files: Vec<_> = paths
        .filter(|path| path.extension().is_some_and(|it| it == "rs"))
        .collect();
    files.sort();
    Ok(files)
}

fn hash(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}
