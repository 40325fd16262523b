//! Keys that do something anywhere on a page: they press what says by `aria-keyshortcuts` that they do.
//!
//! A key does nothing while somebody writes, with a modifier, or held down. It knows no page: a button with
//! the attribute is all that there is to a shortcut.

use crate::browser;
use crate::route::Route;
use js_sys::Array;
use leptos::ev::{self, KeyboardEvent};
use leptos::prelude::*;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

/// What can be named by `aria-keyshortcuts`.
const NAMES: &[&str] = &["Enter", "Space", "u", "b"];
/// Where keys are letters, or belong to a dialog.
const WRITES: &str = "textarea, select, dialog, [contenteditable], \
    input:not([type=radio], [type=checkbox])";
/// What Enter and the space bar press by themselves.
const PRESSED: &str = "a, button, input, summary, [data-verdict]";
/// Where one searches.
const SEARCH: &str = "#search";
/// So long a person may wait for it without having gone elsewhere: about three seconds.
const FRAMES: u32 = 180;
/// What the digits choose from.
const CHOICES: &str = "input[name=pick]";

thread_local! {
    static LIST: RefCell<Option<Box<dyn Fn()>>> = const { RefCell::new(None) };
}

/// Listens from now on, whenever `is_on` says so; `list` shows which keys there are.
pub fn on_keys(is_on: impl Fn() -> bool + 'static, list: impl Fn() + 'static) {
    LIST.with(|kept| kept.replace(Some(Box::new(list))));
    // Never taken down: the app listens as long as the page lives.
    let _forever = window_event_listener(ev::keydown, move |event| {
        if !event.default_prevented() && is_on() && is_taken(&event) {
            event.prevent_default();
        }
    });
}

/// Shows which keys there are.
pub fn ask_for_list(_: ()) {
    LIST.with(|list| {
        if let Some(list) = &*list.borrow() {
            list();
        }
    });
}

fn is_taken(event: &KeyboardEvent) -> bool {
    let is_with = event.ctrl_key() || event.meta_key() || event.alt_key();
    let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
    let Some(target) = target.filter(|_| !is_with && !event.repeat()) else {
        return false;
    };
    let is_in = |selector| target.closest(selector).ok().flatten();
    if is_in(WRITES).is_some() {
        return false;
    }
    let key = event.key().to_ascii_lowercase();
    let name = match &*key {
        " " => "Space",
        "enter" => "Enter",
        "?" => {
            ask_for_list(());
            return true;
        }
        "/" => {
            browser::go(&Route::Questions);
            focus_when_there(SEARCH, FRAMES);
            return true;
        }
        other => other,
    };
    if let Ok(number @ 1..=9) = name.parse::<u32>() {
        return choose(is_in("form"), number);
    }
    let presses_itself = matches!(name, "Enter" | "Space") && is_in(PRESSED).is_some();
    NAMES.contains(&name)
        && !presses_itself
        && press(&["[aria-keyshortcuts='", name, "']"].concat())
}

/// Picks an option, counted from 1: of the form with the focus, or else of the first one.
fn choose(form: Option<Element>, number: u32) -> bool {
    let form = form.or_else(|| document().query_selector("form").ok().flatten());
    let choices = form.map(|form| form.unchecked_into::<Scope>().all(CHOICES));
    let choice = choices.map(|all| Array::from(&all).get(number - 1));
    let choice = choice.and_then(|choice| choice.dyn_into::<HtmlElement>().ok());
    if let Some(choice) = &choice {
        let _ = choice.focus();
        choice.click();
    }
    choice.is_some()
}

/// The page with it may be on its way.
fn focus_when_there(selector: &'static str, frames: u32) {
    request_animation_frame(move || {
        match document().query_selector(selector).ok().flatten() {
            // The heading takes the focus when a page has just come, a frame or two from now.
            Some(_) => request_animation_frame(move || {
                request_animation_frame(move || browser::focus(selector));
            }),
            None if frames > 0 => focus_when_there(selector, frames - 1),
            None => {}
        }
    });
}

fn press(selector: &str) -> bool {
    let found = document().query_selector(selector).ok().flatten();
    let found = found.and_then(|found| found.dyn_into::<HtmlElement>().ok());
    if let Some(found) = &found {
        found.click();
    }
    found.is_some()
}

/// Opens a dialog over the page, once it has been painted. One that is open stays so.
pub fn open_dialog(selector: &'static str) {
    request_animation_frame(move || {
        if let Some(dialog) = dialog(selector) {
            let _ = dialog.show_modal();
        }
    });
}

/// Closes it. The focus goes back to where it was.
pub fn close_dialog(selector: &'static str) {
    if let Some(dialog) = dialog(selector) {
        dialog.close();
    }
}

fn dialog(selector: &str) -> Option<Dialog> {
    let found = document().query_selector(selector).ok().flatten()?;
    Some(found.unchecked_into())
}

#[wasm_bindgen]
extern "C" {
    /// What web-sys has only together with types more.
    type Dialog;
    type Scope;

    #[wasm_bindgen(method, catch, js_name = showModal)]
    fn show_modal(this: &Dialog) -> Result<(), JsValue>;
    #[wasm_bindgen(method)]
    fn close(this: &Dialog);
    #[wasm_bindgen(method, js_name = querySelectorAll)]
    fn all(this: &Scope, selector: &str) -> JsValue;
}
