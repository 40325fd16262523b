//! The script that puts the chosen theme on the pages, and their style sheet: those of the app in the
//! order of `index.html`, and `style/site.css`, as one file, because a page waits for each of them.

use super::File;
use crate::digest::digest;
use crate::step::{Failure, output_of};
use crate::toolbox::Toolbox;
use crate::workspace::root;
use std::fs;
use std::path::Path;

/// What the pages have beyond the app.
const OWN: (&str, Option<&str>) = ("style/site.css", None);

/// Where the sheet is put together.
const PARTS: &str = "target/site/style.css";

/// The script that puts the chosen theme on a page. It stands in each, because a page is not painted before
/// it has come.
pub(crate) fn theme(tools: &Toolbox) -> Result<String, Failure> {
    let script = "xtask/src/site/theme.js";
    let mut esbuild = tools.command("esbuild");
    let text = output_of(esbuild.args([script, "--minify", "--log-level=warning"]))?;
    Ok(text.trim_end().to_owned())
}

/// The style sheet. Its name changes with its content.
pub(crate) fn sheet(tools: &Toolbox) -> Result<File, Failure> {
    let shell = read(Path::new("index.html"))?;
    let mut all = String::new();
    for (path, media) in of_app(&shell).into_iter().chain([OWN]) {
        let css = read(Path::new(path))?;
        match media {
            Some(media) => all.push_str(&format!("@media {media} {{\n{css}\n}}\n")),
            None => all.push_str(&css),
        }
    }
    let parts = root().join(PARTS);
    let folder = parts.parent().unwrap_or(root());
    fs::create_dir_all(folder).map_err(Failure::file(folder))?;
    fs::write(&parts, all).map_err(Failure::file(&parts))?;
    let mut esbuild = tools.command("esbuild");
    let text =
        output_of(esbuild.args([PARTS, "--minify", "--charset=utf8", "--log-level=warning"]))?;
    Ok(File {
        path: format!("pages/style-{}.css", digest(&text)),
        text,
    })
}

fn read(path: &Path) -> Result<String, Failure> {
    let path = root().join(path);
    fs::read_to_string(&path).map_err(Failure::file(&path))
}

/// The sheets of the app and the media for which each is meant.
fn of_app(shell: &str) -> Vec<(&str, Option<&str>)> {
    let links = shell.lines().filter(|line| line.contains("rel=\"css\""));
    let sheet = |link| Some((value(link, "href")?, value(link, "media")));
    links.filter_map(sheet).collect()
}

fn value<'a>(tag: &'a str, attribute: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(&format!(" {attribute}=\""))?;
    rest.split_once('"').map(|(value, _)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sheets_of_the_app_are_found_with_their_media() {
        let shell = read(Path::new("index.html")).unwrap();
        let sheets = of_app(&shell);
        assert_eq!(sheets.first(), Some(&("style/tokens.css", None)));
        assert!(sheets.contains(&(
            "style/dark.css",
            Some("screen and (prefers-color-scheme: dark)")
        )));
        assert!(sheets.contains(&("style/print.css", Some("print"))));
        assert_eq!(
            sheets.len(),
            fs::read_dir(root().join("style")).unwrap().count() - 1
        );
    }
}
