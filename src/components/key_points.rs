//! Key points: what a good answer says, to be ticked off after answering aloud.

use crate::components::button::Button;
use crate::components::html::Inline;
use crate::components::live::{each, live, when};
use crate::components::marked::{Mark, Marks, Row};
use crate::components::page::Next;
use crate::components::pick::Pick;
use crate::practice::aloud::Judged;
use bank::question::Html;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// The points, and buttons that report how the answer was.
#[component]
pub fn KeyPoints(
    /// Inline HTML each.
    points: &'static [Html],
    /// Which points are ticked so far.
    said: RwSignal<Vec<bool>>,
    /// The person is done ticking, and says how it was.
    on_judged: Callback<Judged>,
) -> impl IntoView {
    let tick = move |place: usize| {
        let mut ticked = said.get_untracked();
        let these = ticked.iter_mut().skip(place).take(1);
        these.for_each(|said| *said = !*said);
        said.set(ticked);
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        on_judged.run(Judged::Knew);
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
            <Next said=live(move || label(&said.get())).into_any()>
                <Button look="quiet" testid="missed-it" label="I missed it" on_press=move |()| on_judged.run(Judged::Missed) />
                <button type="submit" class="button" data-testid="judge">"I knew it"</button>
                <Button look="quiet" testid="easy" label="Easy" on_press=move |()| on_judged.run(Judged::Easily) />
            </Next>
        </form>
    }
}

fn label(said: &[bool]) -> String {
    match said.iter().filter(|said| **said).count() {
        0 => "You said none of these.".to_owned(),
        count => format!("You said {count} of {}.", said.len()),
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
