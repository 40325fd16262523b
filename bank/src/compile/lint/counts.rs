//! How many parts a question has: enough to be judged by and to learn from, not more than are read.

use super::super::problem::Problems;
use super::super::source::exercise::Exercise;
use super::super::source::{Question, Rubric};
use super::words::counted;
use std::collections::BTreeSet;

pub(crate) fn key_points(question: &Question, problems: &mut Problems) {
    let count = question.key_points.len();
    if !(3..=6).contains(&count) {
        let line = question.key_points.first().map_or(1, |point| point.line);
        problems.error(
            line,
            format!("the question has {}", counted(count, "key point")),
            "write 3 to 6 claims that a reader can tick off",
        );
    }
}

pub(crate) fn rubric(rubric: &Rubric, problems: &mut Problems) {
    let line = rubric.lines.first().map_or(1, |(_, text)| text.line);
    let count = rubric.lines.len();
    if !(6..=12).contains(&count) {
        let what = format!("the rubric has {}", counted(count, "line"));
        problems.error(line, what, "write 6 to 12");
    }
    let points = rubric.lines.iter().map(|(points, _)| u32::from(*points));
    let sum: u32 = points.sum();
    let best = rubric
        .bands
        .first()
        .map_or(0, |band| u32::from(band.points));
    if best > sum {
        let what = format!("the best band wants {best} points, and the lines give {sum}");
        problems.error(line, what, "lower the band or add lines");
    }
}

pub(crate) fn exercise(exercise: &Exercise, problems: &mut Problems) {
    let first = exercise.cases.first();
    let line = first.map_or(exercise.starter.line, |(line, _)| *line);
    let hidden = exercise
        .cases
        .iter()
        .filter(|(_, case)| case.hidden)
        .count();
    let visible = exercise.cases.len() - hidden;
    if !(3..=5).contains(&visible) {
        let what = format!("the exercise shows {}", counted(visible, "case"));
        problems.error(line, what, "show 3 to 5");
    }
    if hidden < 4 {
        let what = format!("the exercise hides {}", counted(hidden, "case"));
        problems.error(line, what, "hide at least 4");
    }
    let mistakes = exercise.mistakes.len();
    if mistakes < 3 {
        let line = exercise
            .mistakes
            .first()
            .map_or(line, |mistake| mistake.line);
        let what = format!("the exercise has {}", counted(mistakes, "mistake"));
        problems.error(line, what, "write at least 3 plausible wrong solutions");
    }
}

/// A concept is asked in two ways at least, so that recognising one item does not pass for knowing.
pub(crate) fn kinds(question: &Question, problems: &mut Problems) {
    let kinds: BTreeSet<&str> = question
        .checks
        .iter()
        .map(|check| check.item.kind().name())
        .collect();
    if let Some(first) = question.checks.first()
        && kinds.len() < 2
    {
        problems.error(
            first.line,
            "a concept has checks of one kind only",
            "ask the same in another way too",
        );
    }
}
