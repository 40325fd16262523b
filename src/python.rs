//! The only code that owns a Worker: CPython in it, started when the person first asks and never before.
//!
//! It runs one program at a time, each with fresh globals, and ends those that do not end themselves.
//! Who calls it has the person's click: it never runs anything by itself.

mod link;
pub mod outcome;
pub mod status;
pub mod testing;
mod wire;

use crate::python::link::Link;
use crate::python::outcome::{Cause, Ended, Ran};
use crate::python::status::{Deed, Event, Room, Status, Why};
use js_sys::Array;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::MessageEvent;

/// Seconds that a program may take, and a case that names no time.
const SECONDS: u32 = 5;
/// Seconds after which a program is ended from outside that was not stopped from inside.
const GRACE: u32 = 2;
/// Seconds without a sign of life after which a start has failed.
const PATIENCE: u32 = 60;

/// Python. It is a handle: copies are the same Python.
#[derive(Clone, Copy)]
pub struct Python {
    status: ReadSignal<Status>,
    set_status: WriteSignal<Status>,
    inner: StoredValue<Inner, LocalStorage>,
}

#[derive(Default)]
struct Inner {
    worker: Option<Link>,
    /// The program that runs, or that waits for the start.
    job: Option<Job>,
    /// What a worker has left for those after it, which start faster with it.
    left: Option<JsValue>,
    /// Counts what is waited for, so that a clock for something past is known as such.
    turn: u32,
}

/// Something to do, and whom to tell.
struct Job {
    task: String,
    seconds: u32,
    told: Box<dyn FnOnce(Result<String, Cause>)>,
}

/// Another program runs. It can be stopped first.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Busy;

impl Python {
    /// A Python that nobody has asked for. It loads nothing.
    pub fn off() -> Python {
        let (status, set_status) = signal(Status::Off);
        Python {
            status,
            set_status,
            inner: StoredValue::new_local(Inner::default()),
        }
    }

    /// What it is doing.
    pub fn status(self) -> ReadSignal<Status> {
        self.status
    }

    /// How many bytes come over the network before the first use; `None` when this copy of the app comes
    /// without Python.
    pub fn download(self) -> Option<u32> {
        of_page("data-download")?.parse().ok()
    }

    /// Loads and starts it, so that the first program need not wait. Only after the person has asked.
    pub fn start(self) {
        self.hear(Event::Asked);
    }

    /// Runs a program whose `input()` gets the lines of `stdin`, and then `calls` in the same namespace;
    /// starts Python first if need be. `told` is called once, when it has ended in one way or another.
    pub fn run(
        self,
        program: &str,
        calls: &str,
        stdin: &str,
        told: impl FnOnce(Ended<Ran>) + 'static,
    ) -> Result<(), Busy> {
        self.take_on(Job {
            task: wire::run(program, calls, stdin, SECONDS),
            seconds: SECONDS,
            told: Box::new(|answer| told(ended(answer, wire::ran))),
        })
    }

    /// Ends the program that runs, or the start. It always works.
    pub fn stop(self) {
        self.end_job(Cause::Person, Event::Stopped);
    }

    fn take_on(self, job: Job) -> Result<(), Busy> {
        let waits = self.inner.with_value(|inner| inner.job.is_some());
        let room = self.status.get_untracked().room();
        if waits || room == Room::No {
            return Err(Busy);
        }
        self.inner.update_value(|inner| inner.job = Some(job));
        match room {
            Room::Now => self.begin(),
            Room::Soon | Room::No => self.hear(Event::Asked),
        }
        Ok(())
    }

    /// Gives the program that waits, if any, to the worker.
    fn begin(self) {
        let began = self.inner.with_value(|inner| {
            let (job, link) = (inner.job.as_ref()?, inner.worker.as_ref()?);
            link.send(&job.task)?;
            Some(job.seconds)
        });
        if let Some(seconds) = began {
            self.hear(Event::Began);
            self.watch(seconds + GRACE);
        }
    }

    /// Waits for so many seconds, unless something else happens before.
    fn watch(self, seconds: u32) {
        let turn = self.next_turn();
        let late = move || {
            // The page may be gone by then, and this with it.
            if self.inner.try_with_value(|inner| inner.turn) != Some(turn) {
                return;
            }
            let cause = match self.status.get_untracked().room() {
                Room::No => Cause::Late,
                Room::Now | Room::Soon => Cause::NoPython,
            };
            self.end_job(cause, Event::Late);
        };
        set_timeout(late, Duration::from_secs(seconds.into()));
    }

    fn next_turn(self) -> u32 {
        self.inner
            .try_update_value(|inner| {
                inner.turn = inner.turn.wrapping_add(1);
                inner.turn
            })
            .unwrap_or_default()
    }

    /// Something has happened: changes the status, and does what follows.
    fn hear(self, event: Event) {
        let before = self.status.get_untracked();
        let (after, deed) = before.clone().after(event);
        if after != before {
            // Whatever was waited for has come, or will not come any more.
            self.next_turn();
            self.set_status.set(after);
        }
        match deed {
            Deed::Nothing => {}
            Deed::End => self.end(),
            Deed::Start => self.launch(),
            Deed::Restart => {
                self.end();
                self.launch();
            }
        }
    }

    /// Something has happened that ends what is under way.
    fn end_job(self, cause: Cause, event: Event) {
        let job = self.take_job();
        self.hear(event);
        if let Some(job) = job {
            (job.told)(Err(cause));
        }
    }

    fn take_job(self) -> Option<Job> {
        self.inner
            .try_update_value(|inner| inner.job.take())
            .flatten()
    }

    fn end(self) {
        let ended = self.inner.try_update_value(|inner| inner.worker.take());
        drop(ended);
    }

    fn launch(self) {
        match self.launched() {
            Ok(link) => {
                self.inner.update_value(|inner| inner.worker = Some(link));
                self.watch(PATIENCE);
            }
            Err(why) => self.end_job(Cause::NoPython, Event::Failed(why)),
        }
    }

    /// A worker that starts Python.
    fn launched(self) -> Result<Link, Why> {
        let address = of_page("data-worker").ok_or(Why::Missing)?;
        let left = self.inner.with_value(|inner| inner.left.clone());
        let hears = move |event: MessageEvent| self.listen(&event.data());
        let fails = move |_| self.end_job(Cause::NoPython, Event::Failed(Why::Failed));
        Link::open(&address, left.as_ref(), hears, fails).map_err(|_| Why::Failed)
    }

    /// What the worker says; what makes no sense is as good as silence.
    fn listen(self, said: &JsValue) {
        let Some(said) = said.dyn_ref::<Array>() else {
            return;
        };
        let value = said.get(1);
        match said.get(0).as_string().as_deref() {
            Some("loaded") => self.count(value.as_f64().unwrap_or_default() as u32),
            Some("ready") => self.started(value),
            Some("answer") => self.answered(value.as_string()),
            Some("lost") => self.end_job(Cause::Lost, Event::Lost),
            Some("failed") => self.end_job(Cause::NoPython, Event::Failed(Why::Failed)),
            Some(_) | None => {}
        }
    }

    fn count(self, more: u32) {
        let total = of_page("data-counted").and_then(|total| total.parse().ok());
        self.hear(Event::Loaded {
            more,
            total: total.unwrap_or_default(),
        });
        self.watch(PATIENCE);
    }

    fn started(self, left: JsValue) {
        self.inner.update_value(|inner| inner.left = Some(left));
        self.hear(Event::Started);
        self.begin();
    }

    fn answered(self, text: Option<String>) {
        let Some(job) = self.take_job() else {
            return;
        };
        self.hear(Event::Answered);
        (job.told)(text.ok_or(Cause::Lost));
    }
}

/// An answer that cannot be read is that of a broken interpreter.
fn ended<T>(answer: Result<String, Cause>, read: fn(&str) -> Option<T>) -> Ended<T> {
    match answer.and_then(|text| read(&text).ok_or(Cause::Lost)) {
        Ok(value) => Ended::Answered(value),
        Err(cause) => Ended::Cut(cause),
    }
}

/// What the build has written into the page about the pack.
fn of_page(name: &str) -> Option<String> {
    let meta = document().query_selector("meta[name=python]");
    meta.ok().flatten()?.get_attribute(name)
}
