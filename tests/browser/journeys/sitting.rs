//! A sitting: questions one after the other, each answered and explained at once, and the result.

use super::{Journey, on_a_desktop, on_a_phone};
use crate::answer::{GO_ON, Means, Quality, bank};
use crate::person::Person;
use crate::wait::until;
use bank::check::{Check, CheckKind};
use serde_json::{Value, json};

pub(crate) fn ten_questions_lead_to_a_result_and_the_missed_ones_come_again() -> Journey {
    on_a_phone(|person| {
        person.taps("[data-testid=start]");
        for place in 1..=10 {
            let place = place.to_string();
            person.sees(&format!("[data-testid=session][data-place='{place}']"));
            // Three are missed.
            let quality = if ["2", "5", "9"].contains(&&*place) {
                Quality::Wrong
            } else {
                Quality::Right
            };
            person.answers_and_reads(quality, Means::Pointer);
            person.goes_on(Means::Pointer);
        }
        // They come again at the end, and then as a sitting of their own.
        for place in 11..=13 {
            person.sees(&format!("[data-testid=session][data-place='{place}']"));
            person.answers_and_reads(Quality::Right, Means::Pointer);
            person.goes_on(Means::Pointer);
        }
        person.sees("[data-testid=result][data-right='7']");
        assert_eq!(person.count("[data-testid=missed-row]"), 3);
        person.taps("[data-testid=again]");
        for place in 1..=3 {
            person.sees(&format!("[data-testid=session][data-place='{place}']"));
            person.answers_and_reads(Quality::Right, Means::Pointer);
            person.goes_on(Means::Pointer);
        }
        person.sees("[data-testid=result][data-right='3']");
        assert_eq!(person.count("[data-testid=again]"), 0);
    })
}

pub(crate) fn every_kind_is_answered_by_touch() -> Journey {
    on_a_phone(|person| person.answers_every_kind(Means::Pointer))
}

pub(crate) fn every_kind_is_answered_by_mouse() -> Journey {
    on_a_desktop(|person| person.answers_every_kind(Means::Pointer))
}

pub(crate) fn every_kind_is_answered_by_keyboard_alone() -> Journey {
    on_a_desktop(|person| person.answers_every_kind(Means::Keyboard))
}

pub(crate) fn lines_are_dragged_into_order() -> Journey {
    on_a_desktop(|person| {
        person.begins(&[CheckKind::Order]);
        person.sees("[data-testid=used]");
        let lines = || person.texts("[data-testid=used] [data-testid=line]");
        let before = lines();
        person.drags_line(0, 2);
        let mut wanted = before.clone();
        wanted[..3].rotate_left(1);
        assert_eq!(lines(), wanted, "{before:?}");
        person.drags_line(2, 0);
        assert_eq!(lines(), before);
    })
}

pub(crate) fn nothing_is_graded_before_there_is_an_answer() -> Journey {
    on_a_phone(|person| {
        person.begins(&[CheckKind::Single]);
        person.taps(GO_ON);
        person.reads("[role=status]", "Choose an option first.");
        assert_eq!(person.count("[data-testid=verdict]"), 0);
        person.taps("[data-testid=option]");
        until("that not to be asked for any more", || {
            match &*person.texts("[data-testid=next] [role=status]").concat() {
                "" => Ok(()),
                said => Err(said.to_owned()),
            }
        });
    })
}

pub(crate) fn a_double_tap_shows_the_explanation_and_answers_nothing_unseen() -> Journey {
    on_a_phone(|person| {
        // Lines to be put in order stand in some order from the start, which is an answer.
        person.begins(&[CheckKind::Single, CheckKind::Order]);
        let check = person.is_asked();
        person.prepares(&check, Quality::Right);
        person.taps_twice(GO_ON);
        person.sees("[data-testid=session][data-place='1'] [data-testid=verdict]");
        // Until the finger has been away for long enough.
        let next = "[data-testid=session][data-place='2']";
        until("a tap to be one of its own", || {
            person.taps_twice(GO_ON);
            match person.count(next) {
                0 => Err("the first question is still there"),
                _ => Ok(()),
            }
        });
        assert_eq!(person.count("[data-testid=verdict]"), 0);
    })
}

pub(crate) fn a_key_held_down_passes_no_explanation() -> Journey {
    on_a_desktop(|person| {
        person.begins(&[CheckKind::Single, CheckKind::Bug]);
        let check = person.is_asked();
        person.answers(&check, Quality::Wrong, Means::Keyboard);
        person.has_the_focus("verdict");
        // As a keyboard repeats a key, for longer than any double tap takes. An event that is held back
        // presses no button.
        let held = "const held = target => !target.dispatchEvent(new KeyboardEvent('keydown', \
                { key: 'Enter', repeat: true, bubbles: true, cancelable: true })); \
            const both = held(document.activeElement) && held(document.querySelector(arguments[0])); \
            return [both, performance.now()]";
        let hold = || person.runs(held, vec![json!(GO_ON)]);
        let start = hold()[1].as_f64().unwrap();
        until("the key to be held for a second", || {
            let now = hold();
            assert_eq!(now[0], json!(true), "the key is taken");
            let since = now[1].as_f64().unwrap() - start;
            if since > 1_000.0 { Ok(()) } else { Err(since) }
        });
        person.sees("[data-testid=session][data-place='1'] [data-testid=verdict]");
        person.presses(thirtyfour::Key::Enter.value());
        person.sees("[data-testid=session][data-place='2']");
    })
}

pub(crate) fn the_keyboard_goes_on_where_something_has_gone_away() -> Journey {
    on_a_desktop(|person| {
        person.opens("#/session");
        person.tabs_to("[data-testid=no-session] [data-testid=start]", 0);
        person.presses(thirtyfour::Key::Enter.value());
        person.sees("[data-testid=session][data-place='1']");
        person.has_the_focus_on("h1");
        person.opens("#/");
        person.begins(&[CheckKind::Output]);
        person.tabs_to("[data-testid=show-choices]", 0);
        person.presses(thirtyfour::Key::Enter.value());
        person.has_the_focus("choices");
        person.selects("[data-testid=option]", 0);
    })
}

pub(crate) fn a_sitting_goes_on_after_a_reload() -> Journey {
    on_a_phone(|person| {
        person.begins(&[CheckKind::Single, CheckKind::Bug]);
        person.answers_and_reads(Quality::Wrong, Means::Pointer);
        person.reloads();
        person.sees("[data-testid=verdict][data-verdict=wrong]");
        person.goes_on(Means::Pointer);
        person.sees("[data-testid=session][data-place='2']");
        person.opens("#/");
        person.taps("[data-testid=resume]");
        person.answers_and_reads(Quality::Right, Means::Pointer);
        person.goes_on(Means::Pointer);
        person.sees("[data-testid=session][data-place='3']");
        person.answers_and_reads(Quality::Right, Means::Pointer);
        person.goes_on(Means::Pointer);
        person.sees("[data-testid=result][data-right='1']");
    })
}

impl Person {
    /// Taps twice, as fast as a script can: before the page has shown what the first tap did.
    fn taps_twice(&self, selector: &str) {
        let script = "const done = arguments[1], tap = () => document.querySelector(arguments[0]).click(); \
            tap(); setTimeout(() => { tap(); done() })";
        let tapped = self
            .browser
            .driver()
            .execute_async(script, vec![json!(selector)]);
        self.does(tapped).expect("the button can be tapped");
    }

    /// Begins a sitting with one check of each of these kinds, as if it had been left earlier.
    pub(crate) fn begins(&self, kinds: &[CheckKind]) {
        self.begins_steps(steps_of(kinds));
    }

    /// The same with these checks of these questions.
    pub(crate) fn begins_steps(&self, steps: Vec<[String; 2]>) {
        let earlier = json!({ "version": 1, "seed": "7", "verdicts": [] });
        self.goes_into(earlier, steps);
    }

    /// The same with an exam of one check.
    pub(crate) fn begins_exam(&self, kind: CheckKind) {
        let exam = json!({
            "version": 3, "at": 1, "mode": "exam", "seed": "7", "planned": 1, "answers": [],
        });
        self.goes_into(exam, steps_of(&[kind]));
    }

    fn goes_into(&self, mut session: Value, steps: Vec<[String; 2]>) {
        session["steps"] = json!(steps);
        session["stage"] = json!("asking");
        self.sees("[data-testid=home]");
        self.keeps("pydrill.session", &session.to_string());
        let own = "sessionStorage.setItem('pydrill.session', 'pydrill.session')";
        self.runs(own, vec![]);
        // Without telling the app that is open, which would say that nothing is under way.
        self.runs("history.replaceState(null, '', '#/session')", vec![]);
        self.reloads();
    }

    /// Answers the check that is asked and reads what is said of the answer.
    fn answers_and_reads(&self, quality: Quality, means: Means) {
        let check = self.is_asked();
        let verdict = self.answers(&check, quality, means);
        match quality {
            Quality::Right => assert_eq!(verdict, "correct", "{check:?}"),
            // One of several lines in place is partly right.
            Quality::Wrong => assert!(
                ["wrong", "partly"].contains(&&*verdict),
                "{verdict}: {check:?}"
            ),
        }
        let explained = self.count("[data-testid=marked]");
        match &check {
            Check::Single(choice) | Check::Multi(choice) => {
                assert_eq!(explained, choice.options.len())
            }
            Check::Output(_) | Check::Blank(_) | Check::Order(_) | Check::Bug(_) => {
                assert!(explained > 0)
            }
        }
    }

    fn answers_every_kind(&self, means: Means) {
        const KINDS: [CheckKind; 6] = [
            CheckKind::Single,
            CheckKind::Multi,
            CheckKind::Output,
            CheckKind::Blank,
            CheckKind::Order,
            CheckKind::Bug,
        ];
        for (quality, right) in [(Quality::Right, 6), (Quality::Wrong, 0)] {
            self.opens("#/");
            self.begins(&KINDS);
            for (kind, place) in KINDS.iter().zip(1..) {
                self.sees(&format!("[data-testid=session][data-place='{place}']"));
                assert_eq!(
                    self.attribute("[data-testid=check]", "data-kind")
                        .as_deref(),
                    Some(kind.name())
                );
                self.answers_and_reads(quality, means);
                self.goes_on(means);
            }
            // What was missed comes again.
            for place in 7..13 - right {
                self.sees(&format!("[data-testid=session][data-place='{place}']"));
                self.answers_and_reads(quality, means);
                self.goes_on(means);
            }
            self.sees(&format!("[data-testid=result][data-right='{right}']"));
        }
    }
}

/// A check of each kind, of the first question that has one.
fn steps_of(kinds: &[CheckKind]) -> Vec<[String; 2]> {
    let bank = bank();
    let step = |kind: &CheckKind| {
        let entries = bank.questions().iter();
        let mut asked = entries.flat_map(|entry| entry.checks.iter().map(move |it| (entry, it)));
        let (entry, check) = asked
            .find(|(_, check)| check.kind == *kind)
            .expect("the bank has every kind");
        [entry.id.to_string(), check.name.to_string()]
    };
    kinds.iter().map(step).collect()
}
