//! The Content-Security-Policy of the release, in the pages themselves and in `_headers`.
//!
//! It is written after Trunk is done, in one place. The app's holds no hashes, because the app holds no
//! inline script or style: that is checked here too. Only the page for lost addresses has a script in it,
//! and the headers, which a host sends with every page, have to allow that one.

use crate::step::Failure;
use std::fs;
use std::path::Path;

/// Everything comes from our own origin; Wasm may be compiled, `eval` may not run.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; \
    worker-src 'self'; base-uri 'none'; form-action 'none'";

/// For the static pages: they show themselves and run nothing.
pub(crate) const OF_PAGES: &str = "default-src 'none'; style-src 'self'; img-src 'self'; connect-src 'self'; \
    base-uri 'none'; form-action 'none'";

/// For the page for lost addresses, which has one script of this hash, and an empty icon in itself, because it
/// does not know where the icon is.
pub(crate) fn of_lost(script: &str) -> String {
    let of_pages = OF_PAGES.replace("img-src 'self'", "img-src 'self' data:");
    format!("{of_pages}; script-src 'self' {script}")
}

/// Writes the policy into the app's page, and into the headers together with the hash of the only script
/// that stands in another page.
pub(crate) fn apply(dist: &Path, script: &str) -> Result<(), Failure> {
    let page = dist.join("index.html");
    let html = fs::read_to_string(&page).map_err(Failure::file(&page))?;
    let html = with_policy(&html)?;
    fs::write(&page, html).map_err(Failure::file(&page))?;
    let headers = dist.join("_headers");
    fs::write(&headers, header_file(script)).map_err(Failure::file(&headers))
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
fn header_file(script: &str) -> String {
    let policy = POLICY.replace("script-src 'self'", &format!("script-src 'self' {script}"));
    format!(
        "/*\n  Content-Security-Policy: {policy}; frame-ancestors 'none'\n  \
         Referrer-Policy: no-referrer\n  X-Content-Type-Options: nosniff\n\n\
         /pydrill-*\n  Cache-Control: {FOR_EVER}\n\n\
         /editor/*\n  Cache-Control: {FOR_EVER}\n\n\
         /parts/*\n  Cache-Control: {FOR_EVER}\n\n\
         /pages/*\n  Cache-Control: {FOR_EVER}\n\n\
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
        let headers = header_file("'sha256-x'");
        let rules: Vec<&str> = headers.split("\n\n").map(str::trim_end).collect();
        let kept = |paths: &str| rules.contains(&&*format!("{paths}\n  Cache-Control: {FOR_EVER}"));
        assert!(kept("/pydrill-*") && kept("/editor/*") && kept("/python/*"));
        assert!(kept("/parts/*") && kept("/pages/*"));
        // The page and what has a name of its own must be asked for again.
        assert_eq!(headers.matches("Cache-Control").count(), 5, "{headers}");
    }

    #[test]
    fn the_policy_allows_neither_inline_code_nor_eval() {
        for policy in [
            POLICY,
            OF_PAGES,
            &of_lost("'sha256-x'"),
            &header_file("'sha256-x'"),
        ] {
            assert!(!policy.contains("unsafe-inline"), "{policy}");
            assert!(!policy.contains("'unsafe-eval'"), "{policy}");
        }
    }

    #[test]
    fn one_script_is_allowed_by_its_hash_and_only_where_it_may_stand() {
        let allowed = "script-src 'self' 'sha256-x'";
        assert!(header_file("'sha256-x'").contains(allowed));
        assert!(of_lost("'sha256-x'").contains(allowed));
        assert!(!POLICY.contains("sha256") && !OF_PAGES.contains("script-src"));
    }
}
