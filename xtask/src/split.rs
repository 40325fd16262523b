//! Splits the Wasm: what a first visit loads, and parts that come when they are first shown.
//!
//! Trunk calls cargo and then wasm-bindgen, and cannot split. So the `wasm-bindgen` that it finds calls
//! this, which splits what cargo made and gives the first part to the real one. Functions marked with
//! `wasm_split` say where; the linker's relocations, which `bank/embed.rs` asks for, say what goes with
//! them. A hook in `Trunk.toml` copies the other parts.

mod names;

use crate::digest::digest;
use crate::step::{Failure, run};
use crate::toolbox::Toolbox;
use crate::workspace::root;
use std::fs;
use std::path::Path;
use std::process::Command;
use wasm_split_cli_support::{Options, transform};

/// All that is made here.
const HOME: &str = "target/split";

/// The parts; `Trunk.toml` names the same folder.
const PARTS: &str = "target/split/parts";

/// The module that the Wasm believes its loader to be in. It is written into the glue instead: one file
/// less to wait for, and no second name to keep in step.
const LINK: &str = "./loader.js";

/// What the loader says when a part does not come.
const TOLD: &str = "console.error(e);";
/// How the loader takes a part. It refuses one that a host calls a stream of bytes, as hosts do that do
/// not know Wasm.
const STREAMED: &str = "WebAssembly.instantiateStreaming(src, imports)";

/// A part is small enough to be waited for.
const WHOLE: &str = "const whole = (src, imports) => src.then((part) => part.arrayBuffer())\
    .then((part) => WebAssembly.instantiate(part, imports));\n";

/// The tools with a `wasm-bindgen` that splits.
pub(crate) fn splitting(tools: &Toolbox) -> Result<Toolbox, Failure> {
    let folder = root().join(HOME).join("bin");
    fs::create_dir_all(&folder).map_err(Failure::file(&folder))?;
    let xtask = std::env::current_exe().map_err(Failure::file(Path::new("xtask")))?;
    let script = folder.join("wasm-bindgen");
    let text = format!(
        "#!/bin/sh\nPATH={} exec {} bindgen \"$@\"\n",
        quoted(&tools.path().to_string_lossy()),
        quoted(&xtask.to_string_lossy())
    );
    fs::write(&script, text).map_err(Failure::file(&script))?;
    run(Command::new("chmod").arg("+x").arg(&script))?;
    tools.before(folder)
}

/// For the shell.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

/// What Trunk takes for wasm-bindgen.
pub(crate) fn bindgen(args: &[String]) -> Result<(), Failure> {
    let mut real = Command::new("wasm-bindgen");
    let out = |name| args.iter().find_map(|arg| arg.strip_prefix(name));
    let input = args.iter().find(|arg| arg.ends_with(".wasm"));
    let (Some(input), Some(folder), Some(name)) = (input, out("--out-dir="), out("--out-name="))
    else {
        // It was asked for its version.
        return run(real.args(args));
    };
    let is_release = Path::new(folder).ends_with("release");
    let first = root().join(HOME).join("first.wasm");
    let loader = split(Path::new(input), &first, is_release)?;
    let rest = args.iter().filter(|arg| *arg != input);
    // The parts need what the linker exports.
    run(real.args(rest).arg("--keep-lld-exports").arg(&first))?;
    let glue = Path::new(folder).join(format!("{name}.js"));
    let text = fs::read_to_string(&glue).map_err(Failure::file(&glue))?;
    fs::write(&glue, with_loader(&text, &loader)?).map_err(Failure::file(&glue))?;
    match is_release {
        true => names::shorten(&glue, &Path::new(folder).join(format!("{name}_bg.wasm"))),
        false => Ok(()),
    }
}

/// Writes the first part and all others; answers the loader of those.
fn split(input: &Path, first: &Path, is_release: bool) -> Result<String, Failure> {
    let wasm = fs::read(input).map_err(Failure::file(input))?;
    let parts = root().join(PARTS);
    // Earlier ones would be shipped beside these.
    if parts.is_dir() {
        fs::remove_dir_all(&parts).map_err(Failure::file(&parts))?;
    }
    fs::create_dir_all(&parts).map_err(Failure::file(&parts))?;
    let mut options = Options::new(&wasm);
    options.output_dir = &parts;
    options.main_out_path = first;
    options.link_name = LINK;
    let made = transform(options).map_err(|cause| {
        Failure::wrong(
            format!("the Wasm cannot be split: {cause:#}"),
            "see xtask/src/split.rs",
        )
    })?;
    let link = parts.join(LINK);
    let mut loader = fs::read_to_string(&link).map_err(Failure::file(&link))?;
    fs::remove_file(&link).map_err(Failure::file(&link))?;
    for part in made.split_modules {
        if is_release {
            optimise(&part)?;
        }
        let (before, after) = rename(&part)?;
        loader = loader.replace(&format!("\"./{before}\""), &format!("\"./parts/{after}\""));
    }
    Ok(loader)
}

/// As Trunk does with the first part.
fn optimise(part: &Path) -> Result<(), Failure> {
    run(Command::new("wasm-opt")
        .arg("-Oz")
        .arg(part)
        .arg("-o")
        .arg(part))
}

/// Puts a hash of what is inside into the name of a file; answers the old name and the new one.
fn rename(part: &Path) -> Result<(String, String), Failure> {
    let bytes = fs::read(part).map_err(Failure::file(part))?;
    let name_of = |path: &Path| {
        path.file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned()
    };
    let stem = part.file_stem().unwrap_or_default().to_string_lossy();
    let renamed = part.with_file_name(format!("{stem}-{}.wasm", digest(&bytes)));
    fs::rename(part, &renamed).map_err(Failure::file(part))?;
    Ok((name_of(part), name_of(&renamed)))
}

/// The glue of wasm-bindgen with the loader inside, in place of its imports: one for each part.
fn with_loader(glue: &str, loader: &str) -> Result<String, Failure> {
    let wrong = || {
        Failure::wrong(
            "the glue of wasm-bindgen does not import the loader of the parts as it used to",
            "see `with_loader` in xtask/src/split.rs",
        )
    };
    let (first, loader) = loader.split_once('\n').ok_or_else(wrong)?;
    let end = format!(" from \"{LINK}\"");
    let imported = |line: &str| {
        let line = line.strip_suffix(';').unwrap_or(line).strip_suffix(&end)?;
        line.strip_prefix("import * as ").map(str::to_owned)
    };
    let names: Vec<String> = glue.lines().filter_map(imported).collect();
    if names.is_empty() || !first.starts_with("import {") || !loader.contains(STREAMED) {
        return Err(wrong());
    }
    let exported = loader
        .lines()
        .filter_map(|line| line.strip_prefix("export const "));
    let exported: Vec<&str> = exported.filter_map(|line| line.split(' ').next()).collect();
    let whole = loader.replace(STREAMED, "whole(src, imports)");
    // The page itself says that a part did not come; one that is left meanwhile has nothing to say.
    let (before, after) = whole.split_once(TOLD).ok_or_else(wrong)?;
    let mut inside = [
        WHOLE,
        &[before, after].concat().replace("export const ", "const "),
    ]
    .concat();
    for name in names {
        inside += &format!("\nconst {name} = {{ {} }};", exported.join(", "));
    }
    let rest: Vec<&str> = glue
        .lines()
        .filter(|line| imported(line).is_none())
        .collect();
    Ok(format!("{inside}\n{}\n", rest.join("\n")))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "import * as import1 from \"./loader.js\"\nimport * as import2 from \"./loader.js\"\n\n\
        let wasm;\nconst imports = { \"./loader.js\": import1, \"./loader.js\": import2 };\n";

    const LOADER: &str = "import { initSync } from \"./main.js\";\n\nlet shared;\n\
        export const __wasm_split_load_a = load(() => (WebAssembly.instantiateStreaming(src, imports)));\nconsole.error(e);\n\
        export const __wasm_split_load_b = load(() => \"./parts/b.wasm\");\n";

    #[test]
    fn the_loader_stands_in_the_glue_under_the_name_of_its_import() {
        let glue = with_loader(GLUE, LOADER).unwrap();
        assert!(
            !glue.contains("import * as") && !glue.contains("import {"),
            "{glue}"
        );
        assert!(!glue.contains("export "), "{glue}");
        assert!(glue.contains("load(() => (whole(src, imports)))"), "{glue}");
        for name in ["import1", "import2"] {
            let both = format!("const {name} = {{ __wasm_split_load_a, __wasm_split_load_b }};");
            assert!(glue.contains(&both), "{glue}");
        }
        assert!(glue.ends_with("import2 };\n"), "{glue}");
    }

    #[test]
    fn glue_of_another_shape_is_not_guessed_at() {
        let said = |glue, loader| with_loader(glue, loader).unwrap_err().to_string();
        assert!(said("let wasm;", LOADER).contains("as it used to"));
        assert!(said(GLUE, "let shared;\n").contains("as it used to"));
        let other = LOADER.replace(STREAMED, "import.source(part)");
        assert!(said(GLUE, &other).contains("as it used to"));
    }

    #[test]
    fn a_path_with_a_quotation_mark_is_one_word_for_the_shell() {
        let shown = Command::new("sh")
            .arg("-c")
            .arg(format!("printf %s {}", quoted("/a b/it's")))
            .output();
        assert_eq!(shown.unwrap().stdout, b"/a b/it's");
    }
}
