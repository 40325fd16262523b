//! How long people wait for Python: until it has started, until a program or a test has ended, and until
//! it is ready again after Stop. In every engine.

use super::{TIMES, alone, median};
use crate::engine::{Engine, Screen};
use crate::person::Person;
use crate::site::Terms;
use serde_json::{Value, json};
use std::time::Duration;

/// Takes the snapshot away from the page and from the device, as where there is none.
const WITHOUT_SNAPSHOT: &str =
    "const { get } = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data');
    const forget = async () => {
        for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            for (const { url } of await cache.keys()) {
                if (url.endsWith('/snapshot')) await cache.delete(url);
            }
        }
    };
    Object.defineProperty(MessageEvent.prototype, 'data', { get() {
        const data = get.call(this);
        if (!Array.isArray(data) || data[0] !== 'ready') return data;
        forget();
        return ['ready', { ...data[1], snapshot: null }];
    } });";

#[test]
#[ignore = "measures and judges nothing: cargo xtask bench"]
fn chromium() {
    waits_for_python(Engine::Chromium);
}

#[test]
#[ignore = "measures and judges nothing: cargo xtask bench"]
fn firefox() {
    waits_for_python(Engine::Firefox);
}

#[test]
#[ignore = "measures and judges nothing: cargo xtask bench"]
fn webkit() {
    waits_for_python(Engine::WebKit);
}

/// Warm is what has run before as often as a browser takes until it has compiled it for good: most of a test
/// is one case with 200,000 characters.
fn waits_for_python(engine: Engine) {
    let _alone = alone();
    let person = Person::with(engine, Screen::Phone, Terms::default());
    let first = person.comes_and_runs();
    let starts: Vec<f64> = (0..5).map(|_| person.comes_and_runs()).collect();
    let run = || person.waits_for("run", "ready");
    let test = || person.waits_for("test", "ready");
    person.writes("print(1)");
    person.writes_calls("");
    let first_runs: Vec<f64> = (0..TIMES).map(|_| run()).collect();
    person.writes(crate::screens::PASSES);
    let first_tests: Vec<f64> = (0..TIMES).map(|_| test()).collect();
    let tests: Vec<f64> = (0..TIMES).map(|_| test()).collect();
    person.writes("print(1)");
    let runs: Vec<f64> = (0..TIMES).map(|_| run()).collect();
    person.writes("while True: pass");
    let stops: Vec<f64> = (0..5).map(|_| person.stops_and_waits()).collect();
    drop(person);
    let terms = Terms {
        before: WITHOUT_SNAPSHOT,
        ..Terms::default()
    };
    let other = Person::with(engine, Screen::Phone, terms);
    other.comes_and_runs();
    other.writes("while True: pass");
    let slow: Vec<f64> = (0..5).map(|_| other.stops_and_waits()).collect();
    let tell = |what: &str, time: f64, limit: &str| {
        println!(
            "{:<9} {what:<38} {time:>7.0} ms  at most {limit}",
            format!("{engine:?}")
        );
    };
    tell(
        "Python, first visit, click to output",
        first,
        "what the network takes",
    );
    let limit = if engine == Engine::WebKit {
        "2,500"
    } else {
        "1,500"
    };
    tell(
        "Python from the cache, click to output",
        median(starts),
        limit,
    );
    tell("print(1), first times", median(first_runs), "-");
    tell("print(1), warm, click to output", median(runs), "50");
    tell("test of palindrome, first times", median(first_tests), "-");
    tell("test of palindrome, warm", median(tests), "300");
    tell(
        "ready after Stop, from the snapshot",
        median(stops),
        "1,000",
    );
    tell("ready after Stop, without it", median(slow), "3,000");
}

impl Person {
    /// From the click on Run on a page that was just loaded until there is output.
    fn comes_and_runs(&self) -> f64 {
        self.opens("#/question/palindrome");
        self.reloads();
        self.sees("[data-testid=editor][contenteditable]");
        self.writes("print(1)");
        self.waits_for("run", "ready")
    }

    /// What Run adds to the program.
    fn writes_calls(&self, calls: &str) {
        let script = "const field = document.querySelector('[data-testid=calls]');
            field.value = arguments[0];
            field.dispatchEvent(new InputEvent('input', { bubbles: true }));";
        self.runs(script, vec![json!(calls)]);
    }

    /// From a click until Python is idle again and the outcome is in the page.
    fn waits_for(&self, button: &str, state: &str) -> f64 {
        self.times(
            "const line = document.querySelector('[data-testid=python]');
            const said = document.querySelector('[data-testid=python-said]');
            const start = performance.now();
            document.querySelector(`[data-testid=${name}]`).click();
            const ended = () => line.dataset.python === state && said.textContent !== 'Running.';",
            &[button, state],
        )
    }

    /// From the click on Stop until Python is ready again.
    fn stops_and_waits(&self) -> f64 {
        self.runs(
            "document.querySelector('[data-testid=run]').click()",
            vec![],
        );
        self.sees("[data-testid=python][data-python=running]");
        self.waits_for("stop", "ready")
    }

    /// Runs a script that knows a `start` and when it has `ended`: the milliseconds between. It looks
    /// only when the page changes, since there are as few processors as threads that have to work.
    fn times(&self, script: &str, words: &[&str]) -> f64 {
        let script = format!(
            "const [name, state, done] = arguments;
            {script}
            let began = false;
            const watch = new MutationObserver(look);
            function look() {{
                began ||= !ended();
                if (!began || !ended()) return;
                watch.disconnect();
                done(performance.now() - start);
            }}
            watch.observe(document, {{
                subtree: true, childList: true, attributes: true, characterData: true,
            }});
            look();"
        );
        let words = words.iter().map(|word| json!(word)).collect::<Vec<Value>>();
        let driver = self.browser.driver();
        self.does(driver.set_script_timeout(Duration::from_secs(90)))
            .unwrap();
        let took = self.does(driver.execute_async(script, words));
        took.unwrap().json().as_f64().unwrap()
    }
}
