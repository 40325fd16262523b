//! Which checks to ask in one sitting, and in which order.
//!
//! Questions are remembered, not checks, so a queue names a question at most once and asks the check of it
//! that was seen least recently: recognising an item must not pass for knowing.

use crate::practice::progress::{Progress, Standing};
use crate::practice::shuffle::Seed;
use crate::practice::time::Moment;
use bank::check::CheckKind;
use bank::name::{CheckName, QuestionId};
use bank::question::Entry;

/// One check of one question, to be asked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Step {
    /// The question.
    pub question: QuestionId,
    /// Which of its checks.
    pub check: CheckName,
}

/// At most `count` steps from `entries`: first what was missed, then what was never tried, then what
/// was right longest ago. Ties are broken by the seed, and the chosen steps are shuffled, so that
/// two sittings do not run alike.
pub fn mixed<'a>(
    entries: impl IntoIterator<Item = &'a Entry>,
    progress: &Progress,
    count: usize,
    seed: Seed,
) -> Vec<Step> {
    mixed_of(&CheckKind::ALL, entries, progress, count, seed)
}

/// The same with no other kinds of check than these.
pub fn mixed_of<'a>(
    kinds: &[CheckKind],
    entries: impl IntoIterator<Item = &'a Entry>,
    progress: &Progress,
    count: usize,
    seed: Seed,
) -> Vec<Step> {
    let mut steps = seed.part(0).shuffle(entries.into_iter().collect());
    steps.sort_by_key(|entry| urgency(entry, progress));
    let chosen = steps
        .into_iter()
        .filter_map(|entry| step_of(kinds, entry, progress))
        .take(count)
        .collect();
    seed.part(1).shuffle(chosen)
}

/// The check of a question that was seen least recently; none for a question without checks.
pub fn step(entry: &Entry, progress: &Progress) -> Option<Step> {
    step_of(&CheckKind::ALL, entry, progress)
}

fn step_of(kinds: &[CheckKind], entry: &Entry, progress: &Progress) -> Option<Step> {
    let tried = progress.tried(&entry.id);
    let last_seen = |check: &CheckName| tried.and_then(|tried| tried.check_seen(check));
    let check = entry
        .checks
        .iter()
        .filter(|check| kinds.contains(&check.kind))
        .map(|check| &check.name)
        .min_by_key(|check| last_seen(check))?;
    Some(Step {
        question: entry.id.clone(),
        check: check.clone(),
    })
}

fn urgency(entry: &Entry, progress: &Progress) -> (u8, Option<Moment>) {
    let rank = match progress.standing(&entry.id) {
        Standing::Missed => 0,
        Standing::Unseen => 1,
        Standing::Right => 2,
    };
    (rank, progress.tried(&entry.id).map(|tried| tried.last_at()))
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::practice::attempt::{Attempt, Help, Item};
    use bank::answer::Verdict;
    use bank::name::Slug;
    use bank::question::{CheckEntry, Kind, Level};

    pub(crate) fn entry(id: &str, checks: &[&str]) -> Entry {
        let check = |name: &&str| CheckEntry {
            name: CheckName::parse(name).unwrap(),
            kind: CheckKind::Output,
        };
        Entry {
            id: QuestionId::parse(id).unwrap(),
            rev: 1,
            title: id.to_owned(),
            kind: Kind::Concept,
            topic: Slug::parse("basics").unwrap(),
            level: Level::Beginner,
            minutes: 3,
            tags: Vec::new(),
            checks: checks.iter().map(check).collect(),
        }
    }

    fn tried(id: &str, check: &str, at: i64, verdict: Verdict) -> Attempt {
        Attempt {
            at: Moment(at),
            question: QuestionId::parse(id).unwrap(),
            rev: 1,
            item: Item::Check(CheckName::parse(check).unwrap()),
            verdict,
            help: Help::None,
            confidence: None,
            slip: None,
            seconds: 1,
            runs: 0,
        }
    }

    fn ids(steps: &[Step]) -> Vec<&str> {
        let mut ids: Vec<&str> = steps.iter().map(|step| step.question.as_str()).collect();
        ids.sort_unstable();
        ids
    }

    #[test]
    fn what_was_missed_comes_before_the_unseen_and_the_unseen_before_the_known() {
        let entries = ["missed", "unseen", "old", "new"].map(|id| entry(id, &["a"]));
        let progress = Progress::replay([
            tried("missed", "a", 9, Verdict::Partly),
            tried("old", "a", 1, Verdict::Correct),
            tried("new", "a", 2, Verdict::Correct),
        ]);
        let check = |count: usize, expected: &[&str]| {
            for seed in 0..20 {
                let steps = mixed(&entries, &progress, count, Seed(seed));
                assert_eq!(ids(&steps), expected, "seed {seed}");
            }
        };
        check(1, &["missed"]);
        check(2, &["missed", "unseen"]);
        check(3, &["missed", "old", "unseen"]);
        check(9, &["missed", "new", "old", "unseen"]);
        check(0, &[]);
    }

    #[test]
    fn the_check_seen_least_recently_is_asked() {
        let gil = entry("gil", &["a", "b", "c"]);
        let check = |seen: &[(&str, i64)], expected: &str| {
            let attempts = seen
                .iter()
                .map(|(name, at)| tried("gil", name, *at, Verdict::Wrong));
            let step = step(&gil, &Progress::replay(attempts)).unwrap();
            assert_eq!(step.check.as_str(), expected, "{seen:?}");
        };
        check(&[], "a");
        check(&[("a", 1)], "b");
        check(&[("a", 3), ("b", 1), ("c", 2)], "b");
        check(&[("a", 1), ("b", 2), ("c", 3), ("a", 4)], "b");
    }

    #[test]
    fn a_question_without_checks_is_not_asked() {
        assert_eq!(
            mixed(&[entry("gil", &[])], &Progress::default(), 5, Seed(1)),
            []
        );
    }

    #[test]
    fn two_seeds_give_two_sittings() {
        let entries: Vec<Entry> = (0..30).map(|n| entry(&format!("q{n}"), &["a"])).collect();
        let queue = |seed| mixed(&entries, &Progress::default(), 10, Seed(seed));
        assert_eq!(queue(1), queue(1));
        assert_ne!(queue(1), queue(2));
    }
}
