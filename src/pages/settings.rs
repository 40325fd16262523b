//! `#/settings`: the theme, and what is kept on this device.

use crate::browser;
use crate::components::button::Button;
use crate::components::live::{each, live, only_if};
use crate::components::page::{PageHeading, Part};
use crate::components::pick::Pick;
use crate::pages::counted;
use crate::settings::Theme;
use crate::state::AppState;
use leptos::prelude::*;

/// The page.
#[component]
pub fn Settings() -> impl IntoView {
    view! {
        <article class="page" data-testid="settings">
            <PageHeading title="Settings" />
            <Part title="Theme" testid="theme"><ThemeChoice /></Part>
            <Part title="Your answers" testid="kept"><Kept /></Part>
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
    view! {
        <p data-testid="amount">{live(amount)} ". Only on this device. Last backup: never."</p>
        <p data-testid="storage-state">{live(trouble)}</p>
        <Aside />
    }
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
    let rows = each(state.moved_aside(), row);
    only_if(!rows.is_empty(), || {
        view! {
            <p>"Saved text that could not be read was kept as it was found:"</p>
            <ul role="list" class="rows">{rows}</ul>
        }
    })
}

const KEPT: &str = "They are kept in this browser's storage for this address. Clearing the site's data \
    deletes them, and Safari deletes them after seven days without a visit.";
