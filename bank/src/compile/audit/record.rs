//! The records of readings: `audits.tsv`, one reading a line.

use super::super::lines::{Line, lines};
use super::super::problem::Problems;
use super::AuditItem;
use std::collections::BTreeSet;
use std::fmt;

/// One reader's answer to one wording of a check.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Record {
    /// In the file, from 1.
    pub line: usize,
    /// `question/check` as it was called then; for people.
    pub check: String,
    /// See [`AuditItem::hash`].
    pub hash: String,
    /// Who answered.
    pub reader: String,
    /// The options chosen, from 1.
    pub answer: BTreeSet<usize>,
    /// Other options that could be defended, from 1.
    pub defensible: BTreeSet<usize>,
    /// What changes with the version of Python, if something does.
    pub python: Option<String>,
}

/// What a reader says of an item.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reading {
    /// Who answers: a word.
    pub reader: String,
    /// The options chosen, from 1.
    pub answer: BTreeSet<usize>,
    /// Other options that could be defended, from 1.
    pub defensible: BTreeSet<usize>,
    /// What changes with the version of Python, if something does.
    pub python: Option<String>,
}

/// Why a reading cannot be recorded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotAReading {
    /// The line has more or fewer columns.
    Columns,
    /// The reader has no name, or one with spaces.
    Reader,
    /// No option is chosen, or one that the item does not have.
    Option,
    /// The remark is not one line.
    Remark,
}

impl fmt::Display for NotAReading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            NotAReading::Columns => "write five columns with tabs between",
            NotAReading::Reader => "the reader needs a name without spaces",
            NotAReading::Option => "answer with the numbers of options, from 1",
            NotAReading::Remark => "say in one line what depends on the version of Python",
        })
    }
}

pub(crate) const COLUMNS: &str = "check\thash\treader\tanswer\tdefensible\tpython";
/// Stands for nothing.
const NONE: &str = "-";

/// What a filled line of the audit sheet says: check, hash, answer, defensible, python, with tabs
/// between.
pub fn reading(reader: &str, line: &str) -> Result<Reading, NotAReading> {
    let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
    let &[_, _, answer, defensible, python] = cells.as_slice() else {
        return Err(NotAReading::Columns);
    };
    Ok(Reading {
        reader: reader.to_owned(),
        answer: parse_numbers(answer).ok_or(NotAReading::Option)?,
        defensible: parse_numbers(defensible).ok_or(NotAReading::Option)?,
        python: Some(python)
            .filter(|python| *python != NONE)
            .map(str::to_owned),
    })
}

/// The text of `audits.tsv` with one reading more. An earlier one by the same reader is replaced.
pub fn with(text: &str, item: &AuditItem, reading: &Reading) -> Result<String, NotAReading> {
    let row = row(item, reading)?;
    let is_earlier = |line: &&str| {
        let columns: Vec<&str> = line.split('\t').collect();
        columns.get(1..3) == Some(&[item.hash.as_str(), reading.reader.as_str()])
    };
    let others = text.lines().skip(1).filter(|line| !is_earlier(line));
    let mut rows: Vec<&str> = others.chain([row.as_str()]).collect();
    // Sorted, so that two people who record at once seldom touch the same lines.
    rows.sort_unstable();
    Ok(format!("{COLUMNS}\n{}\n", rows.join("\n")))
}

fn row(item: &AuditItem, reading: &Reading) -> Result<String, NotAReading> {
    let reader = reading.reader.as_str();
    if reader.is_empty() || reader.contains(char::is_whitespace) {
        return Err(NotAReading::Reader);
    }
    let is_option = |number: &usize| (1..=item.options.len()).contains(number);
    let mut chosen = reading.answer.iter().chain(&reading.defensible);
    if reading.answer.is_empty() || !chosen.all(is_option) {
        return Err(NotAReading::Option);
    }
    let python = reading.python.as_deref().map_or(NONE, str::trim);
    if python.is_empty() || python.contains(char::is_control) {
        return Err(NotAReading::Remark);
    }
    let (answer, defensible) = (numbers(&reading.answer), numbers(&reading.defensible));
    let columns = [
        &item.check,
        &item.hash,
        reader,
        &answer,
        &defensible,
        python,
    ];
    Ok(columns.join("\t"))
}

fn numbers(numbers: &BTreeSet<usize>) -> String {
    if numbers.is_empty() {
        return NONE.to_owned();
    }
    let texts: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    texts.join(",")
}

/// Reads `audits.tsv`.
pub(crate) fn parse(text: &str, problems: &mut Problems) -> Vec<Record> {
    let all = lines(text);
    let repair = "write check, hash, reader, answer, defensible and python with tabs between";
    if all.first().is_none_or(|line| line.text != COLUMNS) {
        problems.error(1, "the first line does not name the columns", repair);
    }
    let mut records = Vec::new();
    for line in all.iter().skip(1).filter(|line| !line.text.is_empty()) {
        match record(line) {
            Some(record) => records.push(record),
            None => problems.error(line.number, "this is not a record of a reading", repair),
        }
    }
    records
}

fn record(line: &Line<'_>) -> Option<Record> {
    let cells: Vec<&str> = line.text.split('\t').collect();
    let &[check, hash, reader, answer, defensible, python] = cells.as_slice() else {
        return None;
    };
    let is_hash = hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
    Some(Record {
        line: line.number,
        check: check.to_owned(),
        hash: Some(hash).filter(|_| is_hash)?.to_owned(),
        reader: Some(reader).filter(|reader| !reader.is_empty())?.to_owned(),
        answer: parse_numbers(answer).filter(|answer| !answer.is_empty())?,
        defensible: parse_numbers(defensible)?,
        python: Some(python)
            .filter(|python| *python != NONE)
            .map(str::to_owned),
    })
}

fn parse_numbers(text: &str) -> Option<BTreeSet<usize>> {
    if text == NONE {
        return Some(BTreeSet::new());
    }
    text.split(',').map(|number| number.parse().ok()).collect()
}
