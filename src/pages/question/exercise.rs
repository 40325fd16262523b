//! The exercise on the page of a coding question: a place to write, buttons that run and test, what came of
//! it, and what helps.
//!
//! Code runs when a button or a key for it is pressed, and never otherwise.

use crate::browser;
use crate::components::button::Button;
use crate::components::console::{PythonLine, RanView};
use crate::components::editor::Editor;
use crate::components::exercise::ExerciseSolved;
use crate::components::live::{each, live, live_value, only_if, when};
use crate::components::page::{Next, Part};
use crate::components::tested::TestedView;
use crate::pages::question::desk::{Came, Desk};
use crate::pages::question::part;
use crate::practice::attempt::Help;
use bank::question::Body;
use leptos::ev::{MouseEvent, SubmitEvent};
use leptos::prelude::*;

/// Where the exercise is written and run.
#[component]
pub fn Exercising(
    /// What is on it.
    desk: Desk,
) -> impl IntoView {
    let python = desk.state.python;
    // Nobody is left to see what comes of it.
    on_cleanup(move || {
        if desk.busy.get_untracked() {
            python.stop();
        }
    });
    let busy = desk.busy;
    let said = Memo::new(move |_| desk.said());
    let on_run = Callback::new(move |()| desk.run());
    let on_stop = Callback::new(move |()| python.stop());
    let on_change = Callback::new(move |code: String| {
        desk.before.set(None);
        desk.write(code);
    });
    let again = move || match desk.before.get() {
        Some(_) => "Take my code back",
        None => "Begin again",
    };
    let disabled = live_value(move || busy.get().then_some("true"));
    view! {
        <section class="exercise" data-testid="exercise">
            <Editor label="Your solution" value=desk.code on_change on_run />
            <button
                type="button"
                class="quiet"
                data-testid="begin-again"
                on:click=when(move |_: MouseEvent| desk.begin_again())
            >
                {live(again)}
            </button>
            <Trying desk on_run />
            <div class="outcome" data-testid="outcome">
                <PythonLine status=python.status() download=python.download() busy said on_stop />
                {live(move || outcome(desk))}
            </div>
            <Next>
                <button
                    type="button"
                    class="button"
                    data-testid="test"
                    aria-disabled=disabled
                    on:click=when(move |_: MouseEvent| desk.test())
                >
                    "Test"
                </button>
                <Button look="quiet" testid="run" label="Run" on_press=on_run />
            </Next>
        </section>
    }
}

/// The person's own calls, and what the program reads if it asks for something. The calls have a field,
/// so that a thumb need not write `print` into the solution and take it out again.
#[component]
fn Trying(desk: Desk, on_run: Callback<()>) -> impl IntoView {
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        on_run.run(());
    };
    let asks = Memo::new(move |_| desk.code.with(|code| code.contains("input(")));
    let input = move || {
        view! {
            <label class="field">
                <span>"What "<code>"input()"</code>" reads, line by line"</span>
                <textarea
                    class="typed"
                    data-testid="input"
                    rows="2"
                    on:input=when(move |event| desk.input.set(event_target_value(&event)))
                ></textarea>
            </label>
        }
    };
    view! {
        <form autocomplete="off" autocapitalize="off" spellcheck="false" on:submit=when(submit)>
            <label class="field">
                <span>"Your calls, which Run makes after your code ("<code>"test.py"</code>")"</span>
                <input
                    type="text"
                    class="typed"
                    enterkeyhint="go"
                    data-testid="calls"
                    value=desk.calls.get_untracked()
                    on:input=when(move |event| desk.calls.set(event_target_value(&event)))
                />
            </label>
        </form>
        {live(move || only_if(asks.get(), input))}
    }
}

fn outcome(desk: Desk) -> Option<AnyView> {
    let exercise = desk.exercise;
    match desk.came.get() {
        Came::Nothing | Came::NoRoom => None,
        Came::Ran(ran) => Some(view! { <RanView ran /> }.into_any()),
        Came::Tested(results) => Some(view! { <TestedView exercise results /> }.into_any()),
    }
}

/// What helps someone who is stuck with an exercise, or has solved it.
#[component]
pub fn Helped(
    /// How far the person has come.
    desk: Desk,
    /// What there is to show.
    body: &'static Body,
    /// The answer is to be shown.
    reveal: Callback<()>,
) -> impl IntoView {
    let hinted = Memo::new(move |_| desk.trial.get().help == Help::Hint);
    let passed = Memo::new(move |_| desk.trial.get().has_passed());
    let stakes = Memo::new(move |_| desk.trial.get().is_given_up());
    let hint = move |()| {
        desk.trial.update(|trial| *trial = trial.hint());
        browser::focus("[data-testid='idea'] h2");
    };
    let idea = move || match (hinted.get(), passed.get()) {
        (true, _) => Some(part("The idea", "idea", &body.short_answer)),
        (false, true) => None,
        (false, false) => Some(
            view! { <Button look="quiet" testid="hint" label=HINT on_press=hint /> }.into_any(),
        ),
    };
    let solved = move || {
        each(
            body.exercise.as_ref().filter(|_| passed.get()),
            |exercise| {
                view! { <Part title="Solutions" testid="solved"><ExerciseSolved exercise /></Part> }
            },
        )
    };
    let label = move || {
        if stakes.get() {
            "Give up and show the answer"
        } else {
            "Show the answer"
        }
    };
    view! {
        {live(solved)}
        <div class="helped">
            {live(idea)}
            {live(move || view! { <Button look="quiet" testid="reveal" label=label() on_press=reveal /> })}
        </div>
    }
}

const HINT: &str = "Show the idea (counts as a hint)";
