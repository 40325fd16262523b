//! The rows of what was found: as many as a person looks at, and more when the end comes near. Rows that
//! nobody sees would cost more than the search.
//!
//! With each key they are written anew, as one text. Changed one by one, they would take a slow phone longer
//! than a frame. What stands around a match is read once they have been painted.

use crate::browser::scroll;
use crate::components::button::Button;
use crate::components::html::{Own, Rows, add_rows, write_in_row, write_rows};
use crate::components::live::{live, only_if};
use crate::components::question_list::{add_marked, add_question};
use crate::pages::browse::questions::look::Look;
use crate::practice::search::plain::text;
use crate::practice::search::shown::{excerpt, pieces};
use crate::practice::search::{Found, Hit};
use leptos::prelude::*;
use std::ops::Range;

/// So long nobody types who has stopped typing, in ms.
const PAUSE: u64 = 300;

/// The rows, from the first on, and a button for those that are not open yet.
pub fn rows(look: Look) -> AnyView {
    let listening = scroll::on_scroll(move || open_near(look));
    on_cleanup(move || listening.remove());
    let all = move || 0..look.open.get_untracked();
    let first = look
        .found
        .with_untracked(|found| written(look, found, all()));
    Effect::new(move |begun: Option<()>| {
        look.found.with(|found| {
            // The first ones are there from the beginning.
            if begun.is_some() {
                write_rows(&written(look, found, all()));
            }
        });
    });
    Effect::new(move |_| {
        if look.is_painted.get() {
            write_excerpts(look, all());
            let seen = look.sought();
            // The next key takes away what is there, which takes the longer the more it is.
            scroll::after(PAUSE, move || {
                if look.is_sought(&seen) {
                    open_near(look);
                }
            });
        }
    });
    // The button stays as it is while there are more. Whether there are is a number: memos of another type would
    // be downloaded besides.
    let has_more = Memo::new(move |_| {
        let found = look.found.with(|found| found.hits.len());
        usize::from(found > look.open.get())
    });
    let press = move |()| scroll::focus_row(open_more(look));
    let more = move || {
        only_if(has_more.get() > 0, || {
            view! {
                <div class="more">
                    <Button look="quiet" testid="more" label="Show more" on_press=press />
                </div>
            }
        })
    };
    view! {
        <Rows rows=first />
        {live(more)}
    }
    .into_any()
}

/// Opens the next rows when the end of those that are there comes near.
fn open_near(look: Look) {
    // Who goes from row to row by keyboard is not kept from what comes after the rows.
    if !scroll::has_focus_in("main .rows") && scroll::is_near("[data-testid=more]") {
        open_more(look);
    }
}

/// Opens the next rows; answers how many there were before.
fn open_more(look: Look) -> usize {
    let opened = look.open_more();
    let before = opened.start;
    look.found
        .with_untracked(|found| add_rows(&written(look, found, opened.clone())));
    write_excerpts(look, opened);
    before
}

/// The rows of some of what was found.
fn written(look: Look, found: &Found, places: Range<usize>) -> Own {
    let mut rows = Own::default();
    for hit in opened(found, places) {
        let Some(entry) = look.entry(*hit) else {
            continue;
        };
        let standing = untrack(|| look.state.progress(|progress| progress.standing(&entry.id)));
        let below = if hit.in_text { EXCERPT } else { "" };
        rows.add("<li>");
        add_question(
            &mut rows,
            entry,
            standing,
            &pieces(&entry.title, &found.words),
            below,
        );
        rows.add("</li>");
    }
    rows
}

/// Is filled later.
const EXCERPT: &str = "<p class=\"fine excerpt\" data-testid=excerpt></p>";

/// Says of each of these rows what stands around a match in the answer, if there is one.
fn write_excerpts(look: Look, places: Range<usize>) {
    look.found.with_untracked(|found| {
        for (place, hit) in places.clone().zip(opened(found, places)) {
            let entry = look.entry(*hit).filter(|_| hit.in_text);
            let body = entry.and_then(|entry| look.state.bank.body(&entry.id).ok());
            let line = body.and_then(|body| excerpt(&text(body), &found.words));
            if let Some(line) = line {
                let mut words = Own::default();
                add_marked(&mut words, &pieces(&line, &found.words));
                write_in_row(place, ".excerpt", &words);
            }
        }
    });
}

/// What was found, as far as it is at these places.
fn opened(found: &Found, places: Range<usize>) -> &[Hit] {
    let end = places.end.min(found.hits.len());
    found
        .hits
        .get(places.start.min(end)..end)
        .unwrap_or_default()
}
