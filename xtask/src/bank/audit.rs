//! `cargo xtask bank audit`: a sheet for blind readers, and the record of what they answered.

use crate::step::Failure;
use crate::workspace::root;
use bank::compile::audit::record;
use bank::compile::audit::{self, AuditItem};
use bank::compile::source::Source;
use clap::Args;
use std::fs;
use std::path::PathBuf;

/// What to show or to record.
#[derive(Args)]
pub(crate) struct Options {
    /// Show also the checks that have their readers.
    #[arg(long, conflicts_with = "reader")]
    all: bool,
    /// Record the answers of this reader instead of printing a sheet.
    #[arg(long, requires = "answers")]
    reader: Option<String>,
    /// The sheet's answer lines, filled in; other lines are passed over.
    #[arg(long, requires = "reader")]
    answers: Option<PathBuf>,
}

/// Prints the sheet, or records a filled one.
pub(crate) fn audit(options: &Options, source: &Source) -> Result<(), Failure> {
    let (Some(reader), Some(path)) = (&options.reader, &options.answers) else {
        let items = if options.all {
            audit::items(source)
        } else {
            audit::open(source)
        };
        print!("{HOW}");
        items.iter().for_each(|item| print!("{}", sheet(item)));
        return Ok(());
    };
    let answers = fs::read_to_string(path).map_err(Failure::file(path))?;
    let table = root().join("bank/audits.tsv");
    let text = fs::read_to_string(&table).map_err(Failure::file(&table))?;
    let (text, count) = recorded(text, &audit::items(source), reader, &answers)?;
    fs::write(&table, text).map_err(Failure::file(&table))?;
    println!("{count} readings by {reader} are recorded in bank/audits.tsv");
    Ok(())
}

/// An item with an answer line to be filled in.
fn sheet(item: &AuditItem) -> String {
    let options: String = (1..)
        .zip(&item.options)
        .map(|(number, option)| format!("{number}. {option}\n"))
        .collect();
    format!(
        "## {} ({})\n\n{}\n\n{options}\n{}\t{}\t?\t-\t-\n\n",
        item.check,
        item.kind.name(),
        item.stem,
        item.check,
        item.hash
    )
}

/// The table with the answers of one reader, and how many they are.
fn recorded(
    mut table: String,
    items: &[AuditItem],
    reader: &str,
    answers: &str,
) -> Result<(String, usize), Failure> {
    let mut count = 0;
    for (line, number) in answers.lines().zip(1..) {
        let Some(hash) = line.split('\t').nth(1) else {
            continue;
        };
        let Some(item) = items.iter().find(|item| item.hash == hash) else {
            return Err(Failure::wrong(
                format!("line {number} answers a wording that the bank no longer has"),
                "print the sheet anew and read it again",
            ));
        };
        let reading =
            record::reading(reader, line).and_then(|reading| record::with(&table, item, &reading));
        table = reading.map_err(|why| {
            let what = format!("line {number} of the answers: {why}");
            Failure::wrong(what, "correct it; nothing has been recorded")
        })?;
        count += 1;
    }
    Ok((table, count))
}

const HOW: &str = "\
# Blind reading

Answer each question as a candidate would, without looking into the bank. Then fill in its last line,
with a tab between the columns: instead of `?` the numbers of the options that you choose, with commas
between; then the numbers of other options that could be defended, or `-`; then in a few words what
depends on the version of Python, or `-`.

";

#[cfg(test)]
mod tests {
    use super::*;
    use bank::check::CheckKind;

    fn item() -> AuditItem {
        AuditItem {
            check: "gil/four-threads".to_owned(),
            hash: "0123456789abcdef".to_owned(),
            kind: CheckKind::Single,
            stem: "How long?".to_owned(),
            options: ["2 s", "8 s", "9 s"].map(str::to_owned).to_vec(),
        }
    }

    fn record(answers: &str) -> Result<(String, usize), String> {
        let table = String::new();
        recorded(table, &[item()], "ann", answers).map_err(|failure| failure.to_string())
    }

    #[test]
    fn a_filled_sheet_is_recorded() {
        let filled = sheet(&item()).replace("\t?\t", "\t2\t");
        let (table, count) = record(&filled).unwrap();
        assert_eq!(count, 1);
        let row = "gil/four-threads\t0123456789abcdef\tann\t2\t-\t-\n";
        assert!(table.ends_with(row), "{table}");
    }

    #[test]
    fn a_sheet_that_is_not_filled_in_records_nothing() {
        let why = record(&sheet(&item())).unwrap_err();
        assert!(why.contains("answer with the numbers of options"), "{why}");
    }

    #[test]
    fn an_answer_to_another_wording_is_refused() {
        let why = record("gil/four-threads\tfedcba9876543210\t2\t-\t-").unwrap_err();
        assert!(why.contains("no longer has"), "{why}");
    }
}
