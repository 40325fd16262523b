//! Lines, sections and blocks: the shape of a file before anything in it is understood.
//!
//! Everything keeps its line number. Nothing here knows which headings or fences are allowed.

use super::fence;
use super::problem::Problems;
use super::source::Text;

/// A line of a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Line<'a> {
    /// From 1.
    pub(crate) number: usize,
    pub(crate) text: &'a str,
}

impl Line<'_> {
    fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// A `## heading` and the lines under it.
#[derive(Clone, Debug)]
pub(crate) struct Section<'a> {
    pub(crate) line: usize,
    pub(crate) heading: &'a str,
    pub(crate) lines: Vec<Line<'a>>,
}

/// Lines that belong together.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Block<'s, 'a> {
    pub(crate) shape: Shape,
    /// With the marks; of a fence without its first and last line.
    pub(crate) lines: &'s [Line<'a>],
    /// Of a fence: what stands after the marks.
    pub(crate) info: &'a str,
    /// Of the first line.
    pub(crate) line: usize,
}

/// What a block looks like.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Shape {
    /// Anything else, up to a blank line.
    Paragraph,
    /// Lines that begin with `- `, and lines indented under them.
    List,
    /// Lines that begin with `>`.
    Quote,
    /// Between fence marks.
    Fence,
}

/// The numbered lines of a file.
pub(crate) fn lines(text: &str) -> Vec<Line<'_>> {
    text.lines()
        .zip(1..)
        .map(|(text, number)| Line { number, text })
        .collect()
}

/// Says where a tab or another control character stands: pages and programs show them differently.
pub(crate) fn judge(all: &[Line<'_>], problems: &mut Problems) {
    for line in all {
        if line.text.contains('\t') {
            problems.error(line.number, "this line holds a tab", "use spaces");
        } else if line.text.chars().any(char::is_control) {
            let repair = "remove it; in Python write an escape like \\x1b";
            problems.error(line.number, "this line holds a control character", repair);
        }
    }
}

/// The lines before the first heading, and the sections. A `##` inside a fence is no heading.
pub(crate) fn sections<'a>(
    all: &[Line<'a>],
    problems: &mut Problems,
) -> (Vec<Line<'a>>, Vec<Section<'a>>) {
    let mut before = Vec::new();
    let mut sections: Vec<Section<'a>> = Vec::new();
    let mut fenced_until = 0;
    for (at, &line) in all.iter().enumerate() {
        let is_fenced = at < fenced_until;
        let heading = line.text.strip_prefix("## ").filter(|_| !is_fenced);
        if let Some(heading) = heading {
            sections.push(Section::begin(line.number, heading.trim()));
        } else if !is_fenced && is_other_heading(line.text) {
            let what = format!("`{}` is not a heading of the format", line.text.trim());
            let repair = "sections begin with `## `; inside one use **bold words**";
            problems.error(line.number, what, repair);
        } else {
            let last = sections.last_mut().map(|section| &mut section.lines);
            last.unwrap_or(&mut before).push(line);
            if !is_fenced && let Some(end) = fence::end(all, at) {
                fenced_until = end.after;
            }
        }
    }
    (before, sections)
}

impl<'a> Section<'a> {
    fn begin(line: usize, heading: &'a str) -> Self {
        Section {
            line,
            heading,
            lines: Vec::new(),
        }
    }
}

fn is_other_heading(text: &str) -> bool {
    let marks = text.len() - text.trim_start_matches('#').len();
    (1..=6).contains(&marks) && text.get(marks..).is_some_and(|rest| rest.starts_with(' '))
}

/// The blocks of a section.
pub(crate) fn blocks<'s, 'a>(lines: &'s [Line<'a>], problems: &mut Problems) -> Vec<Block<'s, 'a>> {
    let mut blocks = Vec::new();
    let mut at = 0;
    while let Some(first) = lines.get(at) {
        if first.is_blank() {
            at += 1;
            continue;
        }
        let shape = shape(lines, at);
        let end = match shape {
            Shape::Fence => fence::end_or_problem(lines, at, problems),
            Shape::List => fence::End::plain(end_of_list(lines, at)),
            Shape::Paragraph | Shape::Quote => {
                fence::End::plain(run(lines, at, |line| shape_of_line(line) == shape))
            }
        };
        let fenced = shape == Shape::Fence;
        blocks.push(Block {
            shape,
            lines: lines
                .get(at + usize::from(fenced)..end.inner)
                .unwrap_or(&[]),
            info: if fenced { fence::info(first) } else { "" },
            line: first.number,
        });
        at = end.after;
    }
    blocks
}

/// The lines as one text.
pub(crate) fn text(lines: &[Line<'_>]) -> Text {
    let joined: Vec<&str> = lines.iter().map(|line| line.text).collect();
    Text {
        line: lines.first().map_or(0, |line| line.number),
        markdown: joined.join("\n"),
    }
}

fn shape(lines: &[Line<'_>], at: usize) -> Shape {
    match lines.get(at) {
        Some(line) if fence::opens(line) => Shape::Fence,
        Some(line) => shape_of_line(line),
        None => Shape::Paragraph,
    }
}

fn shape_of_line(line: &Line<'_>) -> Shape {
    if fence::opens(line) {
        Shape::Fence
    } else if line.text.starts_with('>') {
        Shape::Quote
    } else if line.text.starts_with("- ") || line.text == "-" {
        Shape::List
    } else {
        Shape::Paragraph
    }
}

fn run(lines: &[Line<'_>], at: usize, goes_on: impl Fn(&Line<'_>) -> bool) -> usize {
    lines
        .iter()
        .enumerate()
        .skip(at + 1)
        .find(|(_, line)| line.is_blank() || !goes_on(line))
        .map_or(lines.len(), |(end, _)| end)
}

/// A list goes on over blank lines, as long as an item or an indented line follows.
fn end_of_list(lines: &[Line<'_>], at: usize) -> usize {
    let mut end = at + 1;
    for (place, line) in lines.iter().enumerate().skip(at + 1) {
        let goes_on = shape_of_line(line) == Shape::List || line.text.starts_with("  ");
        if goes_on && !line.is_blank() {
            end = place + 1;
        } else if !line.is_blank() {
            break;
        }
    }
    end
}
