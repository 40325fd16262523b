//! Bug: a program in which one line is to be found, and the same program put right.

use crate::components::html::{CodeLine, Program};
use crate::components::live::each;
use crate::components::marked::{Mark, Marks, Row, in_reading_order};
use crate::components::pick::Pick;
use crate::practice::draft::Draft;
use crate::practice::given::Given;
use bank::answer::Answer;
use bank::check::{Bug, LineId};
use bank::question::Html;
use leptos::prelude::*;

/// The program, a line of which is to be chosen. Empty lines cannot be.
#[component]
pub fn BugForm(
    /// What is asked.
    bug: &'static Bug,
    /// The line chosen so far.
    draft: RwSignal<Draft>,
) -> impl IntoView {
    let line = move |(id, html): (LineId, &'static Html)| {
        let choose = move |()| draft.set(draft.get_untracked().point_at(id));
        view! {
            <Pick kind="radio" look="line" testid="line" on_pick=choose>
                <span class="number">{number(id)}</span>
                <CodeLine indent=0 html />
            </Pick>
        }
    };
    view! {
        <fieldset class="lines">
            <legend class="unseen">"Choose the line that is wrong."</legend>
            {each(numbered(bug), line)}
        </fieldset>
    }
}

/// The line that was chosen, the line that is wrong and why, and the program put right.
#[component]
pub fn BugExplained(
    /// What was asked.
    bug: &'static Bug,
    /// What was chosen; `None` when the answer is not known any more.
    given: Option<Given>,
) -> impl IntoView {
    let chosen = given.and_then(chosen);
    let row = |(id, html): (LineId, &'static Html)| {
        let right = bug.wrong.contains(&id);
        let mark = Mark::of(right, chosen == Some(id));
        let number = number(id);
        let says = match mark {
            Mark::Right => format!("Line {number} is wrong, and you found it"),
            Mark::Missed => format!("Line {number} is wrong"),
            Mark::Wrong => format!("You chose line {number}; it may stay"),
            Mark::Plain => return None,
        };
        let what = view! { <CodeLine indent=0 html /> }.into_any();
        let why = right.then_some(&bug.why);
        Some(Row {
            mark,
            says,
            what,
            why,
        })
    };
    let rows = numbered(bug).filter_map(row).collect();
    view! {
        <Marks rows=in_reading_order(rows) />
        <div>
            <p class="caption">"The program put right"</p>
            <Program html=&bug.fix />
        </div>
    }
}

/// The lines that hold code.
fn numbered(bug: &'static Bug) -> impl Iterator<Item = (LineId, &'static Html)> {
    let lines = (0..=u8::MAX).map(LineId).zip(&bug.lines);
    lines.filter(|(_, line)| !line.split_indent().1.is_empty())
}

/// As an editor numbers the line.
fn number(line: LineId) -> String {
    (usize::from(line.0) + 1).to_string()
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
