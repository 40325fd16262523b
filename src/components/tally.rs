//! How many questions of a group are right by now, in figures and as a line.

use crate::components::live::live;
use crate::practice::progress::Tally;
use leptos::prelude::*;

/// The figures and the line. The line repeats the figures, so a screen reader skips it.
#[component]
pub fn TallyView(
    /// How the group stands.
    #[prop(into)]
    tally: Signal<Tally>,
) -> impl IntoView {
    let right = move || tally.get().right;
    let questions = move || tally.get().questions;
    view! {
        <span class="tally" data-testid="tally" data-right=right data-questions=questions>
            {live(right)} " of " {live(questions)} " right"
        </span>
        <progress class="tally-line" aria-hidden="true" value=right max=questions></progress>
    }
}
