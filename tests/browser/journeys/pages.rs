//! The static pages: read without the app, led into it, found by an address that was mistyped, printed.

use super::{Journey, on_a_desktop, on_a_phone};
use crate::answer::bank;
use crate::person::Person;
use crate::site::Terms;
use crate::wait::until;
use bank::name::QuestionId;
use serde_json::Value;

const WITHOUT_SCRIPTS: Terms = Terms {
    header: "Content-Security-Policy: sandbox allow-same-origin\r\n",
    lost: &[],
    instead: "",
    before: "",
    under: "",
    is_plain: false,
    is_good: false,
    old_pages: None,
};

/// What Chromium says of the probe, which is a script too.
const BLOCKED: &str = "Blocked script execution";

pub(crate) fn a_question_is_read_without_scripts() -> Journey {
    Journey {
        terms: WITHOUT_SCRIPTS,
        forgives: &[BLOCKED],
        ..on_a_phone(|person| {
            person.reads("main a[href='q/']", "read all questions");
            person.opens("q/");
            person.reads("h1", "All questions");
            person.reads("#concurrency a[href='../q/gil/']", "What is the GIL");
            person.opens("q/gil/");
            person.reads("h1", "What is the GIL");
            person.reads(
                "#short-answer",
                "a thread must hold it to run Python bytecode",
            );
            person.reads("#full-answer", "Why it exists");
            person.reads("#code", "both_have_read");
            person.reads("#references", "PEP 703");
        })
    }
}

pub(crate) fn what_one_can_try_oneself_is_answered_behind_a_press() -> Journey {
    on_a_phone(|person| {
        person.sees("[data-testid=home]");
        person.opens("q/gil/");
        let gil = QuestionId::parse("gil").unwrap();
        let checks = bank().question(&gil).unwrap().checks.len();
        person.sees("#checks summary");
        assert_eq!(person.count("#checks summary"), checks);
        assert!(!person.is_shown_some("#checks [data-mark]"));
        (0..checks).for_each(|place| person.taps_nth("#checks summary", place));
        until("the answers to be open", || {
            match person.is_shown_some("#checks [data-mark]") {
                true => Ok(()),
                false => Err("they are closed"),
            }
        });
    })
}

pub(crate) fn a_page_leads_to_its_neighbours_and_into_the_app() -> Journey {
    on_a_phone(|person| {
        person.sees("[data-testid=home]");
        person.opens("q/gil/");
        person.taps("a[rel=prev]");
        person.has_left_the_gil();
        person.taps("a[rel=next]");
        person.reads("h1", "What is the GIL");
        person.taps("main a[href$='#/question/gil']");
        person.reads("[data-testid=question] h1", "What is the GIL");
        person.sees("[data-testid=reveal]");
        person.opens("#/topic/basics");
        person.taps("[data-testid=on-paper]");
        person.reads("[data-testid=page-group] h1", "Language basics");
        person.taps("#paper a");
        person.reads("[data-testid=page-sheet] h1", "Language basics: questions");
    })
}

pub(crate) fn an_address_that_was_mistyped_leads_to_the_question_that_was_meant() -> Journey {
    Journey {
        forgives: &["404"],
        ..on_a_phone(|person| {
            person.sees("[data-testid=home]");
            for address in [
                "q/palindrom/",
                "q/palnidrome",
                "q/deep/er/Palindromes.html",
                "palindrom",
            ] {
                person.opens(address);
                person.reads("[data-testid=page-lost] #meant a", "Valid palindrome");
                person.finds_no_barrier_on(address);
                person.taps("#meant a");
                person.reads("[data-testid=page-question] h1", "Valid palindrome");
            }
            // Nothing is like this one.
            person.opens("q/zzzzzzzzzzzz/");
            person.taps("#ways a[href$='/pydrill/q/']");
            person.reads("h1", "All questions");
        })
    }
}

pub(crate) fn an_address_of_earlier_days_leads_on_at_any_depth() -> Journey {
    let terms = Terms {
        // No id has been changed so far.
        before: "{ const parse = JSON.parse; JSON.parse = (...all) => { const known = parse(...all); \
            if (known?.renamed) known.renamed['global-lock'] = 'gil'; return known; }; }",
        ..Terms::default()
    };
    Journey {
        terms,
        forgives: &["404"],
        ..on_a_phone(|person| {
            person.sees("[data-testid=home]");
            for address in [
                "q/global-lock/",
                "q/global_lock",
                "old/questions/global-lock.html",
                "q/GIL",
            ] {
                person.opens(address);
                person.reads("[data-testid=page-question] h1", "What is the GIL");
            }
        })
    }
}

/// A file that should be there and is not sent the person from its address to its address, for ever.
pub(crate) fn a_page_that_is_missing_is_not_asked_for_again_and_again() -> Journey {
    let terms = Terms {
        lost: &["q/gil/"],
        ..Terms::default()
    };
    Journey {
        terms,
        forgives: &["404"],
        ..on_a_phone(|person| {
            person.sees("[data-testid=home]");
            person.opens("q/gil/");
            person.reads("[data-testid=page-lost] #meant a", "What is the GIL");
            let asked = person.site.log().requests.into_iter();
            assert_eq!(
                asked.filter(|(path, _)| path.ends_with("q/gil/")).count(),
                1
            );
        })
    }
}

pub(crate) fn without_scripts_a_lost_address_leads_to_the_questions() -> Journey {
    Journey {
        terms: WITHOUT_SCRIPTS,
        forgives: &[BLOCKED, "404"],
        ..on_a_phone(|person| {
            person.opens("q/palindrom/");
            person.reads("h1", "No such page");
            // A level up from here, as the browser understands it, is the list of all questions.
            person.sees("#ways a[href='../']");
            person.opens("q/palindrom/../");
            person.reads("h1", "All questions");
        })
    }
}

pub(crate) fn on_paper_everything_is_open_or_the_answers_are_left_out() -> Journey {
    on_a_desktop(|person| {
        person.sees("[data-testid=home]");
        person.opens("q/palindrome/");
        person.is_on_paper();
        let shown = |selector: &str| person.is_shown_some(selector);
        until("what opens to be open", || {
            match shown("#checks [data-mark]") {
                true => Ok(()),
                false => Err("it is closed"),
            }
        });
        assert!(shown("#short-answer") && shown("#solutions pre"));
        assert!(
            !shown("main a[href*='#/']") && !shown("nav[aria-label=Pydrill]") && !shown("#paper")
        );

        person.opens("q/palindrome/");
        person.taps("#paper label:has(#question-alone)");
        person.is_on_paper();
        until("the answers to be left out", || {
            match shown("#short-answer") {
                true => Err("they are there"),
                false => Ok(()),
            }
        });
        assert!(!shown("#key-points") && !shown("#solutions") && !shown("#checks [data-mark]"));
        assert!(shown("h1") && shown("dl") && shown("#checks pre"));
    })
}

pub(crate) fn the_chosen_theme_is_worn_by_static_pages_too() -> Journey {
    let pages = |person: &Person| {
        for (place, theme) in [(2, "dark"), (1, "light")] {
            person.opens("#/settings");
            person.taps_nth("[data-testid=theme-option]", place);
            for page in [
                "q/gil/",
                "t/basics/",
                "t/basics/answers/",
                "q/of-nothing-at-all/",
            ] {
                person.opens(page);
                person.sees("h1");
                // The page for lost addresses finds its style sheet by itself.
                until(&format!("{page} to be {theme}"), || {
                    let worn = "return getComputedStyle(document.documentElement).colorScheme";
                    match person.runs(worn, vec![]) {
                        worn if worn == theme => Ok(()),
                        worn => Err(worn.to_string()),
                    }
                });
                person.finds_no_barrier_on(page);
            }
        }
    };
    Journey {
        forgives: &["404"],
        ..on_a_phone(pages)
    }
}

impl Person {
    /// Waits for the page of another question.
    fn has_left_the_gil(&self) {
        let script = "return document.readyState === 'complete' && !location.pathname.endsWith('/q/gil/') \
            && document.querySelector('[data-testid=page-question] h1') !== null";
        until("another question", || {
            match self.runs(script, vec![]).as_bool() {
                Some(true) => Ok(()),
                other => Err(format!("{other:?}")),
            }
        });
    }

    /// Whether the page shows one of these. It is asked itself, because drivers do not agree about what is
    /// behind a press.
    fn is_shown_some(&self, selector: &str) -> bool {
        let script =
            "return [...document.querySelectorAll(arguments[0])].some(it => it.checkVisibility())";
        self.runs(script, vec![selector.into()]) == Value::Bool(true)
    }

    /// Makes the rules for paper those for the screen; not every driver can print.
    pub(super) fn is_on_paper(&self) {
        let script = "const rules = [...document.styleSheets].flatMap(sheet => [...sheet.cssRules]); \
            const paper = rules.filter(rule => rule.media?.mediaText === 'print'); \
            for (const rule of paper) rule.media.mediaText = 'all'; return paper.length";
        let changed = self.runs(script, vec![]);
        assert!(changed.as_u64() >= Some(1), "{changed}");
    }
}
