//! The rows of what was found: as many as a person looks at, and more when the end comes near. Rows that
//! nobody sees would cost more than the search.

use crate::browser::scroll;
use crate::components::button::Button;
use crate::components::live::{each, live};
use crate::components::question_list::question_line;
use crate::pages::browse::questions::look::Look;
use crate::practice::search::plain::text;
use crate::practice::search::shown::{excerpt, pieces};
use crate::practice::search::{Hit, Wanted};
use bank::question::Entry;
use leptos::prelude::*;

/// How many rows come at a time: more than fit on a screen.
const CHUNK: usize = 16;

/// The rows, from the first on.
pub fn rows(look: Look) -> AnyView {
    look.found.track();
    let end = StoredValue::new(None);
    // Who goes from row to row by keyboard is not kept from what comes after the rows.
    let near = move || {
        if let Some(more) = end.get_value()
            && !scroll::has_focus_in("main .rows")
            && scroll::is_near("[data-testid=more]")
        {
            open(look, more);
        }
    };
    let listening = scroll::on_scroll(near);
    on_cleanup(move || listening.remove());
    view! { <ul role="list" class="rows">{chunk(look, 0, end)}</ul> }.into_any()
}

/// What opens the rows from a place on.
#[derive(Clone, Copy)]
struct More {
    from: usize,
    is_open: RwSignal<bool>,
}

fn open(look: Look, more: More) {
    more.is_open.set(true);
    look.state.keep_sought(look.sought(), more.from + CHUNK);
}

/// The rows from a place on, and a button for those after them.
fn chunk(look: Look, from: usize, end: StoredValue<Option<More>>) -> AnyView {
    let (part, words, count) = look.found.with_untracked(|found| {
        let part: Vec<Hit> = found.hits.iter().skip(from).take(CHUNK).copied().collect();
        (part, found.words.clone(), found.hits.len())
    });
    let rows = each(part, |hit| row(look, hit, &words));
    let next = from + CHUNK;
    if next >= count {
        end.set_value(None);
        return rows.into_any();
    }
    let more = More {
        from: next,
        is_open: RwSignal::new(next < look.state.shown_rows()),
    };
    let press = move |()| {
        open(look, more);
        scroll::focus_row(next);
    };
    let rest = move || {
        if more.is_open.get() {
            return chunk(look, next, end);
        }
        end.set_value(Some(more));
        view! {
            <li class="more">
                <Button look="quiet" testid="more" label="Show more" on_press=press />
            </li>
        }
        .into_any()
    };
    view! { {rows} {live(rest)} }.into_any()
}

fn row(look: Look, hit: Hit, words: &[Wanted]) -> Option<AnyView> {
    let entry = look.entry(hit)?;
    let state = look.state;
    let standing = untrack(|| state.progress(|progress| progress.standing(&entry.id)));
    let besides = hit.in_text.then(|| {
        let words = words.to_vec();
        let line = move || look.is_painted.get().then(|| line(look, entry, &words));
        view! { <p class="fine excerpt" data-testid="excerpt">{live(line)}</p> }.into_any()
    });
    let title = marked(&entry.title, words);
    Some(view! { <li>{question_line(entry, standing, title, besides)}</li> }.into_any())
}

/// What stands around a match in the answer.
fn line(look: Look, entry: &'static Entry, words: &[Wanted]) -> Option<AnyView> {
    let body = look.state.bank.body(&entry.id).ok()?;
    let line = excerpt(&text(body), words)?;
    Some(marked(&line, words))
}

/// A text with its matches marked.
fn marked(text: &str, words: &[Wanted]) -> AnyView {
    let piece = |text: &str, is_marked| {
        let text = text.to_owned();
        if is_marked {
            view! { <mark>{text}</mark> }.into_any()
        } else {
            text.into_any()
        }
    };
    each(pieces(text, words), |it| piece(it.text, it.marked)).into_any()
}
