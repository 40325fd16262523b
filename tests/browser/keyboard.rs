//! The keyboard: how far a person gets without a pointer.

use crate::person::Person;
use crate::wait::until;
use serde_json::json;
use thirtyfour::Key;

/// More than any page has; reached only by a test that fails.
const MANY: usize = 120;

impl Person {
    /// Presses keys wherever the focus is.
    pub(crate) fn presses(&self, keys: impl Into<String>) {
        let chain = self.browser.driver().action_chain().send_keys(keys.into());
        self.does(chain.perform()).expect("keys are taken");
    }

    /// Presses a key while holding another, such as Control.
    pub(crate) fn presses_with(&self, held: Key, key: impl Into<String>) {
        let chain = self.browser.driver().action_chain().key_down(held.clone());
        let chain = chain.send_keys(key.into()).key_up(held);
        self.does(chain.perform()).expect("keys are taken");
    }

    /// Presses Tab, or Shift and Tab, whichever leads towards an element. Nobody tabs beyond the end of
    /// a page to reach its beginning; in Firefox that leads into the window's own bars, for good.
    fn tabs_towards(&self, selector: &str, place: usize) {
        let script = "const now = document.activeElement; \
            const wanted = document.querySelectorAll(arguments[0])[arguments[1]]; \
            return now !== document.body \
                && (now.compareDocumentPosition(wanted) & Node.DOCUMENT_POSITION_PRECEDING) > 0";
        let back = self.runs(script, vec![json!(selector), json!(place)]);
        if back == json!(true) {
            self.presses_with(Key::Shift, Key::Tab.value());
        } else {
            self.presses(Key::Tab.value());
        }
    }

    /// Presses Tab until the focus is on the element at a place among those that match.
    pub(crate) fn tabs_to(&self, selector: &str, place: usize) {
        self.sees_nth(selector, place);
        let there = || {
            let there = self.focused(selector) == Some(place);
            if !there {
                self.tabs_towards(selector, place);
            }
            there
        };
        assert!(
            (0..MANY).any(|_| there()),
            "Tab does not reach `{selector}` at {place}"
        );
    }

    /// Selects the radio button or checkbox in the element at a place among those that match.
    pub(crate) fn selects(&self, selector: &str, place: usize) {
        self.sees_nth(selector, place);
        let inputs = format!("{selector} input");
        let kind = "return document.querySelector(arguments[0]).type";
        let radios = self.runs(kind, vec![json!(inputs)]) == json!("radio");
        let there = || {
            let focused = self.focused(&inputs);
            // A group of radio buttons is one stop for Tab, and the arrows move within it. Not every
            // engine leads from the last to the first.
            match focused {
                Some(now) if now == place => return true,
                Some(now) if radios && now < place => self.presses(Key::Down.value()),
                Some(_) if radios => self.presses(Key::Up.value()),
                Some(_) | None => self.tabs_towards(&inputs, place),
            }
            false
        };
        assert!(
            (0..MANY).any(|_| there()),
            "no key reaches `{selector}` at {place}"
        );
        if self.runs("return document.activeElement.checked", Vec::new()) != json!(true) {
            self.presses(" ");
        }
    }

    /// Waits until the focus is on an element that is called so.
    pub(crate) fn has_the_focus(&self, testid: &str) {
        self.has_the_focus_on(&format!("[data-testid={testid}]"));
    }

    /// Waits until the focus is on an element that matches.
    pub(crate) fn has_the_focus_on(&self, selector: &str) {
        until(&format!("the focus to be on `{selector}`"), || {
            if self.focused(selector).is_some() {
                return Ok(());
            }
            let focused = "return document.activeElement.outerHTML.slice(0, 200)";
            Err(self.runs(focused, vec![]).to_string())
        });
    }

    /// The place of the focus among the elements that match.
    fn focused(&self, selector: &str) -> Option<usize> {
        let script =
            "return [...document.querySelectorAll(arguments[0])].indexOf(document.activeElement)";
        let place = self.runs(script, vec![json!(selector)]);
        place.as_u64().and_then(|place| usize::try_from(place).ok())
    }
}
