//! The editor of exercises: CodeMirror, and what `src/editor/` writes around it, made into one file.
//!
//! It is made before Trunk runs, which copies it and tells the page its name. It does not follow
//! changes while `serve` runs.

use crate::step::{Failure, run, step};
use crate::toolbox::Toolbox;
use crate::workspace::root;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const ENTRY: &str = "src/editor/editor.js";

/// What Trunk copies; `index.html` names the same folder.
const FILES: &str = "target/editor/files";

/// The name of the one file in there; `Trunk.toml` names the same.
const NAME: &str = "target/editor/name";

const CONTENTS: &str = "target/editor/contents.json";

/// What people are told of the packages inside.
const LICENCES: &str = "public/licences/editor.txt";

/// Makes the file.
pub(crate) fn bundle(tools: &Toolbox) -> Result<(), Failure> {
    step("bundle the editor", || {
        let files = root().join(FILES);
        // An earlier one would be shipped beside this one.
        if files.is_dir() {
            fs::remove_dir_all(&files).map_err(Failure::file(&files))?;
        }
        let mut esbuild = tools.command("esbuild");
        esbuild.args([ENTRY, "--bundle", "--format=esm", "--loader:.css=text"]);
        // The page asks for browsers of 2022 or later.
        esbuild.args(["--minify", "--target=es2022", "--charset=utf8"]);
        // They are in a file of their own.
        esbuild.args(["--legal-comments=none", "--log-level=warning"]);
        esbuild.arg(format!("--outdir={FILES}"));
        esbuild.args(["--entry-names=[hash]", &format!("--metafile={CONTENTS}")]);
        run(&mut esbuild)?;
        check_licences()?;
        let path = root().join(NAME);
        fs::write(&path, only_file_in(&files)?).map_err(Failure::file(&path))
    })
}

fn only_file_in(folder: &Path) -> Result<String, Failure> {
    let entries = fs::read_dir(folder).map_err(Failure::file(folder))?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    match names.collect::<Vec<_>>().as_slice() {
        [name] => Ok(name.clone()),
        names => Err(Failure::wrong(
            format!("the editor was to be one file and is {names:?}"),
            "see what src/editor/ imports",
        )),
    }
}

/// Fails when a package is inside of which people are told nothing.
fn check_licences() -> Result<(), Failure> {
    let read = |path: &str| {
        let path = root().join(path);
        fs::read_to_string(&path).map_err(Failure::file(&path))
    };
    let contents = serde_json::from_str(&read(CONTENTS)?)
        .map_err(|error| Failure::wrong(format!("{CONTENTS}: {error}"), "see what esbuild says"))?;
    let told = read(LICENCES)?;
    let packages = packages(&contents);
    let untold = packages
        .iter()
        .find(|package| !told.lines().any(|line| line.trim() == package.as_str()));
    match untold {
        None => Ok(()),
        Some(package) => Err(Failure::wrong(
            format!("the editor has {package} inside, and {LICENCES} does not say so"),
            "add it there, with its copyright",
        )),
    }
}

/// The npm packages that a bundle has inside, by what esbuild says of it.
fn packages(contents: &Value) -> BTreeSet<String> {
    let inputs = contents["inputs"].as_object().into_iter().flatten();
    let paths = inputs.filter_map(|(path, _)| path.strip_prefix("node_modules/"));
    let names = paths.map(|path| {
        let segments = if path.starts_with('@') { 2 } else { 1 };
        path.split('/').take(segments).collect::<Vec<_>>().join("/")
    });
    names.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn packages_are_named_as_on_npm() {
        let contents = json!({ "inputs": {
            "src/editor/editor.js": {},
            "node_modules/crelt/index.js": {},
            "node_modules/@lezer/common/dist/index.js": {},
            "node_modules/@lezer/common/dist/more.js": {},
        } });
        assert_eq!(
            packages(&contents).into_iter().collect::<Vec<_>>(),
            ["@lezer/common", "crelt"]
        );
    }
}
