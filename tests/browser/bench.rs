//! How long people wait: `cargo xtask bench`. It prints and judges nothing, because a busy machine is
//! several times slower than an idle one; compare figures of the same run, or runs one after the other.

mod arrival;
mod lighthouse;
mod python;
mod search;
mod verdict;

use crate::answer::{GO_ON, Quality};
use crate::engine::{Engine, Screen};
use crate::history::log_of;
use crate::person::Person;
use crate::site::Terms;
use bank::check::CheckKind;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Marks the moment at which the app has put its page in the place of the shell.
const WATCH: &str = "new MutationObserver((_, watch) => {
    if (document.querySelector('#app:not([hidden]) [data-testid=home]')) {
        watch.disconnect();
        performance.mark('interactive');
    }
}).observe(document, { subtree: true, childList: true, attributes: true });";

/// How often each is measured; the median is told.
const TIMES: usize = 11;

/// How many times slower than here a phone is taken to be.
const SLOWER: u32 = 4;

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
    let again = median(again);
    println!(
        "start, first visit        {first:>7.1} ms  from navigation to a page that takes a tap"
    );
    println!(
        "start, files in the cache {again:>7.1} ms  {:.2} of the first",
        again / first
    );
    for answers in [100, 100_000] {
        let (chars, starts, records) = person.has_a_history_of(answers);
        println!("start, {answers:>7} answers   {starts:>7.1} ms  {chars} characters are kept");
        println!("record, {answers:>7} answers  {records:>7.2} ms  from the press to its end");
    }
    person.knows(&log_of(100_000, 1_000));
    let (replays, plans) = person.plans();
    println!(
        "plan,  100000 answers     {plans:>7.1} ms  to 1,000 questions; chosen, and its sitting begun"
    );
    println!(
        "plan from nothing         {replays:>7.1} ms  the same, with all of them replayed first"
    );
    let opens = (0..TIMES).map(|_| person.opens_the_progress_page());
    let opens = median(opens.collect());
    println!(
        "progress, 100000 answers  {opens:>7.1} ms  from the address to its figures on the page"
    );
    person.runs("localStorage.clear()", vec![]);
    let verdicts = (0..TIMES).map(|_| person.waits_for_a_verdict().took);
    let verdict = median(verdicts.collect());
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
    fn waits_for_a_verdict(&self) -> Painted {
        self.opens("");
        self.begins(&[CheckKind::Single]);
        let check = self.is_asked();
        self.prepares(&check, Quality::Right);
        self.paints_the_verdict()
    }

    /// The same, with an answer that is only to be checked.
    fn paints_the_verdict(&self) -> Painted {
        // A press that comes too soon after the one before is no press, and is made again.
        let script = "const [selector, done] = arguments;
            const press = () => painted(
                () => document.querySelector(selector).click(),
                (told) => document.querySelector('[data-testid=verdict]') ? done(told) : press(),
            );
            press();";
        self.waits_for_paint(script, GO_ON)
    }
}

/// How long it takes from an input, in a task of its own as a person's is, to the first task after the frame
/// that shows what came of it: `painted(input, tell)`. It tells both that and what is left without the wait for
/// the screen to draw, which is chance: up to 16.7 ms. The frame is asked for before the input, so that what the
/// app leaves for after the paint is not waited for.
const PAINTED: &str = "const soon = (act) => {
        const task = new MessageChannel();
        task.port1.onmessage = act;
        task.port2.postMessage(0);
    };
    const painted = (input, tell) => soon(() => {
        const start = performance.now();
        let waits = start, turns = 30;
        requestAnimationFrame(() => {
            const began = performance.now();
            soon(() => {
                const took = performance.now() - start;
                tell([took, took - (began - waits)]);
            });
        });
        input();
        // The app changes the page in microtasks, some of which ask for others.
        const rest = () => {
            waits = performance.now();
            if (turns-- > 0) queueMicrotask(rest);
        };
        rest();
    });\n";

/// How long something took until it was painted, and without the wait for the screen, in ms.
#[derive(Clone, Copy)]
struct Painted {
    took: f64,
    worked: f64,
}

fn alone() -> MutexGuard<'static, ()> {
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Person {
    /// Everything in the page takes so many times as long.
    fn goes_slower(&self, times: u32) {
        self.tells_the_browser("Emulation.setCPUThrottlingRate", json!({ "rate": times }));
    }

    /// Says something in the protocol of Chromium's own tools.
    fn tells_the_browser(&self, method: &str, arguments: Value) {
        let cdp = self.browser.driver().cdp();
        self.does(cdp.send_raw(method, arguments))
            .expect("the browser does it");
    }

    /// What a script tells that measures with [`PAINTED`] and is given a text.
    fn waits_for_paint(&self, script: &str, given: &str) -> Painted {
        let script = [PAINTED, script].concat();
        let took = self
            .browser
            .driver()
            .execute_async(&script, vec![json!(given)]);
        let (took, worked) =
            serde_json::from_value(self.does(took).unwrap().json().clone()).unwrap();
        Painted { took, worked }
    }

    /// How many characters a history takes, how long a start with it, and how long an answer is recorded.
    fn has_a_history_of(&self, answers: i64) -> (usize, f64, f64) {
        let log = log_of(answers, 0);
        self.knows(&log);
        let again = (0..TIMES).map(|_| {
            self.opens("#/");
            self.reloads();
            self.starts()
        });
        let starts = median(again.collect());
        let records = (0..TIMES).map(|_| self.records());
        let records = median(records.collect());
        (log.values().map(String::len).sum(), starts, records)
    }

    /// Nothing but this log.
    fn knows(&self, log: &BTreeMap<String, String>) {
        self.runs("localStorage.clear()", vec![]);
        for (key, text) in log {
            self.keeps(key, text);
        }
    }

    /// How long it takes to choose today's plan and begin its sitting: when all memories have to be derived
    /// first, as those of someone who has come to another time zone, and when they are there.
    fn plans(&self) -> (f64, f64) {
        let plans = |turn: usize| {
            self.opens("#/");
            self.sees("[data-testid=start-plan]");
            let script = "Date.prototype.getTimezoneOffset = () => 60 * arguments[0];
                const start = performance.now();
                document.querySelector('[data-testid=start-plan]').click();
                return performance.now() - start;";
            let script = script.replace("arguments[0]", &turn.to_string());
            self.runs(&script, vec![]).as_f64().unwrap()
        };
        self.opens("#/");
        self.reloads();
        let both = (1..=TIMES).map(|turn| (plans(turn), plans(turn)));
        let (replays, again) = both.unzip();
        (median(replays), median(again))
    }

    /// How long it takes to open the page of all figures, when its part has come.
    fn opens_the_progress_page(&self) -> f64 {
        self.opens("#/progress");
        self.sees("[data-testid=stumbles]");
        self.opens("#/settings");
        self.sees("[data-testid=settings]");
        let script = "const done = arguments[0], start = performance.now();
            location.hash = '#/progress';
            const painted = () => document.querySelector('[data-testid=stumbles]')
                ? requestAnimationFrame(() => done(performance.now() - start))
                : requestAnimationFrame(painted);
            painted();";
        let took = self.browser.driver().execute_async(script, vec![]);
        self.does(took).unwrap().json().as_f64().unwrap()
    }

    /// How long the page is busy with an answer before it can paint: what is shown comes later.
    fn records(&self) -> f64 {
        self.opens("#/");
        self.opens("#/question/gil");
        self.taps("[data-testid=reveal]");
        self.sees("[data-testid=judge]");
        let script = "const start = performance.now();
            document.querySelector('[data-testid=judge]').click();
            return performance.now() - start;";
        self.runs(script, vec![]).as_f64().unwrap()
    }
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
