//! Writing a program in CodeMirror, under the policy and the styles of the release, on a desk of its own.

use super::{Journey, on_a_desktop, on_a_phone};
use crate::person::Person;
use crate::site::Terms;
use crate::wait::until;
use serde_json::json;
use thirtyfour::Key;

/// The plain field, or CodeMirror in its place.
pub(super) const EDITOR: &str = "[data-testid=editor]:not([hidden])";
pub(super) const RICH: &str = "[data-testid=editor][contenteditable]";
const BEGIN_AGAIN: &str = "[data-testid=begin-again]";
const KEY: &str = "[data-testid=key]";

/// A page with nothing but a place to write.
const DESK: Terms = Terms {
    lost: &[],
    instead: include_str!("../desk.js"),
    before: "",
    header: "",
    under: "",
    is_plain: false,
    is_good: false,
    old_pages: None,
};

pub(crate) fn the_editor_takes_the_place_of_the_field_under_the_hands() -> Journey {
    let terms = Terms {
        before: "window.waits = true;",
        ..DESK
    };
    Journey {
        terms,
        ..on_a_desktop(|person| {
            person.sees("textarea");
            let caret = "const field = document.querySelector('textarea'); field.focus(); \
                field.setSelectionRange(4, 4)";
            person.runs(caret, vec![]);
            let before = person.writing();
            person.presses("my_");
            person.has_written(&before.replace("def ", "def my_"));
            assert_eq!(person.count(RICH), 0);
            person.runs("bring()", vec![]);
            person.sees(RICH);
            person.has_written(&before.replace("def ", "def my_"));
            person.has_the_focus("editor");
            person.presses("own_");
            person.has_written(&before.replace("def ", "def my_own_"));
        })
    }
}

pub(crate) fn a_program_is_written_by_keyboard_alone() -> Journey {
    at_the_desk(on_a_desktop(|person| {
        person.sees(RICH);
        person.tabs_to(EDITOR, 0);
        person.presses_with(Key::Control, "a");
        // A bracket brings its other half, and typing that one steps over it.
        person.presses("def f(x):");
        person.presses(Key::Enter.value());
        person.presses("return [x");
        person.has_written("def f(x):\n    return [x]");
        person.presses(Key::End.value());
        person.presses(Key::Enter.value());
        person.presses_with(Key::Shift, Key::Tab.value());
        person.presses("if f:");
        person.presses(Key::Tab.value());
        person.presses("1");
        person.has_written("def f(x):\n    return [x]\nif f:   1");
        person.presses_with(Key::Control, Key::Enter.value());
        person.reads("[data-testid=runs]", "run");
        person.has_written("def f(x):\n    return [x]\nif f:   1");
        // Tab has written so far; after Escape it leads on.
        person.has_the_focus("editor");
        person.presses(Key::Escape.value());
        person.presses(Key::Tab.value());
        person.has_the_focus("begin-again");
        person.presses_with(Key::Shift, Key::Tab.value());
        person.has_the_focus("editor");
        person.presses(Key::Escape.value());
        person.presses("0");
        person.presses(Key::Tab.value());
        person.has_written("def f(x):\n    return [x]\nif f:   10  ");
        person.has_the_focus("editor");
    }))
}

pub(crate) fn keys_that_a_phone_hides_are_tapped() -> Journey {
    at_the_desk(on_a_phone(|person| {
        person.sees(RICH);
        person.taps(EDITOR);
        person.presses_with(Key::Control, Key::End.value());
        let before = person.writing();
        for key in ["[", "_", "]", ":", "\""] {
            person.taps_key(key);
            person.has_the_focus("editor");
        }
        person.has_written(&format!("{before}[_]:\"\""));
        person.undoes_until(&before);
        person.presses_with(Key::Control, Key::End.value());
        person.presses(Key::Enter.value());
        let line = person.writing();
        person.taps_key("Tab");
        person.has_written(&format!("{line}    "));
        let size = "return parseFloat(getComputedStyle(document.activeElement).fontSize)";
        let size = person.runs(size, vec![]).as_f64();
        // Below that, phones zoom the page in.
        assert!(size >= Some(16.0), "{size:?}");
    }))
}

pub(crate) fn the_editor_is_accessible_and_wears_the_theme() -> Journey {
    at_the_desk(on_a_phone(|person| {
        person.sees(RICH);
        person.finds_no_barrier_on("the desk");
        person.wears("light");
        let light = person.has_colours_of_the_page();
        person.wears("dark");
        // A style sheet that did not apply so far is fetched in the browser's own time.
        until("the editor to change with the page", || {
            let dark = person.has_colours_of_the_page();
            let both = light.iter().zip(&dark).all(|(light, dark)| light != dark);
            both.then_some(()).ok_or(format!("{light:?} {dark:?}"))
        });
        let styles = "return document.querySelectorAll('style').length";
        assert_eq!(person.runs(styles, vec![]), json!(0));
    }))
}

pub(crate) fn what_was_written_is_begun_again_and_taken_back() -> Journey {
    at_the_desk(on_a_desktop(|person| {
        person.sees(RICH);
        let starter = person.writing();
        let last_told = || person.runs("return desk.told.at(-1) ?? null", vec![]);
        person.tabs_to(EDITOR, 0);
        person.presses_with(Key::Control, Key::End.value());
        person.presses("x");
        person.has_written(&format!("{starter}x"));
        assert_eq!(last_told(), json!(format!("{starter}x")));
        person.taps(BEGIN_AGAIN);
        person.has_written(&starter);
        // What the page itself put there need not be told to it.
        assert_eq!(last_told(), json!(format!("{starter}x")));
        person.tabs_to(EDITOR, 0);
        person.presses_with(Key::Control, "z");
        person.has_written(&format!("{starter}x"));
        person.presses_with(Key::Control, "z");
        person.has_written(&starter);
        assert_eq!(last_told(), json!(starter));
    }))
}

fn at_the_desk(journey: Journey) -> Journey {
    Journey {
        terms: DESK,
        ..journey
    }
}

impl Person {
    /// What stands in the editor, whichever it is.
    pub(super) fn writing(&self) -> String {
        let script = "const shown = document.querySelector(arguments[0]); \
            return shown.value ?? [...shown.children].map(line => line.textContent).join('\\n')";
        let text = self.runs(script, vec![json!(EDITOR)]);
        text.as_str().unwrap().to_owned()
    }

    pub(super) fn has_written(&self, expected: &str) {
        until(&format!("{expected:?}"), || match self.writing() {
            text if text == expected => Ok(()),
            text => Err(format!("there is {text:?}")),
        });
    }

    /// Waits until caret and text of the editor have the colour of the page's text, and gives this and
    /// the colour of a keyword, which is another.
    fn has_colours_of_the_page(&self) -> [String; 2] {
        let script = "const editor = document.querySelector(arguments[0]), \
            colour = it => getComputedStyle(it).color, \
            word = [...editor.querySelectorAll('span')].find(it => it.textContent === 'def'); \
            return [getComputedStyle(editor).caretColor, colour(editor), colour(document.body), \
                word ? colour(word) : null]";
        until("the editor to have the colours of the page", || {
            let found = self.runs(script, vec![json!(RICH)]);
            let [caret, text, page, word] = [0, 1, 2, 3].map(|place| found[place].to_string());
            if caret == page && text == page && word != page && word != "null" {
                Ok([page, word])
            } else {
                Err(found.to_string())
            }
        })
    }

    /// Taps a key beside the editor, by what stands on it.
    fn taps_key(&self, face: &str) {
        let faces = self.texts(KEY);
        let place = faces.iter().position(|it| it == face);
        self.taps_nth(KEY, place.expect("there is such a key"));
    }

    /// How much one undoing takes back depends on how fast it was written.
    fn undoes_until(&self, expected: &str) {
        let there = || {
            self.taps_key("Undo");
            self.writing() == expected
        };
        assert!((0..9).any(|_| there()), "there is {:?}", self.writing());
    }
}
