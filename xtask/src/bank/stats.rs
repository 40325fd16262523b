//! `cargo xtask bank stats`: what the bank covers, and by which kinds of check.

use bank::check::CheckKind;
use bank::compile::balance::{self, Balance};
use bank::compile::source::Source;
use bank::compile::{self, audit};
use bank::name::QuestionId;
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
    /// How many checks there are.
    all_checks: usize,
    /// What the bank measures as a whole, with the bounds it is held to.
    balance: Balance,
    /// The checks whose key a guesser finds.
    guessed: Vec<String>,
    /// Checks that blind readers have confirmed, of those that need it.
    audited: balance::Share,
    /// The bytes of each question in the app before compression, largest first.
    sizes: Vec<(QuestionId, usize)>,
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
            checks: CheckKind::ALL
                .map(|kind| (kind.name(), count(kind)))
                .to_vec(),
            all_checks: kinds.len(),
            balance: Balance::of(source),
            guessed: balance::guessed(source),
            audited: audit::coverage(source),
            sizes: sizes(source),
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

fn sizes(source: &Source) -> Vec<(QuestionId, usize)> {
    let mut sizes = compile::sizes(source);
    sizes.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
    sizes
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
            row(f, kind, (*count, self.all_checks))?;
        }
        writeln!(f, "\nthe bank as a whole")?;
        for line in self.balance.to_string().lines() {
            writeln!(f, "  {line}")?;
        }
        for check in &self.guessed {
            writeln!(f, "    {check}")?;
        }
        writeln!(f, "  confirmed by blind readers: {}", self.audited)?;
        writeln!(f, "\nbytes in the app, before compression")?;
        for (id, size) in self.sizes.iter().take(5) {
            writeln!(f, "  {:<24} {size:>6}", id.as_str())?;
        }
        let all: usize = self.sizes.iter().map(|(_, size)| size).sum();
        let mean = all.checked_div(self.sizes.len()).unwrap_or(0);
        writeln!(f, "  {:<24} {mean:>6}", "on average")
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
    use bank::name::Slug;
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
