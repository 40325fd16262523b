//! HTML made by the bank's compiler: the only file that sets inner HTML.
//!
//! It accepts the compiler's own type, and words of the app itself, between which any text stays text. Drafts,
//! notes and imported text are no HTML.

use crate::components::live::each;
use bank::listing::{Listing, Piece};
use bank::question::Html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Paragraphs, lists and listings.
#[component]
pub fn Prose(
    /// From the bank.
    html: &'static Html,
) -> impl IntoView {
    view! { <div class="prose" inner_html=html.as_str()></div> }
}

/// The same, with a view of its own for each program that can be run.
pub fn prose_with(html: &'static Html, listing: impl Fn(Listing<'static>) -> AnyView) -> AnyView {
    let piece = |piece| match piece {
        Piece::Prose(html) => view! { <div class="prose" inner_html=html></div> }.into_any(),
        Piece::Listing(found) => listing(found),
    };
    view! { <div class="prose">{each(html.pieces(), piece)}</div> }.into_any()
}

/// A program of such prose, and what it gave.
pub fn program_and_record(listing: Listing<'static>) -> (AnyView, AnyView) {
    let program =
        view! { <pre class="code" tabindex="0"><code inner_html=listing.code></code></pre> };
    let record = view! { <div class="prose" inner_html=listing.recorded></div> };
    (program.into_any(), record.into_any())
}

/// A sheet that only paper shows.
#[component]
pub fn Sheet(
    /// From the bank.
    html: Html,
) -> impl IntoView {
    view! { <section class="on-paper" data-testid="on-paper" inner_html=html.as_str().to_owned()></section> }
}

/// HTML in words of the app itself, with texts between them. Many elements that are written at once are there
/// sooner than when each is made by itself.
#[derive(Default)]
pub struct Own(String);

impl Own {
    /// Adds what no person and no file has written.
    pub fn add(&mut self, words: &'static str) {
        self.0.push_str(words);
    }

    /// Adds what may be anything: it stays a text, between tags and in double quotes inside of one.
    pub fn add_text(&mut self, text: &str) {
        for letter in text.chars() {
            match letter {
                '&' => self.add("&amp;"),
                '<' => self.add("&lt;"),
                '"' => self.add("&quot;"),
                letter => self.0.push(letter),
            }
        }
    }
}

/// Rows of links, one below the other.
#[component]
pub fn Rows(
    /// A list item each.
    rows: Own,
) -> impl IntoView {
    view! { <ul role="list" class="rows" inner_html=rows.0></ul> }
}

/// Writes other rows in place of those on the page. Who is on a link stays on the one that leads to the same
/// place, or comes to the first one.
pub fn write_rows(rows: &Own) {
    let Some(list) = element(ROWS) else { return };
    let has_it = document().active_element();
    let has_it = has_it.filter(|element| list.contains(Some(element)));
    list.set_inner_html(&rows.0);
    if let Some(link) = has_it.and_then(|link| link.get_attribute("href")) {
        let same = ["a[href=\"", &link, "\"]"].concat();
        if let Some(link) = part(&list, &same).or_else(|| part(&list, "a")) {
            let _ = link.unchecked_into::<HtmlElement>().focus();
        }
    }
}

/// Writes more rows below those on the page, which stay.
pub fn add_rows(rows: &Own) {
    if let Some(list) = element(ROWS) {
        let _ = list.insert_adjacent_html("beforeend", &rows.0);
    }
}

/// Writes something into a part of the row at a place, from 0.
pub fn write_in_row(place: usize, selector: &str, words: &Own) {
    let row = [
        ROWS,
        " > :nth-child(",
        &(place + 1).to_string(),
        ") ",
        selector,
    ]
    .concat();
    if let Some(part) = element(&row) {
        part.set_inner_html(&words.0);
    }
}

const ROWS: &str = "main .rows";

fn element(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

fn part(of: &Element, selector: &str) -> Option<Element> {
    of.query_selector(selector).ok().flatten()
}

/// Strokes for the eye.
#[component]
pub fn Strokes(
    /// Their tags.
    tags: Own,
) -> impl IntoView {
    view! { <ol role="list" class="steps" aria-hidden="true" data-testid="steps" inner_html=tags.0></ol> }
}

/// What stands inside a line.
#[component]
pub fn Inline(
    /// From the bank.
    html: &'static Html,
) -> impl IntoView {
    view! { <span inner_html=html.as_str()></span> }
}

/// A piece of highlighted code inside a line.
#[component]
pub fn CodePiece(
    /// From the bank.
    html: &'static Html,
) -> impl IntoView {
    view! { <code inner_html=html.as_str()></code> }
}

/// One line of a program. When it is too long for the screen it goes on below its own beginning.
#[component]
pub fn CodeLine(
    /// Spaces before the code, besides those that it begins with.
    indent: u8,
    /// From the bank.
    html: &'static Html,
) -> impl IntoView {
    let (own, rest) = html.split_indent();
    view! {
        <code class="code-line">
            <span class="indent">{" ".repeat(usize::from(indent) + own)}</span>
            <span class="rest" inner_html=rest></span>
        </code>
    }
}

/// A whole program.
#[component]
pub fn Program(
    /// From the bank.
    html: &'static Html,
) -> impl IntoView {
    view! {
        <pre class="code" tabindex="0">
            <code inner_html=html.as_str()></code>
        </pre>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_text_stays_a_text() {
        let mut html = Own::default();
        html.add("<a title=\"");
        html.add_text("\"><b>&amp;'");
        html.add("\">");
        assert_eq!(html.0, "<a title=\"&quot;>&lt;b>&amp;amp;'\">");
    }

    proptest! {
        #[test]
        fn no_text_opens_or_closes_anything(text in ".*") {
            let mut html = Own::default();
            html.add_text(&text);
            prop_assert!(!html.0.contains(['<', '"']));
            let read = html.0.replace("&quot;", "\"").replace("&lt;", "<").replace("&amp;", "&");
            prop_assert_eq!(read, text);
        }
    }
}
