//! What the test's server puts into every page: a script, first of all, so that nothing the page
//! complains about is missed, in any engine and from the first moment on; and, where a journey is not
//! about the app, one that runs in place of it under the same policy and styles.

/// What the script is called.
pub(crate) const SCRIPT: &str = "__probe.js";

/// What the script in place of the app is called.
pub(crate) const INSTEAD: &str = "__instead.js";

/// Where it sends complaints to.
pub(crate) const COMPLAINTS: &str = "__complaints";

/// The script.
pub(crate) const JS: &str = include_str!("probe.js");

/// Puts the script into a page, and among the files that the service worker keeps; any other file stays
/// as it is.
pub(crate) fn insert(file: &str, bytes: Vec<u8>, instead: bool) -> Vec<u8> {
    if file == "sw.js" {
        let list = format!("[{{\"revision\":\"0\",\"url\":\"{SCRIPT}\"}},{{\"revision\"");
        let script = String::from_utf8(bytes).expect("a script is text");
        return script.replacen("[{\"revision\"", &list, 1).into_bytes();
    }
    if !file.ends_with(".html") {
        return bytes;
    }
    let page = String::from_utf8(bytes).expect("a page is text");
    let page = if instead { without_app(&page) } else { page };
    let tag = format!(r#"<head><script src="{SCRIPT}"></script>"#);
    page.replacen("<head>", &tag, 1).into_bytes()
}

/// The page with the other script in place of the one that starts the app.
fn without_app(page: &str) -> String {
    let page = without(page, "<link rel=\"modulepreload\"", ">");
    let page = without(&page, "<script type=\"module\">", "</script>");
    let tag = format!(r#"<script src="{INSTEAD}" type="module"></script></head>"#);
    page.replacen("</head>", &tag, 1)
}

/// Cuts out the first part of the page that begins and ends like this.
fn without(page: &str, begins: &str, ends: &str) -> String {
    let (before, rest) = page.split_once(begins).expect("the page has the tag");
    let (_, after) = rest.split_once(ends).expect("a tag ends");
    format!("{before}{after}")
}
