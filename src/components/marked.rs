//! The marked rows of an explanation: a sign in the margin, what was offered or given, what is said of
//! it, and why. Right and chosen are told by sign and words, never by colour alone.

use crate::components::html::Prose;
use crate::components::icon::{Icon, Shape};
use crate::components::live::each;
use bank::question::Html;
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

/// One row of an explanation.
pub struct Row {
    /// How it is marked.
    pub mark: Mark,
    /// The mark in words.
    pub says: String,
    /// What was offered or given.
    pub what: AnyView,
    /// Why.
    pub why: Option<&'static Html>,
}

/// The rows with those first that a person wants to read first; rows of one mark keep their order.
pub fn in_reading_order(rows: Vec<Row>) -> Vec<Row> {
    let mut rest = rows;
    let mut ordered = Vec::new();
    for first in [Mark::Wrong, Mark::Missed, Mark::Right, Mark::Plain] {
        let (mut these, others) = rest.into_iter().partition(|row| row.mark == first);
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

/// The rows, as a list.
#[component]
pub fn Marks(
    /// In the order in which they are read.
    rows: Vec<Row>,
) -> impl IntoView {
    let row = |row: Row| {
        view! {
            <li class="marked" data-mark=row.mark.name() data-testid="marked">
                <Icon shape=row.mark.shape() />
                <div>
                    <p class="says">{row.says}</p>
                    <div class="what">{row.what}</div>
                    <div class="why">{each(row.why, |html| view! { <Prose html /> })}</div>
                </div>
            </li>
        }
    };
    view! { <ul role="list" class="marks">{each(rows, row)}</ul> }
}
