//! How long a key in the search takes until what it finds is painted, on a processor four times as slow.

use super::{Painted, SLOWER, alone, median};
use crate::engine::{Engine, Screen};
use crate::person::Person;
use crate::site::Terms;
use crate::wait::until_within;
use std::time::Duration;

/// So long the answers to thousands of questions may take to be read: for a moment between two keys only.
const READING: Duration = Duration::from_secs(90);

/// Typed letter by letter: titles, answers, two words, and one that is mistyped.
const QUERIES: &[&str] = &["closures", "bytecode", "list comp", "decoratros"];

/// What a person types comes in a task of its own, whenever it comes.
const KEY: &str = "const [text, done] = arguments;
    const field = document.querySelector('[data-testid=search]');
    painted(() => {
        field.value = text;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, done);";

#[test]
#[ignore = "measures and judges nothing: cargo xtask bench"]
fn searches() {
    let _alone = alone();
    let person = Person::with(Engine::Chromium, Screen::Phone, Terms::default());
    person.opens("#/questions");
    person.sees("[data-testid=question-row]");
    let told = person
        .does(person.sees("[data-testid=told]").text())
        .unwrap();
    person.goes_slower(SLOWER);
    let first = person.types_a_key("c").took;
    person.goes_slower(1);
    person.types_a_key("qqqqqq");
    until_within(READING, "all answers to be read", || {
        let told = person.does(person.sees("[data-testid=told]").text());
        let told = told.map_err(|error| error.to_string())?;
        if told.contains("being read") {
            Err(told)
        } else {
            Ok(())
        }
    });
    person.goes_slower(SLOWER);
    let mut keys = Vec::new();
    for query in QUERIES {
        for letters in 1..=query.len() {
            keys.push(person.types_a_key(&query[..letters]));
        }
    }
    let took: Vec<f64> = keys.iter().map(|key: &Painted| key.took).collect();
    let worked: Vec<f64> = keys.iter().map(|key| key.worked).collect();
    let worst = took.iter().copied().fold(0.0, f64::max);
    let (took, worked) = (median(took), median(worked));
    println!(
        "search, {told:<16}  {took:>7.1} ms  from a key to the painted result, at {SLOWER}x; worst {worst:.1}; \
         {worked:.1} without the wait for the screen"
    );
    println!("search, first key         {first:>7.1} ms  the same, before any answer was read");
    person.goes_slower(1);
}

impl Person {
    fn types_a_key(&self, text: &str) -> Painted {
        self.waits_for_paint(KEY, text)
    }
}
