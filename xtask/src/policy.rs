//! The Content-Security-Policy of the release, in the page itself and in `_headers`.
//!
//! It is written after Trunk is done, in one place. It holds no hashes, because the release holds no
//! inline script or style: that is checked here too.

use crate::step::Failure;
use std::fs;
use std::path::Path;

/// Everything comes from our own origin; Wasm may be compiled, `eval` may not run.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; \
    worker-src 'self'; base-uri 'none'; form-action 'none'";

/// Writes the policy into the page and the headers.
pub(crate) fn apply(dist: &Path) -> Result<(), Failure> {
    let page = dist.join("index.html");
    let html = fs::read_to_string(&page).map_err(Failure::file(&page))?;
    let html = with_policy(&html)?;
    fs::write(&page, html).map_err(Failure::file(&page))?;
    let headers = dist.join("_headers");
    fs::write(&headers, header_file()).map_err(Failure::file(&headers))
}

/// The page with the policy before anything that it governs.
fn with_policy(html: &str) -> Result<String, Failure> {
    if let Some(inline) = inline_code(html) {
        return Err(Failure::wrong(
            format!("index.html holds inline code that the policy forbids: `{inline}`"),
            "move it into a file of its own",
        ));
    }
    let (before, after) = html.split_once("<head>").ok_or_else(|| {
        Failure::wrong(
            "index.html has no <head>",
            "write the tag without attributes",
        )
    })?;
    let meta = format!(r#"<meta http-equiv="Content-Security-Policy" content="{POLICY}">"#);
    Ok(format!("{before}<head>{meta}{after}"))
}

/// The first tag with a script, style or handler of its own.
fn inline_code(html: &str) -> Option<&str> {
    let tags = html
        .split('<')
        .skip(1)
        .filter_map(|rest| rest.split('>').next());
    let mut inline = tags.filter(|tag| {
        let mut words = tag.split_ascii_whitespace();
        match words.next() {
            Some("style") => true,
            Some("script") => !words.any(|word| word.starts_with("src=")),
            _ => words.any(|word| word.starts_with("style=") || is_handler(word)),
        }
    });
    inline.next()
}

/// `onclick="..."`, but not the word "on" in a description.
fn is_handler(word: &str) -> bool {
    let name = word.split_once('=').map(|(name, _)| name);
    name.is_some_and(|name| name.starts_with("on"))
}

const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// For hosts that read a `_headers` file. A page may not forbid its framing; a header may. Files with
/// a hash in their names, or in the name of their folder, never change.
fn header_file() -> String {
    format!(
        "/*\n  Content-Security-Policy: {POLICY}; frame-ancestors 'none'\n  \
         Referrer-Policy: no-referrer\n  X-Content-Type-Options: nosniff\n\n\
         /pydrill-*\n  Cache-Control: {FOR_EVER}\n\n\
         /editor/*\n  Cache-Control: {FOR_EVER}\n\n\
         /parts/*\n  Cache-Control: {FOR_EVER}\n\n\
         /python/*\n  Cache-Control: {FOR_EVER}\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_comes_before_everything_it_governs() {
        let html = with_policy("<html><head><script src=\"a.js\"></script></head>").unwrap();
        assert!(
            html.starts_with("<html><head><meta http-equiv=\"Content-Security-Policy\""),
            "{html}"
        );
        assert!(
            html.ends_with("<script src=\"a.js\"></script></head>"),
            "{html}"
        );
    }

    #[test]
    fn a_description_may_say_on() {
        let page = "<html><head><meta content=\"practise on a phone\"></head></html>";
        assert!(with_policy(page).is_ok());
    }

    fn check_refused(html: &str) {
        let page = format!("<html><head></head><body>{html}</body></html>");
        let said = with_policy(&page).unwrap_err().to_string();
        assert!(said.contains("inline code"), "{said}");
    }

    #[test]
    fn inline_code_is_refused() {
        check_refused("<script>alert(1)</script>");
        check_refused("<script type=\"module\">alert(1)</script>");
        check_refused("<style>p { color: red }</style>");
        check_refused("<p style=\"color: red\">x</p>");
        check_refused("<p onclick=\"alert(1)\">x</p>");
    }

    #[test]
    fn what_has_a_hash_in_its_name_is_kept_for_ever() {
        let headers = header_file();
        let rules: Vec<&str> = headers.split("\n\n").map(str::trim_end).collect();
        let kept = |paths: &str| rules.contains(&&*format!("{paths}\n  Cache-Control: {FOR_EVER}"));
        assert!(kept("/pydrill-*") && kept("/editor/*") && kept("/parts/*") && kept("/python/*"));
        // The page and what has a name of its own must be asked for again.
        assert_eq!(headers.matches("Cache-Control").count(), 4, "{headers}");
    }

    #[test]
    fn the_policy_allows_neither_inline_code_nor_eval() {
        assert!(!POLICY.contains("unsafe-inline"));
        assert!(!POLICY.contains("'unsafe-eval'"));
    }
}
