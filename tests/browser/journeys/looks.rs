//! Looks: every screen can be read and used by everyone, in both themes, at every width.

use super::{Journey, on_a_desktop, on_a_phone};
use crate::answer::{Means, Quality};
use crate::engine::Engine;
use crate::person::Person;
use crate::screens::SCREENS;
use crate::wait::until;
use bank::check::CheckKind;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

pub(crate) fn every_screen_is_accessible_and_fits_on_a_phone() -> Journey {
    on_a_phone(|person| {
        for screen in SCREENS {
            (screen.go)(person);
            person.finds_no_barrier_on(screen.name);
            person.finds_nothing_cut_off_on(screen.name);
        }
    })
}

pub(crate) fn every_screen_is_accessible_on_a_desktop() -> Journey {
    on_a_desktop(|person| {
        for screen in SCREENS {
            (screen.go)(person);
            person.finds_no_barrier_on(screen.name);
        }
    })
}

pub(crate) fn the_theme_is_chosen_and_stays() -> Journey {
    on_a_phone(|person| {
        person.opens("#/settings");
        let background = || {
            let script = "return getComputedStyle(document.body).backgroundColor";
            person.runs(script, vec![])
        };
        // What the browser paints around the page, which is the first colour whose media fit.
        let bars_fit = || {
            let script = "const bars = [...document.querySelectorAll('meta[name=theme-color]')]; \
                const first = bars.find(it => matchMedia(it.media || 'all').matches); \
                document.body.append(document.createElement('i')); \
                const probe = document.body.lastChild; probe.style.color = first.content; \
                const colour = getComputedStyle(probe).color; probe.remove(); \
                return [colour, getComputedStyle(document.body).backgroundColor]";
            let colours = person.runs(script, vec![]);
            assert_eq!(colours[0], colours[1]);
        };
        person.taps_nth("[data-testid=theme] label", 1);
        person.sees("[data-theme=light]");
        let light = background();
        bars_fit();
        // A style sheet that did not apply so far is fetched in the browser's own time.
        let is_dark = || {
            until("the page to be dark", || {
                if background() == light {
                    Err("it is light")
                } else {
                    Ok(())
                }
            })
        };
        person.taps_nth("[data-testid=theme] label", 2);
        person.sees("[data-theme=dark]");
        is_dark();
        bars_fit();
        person.reloads();
        person.sees("[data-testid=settings]");
        person.sees("[data-theme=dark]");
        is_dark();
        bars_fit();
    })
}

pub(crate) fn a_verdict_is_told_by_signs_and_words_and_not_by_colour_alone() -> Journey {
    on_a_phone(|person| {
        // The sign is the path of the drawing, which has its own shape in any colour.
        let script = "return [...document.querySelectorAll('[data-testid=explanation] [data-mark]')].map(row => \
            [row.dataset.mark, row.querySelector('svg path').getAttribute('d'), \
            (row.querySelector('p') ?? row.lastElementChild).textContent])";
        let mut told: BTreeMap<String, BTreeSet<(String, String)>> = BTreeMap::new();
        let mut looks_at_marks = |screen: &str| {
            let verdict = person.sees("[data-testid=verdict]");
            assert_ne!(person.does(verdict.text()).unwrap().trim(), "");
            let rows = person.runs(script, vec![]);
            let rows: Vec<[String; 3]> = serde_json::from_value(rows).unwrap();
            assert!(!rows.is_empty(), "{screen}");
            for [mark, sign, words] in rows {
                told.entry(mark).or_default().insert((sign, words));
            }
        };
        for screen in SCREENS.iter().filter(|it| it.name.ends_with("-explained")) {
            (screen.go)(person);
            looks_at_marks(screen.name);
        }
        person.opens("#/");
        person.begins(&[CheckKind::Multi]);
        person.answers(&person.is_asked(), Quality::Right, Means::Pointer);
        looks_at_marks("what is right");
        let marks: Vec<&String> = told.keys().collect();
        assert_eq!(marks, ["missed", "plain", "right", "wrong"]);
        for (mark, how) in &told {
            for (other, how_other) in told.iter().filter(|(other, _)| *other != mark) {
                assert!(
                    how.is_disjoint(how_other),
                    "{mark} looks like {other}: {how:?}"
                );
            }
        }
    })
}

impl Person {
    /// Asks axe about what is on the screen, in both themes. Of what it looks at only contrast differs
    /// between them.
    pub(crate) fn finds_no_barrier_on(&self, screen: &str) {
        for (theme, rules) in [("light", Value::Null), ("dark", json!(["color-contrast"]))] {
            self.wears(theme);
            let violations = self.asks_axe(&rules);
            assert!(
                violations.is_empty(),
                "{screen} in {theme}: {violations:#?}"
            );
        }
    }

    /// Looks for anything that sticks out to the side, at the narrowest and the widest of phones.
    fn finds_nothing_cut_off_on(&self, screen: &str) {
        let narrowest = match self.engine {
            Engine::Chromium | Engine::Firefox => 320,
            // No window of MiniBrowser is narrower.
            Engine::WebKit => 334,
        };
        for width in [narrowest, 430] {
            self.has_a_screen_of(width, 844);
            let over = "const { scrollWidth, clientWidth } = document.documentElement; \
                return scrollWidth - clientWidth";
            let over = self.runs(over, vec![]);
            assert_eq!(over, json!(0), "{screen} is too wide for {width}");
        }
        self.has_a_screen_of(390, 844);
    }

    /// The violations of these rules, or of all.
    fn asks_axe(&self, rules: &Value) -> Vec<Value> {
        if self.runs("return 'axe' in window", vec![]) == json!(false) {
            let axe =
                Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/axe-core/axe.min.js");
            let axe = fs::read_to_string(axe).expect("`npm ci` brings axe");
            self.runs(&axe, vec![]);
        }
        // Style sheets are looked through only for a rule about turning a phone, and loaded again for it.
        let script = "const [rules, done] = arguments;
            const options = { resultTypes: ['violations'], preload: false, ...(rules && { runOnly: rules }) };
            axe.run(options).then(({ violations }) => done(violations.map(({ id, help, nodes }) =>
                ({ id, help, nodes: nodes.map(node => node.html + ' ' + node.failureSummary) }))));";
        let driver = self.browser.driver();
        let found = self.does(driver.execute_async(script, vec![rules.clone()]));
        found.expect("axe runs").convert().unwrap()
    }
}
