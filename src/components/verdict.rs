//! The verdict on an answer, in one word and a mark.

use crate::browser::scroll;
use crate::components::icon::{Icon, Shape};
use crate::components::live::each;
use bank::answer::Verdict;
use leptos::html::H2;
use leptos::prelude::*;

/// What happens to the focus when a verdict appears.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Focus {
    /// It goes to the verdict: the form that had it is gone.
    Take,
    /// It stays: the verdict was here before the person was.
    Leave,
}

/// The verdict, as the heading of the explanation under it.
#[component]
pub fn VerdictHeading(
    /// What is said.
    verdict: Verdict,
    /// Where the focus goes.
    focus: Focus,
    /// A remark after it, such as that a hint was used.
    remark: Option<&'static str>,
) -> impl IntoView {
    let heading = NodeRef::<H2>::new();
    if focus == Focus::Take {
        // The browser would lay out the page for it before it paints.
        scroll::once_painted(move || {
            if let Some(heading) = heading.try_get_untracked().flatten() {
                let _ = heading.focus();
            }
        });
    }
    view! {
        <h2 class="verdict" tabindex="-1" node_ref=heading data-testid="verdict" data-verdict=name(verdict)>
            <Icon shape=shape(verdict) />
            <span>{word(verdict)}</span>
            {each(remark, |remark| view! { <small>{remark}</small> })}
        </h2>
    }
}

/// The verdict in a word or two.
pub fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Correct => "Right",
        Verdict::Partly => "Partly right",
        Verdict::Wrong => "Not right",
        Verdict::CouldNotRun => "Could not run",
    }
}

/// The verdict for `data-verdict`.
pub fn name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Correct => "correct",
        Verdict::Partly => "partly",
        Verdict::Wrong => "wrong",
        Verdict::CouldNotRun => "could-not-run",
    }
}

/// The mark of a verdict.
pub fn shape(verdict: Verdict) -> Shape {
    match verdict {
        Verdict::Correct => Shape::Tick,
        Verdict::Partly => Shape::Half,
        Verdict::Wrong | Verdict::CouldNotRun => Shape::Cross,
    }
}
