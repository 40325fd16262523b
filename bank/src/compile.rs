//! The compiler of the bank: Markdown files in, the embedded bytes or a list of problems out.
//!
//! [`read`] gives the whole bank as its authors wrote it, together with every problem of every file;
//! [`embed`] turns it into what the app carries. It runs no Python: `cargo xtask bank verify` does,
//! with the programs that the [`source`] model holds.

mod agree;
mod arrange;
pub mod audit;
pub mod balance;
mod cases;
mod check;
mod embed;
mod exercise;
mod fence;
mod files;
mod front;
mod grown;
mod highlight;
mod lines;
mod lint;
mod list;
mod listing;
mod markdown;
pub mod problem;
mod prose;
mod question;
mod rubric;
mod setting;
pub mod source;
mod tables;
mod texts;
mod toml_table;

use crate::embedded::Bytes;
use crate::name::QuestionId;
use agree::Ids;
pub use files::{File, Files};
pub use grown::grown;
use problem::{Problem, Problems};
use source::{Question, Source};
use std::path::Path;
use tables::Tables;

/// Reads the bank in a folder: `bank/` of the repository.
///
/// Questions that cannot be understood are left out of the source, and a problem says why.
pub fn read(folder: &Path) -> Source {
    let mut problems = Vec::new();
    let files = Files::read(folder, &mut problems);
    compile(&files, problems)
}

/// Reads a bank that is already in memory; `problems` are those met while loading it.
pub fn compile(files: &Files, mut problems: Vec<Problem>) -> Source {
    let tables = tables::read(files, &mut problems);
    let mut ids = Ids::default();
    let mut questions = Vec::new();
    for file in &files.questions {
        questions.extend(parse(file, &tables, &mut ids, &mut problems));
    }
    for question in &questions {
        let is_sound = !problems.iter().any(|problem| problem.path == question.path);
        let mut found = Problems::of(&question.path);
        agree::follow_ups(question, &tables, &ids, &mut found);
        lint::question(question, &mut found);
        if is_sound {
            lint::counts(question, &mut found);
        }
        problems.extend(found.into_list());
    }
    agree::mentions(&tables, &ids, &mut problems);
    problems.sort();
    problems.dedup();
    let mut source = Source {
        questions,
        problems,
        ..tables.source
    };
    source.sort();
    source
}

fn parse(
    file: &File,
    tables: &Tables,
    ids: &mut Ids,
    problems: &mut Vec<Problem>,
) -> Option<Question> {
    let mut found = Problems::of(&file.path);
    let (front, question) = question::parse(&file.path, &file.text, &mut found);
    agree::front(&file.path, &front, tables, &mut found);
    if let Some(id) = &front.id {
        ids.add(&file.path, id, &mut found);
    }
    problems.extend(found.into_list());
    question
}

/// Every problem of the bank: those of single files, then those of the bank as a whole.
///
/// The app is built while questions are being written; before they are published, all of these have
/// to be gone.
pub fn check(source: &Source) -> Vec<Problem> {
    let mut problems = source.problems.clone();
    problems.extend(balance::judge(source));
    problems.extend(audit::judge(source));
    problems.sort();
    problems
}

/// The bytes of each question in the app, before compression.
pub fn sizes(source: &Source) -> Vec<(QuestionId, usize)> {
    embed::sizes(source)
}

/// The bytes that the app embeds. Judge `source.problems` first: what had an error may be missing.
pub fn embed(source: &Source) -> Bytes {
    embed::bytes(source)
}
