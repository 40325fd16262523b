//! Single and multi: options to choose from, and every option explained.

use crate::components::html::Inline;
use crate::components::html::Prose;
use crate::components::marked::{Mark, Marked, in_reading_order};
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
    choice: Choice,
    /// How many may be chosen.
    choosing: Choosing,
    /// What the options are shuffled by.
    seed: Seed,
    /// The draft has changed: the answer it makes, if it makes one.
    on_draft: Callback<Option<Answer>>,
) -> impl IntoView {
    let chosen = RwSignal::new(Vec::<OptionId>::new());
    let choose = move |id: OptionId| {
        chosen.update(|chosen| toggle(chosen, id, choosing));
        on_draft.run(chosen.with_untracked(|chosen| answer(chosen, choosing)));
    };
    let (kind, how) = match choosing {
        Choosing::One => ("radio", "Choose one."),
        Choosing::All => ("checkbox", "Choose all that apply."),
    };
    let option = move |(id, option): (OptionId, ChoiceOption)| {
        view! {
            <label class="option" data-testid="option">
                <input type=kind name="option" on:change=move |_| choose(id) />
                <Inline html=option.text />
            </label>
        }
    };
    view! {
        <fieldset class="options">
            <legend class="unseen">{how}</legend>
            {laid_out(choice, seed).into_iter().map(option).collect_view()}
        </fieldset>
    }
}

/// Every option with what is to be said of it: first what was chosen wrongly, then what is right.
#[component]
pub fn ChoiceExplained(
    /// What was offered.
    choice: Choice,
    /// How many could be chosen.
    choosing: Choosing,
    /// What the options were shuffled by.
    seed: Seed,
    /// What was chosen; `None` when the answer is not known any more.
    given: Option<Given>,
) -> impl IntoView {
    let answer = given.map(|given| given.answer);
    let marked = |(id, option): (OptionId, ChoiceOption)| {
        let chosen = answer.as_ref().map(|answer| holds(answer, id));
        (
            Mark::of(option.right, chosen == Some(true)),
            chosen.is_some(),
            option,
        )
    };
    let rows = laid_out(choice, seed).into_iter().map(marked).collect();
    let rows = in_reading_order(rows, |(mark, ..)| *mark);
    let row = move |(mark, known, option): (Mark, bool, ChoiceOption)| {
        let what = view! { <Inline html=option.text /> };
        let why = view! { <Prose html=option.why /> };
        view! { <Marked mark says=says(mark, choosing, known) what why /> }
    };
    view! { <ul role="list" class="marks">{rows.into_iter().map(row).collect_view()}</ul> }
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
fn laid_out(choice: Choice, seed: Seed) -> Vec<(OptionId, ChoiceOption)> {
    let fixed = choice.fixed;
    let options = (0..=u8::MAX).map(OptionId).zip(choice.options).collect();
    if fixed {
        options
    } else {
        seed.shuffle(options)
    }
}

fn toggle(chosen: &mut Vec<OptionId>, id: OptionId, choosing: Choosing) {
    match choosing {
        Choosing::One => *chosen = vec![id],
        Choosing::All if chosen.contains(&id) => chosen.retain(|other| *other != id),
        Choosing::All => chosen.push(id),
    }
}

fn answer(chosen: &[OptionId], choosing: Choosing) -> Option<Answer> {
    let first = *chosen.first()?;
    Some(match choosing {
        Choosing::One => Answer::Single(first),
        Choosing::All => Answer::Multi(chosen.to_vec()),
    })
}

fn holds(answer: &Answer, id: OptionId) -> bool {
    match answer {
        Answer::Single(chosen) => *chosen == id,
        Answer::Multi(chosen) => chosen.contains(&id),
        Answer::Output(_) | Answer::Blank(_) | Answer::Order(_) | Answer::Bug(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choosing_makes_an_answer_as_soon_as_something_is_chosen() {
        let check = |choosing: Choosing, clicks: &[u8], expected: Option<Answer>| {
            let mut chosen = Vec::new();
            clicks
                .iter()
                .for_each(|id| toggle(&mut chosen, OptionId(*id), choosing));
            assert_eq!(answer(&chosen, choosing), expected, "{clicks:?}");
        };
        let multi = |ids: &[u8]| Some(Answer::Multi(ids.iter().copied().map(OptionId).collect()));
        check(Choosing::One, &[], None);
        check(Choosing::One, &[2], Some(Answer::Single(OptionId(2))));
        check(Choosing::One, &[2, 0], Some(Answer::Single(OptionId(0))));
        check(Choosing::All, &[1, 3], multi(&[1, 3]));
        check(Choosing::All, &[1, 3, 1], multi(&[3]));
        check(Choosing::All, &[1, 1], None);
    }
}
