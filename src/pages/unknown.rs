//! Any other `#/...`, and names that the bank does not have: a clear sentence and a way on.

use crate::components::page::{Next, PageHeading};
use crate::route::Route;
use bank::name::{QuestionId, Slug};
use leptos::prelude::*;

/// The page for an address that names no screen.
#[component]
pub fn Unknown(
    /// The address without its `#/`, shown as text.
    path: String,
) -> impl IntoView {
    let sentence =
        format!("The address “{path}” leads nowhere in Pydrill. It may be mistyped or cut off.");
    view! { <NothingHere title="No such page" sentence /> }
}

/// In place of a question that is not in the bank.
#[component]
pub fn MissingQuestion(
    /// From the address.
    id: QuestionId,
) -> impl IntoView {
    let sentence = format!(
        "There is no question “{id}” here. It may have left the bank since the link was made. What you answered stays in your progress."
    );
    view! { <NothingHere title="This question is not here" sentence /> }
}

/// In place of a topic that is not in the bank.
#[component]
pub fn MissingTopic(
    /// From the address.
    slug: Slug,
) -> impl IntoView {
    let sentence = format!("There is no topic “{slug}” here. It may be mistyped or cut off.");
    view! { <NothingHere title="This topic is not here" sentence /> }
}

#[component]
fn NothingHere(title: &'static str, sentence: String) -> impl IntoView {
    view! {
        <article class="page" data-testid="nothing-here">
            <PageHeading title />
            <p class="lead">{sentence}</p>
            <Next>
                <a class="button" href=Route::Home.fragment() data-testid="way-on">"See all topics"</a>
            </Next>
        </article>
    }
}
