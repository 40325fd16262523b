//! How a good host sends the release: every file as it was built, compressed where a `.br` stands beside it,
//! and with the headers that `_headers` gives it.

use std::fs;
use std::path::Path;

/// The whole of an answer to who asks for a file of this kind.
pub(crate) fn answer(dist: &Path, file: &str, kind: &str) -> Vec<u8> {
    let found = self::file(dist, file);
    let status = if found.is_some() { 200 } else { 404 };
    let (headers, bytes) = found.unwrap_or_default();
    let length = bytes.len();
    let head = format!(
        "HTTP/1.1 {status} -\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n{headers}\r\n"
    );
    [head.into_bytes(), bytes].concat()
}

/// A file as it goes over the line, with the headers that say so. `None`: it is not there.
fn file(dist: &Path, file: &str) -> Option<(String, Vec<u8>)> {
    let rules = fs::read_to_string(dist.join("_headers")).expect("the release has headers");
    let headers = headers(&rules, file);
    match fs::read(dist.join(format!("{file}.br"))) {
        Ok(small) => Some((format!("{headers}Content-Encoding: br\r\n"), small)),
        Err(_) => Some((headers, fs::read(dist.join(file)).ok()?)),
    }
}

/// What the rules say of a file: paths at the start of a line, and below each what is sent with it.
fn headers(rules: &str, file: &str) -> String {
    let mut sent = String::new();
    let mut is_meant = false;
    for line in rules.lines() {
        match line.strip_prefix('/') {
            Some(path) => {
                is_meant = match path.strip_suffix('*') {
                    Some(start) => file.starts_with(start),
                    None => file == path,
                }
            }
            None if is_meant && !line.is_empty() => sent += &format!("{}\r\n", line.trim()),
            None => {}
        }
    }
    sent
}

#[test]
fn a_file_is_sent_with_the_headers_of_every_path_that_names_it() {
    let rules =
        "/*\n  X-A: 1\n\n/parts/*\n  Cache-Control: max-age=9\n\n/sw.js\n  X-B: 2\n  X-C: 3\n";
    let check = |file: &str, expected: &str| assert_eq!(headers(rules, file), expected);
    check("index.html", "X-A: 1\r\n");
    check("parts/a.wasm", "X-A: 1\r\nCache-Control: max-age=9\r\n");
    check("sw.js", "X-A: 1\r\nX-B: 2\r\nX-C: 3\r\n");
}
