//! The front matter: which question a file holds.

use super::lines::Line;
use super::problem::Problems;
use super::setting;
use crate::name::{QuestionId, Slug};
use crate::question::{Kind, Level};

const KEYS: [&str; 10] = [
    "id", "rev", "title", "kind", "topic", "level", "minutes", "python", "tags", "covers",
];

/// A value and its line.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct At<T> {
    pub(crate) line: usize,
    pub(crate) value: T,
}

/// What stands between the `---` lines. `None` where there was a problem.
#[derive(Clone, PartialEq, Debug, Default)]
pub(crate) struct Front {
    pub(crate) id: Option<At<QuestionId>>,
    pub(crate) rev: Option<At<u16>>,
    pub(crate) title: Option<At<String>>,
    pub(crate) kind: Option<At<Kind>>,
    pub(crate) topic: Option<At<Slug>>,
    pub(crate) level: Option<At<Level>>,
    pub(crate) minutes: Option<At<u16>>,
    pub(crate) python: Option<At<(u8, u8)>>,
    pub(crate) tags: Option<At<Vec<String>>>,
    pub(crate) covers: Option<At<Vec<String>>>,
}

/// Reads the front matter; also gives the lines after it.
pub(crate) fn parse<'s, 'a>(
    lines: &'s [Line<'a>],
    problems: &mut Problems,
) -> (Front, &'s [Line<'a>]) {
    let marks: Vec<usize> = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| line.text.trim_end() == "---")
        .map(|(at, _)| at)
        .take(2)
        .collect();
    if let [0, end] = marks[..]
        && let (Some(inside), Some(after)) = (lines.get(1..end), lines.get(end + 1..))
    {
        return (values(inside, problems), after);
    }
    problems.error(
        1,
        "the file does not begin with front matter",
        "begin with a line `---`, lines of `key: value`, and a line `---`",
    );
    let sections = lines.iter().position(|line| line.text.starts_with("## "));
    let after = sections.and_then(|at| lines.get(at..)).unwrap_or(&[]);
    (Front::default(), after)
}

fn values(lines: &[Line<'_>], problems: &mut Problems) -> Front {
    let [
        id,
        rev,
        title,
        kind,
        topic,
        level,
        minutes,
        python,
        tags,
        covers,
    ] = setting::read(lines, KEYS, 1, problems);
    let mut field = Field(problems);
    Front {
        id: field.parse(id, "id", NAME, |text| QuestionId::parse(text).ok()),
        rev: field.parse(rev, "rev", "a whole number from 1", positive),
        title: field.parse(title, "title", "at most 60 characters", short_title),
        kind: field.parse(kind, "kind", "concept, coding or design", Kind::parse),
        topic: field.parse(topic, "topic", NAME, |text| Slug::parse(text).ok()),
        level: field.parse(
            level,
            "level",
            "beginner, intermediate or advanced",
            Level::parse,
        ),
        minutes: field.parse(minutes, "minutes", "a whole number from 1", positive),
        python: field.parse(python, "python", "a version from 3.8, like 3.12", version),
        tags: field.parse(tags, "tags", "words, comma separated", tag_list),
        covers: field.parse(covers, "covers", "row ids like 004/dsa/12, or -", row_list),
    }
}

const NAME: &str = "lower-case letters, digits and single hyphens, at most 48";

struct Field<'p>(&'p mut Problems);

impl Field<'_> {
    fn parse<T>(
        &mut self,
        value: Option<(usize, &str)>,
        key: &str,
        expected: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<At<T>> {
        let (line, text) = value?;
        let value = parse(text);
        if value.is_none() {
            self.0.error(
                line,
                format!("`{text}` is not a value for `{key}`"),
                format!("write {expected}"),
            );
        }
        value.map(|value| At { line, value })
    }
}

fn positive(text: &str) -> Option<u16> {
    text.parse().ok().filter(|&number| number > 0)
}

fn short_title(text: &str) -> Option<String> {
    (text.chars().count() <= 60).then(|| text.to_owned())
}

fn version(text: &str) -> Option<(u8, u8)> {
    let (major, minor) = text.split_once('.')?;
    let version = (major.parse().ok()?, minor.parse().ok()?);
    (version >= (3, 8) && version.0 == 3).then_some(version)
}

fn tag_list(text: &str) -> Option<Vec<String>> {
    let is_tag = |tag: &str| !tag.is_empty() && !tag.contains('`');
    let tags: Vec<&str> = text.split(',').map(str::trim).collect();
    tags.iter()
        .all(|tag| is_tag(tag))
        .then(|| tags.into_iter().map(str::to_owned).collect())
}

/// Row ids: three parts with slashes between. `-` stands for none.
pub(crate) fn row_list(text: &str) -> Option<Vec<String>> {
    if text == "-" {
        return Some(Vec::new());
    }
    let is_row = |row: &str| row.split('/').count() == 3 && row.split('/').all(|p| !p.is_empty());
    let rows: Vec<&str> = text.split_whitespace().collect();
    rows.iter()
        .all(|row| is_row(row))
        .then(|| rows.into_iter().map(str::to_owned).collect())
}
