//! Pictures of every screen, for people to look at: `cargo xtask look`. Nothing is asserted.

use crate::engine::{Browser, Engine, Screen};
use crate::person::Person;
use crate::screens::SCREENS;
use crate::site::{Site, Terms};
use crate::witness::pictures;
use serde_json::json;

#[test]
#[ignore = "takes pictures: cargo xtask look"]
fn chromium() {
    take_all(Engine::Chromium);
}

#[test]
#[ignore = "takes pictures: cargo xtask look"]
fn webkit() {
    take_all(Engine::WebKit);
}

fn take_all(engine: Engine) {
    for screen in [Screen::Phone, Screen::Desktop] {
        let person = Person {
            browser: Browser::start(engine, screen),
            engine,
            site: Site::serve(Terms::default()),
        };
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
    /// Of the whole page in Chromium, and of what is on the screen in WebKit.
    fn takes_a_picture(&self, screen: Screen, name: &str) {
        let driver = self.browser.driver();
        let (width, height) = screen.size();
        if self.engine == Engine::Chromium {
            let all = self.runs("return document.documentElement.scrollHeight", vec![]);
            self.is_given(width, all.as_u64().unwrap());
        }
        let path = pictures().join(name);
        self.does(driver.screenshot(&path))
            .expect("a picture is taken");
        if self.engine == Engine::Chromium {
            self.is_given(width, u64::from(height));
        }
    }

    /// Makes the page of Chromium as large as this.
    fn is_given(&self, width: u32, height: u64) {
        let size =
            json!({ "width": width, "height": height, "deviceScaleFactor": 2, "mobile": true });
        let cdp = self.browser.driver().cdp();
        let given = cdp.send_raw("Emulation.setDeviceMetricsOverride", size);
        self.does(given).expect("the page has another size");
    }
}
