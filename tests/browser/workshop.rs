//! A page of the tests' own beside the release: the worker of the pack, and nothing of the app. Its
//! policy is the app's.

use std::fs;
use std::path::Path;

/// Where the page is.
pub(crate) const PAGE: &str = "__python.html";

const SCRIPT: &str = "__python.js";
const INSIDE: &str = "__inside.js";

/// A file of the page, with its kind.
pub(crate) fn file(name: &str, dist: &Path) -> Option<(&'static str, Vec<u8>)> {
    let (kind, text) = match name {
        PAGE => ("text/html", page(dist)),
        SCRIPT => ("text/javascript", include_str!("python.js").to_owned()),
        INSIDE => ("text/javascript", inside(dist)),
        _ => return None,
    };
    Some((kind, text.into_bytes()))
}

/// The policy of the release, as a host that reads `_headers` sends it.
pub(crate) fn header() -> String {
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
    let headers = fs::read_to_string(dist.join("_headers")).unwrap();
    let policy = headers.lines().nth(1).unwrap().trim();
    format!("{policy}\r\n")
}

fn page(dist: &Path) -> String {
    let html = fs::read_to_string(dist.join("index.html")).unwrap();
    let (policy, pack) = (
        tag(&html, "<meta http-equiv="),
        tag(&html, "<meta name=\"python\""),
    );
    format!(
        "<!doctype html><html><head>{policy}{pack}<link rel=\"icon\" href=\"icon.svg\">\
         <script type=\"module\" src=\"{SCRIPT}\"></script></head><body></body></html>"
    )
}

/// A worker that looks at its world, which is that of the release's worker.
fn inside(dist: &Path) -> String {
    let html = fs::read_to_string(dist.join("index.html")).unwrap();
    let pack = tag(&html, "<meta name=\"python\"");
    let worker = pack.split("data-worker=\"").nth(1).unwrap();
    let worker = worker.split('"').next().unwrap();
    format!("import \"./{worker}\";\n{}", include_str!("inside.js"))
}

fn tag<'a>(html: &'a str, start: &str) -> &'a str {
    let from = html.find(start).expect("the release has this tag");
    let length = html[from..].find('>').expect("a tag ends") + 1;
    &html[from..from + length]
}
