//! A person in front of the app: what they see, and what they do with hand and keyboard.
//!
//! Everything waits until it can be done. Elements are found by `data-testid` or role, never by class.

use crate::engine::{Engine, Screen};
use crate::journeys::Journey;
use crate::pool::{Lent, lend};
use crate::site::{Site, Terms};
use crate::wait::until;
use serde_json::{Value, json};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use thirtyfour::error::WebDriverResult;
use thirtyfour::{By, Key, WebElement};

/// Someone with a browser that was never used before.
pub(crate) struct Person {
    pub(crate) browser: Lent,
    pub(crate) engine: Engine,
    pub(crate) site: Site,
}

/// Runs a journey, and then asks whether the page had anything to complain about.
pub(crate) fn travel(engine: Engine, journey: &Journey) {
    let person = Person::with(engine, journey.screen, journey.terms);
    person.opens("");
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        (journey.story)(&person);
        person.has_nothing_to_forgive(journey.forgives);
    }));
    if let Err(failure) = outcome {
        person.tells_where_it_stands();
        resume_unwind(failure);
    }
}

impl Person {
    /// Someone with this browser and screen, who can reach the release on these terms.
    pub(crate) fn with(engine: Engine, screen: Screen, terms: Terms) -> Person {
        Person {
            browser: lend(engine, screen),
            engine,
            site: Site::serve(terms),
        }
    }

    /// Types an address into the address bar: a fragment of the app, such as `#/settings`.
    pub(crate) fn opens(&self, fragment: &str) {
        let url = format!("{}{fragment}", self.site.url());
        self.does(self.browser.driver().goto(url))
            .expect("the page opens");
    }

    /// Presses the browser's button.
    pub(crate) fn reloads(&self) {
        self.does(self.browser.driver().refresh())
            .expect("the page reloads");
    }

    /// Presses the browser's button.
    pub(crate) fn goes_back(&self) {
        self.does(self.browser.driver().back())
            .expect("there is a way back");
    }

    /// Presses the browser's button.
    pub(crate) fn goes_forward(&self) {
        self.does(self.browser.driver().forward())
            .expect("there is a way on");
    }

    /// Makes the page as large as this.
    pub(crate) fn has_a_screen_of(&self, width: u32, height: u32) {
        let driver = self.browser.driver();
        let resized = match self.engine {
            Engine::Chromium => {
                let size = json!({ "width": width, "height": height, "deviceScaleFactor": 2, "mobile": true });
                let cdp = driver.cdp();
                let resized = cdp.send_raw("Emulation.setDeviceMetricsOverride", size);
                self.does(resized).map(|_| ())
            }
            Engine::Firefox => {
                self.browser.fit(width, height);
                Ok(())
            }
            Engine::WebKit => self.does(driver.set_window_rect(0, 0, width, height)),
        };
        resized.expect("the page has another size");
        until("the page to have its size", || {
            match self
                .runs("return document.documentElement.clientWidth", vec![])
                .as_u64()
            {
                Some(now) if now == u64::from(width) => Ok(()),
                now => Err(format!("it is {now:?} wide")),
            }
        });
    }

    /// Waits for an element that is shown.
    pub(crate) fn sees(&self, selector: &str) -> WebElement {
        self.sees_nth(selector, 0)
    }

    /// Waits for the element at a place, from 0, among those that are shown.
    pub(crate) fn sees_nth(&self, selector: &str, place: usize) -> WebElement {
        until(&format!("`{selector}` at {place}"), || {
            let shown = self.all(selector).map_err(|error| error.to_string())?;
            let count = shown.len();
            shown
                .into_iter()
                .nth(place)
                .ok_or(format!("there are {count}"))
        })
    }

    /// Waits until the text of an element contains this.
    pub(crate) fn reads(&self, selector: &str, expected: &str) {
        until(&format!("`{selector}` to say `{expected}`"), || {
            let shown = self.all(selector).map_err(|error| error.to_string())?;
            let texts: Vec<String> = shown
                .iter()
                .filter_map(|it| self.does(it.text()).ok())
                .collect();
            if texts.iter().any(|text| text.contains(expected)) {
                Ok(())
            } else {
                Err(texts.join(" | "))
            }
        });
    }

    /// An attribute of an element.
    pub(crate) fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        // The page may be another one between the two questions.
        until(&format!("`{selector}` to tell its {name}"), || {
            let element = self.sees(selector);
            self.does(element.attr(name))
        })
    }

    /// How many such elements are shown.
    pub(crate) fn count(&self, selector: &str) -> usize {
        self.all(selector).expect("elements can be counted").len()
    }

    /// Clicks, or taps where there is touch.
    pub(crate) fn taps(&self, selector: &str) {
        self.taps_nth(selector, 0);
    }

    /// Clicks the element at a place, from 0, among those that are shown.
    pub(crate) fn taps_nth(&self, selector: &str, place: usize) {
        until(&format!("`{selector}` at {place} to take a tap"), || {
            let shown = self.all(selector).map_err(|error| error.to_string())?;
            let count = shown.len();
            let element = shown.get(place).ok_or(format!("there are {count}"))?;
            self.does(self.scrolls_to_and_clicks(element))
                .map_err(|error| error.to_string())
        });
    }

    /// A driver scrolls only to the edge of the window, where the bar is in the way; and it looks once
    /// where the element is, which may be moving because something above it has just changed.
    async fn scrolls_to_and_clicks(&self, element: &WebElement) -> WebDriverResult<()> {
        let driver = self.browser.driver();
        let arguments = vec![element.to_json()?];
        driver.execute_async(COMES_TO_REST, arguments).await?;
        element.click().await
    }

    /// Clicks into a field and types.
    pub(crate) fn types(&self, selector: &str, place: usize, text: &str) {
        let field = self.sees_nth(selector, place);
        // WebKit's driver knows the key for a new line, but not the character.
        let keys = text.replace('\n', &String::from(Key::Enter.value()));
        self.does(field.send_keys(keys))
            .expect("the field takes text");
    }

    /// Runs a script in the page.
    pub(crate) fn runs(&self, script: &str, arguments: Vec<Value>) -> Value {
        let outcome = self.does(self.browser.driver().execute(script, arguments));
        outcome.expect("the script runs").json().clone()
    }

    /// The text that is kept under a key of localStorage.
    pub(crate) fn kept(&self, key: &str) -> Option<String> {
        let text = self.runs(
            "return localStorage.getItem(arguments[0])",
            vec![json!(key)],
        );
        text.as_str().map(str::to_owned)
    }

    /// The key under which this tab keeps its sitting.
    pub(crate) fn own_sitting(&self) -> String {
        let key = self.runs("return sessionStorage.getItem('pydrill.session')", vec![]);
        key.as_str().unwrap_or("pydrill.session").to_owned()
    }

    /// Puts a text under a key of localStorage, as another version of the app or another hand would.
    pub(crate) fn keeps(&self, key: &str, text: &str) {
        let arguments = vec![json!(key), json!(text)];
        self.runs(
            "localStorage.setItem(arguments[0], arguments[1])",
            arguments,
        );
    }

    /// Elements that match and are shown.
    pub(crate) fn all(&self, selector: &str) -> WebDriverResult<Vec<WebElement>> {
        let found = self.does(self.browser.driver().find_all(By::Css(selector)))?;
        let shown = found
            .into_iter()
            .filter(|element| self.does(element.is_displayed()).unwrap_or(false));
        Ok(shown.collect())
    }

    /// Waits for the browser to do as it was told.
    pub(crate) fn does<T>(
        &self,
        command: impl Future<Output = WebDriverResult<T>>,
    ) -> WebDriverResult<T> {
        self.browser.does(command)
    }
}

/// Scrolls to an element, and ends when it is found at one place before and after a frame, in which an
/// editor may scroll to what was written. A window behind another one may have no frames.
const COMES_TO_REST: &str = "
const [element, done] = arguments;
const aFrame = () => new Promise((over) => {
  requestAnimationFrame(() => setTimeout(over));
  setTimeout(over, 100);
});
const look = async (last) => {
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { x, y } = element.getBoundingClientRect();
  if (x + ' ' + y === last) return done();
  await aFrame();
  look(x + ' ' + y);
};
look();
";
