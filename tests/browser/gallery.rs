//! Pictures of every screen, for people to look at: `cargo xtask look`. Nothing is asserted.

use crate::engine::{Engine, Screen};
use crate::person::Person;
use crate::screens::SCREENS;
use crate::site::Terms;
use crate::witness::pictures;
use serde_json::json;
use std::path::Path;

#[test]
#[ignore = "takes pictures: cargo xtask look"]
fn chromium() {
    take_all(Engine::Chromium);
}

#[test]
#[ignore = "takes pictures: cargo xtask look"]
fn firefox() {
    take_all(Engine::Firefox);
}

#[test]
#[ignore = "takes pictures: cargo xtask look"]
fn webkit() {
    take_all(Engine::WebKit);
}

fn take_all(engine: Engine) {
    for screen in [Screen::Phone, Screen::Desktop] {
        let person = Person::with(engine, screen, Terms::default());
        for look in SCREENS {
            person.opens("");
            (look.go)(&person);
            for theme in ["light", "dark"] {
                person.wears(theme);
                let name = format!("{engine:?}-{}-{}-{theme}.png", look.name, screen.size().0);
                person.takes_a_picture(screen, &name.to_lowercase());
            }
        }
    }
}

/// What `public/app.webmanifest` shows of the app on a wide screen, 1280 by 800.
#[test]
#[ignore = "takes pictures: cargo xtask look"]
fn for_the_manifest() {
    let person = Person::with(Engine::Chromium, Screen::Desktop, Terms::default());
    person.opens("#/question/gil");
    person.taps("[data-testid=reveal]");
    person.has_the_focus_on("[data-testid=short-answer] h2");
    person.wears("light");
    let size = json!({ "width": 1280, "height": 800, "deviceScaleFactor": 1, "mobile": false });
    let cdp = person.browser.driver().cdp();
    for (command, with) in [
        ("Emulation.setDeviceMetricsOverride", size),
        ("Emulation.setScrollbarsHidden", json!({ "hidden": true })),
    ] {
        let done = person.does(cdp.send_raw(command, with));
        done.expect("the page has another size and no bars");
    }
    // As it is found, and not where the answer begins.
    person.runs("document.activeElement.blur(); scrollTo(0, 0)", vec![]);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/pictures/answer-wide.png");
    let taken = person.does(person.browser.driver().screenshot(&path));
    taken.expect("a picture is taken");
}

impl Person {
    /// Of the whole page in Chromium, and of what is on the screen elsewhere.
    fn takes_a_picture(&self, screen: Screen, name: &str) {
        let (width, height) = screen.size();
        let all = self.runs("return document.documentElement.scrollHeight", vec![]);
        if self.engine == Engine::Chromium {
            self.has_a_screen_of(width, u32::try_from(all.as_u64().unwrap()).unwrap());
        }
        let path = pictures().join(name);
        let taken = self.does(self.browser.driver().screenshot(&path));
        taken.expect("a picture is taken");
        self.has_a_screen_of(width, height);
    }
}
