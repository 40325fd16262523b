//! Something to pick: a radio button or a checkbox, with what it stands for as its label.

use crate::components::live::when;
use leptos::ev::Event;
use leptos::prelude::*;

/// One of the things among which the person picks.
#[component]
pub fn Pick(
    /// `radio` or `checkbox`.
    kind: &'static str,
    /// The class: `option` in a list of options, `line` in a program.
    look: &'static str,
    /// Finds it in tests.
    testid: &'static str,
    /// Whether it is picked from the start.
    #[prop(optional)]
    picked: bool,
    /// Tells its group of radio buttons from the others on the page.
    #[prop(default = "pick")]
    name: &'static str,
    /// It was picked, or is not any more.
    #[prop(into)]
    on_pick: Callback<()>,
    /// What it stands for.
    children: Children,
) -> impl IntoView {
    let pick = when(move |_: Event| on_pick.run(()));
    view! {
        <label class=look data-testid=testid>
            <input type=kind name=name checked=picked on:change=pick />
            {children()}
        </label>
    }
}
