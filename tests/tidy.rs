//! The rules of the house, checked: who may depend on whom, what a file looks like, what never changes.
//!
//! A review need not look for these. Each rule carries a file that breaks it, and a test shows that it
//! is caught. It reads text and does not parse Rust; a rule that needs more belongs into a lint.

#![expect(
    clippy::unwrap_used,
    reason = "a file that cannot be read cannot be judged"
)]

use std::fs;
use std::path::Path;

/// What must be true of every file that it is about.
struct Rule {
    /// As one would say it in a review.
    says: &'static str,
    /// Whether it is about the file at this path.
    about: fn(&str) -> bool,
    /// What is wrong with the file, by line from 1.
    broken: fn(&File) -> Vec<(usize, String)>,
    /// The path and text of a file that breaks it.
    example: (&'static str, &'static str),
}

const RULES: &[Rule] = &[
    Rule {
        says: "practice and bank know no framework, browser, clock or chance: pass time and seed in",
        about: |path| is_practice(path) || path.starts_with("bank/"),
        broken: |file| {
            let outside = [
                "leptos",
                "web_sys",
                "js_sys",
                "wasm_bindgen",
                "gloo",
                "SystemTime",
                "Instant",
            ];
            file.names(&[&outside[..], &["rand::", "getrandom"]].concat())
        },
        example: ("src/practice/queue.rs", "//! Q.\nuse leptos::prelude::*;"),
    },
    Rule {
        says: "what is saved has its own type in storage; types of practice are not Serialize",
        about: is_practice,
        broken: |file| file.names(&["Serialize", "serde"]),
        example: (
            "src/practice/attempt.rs",
            "//! A.\n#[derive(Serialize)]\nstruct A;",
        ),
    },
    Rule {
        says: "only storage.rs names localStorage",
        about: |path| is_app(path) && path != "src/storage.rs",
        broken: |file| {
            file.names(&[
                "gloo_storage",
                "local_storage(",
                "session_storage(",
                "localStorage",
            ])
        },
        example: ("src/state.rs", "//! S.\nuse gloo_storage::LocalStorage;"),
    },
    Rule {
        says: "only python.rs and its folder name Worker",
        about: |path| is_app(path) && !path.starts_with("src/python"),
        broken: |file| file.names(&["Worker::", "::Worker", "Worker>"]),
        example: ("src/browser.rs", "//! B.\nuse web_sys::Worker;"),
    },
    Rule {
        says: "only browser.rs, editor.rs, offline.rs, storage.rs and python.rs name the browser, apart from \
            events and elements in components",
        about: |path| is_app(path) && !is_outside(path),
        broken: |file| {
            let in_component = file.path.starts_with("src/components/");
            let allowed =
                |item: &str| in_component && (item.ends_with("Event") || item.ends_with("Element"));
            let line = |line: &str| {
                let line = code(line);
                line.contains("js_sys") || !browser_items(line).into_iter().all(allowed)
            };
            file.lines(line)
        },
        example: ("src/components/page.rs", "//! P.\nuse web_sys::Document;"),
    },
    Rule {
        says: "components take values and callbacks; they never read context",
        about: |path| path.starts_with("src/components"),
        broken: |file| file.names(&["use_context", "expect_context", "AppState"]),
        example: (
            "src/components/tally.rs",
            "//! T.\nfn f() { expect_context::<X>(); }",
        ),
    },
    Rule {
        says: "inner HTML is set in one component, which takes nothing but the bank's own HTML",
        about: |path| is_app(path) && path != "src/components/html.rs",
        broken: |file| file.names(&["inner_html", "insert_adjacent_html", "outer_html"]),
        example: (
            "src/pages/home.rs",
            "//! H.\nview! { <p inner_html=text></p> }",
        ),
    },
    Rule {
        says: "the context is provided once, by app.rs",
        about: |path| is_app(path) && path != "src/app.rs",
        broken: |file| file.names(&["provide_context"]),
        example: (
            "src/pages/home.rs",
            "//! H.\nfn f() { provide_context(1); }",
        ),
    },
    Rule {
        says: "a file is named after what it holds, and a module is foo.rs with foo/, never mod.rs",
        about: |_| true,
        broken: |file| {
            let vague = [
                "mod", "utils", "util", "helpers", "common", "misc", "types", "models", "services",
            ];
            let vague = |part: &str| vague.contains(&part.trim_end_matches(".rs"));
            let name = file.path.split('/').find(|part| vague(part));
            name.map(|name| (1, format!("`{name}`")))
                .into_iter()
                .collect()
        },
        example: ("src/utils/dates.rs", "//! Dates."),
    },
    Rule {
        says: "a file has at most 400 lines",
        about: |_| true,
        broken: |file| {
            let count = file.text.lines().count();
            (count > 400)
                .then(|| (401, format!("{count} lines")))
                .into_iter()
                .collect()
        },
        example: ("src/app.rs", LONG),
    },
    Rule {
        says: "a file opens with //! and what it is for",
        about: |_| true,
        broken: |file| match file.text.starts_with("//! ") {
            true => Vec::new(),
            false => vec![(1, "something else".to_owned())],
        },
        example: ("src/app.rs", "use std::fmt;"),
    },
    Rule {
        says: "tests ask again until they are answered; they do not sleep",
        about: |path| path.starts_with("tests/") && path != "tests/browser/wait.rs" && path != HERE,
        broken: |file| file.names(&["sleep("]),
        example: ("tests/browser/person.rs", "//! P.\nthread::sleep(second);"),
    },
    Rule {
        says: "no text is left unfinished",
        about: |path| path != HERE,
        broken: |file| {
            file.lines(|line| {
                ["TODO", "FIXME", "XXX"]
                    .iter()
                    .any(|mark| line.contains(mark))
            })
        },
        example: ("src/app.rs", "//! A.\nfn f() {} // TODO"),
    },
];

/// What released versions saved, with a hash of each. A sample is added and never edited: it stands for
/// what is on people's devices.
const SAVED: &[(&str, u64)] = &[
    ("backup-v3.json", 0x79ee_02db_5f49_ae9c),
    ("backup-v4-beside.json", 0x76ec_cdb0_4f09_356c),
    ("backup-v4-slips.json", 0xa277_b626_09be_09fd),
    ("backup-v4.json", 0x5f64_dac9_dadb_0be4),
    ("code-1.txt", 0xab99_e00f_8efc_56e7),
    ("log-1.txt", 0xb6fe_323d_7404_3748),
    ("log-2-slips.txt", 0x307b_cf8d_33aa_25f9),
    ("log-2.txt", 0xf5ec_9fa2_fbd6_d60c),
    ("progress-v1.json", 0x4215_80b9_f734_57f6),
    ("progress-v2.json", 0xf890_2d01_d310_6719),
    ("session-v1.json", 0x3c26_155d_afed_74e0),
    ("session-v2.json", 0xd984_d065_472d_a768),
    ("session-v3.json", 0xd0b2_341e_5f68_ad90),
    ("set-1.txt", 0x482a_3f19_3e4e_387e),
    ("settings-v1.json", 0xa757_bc66_30fd_ea89),
    ("settings-v2.json", 0x8500_522e_3d00_2713),
];

const HERE: &str = "tests/tidy.rs";
/// Longer than any file of ours may be.
const LONG: &str = include_str!("../Cargo.lock");

#[test]
fn every_file_keeps_every_rule() {
    let files: Vec<File> = ["src", "bank", "xtask/src", "tests"]
        .into_iter()
        .flat_map(files_in)
        .collect();
    assert!(
        files.len() > 100,
        "only {} files are looked at",
        files.len()
    );
    let broken = files
        .iter()
        .flat_map(|file| RULES.iter().flat_map(|rule| rule.judge(file)));
    let broken: Vec<String> = broken.collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn every_rule_catches_a_file_that_breaks_it() {
    for rule in RULES {
        let (path, text) = rule.example;
        let file = File {
            path: path.to_owned(),
            text: text.to_owned(),
        };
        assert!(!rule.judge(&file).is_empty(), "not caught: {}", rule.says);
    }
}

#[test]
fn what_is_said_in_comments_and_in_other_places_breaks_no_rule() {
    let check = |path: &str, text: &str| {
        let file = File {
            path: path.to_owned(),
            text: text.to_owned(),
        };
        let broken: Vec<String> = RULES.iter().flat_map(|rule| rule.judge(&file)).collect();
        assert!(broken.is_empty(), "{broken:?}");
    };
    check(
        "src/practice/queue.rs",
        "//! Knows no leptos.\n/// No Instant either.\nfn f() {} // nor js_sys",
    );
    check(
        "src/components/order.rs",
        "//! O.\nuse web_sys::{PointerEvent, HtmlElement};",
    );
    check("src/storage.rs", "//! S.\nuse gloo_storage::LocalStorage;");
    check(
        "src/components/html.rs",
        "//! H.\nview! { <p inner_html=html></p> }",
    );
}

#[test]
fn saved_samples_are_never_edited() {
    let folder = root().join("tests/saved");
    let names = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut found: Vec<(String, u64)> = names
        .map(|name| {
            let hash = hash(&fs::read(folder.join(&name)).unwrap());
            (name, hash)
        })
        .collect();
    found.sort();
    let known: Vec<(String, u64)> = SAVED
        .iter()
        .map(|(name, hash)| (name.to_string(), *hash))
        .collect();
    assert_eq!(
        found, known,
        "a sample was edited, or a new one is not listed"
    );
}

struct File {
    /// From the root, with `/`.
    path: String,
    text: String,
}

impl Rule {
    fn judge(&self, file: &File) -> Vec<String> {
        if !(self.about)(&file.path) {
            return Vec::new();
        }
        let broken = (self.broken)(file).into_iter();
        broken
            .map(|(line, what)| format!("{}:{line}: {what}; {}", file.path, self.says))
            .collect()
    }
}

impl File {
    /// The lines whose code holds one of these texts.
    fn names(&self, texts: &[&str]) -> Vec<(usize, String)> {
        self.lines(|line| texts.iter().any(|text| code(line).contains(text)))
    }

    /// The lines of which something is true.
    fn lines(&self, is: impl Fn(&str) -> bool) -> Vec<(usize, String)> {
        let lines = self.text.lines().zip(1..).filter(|(line, _)| is(line));
        lines
            .map(|(line, number)| (number, line.trim().to_owned()))
            .collect()
    }
}

/// A line without its comment. The `//` of an address is none.
fn code(line: &str) -> &str {
    let comment = line
        .match_indices("//")
        .find(|(at, _)| !line[..*at].ends_with(':'));
    comment.map_or(line, |(at, _)| &line[..at])
}

/// What a line takes from web-sys: `A` of `web_sys::A`, `A` and `B` of `web_sys::{A, B}`.
fn browser_items(line: &str) -> Vec<&str> {
    let taken = line.split("web_sys::").skip(1).flat_map(|rest| {
        let list = rest
            .strip_prefix('{')
            .map(|list| list.split('}').next().unwrap_or(list));
        list.unwrap_or(
            rest.split(|c: char| !c.is_alphanumeric() && c != '_')
                .next()
                .unwrap_or(rest),
        )
        .split(',')
    });
    taken
        .map(str::trim)
        .filter(|item| !item.is_empty())
        .collect()
}

fn is_app(path: &str) -> bool {
    path.starts_with("src/")
}

fn is_practice(path: &str) -> bool {
    path.starts_with("src/practice")
}

fn is_outside(path: &str) -> bool {
    [
        "src/browser",
        "src/editor",
        "src/offline",
        "src/storage",
        "src/python",
    ]
    .iter()
    .any(|place| path.starts_with(place))
}

/// FNV-1a, 64 bits: it has to stay the same, not to resist anyone.
fn hash(bytes: &[u8]) -> u64 {
    let mix = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, mix)
}

fn files_in(folder: &str) -> Vec<File> {
    let entries = fs::read_dir(root().join(folder)).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let paths = names.map(|name| format!("{folder}/{name}"));
    paths
        .flat_map(|path| match root().join(&path).is_dir() {
            true => files_in(&path),
            false if path.ends_with(".rs") => {
                let text = fs::read_to_string(root().join(&path)).unwrap();
                vec![File { path, text }]
            }
            false => Vec::new(),
        })
        .collect()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
