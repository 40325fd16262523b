//! One check: asked, answered, and at once explained, or in an exam not yet.
//!
//! It grades, because grading is pure, and hands the graded answer on; it records nothing. Two taps or
//! a key held down are one answer: nobody passes the explanation unseen.

use crate::components::blank::BlankForm;
use crate::components::bug::BugForm;
use crate::components::choice::{ChoiceForm, Choosing};
use crate::components::explained::explained;
use crate::components::html::Prose;
use crate::components::live::{live, live_value, only_if, when};
use crate::components::order::OrderForm;
use crate::components::output::OutputForm;
use crate::components::page::Next;
use crate::components::verdict::Focus;
use crate::practice::attempt::{Confidence, Help};
use crate::practice::draft::Draft;
use crate::practice::given::Given;
use crate::practice::session::Mode;
use crate::practice::shuffle::Seed;
use crate::python::Python;
use crate::settings::Sureness;
use bank::answer::Verdict;
use bank::check::{Check, CheckKind};
use leptos::attr::custom::custom_attribute;
use leptos::ev::{FocusEvent, KeyboardEvent, MouseEvent, SubmitEvent};
use leptos::prelude::*;
use std::cell::Cell;
use web_sys::Element;

/// Where a person is with a check.
#[derive(Clone, PartialEq, Debug)]
pub enum Stage {
    /// Thinking.
    Asked,
    /// Reading; the answer was just given.
    Answered(Given),
    /// Reading; the answer was given before the page was loaded anew, and earlier versions did not keep it.
    AnsweredEarlier(Verdict, Option<Given>),
}

/// A check, from the question to the explanation.
#[component]
pub fn CheckView(
    /// What is asked.
    check: &'static Check,
    /// What options and lines are shuffled by.
    seed: Seed,
    /// What runs programs, once the answer was given.
    python: Python,
    /// Where the person is to begin with.
    #[prop(default = Stage::Asked)]
    start: Stage,
    /// An answer was given.
    on_answer: Callback<Given>,
    /// Whether the answer is explained, or the sitting goes on at once.
    #[prop(default = Mode::Study)]
    mode: Mode,
    /// Whether the person is asked how sure they are.
    sureness: Sureness,
    /// What comes after the check, and what it is called; nothing when there is no more.
    #[prop(optional)]
    then: Option<(RwSignal<&'static str>, Callback<()>)>,
) -> impl IntoView {
    let stage = RwSignal::new(start);
    let draft = RwSignal::new(Draft::begin(check, seed));
    let hinted = RwSignal::new(false);
    let missed = RwSignal::new(false);
    // At a moment, in milliseconds of the page.
    let go_on = move |at: f64, confidence: Option<Confidence>| {
        let asked = stage.get_untracked() == Stage::Asked;
        match (asked, draft.get_untracked().answer(), then) {
            (true, None, _) => missed.set(true),
            (true, Some(answer), _) if is_first(at) => {
                let given = Given::to(check, answer, help(hinted.get_untracked()));
                let given = Given {
                    confidence,
                    ..given
                };
                on_answer.run(given.clone());
                match (mode, then) {
                    (Mode::Exam, Some((_, next))) => next.run(()),
                    (Mode::Exam, None) | (Mode::Study, _) => stage.set(Stage::Answered(given)),
                }
            }
            (false, _, Some((_, next))) if is_first(at) => next.run(()),
            (_, _, _) => {}
        }
    };
    // The middle of the three, which Enter presses.
    let middle = (sureness == Sureness::Asked).then_some(Confidence::ThinkSo);
    let on_sure = Callback::new(move |(at, confidence)| go_on(at, Some(confidence)));
    let form = Form {
        check,
        seed,
        draft,
        hinted,
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        go_on(event.time_stamp(), middle);
    };
    let pressed = move |event: KeyboardEvent| {
        if event.key() != "Enter" {
            return;
        }
        let target = event_target::<Element>(&event);
        let is_any = |selector| target.matches(selector).unwrap_or(false);
        // After the answer the focus is on the verdict, where Enter means "go on" as well. In a field of
        // several lines Enter alone makes a new line.
        let goes_on = is_any("[data-verdict]")
            || is_any("[data-testid=output]") && (event.ctrl_key() || event.meta_key());
        let is_held = event.repeat();
        if goes_on || is_held && is_any("input, button") {
            event.prevent_default();
        }
        if goes_on && !is_held {
            go_on(event.time_stamp(), middle);
        }
    };
    // However long it took to show the verdict, the other half of a double tap comes right after it.
    let shown = move |event: FocusEvent| {
        if event_target::<Element>(&event).has_attribute("data-verdict") {
            LAST.set(event.time_stamp());
        }
    };
    let kind = check.kind().name();
    view! {
        // What is typed is code: the fields take these from the form.
        <form
            class="check"
            data-testid="check"
            data-kind=kind
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            {..custom_attribute("autocorrect", "off")}
            on:submit=when(submit)
            on:keydown=when(pressed)
            on:focusin=when(shown)
        >
            <div class="asked"><Prose html=check.stem() /></div>
            {live(move || match stage.get() {
                Stage::Asked => form.view(),
                Stage::Answered(given) => {
                    explained(check, seed, python, given.verdict(), Some(given), Focus::Take)
                }
                Stage::AnsweredEarlier(verdict, given) => {
                    explained(check, seed, python, verdict, given, Focus::Leave)
                }
            })}
            <Bar check mode sureness stage draft missed then on_sure />
        </form>
    }
}

/// The button that checks, and then goes on: one element, so that Enter does both. Where a person says how
/// sure they are, it stands between two others that say so and check as well.
#[component]
fn Bar(
    check: &'static Check,
    mode: Mode,
    sureness: Sureness,
    stage: RwSignal<Stage>,
    draft: RwSignal<Draft>,
    /// An answer was asked for when there was none.
    missed: RwSignal<bool>,
    then: Option<(RwSignal<&'static str>, Callback<()>)>,
    /// The answer is to be checked, by somebody who is so sure of it.
    on_sure: Callback<(f64, Confidence)>,
) -> impl IntoView {
    let asked = move || stage.get() == Stage::Asked;
    let asks_sure = move || sureness == Sureness::Asked && asked();
    let waiting = move || asked() && draft.with(|draft| draft.answer().is_none());
    let said = move || match (missed.get() && waiting(), asks_sure()) {
        (true, _) => Some(missing(check.kind())),
        (false, true) => Some("How sure are you?"),
        (false, false) => None,
    };
    let label = move || match (asked(), then) {
        (true, _) if sureness == Sureness::Asked => "I think so",
        (true, Some((label, _))) if mode == Mode::Exam => label.get(),
        (true, _) | (false, None) => "Check answer",
        (false, Some((label, _))) => label.get(),
    };
    let surely = move |confidence, testid: &'static str, label: &'static str| {
        let press = move |event: MouseEvent| on_sure.run((event.time_stamp(), confidence));
        move || {
            only_if(asks_sure(), || {
                view! { <button type="button" class="quiet" data-testid=testid on:click=when(press)>{label}</button> }
            })
        }
    };
    let bar = move || {
        view! {
            <Next said=live(said).into_any()>
                {live(surely(Confidence::Guess, "guess", "A guess"))}
                <button
                    type="submit"
                    class="button"
                    data-testid="go-on"
                    aria-keyshortcuts="Enter"
                    data-waiting=live_value(move || waiting().then_some(""))
                >
                    {live(label)}
                </button>
                {live(surely(Confidence::Sure, "sure", "Sure"))}
            </Next>
        }
    };
    live(move || only_if(then.is_some() || asked(), bar))
}

/// What the forms of all kinds need.
#[derive(Clone, Copy)]
struct Form {
    check: &'static Check,
    seed: Seed,
    draft: RwSignal<Draft>,
    hinted: RwSignal<bool>,
}

impl Form {
    fn view(self) -> AnyView {
        let Form {
            check,
            seed,
            draft,
            hinted,
        } = self;
        match check {
            Check::Single(choice) => {
                view! { <ChoiceForm choice choosing=Choosing::One seed draft /> }.into_any()
            }
            Check::Multi(choice) => {
                view! { <ChoiceForm choice choosing=Choosing::All seed draft /> }.into_any()
            }
            Check::Output(output) => view! { <OutputForm output seed draft hinted /> }.into_any(),
            Check::Blank(blank) => view! { <BlankForm blank draft /> }.into_any(),
            Check::Order(order) => view! { <OrderForm order draft /> }.into_any(),
            Check::Bug(bug) => view! { <BugForm bug draft /> }.into_any(),
        }
    }
}

/// In milliseconds: two presses are further apart when both are meant.
pub const DOUBLE: f64 = 400.0;

thread_local! {
    /// When a press last did something, in milliseconds of the page.
    static LAST: Cell<f64> = const { Cell::new(-DOUBLE) };
}

/// Whether a press that would do something is one of its own, and not the other half of a double tap:
/// its first half may have brought the button, or the whole check, under the finger.
fn is_first(at: f64) -> bool {
    let is_first = at - LAST.get() >= DOUBLE;
    if is_first {
        LAST.set(at);
    }
    is_first
}

fn help(hinted: bool) -> Help {
    if hinted { Help::Hint } else { Help::None }
}

/// What is said when there is no answer yet.
fn missing(kind: CheckKind) -> &'static str {
    match kind {
        CheckKind::Single | CheckKind::Multi => "Choose an option first.",
        CheckKind::Output => "Say what it prints first.",
        CheckKind::Blank => "Fill every gap first.",
        CheckKind::Order => "Put the lines in order first.",
        CheckKind::Bug => "Choose a line first.",
    }
}
