//! A backup: saved as a file, looked at before it is added, added whole or not at all.

use crate::browser;
use crate::components::button::Button;
use crate::components::live::{live, only_if, when};
use crate::pages::counted;
use crate::practice::time::Moment;
use crate::state::AppState;
use crate::state::backup::Preview;
use crate::storage::Unusable;
use crate::storage::save::Saved;
use leptos::ev::Event;
use leptos::prelude::*;

/// Larger files are not read, in bytes: 100,000 answers take half of it.
const LARGEST: f64 = 16.0 * 1024.0 * 1024.0;

/// The part of the page.
#[component]
pub fn BackupPart() -> impl IntoView {
    let state = expect_context::<AppState>();
    let said = RwSignal::new(String::new());
    let found = RwSignal::new(false);
    let say = move |text: &str| {
        found.set(false);
        said.set(text.to_owned());
    };
    let choose = when(move |event: Event| {
        browser::read_file(&event, LARGEST, move |text| {
            match text.map(|text| state.preview(&text)) {
                None => say(TOO_LARGE),
                Some(Err(Unusable::Unreadable)) => say(NOT_ONE),
                Some(Err(Unusable::Newer)) => say(NEWER),
                Some(Ok(preview)) => {
                    say(&told(preview));
                    found.set(true);
                }
            }
        });
    });
    let add = move |()| match state.restore() {
        Saved::Saved => say(ADDED),
        Saved::Full | Saved::Blocked => say(NO_ROOM),
    };
    let decide = move || {
        only_if(found.get(), move || {
            view! {
                <div class="actions">
                    <Button look="button" testid="add" label="Add them" on_press=add />
                    <Button look="quiet" testid="leave" label="Leave it" on_press=move |()| say("") />
                </div>
            }
        })
    };
    view! {
        <p>"One file with all your answers, to keep elsewhere or to bring to another device."</p>
        <SaveBackup />
        <p>
            <label for="restore">"Add the answers of a backup: "</label>
            <input id="restore" data-testid="restore" type="file" accept=".json" on:change=choose />
        </p>
        <p role="status" data-testid="found">{live(move || said.get())}</p>
        {live(decide)}
    }
}

/// Hands a backup to the person.
#[component]
pub fn SaveBackup() -> impl IntoView {
    let state = expect_context::<AppState>();
    let save = move |()| {
        let now = browser::now();
        browser::download("pydrill-backup.json", &state.backup(now));
        let _ = state.backed_up(now);
    };
    view! { <Button look="quiet" testid="backup" label="Save a backup" on_press=save /> }
}

fn told(preview: Preview) -> String {
    let (before, after) = preview.right;
    let holds = counted(preview.answers, "answer", "answers");
    let new = counted(preview.new_answers, "is", "are");
    let back = counted(preview.taken_back, "answer", "answers");
    format!(
        "It holds {holds}, of which {new} new here, and takes back {back}. Questions that are right: {before} \
        now, {after} then."
    )
}

/// `today`, `yesterday`, `5 days ago`.
pub fn ago(at: Moment, now: Moment) -> String {
    match now.0.saturating_sub(at.0) / (24 * 60 * 60 * 1000) {
        ..=0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        days => format!("{days} days ago"),
    }
}

const TOO_LARGE: &str =
    "This file is too large for a backup, or it cannot be read. Nothing was changed.";
const NOT_ONE: &str = "This is no backup of Pydrill, or it is damaged. Nothing was changed.";
const NEWER: &str = "This backup was made by a newer Pydrill. Nothing was changed; close all tabs of this page \
    and open it again to get the newer one.";
const ADDED: &str = "The answers of the backup are here now.";
const NO_ROOM: &str = "There is no room for these answers in this browser. Nothing was changed.";
