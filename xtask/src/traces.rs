//! What the release must not tell: the folders of the machine on which it was built.

use crate::step::Failure;
use crate::weigh::files_in;
use crate::workspace::root;
use std::env;
use std::fs;
use std::path::Path;

/// Folders that any compiler may have written down, whatever the machine.
const ANYWHERE: [&str; 4] = ["registry/src/", "/rustlib/src/", ".cargo/", ".rustup/"];

/// Fails when a file of the release names a folder of this machine. In the Python pack the name of a
/// home or of a clone says nothing: Pyodide was compiled by others, who may call theirs the same. There
/// it is the folders from which our own build takes what it compiles.
pub(crate) fn check(dist: &Path) -> Result<(), Failure> {
    let home = env::var("HOME").unwrap_or_default();
    let root = root().display().to_string();
    let taken_from = ["target/", "public/", "node_modules/"].map(|name| format!("{root}/{name}"));
    let mut of_pack = ANYWHERE.to_vec();
    of_pack.extend(taken_from.iter().map(String::as_str));
    let mut of_ours = ANYWHERE.to_vec();
    of_ours.extend(
        [root.as_str(), home.as_str()]
            .iter()
            .filter(|path| path.len() > 1),
    );
    let pack = dist.join("python");
    for path in files_in(dist)? {
        let folders = if path.starts_with(&pack) {
            &of_pack
        } else {
            &of_ours
        };
        let bytes = fs::read(&path).map_err(Failure::file(&path))?;
        if let Some(folder) = told(&bytes, folders) {
            return Err(Failure::wrong(
                format!("{} names the folder `{folder}`", path.display()),
                "build it without the places of panics, as xtask/src/lean.rs does",
            ));
        }
    }
    Ok(())
}

/// The first of the folders that the bytes name.
fn told<'a>(bytes: &[u8], folders: &[&'a str]) -> Option<&'a str> {
    let names = |folder: &&&str| {
        let mut places = bytes.windows(folder.len());
        places.any(|window| window == folder.as_bytes())
    };
    folders.iter().find(names).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_found_wherever_it_stands() {
        let check = |bytes: &[u8], expected: Option<&str>| {
            assert_eq!(told(bytes, &ANYWHERE), expected);
        };
        check(b"\0asm", None);
        check(b"", None);
        check(
            b"\xff/home/ann/.cargo/registry/src/index/a-1.0/src/lib.rs\0",
            Some("registry/src/"),
        );
        check(b"/opt/rustlib/src/rust/library", Some("/rustlib/src/"));
    }
}
