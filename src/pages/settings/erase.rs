//! Erasing all answers or those of one topic: only after the word was typed, and with a backup offered
//! first.

use crate::browser;
use crate::components::button::Button;
use crate::components::live::{each, live};
use crate::pages::settings::backup::SaveBackup;
use crate::state::AppState;
use crate::storage::save::Saved;
use bank::name::Slug;
use bank::topic::Topic;
use leptos::prelude::*;

/// What has to be typed.
const WORD: &str = "erase";
/// Chosen for everything; no topic is called so.
const EVERYTHING: &str = "*";

/// The part of the page.
#[component]
pub fn ErasePart() -> impl IntoView {
    let state = expect_context::<AppState>();
    let said = RwSignal::new(String::new());
    let erase = move |()| {
        // What is chosen now: when the other tabs are done, the person may have chosen something else or left.
        let name = browser::field("#erase-what");
        if browser::take_field("#erase-word", WORD) {
            browser::alone(move |_| said.set(erased(state, &name).to_owned()));
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
                <option value=EVERYTHING>"everything but the settings"</option>
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

fn erased(state: AppState, name: &str) -> &'static str {
    let Some(what) = chosen(state.bank.topics(), name) else {
        return NOTHING;
    };
    match state.erase(what, browser::now()) {
        Saved::Saved => ERASED,
        Saved::Full | Saved::Blocked => NOT_ALL,
    }
}

/// The topic of this name, or no single one for everything; nothing for a name that means neither.
fn chosen<'a>(topics: &'a [Topic], name: &str) -> Option<Option<&'a Slug>> {
    if name == EVERYTHING {
        return Some(None);
    }
    let mut topics = topics.iter().map(|topic| &topic.slug);
    topics.find(|slug| slug.as_str() == name).map(Some)
}

const NOTHING: &str = "Nothing was erased: choose what is to be erased.";
const TYPE_IT: &str = "Nothing was erased: type the word first.";
const NOT_ALL: &str = "The browser did not let this page erase all of it.";
const ERASED: &str = "It is erased.";

#[cfg(test)]
mod tests {
    use super::*;

    /// Nothing that could be chosen used to mean everything.
    #[test]
    fn only_what_says_so_means_everything() {
        let slug = Slug::parse("decorators").unwrap();
        let topics = [Topic {
            slug: slug.clone(),
            title: "Decorators".to_owned(),
        }];
        assert_eq!(chosen(&topics, "decorators"), Some(Some(&slug)));
        assert_eq!(chosen(&topics, EVERYTHING), Some(None));
        assert_eq!(Slug::parse(EVERYTHING).ok(), None);
        for neither in ["", "decorator"] {
            assert_eq!(chosen(&topics, neither), None, "{neither}");
        }
    }
}
