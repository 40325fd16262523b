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

/// What is still missed comes first when a round is chosen; what came right has become one that is known.
fn sentence(summary: Summary) -> String {
    let missed = summary.partly + summary.wrong;
    if missed == 0 {
        return ["All right.", LATER].concat();
    }
    let mut said = counted(missed, "question", "questions");
    said.push_str(" to look at again.");
    if summary.mended > 0 {
        let (mended, missed) = (summary.mended.to_string(), missed.to_string());
        for part in [
            " When asked again, ",
            &mended,
            " of ",
            &missed,
            " came right.",
        ] {
            said.push_str(part);
        }
    }
    let left = missed.saturating_sub(summary.mended);
    let which = match (left, summary.mended) {
        (0, 1) => return said + " It will come back later, asked in another way.",
        (0, _) => return said + LATER,
        (1, 0) => "it".to_owned(),
        (_, 0) => "them".to_owned(),
        (1, _) => "the other one".to_owned(),
        (left, _) => ["the other ", &left.to_string()].concat(),
    };
    for part in [" A new round takes ", &which, " before any new ones."] {
        said.push_str(part);
    }
    said
}

const LATER: &str = " They will come back later, asked in another way.";

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

#[cfg(test)]
mod tests {
    use super::*;

    /// It used to promise to ask first what had come right.
    #[test]
    fn only_what_is_still_missed_is_said_to_come_first() {
        let check = |partly: usize, wrong: usize, mended: usize, expected: &str| {
            let summary = Summary {
                correct: 3,
                partly,
                wrong,
                mended,
            };
            assert_eq!(sentence(summary), expected);
        };
        check(
            0,
            0,
            0,
            "All right. They will come back later, asked in another way.",
        );
        check(
            1,
            0,
            0,
            "1 question to look at again. A new round takes it before any new ones.",
        );
        check(
            1,
            2,
            0,
            "3 questions to look at again. A new round takes them before any new ones.",
        );
        check(
            0,
            1,
            1,
            "1 question to look at again. When asked again, 1 of 1 came right. It will come back later, asked in \
             another way.",
        );
        check(
            1,
            1,
            2,
            "2 questions to look at again. When asked again, 2 of 2 came right. They will come back later, asked \
             in another way.",
        );
        check(
            1,
            1,
            1,
            "2 questions to look at again. When asked again, 1 of 2 came right. A new round takes the other one \
             before any new ones.",
        );
        check(
            2,
            2,
            1,
            "4 questions to look at again. When asked again, 1 of 4 came right. A new round takes the other 3 \
             before any new ones.",
        );
    }
}
