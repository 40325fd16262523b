//! Stems of single and multi: what in them, or beside them, gives the key away. All are warnings.

use super::super::problem::Problems;
use super::super::source::check::{Check, Choice, Item};
use super::super::source::{Prose, Question, Text};
use super::super::texts;
use super::choices::key;
use super::words;

pub(crate) fn judge(question: &Question, check: &Check, problems: &mut Problems) {
    if let Item::Single(choice) | Item::Multi(choice) = &check.item {
        negative(check, problems);
        if let Item::Single(_) = &check.item {
            shared_word(question, check, choice, problems);
            alone(choice, problems);
        }
    }
}

/// The words of a stem as read.
pub(crate) fn visible(stem: &Prose) -> String {
    let parts: Vec<String> = texts::of_prose(stem).map(words::visible).collect();
    parts.join("\n")
}

const NEGATIVE: [&str; 9] = [
    "not",
    "never",
    "except",
    "incorrect",
    "isn't",
    "doesn't",
    "don't",
    "aren't",
    "cannot",
];

/// Whether the sentence that asks is negative.
pub(crate) fn is_negative(check: &Check) -> bool {
    let stem = visible(&check.stem);
    let asks = stem
        .split_inclusive(['.', '?', ':', '\n'])
        .rfind(|sentence| sentence.ends_with('?'));
    asks.is_some_and(|sentence| words::has_phrase(sentence, &NEGATIVE))
}

fn negative(check: &Check, problems: &mut Problems) {
    if !is_negative(check) {
        return;
    }
    let is_bold = |text: &Text| text.markdown.contains("**not**");
    if texts::of_prose(&check.stem).any(is_bold) {
        problems.warn(
            check.line,
            "this stem is negative",
            "ask for what holds, if you can",
        );
    } else {
        let repair = "ask for what holds, or write **not** in bold";
        problems.warn(check.line, "this stem is negative", repair);
    }
}

/// Words of the title and the tags say what the question is about, so they tell nothing apart.
fn shared_word(question: &Question, check: &Check, choice: &Choice, problems: &mut Problems) {
    let Some(key) = key(choice) else {
        return;
    };
    let subject = words::content(&format!("{} {}", question.title, question.tags.join(" ")));
    let stem = words::content(&visible(&check.stem));
    let others: Vec<_> = choice
        .options
        .iter()
        .filter(|option| !option.right)
        .map(|option| words::content(&words::visible(&option.text)))
        .collect();
    let shared = words::content(&words::visible(&key.text))
        .into_iter()
        .find(|(cut, _)| {
            let elsewhere = others.iter().any(|other| other.contains_key(cut));
            stem.contains_key(cut) && !subject.contains_key(cut) && !elsewhere
        });
    if let Some((_, word)) = shared {
        problems.warn(
            key.text.line,
            format!("of all options only the right one has the stem's word `{word}`"),
            "use it in another option too or nowhere",
        );
    }
}

const HEDGES: [&str; 11] = [
    "may",
    "might",
    "usually",
    "often",
    "typically",
    "generally",
    "sometimes",
    "most",
    "mostly",
    "can",
    "probably",
];

/// A surface mark of an option.
pub(crate) type Mark = (&'static str, fn(&Text) -> bool);

/// Marks that must not be on the right option alone.
pub(crate) const MARKS: [Mark; 3] = [
    ("code", |text| text.markdown.contains('`')),
    ("a digit", |text| {
        words::visible(text).contains(|c: char| c.is_ascii_digit())
    }),
    ("a hedge", |text| {
        words::has_phrase(&words::visible(text), &HEDGES)
    }),
];

fn alone(choice: &Choice, problems: &mut Problems) {
    let Some(key) = key(choice) else {
        return;
    };
    for (name, has) in MARKS {
        let marked = choice
            .options
            .iter()
            .filter(|option| has(&option.text))
            .count();
        if marked == 1 && has(&key.text) {
            problems.warn(
                key.text.line,
                format!("of all options only the right one has {name}"),
                "give it to another option too or to none",
            );
        }
    }
}
