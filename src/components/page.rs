//! The frame of a page: its one heading, its parts, and the bar with what to do next.

use crate::components::live::each;
use leptos::prelude::*;

/// The heading of a page: the only `<h1>`, which takes the focus on arrival.
#[component]
pub fn PageHeading(
    /// A few words above it that place the page, such as its topic.
    #[prop(optional)]
    above: Option<AnyView>,
    /// The heading.
    #[prop(into)]
    title: String,
) -> impl IntoView {
    view! {
        <header class="page-heading">
            {each(above, |above| view! { <p class="above">{above}</p> })}
            <h1 tabindex="-1">{title}</h1>
        </header>
    }
}

/// A titled part of a page. On a wide screen the title hangs in the margin.
#[component]
pub fn Part(
    /// What the part holds.
    title: &'static str,
    /// Finds the part in tests.
    testid: &'static str,
    children: Children,
) -> impl IntoView {
    view! {
        <section class="part" data-testid=testid>
            <h2 tabindex="-1">{title}</h2>
            <div class="body">{children().into_any()}</div>
        </section>
    }
}

/// The bar at the thumb. What it says is announced; the buttons are its children.
#[component]
pub fn Next(
    /// A sentence beside the buttons, such as what is still missing.
    #[prop(optional)]
    said: Option<AnyView>,
    children: Children,
) -> impl IntoView {
    view! {
        <div class="next" data-testid="next">
            <p class="said" role="status">{said}</p>
            {children().into_any()}
        </div>
    }
}
