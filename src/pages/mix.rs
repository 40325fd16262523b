//! `#/mix`: a sitting that the person puts together.

pub mod form;

use crate::components::page::PageHeading;
use leptos::prelude::*;

/// The page. It reads from the address which topic is chosen to begin with.
#[component]
pub fn Mix() -> impl IntoView {
    view! {
        <article class="page mix" data-testid="mix">
            <PageHeading title="Choose what to practise" />
            {form::drawn()}
        </article>
    }
}
