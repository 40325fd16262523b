//! `#/topic/...`: the questions of one topic with how they stand, and a sitting from them.

use crate::components::button::Button;
use crate::components::live::live;
use crate::components::page::{Next, PageHeading, Part};
use crate::components::question_list::QuestionList;
use crate::components::tally::TallyView;
use crate::pages::unknown::MissingTopic;
use crate::pages::{start_label, start_mixed};
use crate::route::Route;
use crate::state::AppState;
use bank::name::Slug;
use bank::question::Entry;
use bank::topic;
use leptos::prelude::*;

/// The page.
#[component]
pub fn Topic(
    /// From the address.
    slug: Slug,
) -> impl IntoView {
    let state = expect_context::<AppState>();
    match state.bank.topic(&slug) {
        Some(topic) => view! { <Known topic /> }.into_any(),
        None => view! { <MissingTopic slug /> }.into_any(),
    }
}

#[component]
fn Known(topic: &'static topic::Topic) -> impl IntoView {
    let state = expect_context::<AppState>();
    let bank = state.bank;
    let row = move |entry: &'static Entry| {
        let standing = state.progress(|progress| progress.standing(&entry.id));
        (entry, standing)
    };
    let questions = move || bank.questions_of(&topic.slug).map(row).collect::<Vec<_>>();
    let tally = move || state.progress(|progress| progress.tally_of(bank, &topic.slug));
    let label = start_label(bank.questions_of(&topic.slug).count());
    let begin = move |()| start_mixed(state, bank.questions_of(&topic.slug));
    view! {
        <article class="page topic" data-testid="topic">
            <PageHeading title=topic.title.as_str() />
            <p class="topic-row">{live(move || view! { <TallyView tally=tally() /> })}</p>
            <Part title="Questions" testid="questions">{live(move || view! { <QuestionList questions=questions() /> })}</Part>
            <p><a href=["t/", topic.slug.as_str(), "/"].concat() data-testid="on-paper">"To read, to print and for Anki"</a></p>
            <Next>
                <Button look="button" testid="start" label on_press=begin />
                <a class="quiet" data-testid="mix-link" href=Route::Mix(Some(topic.slug.clone())).fragment()>"Choose more exactly"</a>
            </Next>
        </article>
    }
}
