//! Where a person is in a sitting: one stroke for each step, its height telling the verdict.

use crate::components::live::each;
use crate::components::verdict;
use crate::practice::session::{Mode, Session, Stage};
use leptos::prelude::*;

/// The strokes. The words beside them say the same, so a screen reader skips them.
#[component]
pub fn Steps(
    /// The sitting, as far as it has come.
    session: Session,
) -> impl IntoView {
    let is_told = session.mode() == Mode::Study || session.stage() == Stage::Over;
    let answered = session.answered();
    let stroke = |place: usize| {
        let state = match answered.get(place) {
            Some(answered) if is_told => verdict::name(answered.verdict),
            Some(_) => "given",
            None if place == answered.len() => "now",
            None => "to-come",
        };
        let again = (place >= session.planned()).then_some("");
        view! { <li data-step=state data-again=again></li> }
    };
    view! {
        <ol role="list" class="steps" aria-hidden="true" data-testid="steps">
            {each(0..session.steps().len(), stroke)}
        </ol>
    }
}
