//! Keys that do something anywhere on a page, and nothing while somebody writes.

use super::{Journey, on_a_desktop};
use crate::answer::{Means, Quality};
use crate::person::Person;
use crate::wait::until;
use bank::check::CheckKind;
use serde_json::json;
use thirtyfour::Key;

pub(crate) fn keys_do_what_buttons_do() -> Journey {
    on_a_desktop(|person| {
        person.opens("#/question/gil");
        person.sees("[data-testid=reveal]");
        person.presses(" ");
        person.sees("[data-testid=short-answer]");
        person.presses("1");
        let ticked = "return document.querySelector('[data-testid=key-point] input').checked";
        assert_eq!(person.runs(ticked, vec![]), json!(true));
        person.sees("[data-testid=bookmark][aria-pressed=false]");
        person.presses("b");
        person.sees("[data-testid=bookmark][aria-pressed=true]");
        // Where it would decide an exercise, the key that scrolls does nothing else.
        person.opens("#/question/palindrome");
        person.sees("[data-testid=reveal]");
        person.has_the_focus_on("h1");
        person.presses(" ");
        person.presses("b");
        person.sees("[data-testid=bookmark][aria-pressed=true]");
        assert_eq!(person.count("[data-testid=short-answer]"), 0);
        person.opens("#/");
        person.begins(&[CheckKind::Single, CheckKind::Bug]);
        person.sees("[data-testid=option]");
        person.presses("2");
        let chosen = "return [...document.querySelectorAll('[data-testid=option] input')]\
            .findIndex(it => it.checked)";
        assert_eq!(person.runs(chosen, vec![]), json!(1));
        person.presses(Key::Enter.value());
        person.sees("[data-testid=verdict]");
        until("Enter to go on", || {
            person.presses(Key::Enter.value());
            match person.count("[data-testid=session][data-place='2']") {
                0 => Err("it is the first check still"),
                _ => Ok(()),
            }
        });
        person.presses("u");
        person.sees("[data-testid=session][data-place='1']");
        person.presses("?");
        person.reads("[data-testid=keys]", "Undo");
        person.finds_no_barrier_on("the list of keys");
        person.presses(Key::Escape.value());
        person.keys_are_not_listed();
        person.sees("[data-testid=session][data-place='1']");
        person.presses("/");
        person.has_the_focus_on("#search");
    })
}

pub(crate) fn keys_are_letters_where_somebody_writes_and_can_be_switched_off() -> Journey {
    on_a_desktop(|person| {
        person.begins(&[CheckKind::Single, CheckKind::Output]);
        person.answers(&person.is_asked(), Quality::Right, Means::Pointer);
        person.goes_on(Means::Pointer);
        person.sees("[data-testid=session][data-place='2']");
        person.types("[data-testid=output]", 0, "u1/ ?b");
        let typed = "return document.querySelector('[data-testid=output]').value";
        assert_eq!(person.runs(typed, vec![]), json!("u1/ ?b"));
        person.keys_are_not_listed();
        person.opens("#/settings");
        person.taps("[data-testid=keys-on]");
        person.presses("?");
        person.taps("[data-testid=show-keys]");
        person.taps("[data-testid=close-keys]");
        person.keys_are_not_listed();
        person.opens("#/session");
        person.sees("[data-testid=session][data-place='2']");
        person.presses("?u");
        person.keys_are_not_listed();
        person.sees("[data-testid=session][data-place='2']");
        person.reloads();
        person.sees("[data-testid=session][data-place='2']");
        person.presses("?");
        person.keys_are_not_listed();
    })
}

impl Person {
    fn keys_are_not_listed(&self) {
        until("the list of keys to be closed", || {
            match self.count("dialog[open]") {
                0 => Ok(()),
                _ => Err("it is open"),
            }
        });
    }
}
