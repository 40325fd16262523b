//! The static pages of the release: every question, topic and track as a file that any host serves, any
//! search engine reads and any printer prints, without Wasm and without scripts.
//!
//! They are made from the compiled bank, the same bytes that the app embeds. Nothing here knows of
//! progress. No page needs a script: one puts the chosen theme on it, and the page for lost addresses has one
//! of its own.

mod address;
mod anki;
mod check;
mod data;
mod exercise;
mod frame;
mod group;
mod list;
mod lost;
mod marked;
mod question;
mod robots;
mod sheet;
mod style;
#[cfg(test)]
mod tests;
mod text;

pub(crate) use address::Site;

use crate::bank;
use crate::step::{Failure, run};
use crate::toolbox::{Toolbox, install_packages};
use crate::workspace::root;
use ::bank::compile::{self, source::Source};
use ::bank::embedded::Bank;
use ::bank::question::{Body, Entry};
use group::Group;
use std::fs;
use std::path::Path;
use std::process::Command;

/// A file of the release.
pub(crate) struct File {
    /// From the root of the release, with `/`.
    pub(crate) path: String,
    /// All of it.
    pub(crate) text: String,
}

/// What all pages are made of.
struct Material<'b> {
    site: &'b Site,
    /// Of every question, in the order of the bank.
    questions: Vec<(&'b Entry, &'b Body)>,
    topics: Vec<Group<'b>>,
    tracks: Vec<Group<'b>>,
    /// Ids of earlier days and what they are called today.
    renamed: Vec<(&'b str, &'b str)>,
    /// The path of the style sheet of all pages.
    style: &'b str,
    /// The script that puts the chosen theme on them.
    theme: &'b str,
}

/// What was written, as others need to know it.
pub(crate) struct Written {
    /// What the security policy has to allow: the scripts that stand in the pages, as `'sha256-...'`.
    pub(crate) scripts: String,
}

/// Writes all of them into the release.
pub(crate) fn write(dist: &Path, site: &Site, tools: &Toolbox) -> Result<Written, Failure> {
    let style = style::sheet(tools)?;
    let theme = style::theme(tools)?;
    let mut files = files(&bank::read(), site, [&style.path, &theme])?;
    files.push(style);
    for file in &files {
        let path = dist.join(&file.path);
        let folder = path.parent().unwrap_or(dist);
        fs::create_dir_all(folder).map_err(Failure::file(folder))?;
        fs::write(&path, &file.text).map_err(Failure::file(&path))?;
    }
    Ok(Written {
        scripts: lost::scripts(&theme),
    })
}

/// Asks html-validate about every page of the release.
pub(crate) fn validate(dist: &Path) -> Result<(), Failure> {
    install_packages()?;
    let tool = root().join("node_modules/.bin/html-validate");
    run(Command::new(tool)
        .arg("--config")
        .arg(root().join("xtask/src/site/valid.mjs"))
        .arg(dist.join("**/*.html")))
}

/// All of them but the style sheet.
fn files(source: &Source, site: &Site, [style, theme]: [&str; 2]) -> Result<Vec<File>, Failure> {
    let bytes = compile::embed(source);
    // Once in the life of the command; the bank keeps what it has decoded.
    let bank = Bank::open(&bytes.index, bytes.bodies.leak()).map_err(damaged)?;
    let mut questions = Vec::new();
    for entry in bank.questions() {
        questions.push((entry, bank.body(&entry.id).map_err(damaged)?));
    }
    let renamed = source.renamed.iter();
    let material = Material {
        site,
        questions,
        topics: group::topics(&bank),
        tracks: group::tracks(&bank).map_err(damaged)?,
        renamed: renamed
            .map(|(old, new)| (old.as_str(), new.as_str()))
            .collect(),
        style,
        theme,
    };
    Ok(material.files())
}

fn damaged(damaged: ::bank::embedded::Damaged) -> Failure {
    Failure::wrong(damaged.to_string(), "run `cargo xtask bank check`")
}

impl<'b> Material<'b> {
    fn files(&self) -> Vec<File> {
        let mut files = vec![list::all(self), lost::page(self), robots::robots(self.site)];
        for (place, (entry, body)) in self.questions.iter().enumerate() {
            files.push(question::page(self, place, entry, body));
        }
        for group in self.groups() {
            files.push(list::page(self, group));
            files.extend(sheet::sheets(self, group));
            files.push(anki::deck(self, group));
        }
        files.extend(robots::map(self));
        files
    }

    /// Every topic and track.
    fn groups(&self) -> impl Iterator<Item = &Group<'b>> {
        self.topics.iter().chain(&self.tracks)
    }

    /// The topic of a question.
    fn topic(&self, entry: &Entry) -> Option<&Group<'b>> {
        self.topics.iter().find(|topic| *topic.slug == entry.topic)
    }

    /// The body of a question of the bank.
    fn body(&self, entry: &Entry) -> Option<&'b Body> {
        let mut all = self.questions.iter();
        all.find(|(other, _)| other.id == entry.id)
            .map(|(_, body)| *body)
    }
}
