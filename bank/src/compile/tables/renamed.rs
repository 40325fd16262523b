//! Renamed ids: what a question is called today.

use super::super::files::File;
use super::super::problem::Problems;
use super::super::toml_table;
use super::{Mention, Role, mention, question_id};
use crate::name::QuestionId;

/// A question that got a new id.
pub(crate) struct Renamed {
    line: usize,
    pub(crate) old: QuestionId,
    pub(crate) new: QuestionId,
}

impl Renamed {
    pub(crate) fn mentions(&self, file: &File) -> [Mention; 2] {
        [
            mention(file, self.line, &self.old, Role::Old),
            mention(file, self.line, &self.new, Role::Present),
        ]
    }
}

/// Reads `renamed.toml`.
pub(crate) fn renamed(text: &str, problems: &mut Problems) -> Vec<Renamed> {
    let mut renamed = Vec::new();
    for (line, old, new) in toml_table::document(text, 1, problems).rest(problems) {
        let old = question_id(line, &old, problems);
        let new = question_id(line, &new, problems);
        if let (Some(old), Some(new)) = (old, new) {
            renamed.push(Renamed { line, old, new });
        }
    }
    renamed
}
