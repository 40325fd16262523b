//! Starts the app in place of the static shell.

use bank::embedded::{Bank, Damaged};
use leptos::prelude::*;
use pydrill::app::App;
use pydrill::browser;
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
            let state =
                AppState::open(bank, Rc::new(BrowserStore), browser::now(), browser::seed());
            browser::on_kept(move |key, text| {
                let before = state.theme();
                state.hear(key, text);
                if state.theme() != before {
                    browser::show_theme(state.theme());
                }
            });
            browser::stay_known_as(&state.writer());
            browser::alone(move |open| state.join(open.as_deref(), browser::now()));
            browser::clear_shell();
            mount_to_body(move || view! { <App state /> });
        }
        // A broken build.
        Err(Damaged) => browser::show_failed(),
    }
}

fn open_bank() -> Result<Bank, Damaged> {
    Bank::open(
        include_bytes!(concat!(env!("OUT_DIR"), "/bank.index")),
        include_bytes!(concat!(env!("OUT_DIR"), "/bank.bodies")),
    )
}
