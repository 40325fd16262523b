//! The rubric of a design: lines with points, and the bands that the sum falls into.

use super::lines::{self, Line, Section, Shape};
use super::list::{self, Item};
use super::problem::Problems;
use super::setting;
use super::source::{Rubric, Text};
use crate::question::Band;

/// Reads a Rubric section.
pub(crate) fn parse(section: &Section<'_>, problems: &mut Problems) -> Option<Rubric> {
    let mut scored = Vec::new();
    let mut settings = Vec::new();
    for block in lines::blocks(&section.lines, problems) {
        let is_setting = |line: &Line<'_>| setting::is_one(line.text, &["bands"]);
        if block.shape == Shape::List {
            let items = list::items(block.lines, problems);
            scored.extend(items.iter().filter_map(|item| line(item, problems)));
        } else if block.shape == Shape::Paragraph && block.lines.iter().any(is_setting) {
            settings.extend_from_slice(block.lines);
        } else {
            problems.error(
                block.line,
                "a rubric holds lines and `bands:`, nothing else",
                "write it as `- 2: what a good answer does` or remove it",
            );
        }
    }
    let [bands] = setting::read(&settings, ["bands"], section.line, problems);
    let (line, value) = bands?;
    let bands = parse_bands(value);
    if bands.is_none() {
        let repair = "write them best first, like `bands: 14 strong hire, 10 hire, 7 lean no`";
        problems.error(line, "these bands cannot be read", repair);
    }
    Some(Rubric {
        lines: scored,
        bands: bands?,
    })
}

fn line(item: &Item, problems: &mut Problems) -> Option<(u8, Text)> {
    item.unexplained("rubric line", problems);
    let parts = item.text.markdown.split_once(": ");
    let scored = parts.and_then(|(points, text)| {
        let points: u8 = points.parse().ok().filter(|&points| points > 0)?;
        let text = Text {
            line: item.line(),
            markdown: text.to_owned(),
        };
        Some((points, text))
    });
    if scored.is_none() {
        problems.error(
            item.line(),
            "this rubric line has no points",
            "write it as `- 2: what a good answer does`",
        );
    }
    scored
}

fn parse_bands(value: &str) -> Option<Vec<Band>> {
    let bands: Vec<Band> = value
        .split(',')
        .map(|band| {
            let (points, judgement) = band.trim().split_once(' ')?;
            Some(Band {
                points: points.parse().ok()?,
                judgement: judgement.trim().to_owned(),
            })
        })
        .collect::<Option<_>>()?;
    bands
        .is_sorted_by(|a, b| a.points > b.points)
        .then_some(bands)
}
