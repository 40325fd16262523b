//! What a sitting can be besides ten questions: put together, an exam, asked again, taken back.

use super::{Journey, on_a_desktop, on_a_phone};
use crate::answer::{GO_ON, Means, Quality, bank};
use crate::person::Person;
use crate::wait::until;
use bank::check::CheckKind;
use bank::name::QuestionId;
use bank::question::Level;
use serde_json::Value;

pub(crate) fn an_exam_tells_nothing_until_its_end_and_goes_on_after_a_reload() -> Journey {
    on_a_phone(|person| {
        person.opens("#/mix");
        person.taps_nth("[data-testid=mix-mode-option]", 1);
        person.picks("[data-testid=mix-length-choice]", "5 checks");
        person.taps("[data-testid=start]");
        for place in 1..=5 {
            let here = format!("[data-testid=session][data-mode=exam][data-place='{place}']");
            person.sees(&here);
            if place == 3 {
                let asked = || person.texts("[data-testid=check]");
                let before = asked();
                person.reloads();
                person.sees(&here);
                assert_eq!(asked(), before, "in the same order");
            }
            let quality = if place == 2 {
                Quality::Wrong
            } else {
                Quality::Right
            };
            person.hands_in(quality, &here);
        }
        person.sees("[data-testid=result][data-right='4']");
        person.reads("[data-testid=time-used]", "for 5 answers.");
        assert_eq!(person.count("[data-testid=reviewed]"), 5);
        assert_eq!(person.count("[data-testid=reviewed][open]"), 1);
        let marked = "[data-testid=reviewed][open] [data-testid=marked]";
        assert!(person.count(marked) > 0);
        person.taps("[data-testid=reviewed]:not([open]) summary");
        person.sees("[data-testid=verdict][data-verdict=correct]");
        person.opens("#/settings");
        person.reads("[data-testid=amount]", "5 answers.");
    })
}

pub(crate) fn what_was_missed_is_asked_once_more_in_the_same_sitting() -> Journey {
    on_a_phone(|person| {
        person.begins(&[CheckKind::Single, CheckKind::Bug]);
        person.answers(&person.is_asked(), Quality::Wrong, Means::Pointer);
        person.goes_on(Means::Pointer);
        person.sees("[data-testid=session][data-place='2']");
        person.answers(&person.is_asked(), Quality::Right, Means::Pointer);
        person.reads(GO_ON, "Next");
        person.goes_on(Means::Pointer);
        person.sees("[data-testid=session][data-place='3']");
        person.reads("h1", "Again, 1 of 1");
        assert_eq!(person.count("[data-testid=steps] [data-again]"), 1);
        person.answers(&person.is_asked(), Quality::Right, Means::Pointer);
        person.reads(GO_ON, "See the result");
        person.goes_on(Means::Pointer);
        person.sees("[data-testid=result][data-right='1']");
        person.reads("[data-testid=result]", "1 of 1 came right");
    })
}

pub(crate) fn an_answer_is_taken_back_by_button_and_by_key() -> Journey {
    on_a_desktop(|person| {
        person.begins(&[CheckKind::Single, CheckKind::Bug]);
        assert_eq!(person.count("[data-testid=undo]"), 0);
        person.answers(&person.is_asked(), Quality::Wrong, Means::Pointer);
        person.taps("[data-testid=undo]");
        person.is_asked_anew();
        person.has_the_focus_on("h1");
        person.answers(&person.is_asked(), Quality::Right, Means::Pointer);
        person.goes_on(Means::Pointer);
        person.sees("[data-testid=session][data-place='2']");
        person.reloads();
        person.sees("[data-testid=session][data-place='2']");
        person.presses("u");
        person.is_asked_anew();
        person.opens("#/settings");
        person.reads("[data-testid=amount]", "0 answers.");
        person.opens("#/session");
        person.answers(&person.is_asked(), Quality::Right, Means::Pointer);
        person.goes_on(Means::Pointer);
        person.sees("[data-testid=session][data-place='2']");
        person.answers(&person.is_asked(), Quality::Wrong, Means::Pointer);
        // A double tap takes one answer back.
        person.runs(TAPS_UNDO_TWICE, vec![]);
        until("both taps to be heard", || {
            match person.runs("return window.undone", vec![]) {
                done if done == 2 => Ok(()),
                other => Err(other),
            }
        });
        person.sees("[data-testid=session][data-place='2']");
        person.answers(&person.is_asked(), Quality::Right, Means::Pointer);
        person.goes_on(Means::Pointer);
        person.sees("[data-testid=result][data-right='2']");
    })
}

/// As fast as a hand does, on whatever is there at the second time. A driver may be slower.
const TAPS_UNDO_TWICE: &str = "
    const tap = () => document.querySelector('[data-testid=undo]').click();
    window.undone = 0;
    (async () => {
        tap();
        for (let turn = 0; turn < 100; turn += 1) await null;
        tap();
        window.undone = 2;
    })();";

pub(crate) fn a_sitting_is_put_together_and_asks_nothing_else() -> Journey {
    on_a_phone(|person| {
        person.opens("#/topic/basics");
        person.taps("[data-testid=mix-link]");
        person.reads("[data-testid=next]", "questions match.");
        person.taps_nth("[data-testid=mix-level]", 0);
        // Of all kinds the one for what is printed.
        person.taps_nth("[data-testid=mix-kind]", 2);
        person.taps("[data-testid=start]");
        person.sees("[data-testid=session][data-place='1']");
        let kept: Value =
            serde_json::from_str(&person.kept(&person.own_sitting()).unwrap()).unwrap();
        let steps = kept["steps"].as_array().unwrap();
        let bank = bank();
        assert!(!steps.is_empty());
        for step in steps {
            let id = QuestionId::parse(step[0].as_str().unwrap()).unwrap();
            let entry = bank.question(&id).unwrap();
            let asked = entry
                .checks
                .iter()
                .find(|check| step[1] == check.name.as_str());
            assert_eq!(entry.topic.as_str(), "basics");
            assert_eq!(entry.level, Level::Beginner);
            assert_eq!(asked.unwrap().kind, CheckKind::Output);
        }
        person.opens("#/mix");
        for nothing in [2, 3] {
            person.taps_nth("[data-testid=mix-which-option]", nothing);
            person.reads("[data-testid=next]", "Nothing matches.");
            assert_eq!(person.count("[data-testid=start]"), 0);
        }
        person.opens("#/question/gil");
        person.taps("[data-testid=bookmark]");
        person.opens("#/mix");
        person.taps_nth("[data-testid=mix-which-option]", 3);
        person.reads("[data-testid=next]", "1 question matches.");
        person.taps("[data-testid=start]");
        person.reads("[data-testid=session]", "GIL");
    })
}

pub(crate) fn how_sure_one_is_takes_no_press_more() -> Journey {
    on_a_phone(|person| {
        person.opens("#/settings");
        person.taps("[data-testid=sureness]");
        person.opens("#/");
        person.begins(&[CheckKind::Single, CheckKind::Bug]);
        person.prepares(&person.is_asked(), Quality::Wrong);
        person.taps("[data-testid=sure]");
        person.reads("[data-testid=verdict]", "you were sure");
        assert_eq!(person.count("[data-testid=sure]"), 0);
        assert!(person.log().starts_with("L2"), "{}", person.log());
        person.reloads();
        person.reads("[data-testid=verdict]", "you were sure");
        person.goes_on(Means::Pointer);
        person.sees("[data-testid=session][data-place='2']");
        person.answers(&person.is_asked(), Quality::Right, Means::Pointer);
        person.reads("[data-testid=verdict]", "you thought so");
    })
}

impl Person {
    /// Answers a check of an exam, which says nothing of it and goes on.
    pub(crate) fn hands_in(&self, quality: Quality, here: &str) {
        self.prepares(&self.is_asked(), quality);
        until("the exam to go on", || {
            if self.count(here) == 0 {
                return Ok(());
            }
            self.taps(GO_ON);
            Err("the check is still there")
        });
        assert_eq!(self.count("[data-testid=session] [data-testid=verdict]"), 0);
    }

    /// The first check stands there as if nobody had answered it.
    fn is_asked_anew(&self) {
        self.sees("[data-testid=session][data-place='1']");
        until("the check to be asked again", || {
            match self.count("[data-testid=verdict]") {
                0 => Ok(()),
                _ => Err("it is explained"),
            }
        });
        assert_eq!(self.count("[data-testid=undo]"), 0);
        assert_eq!(self.count("[data-step=now]"), 1);
    }

    /// Chooses from a list by what it says.
    pub(crate) fn picks(&self, selector: &str, label: &str) {
        let field = self.sees(selector);
        self.does(field.send_keys(label))
            .expect("the list takes keys");
        let script = "const it = document.querySelector(arguments[0]); return it.selectedOptions[0].textContent";
        until("the choice to be made", || {
            let chosen = self.runs(script, vec![selector.into()]);
            if chosen == label {
                Ok(())
            } else {
                Err(chosen.to_string())
            }
        });
    }
}
