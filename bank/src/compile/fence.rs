//! Fences: where they begin and end. What their words mean is in `fence/meaning.rs`.

pub(crate) mod meaning;

use super::lines::Line;
use super::problem::Problems;

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
