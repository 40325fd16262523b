//! The marked rows of an explanation, as in the app: a sign, what was offered, what is said of it, and why.
//! Right and wrong are told by sign and words, never by colour alone.

use super::frame::prose;
use bank::question::Html;
use maud::{Markup, html};

/// How a row is marked.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    Right,
    /// Wrong; nobody has given it.
    Plain,
}

impl Mark {
    /// The mark of what is right or wrong.
    pub(crate) fn of(right: bool) -> Mark {
        match right {
            true => Mark::Right,
            false => Mark::Plain,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Mark::Right => "right",
            Mark::Plain => "plain",
        }
    }

    /// A tick or a ring, as `src/components/icon.rs` draws them.
    fn path(self) -> &'static str {
        match self {
            Mark::Right => "M4.5 12.5l5 5L19.5 7",
            Mark::Plain => "M12 7.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9",
        }
    }
}

/// One row.
pub(crate) fn row(mark: Mark, says: &str, what: Markup, why: Option<&Html>) -> Markup {
    let why = why.filter(|why| !why.as_str().is_empty());
    html! {
        li.marked data-mark=(mark.name()) {
            svg.icon viewBox="0 0 24 24" aria-hidden="true" focusable="false" { path d=(mark.path()) {} }
            div {
                p.says { (says) }
                div.what { (what) }
                @if let Some(why) = why { div.why { (prose(why)) } }
            }
        }
    }
}

/// The rows, those that are right first.
pub(crate) fn rows(rows: Vec<(Mark, Markup)>) -> Markup {
    let (right, plain): (Vec<_>, Vec<_>) =
        rows.into_iter().partition(|(mark, _)| *mark == Mark::Right);
    html! {
        ul.marks role="list" { @for (_, row) in right.iter().chain(&plain) { (row) } }
    }
}
