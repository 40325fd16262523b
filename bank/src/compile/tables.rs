//! The small files beside the questions, and the questions that they mention.

mod curriculum;
mod renamed;
mod rows;
mod tracks;

use super::audit::record;
use super::files::{File, Files};
use super::problem::{Problem, Problems};
use super::source::Source;
use super::toml_table::{self, Table};
use crate::name::{QuestionId, Slug};
use crate::topic::Topic;
use rows::Rows;

/// What the small files say; the questions are still missing.
pub(crate) struct Tables {
    pub(crate) source: Source,
    pub(crate) mentions: Vec<Mention>,
    /// The list of topics has no problem, so that a topic outside of it is one.
    pub(crate) topics_known: bool,
    /// The same for the curriculum.
    pub(crate) curriculum_known: bool,
}

/// A place where a file names a question.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Mention {
    pub(crate) path: String,
    pub(crate) line: usize,
    pub(crate) id: QuestionId,
    pub(crate) role: Role,
}

/// As what a question is named.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Role {
    InTrack,
    /// The id that a renamed question has today.
    Present,
    /// The id that it had before.
    Old,
}

/// Reads them all. Whether the mentioned questions exist is not known yet.
pub(crate) fn read(files: &Files, problems: &mut Vec<Problem>) -> Tables {
    let topics = each(&files.topics, problems, topics);
    let topics_known = is_sound(&files.topics, problems);
    let known = topics_known.then_some(topics.as_slice());
    let renamed = each(&files.renamed, problems, renamed::renamed);
    let curriculum = each(&files.curriculum, problems, |text, found| {
        curriculum::read(text, known, found)
    });
    let rows = is_sound(&files.curriculum, problems).then(|| Rows::of(&curriculum));
    let tracks = each(&files.tracks, problems, |text, found| {
        tracks::tracks(text, rows.as_ref(), found)
    });
    let mut mentions = Vec::new();
    mentions.extend(
        tracks
            .iter()
            .flat_map(|track| track.mentions(&files.tracks)),
    );
    mentions.extend(renamed.iter().flat_map(|one| one.mentions(&files.renamed)));
    let source = Source {
        topics,
        tracks: tracks.into_iter().map(|track| track.track).collect(),
        renamed: renamed.into_iter().map(|one| (one.old, one.new)).collect(),
        curriculum,
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

fn is_sound(file: &File, problems: &[Problem]) -> bool {
    !problems.iter().any(|problem| problem.path == file.path)
}

fn each<T>(
    file: &File,
    problems: &mut Vec<Problem>,
    read: impl FnOnce(&str, &mut Problems) -> Vec<T>,
) -> Vec<T> {
    if !is_sound(file, problems) {
        // It could not even be loaded.
        return Vec::new();
    }
    let mut found = Problems::of(&file.path);
    let items = read(&file.text, &mut found);
    problems.extend(found.into_list());
    items
}

fn topics(text: &str, problems: &mut Problems) -> Vec<Topic> {
    let mut topics: Vec<Topic> = Vec::new();
    for mut table in only_tables(text, "topic", problems) {
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

/// The tables of a file that holds `[[key]]` tables and nothing else.
fn only_tables(text: &str, key: &str, problems: &mut Problems) -> Vec<Table> {
    let mut document = toml_table::document(text, 1, problems);
    let tables = document.tables(key, problems);
    document.done(&[key], problems);
    tables
}

fn question_id(line: usize, text: &str, problems: &mut Problems) -> Option<QuestionId> {
    let id = QuestionId::parse(text);
    if let Err(why) = &id {
        problems.error(line, format!("`{text}` is not an id"), why.to_string());
    }
    id.ok()
}

fn mention(file: &File, line: usize, id: &QuestionId, role: Role) -> Mention {
    Mention {
        path: file.path.clone(),
        line,
        id: id.clone(),
        role,
    }
}

fn slug(table: &mut Table, problems: &mut Problems) -> Option<Slug> {
    let (line, text) = table.text("slug", problems)?;
    let slug = Slug::parse(&text);
    if let Err(why) = &slug {
        problems.error(line, format!("`{text}` is not a slug"), why.to_string());
    }
    slug.ok()
}
