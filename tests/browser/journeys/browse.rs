//! Finding one question among all: by tracks, by words, by what questions have in common.

use super::{Journey, on_a_desktop, on_a_phone};
use crate::person::Person;
use crate::wait::until;
use serde_json::json;
use thirtyfour::Key;

const ROWS: &str = "[data-testid=question-row]";
const TOLD: &str = "[data-testid=told]";

pub(crate) fn a_row_of_a_track_leads_to_its_question_and_counts() -> Journey {
    on_a_phone(|person| {
        person.taps_nth("[data-testid=way-row] a", 1);
        person.reads("h1", "Tracks");
        person.taps("[data-testid=track-row] a[href='#/track/all-round']");
        person.reads("h1", "The all-round interview");
        person.has_the_focus_on("h1");
        person.reads("[data-testid=tally]", "0 of ");
        person.reads("[data-testid=to-come]", "still to come");
        person.reads("[data-testid=planned-row]", "Still to come");
        // A row may lead to more than one question.
        let seventh = "section:nth-of-type(1) [data-testid=track-row]:nth-child(7) a";
        assert_eq!(person.count(seventh), 2);
        person.taps(seventh);
        person.reads("h1", "The dict type");
        person.taps("[data-testid=reveal]");
        for place in 0..person.count("[data-testid=key-point]") {
            person.taps_nth("[data-testid=key-point]", place);
        }
        person.taps("[data-testid=judge]");
        person.sees("[data-testid=verdict]");
        person.goes_back();
        person.reads("[data-testid=tally]", "1 of ");
        person.reads("[data-standing=right]", "The dict type");
    })
}

pub(crate) fn a_track_starts_a_sitting_of_its_next_questions() -> Journey {
    on_a_phone(|person| {
        person.opens("#/track/one-evening");
        person.taps("[data-testid=start]");
        person.sees("[data-testid=check]");
        let sitting = person.kept(&person.own_sitting()).unwrap();
        for question in ["mutable-vs-immutable", "is-vs-equals", "legb-scope"] {
            assert!(sitting.contains(question), "{question} in {sitting}");
        }
        person.opens("#/track/no-such-track");
        person.reads("h1", "No such page");
    })
}

pub(crate) fn a_mistyped_word_finds_a_title_and_another_word_an_answer() -> Journey {
    on_a_phone(|person| {
        person.taps("[data-testid=way-row] a");
        person.reads("h1", "All questions");
        person.seeks("decoratros");
        person.reads(TOLD, "No “decoratros” anywhere");
        person.reads(&format!("{ROWS} mark"), "decorators");
        // It stands in the text of answers only, which come in a moment.
        person.seeks("bytecode");
        person.reads("[data-testid=excerpt] mark", "bytecode");
        person.seeks("qqqqqq");
        person.reads(TOLD, "No question matches. Try fewer words");
        assert_eq!(person.count(ROWS), 0);
        person.seeks("<b>gil</b>");
        assert_eq!(person.count("main b"), 0);
        person.taps("[data-testid=show-all]");
        person.has_the_focus("search");
        person.reads(TOLD, " questions.");
        assert_eq!(person.field("[data-testid=search]"), "");
    })
}

pub(crate) fn questions_are_filtered_and_found_again_on_the_way_back() -> Journey {
    on_a_phone(|person| {
        person.judges_the_gil_aloud();
        person.opens("#/questions");
        person.taps("[data-testid=state] option[value=learning]");
        person.reads(TOLD, "1 of ");
        person.reads(ROWS, "What is the GIL");
        person.taps("[data-testid=level] option[value=beginner]");
        person.reads(TOLD, "No question matches all of this.");
        person.taps("[data-testid=show-all]");
        person.taps("[data-testid=topic] option[value=coding]");
        person.taps("[data-testid=kind] option[value=coding]");
        person.seeks("palindrme");
        person.reads(&format!("{ROWS} mark"), "palindrome");
        person.taps(&format!("{ROWS} a"));
        person.sees("[data-testid=question]");
        person.goes_back();
        person.reads(&format!("{ROWS} mark"), "palindrome");
        assert_eq!(person.field("[data-testid=search]"), "palindrme");
        assert_eq!(person.field("[data-testid=topic]"), "coding");
        assert_eq!(person.field("[data-testid=kind]"), "coding");
        person.taps("[data-testid=start]");
        person.sees("[data-testid=check]");
    })
}

pub(crate) fn all_questions_are_reached_row_by_row() -> Journey {
    on_a_phone(|person| {
        person.opens("#/questions");
        person.sees(ROWS);
        let told = person.does(person.sees(TOLD).text()).unwrap();
        let all: usize = told.split(' ').next().unwrap().parse().unwrap();
        assert!(person.count(ROWS) < all, "rows that nobody sees are there");
        person.tabs_to("[data-testid=more]", 0);
        // While the focus is among them no rows come by themselves.
        let at_first = person.count(ROWS);
        person.presses(Key::Enter.value());
        person.has_the_focus_on(&format!("main .rows > li:nth-child({}) a", at_first + 1));
        // Rows come by themselves to who scrolls, but not to who goes from row to row.
        person.runs("document.activeElement.blur()", vec![]);
        until("all rows to be there", || {
            person.runs("scrollTo(0, document.body.scrollHeight)", vec![]);
            match person.runs(
                "return document.querySelectorAll(arguments[0]).length",
                vec![json!(ROWS)],
            ) {
                rows if rows == json!(all) => Ok(()),
                rows => Err(rows),
            }
        });
        assert_eq!(person.count("[data-testid=more]"), 0);
        let left = person.runs("return scrollY", vec![]).as_f64().unwrap();
        let last = "const rows = document.querySelectorAll(arguments[0] + ' a'); rows[rows.length - 1].click()";
        person.runs(last, vec![json!(ROWS)]);
        person.sees("[data-testid=question]");
        person.goes_back();
        until("the page to stand where it was left", || {
            let now = person.runs("return scrollY", vec![]).as_f64().unwrap();
            if (now - left).abs() < 2.0 {
                Ok(())
            } else {
                Err(now)
            }
        });
    })
}

pub(crate) fn a_question_is_found_by_keyboard_alone() -> Journey {
    on_a_desktop(|person| {
        person.tabs_to("[data-testid=way-row] a", 0);
        person.presses(Key::Enter.value());
        person.has_the_focus_on("h1");
        person.tabs_to("[data-testid=search]", 0);
        person.presses("decoratros");
        person.reads(&format!("{ROWS} mark"), "ecorators");
        person.tabs_to("[data-testid=level]", 0);
        person.presses("adv");
        person.reads(TOLD, "something like it");
        person.tabs_to(&format!("{ROWS} a"), 0);
        person.presses(Key::Enter.value());
        person.reads("h1", "ecorators with arguments");
        person.goes_back();
        person.tabs_to("[data-testid=show-all]", 0);
        person.presses(Key::Enter.value());
        person.has_the_focus("search");
        person.opens("#/tracks");
        person.tabs_to("[data-testid=track-row] a", 0);
        person.presses(Key::Enter.value());
        person.sees("[data-testid=section]");
        person.tabs_to(&format!("{ROWS} a"), 1);
        person.presses(Key::Enter.value());
        person.sees("[data-testid=question]");
    })
}

impl Person {
    /// Types into the search in place of what is there.
    pub(crate) fn seeks(&self, text: &str) {
        self.sees("[data-testid=search]");
        self.runs(
            "document.querySelector('[data-testid=search]').select()",
            vec![],
        );
        self.types("[data-testid=search]", 0, text);
    }

    /// What a field holds.
    pub(crate) fn field(&self, selector: &str) -> String {
        self.sees(selector);
        let script = "return document.querySelector(arguments[0]).value";
        let value = self.runs(script, vec![json!(selector)]);
        value.as_str().unwrap_or_default().to_owned()
    }
}
