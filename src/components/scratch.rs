//! A program of the bank, to be run and changed where it stands, and how what it prints then differs
//! from what was recorded.
//!
//! It runs nothing by itself, and loads nothing before it is opened: a press of its button opens it,
//! and runs it if Python is there already. The next press runs it in any case, after the size of the
//! download was said. What is there once it was opened comes in a file of its own.

pub mod bench;

use crate::components::button::Button;
use crate::components::later::Later;
use crate::components::live::live;
use crate::components::recorded::Known;
use crate::components::scratch::bench::Bench;
use crate::python::Python;
use leptos::prelude::*;

/// The program as it stands on the page, with a button that makes it one to be changed.
#[component]
pub fn Scratch(
    /// The program.
    known: Known,
    /// What runs it.
    python: Python,
    /// The program as it is read until it is opened.
    listing: AnyView,
    /// What stands between the program and the button.
    #[prop(optional)]
    recorded: Option<AnyView>,
) -> impl IntoView {
    let bench = Bench::lay_out(known, python);
    let tools = Later::new(|| Box::pin(bench::load()));
    let press = Callback::new(move |()| match tools.here_now() {
        Some(tools) => (tools.run)(bench),
        None => tools.ask(Box::new(move |tools| (tools.opened)(bench))),
    });
    let mut listing = Some(listing);
    let program = move || match tools.here() {
        Some(tools) => (tools.editor)(bench, press),
        None => listing.take().into_any(),
    };
    view! {
        <div class="scratch" data-testid="scratch">
            {live(program)}
            {recorded}
            <div class="actions">
                <Button look="quiet" testid="run-here" label="Run" on_press=press />
                {live(move || tools.here().map(|tools| (tools.reset)(bench)))}
            </div>
            {tools.said()}
            {live(move || tools.here().map(|tools| (tools.outcome)(bench)))}
        </div>
    }
}
