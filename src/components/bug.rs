//! Bug: a program in which one line is to be found, and the same program put right.

use crate::components::html::{CodeLine, Program, Prose};
use crate::components::marked::{Mark, Marked, in_reading_order};
use crate::practice::given::Given;
use bank::answer::Answer;
use bank::check::{Bug, LineId};
use bank::question::Html;
use leptos::prelude::*;

/// The program, a line of which is to be chosen. Empty lines cannot be.
#[component]
pub fn BugForm(
    /// What is asked.
    bug: Bug,
    /// The draft has changed: the answer it makes.
    on_draft: Callback<Option<Answer>>,
) -> impl IntoView {
    let line = move |(id, indent, code): (LineId, usize, Html)| {
        let choose = move |_| on_draft.run(Some(Answer::Bug(id)));
        view! {
            <label class="line" data-testid="line">
                <input type="radio" name="line" on:change=choose />
                <span class="number">{number(id)}</span>
                <CodeLine indent html=code />
            </label>
        }
    };
    view! {
        <fieldset class="lines">
            <legend class="unseen">"Choose the line that is wrong."</legend>
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
    let Bug {
        lines,
        wrong,
        why,
        fix,
        ..
    } = bug;
    let row = |(id, indent, code): (LineId, usize, Html)| {
        let right = wrong.contains(&id);
        let mark = Mark::of(right, chosen == Some(id));
        let number = number(id);
        let says = match mark {
            Mark::Right => format!("Line {number} is wrong, and you found it"),
            Mark::Missed => format!("Line {number} is wrong"),
            Mark::Wrong => format!("You chose line {number}; it may stay"),
            Mark::Plain => return None,
        };
        let why = right.then(|| view! { <Prose html=why.clone() /> });
        let what = view! { <CodeLine indent html=code /> };
        Some((mark, view! { <Marked mark says what why /> }))
    };
    let rows = in_reading_order(numbered(lines).filter_map(row).collect(), |(mark, _)| *mark);
    let rows: Vec<_> = rows.into_iter().map(|(_, row)| row).collect();
    view! {
        <ul role="list" class="marks">{rows}</ul>
        <div>
            <p class="caption">"The program put right"</p>
            <Program html=fix />
        </div>
    }
}

/// The lines that hold code, each with its indentation.
fn numbered(lines: Vec<Html>) -> impl Iterator<Item = (LineId, usize, Html)> {
    let split = |(id, line): (LineId, Html)| {
        let (indent, code) = line.split_indent();
        (!code.as_str().is_empty()).then_some((id, indent, code))
    };
    (0..=u8::MAX).map(LineId).zip(lines).filter_map(split)
}

/// As an editor numbers the line.
fn number(line: LineId) -> usize {
    usize::from(line.0) + 1
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
