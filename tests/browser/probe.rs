//! The probe: a script that the test's server puts first into every page, so that nothing the page
//! complains about is missed, in any engine and from the first moment on.

/// What the script is called.
pub(crate) const SCRIPT: &str = "__probe.js";

/// Where it sends complaints to.
pub(crate) const COMPLAINTS: &str = "__complaints";

/// The script.
pub(crate) const JS: &str = include_str!("probe.js");

/// Puts the script into a page; any other file stays as it is.
pub(crate) fn insert(file: &str, bytes: Vec<u8>) -> Vec<u8> {
    if !file.ends_with(".html") {
        return bytes;
    }
    let page = String::from_utf8(bytes).expect("a page is text");
    let tag = format!(r#"<head><script src="{SCRIPT}"></script>"#);
    page.replacen("<head>", &tag, 1).into_bytes()
}
