//! `#/`: what there is to practise, how far one is, and a sitting in one tap.

use crate::browser;
use crate::components::button::Button;
use crate::components::live::{each, live, only_if};
use crate::components::page::{Next, PageHeading, Part};
use crate::components::tally::TallyView;
use crate::pages::{counted, start_label, start_mixed};
use crate::practice::session::Session;
use crate::route::Route;
use crate::state::AppState;
use crate::state::sitting::under_way;
use bank::topic::{Topic, Track};
use leptos::prelude::*;

/// The page.
#[component]
pub fn Home() -> impl IntoView {
    let state = expect_context::<AppState>();
    let bank = state.bank;
    let has_questions = |topic: &&Topic| bank.questions_of(&topic.slug).next().is_some();
    let (open, planned): (Vec<_>, Vec<_>) = bank.topics().iter().partition(has_questions);
    view! {
        <article class="page home" data-testid="home">
            <PageHeading title="Say it before you see it." />
            {live(move || only_if(state.backup_is_due(browser::now()), reminder))}
            <p class="lead">
                "Python interview questions. Answer first; then read why. Every output shown here was printed by Python, not typed by hand."
            </p>
            <Part title="Topics" testid="topics">
                <ul role="list" class="rows">
                    {each(open, |topic| view! { <TopicRow topic /> })}
                </ul>
                {only_if(!planned.is_empty(), || view! {
                    <p class="fine">{being_written(planned.len())}</p>
                })}
            </Part>
            {only_if(!bank.tracks().is_empty(), || view! {
                <Part title="Tracks" testid="tracks">
                    <ul role="list" class="rows">
                        {each(bank.tracks(), |track| view! { <TrackRow track /> })}
                    </ul>
                </Part>
            })}
            <StartBar />
        </article>
    }
}

fn reminder() -> impl IntoView {
    view! {
        <p data-testid="remind">
            "Your answers are only on this device. "
            <a href=Route::Settings.fragment()>"Save a backup"</a>
        </p>
    }
}

#[component]
fn TopicRow(topic: &'static Topic) -> impl IntoView {
    let state = expect_context::<AppState>();
    let tally = move || state.progress(|progress| progress.tally_of(state.bank, &topic.slug));
    view! {
        <li class="topic-row" data-testid="topic-row">
            <a href=Route::Topic(topic.slug.clone()).fragment()>{topic.title.as_str()}</a>
            {live(move || view! { <TallyView tally=tally() /> })}
        </li>
    }
}

/// A track is started where it stands: its questions, in a sitting.
#[component]
fn TrackRow(track: &'static Track) -> impl IntoView {
    let state = expect_context::<AppState>();
    let tally = move || state.progress(|progress| progress.tally(&track.questions));
    let start = move |()| {
        let entries = track
            .questions
            .iter()
            .filter_map(|id| state.bank.question(id));
        start_mixed(state, entries);
    };
    view! {
        <li class="topic-row" data-testid="track-row">
            <Button look="link" testid="track" label=track.title.as_str() on_press=start />
            {live(move || view! { <TallyView tally=tally() /> })}
            <p class="fine">{track.about.as_str()}</p>
        </li>
    }
}

/// One tap to the questions: to those left, or to new ones.
#[component]
fn StartBar() -> impl IntoView {
    let state = expect_context::<AppState>();
    let session = untrack(|| state.session());
    let begin = move |()| start_mixed(state, state.bank.questions());
    match under_way(session.as_ref()) {
        Some(session) => view! {
            <Next said=left_over(session).into_any()>
                <Button look="button" testid="resume" label="Go on" on_press=move |()| browser::go(&Route::Session) />
                <Button look="quiet" testid="start" label="Start anew" on_press=begin />
            </Next>
        }
        .into_any(),
        None => view! {
            <Next>
                <Button look="button" testid="start" label=start_label(state.bank.questions().len()) on_press=begin />
            </Next>
        }
        .into_any(),
    }
}

fn being_written(topics: usize) -> String {
    let are = if topics == 1 { "is" } else { "are" };
    format!(
        "{} {are} being written.",
        counted(topics, "more topic", "more topics")
    )
}

fn left_over(session: &Session) -> String {
    let place = session.place().saturating_add(1);
    format!("You are at {place} of {}.", session.steps().len())
}
