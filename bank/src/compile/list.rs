//! Lists: items of one level, each with an optional quote under it.

use super::lines::{Line, text};
use super::problem::Problems;
use super::source::Text;

/// `- text`, lines indented under it, and a quote.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Item {
    pub(crate) text: Text,
    pub(crate) quote: Option<Text>,
}

impl Item {
    pub(crate) fn line(&self) -> usize {
        self.text.line
    }

    /// The quote; a problem when it is missing.
    pub(crate) fn explained(&self, what: &str, problems: &mut Problems) -> Text {
        self.quote.clone().unwrap_or_else(|| {
            problems.error(
                self.line(),
                format!("this {what} has no explanation"),
                "write it below as a quote, `  > ...`",
            );
            Text::default()
        })
    }

    /// Says so when there is a quote where none belongs.
    pub(crate) fn unexplained(&self, what: &str, problems: &mut Problems) {
        if let Some(quote) = &self.quote {
            problems.error(
                quote.line,
                format!("this {what} has a quote"),
                "quotes explain options and fillings; remove it",
            );
        }
    }
}

/// The items of a list block.
pub(crate) fn items(lines: &[Line<'_>], problems: &mut Problems) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for line in lines.iter().filter(|line| !line.text.trim().is_empty()) {
        if let Some(rest) = line.text.strip_prefix('-') {
            let mut text = text(&[*line]);
            text.markdown = rest.trim().to_owned();
            items.push(Item { text, quote: None });
        } else if let Some(item) = items.last_mut() {
            indented(item, line, problems);
        }
    }
    items
}

fn indented(item: &mut Item, line: &Line<'_>, problems: &mut Problems) {
    let inner = line.text.trim();
    if let Some(quoted) = inner.strip_prefix('>') {
        let quote = item.quote.get_or_insert_with(|| Text {
            line: line.number,
            markdown: String::new(),
        });
        push_line(quote, quoted.trim());
    } else if inner.starts_with("- ") || inner.starts_with("```") {
        problems.error(
            line.number,
            "a list item holds another list or a fence",
            "items have one level; write it as text or as a quote",
        );
    } else if item.quote.is_some() {
        problems.error(
            line.number,
            "text follows the explanation of this item",
            "begin the line with `  >` or move it above the quote",
        );
    } else {
        push_line(&mut item.text, inner);
    }
}

fn push_line(text: &mut Text, line: &str) {
    if !text.markdown.is_empty() {
        text.markdown.push('\n');
    }
    text.markdown.push_str(line);
}

/// The text of a quote block, without its marks.
pub(crate) fn quote(lines: &[Line<'_>]) -> Text {
    let mut whole = text(lines);
    let inner = |line: &str| line.trim_start_matches('>').trim().to_owned();
    whole.markdown = whole
        .markdown
        .lines()
        .map(inner)
        .collect::<Vec<_>>()
        .join("\n");
    whole
}

/// The text inside an item that is nothing but one code span, with `\n` as a line break.
pub(crate) fn code_span(markdown: &str) -> Option<String> {
    let marks = markdown.len() - markdown.trim_start_matches('`').len();
    let fence = markdown.get(..marks).filter(|fence| !fence.is_empty())?;
    let inner = markdown.strip_prefix(fence)?.strip_suffix(fence)?;
    let is_one_span = !inner.is_empty() && !inner.split(|c| c != '`').any(|run| run == fence);
    let padded = inner.strip_prefix(' ').and_then(|s| s.strip_suffix(' '));
    let inner = padded.filter(|s| !s.trim().is_empty()).unwrap_or(inner);
    is_one_span.then(|| unescape(inner))
}

/// `\n` breaks the line and `\\n` is a backslash and an n; every other backslash stands for itself.
fn unescape(text: &str) -> String {
    let broken: Vec<String> = text
        .split("\\\\n")
        .map(|part| part.replace("\\n", "\n"))
        .collect();
    broken.join("\\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_span_gives_its_text() {
        let check =
            |input, expected: Option<&str>| assert_eq!(code_span(input).as_deref(), expected);
        check("`a`", Some("a"));
        check("`` a`b ``", Some("a`b"));
        check("`1\\n2`", Some("1\n2"));
        check("`'a\\\\n'`", Some("'a\\n'"));
        check("`a` `b`", None);
        check("a", None);
        check("``", None);
        check("", None);
        check("`a", None);
    }
}
