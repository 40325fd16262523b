//! A sitting: questions one after the other, each answered and explained at once, and the result.

use super::{Journey, on_a_desktop, on_a_phone};
use crate::answer::{GO_ON, Means, Quality, bank};
use crate::person::Person;
use bank::check::{Check, CheckKind};
use serde_json::json;

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
            person.taps(GO_ON);
        }
        person.sees("[data-testid=result][data-right='7']");
        assert_eq!(person.count("[data-testid=missed-row]"), 3);
        person.taps("[data-testid=again]");
        for place in 1..=3 {
            person.sees(&format!("[data-testid=session][data-place='{place}']"));
            person.answers_and_reads(Quality::Right, Means::Pointer);
            person.taps(GO_ON);
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
    })
}

pub(crate) fn a_sitting_goes_on_after_a_reload() -> Journey {
    on_a_phone(|person| {
        person.begins(&[CheckKind::Single, CheckKind::Bug]);
        person.answers_and_reads(Quality::Wrong, Means::Pointer);
        person.reloads();
        person.sees("[data-testid=verdict][data-verdict=wrong]");
        person.taps(GO_ON);
        person.sees("[data-testid=session][data-place='2']");
        person.opens("#/");
        person.taps("[data-testid=resume]");
        person.answers_and_reads(Quality::Right, Means::Pointer);
        person.taps(GO_ON);
        person.sees("[data-testid=result][data-right='1']");
    })
}

impl Person {
    /// Begins a sitting with one check of each of these kinds, as if it had been left earlier.
    pub(crate) fn begins(&self, kinds: &[CheckKind]) {
        let bank = bank();
        let steps = kinds.iter().map(|kind| {
            let mut asked = bank
                .questions()
                .iter()
                .flat_map(|entry| entry.checks.iter().map(|check| (&entry.id, check)));
            let (id, check) = asked
                .find(|(_, check)| check.kind == *kind)
                .expect("the bank has every kind");
            [id.as_str(), check.name.as_str()]
        });
        let steps: Vec<[&str; 2]> = steps.collect();
        let session =
            json!({ "version": 1, "seed": "7", "steps": steps, "verdicts": [], "stage": "asking" });
        self.sees("[data-testid=home]");
        self.keeps("pydrill.session", &session.to_string());
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
                match means {
                    Means::Pointer => self.taps(GO_ON),
                    Means::Keyboard => {
                        self.tabs_to(GO_ON, 0);
                        self.presses(thirtyfour::Key::Enter.value());
                    }
                }
            }
            self.sees(&format!("[data-testid=result][data-right='{right}']"));
        }
    }
}
