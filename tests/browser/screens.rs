//! Every screen of the app, and how a person gets there: for what is to be true of all of them.

use crate::answer::{Means, Quality};
use crate::person::Person;
use crate::wait::until;
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
        name: "home-planned",
        go: |person| {
            person.judges_the_gil_aloud();
            person.opens("#/settings");
            person.sets_the_day_to(&person.day(23).0);
            person.arrives("#/", "start-plan");
        },
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
            person.sees("[data-testid=session][data-place='2']");
            person.answers(&person.is_asked(), Quality::Wrong, Means::Pointer);
            person.goes_on(Means::Pointer);
            person.sees("[data-testid=result]");
        },
    },
    Look {
        name: "mix",
        go: |person| {
            person.arrives("#/mix", "mix");
            person.sees("[data-testid=start]");
        },
    },
    Look {
        name: "set",
        go: |person| {
            person.arrives("#/mix", "mix");
            person.taps("[data-testid=to-set]");
            person.sees("[data-testid=set]");
        },
    },
    Look {
        name: "set-broken",
        go: |person| person.arrives("#/set/1cut-off", "no-set"),
    },
    Look {
        name: "exam-reviewed",
        go: |person| {
            person.arrives("#/", "home");
            person.begins_exam(CheckKind::Multi);
            person.hands_in(Quality::Wrong, "[data-testid=session]");
            person.sees("[data-testid=reviewed] [data-testid=verdict]");
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
        name: "questions",
        go: |person| person.arrives("#/questions", "questions-page"),
    },
    Look {
        name: "questions-found",
        go: |person| {
            person.arrives("#/questions", "questions-page");
            person.seeks("decoratros bytecode");
            person.seeks("thread");
            person.sees("[data-testid=excerpt] mark");
        },
    },
    Look {
        name: "questions-none",
        go: |person| {
            person.arrives("#/questions", "questions-page");
            person.seeks("qqqqqq");
            person.reads("[data-testid=told]", "No question matches");
        },
    },
    Look {
        name: "tracks",
        go: |person| person.arrives("#/tracks", "tracks"),
    },
    Look {
        name: "track",
        go: |person| person.arrives("#/track/first-job", "track"),
    },
    Look {
        name: "question-noted",
        go: |person| {
            person.arrives("#/", "home");
            person.arrives("#/question/slots", "question");
            person.taps("[data-testid=bookmark]");
            person.notes("No __dict__, so no new attributes.");
        },
    },
    Look {
        name: "progress",
        go: |person| {
            person.opens("#/");
            person.has_practised_for_days();
            person.arrives("#/progress", "stumbles");
        },
    },
    Look {
        name: "progress-tables",
        go: |person| {
            person.arrives("#/progress", "stumbles");
            let open = "document.querySelectorAll('details').forEach(it => it.open = true)";
            person.runs(open, vec![]);
        },
    },
    Look {
        name: "progress-empty",
        go: |person| {
            person.runs("localStorage.clear()", vec![]);
            person.reloads();
            person.arrives("#/progress", "nothing-yet");
        },
    },
    Look {
        name: "handed-over",
        go: |person| {
            person.makes_a_link();
        },
    },
    Look {
        name: "bring",
        go: |person| {
            let link = person.makes_a_link();
            person.arrives(&link, "add");
        },
    },
    Look {
        name: "bring-broken",
        go: |person| {
            person.arrives("#/bring/1cut-off", "found");
        },
    },
    Look {
        name: "nothing-here",
        go: |person| person.arrives("#/question/that-left", "nothing-here"),
    },
    Look {
        name: "page-question",
        go: |person| person.turns_to("q/gil/", "page-question"),
    },
    Look {
        name: "page-coding",
        go: |person| person.turns_to("q/palindrome/", "page-question"),
    },
    Look {
        name: "page-design",
        go: |person| person.turns_to("q/url-shortener/", "page-question"),
    },
    Look {
        name: "page-all",
        go: |person| person.turns_to("q/", "page-all"),
    },
    Look {
        name: "page-topic",
        go: |person| person.turns_to("t/basics/", "page-group"),
    },
    Look {
        name: "page-questions",
        go: |person| person.turns_to("t/coding/questions/", "page-sheet"),
    },
    Look {
        name: "page-answers",
        go: |person| person.turns_to("t/coding/answers/", "page-sheet"),
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

    /// Puts a theme on the page, as the setting does. On a static page the system decides, so it is put into
    /// the rule that asks the system.
    pub(crate) fn wears(&self, theme: &str) {
        let script = "document.documentElement.dataset.theme = arguments[0]; \
            const media = arguments[0] === 'dark' ? 'screen' : 'not all'; \
            const links = document.querySelectorAll('#dark, #dark-bars'); \
            for (const link of links) link.media = media; \
            if (links.length > 0) return; \
            const rules = [...document.styleSheets].flatMap(sheet => [...sheet.cssRules]); \
            window.dark ??= rules.filter(rule => rule.media?.mediaText.includes('prefers-color-scheme')); \
            for (const rule of window.dark) rule.media.mediaText = media";
        self.runs(script, vec![theme.into()]);
        // What did not apply so far is fetched in the browser's own time.
        until("the dark style to be there", || {
            let is_there =
                "const it = document.getElementById('dark'); return !it || it.sheet !== null";
            match self.runs(is_there, vec![]).as_bool() {
                Some(true) => Ok(()),
                other => Err(format!("{other:?}")),
            }
        });
    }

    /// Opens a static page, and on it everything that opens.
    fn turns_to(&self, path: &str, page: &str) {
        self.arrives(path, page);
        self.runs(
            "for (const it of document.querySelectorAll('details')) it.open = true",
            vec![],
        );
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

    /// Of one answer.
    fn makes_a_link(&self) -> String {
        self.arrives("#/", "home");
        self.judges_the_gil_aloud();
        self.arrives("#/settings", "hand-over");
        self.taps("[data-testid=hand-over]");
        self.link()
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
