//! Options of single and multi: how many, how long, how different.

use super::super::problem::Problems;
use super::super::source::Text;
use super::super::source::check::{Check, Choice, ChoiceOption, Item};
use super::words::{self, counted};
use crate::literal::{Literal, literals};

const MOST_WORDS: usize = 20;
const MOST_CHARACTERS: usize = 90;

pub(crate) fn judge(check: &Check, choice: &Choice, problems: &mut Problems) {
    counts(check, choice, problems);
    for option in &choice.options {
        size(option, problems);
        phrases(option, problems);
    }
    equals(choice, problems);
    order(check, choice, problems);
    if let (Item::Single(_), Some(key)) = (&check.item, key(choice)) {
        proportion(key, choice, problems);
    }
}

/// The right option, when it is the only one.
pub(crate) fn key(choice: &Choice) -> Option<&ChoiceOption> {
    let mut right = choice.options.iter().filter(|option| option.right);
    right.next().filter(|_| right.next().is_none())
}

fn counts(check: &Check, choice: &Choice, problems: &mut Problems) {
    let all = choice.options.len();
    let right = choice.options.iter().filter(|option| option.right).count();
    let is_single = matches!(check.item, Item::Single(_));
    let (least, most) = if is_single { (3, 5) } else { (4, 6) };
    if !(least..=most).contains(&all) {
        problems.error(
            check.line,
            format!("this check has {}", counted(all, "option")),
            format!("write {least} to {most}"),
        );
    }
    if is_single && right != 1 {
        problems.error(
            check.line,
            format!("this check ticks {right} of {all} options"),
            "tick exactly one, or make it a multi",
        );
    }
    if !is_single && (right < 2 || right == all) {
        problems.error(
            check.line,
            format!("this check ticks {right} of {all} options"),
            "tick at least two and leave at least one wrong",
        );
    }
}

fn size(option: &ChoiceOption, problems: &mut Problems) {
    let count = words::count(&option.text);
    let characters = words::length(&option.text);
    if count > MOST_WORDS || characters > MOST_CHARACTERS {
        problems.error(
            option.text.line,
            format!(
                "this option has {} and {}",
                counted(count, "word"),
                counted(characters, "character")
            ),
            format!("cut it to {MOST_WORDS} words and {MOST_CHARACTERS} characters"),
        );
    }
}

const EVASIVE: [&str; 10] = [
    "all of the above",
    "none of the above",
    "all of these",
    "none of these",
    "both of these",
    "all of them",
    "none of them",
    "both of the above",
    "all the above",
    "neither of these",
];

const ABSOLUTE: [&str; 5] = [
    "always",
    "never",
    "in every case",
    "under no circumstances",
    "impossible",
];

fn phrases(option: &ChoiceOption, problems: &mut Problems) {
    let text = words::visible(&option.text);
    if words::has_phrase(&text, &EVASIVE) || joins_letters(&text) {
        problems.error(
            option.text.line,
            "this option speaks of other options",
            "options are shuffled; name what is meant",
        );
    }
    if words::has_phrase(&text, &ABSOLUTE) {
        problems.warn(
            option.text.line,
            "this option is an absolute",
            "candidates strike these out; say what happens instead",
        );
    }
}

/// `A and B`, `B or D`: capital letters that stand for options.
fn joins_letters(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_letter = |word: &str| matches!(word.as_bytes(), [b'A'..=b'F']);
    words.windows(3).any(|window| match window {
        [left, "and" | "or", right] => is_letter(left) && is_letter(right),
        _ => false,
    })
}

fn equals(choice: &Choice, problems: &mut Problems) {
    let known: Vec<(String, Option<Vec<Literal>>)> = choice
        .options
        .iter()
        .map(|option| (normalised(option), value(option)))
        .collect();
    for (place, (option, (text, value))) in choice.options.iter().zip(&known).enumerate() {
        let mut before = known.iter().take(place);
        let twin =
            before.any(|(other, known)| other == text || (value.is_some() && known == value));
        if twin {
            problems.error(
                option.text.line,
                "this option equals another one",
                "make them differ in what they say or remove one",
            );
        }
    }
}

/// Without the case of letters and marks around it; of code only without the backticks.
fn normalised(option: &ChoiceOption) -> String {
    let text = words::visible(&option.text);
    let spaced = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if option.text.markdown.contains('`') {
        return spaced;
    }
    let bare = spaced.trim_end_matches(['.', ',', ';', '!']);
    bare.to_lowercase()
}

/// The values that an option of nothing but code stands for.
fn value(option: &ChoiceOption) -> Option<Vec<Literal>> {
    let markdown = &option.text.markdown;
    let is_code = markdown.len() > 2 && markdown.starts_with('`') && markdown.ends_with('`');
    literals(&words::visible(&option.text)).filter(|_| is_code)
}

/// Numbers stand in order, and stay there: anything else would be searched, not read.
fn order(check: &Check, choice: &Choice, problems: &mut Problems) {
    let numbers: Option<Vec<f64>> = choice.options.iter().map(number).collect();
    let Some(numbers) = numbers else {
        return;
    };
    if !choice.fixed || !numbers.is_sorted() {
        problems.error(
            check.line,
            "options that are numbers stand in no fixed order",
            "sort them, smallest first, and write `order: fixed` after them",
        );
    }
}

/// The number that an option is: alone, with a unit, or with words after it.
fn number(option: &ChoiceOption) -> Option<f64> {
    let text = words::visible(&option.text);
    let text = text.trim().trim_start_matches(['~', '$']);
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | '_' | ',' | '-');
    let end = text.find(|c| !is_part(c)).unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    let goes_on = rest
        .trim_start()
        .starts_with(|c: char| c.is_ascii_digit() || "([{'\"+-*/%=<>".contains(c));
    let number = digits.trim_end_matches(['.', ',']).replace(['_', ','], "");
    number.parse().ok().filter(|_| !goes_on)
}

/// The right option is neither the long nor the short one. Prose is measured in words and code in
/// characters, as a reader's eye does.
fn proportion(key: &ChoiceOption, choice: &Choice, problems: &mut Problems) {
    let has_code = choice
        .options
        .iter()
        .any(|option| option.text.markdown.contains('`'));
    let (unit, measure): (_, fn(&Text) -> usize) = if has_code {
        ("character", words::length)
    } else {
        ("word", words::count)
    };
    let others = || choice.options.iter().filter(|option| !option.right);
    let (sum, count) = (
        others().map(|option| measure(&option.text)).sum::<usize>(),
        others().count(),
    );
    let length = measure(&key.text);
    // length / (sum / count) in 0.5..=1.5, in whole numbers.
    let share = 2 * length * count;
    if count > 0 && (share < sum || share > 3 * sum) {
        problems.error(
            key.text.line,
            format!(
                "the right option has {}, the others {} on average",
                counted(length, unit),
                sum / count
            ),
            "keep it between half and one and a half times as long",
        );
    }
}
