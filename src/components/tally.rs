//! How many questions of a group are right by now, in figures and as a line.

use crate::practice::progress::Tally;
use leptos::prelude::*;

/// The figures and the line. The line repeats the figures, so a screen reader skips it.
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
        <progress
            class="tally-line"
            aria-hidden="true"
            value=right.to_string()
            max=questions.to_string()
        ></progress>
    }
}
