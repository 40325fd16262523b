//! A bookmark and a note: kept as they are made, seen in another tab, brought back from a backup.

use super::keeping::FILL;
use super::{Journey, on_a_desktop, on_a_phone};
use crate::person::Person;
use crate::wait::until;
use thirtyfour::Key;

const BOOKMARK: &str = "[data-testid=bookmark]";
const NOTE: &str = "[data-testid=note]";
const SAID: &str = "[data-testid=note-said]";

pub(crate) fn a_bookmark_and_a_note_survive_a_reload_and_a_restore() -> Journey {
    on_a_phone(|person| {
        let note = "One \"lock\",\nmany threads \\ processes";
        person.opens("#/question/gil");
        person.taps(BOOKMARK);
        person.notes(note);
        person.taps("[data-testid=reveal]");
        person.sees("[data-testid=references]");
        assert_eq!(person.field(NOTE), note);
        person.reloads();
        assert_eq!(person.field(NOTE), note);
        person.is_bookmarked("true");
        person.opens("#/questions");
        person.taps("[data-testid=state] option[value=bookmarked]");
        person.reads("[data-testid=told]", "1 of ");
        person.opens("#/settings");
        person.takes_downloads();
        person.taps("[data-testid=backup]");
        let backup = person.has_taken();
        person.types("[data-testid=erase-word]", 0, "erase");
        person.taps("[data-testid=erase]");
        person.reads("[data-testid=erased]", "It is erased.");
        person.opens("#/question/gil");
        person.is_bookmarked("false");
        person.opens("#/settings");
        person.chooses("remarks.json", &backup);
        person.reads("[data-testid=found]", "It brings 2 bookmarks and notes");
        person.taps("[data-testid=add]");
        person.reads("[data-testid=found]", "are here now");
        person.opens("#/question/gil");
        assert_eq!(person.field(NOTE), note);
        person.is_bookmarked("true");
        person.taps(BOOKMARK);
        person.is_bookmarked("false");
        person.reloads();
        person.is_bookmarked("false");
    })
}

pub(crate) fn what_is_said_in_one_tab_is_seen_in_the_other() -> Journey {
    on_a_desktop(|person| {
        let tabs = person.has_two_tabs();
        for tab in &tabs {
            person.goes_to(tab);
            person.opens("#/question/gil");
            person.is_bookmarked("false");
        }
        person.goes_to(&tabs[0]);
        person.taps(BOOKMARK);
        person.notes("seen there");
        person.goes_to(&tabs[1]);
        person.is_bookmarked("true");
        until("the other tab's note", || {
            let script = "return document.querySelector('[data-testid=note]').value";
            match person.runs(script, vec![]).as_str() {
                Some("seen there") => Ok(()),
                other => Err(format!("{other:?}")),
            }
        });
        person.keeps_one_tab(&tabs);
    })
}

pub(crate) fn a_note_for_which_there_is_no_room_says_so() -> Journey {
    on_a_phone(|person| {
        person.opens("#/question/gil");
        person.notes("kept");
        person.runs(FILL, vec![]);
        person.types(NOTE, 0, &" and more".repeat(40));
        person.reads(SAID, "There is no room for this note");
        person.sees("[data-trouble=full]");
        person.reloads();
        assert!(person.field(NOTE).starts_with("kept"));
    })
}

pub(crate) fn a_note_is_text_and_no_longer_than_it_says() -> Journey {
    on_a_phone(|person| {
        person.opens("#/question/gil");
        person.notes("<b id=bold>x</b>");
        assert_eq!(person.count("main #bold"), 0);
        let long = "const note = document.querySelector('[data-testid=note]'); note.value = 'x'.repeat(3999); \
            note.dispatchEvent(new Event('input', { bubbles: true }))";
        person.runs(long, vec![]);
        person.types(NOTE, 0, "yz");
        person.reads(SAID, "this one is full");
        assert_eq!(person.field(NOTE).len(), 4000);
        person.reloads();
        assert!(person.field(NOTE).ends_with("xy"));
    })
}

pub(crate) fn a_question_is_bookmarked_and_noted_by_keyboard_alone() -> Journey {
    on_a_desktop(|person| {
        person.opens("#/question/slots");
        person.tabs_to(BOOKMARK, 0);
        person.presses(" ");
        person.is_bookmarked("true");
        person.tabs_to("[data-testid=note-part] summary", 0);
        person.presses(Key::Enter.value());
        person.tabs_to(NOTE, 0);
        person.presses("fixed names");
        person.reloads();
        assert_eq!(person.field(NOTE), "fixed names");
        person.is_bookmarked("true");
    })
}

impl Person {
    /// Writes a note on the question that is shown.
    pub(crate) fn notes(&self, text: &str) {
        self.taps("[data-testid=note-part] summary");
        self.types(NOTE, 0, text);
        until("the note to be written", || {
            let now = self.field(NOTE);
            if now == text { Ok(()) } else { Err(now) }
        });
    }

    fn is_bookmarked(&self, pressed: &str) {
        until("the bookmark to say how it is", || {
            match self.attribute(BOOKMARK, "aria-pressed") {
                Some(now) if now == pressed => Ok(()),
                now => Err(format!("{now:?}")),
            }
        });
    }
}
