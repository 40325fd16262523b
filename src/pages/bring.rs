//! `#/bring/...`: answers that come from another device in the address itself.
//!
//! Nothing is added before the person agrees, and what stands in the address is read, never run.

use crate::browser::share;
use crate::components::live::live_value;
use crate::components::page::{Next, PageHeading};
use crate::pages::settings::adding::{Adding, Words};
use crate::route::Route;
use crate::state::AppState;
use leptos::prelude::*;

/// The page.
#[component]
pub fn Bring(
    /// From the address; may be anything.
    code: String,
) -> impl IntoView {
    let state = expect_context::<AppState>();
    let is_over = RwSignal::new(false);
    // It leaves the address bar once it is of no use: until then it can be opened again, in another
    // browser as well.
    let over = Callback::new(move |()| {
        share::rename_here(&Route::Bring(String::new()).fragment());
        is_over.set(true);
    });
    let adding = Adding::begin(state, &WORDS).and_then(over);
    if code.is_empty() {
        adding.say(NOTHING);
        is_over.set(true);
    } else {
        // Later remarks and answers do not draw the page again.
        adding.look(untrack(|| state.preview_code(&code)));
    }
    let look = live_value(move || if is_over.get() { "button" } else { "quiet" });
    view! {
        <article class="page" data-testid="bring-page">
            <PageHeading title="Answers from another device" />
            {adding.view()}
            <Next>
                <a class=look href=Route::Home.fragment() data-testid="way-on">"To the questions"</a>
            </Next>
        </article>
    }
}

const WORDS: Words = Words {
    not_one: "This link is damaged or cut off. Nothing was changed. Copy all of it, or make a new one on the \
        other device.",
    newer: "This link was made by another version of Pydrill. Nothing was changed. Close all tabs of this page \
        here and on the other device, open it again on both, and make a new link; or use a backup.",
    added: "They are here now.",
};
const NOTHING: &str = "There is no code in this address. To bring answers here, open the link once more that was \
    made on the other device.";
