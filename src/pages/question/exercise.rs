//! The exercise on the page of a coding question: a place to write, buttons that run and test, what came of
//! it, and what helps.
//!
//! Code runs when a button or a key for it is pressed, and never otherwise.

use crate::browser;
use crate::components::button::Button;
use crate::components::console::{PythonLine, RanView};
use crate::components::editor::Editor;
use crate::components::exercise::ExerciseSolved;
use crate::components::later::Later;
use crate::components::live::{each, live, when};
use crate::components::page::{Next, Part};
use crate::components::piece::block;
use crate::components::tested::TestedView;
use crate::pages::question::desk::{Came, Desk};
use crate::pages::question::part;
use crate::storage::draft::Other;
use bank::question::Body;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

/// Where the exercise is written and run, which comes in a file of its own.
pub fn exercising(desk: Desk) -> AnyView {
    let draw = Later::new(|| Box::pin(load()));
    draw.ask(Box::new(|_| {}));
    view! {
        {draw.said()}
        {live(move || draw.here().map(|draw| draw(desk)))}
    }
    .into_any()
}

#[wasm_split(workshop, wasm_split_path = leptos::wasm_split, fallible)]
fn load() -> Result<fn(Desk) -> AnyView, SplitLoaderError> {
    Ok(drawn)
}

fn drawn(desk: Desk) -> AnyView {
    let python = desk.state.python;
    on_cleanup(move || desk.leave());
    let on_run = Callback::new(move |()| desk.run());
    let on_stop = Callback::new(move |()| python.stop());
    let on_change = Callback::new(move |code: String| {
        desk.before.set(String::new());
        desk.write(code);
    });
    let again = move || {
        let label = if desk.before.get().is_empty() {
            "Begin again"
        } else {
            "Take my code back"
        };
        view! { <Button look="quiet" testid="begin-again" label on_press=move |()| desk.begin_again() /> }
    };
    // Drawn anew when there are others, and not with every letter.
    let others = Memo::new(move |_| desk.others());
    let (status, download) = (python.status(), python.download());
    let outcome = vec![
        view! { <PythonLine status download busy=desk.busy said=desk.said on_stop /> }.into_any(),
        live(move || outcome(desk)).into_any(),
    ];
    let parts = vec![
        view! { <Editor label="Your solution" value=desk.code on_change on_run /> }.into_any(),
        live(move || each(others.get(), move |other| beside(desk, other))).into_any(),
        live(again).into_any(),
        calls(desk, on_run),
        live(move || asks(desk).then(|| input(desk))).into_any(),
        block("outcome", "outcome", outcome),
        view! {
            <Next>
                <Button look="button" testid="test" label="Test" on_press=move |()| desk.test() />
                <Button look="quiet" testid="run" label="Run" on_press=on_run />
            </Next>
        }
        .into_any(),
    ];
    block("exercise", "exercise", parts)
}

/// What another tab has written for the same exercise.
fn beside(desk: Desk, other: Other) -> AnyView {
    let (shown, dropped) = (other.clone(), other.clone());
    let take = move |()| {
        desk.take(&shown);
        browser::focus(WRITTEN_IN);
    };
    let forget = move |()| {
        desk.forget(&dropped);
        browser::focus(WRITTEN_IN);
    };
    let parts = vec![
        view! { <p>{BESIDE}</p> }.into_any(),
        view! { <details><summary>"Read it"</summary><pre class="code" tabindex="0">{other.text}</pre></details> }
            .into_any(),
        view! { <Button look="quiet" testid="take-other" label="Go on with it" on_press=take /> }
            .into_any(),
        view! { <Button look="quiet" testid="forget-other" label="Forget it" on_press=forget /> }
            .into_any(),
    ];
    block("notice", "other-draft", parts)
}

/// The person's own calls. They have a field, so that a thumb need not write `print` into the solution
/// and take it out again.
fn calls(desk: Desk, on_run: Callback<()>) -> AnyView {
    field(CALLS, "calls", desk.calls, Some(on_run))
}

/// What the program reads.
fn input(desk: Desk) -> AnyView {
    field(INPUT, "input", desk.input, None)
}

/// Whether the program reads anything.
fn asks(desk: Desk) -> bool {
    let code = desk.code.get();
    code.as_bytes().windows(6).any(|part| part == b"input(")
}

fn field(
    label: &'static str,
    testid: &'static str,
    text: RwSignal<String>,
    on_enter: Option<Callback<()>>,
) -> AnyView {
    let pressed = move |event: KeyboardEvent| {
        if let Some(on_enter) = on_enter
            && event.key() == "Enter"
        {
            event.prevent_default();
            on_enter.run(());
        }
    };
    view! {
        <label class="field">
            <span>{label}</span>
            <textarea
                class="typed"
                data-testid=testid
                rows="1"
                spellcheck="false"
                autocapitalize="off"
                on:input=when(move |event| text.set(event_target_value(&event)))
                on:keydown=when(pressed)
            >
                {text.get_untracked()}
            </textarea>
        </label>
    }
    .into_any()
}

fn outcome(desk: Desk) -> Option<AnyView> {
    let exercise = desk.exercise;
    match desk.visit.get().came {
        Came::Nothing => None,
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
    let hint = move |()| {
        desk.see_idea();
        browser::focus("[data-testid='idea'] h2");
    };
    let idea = move || match (desk.hinted.get(), desk.passed.get()) {
        (true, _) => Some(part("The idea", "idea", &body.short_answer)),
        (false, true) => None,
        (false, false) => Some(
            view! { <Button look="quiet" testid="hint" label=HINT on_press=hint /> }.into_any(),
        ),
    };
    let solved = move || {
        let exercise = body.exercise.as_ref().filter(|_| desk.passed.get())?;
        Some(view! { <Part title="Solutions" testid="solved"><ExerciseSolved exercise /></Part> })
    };
    let seen = move || {
        let label = if desk.tried.get() {
            "Give up and show the answer"
        } else {
            "Show the answer"
        };
        // No key for it: it decides the exercise, and the space bar pages down as well.
        view! { <Button look="quiet" testid="reveal" label on_press=reveal /> }
    };
    let parts = vec![
        live(solved).into_any(),
        live(idea).into_any(),
        live(seen).into_any(),
    ];
    block("helped", "helped", parts)
}

/// The plain field stays in the page, hidden, when the editor has taken its place.
const WRITTEN_IN: &str = "[data-testid='editor']:not([hidden])";
const BESIDE: &str = "Other code for this exercise is kept beside yours, as another tab or you wrote it. If you go \
    on with it, yours is kept in its place.";
const HINT: &str = "Show the idea (counts as a hint)";
const CALLS: &str = "Your calls, which Run makes after your code (test.py)";
const INPUT: &str = "What input() reads, line by line";
