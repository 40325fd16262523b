//! Single and multi: options to choose from, and every option explained.

use crate::components::html::Inline;
use crate::components::live::each;
use crate::components::marked::{Mark, Marks, Row, in_reading_order};
use crate::components::pick::Pick;
use crate::practice::draft::Draft;
use crate::practice::given::Given;
use crate::practice::shuffle::Seed;
use bank::answer::Answer;
use bank::check::{Choice, ChoiceOption, OptionId};
use leptos::prelude::*;

/// How many options may be chosen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Choosing {
    /// Exactly one.
    One,
    /// All that apply.
    All,
}

/// The options, to be chosen from.
#[component]
pub fn ChoiceForm(
    /// What is offered.
    choice: &'static Choice,
    /// How many may be chosen.
    choosing: Choosing,
    /// What the options are shuffled by.
    seed: Seed,
    /// What is chosen so far.
    draft: RwSignal<Draft>,
) -> impl IntoView {
    let (kind, how) = match choosing {
        Choosing::One => ("radio", "Choose one."),
        Choosing::All => ("checkbox", "Choose all that apply."),
    };
    let option = move |(id, option): (OptionId, &'static ChoiceOption)| {
        let choose = move |()| draft.set(draft.get_untracked().choose(id));
        view! {
            <Pick kind look="option" testid="option" on_pick=choose><Inline html=&option.text /></Pick>
        }
    };
    view! {
        <fieldset class="options">
            <legend class="unseen">{how}</legend>
            {each(laid_out(choice, seed), option)}
        </fieldset>
    }
}

/// Every option with what is to be said of it: first what was chosen wrongly, then what is right.
#[component]
pub fn ChoiceExplained(
    /// What was offered.
    choice: &'static Choice,
    /// How many could be chosen.
    choosing: Choosing,
    /// What the options were shuffled by.
    seed: Seed,
    /// What was chosen; `None` when the answer is not known any more.
    given: Option<Given>,
) -> impl IntoView {
    let row = |(id, option): (OptionId, &'static ChoiceOption)| {
        let chosen = given.as_ref().map(|given| holds(&given.answer, id));
        let mark = Mark::of(option.right, chosen == Some(true));
        Row {
            mark,
            says: says(mark, choosing, chosen.is_some()).to_owned(),
            what: view! { <Inline html=&option.text /> }.into_any(),
            why: Some(&option.why),
        }
    };
    let rows = laid_out(choice, seed).into_iter().map(row).collect();
    view! { <Marks rows=in_reading_order(rows) /> }
}

/// The mark in words; `known` says whether the answer still is.
fn says(mark: Mark, choosing: Choosing, known: bool) -> &'static str {
    match (mark, choosing) {
        (Mark::Wrong, Choosing::One) => "Your answer, not right",
        (Mark::Missed, Choosing::One) => "Right answer",
        (Mark::Right, Choosing::One) => "Your answer, right",
        (Mark::Plain, Choosing::One) => "Not right",
        (Mark::Wrong, Choosing::All) => "Does not apply; you chose it",
        (Mark::Missed, Choosing::All) if known => "Applies; you left it out",
        (Mark::Missed, Choosing::All) => "Applies",
        (Mark::Right, Choosing::All) => "Applies; you chose it",
        (Mark::Plain, Choosing::All) => "Does not apply",
    }
}

/// The options with their ids, in the order of the screen.
fn laid_out(choice: &'static Choice, seed: Seed) -> Vec<(OptionId, &'static ChoiceOption)> {
    let options = (0..=u8::MAX).map(OptionId).zip(&choice.options).collect();
    if choice.fixed {
        options
    } else {
        seed.shuffle(options)
    }
}

fn holds(answer: &Answer, id: OptionId) -> bool {
    match answer {
        Answer::Single(chosen) => *chosen == id,
        Answer::Multi(chosen) => chosen.contains(&id),
        Answer::Output(_) | Answer::Blank(_) | Answer::Order(_) | Answer::Bug(_) => false,
    }
}
