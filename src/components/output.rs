//! Output: say what a program prints, typed or, with a hint, chosen.
//!
//! The right output stands among the tempting ones only once the person has asked for choices.

use crate::components::html::{Program, Prose};
use crate::components::live::live;
use crate::components::marked::{Mark, Marked};
use crate::practice::attempt::Help;
use crate::practice::given::Given;
use crate::practice::shuffle::Seed;
use bank::answer::{Answer, Verdict};
use bank::check::Output;
use bank::grade::Recognised;
use bank::question::Html;
use leptos::attr::custom::custom_attribute;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// The program, and a field for what it prints.
#[component]
pub fn OutputForm(
    /// What is asked.
    output: Output,
    /// What the choices are shuffled by.
    seed: Seed,
    /// The draft has changed: the answer it makes, if it makes one.
    on_draft: Callback<Option<Answer>>,
    /// Choices were asked for.
    on_help: Callback<Help>,
    /// The person is done: the key for it was pressed in the field.
    on_submit: Callback<()>,
) -> impl IntoView {
    let choices = RwSignal::new(false);
    let say = Callback::new(move |text: String| {
        on_draft.run((!text.trim().is_empty()).then_some(Answer::Output(text)));
    });
    let show_choices = move |_| {
        on_help.run(Help::Hint);
        on_draft.run(None);
        choices.set(true);
    };
    let offered = StoredValue::new(offered(&output, seed));
    let answer_by = move || {
        if choices.get() {
            view! { <Choices offered=offered.get_value() on_choose=say /> }.into_any()
        } else {
            view! {
                <Typed on_type=say on_submit />
                <button type="button" class="quiet" data-testid="show-choices" on:click=show_choices>
                    "Show choices (counts as a hint)"
                </button>
            }
            .into_any()
        }
    };
    view! {
        <Program html=output.code />
        {live(answer_by)}
    }
}

#[component]
fn Typed(on_type: Callback<String>, on_submit: Callback<()>) -> impl IntoView {
    let rows = RwSignal::new(2);
    let typed = move |event| {
        let text = event_target_value(&event);
        rows.set(text.split('\n').count().clamp(2, 12));
        on_type.run(text);
    };
    // Enter alone makes a new line here, because outputs have several.
    let pressed = move |event: KeyboardEvent| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
            event.prevent_default();
            on_submit.run(());
        }
    };
    view! {
        <label class="field">
            <span>"What does it print?"</span>
            <textarea
                class="typed"
                data-testid="output"
                rows=move || rows.get().to_string()
                spellcheck="false"
                autocapitalize="off"
                autocomplete="off"
                {..custom_attribute("autocorrect", "off")}
                on:input=typed
                on:keydown=pressed
            ></textarea>
        </label>
    }
}

#[component]
fn Choices(offered: Vec<String>, on_choose: Callback<String>) -> impl IntoView {
    let option = move |text: String| {
        let printed = text.clone();
        view! {
            <label class="option" data-testid="option">
                <input type="radio" name="printed" on:change=move |_| on_choose.run(text.clone()) />
                <samp>{printed}</samp>
            </label>
        }
    };
    view! {
        <fieldset class="options">
            <legend>"Which of these does it print?"</legend>
            {offered.into_iter().map(option).collect_view()}
        </fieldset>
    }
}

/// What was said, what was printed and why, and why each tempting output is wrong.
#[component]
pub fn OutputExplained(
    /// What was asked.
    output: Output,
    /// What was said; `None` when the answer is not known any more.
    given: Option<Given>,
) -> impl IntoView {
    let verdict = given.as_ref().map(Given::verdict);
    let recognised = given.as_ref().and_then(recognised);
    let strange = verdict == Some(Verdict::Wrong) && recognised.is_none();
    let said = given.and_then(said).filter(|_| strange);
    let said = said.map(|text| row(Mark::Wrong, "Your answer, not right", text, None));
    let mark = Mark::of(true, verdict == Some(Verdict::Correct));
    let says = if mark == Mark::Right {
        "Your answer, right"
    } else {
        "It prints this"
    };
    let printed = row(mark, says, output.printed, Some(output.why));
    let tempting = output
        .tempting
        .into_iter()
        .enumerate()
        .map(|(place, wrong)| {
            let mark = Mark::of(false, recognised == Some(place));
            let says = if mark == Mark::Wrong {
                "Your answer, not right"
            } else {
                "Not this"
            };
            (mark, row(mark, says, wrong.text, Some(wrong.why)))
        });
    let (mine, others): (Vec<_>, Vec<_>) = tempting.partition(|(mark, _)| *mark == Mark::Wrong);
    let views = |rows: Vec<(Mark, AnyView)>| rows.into_iter().map(|(_, row)| row).collect_view();
    view! {
        <Program html=output.code />
        <ul role="list" class="marks">{said} {views(mine)} {printed} {views(others)}</ul>
    }
}

fn row(mark: Mark, says: &'static str, text: String, why: Option<Html>) -> AnyView {
    let what = view! { <pre tabindex="0"><samp>{text}</samp></pre> };
    let why = why.map(|why| view! { <Prose html=why /> });
    view! { <Marked mark says what why /> }.into_any()
}

/// The place in `tempting` of what was said.
fn recognised(given: &Given) -> Option<usize> {
    given
        .grade
        .recognised
        .iter()
        .find_map(|recognised| match recognised {
            Recognised::Output(place) => Some(*place),
            Recognised::Blank { .. } => None,
        })
}

fn said(given: Given) -> Option<String> {
    match given.answer {
        Answer::Output(text) => Some(text),
        Answer::Single(_)
        | Answer::Multi(_)
        | Answer::Blank(_)
        | Answer::Order(_)
        | Answer::Bug(_) => None,
    }
}

fn offered(output: &Output, seed: Seed) -> Vec<String> {
    let wrong = output.tempting.iter().map(|wrong| wrong.text.clone());
    let mut offered: Vec<String> = wrong.collect();
    offered.push(output.printed.clone());
    seed.shuffle(offered)
}
