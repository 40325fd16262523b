//! Questions as rows of links, each with how it stands. They are written as one text: a page may have hundreds,
//! and the search has others with each key.

use crate::components::html::{Own, Rows};
use crate::components::icon::Shape;
use crate::practice::progress::Standing;
use crate::practice::search::shown::Piece;
use crate::route::Route;
use bank::question::Entry;
use leptos::prelude::*;

/// The list.
#[component]
pub fn QuestionList(
    /// The questions in order, each with how it stands.
    questions: Vec<(&'static Entry, Standing)>,
) -> impl IntoView {
    let mut rows = Own::default();
    for (entry, standing) in questions {
        rows.add("<li>");
        add_question(
            &mut rows,
            entry,
            standing,
            &[Piece::plain(&entry.title)],
            "",
        );
        rows.add("</li>");
    }
    view! { <Rows rows /> }
}

/// Adds a question as a link with how it stands, and what comes below that.
pub fn add_question(
    html: &mut Own,
    entry: &Entry,
    standing: Standing,
    title: &[Piece<'_>],
    below: &'static str,
) {
    let (name, word, shape) = sign(standing);
    html.add("<div class=question-row data-testid=question-row data-standing=");
    html.add(name);
    html.add(">");
    shape.add_to(html);
    html.add("<div><a href=\"");
    html.add_text(&Route::Question(entry.id.clone()).fragment());
    html.add("\">");
    add_marked(html, title);
    html.add("</a><p class=fine>");
    html.add(word);
    html.add(" · ");
    html.add(entry.level.name());
    html.add(" · ");
    html.add_text(&entry.minutes.to_string());
    html.add(" min</p>");
    html.add(below);
    html.add("</div></div>");
}

/// Adds a question that is still to come.
pub fn add_planned(html: &mut Own, title: &str) {
    html.add("<div class=question-row data-testid=planned-row data-standing=planned>");
    Shape::Ring.add_to(html);
    html.add("<div><p>");
    html.add_text(title);
    html.add("</p><p class=fine>Still to come</p></div></div>");
}

/// Adds a text with its matches marked.
pub fn add_marked(html: &mut Own, pieces: &[Piece<'_>]) {
    for piece in pieces {
        if piece.marked {
            html.add("<mark>");
            html.add_text(piece.text);
            html.add("</mark>");
        } else {
            html.add_text(piece.text);
        }
    }
}

/// How a question stands: for `data-standing`, in words, and as a sign.
fn sign(standing: Standing) -> (&'static str, &'static str, Shape) {
    match standing {
        Standing::Unseen => ("unseen", "Not tried", Shape::Ring),
        Standing::Missed => ("missed", "To look at again", Shape::Half),
        Standing::Right => ("right", "Right", Shape::Tick),
    }
}
