//! How long people wait: `cargo xtask bench`. It prints and judges nothing, because a busy machine is
//! several times slower than an idle one; compare figures of the same run, or runs one after the other.

mod python;

use crate::answer::{GO_ON, Quality};
use crate::engine::{Engine, Screen};
use crate::person::Person;
use crate::site::Terms;
use bank::check::CheckKind;
use serde_json::json;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Marks the moment at which the app has put its page in the place of the shell.
const WATCH: &str = "new MutationObserver((_, watch) => {
    if (document.querySelector('[data-testid=home]')) {
        watch.disconnect();
        performance.mark('interactive');
    }
}).observe(document, { subtree: true, childList: true });";

/// How often each is measured; the median is told.
const TIMES: usize = 11;

/// Whoever measures is alone.
static ALONE: Mutex<()> = Mutex::new(());

#[test]
#[ignore = "measures and judges nothing: cargo xtask bench"]
fn waits() {
    let _alone = alone();
    let terms = Terms {
        before: WATCH,
        ..Terms::default()
    };
    let person = Person::with(Engine::Chromium, Screen::Phone, terms);
    person.opens("");
    let first = person.starts();
    let again: Vec<f64> = (0..TIMES)
        .map(|_| {
            person.reloads();
            person.starts()
        })
        .collect();
    let verdicts: Vec<f64> = (0..TIMES).map(|_| person.waits_for_a_verdict()).collect();
    let (again, verdict) = (median(again), median(verdicts));
    println!(
        "start, first visit        {first:>7.1} ms  from navigation to a page that takes a tap"
    );
    println!(
        "start, files in the cache {again:>7.1} ms  {:.2} of the first",
        again / first
    );
    println!(
        "answer to verdict         {verdict:>7.1} ms  until it is painted; a frame is 16.7 ms"
    );
}

impl Person {
    /// From the beginning of the navigation to the mark.
    fn starts(&self) -> f64 {
        self.sees("[data-testid=home]");
        let marks = self.runs(
            "return performance.getEntriesByName('interactive')[0]?.startTime",
            vec![],
        );
        marks.as_f64().expect("the watch has seen the app's page")
    }

    /// From the tap on the button until a frame with the verdict has been painted.
    fn waits_for_a_verdict(&self) -> f64 {
        self.opens("");
        self.begins(&[CheckKind::Single]);
        let check = self.is_asked();
        self.prepares(&check, Quality::Right);
        let script = "const done = arguments[1], start = performance.now();
            document.querySelector(arguments[0]).click();
            const painted = () => document.querySelector('[data-testid=verdict]')
                ? requestAnimationFrame(() => done(performance.now() - start))
                : requestAnimationFrame(painted);
            painted();";
        let took = self
            .browser
            .driver()
            .execute_async(script, vec![json!(GO_ON)]);
        self.does(took).unwrap().json().as_f64().unwrap()
    }
}

fn alone() -> MutexGuard<'static, ()> {
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
