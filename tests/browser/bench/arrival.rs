//! How long the first visit takes until the app is there, in place of the shell: on a good host, see
//! `hosted.rs`, here and on a slow phone and network.

use super::{SLOWER, WATCH, alone, median};
use crate::engine::{Engine, Screen};
use crate::person::Person;
use crate::site::Terms;
use serde_json::json;

/// How often each is measured; the median is told.
const TIMES: usize = 5;

/// How slow the network and the processor are when a person waits; Lighthouse's own figures for a phone.
#[derive(Clone, Copy)]
enum Pace {
    AsHere,
    /// The processor at a quarter of its speed.
    SlowPhone,
    /// The same, and 1.44 Mbit/s with 562.5 ms for each answer.
    SlowNetwork,
}

#[test]
#[ignore = "measures and judges nothing: cargo xtask bench"]
fn waits_for_the_app() {
    let _alone = alone();
    for (pace, said, bound) in [
        (Pace::AsHere, "last byte of the Wasm to the app", "600"),
        (Pace::SlowPhone, "the same at a quarter of the speed", "600"),
    ] {
        let waits = (0..TIMES).map(|_| {
            let (came, interactive) = first_visit(pace);
            interactive - came
        });
        let wait = median(waits.collect());
        println!("Home, first visit    {said:<36} {wait:>6.0} ms  bound {bound}");
    }
    let starts = (0..TIMES).map(|_| first_visit(Pace::SlowNetwork).1);
    let start = median(starts.collect());
    println!("Home, first visit    navigation to the app on slow 4G     {start:>6.0} ms  bound -");
}

/// A first visit: when the last byte of the Wasm had come and when the app was there, after the navigation.
fn first_visit(pace: Pace) -> (f64, f64) {
    let terms = Terms {
        is_good: true,
        ..Terms::default()
    };
    let person = Person::with(Engine::Chromium, Screen::Phone, terms);
    let watch = json!({ "source": WATCH });
    person.tells_the_browser("Page.addScriptToEvaluateOnNewDocument", watch);
    person.goes_at(pace);
    person.opens("");
    person.sees("[data-testid=home]");
    let script = "const [wasm] = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.wasm'));
        return [wasm.responseEnd, performance.getEntriesByName('interactive')[0].startTime];";
    let times: [f64; 2] = serde_json::from_value(person.runs(script, vec![])).unwrap();
    (times[0], times[1])
}

impl Person {
    fn goes_at(&self, pace: Pace) {
        match pace {
            Pace::AsHere => return,
            Pace::SlowPhone | Pace::SlowNetwork => self.goes_slower(SLOWER),
        }
        if let Pace::SlowNetwork = pace {
            let bytes_a_second = 1.6 * 1024.0 * 1024.0 * 0.9 / 8.0;
            self.tells_the_browser("Network.enable", json!({}));
            self.tells_the_browser(
                "Network.emulateNetworkConditions",
                json!({
                    "offline": false, "latency": 562.5,
                    "downloadThroughput": bytes_a_second, "uploadThroughput": bytes_a_second,
                }),
            );
        }
    }
}
