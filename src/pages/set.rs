//! `#/set/...`: a set of checks as somebody has shared it, or, without a code, that of the session that ended
//! last: to be begun, to be given away and to be printed.
//!
//! Nothing begins by itself, and what stands in the address is read, never run.

pub mod paper;

use crate::browser;
use crate::browser::share;
use crate::components::button::Button;
use crate::components::live::each;
use crate::components::page::{Next, PageHeading, Part};
use crate::pages::set::paper::on_paper;
use crate::pages::sharing::Sharing;
use crate::pages::{counted, set_out};
use crate::practice::queue::Step;
use crate::practice::session::{Mode, Stage};
use crate::practice::set::CheckSet;
use crate::practice::summary::Summary;
use crate::route::Route;
use crate::state::AppState;
use crate::state::sitting::{asked, under_way};
use crate::storage::Unusable;
use crate::storage::code::set::Shared;
use leptos::prelude::*;

/// The page.
#[component]
pub fn SetPage(
    /// From the address; may be anything.
    code: String,
) -> impl IntoView {
    let state = expect_context::<AppState>();
    // Not tracked: a session that begins here must not change the page that is being left.
    let drawn = match code.as_str() {
        "" => ended(state),
        code => untrack(|| state.set_in(code))
            .map(|Shared { set, missing }| drawn(state, set, lost(missing), None))
            .map_err(|why| match why {
                Unusable::Newer => NEWER,
                Unusable::Unreadable => BROKEN,
            }),
    };
    drawn.unwrap_or_else(none)
}

/// The set of the session that ended last, with its result.
fn ended(state: AppState) -> Result<AnyView, &'static str> {
    let session = state.session_now();
    let session = session.filter(|session| session.stage() == Stage::Over);
    let session = session.ok_or(NOTHING)?;
    let summary = Summary::of(&session);
    let (correct, all) = (summary.correct.to_string(), summary.answered().to_string());
    let right = [&correct, " of ", &all, " right"].concat();
    Ok(drawn(state, CheckSet::of(&session), None, Some(right)))
}

/// What is said of checks that the set names and that are not here.
fn lost(missing: usize) -> Option<String> {
    let lost = counted(missing, "check of it is", "checks of it are");
    (missing > 0).then(|| [&lost, LOST].concat())
}

fn drawn(state: AppState, set: CheckSet, lost: Option<String>, right: Option<String>) -> AnyView {
    let count = counted(set.steps.len(), "check", "checks");
    let start = match set.mode {
        Mode::Study => ["Start ", &count].concat(),
        Mode::Exam => ["Start the exam: ", &count].concat(),
    };
    let how = match set.mode {
        Mode::Study => STUDY,
        Mode::Exam => EXAM,
    };
    let rows = each(&set.steps, |step| row(state, step));
    let (shared, paper) = (giving(state, &set, right), on_paper(state, &set));
    let begin = move |()| set_out(state, set.clone().begun(browser::seed()));
    let session = state.session_now();
    let said = under_way(session.as_ref()).map_or("", |_| INSTEAD);
    view! {
        <article class="page set" data-testid="set">
            <PageHeading title="A set of checks" />
            <p class="lead">{[&count, ". ", how].concat()}</p>
            {each(lost, |lost| view! { <p data-testid="lost">{lost}</p> })}
            <Part title="Questions" testid="set-rows"><ol role="list" class="rows">{rows}</ol></Part>
            <Part title="Share" testid="set-share">{shared}</Part>
            <Part title="On paper" testid="set-paper">{paper.chosen}</Part>
            <Next said=said.into_any()>
                <Button look="button" testid="start" label=start on_press=begin />
            </Next>
            {paper.sheets}
        </article>
    }
    .into_any()
}

/// A question by its name: its address would tell the answer.
fn row(state: AppState, step: &Step) -> Option<AnyView> {
    let (entry, kind) = asked(state.bank, step)?;
    let about = [kind.task(), " · ", entry.level.name()].concat();
    Some(
        view! {
            <li class="question-row">
                <div><p>{entry.title.as_str()}</p><p class="fine">{about}</p></div>
            </li>
        }
        .into_any(),
    )
}

/// What can be given away.
fn giving(state: AppState, set: &CheckSet, right: Option<String>) -> AnyView {
    let Some(code) = state.set_code(set) else {
        return view! { <p>{TOO_LARGE}</p> }.into_any();
    };
    let link = share::address_of(&Route::Set(code).fragment());
    let sharing = Sharing::begin();
    let result = each(right, |right| {
        let sentence = [&right, SAME].concat();
        let label = "Share the result";
        view! {
            <p data-testid="to-share">{sentence.clone()}</p>
            {sharing.button("share-result", label, sentence, link.clone())}
        }
    });
    view! {
        <p>{ABOUT}</p>
        {result}
        {sharing.button("share-set", "Share the set", String::new(), link)}
        {sharing.told()}
    }
    .into_any()
}

fn none(why: &'static str) -> AnyView {
    view! {
        <article class="page" data-testid="no-set">
            <PageHeading title="A set of checks" />
            <p class="lead" data-testid="why-no-set">{why}</p>
            <Next>
                <a class="button" href=Route::Mix(None).fragment()>"Put a set together"</a>
            </Next>
        </article>
    }
    .into_any()
}

const STUDY: &str = "What is right, and why, is said after each answer.";
const EXAM: &str = "What is right, and why, is said at the end, as in an exam.";
const INSTEAD: &str = "It takes the place of the session that you are in the middle of.";
const LOST: &str = " not here: left out of this version of Pydrill, or new in a later one.";
const ABOUT: &str = "The link asks whoever opens it exactly these checks. It holds nothing else: no answers, and \
    nothing about you.";
const SAME: &str = " in Pydrill. The same questions:";
const TOO_LARGE: &str = "These are too many checks for a link.";
const NOTHING: &str = "No session has ended here yet, so there is nothing to share or to print.";
const BROKEN: &str = "This link is damaged or cut off. Copy all of it, or ask for it again.";
const NEWER: &str = "This link names checks that this version of Pydrill does not have. Close all tabs of this \
    page, open it again, and then open the link; or put a set together yourself.";
