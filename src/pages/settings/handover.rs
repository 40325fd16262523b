//! Handing all answers over to another device: as a picture for its camera, as a link, or, when they are too
//! many for either, as the backup.

use crate::browser;
use crate::browser::share::{self, Shared};
use crate::components::button::Button;
use crate::components::live::{each, live, only_if, when};
use crate::components::qr;
use crate::pages::counted;
use crate::route::Route;
use crate::state::AppState;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// Longer links are not made, in characters: a message of Telegram carries 4,096, and some mail programs
/// cut off what is longer.
const LONGEST: usize = 4_000;

/// The part of the page.
#[component]
pub fn HandOverPart() -> impl IntoView {
    let state = expect_context::<AppState>();
    let link = RwSignal::new(None::<String>);
    let said = RwSignal::new(String::new());
    let make = move |()| {
        let count = untrack(|| state.progress(|progress| progress.history().len()));
        let made = state.code().map(|code| link_of(&code));
        let made = made.filter(|link| count > 0 && link.len() <= LONGEST);
        said.set(match (count, &made) {
            (0, _) => NOTHING.to_owned(),
            (_, None) => too_many(count),
            (_, Some(link)) => [&counted(count, "answer", "answers"), " ", how(link)].concat(),
        });
        link.set(made);
    };
    view! {
        <p>{ABOUT}</p>
        <Button look="quiet" testid="hand-over" label="Make a link with all answers" on_press=make />
        <p role="status" data-testid="handed">{live(move || said.get())}</p>
        {live(move || each(link.get(), move |link| shown(link, said)))}
        <Bringing />
    }
}

fn link_of(code: &str) -> String {
    [
        &share::address(),
        Route::Bring(code.to_owned()).fragment().as_str(),
    ]
    .concat()
}

/// The picture, the link, and what can be done with it.
fn shown(link: String, said: RwSignal<String>) -> AnyView {
    let (copied, shared) = (link.clone(), link.clone());
    let copy = move |()| {
        share::copy(&copied, move |is_there| {
            said.set(if is_there { COPIED } else { NOT_COPIED }.to_owned());
        });
    };
    let send = move |()| {
        share::share_link("", &shared, move |shared| match shared {
            Shared::Given | Shared::Left => {}
            Shared::Refused => said.set(NOT_SENT.to_owned()),
        });
    };
    let sends = only_if(share::can_share_link(), move || {
        view! { <Button look="quiet" testid="send-link" label="Send the link" on_press=send /> }
    });
    view! {
        {qr::picture(&link, PICTURE)}
        <label class="field">
            <span>"The link"</span>
            <textarea class="typed" data-testid="link" rows="3" readonly="">{link}</textarea>
        </label>
        <div class="actions">
            <Button look="quiet" testid="copy-link" label="Copy the link" on_press=copy />
            {sends}
        </div>
    }
    .into_any()
}

/// An app on the home screen is not opened by a link, so there it is pasted.
#[component]
fn Bringing() -> impl IntoView {
    let said = RwSignal::new("");
    let bring = move || {
        let pasted = browser::field("#bring-link");
        match code_in(&pasted) {
            "" => said.set(PASTE_IT),
            code => browser::go(&Route::Bring(code.to_owned())),
        }
    };
    let entered = when(move |event: KeyboardEvent| {
        if event.key() == "Enter" {
            bring();
        }
    });
    view! {
        <p>
            <label for="bring-link">"Bring answers here by a link from another device: "</label>
            <input id="bring-link" data-testid="bring-link" autocomplete="off" autocapitalize="off" spellcheck="false" on:keydown=entered />
        </p>
        <Button look="quiet" testid="bring" label="Look at it" on_press=move |()| bring() />
        <p role="status" data-testid="pasted">{live(move || said.get())}</p>
    }
}

/// What stands behind the last slash, so that a code alone will do as well.
fn code_in(pasted: &str) -> &str {
    let pasted = pasted.trim();
    pasted.rsplit('/').next().unwrap_or_default()
}

fn how(link: &str) -> &'static str {
    match qr::fits(link) {
        true => {
            "in one link. Point the camera of the other device at the picture, or send yourself the link."
        }
        false => "in one link. It is too long for a picture, so send yourself the link.",
    }
}

fn too_many(answers: usize) -> String {
    let count = counted(answers, "answer is", "answers are");
    [&count, TOO_MANY].concat()
}

const ABOUT: &str = "Opens all your answers on another phone or computer. They travel in the link itself and \
    pass no server of ours; whoever has the link can read them. Your settings, notes and programs are not in it.";
const PICTURE: &str = "The link as a picture for a camera";
const NOTHING: &str = "There are no answers yet.";
const TOO_MANY: &str = " too many for a link. Save a backup above instead, send yourself the file, and add it on \
    the other device.";
const COPIED: &str = "The link is copied.";
const NOT_COPIED: &str =
    "The browser did not let this page copy it: select the link and copy it by hand.";
const NOT_SENT: &str = "The device did not send it: copy the link instead.";
const PASTE_IT: &str = "Paste a link from another device first.";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_and_a_code_alone_are_both_taken() {
        let check = |pasted: &str, expected: &str| assert_eq!(code_in(pasted), expected);
        check("https://example.org/pydrill/#/bring/1Ab-_", "1Ab-_");
        check(" 1Ab-_\n", "1Ab-_");
        check("https://example.org/pydrill/", "");
        check("", "");
    }
}
