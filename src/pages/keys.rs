//! The list of keys, over whatever page is shown. It comes in a file of its own when it is first asked for.

use crate::browser::keys::{close_dialog, on_keys, open_dialog};
use crate::components::button::Button;
use crate::components::later::Later;
use crate::components::live::{each, live};
use crate::settings::Keys;
use crate::state::AppState;
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

/// Listens to keys, and holds the place where the list is shown.
pub fn listening(state: AppState) -> AnyView {
    let list = Later::new(|| Box::pin(load()));
    let show = move || list.ask(Box::new(|_| open_dialog(DIALOG)));
    on_keys(move || state.keys() == Keys::On, show);
    view! {
        {list.said()}
        {live(move || list.here().map(|draw| draw()))}
    }
    .into_any()
}

const DIALOG: &str = "dialog[data-testid=keys]";

#[wasm_split(pages, wasm_split_path = leptos::wasm_split, fallible)]
fn load() -> Result<fn() -> AnyView, SplitLoaderError> {
    Ok(drawn)
}

fn drawn() -> AnyView {
    let row = |(keys, does): (&'static str, &'static str)| {
        view! { <dt>{keys}</dt> <dd>{does}</dd> }
    };
    view! {
        <dialog class="keys-list" aria-labelledby="keys-title" data-testid="keys">
            <h2 id="keys-title">"Keys"</h2>
            <dl>{each(KEYS, row)}</dl>
            <p class="fine">"They do nothing while you write. In the settings they can be switched off."</p>
            <Button look="button" testid="close-keys" label="Close" on_press=|()| close_dialog(DIALOG) />
        </dialog>
    }
    .into_any()
}

const KEYS: [(&str, &str); 7] = [
    ("1 to 9", "Choose an option, a line or a key point"),
    ("Enter", "Check the answer, then go on"),
    ("Space", "Show the answer to a question"),
    ("U", "Undo: take the last answer of a round back"),
    ("B", "Bookmark the question"),
    ("/", "Search"),
    ("?", "This list"),
];
