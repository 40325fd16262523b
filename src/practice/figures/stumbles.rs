//! Stumbles: the same mistake made more than once, and checks that were missed more than once in ways that
//! the bank does not know.
//!
//! A mistake in an earlier revision of a question is none of today's: the question meant something else.

use crate::practice::attempt::Item;
use crate::practice::history::History;
use crate::practice::slip::Slip;
use crate::practice::time::Moment;
use bank::answer::Verdict;
use bank::embedded::Bank;
use bank::name::CheckName;
use bank::question::Entry;
use std::collections::BTreeMap;

/// Something that went wrong more than once.
#[derive(Clone, PartialEq, Debug)]
pub struct Stumble<'a> {
    /// The question, as it is today.
    pub entry: &'a Entry,
    /// The check of it.
    pub check: &'a CheckName,
    /// The mistake that was made; none for all that the bank does not know.
    pub slip: Option<Slip>,
    /// How often, at least twice.
    pub times: u32,
    /// When it was made last.
    pub last: Moment,
    /// Whether the check was right when it was last answered.
    pub is_overcome: bool,
}

/// What there is of one mistake.
#[derive(Clone, Copy)]
struct Made {
    times: u32,
    last: Moment,
}

/// What went wrong more than once: first what still does, of this what the bank knows, of that the most
/// frequent, and then the latest.
pub fn stumbles<'a>(history: &History, bank: &'a Bank) -> Vec<Stumble<'a>> {
    let subjects = history.subjects();
    let mut made: BTreeMap<(usize, Option<Slip>), Made> = BTreeMap::new();
    let mut is_right = vec![false; subjects.len()];
    for row in history.rows() {
        let place = row.subject.place();
        if let Some(is_right) = is_right.get_mut(place) {
            *is_right = row.said.verdict() == Verdict::Correct;
        }
        match row.said.verdict() {
            Verdict::Correct | Verdict::CouldNotRun => {}
            Verdict::Partly | Verdict::Wrong => {
                let (times, last) = (0, row.at);
                let entry = made.entry((place, row.slip));
                let mistake = entry.or_insert(Made { times, last });
                mistake.times += 1;
                mistake.last = row.at;
            }
        }
    }
    let found = made.into_iter().filter(|(_, made)| made.times > 1);
    let mut found: Vec<Stumble<'_>> = found
        .filter_map(|((place, slip), made)| {
            let subject = subjects.known().get(place)?;
            let Item::Check(name) = &subject.item else {
                return None;
            };
            let entry = bank.question(&subject.question)?;
            let check = entry.checks.iter().find(|check| check.name == *name)?;
            (entry.rev == subject.rev).then(|| Stumble {
                entry,
                check: &check.name,
                slip,
                times: made.times,
                last: made.last,
                is_overcome: is_right.get(place) == Some(&true),
            })
        })
        .collect();
    found.sort_by_key(|it| {
        let last = std::cmp::Reverse(it.last);
        let times = std::cmp::Reverse(it.times);
        (it.is_overcome, it.slip.is_none(), times, last)
    });
    found
}
