//! Erasing all answers or those of one topic: only after the word was typed, and with a backup offered
//! first.

use crate::browser;
use crate::components::button::Button;
use crate::components::live::{each, live};
use crate::pages::settings::backup::SaveBackup;
use crate::state::AppState;
use crate::storage::save::Saved;
use bank::topic::Topic;
use leptos::prelude::*;

/// What has to be typed.
const WORD: &str = "erase";

/// The part of the page.
#[component]
pub fn ErasePart() -> impl IntoView {
    let state = expect_context::<AppState>();
    let said = RwSignal::new(String::new());
    let erase = move |()| {
        if browser::take_field("#erase-word", WORD) {
            browser::alone(move |_| said.set(erased(state).to_owned()));
        } else {
            said.set(TYPE_IT.to_owned());
        }
    };
    let has_questions = |topic: &&Topic| state.bank.questions_of(&topic.slug).next().is_some();
    let topics = state.bank.topics().iter().filter(has_questions);
    let option = |topic: &'static Topic| {
        view! { <option value=topic.slug.as_str()>{topic.title.as_str()}</option> }
    };
    view! {
        <p>"Bookmarks, notes and code go with the answers. What is erased cannot be brought back, except from a backup."</p>
        <SaveBackup />
        <p>
            <label for="erase-what">"Erase "</label>
            <select id="erase-what" data-testid="erase-what">
                <option value="">"everything but the settings"</option>
                {each(topics, option)}
            </select>
        </p>
        <p>
            <label for="erase-word">"To be sure, type \"erase\": "</label>
            <input id="erase-word" data-testid="erase-word" autocomplete="off" autocapitalize="off" />
        </p>
        <Button look="quiet" testid="erase" label="Erase" on_press=erase />
        <p role="status" data-testid="erased">{live(move || said.get())}</p>
    }
}

fn erased(state: AppState) -> &'static str {
    let name = browser::field("#erase-what");
    let mut topics = state.bank.topics().iter().map(|topic| &topic.slug);
    let topic = topics.find(|slug| slug.as_str() == name);
    match state.erase(topic, browser::now()) {
        Saved::Saved => ERASED,
        Saved::Full | Saved::Blocked => NOT_ALL,
    }
}

const TYPE_IT: &str = "Nothing was erased: type the word first.";
const NOT_ALL: &str = "The browser did not let this page erase all of it.";
const ERASED: &str = "It is erased.";
