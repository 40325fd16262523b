//! Makes the scripts and styles of a release small, which Trunk leaves as they were written: comments are
//! for those who read the source. Styles that are shown in any case become one file, and the script that
//! runs before the first paint stands in the page: each file is asked for by itself, and a phone paints
//! nothing before the last has come. It also has to be there when the host has lost the files of the page.
//! In the end each file is named by what is in it.

use crate::digest::digest;
use crate::step::{Failure, run};
use crate::toolbox::Toolbox;
use crate::weigh::files_in;
use std::fs;
use std::path::{Path, PathBuf};

/// A style sheet that is shown in any case; one that is not has more to say in its tag.
const ALWAYS: &str = "<link rel=\"stylesheet\" href=\"./";

/// Joins the styles and rewrites what lies at the top of the release without what only people read.
pub(crate) fn slim(tools: &Toolbox, dist: &Path) -> Result<(), Failure> {
    join_styles(dist)?;
    let mut esbuild = tools.command("esbuild");
    esbuild.args(
        files_in(dist)?
            .into_iter()
            .filter(|path| is_ours(dist, path)),
    );
    esbuild.args(["--minify", "--allow-overwrite", "--charset=utf8"]);
    esbuild.args(["--legal-comments=none", "--target=es2022"]);
    // What wasm-bindgen writes twice for a split Wasm is twice the same.
    esbuild.args([
        "--log-level=warning",
        "--log-override:duplicate-object-key=silent",
    ]);
    run(esbuild.arg(format!("--outdir={}", dist.display())))?;
    bring_in(dist)?;
    name_by_content(dist)
}

/// Names files by what is in them. Trunk names them by what cargo made or a person wrote, and another
/// version of a tool makes something else of it: what browsers keep for ever would stay as it was.
fn name_by_content(dist: &Path) -> Result<(), Failure> {
    let page = dist.join("index.html");
    let mut html = fs::read_to_string(&page).map_err(Failure::file(&page))?;
    for path in files_in(dist)? {
        let name = path.file_name().and_then(|name| name.to_str());
        let Some((stem, ending)) = name.and_then(around_hash) else {
            continue;
        };
        let old = format!("./{}", name.unwrap_or_default());
        if path.parent() != Some(dist) || !html.contains(&old) {
            continue;
        }
        let content = fs::read(&path).map_err(Failure::file(&path))?;
        let new = format!("{stem}-{}{ending}", digest(&content));
        html = html.replace(&old, &format!("./{new}"));
        fs::rename(&path, dist.join(new)).map_err(Failure::file(&path))?;
    }
    fs::write(&page, html).map_err(Failure::file(&page))
}

/// What stands before and after the hash in a name; none when there is no hash.
fn around_hash(name: &str) -> Option<(&str, &str)> {
    let (stem, rest) = name.rsplit_once('-')?;
    let end = rest.find(['_', '.'])?;
    let (hash, ending) = rest.split_at(end);
    let is_hash = matches!(hash.len(), 13..=16) && hash.bytes().all(|it| it.is_ascii_hexdigit());
    is_hash.then_some((stem, ending))
}

/// Writes the script that runs before the first paint into the page, in place of its tag.
fn bring_in(dist: &Path) -> Result<(), Failure> {
    let page = dist.join("index.html");
    let html = fs::read_to_string(&page).map_err(Failure::file(&page))?;
    let (before, name, after) = parted(&html).ok_or_else(|| {
        Failure::wrong(
            "index.html does not name src/boot.js as it used to",
            "see how Trunk writes its tags",
        )
    })?;
    let path = dist.join(name);
    let script = fs::read_to_string(&path).map_err(Failure::file(&path))?;
    let html = format!("{before}<script>{}</script>{after}", script.trim_end());
    fs::write(&page, html).map_err(Failure::file(&page))?;
    fs::remove_file(&path).map_err(Failure::file(&path))
}

/// The page before the tag of that script, the name of its file, and the page after it.
fn parted(html: &str) -> Option<(&str, &str, &str)> {
    let (before, tag) = html.split_once("<script src=\"./boot-")?;
    let (hash, after) = tag.split_once("\"></script>")?;
    let start = before.len() + "<script src=\"./".len();
    Some((
        before,
        &html[start..start + "boot-".len() + hash.len()],
        after,
    ))
}

/// The others are small already.
fn is_ours(dist: &Path, path: &Path) -> bool {
    let ending = path.extension().and_then(|it| it.to_str());
    path.parent() == Some(dist) && matches!(ending, Some("css" | "js"))
}

/// Writes the styles that are shown in any case into one file, in the place of the first of them: their
/// layers say which rule counts, whatever their order.
fn join_styles(dist: &Path) -> Result<(), Failure> {
    let page = dist.join("index.html");
    let html = fs::read_to_string(&page).map_err(Failure::file(&page))?;
    let tags = always(&html);
    let mut styles = Vec::new();
    for (_, name) in &tags {
        let path = dist.join(name);
        styles.push(fs::read_to_string(&path).map_err(Failure::file(&path))?);
        fs::remove_file(&path).map_err(Failure::file(&path))?;
    }
    let [(first, _), rest @ ..] = tags.as_slice() else {
        return Err(Failure::wrong(
            "index.html has no style sheet that is shown in any case",
            "see how Trunk writes its tags",
        ));
    };
    let styles = styles.concat();
    let name = format!("style-{}.css", digest(&styles));
    let mut html = html.replace(first, &format!("{ALWAYS}{name}\">"));
    for (tag, _) in rest {
        html = html.replace(tag, "");
    }
    let joined: PathBuf = dist.join(name);
    fs::write(&joined, styles).map_err(Failure::file(&joined))?;
    fs::write(&page, html).map_err(Failure::file(&page))
}

/// The tags, and the names of their files.
fn always(html: &str) -> Vec<(String, String)> {
    let tags = html.match_indices(ALWAYS).filter_map(|(at, start)| {
        let tag = &html[at..];
        let tag = &tag[..tag.find('>')? + 1];
        let name = tag[start.len()..].split_once('"')?;
        // A medium of its own would be lost.
        matches!(name.1, ">" | "/>").then(|| (tag.to_owned(), name.0.to_owned()))
    });
    tags.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_of_the_first_paint_is_found_in_the_page() {
        let html =
            "<head><script src=\"./boot-1a.js\"></script><script src=\"./start-2.js\"></script>";
        let rest = "<script src=\"./start-2.js\"></script>";
        assert_eq!(parted(html), Some(("<head>", "boot-1a.js", rest)));
        assert_eq!(parted("<head></head>"), None);
    }

    #[test]
    fn what_is_named_by_its_hash_is_named_anew() {
        let check = |name: &str, expected| assert_eq!(around_hash(name), expected, "{name}");
        check(
            "pydrill-0123456789abcdef_bg.wasm",
            Some(("pydrill", "_bg.wasm")),
        );
        check("start-123456789abcd.js", Some(("start", ".js")));
        check("icon-180.png", None);
        check("index.html", None);
        let dist = std::env::temp_dir().join(format!("pydrill-slim-{}", std::process::id()));
        fs::create_dir_all(&dist).unwrap();
        let write = |name: &str, text: &str| fs::write(dist.join(name), text).unwrap();
        write("start-0123456789abcdef.js", "1");
        write("other-0123456789abcdef.js", "not in the page");
        write("index.html", "<script src=\"./start-0123456789abcdef.js\">");
        name_by_content(&dist).unwrap();
        let name = format!("start-{}.js", digest(&b"1".to_vec()));
        assert_eq!(fs::read(dist.join(&name)).unwrap(), b"1");
        let page = fs::read_to_string(dist.join("index.html")).unwrap();
        assert_eq!(page, format!("<script src=\"./{name}\">"));
        assert!(dist.join("other-0123456789abcdef.js").is_file());
        fs::remove_dir_all(dist).unwrap();
    }

    #[test]
    fn only_styles_without_a_medium_are_joined() {
        let html = "<head><link rel=\"stylesheet\" href=\"./a-1.css\"/>\
            <link rel=\"stylesheet\" href=\"./dark-2.css\" id=\"dark\" media=\"screen\"/>\
            <link rel=\"stylesheet\" href=\"./b-3.css\"></head>";
        let names: Vec<String> = always(html).into_iter().map(|(_, name)| name).collect();
        assert_eq!(names, ["a-1.css", "b-3.css"]);
    }
}
