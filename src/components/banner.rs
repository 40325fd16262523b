//! A notice about something that went wrong: what happened, what is safe, what to do.

use leptos::prelude::*;

/// A notice, with buttons as its children.
#[component]
pub fn Banner(
    /// Finds the notice in tests.
    name: &'static str,
    /// What happened.
    happened: &'static str,
    /// What is safe, and what is not.
    safe: &'static str,
    /// What the person can do.
    remedy: &'static str,
    children: Children,
) -> impl IntoView {
    view! {
        <section class="banner" role="alert" data-testid="banner" data-trouble=name>
            <p><strong>{happened}</strong></p>
            <p>{safe}</p>
            <p>{remedy}</p>
            <div class="actions">{children().into_any()}</div>
        </section>
    }
}
