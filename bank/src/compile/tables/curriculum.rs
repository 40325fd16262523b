//! The curriculum: which questions the bank must have, and which rows of the source lists they cover.

use super::super::front::row_list;
use super::super::lines::{Line, lines};
use super::super::problem::Problems;
use super::super::source::Planned;
use crate::name::{QuestionId, Slug};
use crate::question::{Kind, Level};
use crate::topic::Topic;

const COLUMNS: &str = "id\ttopic\tlevel\tkind\ttitle\trows";
const REPAIR: &str = "write id, topic, level, kind, title and rows with tabs between";

/// Reads `curriculum.tsv`; `topics` are those that may be named, if they are known.
pub(crate) fn read(text: &str, topics: Option<&[Topic]>, problems: &mut Problems) -> Vec<Planned> {
    let all = lines(text);
    if all.first().is_none_or(|line| line.text != COLUMNS) {
        problems.error(1, "the first line does not name the columns", REPAIR);
    }
    let mut planned: Vec<Planned> = Vec::new();
    for line in all.iter().skip(1).filter(|line| !line.text.is_empty()) {
        let Some(plan) = row(line) else {
            problems.error(line.number, "this is not a row of the curriculum", REPAIR);
            continue;
        };
        if planned.iter().any(|known| known.id == plan.id) {
            let what = format!("`{}` stands twice", plan.id);
            problems.error(line.number, what, "remove one");
            continue;
        }
        if topics.is_some_and(|known| !known.iter().any(|topic| topic.slug == plan.topic)) {
            let what = format!("there is no topic `{}`", plan.topic);
            problems.error(line.number, what, "use a slug of topics.toml");
        }
        planned.push(plan);
    }
    planned
}

fn row(line: &Line<'_>) -> Option<Planned> {
    let cells: Vec<&str> = line.text.split('\t').collect();
    let &[id, topic, level, kind, title, rows] = cells.as_slice() else {
        return None;
    };
    Some(Planned {
        id: QuestionId::parse(id).ok()?,
        topic: Slug::parse(topic).ok()?,
        level: Level::parse(level)?,
        kind: Kind::parse(kind)?,
        title: Some(title).filter(|title| !title.is_empty())?.to_owned(),
        rows: row_list(rows)?,
    })
}
