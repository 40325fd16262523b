//! The cases of an exercise: the `toml` fence of its Tests section.

use super::problem::Problems;
use super::source::program::Code;
use super::toml_table::{self, Table};
use crate::exercise::Case;

/// What the fence says.
pub(crate) struct Cases {
    pub(crate) setup: String,
    /// Each with its line.
    pub(crate) list: Vec<(usize, Case)>,
    /// Every case could be read.
    pub(crate) complete: bool,
}

/// Reads the fence.
pub(crate) fn parse(fence: &Code, problems: &mut Problems) -> Cases {
    let mut document = toml_table::document(&fence.text, fence.line, problems);
    let setup = document.optional_text("setup", problems);
    let tables = document.tables("case", problems);
    document.done(&["setup", "case"], problems);
    let read: Vec<Option<(usize, Case)>> = tables
        .into_iter()
        .map(|table| Some((table.line, case(table, problems)?)))
        .collect();
    Cases {
        setup: setup.map_or_else(String::new, |(_, text)| text.trim().to_owned()),
        complete: !read.is_empty() && read.iter().all(Option::is_some),
        list: read.into_iter().flatten().collect(),
    }
}

fn case(mut table: Table, problems: &mut Problems) -> Option<Case> {
    let call = table.text("call", problems);
    let want = table.text("want", problems);
    let why = table.text("why", problems);
    let hidden = table.flag("hidden", problems);
    let seconds = table.number("seconds", problems);
    table.done(&["call", "want", "why", "hidden", "seconds"], problems);
    let seconds = seconds.and_then(|(line, number)| {
        let limit = u8::try_from(number).ok().filter(|&n| (1..=10).contains(&n));
        if limit.is_none() {
            problems.error(
                line,
                format!("{number} is not a time limit"),
                "write 1 to 10 seconds",
            );
        }
        limit
    });
    Some(Case {
        call: call?.1,
        want: want?.1,
        why: why?.1,
        hidden,
        seconds,
    })
}
