//! Where a person is in a sitting: one stroke for each step, its height telling the verdict.

use crate::components::live::each;
use crate::components::verdict;
use bank::answer::Verdict;
use leptos::prelude::*;

/// The strokes. The words beside them say the same, so a screen reader skips them.
#[component]
pub fn Steps(
    /// What was said so far.
    verdicts: Vec<Verdict>,
    /// How many steps there are.
    count: usize,
) -> impl IntoView {
    let stroke = move |place: usize| {
        let state = match verdicts.get(place) {
            Some(verdict) => verdict::name(*verdict),
            None if place == verdicts.len() => "now",
            None => "to-come",
        };
        view! { <li data-step=state></li> }
    };
    view! {
        <ol role="list" class="steps" aria-hidden="true" data-testid="steps">
            {each(0..count, stroke)}
        </ol>
    }
}
