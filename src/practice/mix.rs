//! A mix: which questions a sitting is to be made of, as a person puts it together.
//!
//! It does not know what is urgent; of what it lets through, the queue takes the most urgent first.

use crate::practice::progress::{Progress, Standing};
use crate::practice::queue::{self, Step};
use crate::practice::shuffle::Seed;
use bank::check::CheckKind;
use bank::name::{QuestionId, Slug};
use bank::question::{Entry, Level};

/// What a sitting is to be made of. A list that names nothing leaves everything open.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Mix {
    /// Of these topics.
    pub topics: Vec<Slug>,
    /// Of these levels.
    pub levels: Vec<Level>,
    /// Asked by these kinds of check.
    pub kinds: Vec<CheckKind>,
    /// With which the person stands so.
    pub which: Which,
}

/// How the person stands with the questions of a mix.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Which {
    /// In any way.
    #[default]
    Any,
    /// Never tried.
    Unseen,
    /// Not right at the latest attempt.
    Missed,
    /// Marked by the person, to come back to.
    Bookmarked,
}

/// How long a sitting is to be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Length {
    /// So many checks.
    Checks(usize),
    /// So many minutes, at eight for ten checks.
    Minutes(usize),
}

impl Length {
    /// How many checks that is; at least one.
    pub fn checks(self) -> usize {
        match self {
            Length::Checks(count) => count.max(1),
            Length::Minutes(minutes) => (minutes.saturating_mul(10) / 8).max(1),
        }
    }
}

impl Mix {
    /// Those that may be asked. `is_marked` says which ones the person has marked.
    pub fn matching<'a>(
        &self,
        entries: impl IntoIterator<Item = &'a Entry>,
        progress: &Progress,
        is_marked: impl Fn(&QuestionId) -> bool,
    ) -> Vec<&'a Entry> {
        let fits = |entry: &&Entry| {
            self.is_of(entry)
                && match self.which {
                    Which::Any => true,
                    Which::Unseen => progress.standing(&entry.id) == Standing::Unseen,
                    Which::Missed => progress.standing(&entry.id) == Standing::Missed,
                    Which::Bookmarked => is_marked(&entry.id),
                }
        };
        entries.into_iter().filter(fits).collect()
    }

    fn is_of(&self, entry: &Entry) -> bool {
        is_open_to(&self.topics, &entry.topic)
            && is_open_to(&self.levels, &entry.level)
            && entry
                .checks
                .iter()
                .any(|check| is_open_to(&self.kinds, &check.kind))
    }

    /// At most so many steps from what matches.
    pub fn steps<'a>(
        &self,
        matching: impl IntoIterator<Item = &'a Entry>,
        progress: &Progress,
        length: Length,
        seed: Seed,
    ) -> Vec<Step> {
        let kinds = match self.kinds.is_empty() {
            true => &CheckKind::ALL[..],
            false => &self.kinds[..],
        };
        queue::mixed_of(kinds, matching, progress, length.checks(), seed)
    }
}

fn is_open_to<T: PartialEq>(wanted: &[T], item: &T) -> bool {
    wanted.is_empty() || wanted.contains(item)
}

/// Puts something into a list, or takes it out.
pub fn turn<T: PartialEq>(list: &mut Vec<T>, item: T) {
    match list.iter().position(|known| *known == item) {
        Some(place) => {
            list.remove(place);
        }
        None => list.push(item),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::attempt::{Attempt, Item};
    use crate::practice::history::row::Said;
    use crate::practice::queue::tests::entry;
    use crate::practice::time::Moment;
    use bank::name::CheckName;
    use bank::question::CheckEntry;

    /// Three topics in turn, two levels in turn, and a check of one kind and one of another.
    fn bank() -> Vec<Entry> {
        let made = |n: usize| {
            let check = |name: &str, kind| CheckEntry {
                name: CheckName::parse(name).unwrap(),
                kind,
            };
            Entry {
                topic: Slug::parse(["basics", "dicts", "classes"][n % 3]).unwrap(),
                level: [Level::Beginner, Level::Advanced][n % 2],
                checks: vec![
                    check("first", CheckKind::ALL[n % 6]),
                    check("second", CheckKind::Output),
                ],
                ..entry(&format!("q{n}"), &[])
            }
        };
        (0..12).map(made).collect()
    }

    /// Right at the first, wrong at the second question.
    fn progress() -> Progress {
        let tried = |n: usize, said: u8| Attempt {
            at: Moment(n as i64),
            question: QuestionId::parse(&format!("q{n}")).unwrap(),
            rev: 1,
            item: Item::Aloud,
            verdict: Said::of_bits(said).verdict(),
            help: Said::of_bits(said).help(),
            confidence: None,
            slip: None,
            seconds: 1,
            runs: 0,
        };
        Progress::replay([tried(0, 0), tried(1, 2)])
    }

    fn check(mix: &Mix, expected: &[usize]) {
        let bank = bank();
        let found = mix.matching(&bank, &progress(), |id| id.as_str() == "q7");
        let found: Vec<&str> = found.iter().map(|entry| entry.id.as_str()).collect();
        let expected: Vec<String> = expected.iter().map(|n| format!("q{n}")).collect();
        assert_eq!(found, expected, "{mix:?}");
    }

    #[test]
    fn a_mix_lets_through_what_fits_in_every_respect() {
        let all: Vec<usize> = (0..12).collect();
        let topics = vec![Slug::parse("dicts").unwrap()];
        let levels = vec![Level::Advanced];
        check(&Mix::default(), &all);
        let of = |topics: &[Slug], levels: &[Level], kinds: &[CheckKind], which| Mix {
            topics: topics.to_vec(),
            levels: levels.to_vec(),
            kinds: kinds.to_vec(),
            which,
        };
        check(&of(&topics, &[], &[], Which::Any), &[1, 4, 7, 10]);
        check(&of(&topics, &levels, &[], Which::Any), &[1, 7]);
        check(&of(&[], &levels, &[CheckKind::Multi], Which::Any), &[1, 7]);
        check(&of(&[], &[], &[CheckKind::Output], Which::Any), &all);
        check(&of(&[], &[], &[], Which::Missed), &[1]);
        check(&of(&[], &[], &[], Which::Unseen), &all[2..]);
        check(&of(&[], &[], &[], Which::Bookmarked), &[7]);
        check(&of(&topics, &[], &[], Which::Unseen), &[4, 7, 10]);
        check(&of(&[], &levels, &[CheckKind::Single], Which::Any), &[]);
    }

    #[test]
    fn no_other_kind_of_check_is_asked_and_no_more_than_wanted() {
        let bank = bank();
        let mix = Mix {
            kinds: vec![CheckKind::Output],
            ..Mix::default()
        };
        let matching = mix.matching(&bank, &progress(), |_| false);
        let steps = mix.steps(matching, &progress(), Length::Checks(9), Seed(1));
        assert_eq!(steps.len(), 9);
        let kind = |step: &Step| {
            let entry = bank.iter().find(|entry| entry.id == step.question).unwrap();
            let check = entry.checks.iter().find(|check| check.name == step.check);
            check.unwrap().kind
        };
        assert!(steps.iter().all(|step| kind(step) == CheckKind::Output));
    }

    #[test]
    fn minutes_become_checks() {
        let check = |length: Length, expected: usize| assert_eq!(length.checks(), expected);
        check(Length::Checks(0), 1);
        check(Length::Checks(20), 20);
        check(Length::Minutes(0), 1);
        check(Length::Minutes(8), 10);
        check(Length::Minutes(45), 56);
    }

    #[test]
    fn what_is_turned_twice_is_as_it_was() {
        let mut list = vec![1, 2];
        turn(&mut list, 3);
        assert_eq!(list, [1, 2, 3]);
        turn(&mut list, 3);
        assert_eq!(list, [1, 2]);
    }
}
