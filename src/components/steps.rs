//! Where a person is in a sitting: one stroke for each step, its height telling the verdict.

use crate::components::html::{Own, Strokes};
use crate::components::verdict;
use crate::practice::session::{Mode, Session, Stage};
use leptos::prelude::*;

/// The strokes. The words beside them say the same, so a screen reader skips them. They are drawn anew with
/// each answer, as one text: made one by one they would take a slow phone longer than the verdict.
#[component]
pub fn Steps(
    /// The sitting, as far as it has come.
    session: Session,
) -> impl IntoView {
    let is_told = session.mode() == Mode::Study || session.stage() == Stage::Over;
    let answered = session.answered();
    let mut tags = Own::default();
    for place in 0..session.steps().len() {
        tags.add("<li data-step=");
        tags.add(match answered.get(place) {
            Some(answered) if is_told => verdict::name(answered.verdict),
            Some(_) => "given",
            None if place == answered.len() => "now",
            None => "to-come",
        });
        if place >= session.planned() {
            tags.add(" data-again");
        }
        tags.add("></li>");
    }
    view! { <Strokes tags /> }
}
