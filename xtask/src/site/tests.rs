//! What is true of all static pages together, made of the real bank.

use super::*;
use crate::policy;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// The bank, read once for all tests.
static SOURCE: LazyLock<Source> = LazyLock::new(|| {
    crate::workspace::enter().unwrap();
    bank::read()
});

/// In place of the script that puts the chosen theme on a page.
const THEME: &str = "put('theme')";

fn made(site: &Site) -> Vec<File> {
    files(&SOURCE, site, ["pages/style.css", THEME]).unwrap()
}

/// Paths and texts of the pages.
fn pages(site: &Site) -> Vec<File> {
    let mut files = made(site);
    files.retain(|file| file.path.ends_with(".html"));
    files
}

/// What the attribute says wherever it stands in a tag.
fn values<'a>(page: &'a File, attribute: &str) -> Vec<&'a str> {
    let begins = format!(" {attribute}=\"");
    let parts = page.text.split(&begins).skip(1);
    parts.filter_map(|part| part.split('"').next()).collect()
}

/// The path in the release to which a link on a page leads.
fn target(page: &File, href: &str) -> String {
    let mut folders: Vec<&str> = page.path.split('/').collect();
    folders.pop();
    for part in href.split('/') {
        match part {
            ".." => assert!(folders.pop().is_some(), "{href} in {} leads out", page.path),
            "." => {}
            part => folders.push(part),
        }
    }
    let path = folders.join("/");
    match path.is_empty() || path.ends_with('/') {
        true => format!("{path}index.html"),
        false => path,
    }
}

#[test]
fn all_links_between_pages_lead_somewhere() {
    let files = made(&Site::default());
    let mut known: BTreeSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
    // What comes from elsewhere.
    known.extend(["index.html", "pages/style.css"]);
    let ids: BTreeMap<&str, BTreeSet<&str>> = files
        .iter()
        .map(|file| (file.path.as_str(), values(file, "id").into_iter().collect()))
        .collect();
    let mut count = 0;
    for page in files
        .iter()
        .filter(|file| file.path.ends_with(".html") && file.path != "404.html")
    {
        for href in [values(page, "href"), values(page, "src")].concat() {
            // The icon stands in the page.
            if href.starts_with("https://") || href.starts_with("data:") {
                continue;
            }
            let (path, fragment) = href.split_once('#').unwrap_or((href, ""));
            let there = match path {
                "" => page.path.clone(),
                path => target(page, path),
            };
            assert!(
                known.contains(&*there),
                "{href} in {} leads to no file",
                page.path
            );
            count += 1;
            // `#/...` is a screen of the app.
            if !fragment.is_empty() && !fragment.starts_with('/') {
                assert!(
                    ids[&*there].contains(fragment),
                    "{href} in {} leads to no place",
                    page.path
                );
            }
        }
    }
    assert!(count > 1_000, "only {count} links");
}

#[test]
fn no_id_stands_twice_on_a_page() {
    for page in pages(&Site::default()) {
        let mut ids = values(&page, "id");
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count, "{}", page.path);
    }
}

#[test]
fn every_question_has_a_page_that_holds_all_of_it() {
    let pages = pages(&Site::default());
    for question in &SOURCE.questions {
        let path = format!("q/{}/index.html", question.id);
        let page = pages.iter().find(|page| page.path == path);
        let page = page.unwrap_or_else(|| panic!("there is no {path}"));
        assert_eq!(page.text.matches("<h1>").count(), 1, "{path}");
        assert_eq!(
            page.text.matches("class=\"asked-check\"").count(),
            question.checks.len(),
            "{path}"
        );
        for reference in &question.references {
            assert!(
                page.text.contains(&reference.url.replace('&', "&amp;")),
                "{path}: {}",
                reference.url
            );
        }
        let opened = page.text.matches("<details").count();
        let solutions = question
            .exercise
            .as_ref()
            .map_or(0, |exercise| exercise.solutions.len());
        assert!(opened >= question.checks.len() + solutions, "{path}");
    }
}

/// As a phone on a slow network gets it, a page of a question is a few packets; a sheet is as long as what is
/// printed.
#[test]
fn no_page_is_too_large() {
    for file in made(&Site::default()) {
        let is_sheet = ["/questions/", "/answers/"]
            .iter()
            .any(|name| file.path.contains(name));
        let most = match file.path.split('/').next() {
            Some("anki") => 3_000_000,
            Some("t" | "k") if is_sheet => 2_000_000,
            _ if file.path == "q/index.html" => 300_000,
            Some(_) | None => 100_000,
        };
        assert!(
            file.text.len() < most,
            "{} has {} bytes",
            file.path,
            file.text.len()
        );
    }
}

#[test]
fn no_page_runs_a_script_but_that_of_the_theme_and_the_one_for_lost_addresses() {
    for page in pages(&Site::default()) {
        let scripts = page.text.split("<script").skip(1);
        let kinds: Vec<&str> = scripts.filter_map(|rest| rest.split('>').next()).collect();
        match page.path.as_str() {
            "404.html" => assert_eq!(kinds, ["", " id=\"known\" type=\"application/json\"", ""]),
            path => {
                let mut kinds = kinds;
                kinds.retain(|kind| *kind != " type=\"application/ld+json\"");
                assert_eq!(kinds, [""], "{path}");
            }
        }
        assert!(page.text.contains(&format!("<script>{THEME}</script>")));
        let named = policy::hash(THEME).replace('\'', "&#39;");
        assert!(
            page.text.replace('\'', "&#39;").contains(&named),
            "{}",
            page.path
        );
        assert!(!page.text.contains(" style=\""), "{}", page.path);
    }
}

/// The script is found by the hash of the very text between its tags.
#[test]
fn the_policy_names_the_script_that_stands_in_the_page() {
    let pages = pages(&Site::default());
    let lost = pages.iter().find(|page| page.path == "404.html").unwrap();
    let (_, script) = lost.text.rsplit_once("<script>").unwrap();
    let script = script.split("</script>").next().unwrap();
    assert_eq!(script, include_str!("lost.js"));
    let hash = policy::hash(script);
    assert!(
        lost.text.contains(&hash.replace('\'', "&#39;")) || lost.text.contains(&hash),
        "{hash}"
    );
}

#[test]
fn what_names_the_site_is_there_when_the_site_is_known() {
    let site = Site::at("https://example.org/drill").unwrap();
    let files = made(&site);
    let text = |path: &str| {
        files
            .iter()
            .find(|file| file.path == path)
            .map(|file| file.text.as_str())
    };
    let question = text("q/gil/index.html").unwrap();
    assert!(
        question.contains("<link rel=\"canonical\" href=\"https://example.org/drill/q/gil/\">")
    );
    assert!(
        question
            .contains("<meta property=\"og:url\" content=\"https://example.org/drill/q/gil/\">")
    );
    let map = text("sitemap.xml").unwrap();
    assert!(map.contains("<loc>https://example.org/drill/q/gil/</loc>"));
    assert!(map.contains("<loc>https://example.org/drill/</loc>"));
    assert!(!map.contains("answers/"));
    let robots = text("robots.txt").unwrap();
    assert!(robots.contains("Sitemap: https://example.org/drill/sitemap.xml"));
    assert!(text("404.html").unwrap().contains("href=\"/drill/q/\""));
    // Without it nothing is made up.
    for file in made(&Site::default()) {
        assert!(
            file.path != "sitemap.xml" && !file.text.contains("og:url"),
            "{}",
            file.path
        );
    }
}

/// Anki reads one note from each line, with as many fields as there are columns.
#[test]
fn every_note_for_anki_is_one_line_of_five_fields_with_an_id_of_its_own() {
    let files = made(&Site::default());
    let mut decks = 0;
    for deck in files.iter().filter(|file| file.path.starts_with("anki/")) {
        decks += 1;
        let (header, notes): (Vec<&str>, Vec<&str>) =
            deck.text.lines().partition(|line| line.starts_with('#'));
        assert!(
            header.contains(&"#guid column:1") && header.contains(&"#separator:tab"),
            "{header:?}"
        );
        let mut ids = BTreeSet::new();
        for note in notes {
            let fields: Vec<&str> = note.split('\t').collect();
            assert_eq!(fields.len(), 5, "{}: {note}", deck.path);
            assert!(
                fields
                    .iter()
                    .all(|field| field.len() > 2 && field.starts_with('"') && field.ends_with('"'))
            );
            assert!(fields[0].starts_with("\"pydrill:"), "{}", fields[0]);
            assert!(ids.insert(fields[0]), "{} stands twice", fields[0]);
        }
    }
    assert!(decks > 5, "only {decks} decks");
}
