//! The exercise of a coding question as text: what it must give, how it is solved.
//!
//! It runs nothing.

use crate::components::html::{Program, Prose};
use crate::components::live::each;
use bank::exercise::{Case, Exercise, Mistake, Solution};
use leptos::prelude::*;

/// What it must give: all that may be seen before the answer.
#[component]
pub fn ExerciseAsked(
    /// What runs.
    exercise: &'static Exercise,
) -> impl IntoView {
    let example = |case: &'static Case| {
        view! {
            <div>
                <dt><code>{case.call.as_str()}</code></dt>
                <dd><code>{case.want.as_str()}</code> <p class="fine">{case.why.as_str()}</p></dd>
            </div>
        }
    };
    let examples = exercise.cases.iter().filter(|case| !case.hidden);
    view! { <dl class="cases" data-testid="cases">{each(examples, example)}</dl> }
}

/// How it is solved, and which mistakes are common.
#[component]
pub fn ExerciseSolved(
    /// What runs.
    exercise: &'static Exercise,
) -> impl IntoView {
    let solution = |solution: &'static Solution| {
        let cost = format!("time {}, memory {}", solution.time, solution.space);
        view! {
            <h3>{spaced(&solution.name)}</h3>
            <p class="fine">{cost}</p>
            <Prose html=&solution.about />
            <Program html=&solution.code />
        }
    };
    let mistake = |mistake: &'static Mistake| {
        view! { <dt>{spaced(&mistake.name)}</dt> <dd><Prose html=&mistake.about /></dd> }
    };
    view! {
        {each(&exercise.solutions, solution)}
        <h3>"Mistakes that are often made"</h3>
        <dl class="mistakes">{each(&exercise.mistakes, mistake)}</dl>
    }
}

fn spaced(name: &str) -> String {
    name.replace('-', " ")
}
