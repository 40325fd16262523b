//! An exam, check by check: what was answered, what is said of it, and why; and the time that it took.

use crate::components::explained::explained;
use crate::components::html::Prose;
use crate::components::live::each;
use crate::components::page::Part;
use crate::components::verdict::{Focus, word};
use crate::pages::counted;
use crate::pages::session::{content, given_earlier};
use crate::practice::queue::Step;
use crate::practice::session::{Answered, Session};
use crate::state::AppState;
use bank::answer::Verdict;
use leptos::prelude::*;

/// The part of the page. What was not right is open.
pub fn drawn() -> AnyView {
    let state = expect_context::<AppState>();
    let session = state.session_now();
    each(session, |session| {
        let pairs = session.steps().iter().zip(session.answered()).enumerate();
        let rows = each(pairs, |(place, (step, answered))| {
            reviewed(state, &session, place, step, answered)
        });
        view! {
            <Part title="Your answers" testid="review">
                <p data-testid="time-used">{time_used(state, &session)}</p>
                <div>{rows}</div>
            </Part>
        }
    })
    .into_any()
}

fn reviewed(
    state: AppState,
    session: &Session,
    place: usize,
    step: &Step,
    answered: &Answered,
) -> Option<AnyView> {
    let (entry, check) = content(state, step)?;
    let given = given_earlier(state, step, check, answered);
    let verdict = answered.verdict;
    let said = explained(
        check,
        session.seed_at(place),
        state.python,
        verdict,
        given,
        Focus::Leave,
    );
    let title = format!("{}. {} ", place + 1, entry.title.as_str());
    Some(
        view! {
            <details class="try" data-testid="reviewed" open=verdict != Verdict::Correct>
                <summary>{title}"· "<b>{word(verdict)}</b></summary>
                <div class="check">
                    <div class="asked"><Prose html=check.stem() /></div>
                    {said}
                </div>
            </details>
        }
        .into_any(),
    )
}

/// From showing each check to its answer; pauses do not count.
fn time_used(state: AppState, session: &Session) -> String {
    let pairs = session.steps().iter().zip(session.answered());
    let seconds = pairs.filter_map(|(step, answered)| {
        let (at, _) = answered.given.as_ref()?;
        Some(state.noted(step, *at)?.seconds)
    });
    let seconds: u32 = seconds.sum();
    let answers = counted(session.answered().len(), "answer", "answers");
    match (seconds / 60, seconds % 60) {
        (0, seconds) => format!("Time used: {seconds} s for {answers}."),
        (minutes, seconds) => format!("Time used: {minutes} min {seconds} s for {answers}."),
    }
}
