//! Tracks: lists of questions for a goal, and lists of the curriculum's rows.

use super::super::files::File;
use super::super::problem::Problems;
use super::super::source::{self, Section};
use super::super::toml_table::Table;
use super::rows::Rows;
use super::{Mention, Role, mention, only_tables, question_id, slug};
use crate::name::QuestionId;

/// Begins the title of a section in a list of questions.
const SECTION: &str = "# ";

/// A track, with the line of each question that it names.
pub(crate) struct Track {
    pub(crate) track: source::Track,
    named: Vec<(usize, QuestionId)>,
}

impl Track {
    pub(crate) fn mentions(&self, file: &File) -> Vec<Mention> {
        let named = self.named.iter();
        named
            .map(|(line, id)| mention(file, *line, id, Role::InTrack))
            .collect()
    }
}

/// Reads `tracks.toml`. Without `rows`, the curriculum has problems of its own and folders of rows are
/// not judged.
pub(crate) fn tracks(text: &str, rows: Option<&Rows>, problems: &mut Problems) -> Vec<Track> {
    let mut tracks: Vec<Track> = Vec::new();
    let mut used: Vec<String> = Vec::new();
    for table in only_tables(text, "track", problems) {
        let line = table.line;
        let Some(track) = track(table, rows, &mut used, problems) else {
            continue;
        };
        let slug = &track.track.slug;
        if tracks.iter().any(|known| known.track.slug == *slug) {
            problems.error(line, format!("track `{slug}` stands twice"), "remove one");
            continue;
        }
        tracks.push(track);
    }
    for folder in rows.into_iter().flat_map(Rows::folders) {
        if !used.iter().any(|known| known == folder) {
            let what = format!("the rows of `{folder}` stand in no track");
            problems.error(1, what, format!("add \"{folder}\" to the questions of one"));
        }
    }
    tracks
}

fn track(
    mut table: Table,
    rows: Option<&Rows>,
    used: &mut Vec<String>,
    problems: &mut Problems,
) -> Option<Track> {
    let slug = slug(&mut table, problems);
    let title = table.text("title", problems);
    let about = table.text("about", problems);
    let entries = table.texts("questions", problems);
    let line = table.line;
    table.done(&["slug", "title", "about", "questions"], problems);
    if entries.as_ref().is_some_and(Vec::is_empty) {
        let repair = "add `questions = [\"an-id\"]`";
        problems.error(line, "this track has no questions", repair);
    }
    let mut list = List {
        rows,
        used,
        problems,
        sections: Vec::new(),
        named: Vec::new(),
    };
    for (line, entry) in entries.unwrap_or_default() {
        list.take(line, &entry);
    }
    list.end_section();
    let sections = list.sections.into_iter().map(|(_, section)| section);
    let track = source::Track {
        slug: slug?,
        title: title?.1,
        about: about?.1,
        sections: sections.collect(),
    };
    let named = list.named;
    Some(Track { track, named })
}

/// The list of a track while it is read.
struct List<'a> {
    rows: Option<&'a Rows>,
    /// The folders of rows that all tracks up to here name.
    used: &'a mut Vec<String>,
    problems: &'a mut Problems,
    /// Each with the line on which it begins.
    sections: Vec<(usize, Section)>,
    named: Vec<(usize, QuestionId)>,
}

impl List<'_> {
    /// An entry is the title of a section, a folder of rows or a question.
    fn take(&mut self, line: usize, entry: &str) {
        if let Some(title) = entry.strip_prefix(SECTION) {
            self.end_section();
            if title.trim().is_empty() {
                let what = "a section has no title";
                self.problems.error(line, what, "write it after `# `");
            }
            self.begin_section(line, title.trim());
        } else if entry.contains('/') {
            self.take_folder(line, entry);
        } else if let Some(id) = question_id(line, entry, self.problems) {
            if self.named.iter().any(|(_, known)| *known == id) {
                let what = format!("`{id}` stands twice in this track");
                self.problems.error(line, what, "remove one");
            }
            self.named.push((line, id.clone()));
            self.section(line).rows.push(vec![id]);
        }
    }

    fn take_folder(&mut self, line: usize, folder: &str) {
        if self.used.iter().any(|known| known == folder) {
            let what = format!("the rows of `{folder}` stand in a track already");
            self.problems.error(line, what, "remove one");
        }
        self.used.push(folder.to_owned());
        let Some(rows) = self.rows else {
            // The section is not empty, though nobody knows what is in it.
            self.section(line).rows.push(Vec::new());
            return;
        };
        let Some((from, under)) = rows.under(folder) else {
            let what = format!("no question of the curriculum covers a row of `{folder}`");
            let repair = "name the rows as curriculum.tsv does, without their numbers";
            self.problems.error(line, what, repair);
            self.section(line).rows.push(Vec::new());
            return;
        };
        for (number, row) in (from..).zip(&under) {
            if row.is_empty() {
                let what =
                    format!("no question of the curriculum covers the row {folder}/{number}");
                self.problems
                    .error(line, what, "add it to a row of curriculum.tsv");
            }
        }
        let section = self.section(line);
        if !section.rows.is_empty() {
            let what = format!("the rows of `{folder}` do not begin their section");
            let repair =
                "put a title like \"# Basics\" before them: they are numbered from their first";
            self.problems.error(line, what, repair);
            return;
        }
        section.from = from;
        section.rows = under;
    }

    fn section(&mut self, line: usize) -> &mut Section {
        if self.sections.is_empty() {
            self.begin_section(line, "");
        }
        let last = self.sections.len() - 1;
        &mut self.sections[last].1
    }

    /// Without numbers of its own it goes on with those of the section before.
    fn begin_section(&mut self, line: usize, title: &str) {
        let numbered = self.sections.iter().map(|(_, section)| section.rows.len());
        let section = Section {
            title: title.to_owned(),
            from: u16::try_from(numbered.sum::<usize>() + 1).unwrap_or(u16::MAX),
            rows: Vec::new(),
        };
        self.sections.push((line, section));
    }

    fn end_section(&mut self) {
        if let Some((line, section)) = self.sections.last()
            && section.rows.is_empty()
        {
            let what = format!("the section `{}` has no questions", section.title);
            self.problems.error(*line, what, "add some or remove it");
        }
    }
}
