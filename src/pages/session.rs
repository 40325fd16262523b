//! `#/session`: the sitting under way, one check at a time.

use crate::browser;
use crate::components::button::Button;
use crate::components::check::{CheckView, Stage as CheckStage, task};
use crate::components::live::live;
use crate::components::page::{Next, PageHeading};
use crate::components::steps::Steps;
use crate::pages::start_mixed;
use crate::practice::attempt::{Attempt, Item};
use crate::practice::given::Given;
use crate::practice::queue::Step;
use crate::practice::session::{self, Stage};
use crate::practice::shuffle::Seed;
use crate::practice::time::Moment;
use crate::route::Route;
use crate::state::AppState;
use crate::state::sitting::asked;
use bank::answer::Verdict;
use bank::check::Check;
use bank::question::Entry;
use leptos::prelude::*;

/// What the page shows. It stays the same while an answer is explained, so that the view stays.
#[derive(Clone, PartialEq)]
enum Shown {
    Nothing,
    Ended,
    Step {
        place: usize,
        of: usize,
        step: Step,
        seed: Seed,
    },
}

/// The page.
#[component]
pub fn Session() -> impl IntoView {
    let state = expect_context::<AppState>();
    let shown = Memo::new(move |_| shown(state.session().as_ref()));
    live(move || match shown.get() {
        Shown::Nothing => view! { <NoSession /> }.into_any(),
        Shown::Ended => {
            browser::replace(&Route::Result);
            ().into_any()
        }
        Shown::Step {
            place,
            of,
            step,
            seed,
        } => match content(state, &step) {
            Some((entry, check)) => {
                view! { <StepView place of step seed entry check /> }.into_any()
            }
            None => view! { <NoSession /> }.into_any(),
        },
    })
}

fn shown(session: Option<&session::Session>) -> Shown {
    let Some(session) = session else {
        return Shown::Nothing;
    };
    match (session.stage(), session.step()) {
        (Stage::Over, _) => Shown::Ended,
        (Stage::Asking | Stage::Reading, Some(step)) => Shown::Step {
            place: session.place(),
            of: session.steps().len(),
            step: step.clone(),
            seed: session.step_seed(),
        },
        (Stage::Asking | Stage::Reading, None) => Shown::Nothing,
    }
}

fn content(state: AppState, step: &Step) -> Option<(&'static Entry, &'static Check)> {
    let (entry, _) = asked(state.bank, step)?;
    let body = state.bank.body(&step.question).ok()?;
    let mut checks = entry.checks.iter().zip(&body.checks);
    let (_, check) = checks.find(|(check, _)| check.name == step.check)?;
    Some((entry, check))
}

#[component]
fn StepView(
    place: usize,
    of: usize,
    step: Step,
    seed: Seed,
    entry: &'static Entry,
    check: &'static Check,
) -> impl IntoView {
    let state = expect_context::<AppState>();
    let shown_at = browser::now();
    let verdicts = move || verdicts(state.session());
    let start = match untrack(verdicts).get(place).copied() {
        Some(verdict) => CheckStage::AnsweredEarlier(verdict),
        None => CheckStage::Asked,
    };
    let title = format!("{} of {of}: {}", place + 1, task(check.kind()));
    let on_answer = Callback::new(move |given: Given| {
        let _ = state.answer(attempt(entry, &step, &given, shown_at));
    });
    let on_next = Callback::new(move |()| {
        let _ = state.next();
        browser::arrive();
    });
    let then = if place + 1 == of {
        "See the result"
    } else {
        "Next"
    };
    view! {
        <article class="page session" data-testid="session" data-place=(place + 1).to_string()>
            <div class="where">
                {live(move || view! { <Steps verdicts=verdicts() count=of /> })}
                <a class="quiet" href=Route::Home.fragment() data-testid="pause">"Pause"</a>
            </div>
            <PageHeading above=entry.title.as_str().into_any() title />
            <CheckView check seed python=state.python start on_answer then=(then, on_next) />
        </article>
    }
}

fn verdicts(session: Option<session::Session>) -> Vec<Verdict> {
    session.map_or_else(Vec::new, |session| session.verdicts().to_vec())
}

fn attempt(entry: &Entry, step: &Step, given: &Given, shown_at: Moment) -> Attempt {
    let now = browser::now();
    Attempt {
        at: now,
        question: entry.id.clone(),
        rev: entry.rev,
        item: Item::Check(step.check.clone()),
        verdict: given.verdict(),
        help: given.help,
        seconds: now.seconds_since(shown_at),
        runs: 0,
    }
}

#[component]
fn NoSession() -> impl IntoView {
    let state = expect_context::<AppState>();
    // The address stays, so nobody else hears of it.
    let begin = move |()| {
        start_mixed(state, state.bank.questions());
        browser::arrive();
    };
    view! {
        <article class="page" data-testid="no-session">
            <PageHeading title="Nothing is under way" />
            <p class="lead">"You are not in the middle of anything. Your earlier answers are in your progress."</p>
            <Next>
                <Button look="button" testid="start" label="Start now" on_press=begin />
                <a class="quiet" href=Route::Home.fragment()>"All topics"</a>
            </Next>
        </article>
    }
}
