//! The small files beside the questions: topics, tracks, renamed ids, and the curriculum.

use super::files::{File, Files};
use super::front::row_list;
use super::lines::{Line, lines};
use super::problem::{Problem, Problems};
use super::source::{Planned, Source};
use super::toml_table::{self, Table};
use crate::name::{QuestionId, Slug};
use crate::question::{Kind, Level};
use crate::topic::{Topic, Track};

/// Reads them all; the questions are still missing.
pub(crate) fn read(files: &Files, problems: &mut Vec<Problem>) -> Source {
    Source {
        topics: each(&files.topics, problems, topics),
        tracks: each(&files.tracks, problems, tracks),
        renamed: each(&files.renamed, problems, renamed),
        curriculum: each(&files.curriculum, problems, curriculum),
        ..Source::default()
    }
}

fn each<T>(
    file: &File,
    problems: &mut Vec<Problem>,
    read: impl Fn(&str, &mut Problems) -> Vec<T>,
) -> Vec<T> {
    let mut found = Problems::of(&file.path);
    let items = read(&file.text, &mut found);
    problems.extend(found.into_list());
    items
}

fn topics(text: &str, problems: &mut Problems) -> Vec<Topic> {
    let mut document = toml_table::document(text, 1, problems);
    let tables = document.tables("topic", problems);
    document.done(&["topic"], problems);
    let mut topics: Vec<Topic> = Vec::new();
    for mut table in tables {
        let line = table.line;
        let slug = slug(&mut table, problems);
        let title = table.text("title", problems);
        table.done(&["slug", "title"], problems);
        let (Some(slug), Some((_, title))) = (slug, title) else {
            continue;
        };
        if topics.iter().any(|topic| topic.slug == slug) {
            problems.error(line, format!("topic `{slug}` stands twice"), "remove one");
            continue;
        }
        topics.push(Topic { slug, title });
    }
    topics
}

fn tracks(text: &str, problems: &mut Problems) -> Vec<Track> {
    let mut document = toml_table::document(text, 1, problems);
    let tables = document.tables("track", problems);
    document.done(&["track"], problems);
    let mut tracks: Vec<Track> = Vec::new();
    for table in tables {
        let line = table.line;
        let Some(track) = track(table, problems) else {
            continue;
        };
        if tracks.iter().any(|known| known.slug == track.slug) {
            let slug = track.slug;
            problems.error(line, format!("track `{slug}` stands twice"), "remove one");
            continue;
        }
        tracks.push(track);
    }
    tracks
}

fn track(mut table: Table, problems: &mut Problems) -> Option<Track> {
    let slug = slug(&mut table, problems);
    let title = table.text("title", problems);
    let about = table.text("about", problems);
    let questions = table.texts("questions", problems);
    let line = table.line;
    table.done(&["slug", "title", "about", "questions"], problems);
    if questions.is_empty() {
        problems.error(
            line,
            "this track has no questions",
            "add `questions = [\"an-id\"]`",
        );
    }
    let questions = questions
        .into_iter()
        .filter_map(|(line, id)| question_id(line, &id, problems))
        .collect();
    Some(Track {
        slug: slug?,
        title: title?.1,
        about: about?.1,
        questions,
    })
}

fn slug(table: &mut Table, problems: &mut Problems) -> Option<Slug> {
    let (line, text) = table.text("slug", problems)?;
    let slug = Slug::parse(&text);
    if let Err(why) = &slug {
        problems.error(line, format!("`{text}` is not a slug"), why.to_string());
    }
    slug.ok()
}

fn question_id(line: usize, text: &str, problems: &mut Problems) -> Option<QuestionId> {
    let id = QuestionId::parse(text);
    if let Err(why) = &id {
        problems.error(line, format!("`{text}` is not an id"), why.to_string());
    }
    id.ok()
}

fn renamed(text: &str, problems: &mut Problems) -> Vec<(QuestionId, QuestionId)> {
    let mut document = toml_table::document(text, 1, problems);
    document
        .rest(problems)
        .into_iter()
        .filter_map(|(line, old, new)| {
            let old = question_id(line, &old, problems);
            let new = question_id(line, &new, problems);
            Some((old?, new?))
        })
        .collect()
}

const COLUMNS: &str = "id\ttopic\tlevel\tkind\ttitle\trows";

fn curriculum(text: &str, problems: &mut Problems) -> Vec<Planned> {
    let all = lines(text);
    if all.first().is_none_or(|line| line.text != COLUMNS) {
        problems.error(
            1,
            "the first line does not name the columns",
            "write id, topic, level, kind, title and rows with tabs between",
        );
    }
    let mut planned: Vec<Planned> = Vec::new();
    for line in all.iter().skip(1).filter(|line| !line.text.is_empty()) {
        let Some(plan) = row(line) else {
            problems.error(
                line.number,
                "this is not a row of the curriculum",
                "write id, topic, level, kind, title and rows with tabs between",
            );
            continue;
        };
        if planned.iter().any(|known| known.id == plan.id) {
            problems.error(
                line.number,
                format!("`{}` stands twice", plan.id),
                "remove one",
            );
            continue;
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
