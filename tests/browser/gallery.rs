//! Pictures of every screen, for people to look at: `cargo xtask look`. Nothing is asserted.

use crate::engine::{Engine, Screen};
use crate::person::Person;
use crate::screens::SCREENS;
use crate::site::Terms;
use crate::witness::pictures;

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
