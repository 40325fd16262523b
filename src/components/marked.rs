//! One marked row of an explanation: a sign in the margin, what was offered or given, what is said of
//! it, and why. Right and chosen are told by sign and words, never by colour alone.

use crate::components::icon::{Icon, Shape};
use leptos::prelude::*;

/// How a row is marked; in the order in which a person wants to read the rows.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Mark {
    /// Wrong, and given by the person.
    Wrong,
    /// Right, and not given.
    Missed,
    /// Right, and given.
    Right,
    /// Wrong, and not given; nothing to praise or to blame.
    Plain,
}

/// The rows with those first that a person wants to read first; a general sort would be downloaded
/// once for each type of row.
pub fn in_reading_order<T>(rows: Vec<T>, mark: impl Fn(&T) -> Mark) -> Vec<T> {
    let mut rest = rows;
    let mut ordered = Vec::new();
    for first in [Mark::Wrong, Mark::Missed, Mark::Right, Mark::Plain] {
        let (these, others) = rest.into_iter().partition(|row| mark(row) == first);
        let mut these: Vec<T> = these;
        ordered.append(&mut these);
        rest = others;
    }
    ordered
}

impl Mark {
    /// The mark of what is right or wrong, and was given or not.
    pub fn of(right: bool, given: bool) -> Mark {
        match (right, given) {
            (true, true) => Mark::Right,
            (true, false) => Mark::Missed,
            (false, true) => Mark::Wrong,
            (false, false) => Mark::Plain,
        }
    }

    /// For `data-mark`.
    pub fn name(self) -> &'static str {
        match self {
            Mark::Right => "right",
            Mark::Missed => "missed",
            Mark::Wrong => "wrong",
            Mark::Plain => "plain",
        }
    }

    /// The sign.
    pub fn shape(self) -> Shape {
        match self {
            Mark::Right | Mark::Missed => Shape::Tick,
            Mark::Wrong => Shape::Cross,
            Mark::Plain => Shape::Ring,
        }
    }
}

/// A marked row.
#[component]
pub fn Marked(
    /// How it is marked.
    mark: Mark,
    /// The mark in words.
    #[prop(into)]
    says: String,
    /// What was offered or given.
    what: impl IntoView + 'static,
    /// Why.
    why: impl IntoView + 'static,
) -> impl IntoView {
    view! {
        <li class="marked" data-mark=mark.name() data-testid="marked">
            <Icon shape=mark.shape() />
            <div>
                <p class="says">{says}</p>
                <div class="what">{what.into_any()}</div>
                <div class="why">{why.into_any()}</div>
            </div>
        </li>
    }
}
