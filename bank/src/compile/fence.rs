//! Fences: where they end, and what the words after the marks say.

use super::lines::{Block, Line, text};
use super::problem::Problems;
use super::source::program::{Code, Need};

/// What a fence is for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Purpose {
    /// Shown, not run; the language.
    Shown(String),
    /// Runs: the exception it must end with, and what it needs.
    Run(Option<String>, Vec<Need>),
    /// The exact output of the program before.
    Output,
    /// The corrected program of a bug check.
    Fix,
    /// The hidden test of a bug or order check.
    Test(Vec<Need>),
    /// Asserts that back a single or multi check.
    Proof(Vec<Need>),
    /// The lines of an order check.
    Order,
}

/// Languages that may be shown besides Python.
const SHOWN: [&str; 14] = [
    "text",
    "sql",
    "sh",
    "json",
    "toml",
    "yaml",
    "ini",
    "html",
    "css",
    "http",
    "diff",
    "dockerfile",
    "nginx",
    "pycon",
];

/// Where a fence ends.
#[derive(Clone, Copy, Debug)]
pub(crate) struct End {
    /// The place after its last line of content.
    pub(crate) inner: usize,
    /// The place after the whole of it.
    pub(crate) after: usize,
    closed: bool,
}

impl End {
    /// The end of a block without closing marks.
    pub(crate) fn plain(at: usize) -> Self {
        Self {
            inner: at,
            after: at,
            closed: true,
        }
    }

    fn open(at: usize) -> Self {
        Self {
            closed: false,
            ..Self::plain(at)
        }
    }
}

/// Whether a line opens a fence. Backticks further on make it inline code instead.
pub(crate) fn opens(line: &Line<'_>) -> bool {
    line.text.starts_with("```") && !info(line).contains('`')
}

/// What stands after the marks.
pub(crate) fn info<'a>(line: &Line<'a>) -> &'a str {
    line.text.trim_start_matches('`').trim()
}

/// Where the fence that opens at a place ends. One that is never closed ends where the next fence or
/// heading begins, so that a forgotten mark does not swallow the rest of the file.
pub(crate) fn end(lines: &[Line<'_>], at: usize) -> Option<End> {
    let first = lines.get(at).filter(|line| opens(line))?;
    let width = marks(first);
    for (place, line) in lines.iter().enumerate().skip(at + 1) {
        let is_mark = marks(line) >= width && !info(line).contains('`');
        if is_mark && info(line).is_empty() {
            return Some(End {
                inner: place,
                after: place + 1,
                closed: true,
            });
        }
        let is_heading = line.text.starts_with("## ") && !closes_later(lines, place, width);
        if is_mark || is_heading {
            return Some(End::open(place));
        }
    }
    Some(End::open(lines.len()))
}

fn marks(line: &Line<'_>) -> usize {
    line.text.len() - line.text.trim_start_matches('`').len()
}

/// Whether the next mark closes a fence: then what looks like a heading is a comment in a program.
fn closes_later(lines: &[Line<'_>], at: usize, width: usize) -> bool {
    let mut rest = lines.iter().skip(at);
    rest.find(|line| marks(line) >= width)
        .is_some_and(|line| info(line).is_empty())
}

/// As [`end`], and says when the fence is never closed.
pub(crate) fn end_or_problem(lines: &[Line<'_>], at: usize, problems: &mut Problems) -> End {
    let end = end(lines, at).unwrap_or(End::plain(at + 1));
    if !end.closed {
        problems.error(
            lines.get(at).map_or(0, |line| line.number),
            "this fence is never closed",
            "end it with a line of ```",
        );
    }
    end
}

/// The lines of a fence.
pub(crate) fn code(block: &Block<'_, '_>) -> Code {
    Code {
        line: block.line + 1,
        text: text(block.lines).markdown,
    }
}

/// What a fence is for; `None` with a problem when its words are not known.
pub(crate) fn purpose(block: &Block<'_, '_>, problems: &mut Problems) -> Option<Purpose> {
    let mut words = block.info.split_whitespace();
    let Some(language) = words.next() else {
        problems.error(
            block.line,
            "this fence names no language",
            "write ```python, ```text or another language after the marks",
        );
        return None;
    };
    let rest: Vec<&str> = words.collect();
    match language {
        "python" => python(block.line, &rest, problems),
        "output" => bare(Purpose::Output, block.line, &rest, problems),
        shown if SHOWN.contains(&shown) => bare(
            Purpose::Shown(shown.to_owned()),
            block.line,
            &rest,
            problems,
        ),
        other => {
            let known = SHOWN.join(", ");
            problems.error(
                block.line,
                format!("`{other}` is not a fence of the format"),
                format!("use python, output or one of {known}"),
            );
            None
        }
    }
}

fn python(line: usize, words: &[&str], problems: &mut Problems) -> Option<Purpose> {
    let Some((&role, attributes)) = words.split_first() else {
        return Some(Purpose::Shown("python".to_owned()));
    };
    let allowed: &[&str] = match role {
        "run" => &["raises", "needs"],
        "test" | "proof" => &["needs"],
        "fix" | "order" => &[],
        other => {
            problems.error(
                line,
                format!("`python {other}` is not a fence of the format"),
                "use python alone or with run, fix, test, proof or order",
            );
            return None;
        }
    };
    let mut raises = None;
    let mut needs = Vec::new();
    for word in attributes {
        match word.split_once('=') {
            Some(("raises", name)) if allowed.contains(&"raises") => {
                raises = exception(line, name, problems);
            }
            Some(("needs", names)) if allowed.contains(&"needs") => {
                needs = needed(line, names, problems);
            }
            _ => unknown_word(line, role, word, allowed, problems),
        }
    }
    Some(match role {
        "run" => Purpose::Run(raises, needs),
        "test" => Purpose::Test(needs),
        "proof" => Purpose::Proof(needs),
        "fix" => Purpose::Fix,
        _ => Purpose::Order,
    })
}

fn bare(purpose: Purpose, line: usize, rest: &[&str], problems: &mut Problems) -> Option<Purpose> {
    if let Some(word) = rest.first() {
        problems.error(
            line,
            format!("`{word}` does not belong after this fence's language"),
            "remove it",
        );
    }
    Some(purpose)
}

fn unknown_word(line: usize, role: &str, word: &str, allowed: &[&str], problems: &mut Problems) {
    let repair = if allowed.is_empty() {
        "remove it".to_owned()
    } else {
        format!("use {}=... or remove it", allowed.join("=..., "))
    };
    problems.error(
        line,
        format!("`{word}` does not belong after `python {role}`"),
        repair,
    );
}

fn exception(line: usize, name: &str, problems: &mut Problems) -> Option<String> {
    let is_name = !name.is_empty()
        && name
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'.');
    if is_name {
        return Some(name.to_owned());
    }
    problems.error(
        line,
        format!("`raises={name}` names no exception"),
        "write it like raises=TypeError",
    );
    None
}

fn needed(line: usize, names: &str, problems: &mut Problems) -> Vec<Need> {
    let mut needs = Vec::new();
    for name in names.split(',') {
        match Need::parse(name) {
            Some(need) => needs.push(need),
            None => {
                let known: Vec<&str> = Need::ALL.iter().map(|need| need.name()).collect();
                problems.error(
                    line,
                    format!("`{name}` is not something a program can need"),
                    format!("use one of {}", known.join(", ")),
                );
            }
        }
    }
    needs
}
