//! Key points: what a good answer says, to be ticked off after answering aloud.

use crate::components::html::Inline;
use crate::components::live::live;
use crate::components::marked::{Mark, Marked};
use crate::components::page::Next;
use bank::question::Html;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// The points, and a button that reports which of them were said.
#[component]
pub fn KeyPoints(
    /// Inline HTML each.
    points: Vec<Html>,
    /// The person is done ticking: which points were said.
    on_judged: Callback<Vec<bool>>,
) -> impl IntoView {
    let count = points.len();
    let said = RwSignal::new(vec![false; count]);
    let number = move || said.with(|said| said.iter().filter(|said| **said).count());
    let tick = move |place: usize| {
        said.update(|said| {
            said.iter_mut()
                .skip(place)
                .take(1)
                .for_each(|said| *said = !*said)
        });
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        on_judged.run(said.get_untracked());
    };
    let point = move |(place, point): (usize, Html)| {
        view! {
            <label class="option" data-testid="key-point">
                <input type="checkbox" on:change=move |_| tick(place) />
                <Inline html=point />
            </label>
        }
    };
    view! {
        <form class="key-points" data-testid="key-points" on:submit=submit>
            <fieldset class="options">
                <legend>"Tick what you said, in whatever words. Be strict: only you see it."</legend>
                {points.into_iter().enumerate().map(point).collect_view()}
            </fieldset>
            <Next>
                <button type="submit" class="button" data-testid="judge">
                    {live(move || label(number(), count))}
                </button>
            </Next>
        </form>
    }
}

fn label(said: usize, count: usize) -> String {
    match said {
        0 => "I said none of these".to_owned(),
        said => format!("I said {said} of {count}"),
    }
}

/// The points after the judgement: which were said and which were not.
#[component]
pub fn KeyPointsJudged(
    /// Inline HTML each.
    points: Vec<Html>,
    /// Which points were said.
    said: Vec<bool>,
) -> impl IntoView {
    let row = |(point, said): (Html, bool)| {
        let (mark, says) = if said {
            (Mark::Right, "You said this")
        } else {
            (Mark::Plain, "Not said")
        };
        let what = view! { <Inline html=point /> };
        view! { <Marked mark says what why=() /> }
    };
    let rows = points.into_iter().zip(said).map(row);
    view! { <ul role="list" class="marks">{rows.collect_view()}</ul> }
}
