//! The files of the bank, loaded: the only part of the compiler that touches the disk.

use super::problem::{Problem, Problems};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A file's path and text.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct File {
    /// As the author would open it.
    pub path: String,
    /// All of it.
    pub text: String,
}

/// What the bank's folder holds.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Files {
    /// `topics.toml`
    pub topics: File,
    /// `tracks.toml`
    pub tracks: File,
    /// `renamed.toml`
    pub renamed: File,
    /// `curriculum.tsv`
    pub curriculum: File,
    /// `audits.tsv`
    pub audits: File,
    /// `questions/<NN-topic>/<id>.md`, sorted by path.
    pub questions: Vec<File>,
}

impl Files {
    /// Loads them. What cannot be read is a problem and an empty text.
    pub fn read(folder: &Path, problems: &mut Vec<Problem>) -> Files {
        let mut load = |name: &str| {
            let path = folder.join(name);
            file(&path, problems).unwrap_or_else(|| File {
                path: shown(&path),
                text: String::new(),
            })
        };
        Files {
            topics: load("topics.toml"),
            tracks: load("tracks.toml"),
            renamed: load("renamed.toml"),
            curriculum: load("curriculum.tsv"),
            audits: load("audits.tsv"),
            questions: questions(&folder.join("questions"), problems),
        }
    }
}

fn questions(folder: &Path, problems: &mut Vec<Problem>) -> Vec<File> {
    let mut questions = Vec::new();
    for topic in entries(folder, problems) {
        if !topic.is_dir() {
            stray(&topic, "move it into the folder of a topic", problems);
            continue;
        }
        for path in entries(&topic, problems) {
            if path.extension().is_some_and(|ending| ending == "md") && path.is_file() {
                questions.extend(file(&path, problems));
            } else {
                stray(&path, "only <id>.md files belong here; remove it", problems);
            }
        }
    }
    questions
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

fn file(path: &Path, problems: &mut Vec<Problem>) -> Option<File> {
    match fs::read_to_string(path) {
        Ok(text) => Some(File {
            path: shown(path),
            text,
        }),
        Err(error) => {
            unreadable(path, &error, problems);
            None
        }
    }
}

/// What a folder holds, sorted. Names that begin with a dot belong to other programs.
fn entries(folder: &Path, problems: &mut Vec<Problem>) -> Vec<PathBuf> {
    let is_hidden = |path: &PathBuf| {
        path.file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with('.'))
    };
    match fs::read_dir(folder) {
        Ok(found) => {
            let mut paths: Vec<PathBuf> = found
                .filter_map(|entry| Some(entry.ok()?.path()))
                .filter(|path| !is_hidden(path))
                .collect();
            paths.sort();
            paths
        }
        Err(error) => {
            unreadable(folder, &error, problems);
            Vec::new()
        }
    }
}

fn unreadable(path: &Path, error: &io::Error, problems: &mut Vec<Problem>) {
    let mut found = Problems::of(&shown(path));
    found.error(
        1,
        format!("this cannot be read: {error}"),
        "it must be there, in UTF-8",
    );
    problems.extend(found.into_list());
}

fn stray(path: &Path, repair: &str, problems: &mut Vec<Problem>) {
    let mut found = Problems::of(&shown(path));
    found.error(1, "this does not belong among the questions", repair);
    problems.extend(found.into_list());
}
