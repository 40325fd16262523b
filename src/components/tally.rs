//! How many questions of a group are right by now, in figures and as a line.

use crate::practice::progress::Tally;
use leptos::prelude::*;

/// The figures and the line.
#[component]
pub fn TallyView(
    /// How the group stands.
    tally: Tally,
) -> impl IntoView {
    let Tally {
        questions, right, ..
    } = tally;
    view! {
        <span class="tally" data-testid="tally">{format!("{right} of {questions} right")}</span>
        {line(right as u32, questions as u32)}
    }
}

/// How much of something is there, as a line. Words beside it say it too, so a screen reader skips it.
pub fn line(part: u32, whole: u32) -> AnyView {
    view! {
        <progress
            class="tally-line"
            aria-hidden="true"
            value=part.to_string()
            max=whole.to_string()
        ></progress>
    }
    .into_any()
}
