//! A program of the bank, to be run and changed where it stands, and how what it prints then differs
//! from what was recorded.
//!
//! It runs nothing by itself, and loads nothing before it is opened: a press of its button opens it,
//! and runs it if Python is there already. The next press runs it in any case, after the size of the
//! download was said.

use crate::components::button::Button;
use crate::components::console::{PythonLine, RanView};
use crate::components::editor::Editor;
use crate::components::live::{each, live, only_if};
use crate::practice::difference::{Line, difference};
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

/// A program and what is known of it since the bank was verified.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Known {
    /// As Python reads it.
    pub program: String,
    /// What it printed.
    pub printed: String,
    /// The exception that ended it, if one did.
    pub raises: Option<String>,
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
    let said = Memo::new(move |_| bench.said());
    view! {
        <PythonLine status download busy=bench.busy said on_stop=stop />
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
        self.came.set(came);
        self.busy.set(false);
    }

    fn reset(self) {
        self.code
            .set(self.known.with_value(|known| known.program.clone()));
    }

    fn said(self) -> String {
        self.came.with(|came| match came {
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
        })
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

impl Known {
    fn is_met_by(&self, ran: &Ran) -> bool {
        let printed = ran.printed();
        let is_same = |line: &Line<'_>| match line {
            Line::Same(_) => true,
            Line::Recorded(_) | Line::Printed(_) => false,
        };
        !ran.stopped
            && self.raises_as(ran)
            && difference(&self.printed, &printed).iter().all(is_same)
    }

    /// The name of an exception may be recorded with that of its module.
    fn raises_as(&self, ran: &Ran) -> bool {
        let recorded = self
            .raises
            .as_deref()
            .map(|name| match name.rsplit_once('.') {
                Some((_, name)) => name,
                None => name,
            });
        recorded == ran.error.as_ref().map(|error| error.name.as_str())
    }

    /// Line by line, unless all is the same.
    fn compared(&self, ran: &Ran) -> Option<AnyView> {
        if self.is_met_by(ran) {
            return None;
        }
        let printed = ran.printed();
        let row = |line: Line<'_>| {
            let (name, text) = match line {
                Line::Same(text) => ("same", text),
                Line::Recorded(text) => ("recorded", text),
                Line::Printed(text) => ("now", text),
            };
            view! {
                <li data-line=name><b>{name}</b> <samp>{text.to_owned()}</samp></li>
            }
        };
        let lines = difference(&self.printed, &printed);
        let more = lines.len() > MOST;
        let raises = self.raises.as_ref().filter(|_| !self.raises_as(ran));
        Some(
            view! {
                <div class="difference" data-testid="difference">
                    <p class="caption">"What is different"</p>
                    <ol role="list">{each(lines.into_iter().take(MOST), row)}</ol>
                    {only_if(more, || view! { <p class="fine">"There are more lines."</p> })}
                    {each(raises, |name| view! { <p>"It was recorded to raise " <code>{name.clone()}</code> "."</p> })}
                </div>
            }
            .into_any(),
        )
    }
}

/// Lines of a difference that are shown.
const MOST: usize = 100;

const NO_ROOM: &str = "Another program is running. Stop it first.";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::python::outcome::{Piece, Raised, Stream};

    fn ran(printed: &str, raised: Option<&str>) -> Ran {
        Ran {
            output: vec![Piece {
                stream: Stream::Out,
                text: printed.to_owned(),
            }],
            cut: false,
            result: None,
            error: raised.map(|name| Raised {
                name: name.to_owned(),
                message: String::new(),
                line: None,
                trace: None,
            }),
            stopped: false,
            seconds: 0.0,
        }
    }

    #[test]
    fn a_program_meets_its_record_by_what_it_prints_and_raises() {
        let check = |recorded: (&str, Option<&str>), ran: Ran, expected: bool| {
            let known = Known {
                program: String::new(),
                printed: recorded.0.to_owned(),
                raises: recorded.1.map(str::to_owned),
            };
            assert_eq!(known.is_met_by(&ran), expected, "{recorded:?} {ran:?}");
        };
        check(("1\n2", None), ran("1\n2\n", None), true);
        check(("1", None), ran("2\n", None), false);
        check(("", None), ran("", None), true);
        check(("1", None), ran("1\n", Some("KeyError")), false);
        check(("1", Some("KeyError")), ran("1\n", None), false);
        check(("1", Some("KeyError")), ran("1\n", Some("KeyError")), true);
        let error = Some("JSONDecodeError");
        check(("", Some("json.JSONDecodeError")), ran("", error), true);
        let late = Ran {
            stopped: true,
            ..ran("1\n", None)
        };
        check(("1", None), late, false);
    }
}
