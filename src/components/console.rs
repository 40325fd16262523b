//! What Python is doing, and what came of a program that it ran.
//!
//! It runs nothing and stops nothing: it shows values, and says that Stop was pressed. What is
//! announced to screen readers is one short sentence at a time; the output itself is there to be read.

use crate::components::button::Button;
use crate::components::live::{live, live_value};
use crate::components::piece::{block, note};
use crate::components::tally::line;
use crate::python::outcome::{CUT, Ended, Piece, Raised, Ran, Stream};
use crate::python::status::{Status, Why};
use leptos::prelude::*;

/// One line about Python, with a bar while it is loaded and a button that stops it.
#[component]
pub fn PythonLine(
    /// What Python is doing.
    status: ReadSignal<Status>,
    /// How many bytes come over the network before the first use; `None` when there is no Python.
    download: Option<u32>,
    /// Whether something was asked for here that has not ended.
    busy: RwSignal<bool>,
    /// What came of the last thing that was asked for; may be empty.
    said: RwSignal<String>,
    /// Stop was pressed. What is to be stopped may have been asked for elsewhere on the page.
    on_stop: Callback<()>,
) -> impl IntoView {
    let stop = move |()| {
        let other = !busy.get_untracked() && can_stop(&status.get_untracked());
        on_stop.run(());
        if other {
            said.set(OTHER.to_owned());
        }
    };
    let bar = move || {
        let (done, total) = status.get().progress()?;
        Some(line(done, total))
    };
    view! {
        <div class="python" data-testid="python" data-python=live_value(move || name(&status.get(), busy.get()))>
            <p role="status" data-testid="python-said">
                {live(move || sentence(&status.get(), busy.get(), download, said.get()))}
            </p>
            // It stays where it is, or the focus would be lost with it.
            <Button look="quiet" testid="stop" label="Stop" on_press=stop />
            {live(bar)}
        </div>
    }
}

/// What a program wrote, what it gave, and how it ended. What was ended from outside shows nothing: the
/// line above it says why.
#[component]
pub fn RanView(
    /// How it ended.
    ran: Ended<Ran>,
) -> impl IntoView {
    let mut parts = Vec::new();
    if let Ended::Answered(ran) = ran {
        if !ran.output.is_empty() {
            parts.push(screen(ran.output));
        }
        if ran.cut {
            parts.push(note("fine", CUT.to_owned()));
        }
        if let Some(value) = ran.result {
            parts.push(
                view! { <p data-testid="value">"Value: " <code>{value}</code></p> }.into_any(),
            );
        }
        if let Some(error) = ran.error {
            parts.push(trace(error));
        }
        if parts.is_empty() {
            parts.push(note("fine", "It printed nothing.".to_owned()));
        }
    }
    block("console", "console", parts)
}

/// The traceback of an error, or what stands for it.
pub fn trace(error: Raised) -> AnyView {
    let said = error.sentence();
    let text = error.trace.unwrap_or(said);
    block("trace", "trace", vec![listing(text)])
}

/// Text as a program wrote it.
pub fn listing(text: String) -> AnyView {
    view! { <pre class="code" tabindex="0"><samp>{text}</samp></pre> }.into_any()
}

fn screen(output: Vec<Piece>) -> AnyView {
    let mut pieces = Vec::new();
    for piece in output {
        let (stream, name) = match piece.stream {
            Stream::Out => ("out", None),
            Stream::Err => ("err", Some("stderr ")),
        };
        let name = name.map(|name| view! { <b>{name}</b> });
        pieces.push(view! { <samp data-stream=stream>{name}{piece.text}</samp> }.into_any());
    }
    view! {
        <div class="code screen" tabindex="0" role="group" aria-label="Output" data-testid="screen">
            {pieces}
        </div>
    }
    .into_any()
}

/// Whether there is something that Stop would end, wherever it was asked for.
fn can_stop(status: &Status) -> bool {
    match status {
        Status::Downloading { .. } | Status::Starting | Status::Running => true,
        Status::Off | Status::Ready | Status::Stopped | Status::Broken(_) => false,
    }
}

/// Between two cases of a test Python is ready for an instant, which is nobody's concern.
fn name(status: &Status, busy: bool) -> &'static str {
    match (status, busy) {
        (Status::Ready, true) => "running",
        (Status::Stopped, true) => "starting",
        (status, _) => status.name(),
    }
}

fn sentence(status: &Status, busy: bool, download: Option<u32>, said: String) -> String {
    let text = match (status, busy) {
        (Status::Broken(why), _) => why.sentence(),
        (Status::Downloading { .. }, true) => "Loading Python.",
        (Status::Starting | Status::Stopped, true) => "Starting Python.",
        (Status::Off | Status::Ready | Status::Running, true) => "Running.",
        (Status::Off, false) if said.is_empty() => match download {
            Some(bytes) => return size(bytes),
            None => Why::Missing.sentence(),
        },
        (_, false) => return said,
    };
    text.to_owned()
}

fn size(bytes: u32) -> String {
    let tenths = bytes.div_ceil(100_000);
    let (whole, tenth) = ((tenths / 10).to_string(), (tenths % 10).to_string());
    ["Python is ", &whole, ".", &tenth, ONCE].concat()
}

const OTHER: &str = "Stopped. This program can run now.";
const ONCE: &str = " MB, once: it comes when you first run something, and then works offline.";

#[cfg(test)]
mod tests {
    use super::*;

    fn check(status: Status, busy: bool, expected: &str) {
        let said = sentence(&status, busy, Some(4_460_001), "Done.".to_owned());
        assert_eq!(said, expected, "{status:?}");
    }

    #[test]
    fn the_size_is_said_before_the_first_use() {
        let said = |download| sentence(&Status::Off, false, download, String::new());
        assert_eq!(said(Some(4_460_001)), ["Python is 4.5", ONCE].concat());
        assert_eq!(said(None), Why::Missing.sentence());
    }

    #[test]
    fn one_thing_is_said_at_a_time() {
        check(Status::Off, false, "Done.");
        check(Status::Ready, false, "Done.");
        check(Status::Stopped, false, "Done.");
        check(Status::Starting, true, "Starting Python.");
        check(Status::Stopped, true, "Starting Python.");
        let loading = Status::Downloading { done: 1, total: 2 };
        check(loading, true, "Loading Python.");
        check(Status::Ready, true, "Running.");
        check(Status::Running, true, "Running.");
        check(Status::Broken(Why::Failed), false, Why::Failed.sentence());
    }

    #[test]
    fn what_runs_can_be_stopped_wherever_it_was_asked_for() {
        let loading = Status::Downloading { done: 1, total: 2 };
        for status in [loading, Status::Starting, Status::Running] {
            assert!(can_stop(&status), "{status:?}");
        }
        for status in [Status::Off, Status::Ready, Status::Stopped] {
            assert!(!can_stop(&status), "{status:?}");
        }
    }

    #[test]
    fn a_test_runs_from_its_first_case_to_its_last() {
        assert_eq!(name(&Status::Ready, true), "running");
        assert_eq!(name(&Status::Ready, false), "ready");
        assert_eq!(name(&Status::Stopped, false), "stopped");
    }
}
