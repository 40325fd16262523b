//! The frame around every page: header, notices, and the page that the address names.

use crate::browser;
use crate::components::banner::Banner;
use crate::components::button::Button;
use crate::components::live::{live, live_value, when};
use crate::pages::home::Home;
use crate::pages::question::Question;
use crate::pages::result::Result;
use crate::pages::session::Session;
use crate::pages::settings::Settings;
use crate::pages::topic::Topic;
use crate::pages::unknown::Unknown;
use crate::route::Route;
use crate::state::AppState;
use bank::embedded::Bank;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// The app.
#[component]
pub fn App(
    /// What every page can reach.
    state: AppState,
) -> impl IntoView {
    provide_context(state);
    browser::show_theme(state.theme());
    // A fragment without `#/` at the start is a place on the start page.
    let start = browser::route().unwrap_or(Route::Home);
    browser::set_title(&title(&start, state.bank));
    let route = RwSignal::new(start);
    browser::on_route(move |to| {
        browser::set_title(&title(&to, state.bank));
        route.set(to);
    });
    view! {
        <div class="frame">
            <Header route />
            <Trouble />
            <main id="main" tabindex="-1">{live(move || page(route.get()))}</main>
        </div>
    }
}

fn page(route: Route) -> AnyView {
    match route {
        Route::Home => view! { <Home /> }.into_any(),
        Route::Topic(slug) => view! { <Topic slug /> }.into_any(),
        Route::Question(id) => view! { <Question id /> }.into_any(),
        Route::Session => view! { <Session /> }.into_any(),
        Route::Result => view! { <Result /> }.into_any(),
        Route::Settings => view! { <Settings /> }.into_any(),
        Route::Unknown(path) => view! { <Unknown path /> }.into_any(),
    }
}

/// The name of the document on a screen: the place first, because tabs cut names off.
fn title(route: &Route, bank: &Bank) -> String {
    let place = match route {
        Route::Home => return "Pydrill: Python interview questions".to_owned(),
        Route::Topic(slug) => bank.topic(slug).map(|topic| topic.title.as_str()),
        Route::Question(id) => bank
            .question(bank.present_id(id))
            .map(|entry| entry.title.as_str()),
        Route::Session => Some("Questions"),
        Route::Result => Some("Result"),
        Route::Settings => Some("Settings"),
        Route::Unknown(_) => None,
    };
    format!("{} · Pydrill", place.unwrap_or("Not found"))
}

/// Kept in step with the one in `index.html`, which is seen before the app starts.
#[component]
fn Header(route: RwSignal<Route>) -> impl IntoView {
    let current = move |of: Route| live_value(move || (route.get() == of).then_some("page"));
    // As a link it would change the address; the focus alone is meant.
    let skip = move |event: MouseEvent| {
        event.prevent_default();
        browser::focus("main");
    };
    view! {
        <header class="top">
            <a class="skip" href="#main" on:click=when(skip)>"To the content"</a>
            <nav aria-label="Pydrill">
                <a class="brand" href=Route::Home.fragment() aria-current=current(Route::Home)>
                    <span class="prompt" aria-hidden="true">">>>"</span> "pydrill"
                </a>
                <a href=Route::Settings.fragment() aria-current=current(Route::Settings)>"Settings"</a>
            </nav>
        </header>
    }
}

/// What the person must be told about storage, on every page.
#[component]
fn Trouble() -> impl IntoView {
    let state = expect_context::<AppState>();
    let banner = move || {
        state.notice().map(|trouble| {
            let said = trouble.sentences();
            let text = trouble.text().map(str::to_owned);
            let download = text.map(|text| {
                let save = move |()| browser::download("pydrill-saved.txt", &text);
                view! { <Button look="quiet" testid="download" label="Download it" on_press=save /> }
            });
            let hide = move |()| {
                state.take_note();
                browser::focus("main h1");
            };
            view! {
                <Banner
                    name=trouble.name()
                    happened=said.happened
                    safe=said.safe
                    remedy=said.remedy
                >
                    {download}
                    <Button look="quiet" testid="hide" label="Hide this" on_press=hide />
                </Banner>
            }
        })
    };
    view! { <div class="notices">{live(banner)}</div> }
}
