//! A set on paper: a sheet with its questions and one with the answers to them. `style/print.css` shows them in
//! place of the page.

use crate::browser::share;
use crate::components::button::Button;
use crate::components::html::Sheet;
use crate::components::live::{each, live};
use crate::components::pick::Pick;
use crate::pages::session::content;
use crate::practice::set::CheckSet;
use crate::state::AppState;
use bank::paper::{Item, answers, questions};
use leptos::prelude::*;

/// What is chosen on the screen, and what only paper shows.
pub struct Paper {
    /// The choice, and the button.
    pub chosen: AnyView,
    /// The sheets that are chosen.
    pub sheets: AnyView,
}

/// Which sheets there are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Which {
    Questions,
    Answers,
    Both,
}

/// Both of a set.
pub fn on_paper(state: AppState, set: &CheckSet) -> Paper {
    let chosen = RwSignal::new(Which::Questions);
    let option = move |(which, label): (Which, &'static str)| {
        let picked = which == Which::Questions;
        let pick = move |()| chosen.set(which);
        view! {
            <Pick kind="radio" look="option" testid="paper-option" name="paper" picked on_pick=pick>
                <span>{label}</span>
            </Pick>
        }
    };
    let steps = set.steps.clone();
    let items = move || -> Vec<Item<'static>> {
        let item = |step| {
            let (entry, check) = content(state, step)?;
            let body = state.bank.body(&step.question).ok()?;
            Some(Item { entry, body, check })
        };
        steps.iter().filter_map(item).collect()
    };
    let sheets = move || {
        let items = items();
        let both = match chosen.get() {
            Which::Questions => vec![questions(&items)],
            Which::Answers => vec![answers(&items)],
            Which::Both => vec![questions(&items), answers(&items)],
        };
        each(both, |html| view! { <Sheet html /> })
    };
    Paper {
        chosen: view! {
            <fieldset class="options">
                <legend>"What to print"</legend>
                {each(SHEETS, option)}
            </fieldset>
            <Button look="quiet" testid="print" label="Print" on_press=move |()| share::print() />
        }
        .into_any(),
        sheets: live(sheets).into_any(),
    }
}

const SHEETS: [(Which, &str); 3] = [
    (Which::Questions, "The question sheet"),
    (
        Which::Answers,
        "The answer sheet: short answers, key points to tick, the keys of the checks",
    ),
    (Which::Both, "Both, each on pages of its own"),
];
