//! A button that does one thing.

use crate::components::live::when;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// The button.
#[component]
pub fn Button(
    /// The class: `button` for the main thing to do, `quiet` for any other, `link` in a line of text.
    look: &'static str,
    /// Finds it in tests.
    testid: &'static str,
    /// What it says.
    #[prop(into)]
    label: String,
    /// The key that presses it from anywhere on the page, as [`crate::browser::keys`] names it.
    #[prop(optional)]
    key: Option<&'static str>,
    /// It was pressed.
    #[prop(into)]
    on_press: Callback<()>,
) -> impl IntoView {
    let press = when(move |_: MouseEvent| on_press.run(()));
    view! {
        <button type="button" class=look data-testid=testid aria-keyshortcuts=key on:click=press>{label}</button>
    }
}
