//! Short names for what the Wasm and its glue call each other, and a glue without spaces.
//!
//! wasm-bindgen names each import after what it does and a hash of 16 digits, in the Wasm and once more
//! in the glue: 6 KB that no compression takes away. It is done in a release only, so that `serve` shows
//! the names in a debugger.

use crate::step::{Failure, output_of, run};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

/// The one module that all imports come from afterwards: wasm-opt calls it so.
const MODULE: &str = "a";

/// What the parts take from the first one, under these names.
const SHARED: [&str; 3] = [
    "__indirect_function_table",
    "__wasm_split_shared0",
    "memory",
];

/// What wasm-opt prints: long names and short ones.
#[derive(serde::Deserialize)]
struct Renamed {
    /// Module, name, short name.
    imports: Vec<(String, String, String)>,
    /// Name, short name.
    exports: Vec<(String, String)>,
}

/// Gives both files short names.
pub(super) fn shorten(glue: &Path, wasm: &Path) -> Result<(), Failure> {
    let mut opt = Command::new("wasm-opt");
    opt.arg(wasm).arg("-o").arg(wasm);
    let said = output_of(opt.arg("--minify-imports-and-exports-and-modules"))?;
    let names = names(&said)?;
    let text = fs::read_to_string(glue).map_err(Failure::file(glue))?;
    fs::write(glue, from_one_module(&text)?).map_err(Failure::file(glue))?;
    let cache = wasm.with_extension("names.json");
    let text = serde_json::json!(names).to_string();
    fs::write(&cache, text).map_err(Failure::file(&cache))?;
    let any: Vec<String> = names.keys().map(|name| literally(name)).collect();
    let mut esbuild = Command::new("esbuild");
    esbuild
        .arg(glue)
        .args(["--minify", "--format=esm", "--target=es2022"]);
    esbuild.args(["--charset=utf8", "--log-level=warning", "--allow-overwrite"]);
    esbuild.arg(format!("--outfile={}", glue.display()));
    esbuild.arg(format!("--mangle-props=^({})$", any.join("|")));
    run(esbuild.arg(format!("--mangle-cache={}", cache.display())))?;
    fs::remove_file(&cache).map_err(Failure::file(&cache))
}

/// Short names by long ones.
fn names(said: &str) -> Result<BTreeMap<String, String>, Failure> {
    let wrong = |what: String| Failure::wrong(what, "see xtask/src/split/names.rs");
    let renamed: Renamed = serde_json::from_str(said).map_err(|cause| {
        wrong(format!(
            "what wasm-opt says of names cannot be read: {cause}"
        ))
    })?;
    let imports = renamed
        .imports
        .into_iter()
        .map(|(_, name, short)| (name, short));
    let mut names = BTreeMap::new();
    for (name, short) in imports.chain(renamed.exports) {
        if let Some(other) = names.insert(name.clone(), short.clone())
            && other != short
        {
            return Err(wrong(format!(
                "`{name}` is called both {other} and {short}"
            )));
        }
    }
    Ok(names)
}

/// The glue with all imports in one module, and with the long names where the parts ask for them.
fn from_one_module(glue: &str) -> Result<String, Failure> {
    let wrong = || {
        Failure::wrong(
            "the glue of wasm-bindgen does not give its imports as it used to",
            "see `from_one_module` in xtask/src/split/names.rs",
        )
    };
    let (before, rest) = glue
        .split_once("    return {\n        __proto__: null,\n        \"")
        .ok_or_else(wrong)?;
    let (given, after) = rest.split_once("    };\n").ok_or_else(wrong)?;
    let modules: Option<Vec<&str>> = given.lines().map(module).collect();
    let spread = format!("...{}", modules.ok_or_else(wrong)?.join(", ..."));
    let mut glue = format!("{before}    return {{ \"{MODULE}\": {{ {spread} }} }};\n{after}");
    for name in SHARED {
        glue = glue.replace(
            &format!("sharedImports.__wasm_split.{name}"),
            &format!("sharedImports.__wasm_split[\"{name}\"]"),
        );
    }
    let list = format!("{},  }});", SHARED.join(", "));
    let quoted = SHARED.map(|name| format!("\"{name}\": {name}")).join(", ");
    match glue.contains(&list) {
        true => Ok(glue.replace(&list, &format!("{quoted} }});"))),
        false => Err(wrong()),
    }
}

/// What stands behind a quoted module: `"./app.js": import0,`.
fn module(line: &str) -> Option<&str> {
    line.trim()
        .strip_suffix(',')?
        .split_once("\": ")
        .map(|(_, given)| given)
}

/// For a regular expression.
fn literally(name: &str) -> String {
    name.replace('$', r"\$")
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "        const { __indirect_function_table, __wasm_split_shared0, memory,  } = initSync();\n        \
        Object.assign(sharedImports.__wasm_split, { __indirect_function_table, __wasm_split_shared0, memory,  });\n\
        sharedImports.__wasm_split.__indirect_function_table.get(0)();\n\
        function imports() {\n    const import0 = {};\n    return {\n        __proto__: null,\n        \
        \"./app.js\": import0,\n        \"./loader.js\": import1,\n    };\n}\n";

    #[test]
    fn all_imports_come_from_one_module_and_the_parts_find_what_they_ask_for() {
        let glue = from_one_module(GLUE).unwrap();
        assert!(
            glue.contains("return { \"a\": { ...import0, ...import1 } };"),
            "{glue}"
        );
        assert!(glue.contains("\"memory\": memory });"), "{glue}");
        assert!(
            glue.contains("__wasm_split[\"__indirect_function_table\"].get"),
            "{glue}"
        );
        assert!(glue.contains("memory,  } = initSync()"), "{glue}");
    }

    #[test]
    fn glue_of_another_shape_is_not_guessed_at() {
        for glue in [
            GLUE.replace("__proto__", "proto"),
            GLUE.replace("memory,  });", "});"),
        ] {
            let said = from_one_module(&glue).unwrap_err().to_string();
            assert!(said.contains("as it used to"), "{said}");
        }
    }

    #[test]
    fn a_name_has_one_short_name() {
        let read = |exported: &str| {
            names(&format!(
                r#"{{ "imports": [ ["./app.js", "run", "a"] ], "exports": [ ["{exported}", "b"] ] }}"#
            ))
        };
        assert_eq!(read("memory").unwrap()["memory"], "b");
        assert!(
            read("run")
                .unwrap_err()
                .to_string()
                .contains("both a and b")
        );
        assert!(names("nothing").is_err());
    }
}
