//! The Content-Security-Policy of the release, in the pages themselves and in `_headers`.
//!
//! It is written after Trunk is done, in one place. Scripts that stand in a page are named by their hashes,
//! and the headers, which a host sends with every page, have to allow all of them; styles and handlers may not
//! stand there: that is checked here too.

use crate::step::Failure;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;

/// Everything comes from our own origin; Wasm may be compiled, `eval` may not run.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; \
    worker-src 'self'; base-uri 'none'; form-action 'none'";

/// For the static pages: they show themselves, with an icon that stands in them, and run only the scripts of these
/// hashes. The page for lost addresses looks where the site begins, and who judges a page for search engines
/// asks from within it for `robots.txt`.
pub(crate) fn of_pages(scripts: &str) -> String {
    format!(
        "default-src 'none'; script-src {scripts}; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
         base-uri 'none'; form-action 'none'"
    )
}

/// As a policy names a script that stands in a page.
pub(crate) fn hash(script: &str) -> String {
    let hash = BASE64_STANDARD.encode(Sha256::digest(script));
    format!("'sha256-{hash}'")
}

/// Writes the policy into the app's page, and into the headers together with the hashes of the scripts that
/// stand in the other pages.
pub(crate) fn apply(dist: &Path, others: &str) -> Result<(), Failure> {
    let page = dist.join("index.html");
    let html = fs::read_to_string(&page).map_err(Failure::file(&page))?;
    let scripts = hashes(&html);
    let html = with_policy(&html)?;
    fs::write(&page, html).map_err(Failure::file(&page))?;
    let headers = dist.join("_headers");
    fs::write(&headers, header_file(&[&*scripts, others].join(" ")))
        .map_err(Failure::file(&headers))
}

/// The policy that allows besides what scripts of these hashes do.
fn allowing(scripts: &str) -> String {
    let allowed = format!("script-src 'self' {scripts}");
    POLICY.replacen("script-src 'self'", allowed.trim_end(), 1)
}

/// The hashes of the scripts that stand in a page.
fn hashes(html: &str) -> String {
    let mut hashes = Vec::new();
    for rest in html.split(SCRIPT).skip(1) {
        let script = INLINE.iter().find_map(|tag| rest.strip_prefix(tag));
        let script = script.and_then(|script| script.split("</script>").next());
        hashes.extend(script.map(hash));
    }
    hashes.join(" ")
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
    let policy = allowing(&hashes(html));
    let meta = format!(r#"<meta http-equiv="Content-Security-Policy" content="{policy}">"#);
    Ok(format!("{before}<head>{meta}{after}"))
}

/// How a script begins,
const SCRIPT: &str = "<script";
/// and what follows when it stands in the page and is allowed by its hash.
const INLINE: [&str; 2] = [">", " type=\"module\">"];

/// The first tag with a style or handler of its own, or with a script that has no hash in the policy.
fn inline_code(html: &str) -> Option<&str> {
    let tags = html
        .split('<')
        .skip(1)
        .filter_map(|rest| rest.split('>').next());
    let mut inline = tags.filter(|tag| {
        let mut words = tag.split_ascii_whitespace();
        match words.next() {
            Some("style") => true,
            Some("script") if INLINE.contains(&&*format!("{}>", &tag["script".len()..])) => false,
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

/// Starts of the paths of files with a hash in their names, or in the name of their folder.
const HASHED: [&str; 8] = [
    "pydrill-", "style-", "dark-", "editor/", "offline/", "pages/", "parts/", "python/",
];

/// Whether a file never changes under its name.
pub(crate) fn is_kept(path: &str) -> bool {
    HASHED.iter().any(|start| path.starts_with(start))
}

/// For hosts that read a `_headers` file. A page may not forbid its framing; a header may. What has a
/// hash never changes; the service worker is how a browser learns of everything that does.
fn header_file(scripts: &str) -> String {
    let policy = allowing(scripts);
    let kept = HASHED.map(|start| format!("/{start}*\n  Cache-Control: {FOR_EVER}\n\n"));
    format!(
        "/*\n  Content-Security-Policy: {policy}; frame-ancestors 'none'\n  \
         Referrer-Policy: no-referrer\n  X-Content-Type-Options: nosniff\n\n\
         {}/sw.js\n  Cache-Control: no-cache\n",
        kept.concat()
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
    fn a_script_in_the_page_is_allowed_by_its_hash() {
        // The example of the specification of Content Security Policy.
        let page = "<html><head></head><script>alert('Hello, world.');</script></html>";
        let hash = "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='";
        assert_eq!(hashes(page), hash);
        assert!(with_policy(page).unwrap().contains(hash));
        assert!(header_file(&hashes(page)).contains(&format!("script-src 'self' {hash} ")));
        let module = page.replace("<script>", "<script type=\"module\">");
        assert_eq!(hashes(&module), hash);
        assert_eq!(hashes("<script src=\"a.js\"></script>"), "");
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
        check_refused("<script type=\"text/javascript\">alert(1)</script>");
        check_refused("<style>p { color: red }</style>");
        check_refused("<p style=\"color: red\">x</p>");
        check_refused("<p onclick=\"alert(1)\">x</p>");
    }

    #[test]
    fn what_has_a_hash_in_its_name_is_kept_for_ever() {
        let headers = header_file("");
        let rules: Vec<&str> = headers.split("\n\n").map(str::trim_end).collect();
        let kept = |paths: &str| rules.contains(&&*format!("{paths}\n  Cache-Control: {FOR_EVER}"));
        assert!(kept("/pydrill-*") && kept("/editor/*") && kept("/python/*"));
        assert!(kept("/parts/*") && kept("/pages/*"));
        assert!(rules.contains(&"/sw.js\n  Cache-Control: no-cache"));
        // The page and what has a name of its own must be asked for again.
        assert_eq!(
            headers.matches("immutable").count(),
            HASHED.len(),
            "{headers}"
        );
    }

    #[test]
    fn the_policy_allows_neither_inline_code_nor_eval() {
        for policy in [POLICY, &of_pages("'sha256-x'"), &header_file("'sha256-x'")] {
            assert!(!policy.contains("unsafe-inline"), "{policy}");
            assert!(!policy.contains("'unsafe-eval'"), "{policy}");
        }
    }

    #[test]
    fn scripts_are_allowed_by_their_hashes_and_only_where_they_stand() {
        assert!(header_file("'sha256-x'").contains("script-src 'self' 'sha256-x'"));
        assert!(of_pages("'sha256-x'").contains("script-src 'sha256-x';"));
        assert!(!POLICY.contains("sha256"));
    }
}
