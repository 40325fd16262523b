//! `#/tracks`: all tracks, each with how far one is.

use crate::components::live::{each, live};
use crate::components::page::PageHeading;
use crate::components::tally::TallyView;
use crate::pages::unknown::Unknown;
use crate::practice::progress::Tally;
use crate::route::Route;
use crate::state::AppState;
use bank::question::Entry;
use bank::topic::Track;
use leptos::prelude::*;

/// The page.
pub fn tracks() -> AnyView {
    let state = expect_context::<AppState>();
    let Ok(tracks) = state.bank.tracks() else {
        // A broken build.
        let path = "tracks".to_owned();
        return view! { <Unknown path /> }.into_any();
    };
    let row = move |track: &'static Track| {
        let href = Route::Track(track.slug.clone()).fragment();
        let (ready, _) = tracks.led_to(track, state.bank.questions());
        view! {
            <li class="topic-row" data-testid="track-row">
                <a href=href>{track.title.as_str()}</a>
                {live(move || view! { <TallyView tally=tally(state, &ready) /> })}
                <p class="fine">{track.about.as_str()}</p>
            </li>
        }
    };
    view! {
        <article class="page tracks" data-testid="tracks">
            <PageHeading title="Tracks" />
            <p class="lead">{LEAD}</p>
            <ul role="list" class="rows">{each(&tracks.all, row)}</ul>
        </article>
    }
    .into_any()
}

/// How these questions stand. What looks follows it.
pub fn tally(state: AppState, ready: &[&'static Entry]) -> Tally {
    state.progress(|progress| progress.tally(ready.iter().map(|entry| &entry.id)))
}

const LEAD: &str = "First those for a goal, then lists to work through row by row. What you answer counts in all \
    of them.";
