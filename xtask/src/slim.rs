//! Makes the scripts and styles of a release small, which Trunk leaves as they were written: comments are
//! for those who read the source. Styles that need no condition in their tags become one file, and the scripts that
//! begin stand in the page: each file is asked for by itself, and a phone paints nothing before the last has
//! come. They also have to be there when the host has lost the files of the page. In the end each file is named
//! by what is in it.

use crate::digest::digest;
use crate::step::{Failure, output_of, run};
use crate::toolbox::Toolbox;
use crate::weigh::files_in;
use std::fs;
use std::path::Path;

/// How Trunk begins the tag of a style sheet.
const SHEET: &str = "<link rel=\"stylesheet\" href=\"./";
/// How the rest of the tag is when the sheet is shown in any case, or on paper. One that is shown under another
/// condition stays by itself: its tag is where the condition changes.
const ALWAYS: [&str; 2] = [">", "/>"];
const ON_PAPER: [&str; 2] = [" media=\"print\">", " media=\"print\"/>"];

/// What these are joined in, until it is named by what is in it.
const JOINED: &str = "style-0000000000000000.css";

/// A script that is to stand in the page.
struct Inline {
    /// How Trunk begins its tag, up to the hash in the name of the file,
    begins: &'static str,
    /// and how it ends.
    ends: &'static str,
    /// The tag that takes its place.
    tag: &'static str,
    /// What browsers have to know that read it.
    syntax: &'static str,
}

const INLINE: [Inline; 2] = [
    // It says what to do where the app cannot run.
    Inline {
        begins: "<script src=\"./boot-",
        ends: "\"></script>",
        tag: "<script>",
        syntax: "es5",
    },
    Inline {
        begins: "<script src=\"./start-",
        ends: "\" type=\"module\"></script>",
        tag: "<script type=\"module\">",
        syntax: SYNTAX,
    },
];

/// What browsers know that run the app.
const SYNTAX: &str = "es2022";

/// Joins the styles and rewrites what lies at the top of the release without what only people read.
pub(crate) fn slim(tools: &Toolbox, dist: &Path) -> Result<(), Failure> {
    drop_comments(dist)?;
    drop_margins(dist)?;
    join_styles(dist)?;
    for script in &INLINE {
        bring_in(tools, dist, script)?;
    }
    let mut esbuild = tools.command("esbuild");
    esbuild.args(
        files_in(dist)?
            .into_iter()
            .filter(|path| is_ours(dist, path)),
    );
    esbuild.args(["--minify", "--allow-overwrite", "--charset=utf8"]);
    esbuild.args(["--legal-comments=none", &format!("--target={SYNTAX}")]);
    // What wasm-bindgen writes twice for a split Wasm is twice the same.
    esbuild.args([
        "--log-level=warning",
        "--log-override:duplicate-object-key=silent",
    ]);
    run(esbuild.arg(format!("--outdir={}", dist.display())))?;
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

/// Takes the comments out of the page, with the lines that they leave empty.
fn drop_comments(dist: &Path) -> Result<(), Failure> {
    let page = dist.join("index.html");
    let html = fs::read_to_string(&page).map_err(Failure::file(&page))?;
    fs::write(&page, without_comments(&html)).map_err(Failure::file(&page))
}

/// Takes the line breaks and margins out of the manifest and the icon: no text in them has any.
fn drop_margins(dist: &Path) -> Result<(), Failure> {
    for name in ["app.webmanifest", "icon.svg"] {
        let path = dist.join(name);
        let text = fs::read_to_string(&path).map_err(Failure::file(&path))?;
        let text: String = text.lines().map(str::trim).collect();
        fs::write(&path, text).map_err(Failure::file(&path))?;
    }
    Ok(())
}

/// Lines also lose what is before them: nothing in the page depends on how far they stand in.
fn without_comments(html: &str) -> String {
    let mut parts = html.split("<!--");
    let mut kept = parts.next().unwrap_or_default().to_owned();
    kept.extend(parts.filter_map(|part| part.split_once("-->").map(|(_, after)| after)));
    let lines = kept.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// Writes a script into the page, in place of its tag.
fn bring_in(tools: &Toolbox, dist: &Path, script: &Inline) -> Result<(), Failure> {
    let page = dist.join("index.html");
    let html = fs::read_to_string(&page).map_err(Failure::file(&page))?;
    let (before, name, after) = script.parted(&html).ok_or_else(|| {
        Failure::wrong(
            format!("index.html has no tag that begins with `{}`", script.begins),
            "see how Trunk writes its tags",
        )
    })?;
    let path = dist.join(name);
    let mut esbuild = tools.command("esbuild");
    esbuild.arg(&path);
    esbuild.args(["--minify", "--charset=utf8", "--log-level=warning"]);
    let text = output_of(esbuild.arg(format!("--target={}", script.syntax)))?;
    let html = format!("{before}{}{}</script>{after}", script.tag, text.trim_end());
    fs::write(&page, html).map_err(Failure::file(&page))?;
    fs::remove_file(&path).map_err(Failure::file(&path))
}

impl Inline {
    /// The page before the tag, the name of its file, and the page after it.
    fn parted<'a>(&self, html: &'a str) -> Option<(&'a str, &'a str, &'a str)> {
        let (before, tag) = html.split_once(self.begins)?;
        let (hash, after) = tag.split_once(self.ends)?;
        let (_, name) = self.begins.split_once("./")?;
        let start = before.len() + self.begins.len();
        let name = &html[start - name.len()..start + hash.len()];
        Some((before, name, after))
    }
}

/// The others are small already.
fn is_ours(dist: &Path, path: &Path) -> bool {
    let ending = path.extension().and_then(|it| it.to_str());
    path.parent() == Some(dist) && matches!(ending, Some("css" | "js"))
}

/// Writes the styles that are shown in any case and those for paper into one file, in the place of the first of
/// them: their layers say which rule counts, whatever their order.
fn join_styles(dist: &Path) -> Result<(), Failure> {
    let page = dist.join("index.html");
    let html = fs::read_to_string(&page).map_err(Failure::file(&page))?;
    let sheets = sheets(&html);
    let mut styles = String::new();
    for sheet in &sheets {
        let path = dist.join(sheet.name);
        let text = fs::read_to_string(&path).map_err(Failure::file(&path))?;
        match sheet.is_for_paper {
            true => styles.push_str(&format!("@media print {{\n{text}\n}}\n")),
            false => styles.push_str(&text),
        }
        fs::remove_file(&path).map_err(Failure::file(&path))?;
    }
    let [first, rest @ ..] = sheets.as_slice() else {
        return Err(Failure::wrong(
            "index.html has no style sheet that is shown in any case",
            "see how Trunk writes its tags",
        ));
    };
    let mut joined = html.replace(first.tag, &format!("{SHEET}{JOINED}\">"));
    for sheet in rest {
        joined = joined.replace(sheet.tag, "");
    }
    let file = dist.join(JOINED);
    fs::write(&file, styles).map_err(Failure::file(&file))?;
    fs::write(&page, joined).map_err(Failure::file(&page))
}

/// A style sheet that is joined with others.
#[derive(Debug, PartialEq, Eq)]
struct Sheet<'a> {
    tag: &'a str,
    name: &'a str,
    is_for_paper: bool,
}

fn sheets(html: &str) -> Vec<Sheet<'_>> {
    let tags = html.match_indices(SHEET).filter_map(|(at, start)| {
        let tag = &html[at..];
        let tag = &tag[..tag.find('>')? + 1];
        let (name, rest) = tag[start.len()..].split_once('"')?;
        let is_for_paper = ON_PAPER.contains(&rest);
        let is_joined = is_for_paper || ALWAYS.contains(&rest);
        is_joined.then_some(Sheet {
            tag,
            name,
            is_for_paper,
        })
    });
    tags.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_empty_lines_are_left_out() {
        let check = |html: &str, expected: &str| assert_eq!(without_comments(html), expected);
        check(
            "<p>a</p>\n  <!-- b\n c -->\n\n  <p>d<!-- e --> f</p>\n",
            "<p>a</p>\n<p>d f</p>",
        );
        check("<p>a</p>", "<p>a</p>");
    }

    #[test]
    fn the_scripts_that_begin_are_found_in_the_page() {
        let start = "<script src=\"./start-2.js\" type=\"module\"></script>";
        let boot = "<script src=\"./boot-1a.js\"></script>";
        let html = format!("<head>{boot}{start}</head>");
        let [first, second] = &INLINE;
        let rest = format!("{start}</head>");
        assert_eq!(first.parted(&html), Some(("<head>", "boot-1a.js", &*rest)));
        let before = format!("<head>{boot}");
        assert_eq!(
            second.parted(&html),
            Some((&*before, "start-2.js", "</head>"))
        );
        assert_eq!(first.parted("<head></head>"), None);
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
    fn styles_are_joined_that_are_shown_in_any_case_or_on_paper() {
        let html = "<head><link rel=\"stylesheet\" href=\"./a-1.css\"/>\
            <link rel=\"stylesheet\" href=\"./dark-2.css\" id=\"dark\" media=\"screen\"/>\
            <link rel=\"stylesheet\" href=\"./b-3.css\">\
            <link rel=\"stylesheet\" href=\"./print-4.css\" media=\"print\"/></head>";
        let found: Vec<(&str, bool)> = sheets(html)
            .iter()
            .map(|sheet| (sheet.name, sheet.is_for_paper))
            .collect();
        let expected = [
            ("a-1.css", false),
            ("b-3.css", false),
            ("print-4.css", true),
        ];
        assert_eq!(found, expected);
    }
}
