//! `#/questions`, `#/tracks` and `#/track/...`: ways to one question among all. They come in a file of
//! their own, because a first visit begins with a topic.

pub mod questions;
pub mod track;
pub mod tracks;

use crate::browser::scroll;
use crate::components::later::Later;
use crate::components::live::live;
use crate::pages::browse::questions::questions;
use crate::pages::browse::track::track;
use crate::pages::browse::tracks::tracks;
use crate::pages::unknown::Unknown;
use crate::route::Route;
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

/// The page of such a route.
pub fn browsing(route: Route) -> AnyView {
    let part = Later::new(|| Box::pin(load()));
    // There was no heading yet when the person arrived.
    part.ask(Box::new(|_| scroll::focus_if_lost("main h1")));
    view! {
        {part.said()}
        {live(move || part.here().map(|draw| draw(route.clone())))}
    }
    .into_any()
}

#[wasm_split(pages, wasm_split_path = leptos::wasm_split, fallible)]
fn load() -> Result<fn(Route) -> AnyView, SplitLoaderError> {
    Ok(drawn)
}

fn drawn(route: Route) -> AnyView {
    match route {
        Route::Questions => questions(),
        Route::Tracks => tracks(),
        Route::Track(slug) => track(slug),
        Route::Home
        | Route::Topic(_)
        | Route::Question(_)
        | Route::Session
        | Route::Result
        | Route::Settings
        | Route::Unknown(_) => {
            let path = route.fragment();
            view! { <Unknown path /> }.into_any()
        }
    }
}
