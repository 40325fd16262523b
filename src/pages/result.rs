//! `#/result`: how the last sitting went, what was missed, and what to do about it.

pub mod review;

use crate::browser;
use crate::components::button::Button;
use crate::components::live::only_if;
use crate::components::page::{Next, PageHeading, Part};
use crate::components::steps::Steps;
use crate::components::verdict::word;
use crate::pages::{LENGTH, coming, counted, start, start_mixed};
use crate::practice::queue::Step;
use crate::practice::session::{Mode, Session, Stage};
use crate::practice::summary::Summary;
use crate::route::Route;
use crate::state::AppState;
use bank::answer::Verdict;
use bank::question::Entry;
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

/// The page.
#[component]
pub fn Result() -> impl IntoView {
    let state = expect_context::<AppState>();
    // Not tracked: a sitting that begins here must not change the page that is being left.
    let session = untrack(|| state.session());
    match session.filter(|session| session.stage() == Stage::Over) {
        Some(session) => view! { <Ended session /> }.into_any(),
        None => view! { <NoResult /> }.into_any(),
    }
}

#[component]
fn Ended(session: Session) -> impl IntoView {
    let state = expect_context::<AppState>();
    let summary = Summary::of(&session);
    if state.persists().is_none() {
        browser::persist(move |yes| {
            let _ = state.remember_persists(yes);
        });
    }
    let title = format!("{} of {} right", summary.correct, summary.answered());
    let missed = missed(state, &session);
    let steps = session.missed();
    let again = only_if(!steps.is_empty(), || view! { <Again steps /> });
    let more = if again.is_empty() { "button" } else { "quiet" };
    let another = move |()| start_mixed(state, state.bank.questions());
    let count = state.bank.questions().len().min(LENGTH);
    view! {
        <article class="page result" data-testid="result" data-right=summary.correct.to_string()>
            <PageHeading title />
            <Steps session=session.clone() />
            <p class="lead">{sentence(summary)}</p>
            {only_if(!missed.is_empty(), || view! {
                <Part title="To look at again" testid="missed">
                    <ul role="list" class="rows">{missed}</ul>
                </Part>
            })}
            {only_if(session.mode() == Mode::Exam, || coming(|| Box::pin(load())))}
            <Next>
                {again}
                <Button look=more testid="another" label=format!("Another {count}") on_press=another />
                <a class="quiet" href=Route::Set(String::new()).fragment() data-testid="to-set">"Share or print"</a>
                <a class="quiet" href=Route::Progress.fragment() data-testid="to-progress">"Your progress"</a>
            </Next>
        </article>
    }
}

/// The exam, check by check.
#[wasm_split(pages, wasm_split_path = leptos::wasm_split, fallible)]
fn load() -> std::result::Result<fn() -> AnyView, SplitLoaderError> {
    Ok(review::drawn)
}

#[component]
fn Again(steps: Vec<Step>) -> impl IntoView {
    let state = expect_context::<AppState>();
    let label = match steps.len() {
        1 => "The missed one again".to_owned(),
        count => format!("The {count} missed again"),
    };
    let again = move |()| start(state, steps.clone());
    view! { <Button look="button" testid="again" label on_press=again /> }
}

/// Each question that was not right, once, in the order in which it was asked.
fn missed(state: AppState, session: &Session) -> Vec<AnyView> {
    let pairs = session.steps().iter().zip(session.verdicts());
    pairs
        .take(session.planned())
        .filter(|(_, verdict)| *verdict != Verdict::Correct)
        .filter_map(|(step, verdict)| Some((state.bank.question(&step.question)?, verdict)))
        .map(|(entry, verdict)| row(entry, verdict))
        .collect()
}

fn row(entry: &'static Entry, verdict: Verdict) -> AnyView {
    view! {
        <li class="question-row" data-testid="missed-row">
            <div>
                <a href=Route::Question(entry.id.clone()).fragment()>{entry.title.as_str()}</a>
                <p class="fine">{word(verdict)}</p>
            </div>
        </li>
    }
    .into_any()
}

fn sentence(summary: Summary) -> String {
    let missed = summary.partly + summary.wrong;
    if missed == 0 {
        return "All right. They will come back later, asked in another way.".to_owned();
    }
    let mended = match summary.mended {
        0 => String::new(),
        mended => format!(" When asked again, {mended} of {missed} came right."),
    };
    let they = if missed == 1 { "It" } else { "They" };
    format!(
        "{} to look at again.{mended} {they} will be asked before any new ones.",
        counted(missed, "question", "questions")
    )
}

#[component]
fn NoResult() -> impl IntoView {
    view! {
        <article class="page" data-testid="no-result">
            <PageHeading title="No result yet" />
            <p class="lead">"A result is shown here at the end of a round of questions."</p>
            <Next>
                <a class="button" href=Route::Home.fragment()>"See all topics"</a>
            </Next>
        </article>
    }
}
