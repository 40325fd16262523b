//! Answering: what has to be done to answer a check well or badly, by hand or by keyboard alone.
//!
//! It reads the same bank as the app, because only the bank knows what is right.

use crate::person::Person;
use crate::wait::until;
use bank::check::{Check, Choice, LineId};
use bank::embedded::Bank;
use bank::question::Html;
use serde_json::{Value, json};
use thirtyfour::Key;

/// How good an answer is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Quality {
    Right,
    Wrong,
}

/// What a person answers with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Means {
    /// Mouse or finger.
    Pointer,
    /// No pointer at all.
    Keyboard,
}

/// What an answer consists of, told by what is seen on the screen.
enum Answer {
    /// Options by their text.
    Choose(Vec<Html>),
    Type(String),
    /// The filling of each gap, wherever it stands.
    Fill(Vec<String>),
    /// Lines to be left out, then all others in order.
    Arrange(Vec<Html>, Vec<Html>),
    /// The place of a line, from 0.
    Point(usize),
}

const OPTION: &str = "[data-testid=option]";
const LINE: &str = "[data-testid=line]";
const USED: &str = "[data-testid=used] [data-testid=line]";
pub(crate) const GO_ON: &str = "[data-testid=go-on]";

/// The bank that the release has inside.
pub(crate) fn bank() -> Bank {
    let index = include_bytes!(concat!(env!("OUT_DIR"), "/bank.index"));
    Bank::open(
        index,
        include_bytes!(concat!(env!("OUT_DIR"), "/bank.bodies")),
    )
    .unwrap()
}

impl Person {
    /// The check that the sitting asks now.
    pub(crate) fn is_asked(&self) -> Check {
        let place = self
            .attribute("[data-testid=session]", "data-place")
            .unwrap();
        let place: usize = place.parse().unwrap();
        let kept: Value = serde_json::from_str(&self.kept(&self.own_sitting()).unwrap()).unwrap();
        let (question, name) = (&kept["steps"][place - 1][0], &kept["steps"][place - 1][1]);
        let bank = bank();
        let entry = bank
            .questions()
            .iter()
            .find(|entry| *question == entry.id.as_str())
            .unwrap();
        let place = entry
            .checks
            .iter()
            .position(|check| *name == check.name.as_str())
            .unwrap();
        bank.body(&entry.id).unwrap().checks[place].clone()
    }

    /// Answers a check and waits for the verdict, which it returns.
    pub(crate) fn answers(&self, check: &Check, quality: Quality, means: Means) -> String {
        match means {
            Means::Pointer => {
                self.prepares(check, quality);
                self.goes_on(means);
            }
            Means::Keyboard => self.answers_by_keyboard(&answer(check, quality)),
        }
        self.attribute("[data-testid=verdict]", "data-verdict")
            .unwrap()
    }

    /// Presses the button that checks and goes on.
    pub(crate) fn goes_on(&self, means: Means) {
        match means {
            Means::Pointer => self.presses_until_taken(|| self.taps(GO_ON)),
            Means::Keyboard => {
                self.tabs_to(GO_ON, 0);
                self.presses_until_taken(|| self.presses(Key::Enter.value()));
            }
        }
    }

    /// Presses until that has checked the answer, or gone on: a press so soon after another one is taken
    /// for the other half of a double tap.
    fn presses_until_taken(&self, press: impl Fn()) {
        let script =
            "return document.querySelector('[data-testid=check] [data-testid=verdict]') !== null";
        let before = self.runs(script, vec![]);
        until("the button to take a press", || {
            press();
            if self.runs(script, vec![]) == before {
                Err("nothing has changed")
            } else {
                Ok(())
            }
        });
    }

    /// Puts a line in its place by dragging its handle.
    pub(crate) fn drags_line(&self, from: usize, to: usize) {
        let grip = self.sees_nth("[data-testid=used] [data-testid=grip]", from);
        let target = self.sees_nth("[data-testid=used] [data-testid=grip]", to);
        let chain = self
            .browser
            .driver()
            .action_chain()
            .click_and_hold_element(&grip);
        let drag = chain.move_to_element_center(&target).release();
        self.does(drag.perform()).expect("the line can be dragged");
    }

    /// Puts an answer in place by mouse or finger, up to the last tap.
    pub(crate) fn prepares(&self, check: &Check, quality: Quality) {
        match &answer(check, quality) {
            Answer::Choose(options) => {
                options
                    .iter()
                    .for_each(|option| self.taps_nth(OPTION, self.place_of(OPTION, option)));
            }
            Answer::Type(text) => self.types("[data-testid=output]", 0, text),
            Answer::Fill(fillings) => self.for_each_gap(fillings, |place, filling| {
                self.types("[data-testid=gap]", place, filling);
            }),
            Answer::Arrange(spare, order) => self.arranges(spare, order, |line, tool, times| {
                self.taps_nth(LINE, line);
                (0..times).for_each(|_| self.taps(tool));
            }),
            Answer::Point(line) => self.taps_nth(LINE, *line),
        }
    }

    fn answers_by_keyboard(&self, answer: &Answer) {
        match answer {
            Answer::Choose(options) => options.iter().for_each(|option| {
                self.selects(OPTION, self.place_of(OPTION, option));
            }),
            Answer::Type(text) => {
                self.tabs_to("[data-testid=output]", 0);
                self.presses(text.replace('\n', &String::from(Key::Enter.value())));
                return self.presses_until_taken(|| {
                    self.presses_with(Key::Control, Key::Enter.value());
                });
            }
            Answer::Fill(fillings) => {
                self.for_each_gap(fillings, |place, filling| {
                    self.tabs_to("[data-testid=gap]", place);
                    self.presses(filling);
                });
                return self.presses_until_taken(|| self.presses(Key::Enter.value()));
            }
            Answer::Arrange(spare, order) => self.arranges(spare, order, |line, tool, times| {
                self.selects(LINE, line);
                self.tabs_to(tool, 0);
                (0..times).for_each(|_| self.presses(" "));
            }),
            Answer::Point(line) => self.selects(LINE, *line),
        }
        self.goes_on(Means::Keyboard);
    }

    /// Types each filling once: a gap that stands in several places is filled in all of them.
    fn for_each_gap(&self, fillings: &[String], fill: impl Fn(usize, &str)) {
        let labels = self.runs(
            "return [...document.querySelectorAll('[data-testid=gap]')].map(gap => gap.ariaLabel)",
            Vec::new(),
        );
        for (filling, letter) in fillings.iter().zip('A'..) {
            let label = json!(format!("Gap {letter}"));
            let place = labels
                .as_array()
                .unwrap()
                .iter()
                .position(|it| *it == label)
                .unwrap();
            fill(place, filling);
        }
    }

    /// Leaves out the spare lines and brings the others in order, from the first on.
    fn arranges(&self, spare: &[Html], order: &[Html], act: impl Fn(usize, &str, usize)) {
        for line in spare {
            act(self.place_of(LINE, line), "[data-testid=leave-out]", 1);
        }
        for (place, line) in order.iter().enumerate() {
            let now = self.texts(USED)[place..]
                .iter()
                .position(|text| *text == self.plain(line));
            match now.expect("the line is in use") {
                0 => {}
                times => act(place + times, "[data-testid=up]", times),
            }
        }
    }

    /// The place of the element with this text.
    fn place_of(&self, selector: &str, html: &Html) -> usize {
        let wanted = self.plain(html);
        until(&format!("`{wanted}`"), || {
            let texts = self.texts(selector);
            let place = texts.iter().position(|text| *text == wanted);
            place.ok_or(format!("it is not among {texts:?}"))
        })
    }

    /// The texts of all that match, without the space around them.
    pub(crate) fn texts(&self, selector: &str) -> Vec<String> {
        let script =
            "return [...document.querySelectorAll(arguments[0])].map(it => it.textContent.trim())";
        serde_json::from_value(self.runs(script, vec![json!(selector)])).unwrap()
    }

    /// HTML of the bank as the text that the browser makes of it.
    fn plain(&self, html: &Html) -> String {
        let script = "const it = document.createElement('template'); it.innerHTML = arguments[0]; \
            return it.content.textContent.trim()";
        serde_json::from_value(self.runs(script, vec![json!(html.as_str())])).unwrap()
    }
}

fn answer(check: &Check, quality: Quality) -> Answer {
    let right = quality == Quality::Right;
    match check {
        Check::Single(choice) => {
            Answer::Choose(options(choice, right).into_iter().take(1).collect())
        }
        Check::Multi(choice) => Answer::Choose(options(choice, right)),
        Check::Output(output) if right => Answer::Type(output.printed.clone()),
        Check::Output(_) => Answer::Type("nothing of the kind".to_owned()),
        Check::Blank(blank) => Answer::Fill(
            blank
                .gaps
                .iter()
                .map(|gap| {
                    if right {
                        gap.accepted[0].clone()
                    } else {
                        "nonsense".to_owned()
                    }
                })
                .collect(),
        ),
        Check::Order(order) => {
            let lines = |spare: bool| {
                let lines = order
                    .lines
                    .iter()
                    .filter(move |line| line.spare.is_some() == spare);
                lines.map(|line| line.code.clone()).collect::<Vec<_>>()
            };
            let mut needed = lines(false);
            if !right {
                needed.reverse();
            }
            Answer::Arrange(lines(true), needed)
        }
        Check::Bug(bug) => {
            // Empty lines are not offered.
            let lines = bug.lines.iter().zip(0..);
            let mut offered = lines.filter(|(line, _)| !line.as_str().trim().is_empty());
            let wanted = offered.position(|(_, id)| bug.wrong.contains(&LineId(id)) == right);
            Answer::Point(wanted.unwrap())
        }
    }
}

fn options(choice: &Choice, right: bool) -> Vec<Html> {
    let wanted = choice.options.iter().filter(|option| option.right == right);
    wanted.map(|option| option.text.clone()).collect()
}
