//! Words and lengths of a text as a reader sees it, without the marks of Markdown.

use super::super::source::{Prose, Text};
use super::super::{markdown, texts};
use std::collections::BTreeMap;

/// The text as read.
pub(crate) fn visible(text: &Text) -> String {
    markdown::visible(&text.markdown)
}

/// Characters as read.
pub(crate) fn length(text: &Text) -> usize {
    visible(text).trim().chars().count()
}

/// Words as read: whatever stands between spaces and has a letter or a digit.
pub(crate) fn count(text: &Text) -> usize {
    count_in(&visible(text))
}

/// Words of a visible text.
pub(crate) fn count_in(visible: &str) -> usize {
    let is_word = |word: &&str| word.chars().any(char::is_alphanumeric);
    visible.split_whitespace().filter(is_word).count()
}

/// `1 word`, `2 words`.
pub(crate) fn counted(count: usize, noun: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{ending}")
}

/// Words of the texts of a prose; code blocks are not counted.
pub(crate) fn count_prose(prose: &Prose) -> usize {
    texts::of_prose(prose).map(count).sum()
}

/// Whether one of these words or phrases stands in a text, whole and in any case.
pub(crate) fn has_phrase(text: &str, phrases: &[&str]) -> bool {
    let lower = format!(" {} ", plain(text));
    phrases
        .iter()
        .any(|phrase| lower.contains(&format!(" {phrase} ")))
}

/// Lower case, one space between words, no punctuation.
fn plain(text: &str) -> String {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

/// The words that carry the meaning, by their stems: long ones that are not common.
pub(crate) fn content(text: &str) -> BTreeMap<String, String> {
    plain(text)
        .split(' ')
        .filter(|word| word.chars().count() > 4 && !COMMON.contains(word))
        .map(|word| (stem(word), word.to_owned()))
        .collect()
}

fn stem(word: &str) -> String {
    let endings = ["ing", "ed", "es", "s"];
    let cut = endings.iter().find_map(|end| word.strip_suffix(end));
    cut.filter(|cut| cut.len() > 3).unwrap_or(word).to_owned()
}

const COMMON: [&str; 34] = [
    "about", "after", "again", "because", "before", "being", "below", "between", "choose", "could",
    "does", "doing", "during", "every", "first", "given", "happens", "other", "print", "prints",
    "python", "second", "should", "since", "their", "there", "these", "thing", "those", "under",
    "where", "which", "while", "would",
];
