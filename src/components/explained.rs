//! What is said of an answer to a check, of any kind.

use crate::browser::scroll;
use crate::components::blank::BlankExplained;
use crate::components::bug::BugExplained;
use crate::components::choice::{ChoiceExplained, Choosing};
use crate::components::live::live;
use crate::components::order_explained::OrderExplained;
use crate::components::output::OutputExplained;
use crate::components::verdict::{Focus, VerdictHeading};
use crate::practice::attempt::{Confidence, Help};
use crate::practice::given::Given;
use crate::practice::shuffle::Seed;
use crate::python::Python;
use bank::answer::Verdict;
use bank::check::Check;
use leptos::prelude::*;

/// The verdict, and as soon as it was seen the explanation of every part of the check. Without what was given
/// it says of each part only whether it is right.
pub fn explained(
    check: &'static Check,
    seed: Seed,
    python: Python,
    verdict: Verdict,
    given: Option<Given>,
    focus: Focus,
) -> AnyView {
    let remark = given.as_ref().and_then(remark);
    // On a slow phone the verdict need not wait for its reasons.
    let is_seen = RwSignal::new(focus == Focus::Leave);
    if focus == Focus::Take {
        // It is handed back when the person has gone on.
        scroll::once_painted(move || {
            let _ = is_seen.try_set(true);
        });
    }
    view! {
        <div class="explanation" data-testid="explanation">
            <VerdictHeading verdict focus remark />
            {live(move || is_seen.get().then(|| reasons(check, seed, python, given.clone())))}
        </div>
    }
    .into_any()
}

/// The explanation of every part of the check.
fn reasons(check: &'static Check, seed: Seed, python: Python, given: Option<Given>) -> AnyView {
    match check {
        Check::Single(choice) => {
            view! { <ChoiceExplained choice choosing=Choosing::One seed given /> }.into_any()
        }
        Check::Multi(choice) => {
            view! { <ChoiceExplained choice choosing=Choosing::All seed given /> }.into_any()
        }
        Check::Output(output) => view! { <OutputExplained output given python /> }.into_any(),
        Check::Blank(blank) => view! { <BlankExplained blank given /> }.into_any(),
        Check::Order(order) => view! { <OrderExplained order given /> }.into_any(),
        Check::Bug(bug) => view! { <BugExplained bug given /> }.into_any(),
    }
}

/// What belongs to the verdict: that help was taken, or how sure the person was.
fn remark(given: &Given) -> Option<&'static str> {
    match (given.help, given.confidence) {
        (Help::Hint, _) => Some("with choices shown"),
        (Help::None, None) => None,
        (Help::None, Some(Confidence::Guess)) => Some("a guess"),
        (Help::None, Some(Confidence::ThinkSo)) => Some("you thought so"),
        (Help::None, Some(Confidence::Sure)) => Some("you were sure"),
    }
}
