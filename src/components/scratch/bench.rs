//! A program that was opened: the editor, what Python does with it, and what came of it.
//!
//! Only [`Bench`] itself comes with a first visit; the rest is loaded when a program is first opened.

use crate::components::button::Button;
use crate::components::console::{PythonLine, RanView};
use crate::components::editor::Editor;
use crate::components::live::live;
use crate::components::recorded::Known;
use crate::python::Python;
use crate::python::outcome::{Ended, Ran};
use crate::python::status::Status;
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

/// A program that was laid out to be run. It is a handle: copies are the same.
#[derive(Clone, Copy)]
pub struct Bench {
    known: StoredValue<Known>,
    python: Python,
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
    /// The program as it was verified, not opened yet.
    pub fn lay_out(known: Known, python: Python) -> Bench {
        Bench {
            code: RwSignal::new(known.program.clone()),
            known: StoredValue::new(known),
            python,
            busy: RwSignal::new(false),
            came: RwSignal::new(Came::Nothing),
            said: RwSignal::new(String::new()),
        }
    }
}

/// What the file gives.
#[derive(Clone, Copy)]
pub struct Tools {
    /// The program in an editor, in place of its listing; the keys for running call what is given.
    pub editor: fn(Bench, Callback<()>) -> AnyView,
    /// The button that brings the program back.
    pub reset: fn(Bench) -> AnyView,
    /// What Python does, and what came of it.
    pub outcome: fn(Bench) -> AnyView,
    /// The program was opened; it is run if Python is there already.
    pub opened: fn(Bench),
    /// The button was pressed once more.
    pub run: fn(Bench),
}

/// The file.
#[wasm_split(workshop, wasm_split_path = leptos::wasm_split, fallible)]
pub fn load() -> Result<Tools, SplitLoaderError> {
    Ok(Tools {
        editor: Bench::editor,
        reset: Bench::reset_button,
        outcome: Bench::outcome,
        opened: Bench::opened,
        run: Bench::run,
    })
}

impl Bench {
    fn editor(self, on_run: Callback<()>) -> AnyView {
        // Nobody is left to see what comes of it.
        on_cleanup(move || {
            if self.busy.get_untracked() {
                self.python.stop();
            }
        });
        let on_change = Callback::new(move |code| self.code.set(code));
        let value = self.code;
        view! { <Editor label="The program" value on_change on_run /> }.into_any()
    }

    fn reset_button(self) -> AnyView {
        let reset = move |()| {
            let known = self.known.with_value(|known| known.program.clone());
            self.code.set(known);
        };
        view! { <Button look="quiet" testid="reset" label="Reset" on_press=reset /> }.into_any()
    }

    fn outcome(self) -> AnyView {
        let (status, download) = (self.python.status(), self.python.download());
        let on_stop = Callback::new(move |()| self.python.stop());
        view! {
            <PythonLine status download busy=self.busy said=self.said on_stop />
            {live(move || match self.came.get() {
                Came::Ran(ended) => self.ran(ended),
                Came::Nothing | Came::NoRoom => ().into_any(),
            })}
        }
        .into_any()
    }

    fn opened(self) {
        if self.python.status().get_untracked() == Status::Ready {
            self.run();
        }
    }

    fn run(self) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        let told = move |ended| self.ends(Came::Ran(ended));
        let code = self.code.get_untracked();
        if self.python.run(&code, "", "", told).is_err() {
            self.ends(Came::NoRoom);
        }
    }

    fn ends(self, came: Came) {
        self.said.set(self.sentence(&came));
        self.came.set(came);
        self.busy.set(false);
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

    fn ran(self, ended: Ended<Ran>) -> AnyView {
        let compared = match &ended {
            Ended::Answered(ran) => self.known.with_value(|known| known.compared(ran)),
            Ended::Cut(_) => None,
        };
        view! { <RanView ran=ended /> {compared} }.into_any()
    }
}

const NO_ROOM: &str = "Another program is running. Stop it first.";
