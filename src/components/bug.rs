//! Bug: a program in which one line is to be found, and the same program put right.

use crate::components::html::{CodePiece, Program, Prose};
use crate::components::marked::{Mark, Marked};
use crate::practice::given::Given;
use bank::answer::Answer;
use bank::check::{Bug, LineId};
use bank::question::Html;
use leptos::prelude::*;

/// The program, a line of which is to be chosen.
#[component]
pub fn BugForm(
    /// What is asked.
    bug: Bug,
    /// The draft has changed: the answer it makes.
    on_draft: Callback<Option<Answer>>,
) -> impl IntoView {
    let line = move |(id, code): (LineId, Html)| {
        view! {
            <label class="line" data-testid="line">
                <input
                    type="radio"
                    name="line"
                    on:change=move |_| on_draft.run(Some(Answer::Bug(id)))
                />
                <CodePiece html=code />
            </label>
        }
    };
    view! {
        <fieldset class="lines">
            <legend>"Choose the line that is wrong."</legend>
            {numbered(bug.lines).map(line).collect_view()}
        </fieldset>
    }
}

/// The line that was chosen, the line that is wrong and why, and the program put right.
#[component]
pub fn BugExplained(
    /// What was asked.
    bug: Bug,
    /// What was chosen; `None` when the answer is not known any more.
    given: Option<Given>,
) -> impl IntoView {
    let chosen = given.and_then(chosen);
    let why = StoredValue::new(bug.why);
    let wrong = StoredValue::new(bug.wrong);
    let row = move |(id, code): (LineId, Html)| {
        let right = wrong.with_value(|wrong| wrong.contains(&id));
        let mark = Mark::of(right, chosen == Some(id));
        let what = view! { <CodePiece html=code /> };
        let number = usize::from(id.0) + 1;
        let says = match mark {
            Mark::Right => format!("Line {number} is wrong, and you found it"),
            Mark::Missed => format!("Line {number} is wrong"),
            Mark::Wrong => format!("You chose line {number}; it may stay"),
            Mark::Plain => return None,
        };
        let why = right.then(|| view! { <Prose html=why.get_value() /> });
        Some(view! { <Marked mark says what why /> })
    };
    view! {
        <Listing lines=bug.lines.clone() wrong=wrong.get_value() />
        <ul role="list" class="marks">{numbered(bug.lines).filter_map(row).collect_view()}</ul>
        <p class="caption">"Put right:"</p>
        <Program html=bug.fix />
    }
}

/// The program with its line numbers, the wrong lines marked.
#[component]
fn Listing(lines: Vec<Html>, wrong: Vec<LineId>) -> impl IntoView {
    let line = move |(id, code): (LineId, Html)| {
        let state = wrong.contains(&id).then_some("wrong");
        view! { <li data-line=state><CodePiece html=code /></li> }
    };
    view! { <ol class="listing">{numbered(lines).map(line).collect_view()}</ol> }
}

fn numbered(lines: Vec<Html>) -> impl Iterator<Item = (LineId, Html)> {
    (0..=u8::MAX).map(LineId).zip(lines)
}

fn chosen(given: Given) -> Option<LineId> {
    match given.answer {
        Answer::Bug(line) => Some(line),
        Answer::Single(_)
        | Answer::Multi(_)
        | Answer::Output(_)
        | Answer::Blank(_)
        | Answer::Order(_) => None,
    }
}
