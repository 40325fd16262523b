//! Long lists and late parts: what is near the screen, what is to be done once it was painted, and where the
//! focus goes then.

use js_sys::Reflect;
use leptos::ev;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// Moves the focus to the first element that matches, unless something has it by then.
pub fn focus_if_lost(selector: &'static str) {
    // Looked at and done in one frame: a person may be quick.
    request_animation_frame(move || {
        let has_it = document().active_element();
        let is_lost = has_it.is_none_or(|element| element.tag_name() == "BODY");
        if is_lost && let Ok(Some(element)) = document().query_selector(selector) {
            let _ = element.unchecked_into::<HtmlElement>().focus();
        }
    });
}

/// Moves the focus into the row at a place, from 0, of the list on the page, once it has been painted.
pub fn focus_row(place: usize) {
    request_animation_frame(move || {
        let number = (place + 1).to_string();
        let row = ["main .rows > li:nth-child(", &number, ") a"].concat();
        if let Ok(Some(element)) = document().query_selector(&row) {
            let _ = element.unchecked_into::<HtmlElement>().focus();
        }
    });
}

/// Whether the first element that matches is on the screen or less than a screen below it.
pub fn is_near(selector: &str) -> bool {
    let element = document().query_selector(selector).ok().flatten();
    let height = window().inner_height().ok();
    let height = height.and_then(|height| height.as_f64());
    element.is_some_and(|element| {
        let place = element.unchecked_into::<Placed>().place();
        let top = Reflect::get(&place, &"top".into()).unwrap_or_default();
        top.as_f64() < height.map(|height| 2.0 * height)
    })
}

/// Whether the focus is inside an element that matches.
pub fn has_focus_in(selector: &str) -> bool {
    let has_it = document().active_element();
    has_it.is_some_and(|element| element.closest(selector).is_ok_and(|it| it.is_some()))
}

/// Does something each time the person scrolls, until what is returned is removed.
pub fn on_scroll(act: impl Fn() + 'static) -> WindowListenerHandle {
    window_event_listener(ev::scroll, move |_| act())
}

/// Does something once what was changed has been painted.
pub fn once_painted(act: impl FnOnce() + 'static) {
    // Boxed, so that its machinery is there once.
    let act: Box<dyn FnOnce()> = Box::new(act);
    request_animation_frame(move || soon(act));
}

/// Does something after what is waiting already, such as a key.
pub fn soon(act: impl FnOnce() + 'static) {
    after(0, act);
}

/// Does something after so many milliseconds.
pub fn after(pause: u64, act: impl FnOnce() + 'static) {
    set_timeout(act, Duration::from_millis(pause));
}

#[wasm_bindgen]
extern "C" {
    /// An element, for the call that web-sys has only together with a type more.
    type Placed;

    #[wasm_bindgen(method, js_name = getBoundingClientRect)]
    fn place(this: &Placed) -> JsValue;
}
