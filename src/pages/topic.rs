//! `#/topic/...`: the questions of one topic with how they stand, and a sitting from them.

use crate::components::live::live;
use crate::components::page::{Next, PageHeading, Part};
use crate::components::question_list::QuestionList;
use crate::components::tally::TallyView;
use crate::pages::unknown::MissingTopic;
use crate::pages::{LENGTH, counted, start_mixed};
use crate::route::Route;
use crate::state::AppState;
use bank::name::Slug;
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
    let count = bank.questions_of(&topic.slug).count();
    let tally = Signal::derive(move || {
        state
            .progress()
            .with(|progress| progress.tally_of(bank, &topic.slug))
    });
    let questions = move || {
        let progress = state.progress().get();
        let row = |entry: &'static bank::question::Entry| {
            let href = Route::Question(entry.id.clone()).fragment();
            (entry, href, progress.standing(&entry.id))
        };
        bank.questions_of(&topic.slug).map(row).collect::<Vec<_>>()
    };
    let begin = move |_| start_mixed(state, bank.questions_of(&topic.slug));
    view! {
        <article class="page topic" data-testid="topic">
            <PageHeading title=topic.title.clone() />
            <p class="topic-row"><TallyView tally /></p>
            <Part title="Questions" testid="questions">
                {live(move || view! { <QuestionList questions=questions() /> })}
            </Part>
            <Next>
                <button type="button" class="button" data-testid="start" on:click=begin>
                    {format!("Start {}", counted(count.min(LENGTH), "question", "questions"))}
                </button>
            </Next>
        </article>
    }
}
