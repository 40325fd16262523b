//! `cargo xtask bank stats`: what the bank covers, and by which kinds of check.

use bank::check::CheckKind;
use bank::compile::source::Source;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// A count out of a number.
type Share = (usize, usize);

/// What there is of what there has to be.
pub(crate) struct Stats {
    /// Questions written and planned, by topic in learning order.
    topics: Vec<(String, Share)>,
    /// Rows covered and given, by source list.
    lists: BTreeMap<String, Share>,
    /// Checks by kind.
    checks: Vec<(&'static str, usize)>,
    /// Checks whose key a machine proves, of all.
    executable: Share,
}

impl Stats {
    /// Counts a bank.
    pub(crate) fn of(source: &Source) -> Stats {
        let kinds: Vec<CheckKind> = source
            .questions
            .iter()
            .flat_map(|question| question.checks.iter().map(|check| check.item.kind()))
            .collect();
        let count = |kind| kinds.iter().filter(|&&one| one == kind).count();
        Stats {
            topics: topics(source),
            lists: lists(source),
            checks: KINDS.map(|(kind, name)| (name, count(kind))).to_vec(),
            executable: (
                kinds.iter().filter(|kind| is_executable(**kind)).count(),
                kinds.len(),
            ),
        }
    }
}

fn topics(source: &Source) -> Vec<(String, Share)> {
    let of_topic = source.topics.iter().map(|topic| {
        let written = source
            .questions
            .iter()
            .filter(|question| question.topic == topic.slug);
        let planned = source
            .curriculum
            .iter()
            .filter(|planned| planned.topic == topic.slug);
        (topic.slug.to_string(), (written.count(), planned.count()))
    });
    of_topic.collect()
}

fn lists(source: &Source) -> BTreeMap<String, Share> {
    let covered: BTreeSet<&String> = source
        .questions
        .iter()
        .flat_map(|question| &question.covers)
        .collect();
    let rows: BTreeSet<&String> = source
        .curriculum
        .iter()
        .flat_map(|planned| &planned.rows)
        .collect();
    let mut lists = BTreeMap::<String, Share>::new();
    for row in rows {
        let list = row.split('/').next().unwrap_or(row);
        let share = lists.entry(list.to_owned()).or_default();
        share.0 += usize::from(covered.contains(row));
        share.1 += 1;
    }
    lists
}

const KINDS: [(CheckKind, &str); 6] = [
    (CheckKind::Single, "single"),
    (CheckKind::Multi, "multi"),
    (CheckKind::Output, "output"),
    (CheckKind::Blank, "blank"),
    (CheckKind::Order, "order"),
    (CheckKind::Bug, "bug"),
];

fn is_executable(kind: CheckKind) -> bool {
    match kind {
        CheckKind::Single | CheckKind::Multi => false,
        CheckKind::Output | CheckKind::Blank | CheckKind::Order | CheckKind::Bug => true,
    }
}

impl fmt::Display for Stats {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "questions written, of those planned")?;
        for (topic, share) in &self.topics {
            row(f, topic, *share)?;
        }
        row(f, "all", sum(self.topics.iter().map(|(_, share)| *share)))?;
        writeln!(f, "\nrows covered, by source list")?;
        for (list, share) in &self.lists {
            row(f, list, *share)?;
        }
        row(f, "all", sum(self.lists.values().copied()))?;
        writeln!(f, "\nchecks")?;
        for (kind, count) in &self.checks {
            row(f, kind, (*count, self.executable.1))?;
        }
        row(f, "proved by running", self.executable)
    }
}

fn sum(shares: impl Iterator<Item = Share>) -> Share {
    shares.fold((0, 0), |sum, share| (sum.0 + share.0, sum.1 + share.1))
}

fn row(f: &mut fmt::Formatter<'_>, name: &str, (count, all): Share) -> fmt::Result {
    let percent = (100 * count).checked_div(all).unwrap_or(0);
    writeln!(f, "  {name:<20} {count:>4} of {all:>4}  {percent:>3} %")
}

#[cfg(test)]
mod tests {
    use super::*;
    use bank::compile::source::Planned;
    use bank::name::{QuestionId, Slug};
    use bank::question::{Kind, Level};

    #[test]
    fn a_row_that_two_questions_plan_counts_once() {
        let planned = |id: &str, rows: &[&str]| Planned {
            id: QuestionId::parse(id).unwrap(),
            topic: Slug::parse("basics").unwrap(),
            level: Level::Beginner,
            kind: Kind::Concept,
            title: String::new(),
            rows: rows.iter().map(|row| row.to_string()).collect(),
        };
        let curriculum = vec![
            planned("a", &["000/x/1", "001/x/1"]),
            planned("b", &["000/x/1"]),
        ];
        let lists = lists(&Source {
            curriculum,
            ..Source::default()
        });
        assert_eq!(
            lists,
            BTreeMap::from([("000".into(), (0, 1)), ("001".into(), (0, 1))])
        );
    }
}
