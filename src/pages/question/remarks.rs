//! What the person says of a question: a bookmark and a note; and to whom: its link.

use crate::browser;
use crate::browser::share;
use crate::components::live::{live, live_value, when};
use crate::pages::sharing::Sharing;
use crate::practice::remark::{LONGEST, fits};
use crate::state::AppState;
use crate::storage::save::Saved;
use bank::question::Entry;
use leptos::ev::{Event, MouseEvent};
use leptos::prelude::*;

/// Where it is said.
pub fn remarking(entry: &'static Entry) -> AnyView {
    let said = drawn(entry);
    view! { <div class="remarks" data-testid="remarks">{said}</div> }.into_any()
}

fn drawn(entry: &'static Entry) -> AnyView {
    let state = expect_context::<AppState>();
    let bookmark = when(move |_: MouseEvent| {
        let _ = state.bookmark(&entry.id, browser::now());
    });
    let pressed = live_value(move || {
        let is_there = state.is_bookmarked(&entry.id);
        Some(if is_there { "true" } else { "false" })
    });
    view! {
        <button
            type="button"
            id="bookmark"
            class="quiet"
            data-testid="bookmark"
            aria-pressed=pressed
            aria-keyshortcuts="b"
            on:click=bookmark
        >
            "Bookmark"
        </button>
        {sharing(entry)}
        {note(state, entry)}
    }
    .into_any()
}

/// The link is that of the static page, which is read without the app.
fn sharing(entry: &'static Entry) -> AnyView {
    let sharing = Sharing::begin();
    let link = share::address_of(&["q/", entry.id.as_str(), "/"].concat());
    let button = sharing.button("share", "Share", String::new(), link);
    view! { <div class="sharing">{button}{sharing.told()}</div> }.into_any()
}

/// The note: open when there is one, so that nobody has to look for it.
fn note(state: AppState, entry: &'static Entry) -> AnyView {
    let said = RwSignal::new("");
    let write = when(move |event: Event| {
        let text = event_target_value(&event);
        if !fits(&text) {
            return said.set(TOO_LONG);
        }
        let is_full = !fits(&[&text, "x"].concat());
        said.set(match state.write_note(&entry.id, &text, browser::now()) {
            Saved::Saved if is_full => FULL,
            Saved::Saved => "",
            Saved::Full => NO_ROOM,
            Saved::Blocked => BLOCKED,
        });
    });
    let is_there = !untrack(|| state.note(&entry.id)).is_empty();
    let text = live_value(move || state.note(&entry.id));
    view! {
        <details class="note" open=is_there data-testid="note-part">
            <summary>"Your note"</summary>
            <label class="field">
                <span>"Your note: plain text, kept on this device as you type"</span>
                <textarea
                    class="typed"
                    data-testid="note"
                    rows="4"
                    maxlength=LONGEST.to_string()
                    prop:value=text
                    on:input=write
                ></textarea>
            </label>
            <p class="fine" role="status" data-testid="note-said">{live(move || said.get())}</p>
        </details>
    }
    .into_any()
}

const TOO_LONG: &str = "A note has room for 4,000 characters. What you see is longer and not kept.";
const FULL: &str = "A note has room for 4,000 characters, and this one is full.";
const NO_ROOM: &str = "There is no room for this note in this browser. What you wrote is gone when you close or \
    reload this page.";
const BLOCKED: &str = "Your browser does not let this page keep anything. What you wrote is gone when you close or \
    reload this page.";
