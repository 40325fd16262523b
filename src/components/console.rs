//! What Python is doing, and what came of a program that it ran.
//!
//! It runs nothing and stops nothing: it shows values, and says that Stop was pressed. What is
//! announced to screen readers is one short sentence at a time; the output itself is there to be read.

use crate::components::live::{each, live, live_value, only_if, when};
use crate::python::outcome::{CUT, Ended, Piece, Raised, Ran, Stream};
use crate::python::status::{Status, Why};
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// One line about Python, with a bar while it is loaded and a button that stops it.
#[component]
pub fn PythonLine(
    /// What Python is doing.
    status: ReadSignal<Status>,
    /// How many bytes come over the network before the first use; `None` when there is no Python.
    download: Option<u32>,
    /// Whether something was asked for here that has not ended.
    #[prop(into)]
    busy: Signal<bool>,
    /// What came of the last thing that was asked for; may be empty.
    #[prop(into)]
    said: Signal<String>,
    /// Stop was pressed, while there was something to stop.
    on_stop: Callback<()>,
) -> impl IntoView {
    let sentence = Memo::new(move |_| {
        let status = status.get();
        sentence(&status, busy.get(), download, said.get())
    });
    let stop = move |_: MouseEvent| {
        if busy.get_untracked() {
            on_stop.run(());
        }
    };
    let bar = move || {
        let (done, total) = status.get().progress()?;
        Some(view! {
            <progress aria-label="Loading Python" value=done.to_string() max=total.to_string()></progress>
        })
    };
    view! {
        <div class="python" data-testid="python" data-python=live_value(move || status.get().name())>
            <p role="status" data-testid="python-said">{live(move || sentence.get())}</p>
            // It stays where it is, or the focus would be lost with it.
            <button
                type="button"
                class="quiet"
                data-testid="stop"
                aria-disabled=live_value(move || (!busy.get()).then_some("true"))
                on:click=when(stop)
            >
                "Stop"
            </button>
            {live(bar)}
        </div>
    }
}

/// What a program wrote, what it gave, and how it ended.
#[component]
pub fn RanView(
    /// How it ended. What was ended from outside shows nothing: the line above it says why.
    ran: Ended<Ran>,
) -> impl IntoView {
    let Ended::Answered(ran) = ran else {
        return Vec::new();
    };
    let silent = ran.output.is_empty() && ran.result.is_none() && ran.error.is_none();
    vec![view! {
        <div class="console" data-testid="console">
            {only_if(!ran.output.is_empty(), || screen(&ran.output))}
            {only_if(ran.cut, || view! { <p class="fine">{CUT}</p> })}
            {each(ran.result, |value| view! {
                <p data-testid="value"><span class="caption">"Value"</span> " " <code>{value}</code></p>
            })}
            {each(&ran.error, trace)}
            {only_if(silent, || view! { <p class="fine">"It printed nothing."</p> })}
        </div>
    }.into_any()]
}

/// The traceback of an error, or what stands for it.
pub fn trace(error: &Raised) -> AnyView {
    let text = error.trace.clone().unwrap_or_else(|| error.sentence());
    view! { <pre class="code trace" tabindex="0" data-testid="trace"><samp>{text}</samp></pre> }
        .into_any()
}

fn screen(output: &[Piece]) -> AnyView {
    let piece = |piece: &Piece| {
        let text = piece.text.clone();
        match piece.stream {
            Stream::Out => view! { <samp data-stream="out">{text}</samp> }.into_any(),
            Stream::Err => {
                view! { <samp data-stream="err"><b>"stderr "</b>{text}</samp> }.into_any()
            }
        }
    };
    view! {
        <div class="code screen" tabindex="0" role="group" aria-label="Output" data-testid="screen">
            {each(output, piece)}
        </div>
    }
    .into_any()
}

fn sentence(status: &Status, busy: bool, download: Option<u32>, said: String) -> String {
    let text = match (status, busy) {
        (Status::Broken(why), _) => why.sentence(),
        (Status::Downloading { .. }, true) => "Loading Python.",
        (Status::Starting, true) => "Starting Python.",
        (Status::Stopped, true) => "Starting Python again.",
        (Status::Off | Status::Ready | Status::Running, true) => "Running.",
        (Status::Off, false) if said.is_empty() => {
            return download.map_or(Why::Missing.sentence().to_owned(), size);
        }
        (_, false) => return said,
    };
    text.to_owned()
}

fn size(bytes: u32) -> String {
    let tenths = bytes.div_ceil(100_000);
    let size = [tenths / 10, tenths % 10].map(|part| part.to_string());
    ["Python is ", &size[0], ".", &size[1], ONCE].concat()
}

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
        let loading = Status::Downloading { done: 1, total: 2 };
        check(loading, true, "Loading Python.");
        // Between two cases of a test there is nothing to announce.
        check(Status::Ready, true, "Running.");
        check(Status::Running, true, "Running.");
        check(Status::Broken(Why::Failed), false, Why::Failed.sentence());
    }
}
