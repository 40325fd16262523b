//! One file for each variant of [`Route`](crate::route::Route). A page reads the state and arranges
//! components; it keeps nothing.

pub mod bring;
pub mod browse;
pub mod home;
pub mod keys;
pub mod late;
pub mod mix;
pub mod progress;
pub mod question;
pub mod result;
pub mod session;
pub mod set;
pub mod settings;
pub mod sharing;
pub mod topic;
pub mod unknown;

use crate::browser;
use crate::components::later::{Coming, Later};
use crate::components::live::live;
use crate::practice::progress::Progress;
use crate::practice::queue::{self, Step};
use crate::practice::session::Session;
use crate::route::Route;
use crate::state::AppState;
use bank::question::Entry;
use leptos::prelude::*;

/// Draws a part of a page.
type Draw = fn() -> AnyView;

/// A part of a page that comes in a file of its own, and draws itself when it is there.
fn coming(load: fn() -> Coming<Draw>) -> AnyView {
    let part = Later::new(load);
    part.ask(Box::new(|_| {}));
    view! {
        {part.said()}
        {live(move || part.here().map(|draw| draw()))}
    }
    .into_any()
}

/// How many checks a sitting asks: about eight minutes on a phone.
pub const LENGTH: usize = 10;

/// Starts a sitting of [`LENGTH`] checks from these questions, and goes there.
fn start_mixed(state: AppState, entries: impl IntoIterator<Item = &'static Entry>) {
    let mixed = |progress: &Progress| queue::mixed(entries, progress, LENGTH, browser::seed());
    let steps = untrack(|| state.progress(mixed));
    start(state, steps);
}

/// Starts a sitting of these steps, and goes there. Nothing to ask starts nothing.
fn start(state: AppState, steps: Vec<Step>) {
    set_out(state, Session::begin(steps, browser::seed()));
}

/// Goes into a sitting that begins; none is begun when there is nothing to ask.
fn set_out(state: AppState, session: Option<Session>) {
    if let Some(session) = session {
        // How saving ended is in the state's trouble, which every page shows.
        let _ = state.begin(session);
        browser::go(&Route::Session);
    }
}

/// What the button says that starts a sitting from so many questions.
fn start_label(questions: usize) -> String {
    let asked = counted(questions.min(LENGTH), "question", "questions");
    format!("Start {asked}")
}

/// `1 question`, `2 questions`.
fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
