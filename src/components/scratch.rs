//! A program of the bank, to be run and changed where it stands, and how what it prints then differs
//! from what was recorded.
//!
//! It runs nothing by itself, and loads nothing before it is opened: a press of its button opens it,
//! and runs it if Python is there already. The next press runs it in any case, after the size of the
//! download was said.

use crate::components::button::Button;
use crate::components::console::{PythonLine, RanView};
use crate::components::editor::Editor;
use crate::components::live::{live, only_if};
use crate::components::recorded::Known;
use crate::python::outcome::{Ended, Ran};
use crate::python::status::Status;
use leptos::prelude::*;

/// Is told how a program ended.
pub type Told = Box<dyn FnOnce(Ended<Ran>)>;

/// What runs programs. It is a handle: copies are the same.
#[derive(Clone, Copy)]
pub struct Runner {
    /// What Python is doing.
    pub status: ReadSignal<Status>,
    /// How many bytes come over the network before the first use; `None` when there is no Python.
    pub download: Option<u32>,
    /// Runs a program and tells how it ended; answers whether there was room for it.
    pub run: Callback<(String, Told), bool>,
    /// Ends the program that runs.
    pub stop: Callback<()>,
}

/// The program as it stands on the page, with a button that makes it one to be changed.
#[component]
pub fn Scratch(
    /// The program.
    known: Known,
    /// What runs it.
    runner: Runner,
    /// The program as it is read until it is opened.
    listing: AnyView,
    /// What stands between the program and the button.
    #[prop(optional)]
    recorded: Option<AnyView>,
) -> impl IntoView {
    let bench = Bench::lay_out(known, runner);
    // Nobody is left to see what comes of it.
    on_cleanup(move || {
        if bench.busy.get_untracked() {
            runner.stop.run(());
        }
    });
    let press = Callback::new(move |()| bench.press());
    let mut listing = Some(listing);
    let program = move || {
        if bench.opened.get() {
            let on_change = Callback::new(move |code| bench.code.set(code));
            let value = bench.code;
            view! { <Editor label="The program" value on_change on_run=press /> }.into_any()
        } else {
            listing.take().into_any()
        }
    };
    let opened = move || only_if(bench.opened.get(), move || view! { <Opened bench /> });
    view! {
        <div class="scratch" data-testid="scratch">
            {live(program)}
            {recorded}
            <div class="actions">
                <Button look="quiet" testid="run-here" label="Run" on_press=press />
                {live(move || only_if(bench.opened.get(), move || view! {
                    <Button look="quiet" testid="reset" label="Reset" on_press=move |()| bench.reset() />
                }))}
            </div>
            {live(opened)}
        </div>
    }
}

/// What is there once the program was opened: what Python does, and what came of it.
#[component]
fn Opened(bench: Bench) -> impl IntoView {
    let Runner {
        status,
        download,
        stop,
        ..
    } = bench.runner;
    view! {
        <PythonLine status download busy=bench.busy said=bench.said on_stop=stop />
        {live(move || match bench.came.get() {
            Came::Ran(ended) => bench.outcome(ended),
            Came::Nothing | Came::NoRoom => ().into_any(),
        })}
    }
}

/// A program that was laid out to be run. It is a handle: copies are the same.
#[derive(Clone, Copy)]
struct Bench {
    known: StoredValue<Known>,
    runner: Runner,
    opened: RwSignal<bool>,
    code: RwSignal<String>,
    /// Whether a run was asked for that has not ended.
    busy: RwSignal<bool>,
    came: RwSignal<Came>,
    /// The same in a sentence.
    said: RwSignal<String>,
}

/// What came of the last run.
#[derive(Clone, PartialEq)]
enum Came {
    Nothing,
    /// Something else runs.
    NoRoom,
    Ran(Ended<Ran>),
}

impl Bench {
    fn lay_out(known: Known, runner: Runner) -> Bench {
        Bench {
            code: RwSignal::new(known.program.clone()),
            known: StoredValue::new(known),
            runner,
            opened: RwSignal::new(false),
            busy: RwSignal::new(false),
            came: RwSignal::new(Came::Nothing),
            said: RwSignal::new(String::new()),
        }
    }

    fn press(self) {
        let was_opened = self.opened.get_untracked();
        if !was_opened {
            self.opened.set(true);
        }
        let is_there = self
            .runner
            .status
            .with_untracked(|status| *status == Status::Ready);
        if (was_opened || is_there) && !self.busy.get_untracked() {
            self.run();
        }
    }

    fn run(self) {
        self.busy.set(true);
        let told: Told = Box::new(move |ended| self.ends(Came::Ran(ended)));
        if !self.runner.run.run((self.code.get_untracked(), told)) {
            self.ends(Came::NoRoom);
        }
    }

    fn ends(self, came: Came) {
        self.said.set(self.sentence(&came));
        self.came.set(came);
        self.busy.set(false);
    }

    fn reset(self) {
        self.code
            .set(self.known.with_value(|known| known.program.clone()));
    }

    fn sentence(self, came: &Came) -> String {
        match came {
            Came::Nothing => String::new(),
            Came::NoRoom => NO_ROOM.to_owned(),
            Came::Ran(ended) => match (ended, self.is_as_recorded(ended)) {
                (Ended::Answered(_), true) => {
                    [&ended.sentence(), " The same as recorded."].concat()
                }
                (Ended::Answered(_), false) => {
                    [&ended.sentence(), " Not the same as recorded."].concat()
                }
                (Ended::Cut(_), _) => ended.sentence(),
            },
        }
    }

    fn is_as_recorded(self, ended: &Ended<Ran>) -> bool {
        match ended {
            Ended::Answered(ran) => self.known.with_value(|known| known.is_met_by(ran)),
            Ended::Cut(_) => false,
        }
    }

    fn outcome(self, ended: Ended<Ran>) -> AnyView {
        let compared = match &ended {
            Ended::Answered(ran) => self.known.with_value(|known| known.compared(ran)),
            Ended::Cut(_) => None,
        };
        view! { <RanView ran=ended /> {compared} }.into_any()
    }
}

const NO_ROOM: &str = "Another program is running. Stop it first.";
