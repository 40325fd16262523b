//! Key points: what a good answer says, to be ticked off after answering aloud.

use crate::components::html::Inline;
use crate::components::live::{each, live, when};
use crate::components::marked::{Mark, Marks, Row};
use crate::components::page::Next;
use crate::components::pick::Pick;
use bank::question::Html;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// The points, and a button that reports that the person is done.
#[component]
pub fn KeyPoints(
    /// Inline HTML each.
    points: &'static [Html],
    /// Which points are ticked so far.
    said: RwSignal<Vec<bool>>,
    /// The person is done ticking.
    on_judged: Callback<()>,
) -> impl IntoView {
    let tick = move |place: usize| {
        let mut ticked = said.get_untracked();
        let these = ticked.iter_mut().skip(place).take(1);
        these.for_each(|said| *said = !*said);
        said.set(ticked);
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        on_judged.run(());
    };
    let point = move |(place, html): (usize, &'static Html)| {
        view! {
            <Pick kind="checkbox" look="option" testid="key-point" on_pick=move |()| tick(place)>
                <Inline html />
            </Pick>
        }
    };
    view! {
        <form class="key-points" data-testid="key-points" on:submit=when(submit)>
            <fieldset class="options">
                <legend>"Tick what you said, in whatever words. Be strict: only you see it."</legend>
                {each(points.iter().enumerate(), point)}
            </fieldset>
            <Next>
                <button type="submit" class="button" data-testid="judge">
                    {live(move || label(&said.get()))}
                </button>
            </Next>
        </form>
    }
}

fn label(said: &[bool]) -> String {
    match said.iter().filter(|said| **said).count() {
        0 => "I said none of these".to_owned(),
        count => format!("I said {count} of {}", said.len()),
    }
}

/// The points after the judgement: which were said and which were not.
#[component]
pub fn KeyPointsJudged(
    /// Inline HTML each.
    points: &'static [Html],
    /// Which points were said.
    said: Vec<bool>,
) -> impl IntoView {
    let row = |(html, said): (&'static Html, bool)| {
        let (mark, says) = if said {
            (Mark::Right, "You said this")
        } else {
            (Mark::Plain, "Not said")
        };
        Row {
            mark,
            says: says.to_owned(),
            what: view! { <Inline html /> }.into_any(),
            why: None,
        }
    };
    view! { <Marks rows=points.iter().zip(said).map(row).collect() /> }
}
