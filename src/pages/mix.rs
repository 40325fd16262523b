//! `#/mix`: a sitting that the person puts together.

pub mod form;

use crate::components::page::PageHeading;
use crate::pages::coming;
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

/// The page. What there is to choose comes in a file of its own, and reads from the address which topic is
/// chosen to begin with.
#[component]
pub fn Mix() -> impl IntoView {
    view! {
        <article class="page mix" data-testid="mix">
            <PageHeading title="Choose what to practise" />
            {coming(|| Box::pin(load()))}
        </article>
    }
}

#[wasm_split(pages, wasm_split_path = leptos::wasm_split, fallible)]
fn load() -> Result<fn() -> AnyView, SplitLoaderError> {
    Ok(form::drawn)
}
