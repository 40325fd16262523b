//! Blind audits: readers who see a single or multi without its key answer it, and agree with the key.
//!
//! What was read is named by a hash of stem, code and options, so that an edit voids the record. The
//! key and the explanations are not in the hash: correcting them needs no new reading.

pub mod record;

use super::balance::Share;
use super::problem::{Problem, Problems};
use super::source::check::{Check, Choice, Item};
use super::source::{Part, Question, Source};
use crate::check::CheckKind;
use record::Record;
use std::collections::BTreeSet;

/// Readers who have to agree with the key.
pub const READERS: usize = 2;

/// A check as a blind reader sees it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AuditItem {
    /// `question/check`
    pub check: String,
    /// Of all that follows: 16 hexadecimal digits.
    pub hash: String,
    /// Single or multi.
    pub kind: CheckKind,
    /// Markdown, with its code.
    pub stem: String,
    /// Markdown, in the order of the file. Readers answer with numbers from 1.
    pub options: Vec<String>,
}

/// All checks that readers must confirm, those that they have confirmed included.
pub fn items(source: &Source) -> Vec<AuditItem> {
    audited(source)
        .map(|(question, check, choice)| item(question, check, choice))
        .collect()
}

/// The checks that still lack readers.
pub fn open(source: &Source) -> Vec<AuditItem> {
    let lacks = |item: &AuditItem| readings(source, &item.hash).count() < READERS;
    items(source).into_iter().filter(lacks).collect()
}

/// How many checks have their readers, of all that need them.
pub fn coverage(source: &Source) -> Share {
    let all = items(source).len();
    Share {
        count: all - open(source).len(),
        of: all,
    }
}

/// Says which checks lack readers or were answered otherwise, and which records are of no use.
pub(crate) fn judge(source: &Source) -> Vec<Problem> {
    let mut found = Vec::new();
    let mut known = BTreeSet::new();
    for (question, check, choice) in audited(source) {
        let item = item(question, check, choice);
        let records: Vec<&Record> = readings(source, &item.hash).collect();
        let mut problems = Problems::of(&question.path);
        judge_check(check, choice, &records, &mut problems);
        found.extend(problems.into_list());
        known.insert(item.hash);
    }
    let mut problems = Problems::of(&source.audits_path);
    for record in source
        .audits
        .iter()
        .filter(|record| !known.contains(&record.hash))
    {
        problems.error(
            record.line,
            format!("this reading of `{}` is of another wording", record.check),
            "remove the line; an edited check is read anew",
        );
    }
    found.extend(problems.into_list());
    found
}

fn judge_check(check: &Check, choice: &Choice, records: &[&Record], problems: &mut Problems) {
    let numbered = (1..).zip(&choice.options);
    let key: BTreeSet<usize> = numbered
        .filter(|(_, option)| option.right)
        .map(|(number, _)| number)
        .collect();
    for record in records {
        if let Some((what, repair)) = objection(record, &key) {
            let what = format!("the reader `{}` {what}", record.reader);
            problems.error(check.line, what, repair);
        }
    }
    let readers: BTreeSet<&str> = records
        .iter()
        .map(|record| record.reader.as_str())
        .collect();
    let count = readers.len();
    if count < READERS {
        problems.error(
            check.line,
            format!(
                "the check `{}` has {count} of {READERS} blind readers",
                check.name
            ),
            "let someone answer it who has not seen the key",
        );
    }
}

/// What a reader objects to, and what to do about it.
fn objection(record: &Record, key: &BTreeSet<usize>) -> Option<(String, &'static str)> {
    if record.answer != *key {
        let what = "answered otherwise than the key".to_owned();
        return Some((what, "find out why, then rewrite the check"));
    }
    if !record.defensible.is_empty() {
        let what = "can defend another option".to_owned();
        return Some((what, "rewrite the stem or the option"));
    }
    let python = record.python.as_ref()?;
    let what = format!("says that it depends on Python: {python}");
    Some((what, "name the version in the stem"))
}

/// The records of one wording.
fn readings<'s>(source: &'s Source, hash: &str) -> impl Iterator<Item = &'s Record> {
    source
        .audits
        .iter()
        .filter(move |record| record.hash == hash)
}

fn audited(source: &Source) -> impl Iterator<Item = (&Question, &Check, &Choice)> {
    source
        .questions
        .iter()
        .flat_map(|question| question.checks.iter().map(move |check| (question, check)))
        .filter_map(|(question, check)| match &check.item {
            Item::Single(choice) | Item::Multi(choice) => Some((question, check, choice)),
            Item::Output(_) | Item::Blank(_) | Item::Order(_) | Item::Bug(_) => None,
        })
}

fn item(question: &Question, check: &Check, choice: &Choice) -> AuditItem {
    let parts: Vec<String> = check.stem.parts.iter().map(part).collect();
    let stem = parts.join("\n\n");
    let options: Vec<String> = choice
        .options
        .iter()
        .map(|option| option.text.markdown.clone())
        .collect();
    let kind = check.item.kind();
    let mut hash = Fnv::default();
    hash.add(kind.name());
    hash.add(&stem);
    options.iter().for_each(|option| hash.add(option));
    AuditItem {
        check: format!("{}/{}", question.id, check.name),
        hash: format!("{:016x}", hash.0),
        kind,
        stem,
        options,
    }
}

fn part(part: &Part) -> String {
    match part {
        Part::Text(text) => text.markdown.clone(),
        Part::Shown(shown) => format!("```{}\n{}\n```", shown.language, shown.code.text),
        Part::Program(program) => format!("```python\n{}\n```", program.code.text),
    }
}

/// FNV-1a with 64 bits: the same in every version of Rust, which the standard hasher does not promise.
/// <http://www.isthe.com/chongo/tech/comp/fnv/>
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Fnv(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    /// Adds a text and its end, so that the parts cannot flow into each other. Line breaks and
    /// repeated spaces count as one space: wrapping a paragraph anew changes nothing for a reader.
    fn add(&mut self, text: &str) {
        for word in text.split_whitespace() {
            self.bytes(word.as_bytes());
            self.bytes(b" ");
        }
        self.bytes(b"\0");
    }

    fn bytes(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_published_one() {
        let mut hash = Fnv::default();
        hash.bytes(b"foobar");
        assert_eq!(hash.0, 0x8594_4171_f739_67e8);
    }

    #[test]
    fn parts_do_not_flow_into_each_other() {
        let of = |parts: &[&str]| {
            let mut hash = Fnv::default();
            parts.iter().for_each(|part| hash.add(part));
            hash.0
        };
        assert_ne!(of(&["a", "b"]), of(&["a b"]));
        assert_eq!(of(&["a\nb"]), of(&["a  b"]));
    }
}
