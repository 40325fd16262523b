//! Tracks and renamed ids: the two files that name questions.

use super::super::files::File;
use super::super::problem::Problems;
use super::super::toml_table::{self, Table};
use super::{Mention, Role, only_tables, slug};
use crate::name::QuestionId;
use crate::topic;

/// A track, with the line of each question in it.
pub(crate) struct Track {
    pub(crate) track: topic::Track,
    lines: Vec<usize>,
}

/// A question that got a new id.
pub(crate) struct Renamed {
    line: usize,
    pub(crate) old: QuestionId,
    pub(crate) new: QuestionId,
}

impl Track {
    pub(crate) fn mentions(&self, file: &File) -> Vec<Mention> {
        let named = self.lines.iter().zip(&self.track.questions);
        named
            .map(|(&line, id)| mention(file, line, id, Role::InTrack))
            .collect()
    }
}

impl Renamed {
    pub(crate) fn mentions(&self, file: &File) -> [Mention; 2] {
        [
            mention(file, self.line, &self.old, Role::Old),
            mention(file, self.line, &self.new, Role::Present),
        ]
    }
}

fn mention(file: &File, line: usize, id: &QuestionId, role: Role) -> Mention {
    Mention {
        path: file.path.clone(),
        line,
        id: id.clone(),
        role,
    }
}

/// Reads `tracks.toml`.
pub(crate) fn tracks(text: &str, problems: &mut Problems) -> Vec<Track> {
    let mut tracks: Vec<Track> = Vec::new();
    for table in only_tables(text, "track", problems) {
        let line = table.line;
        let Some(track) = track(table, problems) else {
            continue;
        };
        let slug = &track.track.slug;
        if tracks.iter().any(|known| known.track.slug == *slug) {
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
    let names = table.texts("questions", problems);
    let line = table.line;
    table.done(&["slug", "title", "about", "questions"], problems);
    if names.as_ref().is_some_and(Vec::is_empty) {
        let repair = "add `questions = [\"an-id\"]`";
        problems.error(line, "this track has no questions", repair);
    }
    let (lines, questions) = questions(names.unwrap_or_default(), problems);
    let track = topic::Track {
        slug: slug?,
        title: title?.1,
        about: about?.1,
        questions,
    };
    Some(Track { track, lines })
}

fn questions(
    names: Vec<(usize, String)>,
    problems: &mut Problems,
) -> (Vec<usize>, Vec<QuestionId>) {
    let mut lines = Vec::new();
    let mut questions = Vec::new();
    for (line, name) in names {
        let Some(id) = question_id(line, &name, problems) else {
            continue;
        };
        if questions.contains(&id) {
            let what = format!("`{id}` stands twice in this track");
            problems.error(line, what, "remove one");
        }
        lines.push(line);
        questions.push(id);
    }
    (lines, questions)
}

/// Reads `renamed.toml`.
pub(crate) fn renamed(text: &str, problems: &mut Problems) -> Vec<Renamed> {
    let mut renamed = Vec::new();
    for (line, old, new) in toml_table::document(text, 1, problems).rest(problems) {
        let old = question_id(line, &old, problems);
        let new = question_id(line, &new, problems);
        if let (Some(old), Some(new)) = (old, new) {
            renamed.push(Renamed { line, old, new });
        }
    }
    renamed
}

fn question_id(line: usize, text: &str, problems: &mut Problems) -> Option<QuestionId> {
    let id = QuestionId::parse(text);
    if let Err(why) = &id {
        problems.error(line, format!("`{text}` is not an id"), why.to_string());
    }
    id.ok()
}
