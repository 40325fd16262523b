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
        problems.error(
            line,
            format!("the rubric has {}", counted(count, "line")),
            "write 6 to 12",
        );
    }
    let sum: u32 = rubric
        .lines
        .iter()
        .map(|(points, _)| u32::from(*points))
        .sum();
    let best = rubric
        .bands
        .first()
        .map_or(0, |band| u32::from(band.points));
    if best > sum {
        problems.error(
            line,
            format!("the best band wants {best} points, and the lines give {sum}"),
            "lower the band or add lines",
        );
    }
}

pub(crate) fn exercise(exercise: &Exercise, problems: &mut Problems) {
    let line = exercise
        .cases
        .first()
        .map_or(exercise.starter.line, |(line, _)| *line);
    let hidden = exercise
        .cases
        .iter()
        .filter(|(_, case)| case.hidden)
        .count();
    let visible = exercise.cases.len() - hidden;
    if !(3..=5).contains(&visible) {
        problems.error(
            line,
            format!("the exercise shows {}", counted(visible, "case")),
            "show 3 to 5",
        );
    }
    if hidden < 4 {
        problems.error(
            line,
            format!("the exercise hides {}", counted(hidden, "case")),
            "hide at least 4",
        );
    }
    let mistakes = exercise.mistakes.len();
    if mistakes < 3 {
        let line = exercise
            .mistakes
            .first()
            .map_or(line, |mistake| mistake.line);
        problems.error(
            line,
            format!("the exercise has {}", counted(mistakes, "mistake")),
            "write at least 3 plausible wrong solutions",
        );
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
