//! Output: say what a program prints, typed or, with a hint, chosen.
//!
//! The right output stands among the tempting ones only once the person has asked for choices.

use crate::components::button::Button;
use crate::components::html::{Inline, Program};
use crate::components::live::{each, live, live_value, when};
use crate::components::marked::{Mark, Marks, Row, in_reading_order};
use crate::components::pick::Pick;
use crate::components::recorded::Known;
use crate::components::scratch::Scratch;
use crate::practice::draft::Draft;
use crate::practice::given::Given;
use crate::practice::shuffle::Seed;
use crate::python::Python;
use bank::answer::{Answer, Verdict};
use bank::check::Output;
use bank::grade::Recognised;
use bank::question::Html;
use leptos::html::Fieldset;
use leptos::prelude::*;

/// The program, and a field for what it prints.
#[component]
pub fn OutputForm(
    /// What is asked.
    output: &'static Output,
    /// What the choices are shuffled by.
    seed: Seed,
    /// What is typed or chosen so far.
    draft: RwSignal<Draft>,
    /// Whether choices were asked for.
    hinted: RwSignal<bool>,
) -> impl IntoView {
    let show_choices = move |()| {
        draft.set(draft.get_untracked().fill(0, String::new()));
        hinted.set(true);
    };
    let answer_by = move || {
        if hinted.get() {
            return view! { <Choices output seed draft /> }.into_any();
        }
        view! {
            <Typed draft />
            <Button look="quiet" testid="show-choices" label="Show choices (counts as a hint)" on_press=show_choices />
        }
        .into_any()
    };
    view! {
        <Program html=&output.code />
        {live(answer_by)}
    }
}

#[component]
fn Typed(draft: RwSignal<Draft>) -> impl IntoView {
    let rows = move || {
        let lines = draft.with(|draft| draft.text(0).split('\n').count());
        lines.clamp(2, 12).to_string()
    };
    let typed = move |event| {
        draft.set(draft.get_untracked().fill(0, event_target_value(&event)));
    };
    view! {
        <label class="field">
            <span>"What does it print?"</span>
            <textarea
                class="typed"
                data-testid="output"
                rows=live_value(rows)
                on:input=when(typed)
            ></textarea>
        </label>
    }
}

#[component]
fn Choices(output: &'static Output, seed: Seed, draft: RwSignal<Draft>) -> impl IntoView {
    let option = move |text: &'static str| {
        let choose = move |()| draft.set(draft.get_untracked().fill(0, text.to_owned()));
        view! {
            <Pick kind="radio" look="option" testid="option" on_pick=choose><samp>{text}</samp></Pick>
        }
    };
    // The button that had the focus is gone.
    let choices = NodeRef::<Fieldset>::new();
    Effect::new(move |_| {
        if let Some(choices) = choices.get() {
            let _ = choices.focus();
        }
    });
    view! {
        <fieldset class="options" tabindex="-1" node_ref=choices data-testid="choices">
            <legend>"Which of these does it print?"</legend>
            {each(offered(output, seed), option)}
        </fieldset>
    }
}

/// What was said, what was printed and why, and why each tempting output is wrong.
#[component]
pub fn OutputExplained(
    /// What was asked.
    output: &'static Output,
    /// What was said; `None` when the answer is not known any more.
    given: Option<Given>,
    /// What runs the program.
    python: Python,
) -> impl IntoView {
    let verdict = given.as_ref().map(Given::verdict);
    let recognised = given.as_ref().and_then(recognised);
    let strange = verdict == Some(Verdict::Wrong) && recognised.is_none();
    let said = given.and_then(said).filter(|_| strange);
    let said = said.map(|text| row(Mark::Wrong, text, None));
    let mark = Mark::of(true, verdict == Some(Verdict::Correct));
    let printed = row(mark, output.printed.clone(), Some(&output.why));
    let tempting = output.tempting.iter().enumerate().map(|(place, wrong)| {
        let mark = Mark::of(false, recognised == Some(place));
        row(mark, wrong.text.clone(), Some(&wrong.why))
    });
    let rows = said.into_iter().chain([printed]).chain(tempting).collect();
    let listing = view! { <Program html=&output.code /> }.into_any();
    let program = match &output.elsewhere {
        Some(html) => view! { {listing} <p class="fine"><Inline html /></p> }.into_any(),
        None => {
            let known = Known {
                program: output.code.text(),
                printed: output.printed.clone(),
                raises: output.raises.clone(),
            };
            view! { <Scratch known python listing /> }.into_any()
        }
    };
    view! {
        {program}
        <Marks rows=in_reading_order(rows) />
    }
}

fn row(mark: Mark, text: String, why: Option<&'static Html>) -> Row {
    let says = match mark {
        Mark::Wrong => "Your answer, not right",
        Mark::Missed => "It prints this",
        Mark::Right => "Your answer, right",
        Mark::Plain => "Not this",
    };
    Row {
        mark,
        says: says.to_owned(),
        what: view! { <pre tabindex="0"><samp>{text}</samp></pre> }.into_any(),
        why,
    }
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

fn offered(output: &'static Output, seed: Seed) -> Vec<&'static str> {
    let wrong = output.tempting.iter().map(|wrong| wrong.text.as_str());
    seed.shuffle(wrong.chain([output.printed.as_str()]).collect())
}
