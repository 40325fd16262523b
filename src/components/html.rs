//! HTML made by the bank's compiler: the only file that sets inner HTML.
//!
//! It accepts the compiler's own type and nothing else. Drafts, notes and imported text are text.

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
