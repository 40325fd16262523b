//! The frame around every page: header, notices, and the page that the address names.

use crate::browser::{self, scroll};
use crate::components::banner::Banner;
use crate::components::button::Button;
use crate::components::later::Later;
use crate::components::live::{live, live_value, when};
use crate::components::page::PageHeading;
use crate::pages::home::Home;
use crate::pages::keys::listening;
use crate::pages::late::{Drawn, load};
use crate::pages::result::Result;
use crate::pages::session::Session;
use crate::pages::topic::Topic;
use crate::pages::unknown::Unknown;
use crate::route::Route;
use crate::state::AppState;
use bank::embedded::Bank;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// What the frame holds.
#[component]
pub fn App(
    /// What every page can reach.
    state: AppState,
    /// Set when the page may come into the frame: making both takes a phone too long for one step.
    is_framed: RwSignal<bool>,
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
    let late = Later::new(|| Box::pin(load()));
    let page = move || is_framed.get().then(|| page(route.get(), late, state.bank));
    view! {
        <Header route />
        <Trouble />
        <main id="main" tabindex="-1">{live(page)}</main>
        {listening(state)}
    }
}

/// What leads from a first visit to a result is here from the start; the other pages come together.
fn page(route: Route, late: Later<Drawn>, bank: &'static Bank) -> AnyView {
    match route {
        Route::Home => view! { <Home /> }.into_any(),
        Route::Topic(slug) => view! { <Topic slug /> }.into_any(),
        Route::Session => view! { <Session /> }.into_any(),
        Route::Result => view! { <Result /> }.into_any(),
        Route::Unknown(path) => view! { <Unknown path /> }.into_any(),
        Route::Bring(_)
        | Route::Mix(_)
        | Route::Progress
        | Route::Questions
        | Route::Question(_)
        | Route::Set(_)
        | Route::Settings
        | Route::Track(_)
        | Route::Tracks => late_page(route, late, bank),
    }
}

/// Until it comes, its name is there, and how far it has come.
fn late_page(route: Route, late: Later<Drawn>, bank: &'static Bank) -> AnyView {
    if late.here_now().is_none() {
        // The heading that had the focus has gone with what stood there for the page.
        late.ask(Box::new(|_| scroll::focus_if_lost("main h1")));
    }
    live(move || match late.here() {
        Some(draw) => draw(route.clone()),
        None => view! {
            <article class="page">
                <PageHeading title=place(&route, bank).unwrap_or(NOT_FOUND) />
                {late.said()}
            </article>
        }
        .into_any(),
    })
    .into_any()
}

/// The name of the document on a screen: the place first, because tabs cut names off.
fn title(route: &Route, bank: &Bank) -> String {
    if *route == Route::Home {
        return "Pydrill: Python interview questions".to_owned();
    }
    [place(route, bank).unwrap_or(NOT_FOUND), " · Pydrill"].concat()
}

/// What a screen is called. `None`: there is nothing at the address.
fn place<'a>(route: &Route, bank: &'a Bank) -> Option<&'a str> {
    match route {
        Route::Home => Some("Pydrill"),
        Route::Topic(slug) => bank.topic(slug).map(|topic| topic.title.as_str()),
        Route::Questions => Some("All questions"),
        Route::Tracks | Route::Track(_) => Some("Tracks"),
        Route::Question(id) => bank
            .question(bank.present_id(id))
            .map(|entry| entry.title.as_str()),
        Route::Session => Some("Questions"),
        Route::Result => Some("Result"),
        Route::Mix(_) => Some("Choose what to practise"),
        Route::Settings => Some("Settings"),
        Route::Progress => Some("Your progress"),
        Route::Bring(_) => Some("Answers from another device"),
        Route::Set(_) => Some("A set of checks"),
        Route::Unknown(_) => None,
    }
}

const NOT_FOUND: &str = "Not found";

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
                <a
                    class="to-search"
                    href=Route::Questions.fragment()
                    aria-current=current(Route::Questions)
                >
                    "Search"
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
