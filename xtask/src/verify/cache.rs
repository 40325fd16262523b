//! What passed before: a question is not verified again until it, or the verifier, changes.
//!
//! Only questions without any problem are remembered, so a problem is told at every run.

use crate::pack;
use crate::step::Failure;
use crate::verify::packages::Interpreter;
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
        Cache {
            passed: passed(&path),
            path,
            verifier,
        }
    }

    /// Whether this very question passed this very verifier.
    pub(crate) fn knows(&self, question: &Question) -> bool {
        self.passed.get(question.id.as_str()) == Some(&self.hash(question))
    }

    /// Remembers that it passed.
    pub(crate) fn keep(&mut self, question: &Question) -> Result<(), Failure> {
        let hash = self.hash(question);
        // Another run may have kept others since; the file is replaced whole, so that none sees half
        // of it. What two runs keep in the same instant is at worst verified again.
        self.passed = passed(&self.path);
        self.passed.insert(question.id.to_string(), hash);
        let lines = self.passed.iter();
        let lines: String = lines
            .map(|(id, hash)| format!("{hash:016x} {id}\n"))
            .collect();
        let half = self.path.with_extension(std::process::id().to_string());
        fs::write(&half, lines).map_err(Failure::file(&half))?;
        fs::rename(&half, &self.path).map_err(Failure::file(&self.path))
    }

    /// Of the question as the compiler understood it, so that a change there counts as well.
    fn hash(&self, question: &Question) -> u64 {
        hash(&(self.verifier, format!("{question:?}")))
    }
}

fn passed(path: &Path) -> BTreeMap<String, u64> {
    let text = fs::read_to_string(path).unwrap_or_default();
    let entry = |line: &str| {
        let (hash, id) = line.split_once(' ')?;
        Some((id.to_owned(), u64::from_str_radix(hash, 16).ok()?))
    };
    text.lines().filter_map(entry).collect()
}

/// The verifier's own version: everything that decides what passes.
fn verifier() -> Result<u64, Failure> {
    let mut files = pythons::python_files()?;
    files.push(root().join("bank/requirements.txt"));
    files.push(here().join("runner.mjs"));
    files.extend(rust_files(&here())?);
    let texts = files
        .iter()
        .map(|path| file(path))
        .collect::<Result<Vec<_>, _>>()?;
    let interpreter = format!("{:?}", Interpreter::newest());
    Ok(hash(&(pack::version()?, interpreter, texts)))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verify::wrong_claims::question_file;
    use ::bank::compile::{File, Files, compile};
    use ::bank::name::QuestionId;

    #[test]
    fn two_runs_keep_what_both_found() {
        let path = std::env::temp_dir().join(format!("pydrill-both-{}", std::process::id()));
        let (mut one, mut other) = (Cache::at(path.clone(), 1), Cache::at(path.clone(), 1));
        let mut second = question("x = 1");
        second.id = QuestionId::parse("second").unwrap();
        one.keep(&question("x = 1")).unwrap();
        other.keep(&second).unwrap();
        let after = Cache::at(path.clone(), 1);
        assert!(after.knows(&question("x = 1")) && after.knows(&second));
        fs::remove_file(path).unwrap();
    }

    fn question(code: &str) -> Question {
        let (_, text) = question_file("concept", &format!("## Code\n\n```python\n{code}\n```\n"));
        let path = "sample.md".to_owned();
        let files = Files {
            questions: vec![File { path, text }],
            ..Files::default()
        };
        compile(&files, Vec::new()).questions.remove(0)
    }

    #[test]
    fn what_passed_is_known_until_it_or_the_verifier_changes() {
        let path = std::env::temp_dir().join(format!("pydrill-passed-{}", std::process::id()));
        let mut cache = Cache::at(path.clone(), 1);
        assert!(!cache.knows(&question("x = 1")));
        cache.keep(&question("x = 1")).unwrap();
        assert!(Cache::at(path.clone(), 1).knows(&question("x = 1")));
        assert!(!Cache::at(path.clone(), 1).knows(&question("x = 2")));
        assert!(!Cache::at(path.clone(), 2).knows(&question("x = 1")));
        fs::write(&path, "not a hash sample\n\n").unwrap();
        assert!(!Cache::at(path.clone(), 1).knows(&question("x = 1")));
        fs::remove_file(path).unwrap();
    }
}
