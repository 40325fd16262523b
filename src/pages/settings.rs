//! `#/settings`: the theme, what the plan is made for, and what is kept on this device.

pub mod adding;
pub mod aim;
pub mod answering;
pub mod backup;
pub mod erase;
pub mod handover;
pub mod offline;

use crate::browser;
use crate::components::button::Button;
use crate::components::live::{each, live, only_if};
use crate::components::page::{PageHeading, Part};
use crate::components::pick::Pick;
use crate::pages::counted;
use crate::pages::settings::aim::AimPart;
use crate::pages::settings::answering::AnsweringPart;
use crate::pages::settings::backup::{BackupPart, day_of};
use crate::pages::settings::erase::ErasePart;
use crate::pages::settings::handover::HandOverPart;
use crate::pages::settings::offline::OfflinePart;
use crate::settings::Theme;
use crate::state::AppState;
use crate::storage::note::Joined;
use leptos::prelude::*;

/// The page.
#[component]
pub fn Settings() -> impl IntoView {
    view! {
        <article class="page settings" data-testid="settings">
            <PageHeading title="Settings" />
            <Part title="Theme" testid="theme"><ThemeChoice /></Part>
            <Part title="Answering" testid="answering"><AnsweringPart /></Part>
            <Part title="Your answers" testid="kept"><Kept /></Part>
            <Part title="Your plan" testid="aim-part"><AimPart /></Part>
            <Part title="Backup" testid="backup-part"><BackupPart /></Part>
            <Part title="Without a network" testid="offline-part"><OfflinePart /></Part>
            <Part title="Another device" testid="handover-part"><HandOverPart /></Part>
            <Part title="Erase" testid="erase-part"><ErasePart /></Part>
        </article>
    }
}

#[component]
fn ThemeChoice() -> impl IntoView {
    let state = expect_context::<AppState>();
    let option = move |(theme, label): (Theme, &'static str)| {
        let choose = move |()| {
            let _ = state.choose_theme(theme);
            browser::show_theme(theme);
        };
        let chosen = state.theme() == theme;
        view! {
            <Pick kind="radio" look="option" testid="theme-option" picked=chosen on_pick=choose>
                <span>{label}</span>
            </Pick>
        }
    };
    let themes = [
        (Theme::System, "As the device"),
        (Theme::Light, "Light"),
        (Theme::Dark, "Dark"),
    ];
    view! {
        <fieldset class="options">
            <legend class="unseen">"Theme"</legend>
            {each(themes, option)}
        </fieldset>
    }
}

/// Says what is kept and where, without comfort that is not earned.
#[component]
fn Kept() -> impl IntoView {
    let state = expect_context::<AppState>();
    let amount = move || {
        let count = state.progress(|progress| progress.history().len());
        counted(count, "answer", "answers")
    };
    let trouble = move || match state.trouble().map(|trouble| trouble.sentences()) {
        Some(sentences) => format!("{} {}", sentences.happened, sentences.safe),
        None => KEPT.to_owned(),
    };
    let last_backup = move || {
        state.progress(|_| ());
        state
            .last_backup()
            .map_or_else(|| "never".to_owned(), |last| day_of(last.at))
    };
    let pieces = move || state.progress(|_| counted(state.pieces(), "piece", "pieces"));
    let joined = RwSignal::new(String::new());
    // Said as long as this page is shown, and then never again.
    Effect::new(move |_| {
        if let Some(last) = state.take_joined() {
            joined.set(told(last));
        }
    });
    let promised = match state.persists() {
        Some(true) => PROMISED,
        Some(false) => NOT_PROMISED,
        None => "",
    };
    let undo = move |()| {
        let _ = state.undo_last();
    };
    view! {
        <p data-testid="amount">{live(amount)} ". Only on this device. Last backup: " {live(last_backup)} "."</p>
        <p data-testid="storage-state">{live(trouble)}</p>
        <p class="fine" data-testid="room">{promised} "They stand in " {live(pieces)} "; many small ones are joined at the next start."</p>
        <p class="fine" data-testid="joined">{live(move || joined.get())}</p>
        {live(move || only_if(state.progress(|progress| progress.history().len()) > 0, || view! {
            <Button look="quiet" testid="undo" label="Take back the last answer" on_press=undo />
        }))}
        <Aside />
    }
}

/// What joining did.
fn told(joined: Joined) -> String {
    let pieces = counted(joined.pieces, "small piece was", "small pieces were");
    let day = day_of(joined.at);
    [
        &pieces,
        " joined ",
        &day,
        ", to save room. No answer has changed.",
    ]
    .concat()
}

/// Texts that could not be read and were moved aside, to be downloaded.
#[component]
fn Aside() -> impl IntoView {
    let state = expect_context::<AppState>();
    let row = |(key, text): (String, String)| {
        let name = format!("{key}.txt");
        let size = counted(text.len(), "byte", "bytes");
        let save = move |()| browser::download(&name, &text);
        view! {
            <li class="question-row" data-testid="aside-row">
                <div>
                    <Button look="link" testid="download" label=format!("Download {key}") on_press=save />
                    <p class="fine">{size}</p>
                </div>
            </li>
        }
    };
    // They go when everything is erased.
    live(move || {
        let rows = each(state.progress(|_| state.moved_aside()), row);
        only_if(!rows.is_empty(), || {
            view! {
                <p>"Saved text that could not be read was kept as it was found:"</p>
                <ul role="list" class="rows">{rows}</ul>
            }
        })
    })
}

const KEPT: &str = "They are kept in this browser's storage for this address. Clearing the site's data \
    deletes them.";
const PROMISED: &str = "The browser has promised not to delete them by itself. ";
const NOT_PROMISED: &str =
    "The browser has not promised to keep them: it may delete them when it needs room. ";
