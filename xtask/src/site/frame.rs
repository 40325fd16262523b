//! What all pages have: the head with what browsers, search engines and other sites read, the header,
//! and the small parts of which pages are made. The classes are those of the app's style sheets.

use super::address::Place;
use super::{File, Material};
use crate::policy;
use bank::question::{Entry, Html};
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// What a page says of itself.
pub(crate) struct Page<'a> {
    pub(crate) place: Place<'a>,
    /// The heading too.
    pub(crate) title: &'a str,
    /// For lists of results, a sentence or two.
    pub(crate) description: &'a str,
    /// Whether search engines are to list it.
    pub(crate) listed: Listed,
    /// JSON-LD.
    pub(crate) data: Option<String>,
}

/// Whether search engines are to list a page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Listed {
    Yes,
    /// It says again what other pages say.
    No,
}

/// The name of the whole.
const NAME: &str = "Pydrill";

/// As much of a description as lists of results show.
const SHOWN: usize = 155;

impl Material<'_> {
    /// The file of a page.
    pub(crate) fn page(&self, page: &Page<'_>, main: Markup) -> File {
        let place = page.place;
        let text = html! {
            (DOCTYPE)
            html lang="en" {
                head {
                    meta charset="utf-8";
                    meta http-equiv="Content-Security-Policy" content=(policy::of_pages(&policy::hash(self.theme)));
                    meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover";
                    title { (page.title) " · " (NAME) }
                    (self.about(page))
                    link rel="icon" href=(icon()) type="image/svg+xml";
                    link rel="stylesheet" href=(place.to(Place::File(self.style)));
                    script { (PreEscaped(self.theme)) }
                }
                body {
                    div.frame {
                        (header(place))
                        main #main tabindex="-1" { (main) }
                    }
                }
            }
        };
        File {
            path: place.file(),
            text: text.into_string(),
        }
    }

    /// What others read of the page. A picture and addresses for other sites have to be whole, so they are
    /// left out where the site is not known; search engines take no relative canonical address.
    fn about(&self, page: &Page<'_>) -> Markup {
        let place = page.place;
        let address = self.site.address(place);
        let described = cut(page.description, SHOWN);
        html! {
            meta name="description" content=(described);
            meta name="theme-color" content="#0f151b" media="(prefers-color-scheme: dark)";
            meta name="theme-color" content="#fcfcfa";
            @match (page.listed, &address) {
                (Listed::Yes, Some(address)) => link rel="canonical" href=(address);,
                (Listed::Yes, None) => {}
                (Listed::No, _) => meta name="robots" content="noindex";,
            }
            meta property="og:site_name" content=(NAME);
            meta property="og:type" content="article";
            meta property="og:title" content=(page.title);
            meta property="og:description" content=(described);
            @if let Some(address) = &address {
                meta property="og:url" content=(address);
            }
            @if let Some(picture) = self.site.address(Place::File("icon-512.png")) {
                meta property="og:image" content=(picture);
            }
            meta name="twitter:card" content="summary";
            @if let Some(data) = &page.data {
                script type="application/ld+json" { (PreEscaped(data)) }
            }
        }
    }
}

/// The icon as an address that holds all of it: asked for by itself it would keep a page from being painted,
/// and the page for lost addresses does not know where it is.
pub(crate) fn icon() -> String {
    let lines = ICON.lines().map(str::trim);
    let svg = lines.collect::<String>().replace('"', "'");
    let svg = svg
        .replace('#', "%23")
        .replace('<', "%3C")
        .replace('>', "%3E");
    format!("data:image/svg+xml,{svg}")
}

const ICON: &str = include_str!("../../../public/icon.svg");

/// The app's header, with the list of questions in place of the settings.
fn header(place: Place<'_>) -> Markup {
    let here = (place == Place::All).then_some("page");
    html! {
        header.top {
            a.skip href="#main" { "To the content" }
            nav aria-label="Pydrill" {
                a.brand href=(place.to(Place::App)) {
                    span.prompt aria-hidden="true" { ">>>" } " pydrill"
                }
                a href=(place.to(Place::All)) aria-current=[here] { "All questions" }
            }
        }
    }
}

/// The heading, and a line that places the page.
pub(crate) fn heading(above: Option<Markup>, title: &str) -> Markup {
    html! {
        header.page-heading {
            @if let Some(above) = above { p.above { (above) } }
            h1 { (title) }
        }
    }
}

/// A titled part of a page.
pub(crate) fn part(id: &str, title: &str, body: Markup) -> Markup {
    html! {
        section.part #(id) {
            h2 { (title) }
            div.body { (body) }
        }
    }
}

/// What opens on demand, and on paper by itself.
pub(crate) fn behind(summary: &str, body: Markup) -> Markup {
    html! {
        details.try {
            summary { (summary) }
            div.opened { (body) }
        }
    }
}

/// The one thing to do next.
pub(crate) fn next(href: &str, label: &str) -> Markup {
    html! { div.next { a.button href=(href) { (label) } } }
}

/// Paragraphs, lists and listings of the bank.
pub(crate) fn prose(html: &Html) -> Markup {
    html! { div.prose { (raw(html)) } }
}

/// The same without the element around it.
pub(crate) fn raw(html: &Html) -> PreEscaped<&str> {
    PreEscaped(html.as_str())
}

/// A highlighted program.
pub(crate) fn program(html: &Html) -> Markup {
    html! { pre.code tabindex="0" { code { (raw(html)) } } }
}

/// A program, or a part of one, that is not highlighted.
pub(crate) fn plain_program(text: &str) -> Markup {
    html! { pre.code tabindex="0" { code { (text) } } }
}

/// Level and time of a question.
pub(crate) fn level_and_time(entry: &Entry) -> String {
    format!("{} · {} min", entry.level.name(), entry.minutes)
}

/// `1 question`, `2 questions`.
pub(crate) fn questions(count: usize) -> String {
    match count {
        1 => "1 question".to_owned(),
        count => format!("{count} questions"),
    }
}

/// Whole words of a text on one line, up to a number of characters.
pub(crate) fn cut(text: &str, most: usize) -> String {
    let mut short = String::new();
    let mut length = 0;
    for word in text.split_whitespace() {
        let added = word.chars().count() + usize::from(length > 0);
        if length + added > most {
            short.push('…');
            return short;
        }
        if length > 0 {
            short.push(' ');
        }
        short.push_str(word);
        length += added;
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_between_words() {
        assert_eq!(cut("one  two\nthree", 20), "one two three");
        assert_eq!(cut("one two three", 9), "one two…");
        assert_eq!(cut("", 9), "");
    }
}
