//! The pages that come in a file of their own, all together, because a first visit can do without them.
//!
//! Which they are stands in `app.rs`; no page asks for itself.

use crate::pages::bring::Bring;
use crate::pages::browse::questions::questions;
use crate::pages::browse::track::track;
use crate::pages::browse::tracks::tracks;
use crate::pages::mix::Mix;
use crate::pages::progress::Progress;
use crate::pages::question::Question;
use crate::pages::set::SetPage;
use crate::pages::settings::Settings;
use crate::pages::unknown::Unknown;
use crate::route::Route;
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

/// Draws the page of a route.
pub type Drawn = fn(Route) -> AnyView;

/// Loads the file.
#[wasm_split(pages, wasm_split_path = leptos::wasm_split, fallible)]
pub fn load() -> Result<Drawn, SplitLoaderError> {
    Ok(draw)
}

fn draw(route: Route) -> AnyView {
    match route {
        Route::Bring(code) => view! { <Bring code /> }.into_any(),
        Route::Mix(_) => view! { <Mix /> }.into_any(),
        Route::Question(id) => view! { <Question id /> }.into_any(),
        Route::Questions => questions(),
        Route::Tracks => tracks(),
        Route::Track(slug) => track(slug),
        Route::Progress => view! { <Progress /> }.into_any(),
        Route::Set(code) => view! { <SetPage code /> }.into_any(),
        Route::Settings => view! { <Settings /> }.into_any(),
        // They are not asked for here.
        Route::Home | Route::Topic(_) | Route::Session | Route::Result | Route::Unknown(_) => {
            view! { <Unknown path=route.fragment() /> }.into_any()
        }
    }
}
