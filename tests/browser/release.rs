//! Two releases made of one: the one in `dist/`, and the next, of which every file has another name. What a
//! test of it needs is that each asks for its own files and for none of the other's.

use crate::site;
use std::fs;
use std::path::Path;

/// What a host serves.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Release {
    /// As it was built.
    This,
    /// With other hashes, and told apart by `data-release` in its page.
    Next,
}

impl Release {
    /// A file of this release; none when only the other has it.
    pub(crate) fn read(self, dist: &Path, file: &str) -> Option<Vec<u8>> {
        match self {
            Release::This => fs::read(dist.join(file)).ok(),
            Release::Next => {
                let bytes = fs::read(dist.join(other_hashes(file))).ok()?;
                let names_others = [".html", ".json", ".js"]
                    .iter()
                    .any(|it| file.ends_with(it));
                // What has no hash in its name keeps it, and Python and the editor are the same in both.
                if !names_others || file.contains('/') {
                    return Some(bytes);
                }
                let text = other_hashes(&String::from_utf8(bytes).ok()?);
                let text = text.replacen("<html", "<html data-release=\"next\"", 1);
                Some(text.into_bytes())
            }
        }
    }
}

/// Whether a file of this name belongs to the release as it was built.
pub(crate) fn is_of_this(name: &str) -> bool {
    site::dist().join(name).is_file()
}

/// Turns every hash around: 16 digits after a dash in a name, from which Trunk leaves out zeros at the
/// start, and 32 in quotation marks in the list of the service worker.
fn other_hashes(text: &str) -> String {
    let is_word = |c: char| c.is_ascii_alphanumeric();
    let mut turned = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        let is_hash = match (turned.chars().last(), word.len()) {
            (Some('-'), 13..=16) | (Some('"'), 32) => {
                word.chars().all(|c| matches!(c, '0'..='9' | 'a'..='f'))
            }
            _ => false,
        };
        if is_hash {
            turned.extend(word.chars().rev());
        } else {
            turned.push_str(word);
        }
        let next = after.find(is_word).unwrap_or(after.len());
        turned.push_str(&after[..next]);
        rest = &after[next..];
    }
    turned
}

#[test]
fn only_hashes_are_turned() {
    let check = |text: &str, expected: &str| assert_eq!(other_hashes(text), expected);
    check("./boot-0123456789abcdef.js?", "./boot-fedcba9876543210.js?");
    check("-0123456789abcdef_bg.wasm é", "-fedcba9876543210_bg.wasm é");
    // What wasm-bindgen calls a function.
    check("cb_unref_09736879a3f67559", "cb_unref_09736879a3f67559");
    check("-0123456789ab, index.html", "-0123456789ab, index.html");
    check(
        &other_hashes("a-0000000011111111.css"),
        "a-0000000011111111.css",
    );
}
