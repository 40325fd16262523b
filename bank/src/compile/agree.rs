//! Whether the files agree with each other: folders with topics, questions with the curriculum, ids
//! with questions.

use super::front::{At, Front};
use super::problem::{Problem, Problems};
use super::source::{FollowUp, Planned, Question, Source};
use super::tables::{Mention, Role, Tables};
use crate::name::{QuestionId, Slug};
use std::collections::{BTreeMap, BTreeSet};

/// Judges one question's front matter by its path and its row of the curriculum.
pub(crate) fn front(path: &str, front: &Front, tables: &Tables, problems: &mut Problems) {
    let (folders, file) = path.rsplit_once('/').unwrap_or(("", path));
    let folder = folders.rsplit('/').next().unwrap_or_default();
    if let Some(topic) = &front.topic
        && tables.topics_known
    {
        in_its_folder(topic, folder, &tables.source, problems);
    }
    let Some(id) = &front.id else {
        return;
    };
    if file.strip_suffix(".md") != Some(id.value.as_str()) {
        let what = format!("the id `{}` differs from the file name `{file}`", id.value);
        problems.error(
            id.line,
            what,
            "make them the same; a published id never changes",
        );
    }
    if let Some(planned) = tables.source.planned(&id.value) {
        as_planned(front, planned, problems);
    } else if tables.curriculum_known {
        let what = format!("the curriculum has no question `{}`", id.value);
        problems.error(
            id.line,
            what,
            "correct the id or add a row to curriculum.tsv",
        );
    }
}

fn in_its_folder(topic: &At<Slug>, folder: &str, source: &Source, problems: &mut Problems) {
    let place = source.topics.iter().position(|t| t.slug == topic.value);
    let Some(place) = place else {
        problems.error(
            topic.line,
            format!("there is no topic `{}`", topic.value),
            "use a slug of topics.toml",
        );
        return;
    };
    let expected = format!("{:02}-{}", place + 1, topic.value);
    if folder != expected {
        problems.error(
            topic.line,
            format!(
                "a question of `{}` lies in the folder `{folder}`",
                topic.value
            ),
            format!("move it to questions/{expected} or correct the topic"),
        );
    }
}

fn as_planned(front: &Front, planned: &Planned, problems: &mut Problems) {
    let mut compare = |key: &str, line: usize, is: String, planned: String| {
        if is != planned {
            problems.error(
                line,
                format!("`{key}` is {is}, but the curriculum says {planned}"),
                "make them the same",
            );
        }
    };
    if let Some(kind) = &front.kind {
        let (is, plan) = (kind.value.name(), planned.kind.name());
        compare("kind", kind.line, is.to_owned(), plan.to_owned());
    }
    if let Some(level) = &front.level {
        let (is, plan) = (level.value.name(), planned.level.name());
        compare("level", level.line, is.to_owned(), plan.to_owned());
    }
    if let Some(topic) = &front.topic {
        let plan = planned.topic.to_string();
        compare("topic", topic.line, topic.value.to_string(), plan);
    }
    if let Some(covers) = &front.covers {
        let plan = row_set(&planned.rows);
        compare("covers", covers.line, row_set(&covers.value), plan);
    }
}

fn row_set(rows: &[String]) -> String {
    let rows: BTreeSet<&str> = rows.iter().map(String::as_str).collect();
    if rows.is_empty() {
        return "-".to_owned();
    }
    rows.into_iter().collect::<Vec<_>>().join(" ")
}

/// The ids of all question files, also of those with problems, with the path of each.
#[derive(Default)]
pub(crate) struct Ids(BTreeMap<QuestionId, String>);

impl Ids {
    /// Adds a file's id; it must be the first of that name.
    pub(crate) fn add(&mut self, path: &str, id: &At<QuestionId>, problems: &mut Problems) {
        if let Some(other) = self.0.get(&id.value) {
            problems.error(
                id.line,
                format!("the id `{}` is also that of {other}", id.value),
                "an id is used once; rename this one",
            );
            return;
        }
        self.0.insert(id.value.clone(), path.to_owned());
    }

    fn has(&self, id: &QuestionId, tables: &Tables) -> bool {
        self.0.contains_key(id) || tables.source.planned(id).is_some()
    }

    /// A curriculum with problems may have lost the id, which is not another problem.
    fn lacks(&self, id: &QuestionId, tables: &Tables) -> bool {
        tables.curriculum_known && !self.has(id, tables)
    }
}

/// Judges every id that a small file mentions.
pub(crate) fn mentions(tables: &Tables, ids: &Ids, problems: &mut Vec<Problem>) {
    for mention in &tables.mentions {
        let mut found = Problems::of(&mention.path);
        mentioned(mention, tables, ids, &mut found);
        problems.extend(found.into_list());
    }
}

/// Judges every id that a question names as its follow-up.
pub(crate) fn follow_ups(question: &Question, tables: &Tables, ids: &Ids, problems: &mut Problems) {
    for next in &question.follow_ups {
        let FollowUp::Question(line, id) = next else {
            continue;
        };
        if *id == question.id {
            problems.error(*line, "this question follows itself", "name another one");
        } else if ids.lacks(id, tables) {
            problems.error(
                *line,
                format!("there is no question `{id}`"),
                "name one of the bank or of the curriculum, or write a sentence",
            );
        }
    }
}

fn mentioned(mention: &Mention, tables: &Tables, ids: &Ids, problems: &mut Problems) {
    let id = &mention.id;
    match mention.role {
        Role::InTrack if ids.lacks(id, tables) => problems.error(
            mention.line,
            format!("there is no question `{id}`"),
            "name a question of the bank or of the curriculum",
        ),
        Role::Present if !ids.0.contains_key(id) => problems.error(
            mention.line,
            format!("the new id `{id}` is not in the bank"),
            "name the question as it is called today",
        ),
        Role::Old if ids.has(id, tables) => problems.error(
            mention.line,
            format!("the old id `{id}` is still in use"),
            "an id is never used again; remove this line or rename the question",
        ),
        Role::InTrack | Role::Present | Role::Old => {}
    }
}
