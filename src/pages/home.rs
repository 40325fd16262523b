//! `#/`: what there is to practise, how far one is, and a sitting in one tap.

pub mod today;

use crate::browser;
use crate::components::button::Button;
use crate::components::later::Later;
use crate::components::live::{each, live, only_if};
use crate::components::page::{Next, PageHeading, Part};
use crate::components::tally::TallyView;
use crate::pages::{counted, start_label, start_mixed};
use crate::practice::session::Session;
use crate::route::Route;
use crate::state::AppState;
use crate::state::sitting::under_way;
use bank::topic::Topic;
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

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
            {only_if(has_begun(state), planning)}
            <Part title="Topics" testid="topics">
                <ul role="list" class="rows">
                    {each(open, |topic| view! { <TopicRow topic /> })}
                </ul>
                {only_if(!planned.is_empty(), || view! {
                    <p class="fine">{being_written(planned.len())}</p>
                })}
            </Part>
            <Part title="More ways" testid="ways">
                <ul role="list" class="rows">{each(WAYS, way)}</ul>
            </Part>
            <StartBar />
        </article>
    }
}

/// Whether there is something to plan from. Without it everything is new, and a plan says no more.
fn has_begun(state: AppState) -> bool {
    let answers = untrack(|| state.progress(|progress| progress.history().len()));
    answers > 0 || state.aim().interview.is_some()
}

/// Today's plan, which comes in a file of its own with the model of memory. Its place is kept, so that
/// nothing moves when it comes.
fn planning() -> AnyView {
    let plan = Later::new(|| Box::pin(load()));
    plan.ask(Box::new(|_| {}));
    view! {
        <Part title="Today" testid="today">
            <div class="today">
                {plan.said()}
                {live(move || plan.here().map(|draw| draw()))}
            </div>
        </Part>
    }
    .into_any()
}

#[wasm_split(plan, wasm_split_path = leptos::wasm_split, fallible)]
fn load() -> Result<fn() -> AnyView, SplitLoaderError> {
    Ok(today::drawn)
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

/// Another way to a question than its topic.
fn way((route, title, about): (Route, &'static str, &'static str)) -> impl IntoView {
    view! {
        <li class="topic-row" data-testid="way-row">
            <a href=route.fragment()>{title}</a>
            <p class="fine">{about}</p>
        </li>
    }
}

const WAYS: [(Route, &str, &str); 4] = [
    (
        Route::Questions,
        "All questions",
        "Search in titles, answers and code, or look through them by level and by how they stand.",
    ),
    (
        Route::Tracks,
        "Tracks",
        "Paths to a goal, from one evening to a senior role, and lists to work through.",
    ),
    (
        Route::Mix(None),
        "A mix of your own",
        "By topic, level, kind and length, to study or as an exam.",
    ),
    (
        Route::Progress,
        "Your progress",
        "What you know, what becomes due, and which mistakes come back.",
    ),
];

/// One tap to the questions: to those left, or to new ones.
#[component]
fn StartBar() -> impl IntoView {
    let state = expect_context::<AppState>();
    let session = untrack(|| state.session());
    let begin = move |()| start_mixed(state, state.bank.questions());
    // One yellow thing on a screen.
    let look = if has_begun(state) { "quiet" } else { "button" };
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
                <Button look testid="start" label=start_label(state.bank.questions().len()) on_press=begin />
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shell_says_what_home_says() {
        let shell = include_str!("../../index.html");
        for (route, title, about) in WAYS {
            let row = [
                "<a href=\"",
                &route.fragment(),
                "\">",
                title,
                "</a><p class=\"fine\">",
                about,
                "</p>",
            ];
            assert!(shell.contains(&row.concat()), "{title}");
        }
        let start = [">", &start_label(usize::MAX), "</button>"].concat();
        assert!(shell.contains(&start), "{start}");
    }
}
