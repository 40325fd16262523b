//! The rows of what was found: as many as a person looks at, and more when the end comes near. Rows that
//! nobody sees would cost more than the search.
//!
//! With each key only what a row says changes. Made anew, rows would take a slow phone longer than a frame.

use crate::browser::scroll;
use crate::components::button::Button;
use crate::components::icon::Icon;
use crate::components::live::{each, live};
use crate::components::question_list::{about, sign};
use crate::pages::browse::questions::look::{Look, size};
use crate::practice::progress::Standing;
use crate::practice::search::plain::text;
use crate::practice::search::shown::{excerpt, pieces};
use crate::practice::search::{Found, Hit, Wanted};
use crate::route::Route;
use bank::question::Entry;
use leptos::prelude::*;

/// What stands at a place of the list, as a number: memos of another type would be downloaded besides. From
/// [`ROW`] on there is a row; the number tells what of it cannot change in place.
type Slot = usize;
const NOTHING: Slot = 0;
/// What opens the rows from there on.
const MORE: Slot = 1;
const ROW: Slot = 2;
const STANDINGS: [Standing; 3] = [Standing::Unseen, Standing::Missed, Standing::Right];

/// The rows, from the first on.
pub fn rows(look: Look) -> AnyView {
    let listening = scroll::on_scroll(move || look.open_near());
    on_cleanup(move || listening.remove());
    view! { <ul role="list" class="rows">{chunk(look, 0)}</ul> }.into_any()
}

/// The rows from a place on, and a button for those after them.
fn chunk(look: Look, from: usize) -> AnyView {
    let next = from + size(from);
    let rows = each(from..next, |place| {
        let slot = Memo::new(move |_| slot(look, place));
        live(move || match slot.get() {
            NOTHING | MORE => ().into_any(),
            slot => row(look, place, slot),
        })
    });
    // Which row it is says the next chunk.
    let after = Memo::new(move |_| slot(look, next).min(ROW));
    let press = move |()| scroll::focus_row(look.open_more());
    let rest = move || match after.get() {
        NOTHING => ().into_any(),
        MORE => view! {
            <li class="more">
                <Button look="quiet" testid="more" label="Show more" on_press=press />
            </li>
        }
        .into_any(),
        _ => chunk(look, next),
    };
    view! { {rows} {live(rest)} }.into_any()
}

fn slot(look: Look, place: usize) -> Slot {
    let hit = look.found.with(|found| found.hits.get(place).copied());
    let Some((hit, entry)) = hit.and_then(|hit| Some((hit, look.entry(hit)?))) else {
        return NOTHING;
    };
    if place >= look.open.get() {
        return MORE;
    }
    let standing = untrack(|| look.state.progress(|progress| progress.standing(&entry.id)));
    let which = STANDINGS.iter().position(|it| *it == standing);
    ROW + 2 * which.unwrap_or_default() + usize::from(hit.in_text)
}

/// The row at a place, whatever was found there.
fn row(look: Look, place: usize, slot: Slot) -> AnyView {
    let (which, in_text) = ((slot - ROW) / 2, (slot - ROW) % 2 == 1);
    let standing = STANDINGS.get(which).copied().unwrap_or(Standing::Unseen);
    let of = move |found: &Found| {
        let hit: &Hit = found.hits.get(place)?;
        look.entry(*hit)
    };
    let link = move || {
        look.found.with(|found| {
            let entry = of(found)?;
            let href = Route::Question(entry.id.clone()).fragment();
            let title = marked(&entry.title, &found.words);
            Some(view! { <a href=href>{title}</a> }.into_any())
        })
    };
    let (name, word, shape) = sign(standing);
    let about = move || {
        look.found.with(|found| {
            let about = about(of(found)?);
            Some([word, " · ", &about].concat().into_any())
        })
    };
    let besides = in_text.then(|| {
        let around = move || {
            let is_painted = look.is_painted.get();
            look.found.with_untracked(|found| match is_painted {
                true => excerpted(look, of(found)?, &found.words),
                false => None,
            })
        };
        view! { <p class="fine excerpt" data-testid="excerpt">{live(around)}</p> }.into_any()
    });
    view! {
        <li>
            <div class="question-row" data-standing=name data-testid="question-row">
                <Icon shape />
                <div>
                    {live(link)}
                    <p class="fine">{live(about)}</p>
                    {besides}
                </div>
            </div>
        </li>
    }
    .into_any()
}

/// What stands around a match in the answer.
fn excerpted(look: Look, entry: &'static Entry, words: &[Wanted]) -> Option<AnyView> {
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
