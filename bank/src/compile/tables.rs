//! The small files beside the questions: topics, tracks, renamed ids, the
//! curriculum, and the records of blind readers.

use super::audit::record;
use super::files::{File, Files};
use super::front::row_list;
use super::lines::{Line, lines};
use super::problem::{Problem, Problems};
use super::source::{Planned, Source};
use super::toml_table::{self, Table};
use crate::name::{QuestionId, Slug};
use crate::question::{Kind, Level};
use crate::topic::{Topic, Track};

/// A file that names a question.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Mention {
    pub(crate) path: String,
    pub(crate) line: usize,
    pub(crate) id: QuestionId,
    pub(crate) role: Role,
}

/// As what it is named.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Role {
    InTrack,
    /// The id that a renamed question has today.
    Present,
    /// The id that it had before.
    Old,
}

/// What the small files say; the questions are still missing.
pub(crate) struct Tables {
    pub(crate) source: Source,
    pub(crate) mentions: Vec<Mention>,
    /// The list of topics has no problem, so that a topic outside of it is one.
    pub(crate) topics_known: bool,
    /// The same for the curriculum.
    pub(crate) curriculum_known: bool,
}

/// Reads them all. Whether the mentioned questions exist is not known yet.
pub(crate) fn read(files: &Files, problems: &mut Vec<Problem>) -> Tables {
    let mut mentions = Vec::new();
    let topics = each(&files.topics, problems, topics);
    let is_sound =
        |file: &File, problems: &[Problem]| !problems.iter().any(|p| p.path == file.path);
    let topics_known = is_sound(&files.topics, problems);
    let known = topics_known.then_some(topics.as_slice());
    let source = Source {
        tracks: each(&files.tracks, problems, |text, problems| {
            tracks(text, problems, &mut mentioner(&files.tracks, &mut mentions))
        }),
        renamed: each(&files.renamed, problems, |text, problems| {
            renamed(
                text,
                problems,
                &mut mentioner(&files.renamed, &mut mentions),
            )
        }),
        curriculum: each(&files.curriculum, problems, |text, problems| {
            curriculum(text, known, problems)
        }),
        topics,
        audits: each(&files.audits, problems, record::parse),
        audits_path: files.audits.path.clone(),
        ..Source::default()
    };
    Tables {
        source,
        mentions,
        topics_known,
        curriculum_known: is_sound(&files.curriculum, problems),
    }
}

fn mentioner<'m>(
    file: &'m File,
    mentions: &'m mut Vec<Mention>,
) -> impl FnMut(usize, &QuestionId, Role) + 'm {
    |line, id, role| {
        mentions.push(Mention {
            path: file.path.clone(),
            line,
            id: id.clone(),
            role,
        });
    }
}

fn each<T>(
    file: &File,
    problems: &mut Vec<Problem>,
    read: impl FnOnce(&str, &mut Problems) -> Vec<T>,
) -> Vec<T> {
    if problems.iter().any(|problem| problem.path == file.path) {
        // It could not even be loaded.
        return Vec::new();
    }
    let mut found = Problems::of(&file.path);
    let items = read(&file.text, &mut found);
    problems.extend(found.into_list());
    items
}

type Mentioning<'m> = dyn FnMut(usize, &QuestionId, Role) + 'm;

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

fn tracks(text: &str, problems: &mut Problems, mention: &mut Mentioning<'_>) -> Vec<Track> {
    let mut document = toml_table::document(text, 1, problems);
    let tables = document.tables("track", problems);
    document.done(&["track"], problems);
    let mut tracks: Vec<Track> = Vec::new();
    for table in tables {
        let line = table.line;
        let Some(track) = track(table, problems, mention) else {
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

fn track(mut table: Table, problems: &mut Problems, mention: &mut Mentioning<'_>) -> Option<Track> {
    let slug = slug(&mut table, problems);
    let title = table.text("title", problems);
    let about = table.text("about", problems);
    let names = table.texts("questions", problems);
    let line = table.line;
    table.done(&["slug", "title", "about", "questions"], problems);
    if names.as_ref().is_some_and(Vec::is_empty) {
        problems.error(
            line,
            "this track has no questions",
            "add `questions = [\"an-id\"]`",
        );
    }
    let mut questions = Vec::new();
    for (line, name) in names.unwrap_or_default() {
        let Some(id) = question_id(line, &name, problems) else {
            continue;
        };
        mention(line, &id, Role::InTrack);
        if questions.contains(&id) {
            problems.error(
                line,
                format!("`{id}` stands twice in this track"),
                "remove one",
            );
        }
        questions.push(id);
    }
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

fn renamed(
    text: &str,
    problems: &mut Problems,
    mention: &mut Mentioning<'_>,
) -> Vec<(QuestionId, QuestionId)> {
    let mut document = toml_table::document(text, 1, problems);
    document
        .rest(problems)
        .into_iter()
        .filter_map(|(line, old, new)| {
            let old = question_id(line, &old, problems);
            let new = question_id(line, &new, problems);
            let (old, new) = (old?, new?);
            mention(line, &old, Role::Old);
            mention(line, &new, Role::Present);
            Some((old, new))
        })
        .collect()
}

const COLUMNS: &str = "id\ttopic\tlevel\tkind\ttitle\trows";

fn curriculum(text: &str, topics: Option<&[Topic]>, problems: &mut Problems) -> Vec<Planned> {
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
        if topics.is_some_and(|known| !known.iter().any(|topic| topic.slug == plan.topic)) {
            problems.error(
                line.number,
                format!("there is no topic `{}`", plan.topic),
                "use a slug of topics.toml",
            );
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
