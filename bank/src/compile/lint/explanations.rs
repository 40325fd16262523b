//! Explanations: long enough to say why, short enough to be read, and blind to the order of options.

use super::super::problem::Problems;
use super::super::source::Text;
use super::super::source::check::{Check, Item, Tempting};
use super::words;

const LEAST_WORDS: usize = 4;
const MOST_WORDS: usize = 45;

pub(crate) fn judge(check: &Check, problems: &mut Problems) {
    let whys: Vec<&Text> = match &check.item {
        Item::Single(choice) | Item::Multi(choice) => {
            choice.options.iter().map(|option| &option.why).collect()
        }
        Item::Output(output) => whys(&output.tempting).chain([&output.why]).collect(),
        Item::Blank(blank) => {
            let tempting = blank.gaps.iter().flat_map(|gap| whys(&gap.tempting));
            tempting.chain(&blank.why).collect()
        }
        Item::Order(order) => order.why.iter().collect(),
        Item::Bug(bug) => vec![&bug.why],
    };
    for why in whys.into_iter().filter(|why| !why.markdown.is_empty()) {
        size(why, problems);
        positions(why, problems);
    }
}

fn whys(tempting: &[Tempting]) -> impl Iterator<Item = &Text> {
    tempting.iter().map(|wrong| &wrong.why)
}

fn size(why: &Text, problems: &mut Problems) {
    let count = words::count(why);
    if !(LEAST_WORDS..=MOST_WORDS).contains(&count) {
        problems.error(
            why.line,
            format!("this explanation has {}", words::counted(count, "word")),
            format!("explain in {LEAST_WORDS} to {MOST_WORDS}"),
        );
    }
}

const PLACES: [&str; 14] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "last",
    "previous",
    "next",
    "top",
    "bottom",
    "above",
    "other two",
    "other three",
    "following",
];

const THINGS: [&str; 4] = ["option", "options", "answer", "choice"];

fn positions(why: &Text, problems: &mut Problems) {
    let text = words::visible(why);
    let placed = PLACES.iter().any(|place| {
        let phrases = THINGS.map(|thing| format!("{place} {thing}"));
        words::has_phrase(&text, &phrases.each_ref().map(String::as_str))
    });
    let lettered = THINGS.iter().any(|thing| names_letter(&text, thing));
    if placed || lettered {
        problems.error(
            why.line,
            "this explanation speaks of the place of an option",
            "options are shuffled; name what it says",
        );
    }
}

/// `option B`, `answer 2`, `option above`.
fn names_letter(text: &str, thing: &str) -> bool {
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    words.windows(2).any(|pair| match pair {
        [noun, name] => {
            let is_place = matches!(name.as_bytes(), [b'A'..=b'F' | b'1'..=b'6'])
                || matches!(*name, "above" | "below");
            noun.eq_ignore_ascii_case(thing) && is_place
        }
        _ => false,
    })
}
