//! HTML made by the bank's compiler: the only file that sets inner HTML.
//!
//! It accepts the compiler's own type, and words of the app itself. Drafts, notes and imported text are text.

use crate::components::live::each;
use bank::listing::{Listing, Piece};
use bank::question::Html;
use leptos::prelude::*;

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

/// HTML in words of the app itself.
#[derive(Default)]
pub struct Own(String);

impl Own {
    /// Adds what no person and no file has written.
    pub fn add(&mut self, words: &'static str) {
        self.0.push_str(words);
    }
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
