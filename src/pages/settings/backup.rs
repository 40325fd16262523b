//! A backup: saved as a file, looked at before it is added, added whole or not at all.

use crate::browser;
use crate::browser::share::{self, Shared};
use crate::components::button::Button;
use crate::components::live::{only_if, when};
use crate::pages::settings::adding::{Adding, Words};
use crate::practice::time::{Day, Moment};
use crate::state::AppState;
use leptos::ev::Event;
use leptos::prelude::*;

/// Larger files are not read, in bytes: 100,000 answers take half of it.
const LARGEST: f64 = 16.0 * 1024.0 * 1024.0;

/// The part of the page.
#[component]
pub fn BackupPart() -> impl IntoView {
    let state = expect_context::<AppState>();
    let adding = Adding::begin(state, &WORDS);
    let choose = when(move |event: Event| {
        browser::read_file(&event, LARGEST, move |text| match text {
            Some(text) => adding.look(state.preview(&text)),
            None => adding.say(TOO_LARGE),
        });
    });
    view! {
        <p>"One file with all your answers, bookmarks, notes and code, to keep elsewhere or to bring to another device."</p>
        {only_if(browser::is_ios(), || view! { <p>{IOS}</p> })}
        <SaveBackup />
        <p>
            <label for="restore">"Add the answers of a backup: "</label>
            // A file that was shared ends in .txt.
            <input id="restore" data-testid="restore" type="file" accept=".json,.txt" on:change=choose />
        </p>
        {adding.view()}
    }
}

/// Hands a backup to the person: as a file, or by the share sheet where there is one that takes files.
#[component]
pub fn SaveBackup() -> impl IntoView {
    let state = expect_context::<AppState>();
    let save = move || {
        let now = browser::now();
        browser::download("pydrill-backup.json", &state.backup(now));
        let _ = state.backed_up(now);
    };
    let send = move |()| {
        let now = browser::now();
        let ended = move |shared| match shared {
            Shared::Given => {
                let _ = state.backed_up(now);
            }
            Shared::Left => {}
            Shared::Refused => save(),
        };
        share::share_file("pydrill-backup.txt", &state.backup(now), ended);
    };
    let shares = share::can_share_file();
    view! {
        <Button look="quiet" testid="backup" label="Save a backup" on_press=move |()| save() />
        {only_if(shares, || view! {
            <Button look="quiet" testid="send-backup" label="Send a backup" on_press=send />
        })}
    }
}

/// The day of a moment, as people say it from today.
pub fn day_of(at: Moment) -> String {
    let day = at.day(browser::utc_offset_at(at));
    ago(day, browser::now().day(browser::utc_offset()))
}

/// `today`, `yesterday`, `5 days ago`.
fn ago(day: Day, today: Day) -> String {
    match today.0.saturating_sub(day.0) {
        ..=0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        days => format!("{days} days ago"),
    }
}

const TOO_LARGE: &str =
    "This file is too large for a backup, or it cannot be read. Nothing was changed.";
const IOS: &str = "On an iPhone or iPad, Safari may delete what a site keeps when it was not visited for seven \
    days. An app on the home screen begins with a storage of its own, which is empty: bring your answers \
    over by the link below or by a backup.";
const WORDS: Words = Words {
    not_one: "This is no backup of Pydrill, or it is damaged. Nothing was changed.",
    newer: "This backup was made by a newer Pydrill. Nothing was changed; close all tabs of this page and open \
        it again to get the newer one.",
    added: "The answers of the backup are here now.",
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::time::UtcOffset;

    /// It used to count hours: the evening before was today.
    #[test]
    fn yesterday_is_the_day_before_and_not_so_many_hours_ago() {
        const HOUR: i64 = 60 * 60 * 1000;
        let check = |at: i64, now: i64, expected: &str| {
            let day = |hours| Moment(hours * HOUR).day(UtcOffset(0));
            assert_eq!(ago(day(at), day(now)), expected, "{at} {now}");
        };
        check(22, 23, "today");
        check(22, 24 + 3, "today");
        check(22, 24 + 5, "yesterday");
        check(22, 24 + 21, "yesterday");
        check(22, 48 + 5, "2 days ago");
        // The clock was set back.
        check(48, 24, "today");
    }
}
