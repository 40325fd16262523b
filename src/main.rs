//! Starts the app in place of the static shell.

use bank::embedded::{Bank, Damaged};
use leptos::prelude::*;
use pydrill::app::App;
use pydrill::browser::scroll::soon;
use pydrill::browser::{self, shell};
use pydrill::state::AppState;
use pydrill::storage::BrowserStore;
use std::rc::Rc;

fn main() {
    // The console gets the place of a panic. In the release a panic is a trap and says nothing;
    // boot.js tells the person either way.
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    match open_bank() {
        Ok(bank) => {
            // The bank lives as long as the page.
            let bank: &'static Bank = Box::leak(Box::new(bank));
            // In steps, so that what the person does meanwhile waits for one of them.
            soon(move || open(bank));
        }
        // A broken build.
        Err(Damaged) => shell::show_failed(),
    }
}

fn open(bank: &'static Bank) {
    let state = AppState::open(bank, Rc::new(BrowserStore), browser::now(), browser::seed());
    browser::on_kept(move |key, text| {
        let before = state.theme();
        state.hear(key, text);
        if state.theme() != before {
            browser::show_theme(state.theme());
        }
    });
    browser::stay_known_as(&state.writer());
    browser::alone(move |open| state.join(open.as_deref(), browser::now()));
    soon(move || show(state));
}

/// Makes the app behind the shell, which is seen until it is whole.
fn show(state: AppState) {
    let is_framed = RwSignal::new(false);
    if let Some(frame) = shell::frame() {
        mount_to(frame, move || view! { <App state is_framed /> }).forget();
    }
    soon(move || {
        is_framed.set(true);
        soon(shell::take_the_place);
    });
}

fn open_bank() -> Result<Bank, Damaged> {
    Bank::open(
        include_bytes!(concat!(env!("OUT_DIR"), "/bank.index")),
        include_bytes!(concat!(env!("OUT_DIR"), "/bank.bodies")),
    )
}
