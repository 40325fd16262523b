//! What has to be true of a host: each file as it is or as the compressed one beside it, under its kind, kept as
//! long as it may be, with the headers that a page cannot say itself; and what is not there, said so.

use super::asked::{Answer, Site};
use crate::policy::is_kept;
use crate::step::Failure;
use crate::weigh::files_in;
use std::fs;
use std::path::{Path, PathBuf};

/// What was found.
pub(super) struct Judged {
    /// So many were made.
    pub(super) requests: usize,
    /// A line for each thing that is wrong.
    pub(super) wrong: Vec<String>,
}

/// Who asks, and the ending of the file that is sent to them.
const TAKEN: [(&str, &str); 3] = [("br", ".br"), ("gzip", ".gz"), ("identity", "")];

/// Asks for every file of the release, and for some that are not there.
pub(super) fn judge(site: &Site, dist: &Path) -> Result<Judged, Failure> {
    let mut judged = Judged {
        requests: 0,
        wrong: Vec::new(),
    };
    for path in files_in(dist)? {
        let name = path.strip_prefix(dist).unwrap_or(&path).to_string_lossy();
        if name.ends_with(".br") || name.ends_with(".gz") || name == "_headers" {
            continue;
        }
        // A folder is asked for by its name.
        let address = name.strip_suffix("index.html").unwrap_or(&name);
        for (takes, ending) in TAKEN {
            let answer = site.ask(address, takes)?;
            judged.requests += 1;
            let sent = sent(&path, takes, ending);
            let bytes = fs::read(&sent.0).map_err(Failure::file(&sent.0))?;
            let wrong = of_file(&name, &answer, &bytes, sent.1);
            let wrong = wrong
                .into_iter()
                .map(|wrong| format!("{address} as {takes}: {wrong}"));
            judged.wrong.extend(wrong);
        }
    }
    let lost = dist.join("404.html");
    let page = fs::read(&lost).map_err(Failure::file(&lost))?;
    for address in [
        "no-such-page",
        "q/no-such-question/",
        "parts/gone-0123456789abcdef.wasm",
    ] {
        let answer = site.ask(address, "identity")?;
        judged.requests += 1;
        let wrong = of_lost(&answer, &page).into_iter();
        judged
            .wrong
            .extend(wrong.map(|wrong| format!("{address}: {wrong}")));
    }
    let answer = site.ask("q/gil", "identity")?;
    judged.requests += 1;
    let to = answer.header("location").unwrap_or_default();
    if !(300..400).contains(&answer.status) || !to.ends_with(&format!("{}q/gil/", site.under)) {
        judged
            .wrong
            .push(format!("q/gil: {} to `{to}`", answer.status));
    }
    Ok(judged)
}

/// The file that is to be sent, and how it is encoded.
fn sent(path: &Path, takes: &'static str, ending: &str) -> (PathBuf, Option<&'static str>) {
    let beside = PathBuf::from(format!("{}{ending}", path.display()));
    match !ending.is_empty() && beside.is_file() {
        true => (beside, Some(takes)),
        false => (path.to_owned(), None),
    }
}

fn of_file(name: &str, answer: &Answer, bytes: &[u8], encoding: Option<&str>) -> Vec<String> {
    let mut wrong = headers(answer, name);
    if answer.status != 200 {
        wrong.push(format!("the status is {}", answer.status));
    }
    if answer.header("content-encoding") != encoding {
        wrong.push(format!(
            "the encoding is {:?}",
            answer.header("content-encoding")
        ));
    }
    let varies = answer.header("vary").unwrap_or_default();
    if encoding.is_some() && !varies.eq_ignore_ascii_case("accept-encoding") {
        wrong.push(format!("caches hear that it varies by `{varies}`"));
    }
    if answer.body != bytes {
        wrong.push(format!(
            "{} bytes and not {}",
            answer.body.len(),
            bytes.len()
        ));
    }
    wrong
}

fn of_lost(answer: &Answer, page: &[u8]) -> Vec<String> {
    let mut wrong = headers(answer, "404.html");
    if answer.status != 404 {
        wrong.push(format!("the status is {}", answer.status));
    }
    if answer.body != page {
        wrong.push("it is not the page for lost addresses".to_owned());
    }
    wrong
}

/// What is wrong with the headers of the answer for a file of this name.
fn headers(answer: &Answer, name: &str) -> Vec<String> {
    let cached = match is_kept(name) {
        true => "public, max-age=31536000, immutable",
        false => "no-cache",
    };
    let wanted = [
        ("cache-control", cached),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("content-security-policy", "frame-ancestors 'none'"),
    ];
    let mut wrong: Vec<String> = wanted
        .iter()
        .filter(|(header, value)| answer.header(header) != Some(value))
        .map(|(header, _)| format!("{header} is {:?}", answer.header(header)))
        .collect();
    let told = answer.header("content-type").unwrap_or_default();
    let told = told.to_ascii_lowercase().replace("; ", ";");
    if !kinds(name).contains(&told.as_str()) {
        wrong.push(format!("its kind is `{told}`"));
    }
    wrong
}

/// As which kinds a file may be sent. Text names its letters, except where its kind or the file itself
/// does.
fn kinds(name: &str) -> &'static [&'static str] {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => &["text/html;charset=utf-8", "text/html"],
        "js" | "mjs" => &["text/javascript;charset=utf-8", "text/javascript"],
        "css" => &["text/css;charset=utf-8", "text/css"],
        "txt" => &["text/plain;charset=utf-8"],
        "wasm" => &["application/wasm"],
        "webmanifest" => &["application/manifest+json"],
        "json" => &["application/json"],
        "xml" => &["text/xml", "application/xml", "text/xml;charset=utf-8"],
        "svg" => &["image/svg+xml"],
        "png" => &["image/png"],
        "zip" => &["application/zip"],
        _ => &["application/octet-stream", "text/plain;charset=utf-8"],
    }
}

#[cfg(test)]
mod tests {
    use super::super::asked::answer;
    use super::*;

    #[test]
    fn what_is_not_as_it_should_be_is_said() {
        let site = |text: &str| answer(text.as_bytes()).unwrap();
        let good = "HTTP/1.1 200 OK\r\nCache-Control: no-cache\r\nX-Content-Type-Options: nosniff\r\n\
            Referrer-Policy: no-referrer\r\nContent-Security-Policy: frame-ancestors 'none'\r\n\
            Content-Type: text/html\r\n\r\n<p>";
        assert_eq!(
            of_file("index.html", &site(good), b"<p>", None),
            Vec::<String>::new()
        );
        let check = |from: &str, to: &str, expected: &str| {
            let wrong = of_file("index.html", &site(&good.replace(from, to)), b"<p>", None);
            assert_eq!(wrong.len(), 1, "{wrong:?}");
            assert!(wrong.concat().contains(expected), "{wrong:?}");
        };
        check("200", "404", "status is 404");
        check("no-cache", "public", "cache-control");
        check("nosniff", "sniff", "x-content-type-options");
        check("text/html", "text/plain", "kind is `text/plain`");
        check("<p>", "<b>!", "4 bytes and not 3");
        check("\r\n\r\n", "\r\nContent-Encoding: br\r\n\r\n", "encoding");
    }
}
