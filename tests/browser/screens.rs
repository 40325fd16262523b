//! Every screen of the app, and how a person gets there: for what is to be true of all of them.

use crate::answer::{Means, Quality};
use crate::person::Person;
use bank::check::CheckKind;

/// A screen worth looking at.
pub(crate) struct Look {
    /// For the name of a picture.
    pub(crate) name: &'static str,
    /// From anywhere.
    pub(crate) go: fn(&Person),
}

/// Each screen in each of its states that looks different.
pub(crate) const SCREENS: &[Look] = &[
    Look {
        name: "home",
        go: |person| person.arrives("#/", "home"),
    },
    Look {
        name: "topic",
        go: |person| person.arrives("#/topic/basics", "topic"),
    },
    Look {
        name: "question",
        go: |person| person.arrives("#/question/gil", "question"),
    },
    Look {
        name: "question-answered",
        go: |person| person.reveals("gil"),
    },
    Look {
        name: "exercise",
        go: |person| {
            person.arrives("#/", "home");
            person.arrives("#/question/palindrome", "exercise");
            person.sees("[data-testid=editor][contenteditable]");
        },
    },
    Look {
        name: "exercise-ran",
        go: |person| person.runs_and_hears("Done in", SPEAKS, "run"),
    },
    Look {
        name: "exercise-raised",
        go: |person| person.runs_and_hears("ZeroDivisionError", RAISES, "run"),
    },
    Look {
        name: "exercise-late",
        go: |person| person.runs_and_hears("its time was up", "while True: pass", "run"),
    },
    Look {
        name: "exercise-failed",
        go: |person| person.runs_and_hears("3 of 4 cases", FAILS, "test"),
    },
    Look {
        name: "exercise-passed",
        go: |person| person.runs_and_hears("All 10 cases pass", PASSES, "test"),
    },
    Look {
        name: "program-opened",
        go: |person| {
            person.reveals("dict-basics");
            person.taps("[data-testid=run-here]");
            person.sees("[data-testid=editor]");
        },
    },
    Look {
        name: "coding-answered",
        go: |person| person.reveals("palindrome"),
    },
    Look {
        name: "design-answered",
        go: |person| person.reveals("url-shortener"),
    },
    Look {
        name: "single",
        go: |person| person.is_shown(CheckKind::Single),
    },
    Look {
        name: "single-explained",
        go: |person| person.is_explained(CheckKind::Single),
    },
    Look {
        name: "multi",
        go: |person| person.is_shown(CheckKind::Multi),
    },
    Look {
        name: "multi-explained",
        go: |person| person.is_explained(CheckKind::Multi),
    },
    Look {
        name: "output",
        go: |person| person.is_shown(CheckKind::Output),
    },
    Look {
        name: "output-explained",
        go: |person| person.is_explained(CheckKind::Output),
    },
    Look {
        name: "blank",
        go: |person| person.is_shown(CheckKind::Blank),
    },
    Look {
        name: "blank-explained",
        go: |person| person.is_explained(CheckKind::Blank),
    },
    Look {
        name: "order",
        go: |person| person.is_shown(CheckKind::Order),
    },
    Look {
        name: "order-explained",
        go: |person| person.is_explained(CheckKind::Order),
    },
    Look {
        name: "bug",
        go: |person| person.is_shown(CheckKind::Bug),
    },
    Look {
        name: "bug-explained",
        go: |person| person.is_explained(CheckKind::Bug),
    },
    Look {
        name: "result",
        go: |person| {
            person.is_explained(CheckKind::Single);
            person.goes_on(Means::Pointer);
            person.sees("[data-testid=result]");
        },
    },
    Look {
        name: "no-result",
        go: |person| {
            person.arrives("#/", "home");
            let forget = "for (const key of Object.keys(localStorage)) {
                if (key.startsWith('pydrill.session')) localStorage.removeItem(key);
            }";
            person.runs(forget, vec![]);
            person.reloads();
            person.arrives("#/result", "no-result");
        },
    },
    Look {
        name: "no-session",
        go: |person| person.arrives("#/session", "no-session"),
    },
    Look {
        name: "settings",
        go: |person| person.arrives("#/settings", "settings"),
    },
    Look {
        name: "nothing-here",
        go: |person| person.arrives("#/question/that-left", "nothing-here"),
    },
];

/// Programs for the exercise of the palindrome.
const SPEAKS: &str = "import sys\nprint('one line')\nprint('careful', file=sys.stderr)\n\n\
    def is_palindrome(text):\n    return sorted(text)";
const RAISES: &str = "def is_palindrome(text):\n    return len(text) / 0";
const FAILS: &str = "def is_palindrome(text):\n    print(text)\n    return text == text[::-1]";
pub(crate) const PASSES: &str = "def is_palindrome(text):\n    k = [c.lower() for c in text if c.isalnum()]\n    \
    return k == k[::-1]";

impl Person {
    /// Runs or tests a program in place of the one that is there.
    fn runs_and_hears(&self, expected: &str, program: &str, button: &str) {
        self.arrives("#/", "home");
        self.arrives("#/question/palindrome", "exercise");
        self.sees("[data-testid=editor][contenteditable]");
        self.writes(program);
        self.taps(&format!("[data-testid={button}]"));
        self.hears(expected);
    }

    /// Puts a theme on the page, as the setting does.
    pub(crate) fn wears(&self, theme: &str) {
        let script = "document.documentElement.dataset.theme = arguments[0]; \
            for (const id of ['dark', 'dark-bars']) \
            document.getElementById(id).media = arguments[0] === 'dark' ? 'screen' : 'not all'";
        self.runs(script, vec![theme.into()]);
    }

    fn arrives(&self, fragment: &str, page: &str) {
        self.opens(fragment);
        self.sees(&format!("[data-testid={page}]"));
    }

    fn reveals(&self, question: &str) {
        self.arrives(&format!("#/question/{question}"), "question");
        self.taps("[data-testid=reveal]");
        self.sees("[data-testid=references]");
    }

    fn is_shown(&self, kind: CheckKind) {
        self.arrives("#/", "home");
        self.begins(&[kind]);
        self.sees("[data-testid=check]");
    }

    fn is_explained(&self, kind: CheckKind) {
        self.is_shown(kind);
        let check = self.is_asked();
        self.answers(&check, Quality::Wrong, Means::Pointer);
    }
}
