//! `#/session`: the sitting under way, one check at a time.

use crate::browser;
use crate::components::button::Button;
use crate::components::check::{CheckView, DOUBLE, Stage as CheckStage};
use crate::components::live::{each, live, only_if, when};
use crate::components::page::{Next, PageHeading};
use crate::components::steps::Steps;
use crate::pages::start_mixed;
use crate::practice::attempt::{Attempt, Help, Item};
use crate::practice::given::Given;
use crate::practice::queue::Step;
use crate::practice::session::{self, Answered, Mode, Stage};
use crate::practice::shuffle::Seed;
use crate::practice::time::Moment;
use crate::route::Route;
use crate::state::AppState;
use crate::state::sitting::asked;
use bank::check::Check;
use bank::question::Entry;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// What the page shows. It stays the same while an answer is explained, so that the view stays.
#[derive(Clone, PartialEq)]
enum Shown {
    Nothing,
    Ended,
    Step {
        place: usize,
        step: Step,
        seed: Seed,
        /// When an answer was last taken back: the step before is a new view then.
        undone: f64,
    },
}

/// The page.
#[component]
pub fn Session() -> impl IntoView {
    let state = expect_context::<AppState>();
    // At a moment, in milliseconds of the page.
    let undone = RwSignal::new(f64::NEG_INFINITY);
    let shown = Memo::new(move |_| shown(state.session().as_ref(), undone.get()));
    live(move || match shown.get() {
        Shown::Nothing => view! { <NoSession /> }.into_any(),
        Shown::Ended => {
            browser::replace(&Route::Result);
            ().into_any()
        }
        Shown::Step { step, seed, .. } => {
            let session = untrack(|| state.session());
            match session.zip(content(state, &step)) {
                Some((session, (entry, check))) => {
                    view! { <StepView session step seed entry check undone /> }.into_any()
                }
                None => view! { <NoSession /> }.into_any(),
            }
        }
    })
}

fn shown(session: Option<&session::Session>, undone: f64) -> Shown {
    let Some(session) = session else {
        return Shown::Nothing;
    };
    match (session.stage(), session.step()) {
        (Stage::Over, _) => Shown::Ended,
        (Stage::Asking | Stage::Reading, Some(step)) => Shown::Step {
            place: session.place(),
            step: step.clone(),
            seed: session.seed_at(session.place()),
            undone,
        },
        (Stage::Asking | Stage::Reading, None) => Shown::Nothing,
    }
}

/// What a step asks.
pub fn content(state: AppState, step: &Step) -> Option<(&'static Entry, &'static Check)> {
    let (entry, _) = asked(state.bank, step)?;
    let body = state.bank.body(&step.question).ok()?;
    let mut checks = entry.checks.iter().zip(&body.checks);
    let (_, check) = checks.find(|(check, _)| check.name == step.check)?;
    Some((entry, check))
}

#[component]
fn StepView(
    /// As it is when the step is first shown.
    session: session::Session,
    step: Step,
    seed: Seed,
    entry: &'static Entry,
    check: &'static Check,
    undone: RwSignal<f64>,
) -> impl IntoView {
    let state = expect_context::<AppState>();
    let shown_at = browser::now();
    let (place, mode) = (session.place(), session.mode());
    let start = match session.answered().get(place) {
        Some(answered) => {
            let given = given_earlier(state, &step, check, answered);
            CheckStage::AnsweredEarlier(answered.verdict, given)
        }
        None => CheckStage::Asked,
    };
    let title = format!("{}: {}", standing(&session), check.kind().task());
    let then = RwSignal::new(onward(&session));
    let can_undo = RwSignal::new(session.last().is_some());
    let on_answer = Callback::new(move |given: Given| {
        browser::let_focus_go();
        let noted = attempt(entry, &step, &given, shown_at);
        let _ = state.answer(noted, given.answer);
        // What was missed may come again, so that this is not the last one.
        if let Some(session) = state.session_now() {
            then.set(onward(&session));
        }
        if !can_undo.get_untracked() {
            can_undo.set(true);
        }
    });
    let on_next = Callback::new(move |()| {
        let _ = state.next();
        browser::arrive();
    });
    let take_back = move |event: MouseEvent| {
        let at = event.time_stamp();
        // The other half of a double tap finds the button of the step before.
        if at - undone.get_untracked() < DOUBLE {
            return;
        }
        let _ = state.take_back();
        undone.set(at);
        browser::arrive();
    };
    let undo = move || {
        only_if(can_undo.get(), move || {
            // The same types as those of a `Button`, which weighs nothing then.
            view! {
                <button type="button" class="quiet" data-testid="undo" aria-keyshortcuts=Some("u") on:click=when(take_back)>
                    {"Undo".to_owned()}
                </button>
            }
        })
    };
    let steps = move || each(state.session(), |session| view! { <Steps session /> });
    view! {
        <article class="page session" data-testid="session" data-place=(place + 1).to_string() data-mode=name(mode)>
            <div class="where">
                {live(steps)}
                {live(undo)}
                <a class="quiet" href=Route::Home.fragment() data-testid="pause">"Pause"</a>
            </div>
            <PageHeading above=entry.title.as_str().into_any() title />
            <CheckView check seed python=state.python start mode sureness=state.sureness() on_answer then=(then, on_next) />
        </article>
    }
}

/// Where the person is, in words.
fn standing(session: &session::Session) -> String {
    let (place, planned) = (session.place() + 1, session.planned());
    match place.checked_sub(planned) {
        Some(again @ 1..) => format!("Again, {again} of {}", session.steps().len() - planned),
        Some(0) | None => format!("{place} of {planned}"),
    }
}

/// What comes after the step, as the button says it.
fn onward(session: &session::Session) -> &'static str {
    let is_last = session.place() + 1 == session.steps().len();
    match session.mode() {
        _ if !is_last => "Next",
        Mode::Study => "See the result",
        Mode::Exam => "Hand it in",
    }
}

/// For `data-mode`.
fn name(mode: Mode) -> &'static str {
    match mode {
        Mode::Study => "study",
        Mode::Exam => "exam",
    }
}

/// An answer that was given before the page was loaded, as far as it was kept.
pub fn given_earlier(
    state: AppState,
    step: &Step,
    check: &Check,
    answered: &Answered,
) -> Option<Given> {
    let (at, answer) = answered.given.clone()?;
    let noted = state.noted(step, at);
    let help = noted.as_ref().map_or(Help::None, |noted| noted.help);
    Some(Given {
        confidence: noted.and_then(|noted| noted.confidence),
        ..Given::to(check, answer, help)
    })
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
        confidence: given.confidence,
        slip: given.slip,
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
