//! How one answers: whether one says how sure one is, and which keys do things.

use crate::components::button::Button;
use crate::components::pick::Pick;
use crate::settings::{Keys, Sureness};
use crate::state::AppState;
use leptos::prelude::*;

/// The part of the page.
#[component]
pub fn AnsweringPart() -> impl IntoView {
    let state = expect_context::<AppState>();
    let sureness = move |()| {
        let _ = state.choose_sureness(match state.sureness() {
            Sureness::Unasked => Sureness::Asked,
            Sureness::Asked => Sureness::Unasked,
        });
    };
    let keys = move |()| {
        let _ = state.choose_keys(match state.keys() {
            Keys::On => Keys::Off,
            Keys::Off => Keys::On,
        });
    };
    let asks = state.sureness() == Sureness::Asked;
    let hears = state.keys() == Keys::On;
    view! {
        <fieldset class="options">
            <legend class="unseen">"Answering"</legend>
            <Pick kind="checkbox" look="option" testid="sureness" name="sureness" picked=asks on_pick=sureness>
                <span>"Ask how sure I am. Three buttons check the answer in place of one: a guess, I think so, sure."</span>
            </Pick>
            <Pick kind="checkbox" look="option" testid="keys-on" name="keys" picked=hears on_pick=keys>
                <span>"Let single keys do things, such as 1 to 9 for the options."</span>
            </Pick>
        </fieldset>
        <Button look="quiet" testid="show-keys" label="Which keys there are" on_press=crate::browser::keys::ask_for_list />
    }
}
