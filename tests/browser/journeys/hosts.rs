//! Any path of any host, and what makes the app one that can be installed.

use super::{Journey, on_a_desktop, on_a_phone};
use crate::engine::Engine;
use crate::person::Person;
use crate::site::Terms;
use serde_json::json;

pub(crate) fn the_app_works_at_the_root_of_a_host() -> Journey {
    Journey {
        terms: Terms {
            under: "/",
            ..Terms::default()
        },
        ..on_a_phone(Person::uses_the_app_here)
    }
}

pub(crate) fn the_app_works_under_a_long_path() -> Journey {
    Journey {
        terms: Terms {
            under: "/some/path/",
            ..Terms::default()
        },
        ..on_a_phone(Person::uses_the_app_here)
    }
}

pub(crate) fn the_app_works_on_a_host_that_does_not_know_wasm() -> Journey {
    Journey {
        terms: Terms {
            is_plain: true,
            ..Terms::default()
        },
        // Of which the page's own script says that it takes longer.
        forgives: &["application/wasm", "Incorrect response MIME type"],
        ..on_a_phone(|person| {
            person.uses_the_app_here();
            person.runs_as_ever();
        })
    }
}

pub(crate) fn the_app_can_be_installed() -> Journey {
    on_a_desktop(|person| {
        person.is_kept();
        let manifest = "const done = arguments[0];
            const link = document.querySelector('link[rel=manifest]').href;
            const size = (address) => new Promise((told) => {
                const image = new Image();
                image.onload = () => told(image.naturalWidth + 'x' + image.naturalHeight);
                image.onerror = () => told('none');
                image.src = new URL(address, link);
            });
            fetch(link).then(async (response) => {
                const manifest = await response.json();
                for (const image of [...manifest.icons, ...manifest.screenshots]) {
                    if (image.sizes !== 'any') image.found = await size(image.src);
                }
                manifest.id = new URL(manifest.id, link).pathname;
                manifest.scope = new URL(manifest.scope, link).pathname;
                manifest.start_url = new URL(manifest.start_url, link).pathname;
                done(manifest);
            });";
        let manifest = person.does(person.browser.driver().execute_async(manifest, vec![]));
        let manifest = manifest.unwrap().json().clone();
        for name in ["id", "scope", "start_url"] {
            assert_eq!(manifest[name], json!(crate::site::UNDER), "{name}");
        }
        assert_eq!(manifest["display"], "standalone");
        let all = |name: &str| manifest[name].as_array().unwrap().clone();
        let images = [all("icons"), all("screenshots")].concat();
        for image in images.iter().filter(|image| image["sizes"] != "any") {
            assert_eq!(image["found"], image["sizes"], "{image}");
        }
        let has = |list: &str, what: &str, value: &str| {
            all(list).iter().any(|image| image[what] == value)
        };
        assert!(has("icons", "purpose", "maskable"));
        assert!(has("icons", "sizes", "192x192") && has("icons", "sizes", "512x512"));
        assert!(has("screenshots", "form_factor", "narrow"));
        assert!(has("screenshots", "form_factor", "wide"));
        if person.engine == Engine::Chromium {
            let cdp = person.browser.driver().cdp();
            let asked = cdp.send_raw("Page.getInstallabilityErrors", json!({}));
            let said = person.does(asked).unwrap();
            assert_eq!(said["installabilityErrors"], json!([]), "{said}");
        }
    })
}

pub(crate) fn an_iphone_is_told_of_its_home_screen_once() -> Journey {
    Journey {
        terms: Terms {
            before: "Object.defineProperty(Navigator.prototype, 'standalone', { value: false });",
            ..Terms::default()
        },
        ..on_a_phone(|person| {
            const CARD: &str = "[data-testid=home-screen]";
            person.is_kept();
            // Not to someone who has just come.
            assert_eq!(person.count(CARD), 0);
            person.opens("#/question/gil");
            person.taps("[data-testid=reveal]");
            // Which scrolls to it.
            person.has_the_focus_on("[data-testid=short-answer] h2");
            person.taps("[data-testid=judge]");
            person.sees("[data-testid=verdict]");
            assert_eq!(person.count(CARD), 0);
            person.opens("#/");
            person.reads(CARD, "Add to Home Screen");
            person.reads(CARD, "Save a backup in Settings first");
            person.taps(&format!("{CARD} button"));
            person.has_the_focus_on("h1");
            person.reloads();
            person.sees("[data-testid=home]");
            person.has_what_comes_after_the_app();
            assert_eq!(person.count(CARD), 0);
            assert_eq!(
                person.kept("pydrill.home-screen").as_deref(),
                Some("hidden")
            );
        })
    }
}

impl Person {
    /// What has to be found wherever the app lies: its parts, the editor, and no network.
    fn uses_the_app_here(&self) {
        self.opens("#/settings");
        self.sees("[data-testid=backup]");
        self.opens("#/question/palindrome");
        self.sees("[data-testid=editor][contenteditable]");
        self.is_kept();
        let scope = "const done = arguments[0];
            navigator.serviceWorker.getRegistration().then((mine) => done(mine.scope));";
        let scope = self.does(self.browser.driver().execute_async(scope, vec![]));
        assert_eq!(scope.unwrap().json(), &json!(self.site.url()));
        self.reloads();
        self.sees("[data-testid=editor][contenteditable]");
    }
}
