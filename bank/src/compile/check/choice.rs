//! Single and multi: a task list with an explanation for each option.

use super::super::list::Item;
use super::super::problem::Problems;
use super::super::source::Text;
use super::super::source::check::{Choice, ChoiceOption};
use super::pieces::{Piece, Pieces};

pub(crate) fn parse(pieces: &mut Pieces<'_, '_>, problems: &mut Problems) -> Option<Choice> {
    let items = pieces.items(problems);
    let options: Vec<Option<ChoiceOption>> =
        items.iter().map(|item| option(item, problems)).collect();
    let options: Vec<ChoiceOption> = options.into_iter().collect::<Option<_>>()?;
    Some(Choice {
        options,
        fixed: pieces.has(Piece::Fixed),
        proofs: pieces.scripts(Piece::Proof),
    })
    .filter(|choice| !choice.options.is_empty())
}

fn option(item: &Item, problems: &mut Problems) -> Option<ChoiceOption> {
    let why = item.explained("option", problems);
    let (right, text) = marked(item, problems)?;
    Some(ChoiceOption { text, right, why })
}

/// Whether an item is ticked, and what stands after the box.
pub(crate) fn marked(item: &Item, problems: &mut Problems) -> Option<(bool, Text)> {
    let markdown = &item.text.markdown;
    let right = markdown.strip_prefix("[x] ").map(|text| (true, text));
    let wrong = markdown.strip_prefix("[ ] ").map(|text| (false, text));
    let found = right.or(wrong);
    if found.is_none() {
        problems.error(
            item.line(),
            "this option has no box",
            "begin it with `- [x] ` if it is right, with `- [ ] ` if it is wrong",
        );
    }
    let (right, text) = found?;
    let text = Text {
        line: item.line(),
        markdown: text.trim().to_owned(),
    };
    Some((right, text))
}
