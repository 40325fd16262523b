//! What works without a network, and keeping all of it.

use crate::components::button::Button;
use crate::components::live::live;
use crate::offline::{self, Ended, Missing};
use leptos::prelude::*;

/// What is known, for as long as the page is shown: the person may have left it when something comes.
#[derive(Clone, Copy)]
struct Known {
    missing: RwSignal<Option<Missing>>,
    /// How the last try ended.
    ended: RwSignal<&'static str>,
    tenths: RwSignal<u32>,
}

/// The part of the page.
#[component]
pub fn OfflinePart() -> impl IntoView {
    let known = Known {
        missing: RwSignal::new(None),
        ended: RwSignal::new(""),
        tenths: RwSignal::new(0),
    };
    look(known);
    let Known {
        missing,
        ended,
        tenths,
    } = known;
    let button = move || match missing.get() {
        Some(Missing::Files { count, sent, .. }) if count > 0.0 => {
            let press = move |()| keep(known);
            Some(
                view! { <Button look="quiet" testid="keep-all" label=label(sent) on_press=press /> },
            )
        }
        Some(_) | None => None,
    };
    view! {
        <p data-testid="offline-state">
            {live(move || missing.get().map(|missing| state(missing, tenths.get())))}
        </p>
        <p role="status" data-testid="offline-said">{live(move || ended.get())}</p>
        {live(button)}
    }
}

fn look(known: Known) {
    offline::missing(move |missing| {
        // Asked for on an earlier visit to this page.
        if missing == Missing::Coming {
            keep(known);
        } else {
            let _ = known.missing.try_set(Some(missing));
        }
    });
}

fn keep(known: Known) {
    let _ = known.ended.try_set("");
    // Not those of the try before.
    let _ = known.tenths.try_set(0);
    let _ = known.missing.try_set(Some(Missing::Coming));
    let tell = move |tenths| {
        let _ = known.tenths.try_set(tenths);
    };
    offline::keep_all(tell, move |ended| {
        let _ = known.ended.try_set(told(ended));
        look(known);
    });
}

fn state(missing: Missing, tenths: u32) -> String {
    match missing {
        Missing::Nowhere => NOWHERE.to_owned(),
        Missing::App => APP.to_owned(),
        Missing::Coming => ["On its way: ", &(tenths * 10).to_string(), " %."].concat(),
        Missing::Files { count: 0.0, .. } => ALL.to_owned(),
        Missing::Files { kept, .. } => [
            SOME,
            "The rest takes ",
            &megabytes(kept),
            " on this device.",
        ]
        .concat(),
    }
}

fn told(ended: Ended) -> &'static str {
    match ended {
        Ended::All => "Done.",
        Ended::Full => FULL,
        Ended::Lost => LOST,
    }
}

fn label(sent: f64) -> String {
    [
        "Make everything available offline (",
        &megabytes(sent),
        " to load)",
    ]
    .concat()
}

/// `4.6 MB`
fn megabytes(bytes: f64) -> String {
    // At most some thousands, so nothing is cut off.
    let tenths = (bytes / 100_000.0).ceil() as u32;
    let (whole, tenth) = (tenths / 10, tenths % 10);
    [&whole.to_string(), ".", &tenth.to_string(), " MB"].concat()
}

const NOWHERE: &str = "This browser keeps nothing for use without a network, as private windows do not. Pydrill needs \
    the network each time.";
const APP: &str = "Pydrill is not on this device yet, and needs the network until it is. It comes by itself in the \
    seconds after it was opened.";
const SOME: &str = "Pydrill with all its questions is on this device and opens without a network. Python, and the \
    question pages that can be shared, come when they are first asked for. ";
const ALL: &str = "Everything is on this device and works without a network: Pydrill, Python, and the question pages \
    that can be shared.";
const FULL: &str = "There is no room for all of it on this device. What has come stays.";
const LOST: &str = "The connection broke off. What has come stays; press again to go on.";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_rounded_up_to_a_tenth() {
        let check = |bytes: f64, expected: &str| assert_eq!(megabytes(bytes), expected);
        check(0.0, "0.0 MB");
        check(1.0, "0.1 MB");
        check(4_600_000.0, "4.6 MB");
        check(13_999_999.0, "14.0 MB");
    }

    #[test]
    fn what_is_missing_is_said_with_its_size() {
        let files = |count| Missing::Files {
            count,
            sent: 4_600_000.0,
            kept: 14_000_000.0,
        };
        assert_eq!(state(files(0.0), 0), ALL);
        assert!(state(files(3.0), 0).ends_with("The rest takes 14.0 MB on this device."));
        assert_eq!(state(Missing::Coming, 0), "On its way: 0 %.");
        assert_eq!(state(Missing::Coming, 4), "On its way: 40 %.");
        assert_eq!(
            label(4_600_000.0),
            "Make everything available offline (4.6 MB to load)"
        );
    }
}
