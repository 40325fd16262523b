//! Lengths of what a reader reads: questions and answers.

use super::super::problem::Problems;
use super::super::source::Question;
use super::super::texts;
use super::words;
use crate::question::Kind;

const QUESTION_WORDS: usize = 70;
const SHORT_ANSWER_WORDS: usize = 75;
const SENTENCE_WORDS: usize = 20;

pub(crate) fn judge(question: &Question, problems: &mut Problems) {
    let asked = words::count_prose(&question.asked);
    let line = texts::of_prose(&question.asked)
        .next()
        .map_or(1, |text| text.line);
    long(asked, QUESTION_WORDS, "the question", line, problems);
    let short = words::count(&question.short_answer);
    let line = question.short_answer.line;
    long(
        short,
        SHORT_ANSWER_WORDS,
        "the short answer",
        line,
        problems,
    );
    let whole = short + words::count_prose(&question.answer);
    long(
        whole,
        answer_words(question.kind),
        "the answer",
        line,
        problems,
    );
    sentences(question, problems);
}

fn answer_words(kind: Kind) -> usize {
    match kind {
        Kind::Concept => 320,
        Kind::Coding => 220,
        Kind::Design => 450,
    }
}

fn long(count: usize, most: usize, what: &str, line: usize, problems: &mut Problems) {
    if count > most {
        problems.warn(
            line,
            format!("{what} has {count} words"),
            format!("cut it to {most}"),
        );
    }
}

fn sentences(question: &Question, problems: &mut Problems) {
    let texts = [&question.short_answer]
        .into_iter()
        .chain(texts::of_prose(&question.answer));
    let lengths: Vec<usize> = texts
        .map(words::visible)
        .flat_map(|text| sentence_lengths(&text))
        .collect();
    let mean = lengths.iter().sum::<usize>().checked_div(lengths.len());
    if mean.is_some_and(|mean| mean > SENTENCE_WORDS) {
        problems.warn(
            question.short_answer.line,
            format!(
                "the sentences of the answer have {} words on average",
                mean.unwrap_or(0)
            ),
            format!("cut them to {SENTENCE_WORDS}"),
        );
    }
}

/// Words of each sentence: up to a full stop, question mark or colon before a space, or a line that
/// ends a paragraph or item.
fn sentence_lengths(visible: &str) -> Vec<usize> {
    let marked = visible
        .replace(". ", ".\n\n")
        .replace("? ", "?\n\n")
        .replace(": ", ":\n\n");
    let marked = marked
        .replace(".\n", ".\n\n")
        .replace("?\n", "?\n\n")
        .replace(":\n", ":\n\n");
    let lengths = marked.split("\n\n").map(words::count_in);
    lengths.filter(|&count| count > 0).collect()
}
