//! The sections that every kind of question has: answer, key points, follow-ups, references.

use super::super::lines::Section;
use super::super::problem::Problems;
use super::super::source::{FollowUp, Part, Prose, Reference, Text};
use super::super::{markdown, prose};
use crate::name::QuestionId;

/// The first paragraph, and the rest.
pub(crate) fn answer(section: &Section<'_>, problems: &mut Problems) -> Option<(Text, Prose)> {
    let mut prose = prose::section(section, problems)?;
    let is_paragraph = |text: &&mut Text| markdown::is_paragraph(&text.markdown);
    let first = match prose.parts.first_mut() {
        Some(Part::Text(text)) => Some(text).filter(is_paragraph),
        Some(Part::Shown(_) | Part::Program(_)) | None => None,
    };
    let Some(first) = first else {
        problems.error(
            section.line,
            "the answer does not begin with a paragraph",
            "begin with the short answer; it is shown first and stands alone",
        );
        return None;
    };
    let (short, rest) = first_paragraph(first);
    *first = rest;
    if first.markdown.is_empty() {
        prose.parts.remove(0);
    }
    Some((short, prose))
}

fn first_paragraph(text: &Text) -> (Text, Text) {
    let end = text.markdown.find("\n\n").unwrap_or(text.markdown.len());
    let (short, rest) = text.markdown.split_at(end);
    let trimmed = rest.trim_start_matches('\n');
    let lines_before = short.lines().count() + (rest.len() - trimmed.len()).saturating_sub(1);
    let part = |line: usize, markdown: &str| Text {
        line,
        markdown: markdown.to_owned(),
    };
    (
        part(text.line, short),
        part(text.line + lines_before, trimmed),
    )
}

pub(crate) fn key_points(section: &Section<'_>, problems: &mut Problems) -> Vec<Text> {
    let items = prose::only_list(section, problems);
    for item in &items {
        item.unexplained("key point", problems);
    }
    items.into_iter().map(|item| item.text).collect()
}

pub(crate) fn follow_ups(section: &Section<'_>, problems: &mut Problems) -> Vec<FollowUp> {
    let items = prose::only_list(section, problems);
    let mut follow_ups = Vec::new();
    for item in items {
        item.unexplained("follow-up", problems);
        follow_ups.push(match QuestionId::parse(&item.text.markdown) {
            Ok(id) => FollowUp::Question(item.line(), id),
            Err(_) => FollowUp::Sentence(item.text),
        });
    }
    follow_ups
}

pub(crate) fn references(section: &Section<'_>, problems: &mut Problems) -> Vec<Reference> {
    let items = prose::only_list(section, problems);
    let mut references = Vec::new();
    for item in items {
        item.unexplained("reference", problems);
        match link(&item.text.markdown) {
            Some((title, url)) => references.push(Reference {
                title: Text {
                    line: item.line(),
                    markdown: title.to_owned(),
                },
                url: url.to_owned(),
            }),
            None => problems.error(
                item.line(),
                "this reference is not one link",
                "write it as `- [what the page is called](https://...)`",
            ),
        }
    }
    references
}

/// The parts of `[title](address)`.
fn link(markdown: &str) -> Option<(&str, &str)> {
    let inner = markdown.strip_prefix('[')?.strip_suffix(')')?;
    let (title, url) = inner.rsplit_once("](")?;
    let is_address =
        !url.is_empty() && !url.contains(|c: char| c.is_whitespace() || "<>\"".contains(c));
    (is_address && !title.trim().is_empty()).then_some((title, url))
}
