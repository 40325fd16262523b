//! Which questions are verified: those at the paths that are named, or all.

use crate::step::Failure;
use crate::workspace::root;
use ::bank::compile::problem::{Problem, Severity};
use ::bank::compile::source::{Question, Source};
use std::path::{Path, PathBuf};

/// What was asked for.
#[derive(Debug)]
pub(crate) struct Selection<'a> {
    pub(crate) questions: Vec<&'a Question>,
    /// The errors of files that no question could be read from. Any other error of the compiler does
    /// not keep a program from running, and is told by `bank check`.
    pub(crate) unreadable: Vec<Problem>,
}

impl<'a> Selection<'a> {
    /// The questions of the bank at these paths; all of them when no path is named.
    pub(crate) fn of(source: &'a Source, paths: &[PathBuf]) -> Result<Selection<'a>, Failure> {
        let mut wanted = Vec::new();
        for path in paths {
            wanted.push(path.canonicalize().map_err(Failure::file(path))?);
        }
        let selection = Selection::within(source, &wanted);
        if selection.questions.is_empty() && selection.unreadable.is_empty() {
            return Err(Failure::wrong(
                "there is no question to verify",
                "name a file or folder of bank/questions",
            ));
        }
        Ok(selection)
    }

    fn within(source: &'a Source, wanted: &[PathBuf]) -> Selection<'a> {
        let is_wanted = |path: &str| {
            let path = root().join(path);
            wanted.is_empty() || wanted.iter().any(|wanted| path.starts_with(wanted))
        };
        let is_read = |path: &str| source.questions.iter().any(|it| it.path == path);
        let is_unreadable = |problem: &&Problem| {
            let is_question = Path::new(&problem.path)
                .extension()
                .is_some_and(|it| it == "md");
            problem.severity == Severity::Error && is_question && !is_read(&problem.path)
        };
        let questions = source.questions.iter().filter(|it| is_wanted(&it.path));
        let unreadable = source.problems.iter().filter(is_unreadable);
        Selection {
            questions: questions.collect(),
            unreadable: unreadable
                .filter(|it| is_wanted(&it.path))
                .cloned()
                .collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verify::wrong_claims::question_file;
    use ::bank::compile::{File, Files, compile};

    fn check(wanted: &[&str], questions: &[&str], unreadable: &[&str]) {
        let file = |path: &str, text: String| File {
            path: path.to_owned(),
            text,
        };
        let files = Files {
            questions: vec![
                file("bank/questions/a/good.md", question_file("concept", "").1),
                file("bank/questions/b/bad.md", "nothing".to_owned()),
            ],
            ..Files::default()
        };
        let source = compile(&files, Vec::new());
        let wanted: Vec<_> = wanted.iter().map(|path| root().join(path)).collect();
        let selection = Selection::within(&source, &wanted);
        let paths: Vec<_> = selection
            .questions
            .iter()
            .map(|it| it.path.as_str())
            .collect();
        assert_eq!(paths, questions);
        let mut paths: Vec<_> = selection
            .unreadable
            .iter()
            .map(|it| it.path.as_str())
            .collect();
        paths.dedup();
        assert_eq!(paths, unreadable);
    }

    #[test]
    fn a_file_that_cannot_be_read_is_not_passed_over() {
        let (good, bad) = ("bank/questions/a/good.md", "bank/questions/b/bad.md");
        check(&[], &[good], &[bad]);
        check(&["bank/questions/a"], &[good], &[]);
        check(&[bad], &[], &[bad]);
        check(&["bank/questions/c"], &[], &[]);
    }
}
