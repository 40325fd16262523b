//! Handing something to another device or app: the share sheet, the clipboard, the address bar, the printer.
//!
//! It decides nothing: what a browser cannot do is said before anything is tried.

use crate::browser::{Answer, navigator, unheard};
use js_sys::{Array, Function, Object, Reflect};
use leptos::prelude::window;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

/// How sharing ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shared {
    /// The person has chosen whom to give it to.
    Given,
    /// The person has thought better of it.
    Left,
    /// The browser or the device does not do it.
    Refused,
}

/// The address of the app, without what stands behind the `#`.
pub fn address() -> String {
    let href = window().location().href().unwrap_or_default();
    let end = href.find('#').unwrap_or(href.len());
    href.get(..end).unwrap_or_default().to_owned()
}

/// The address of a file of the app, or of one of its screens, for other people: without what stands in
/// the address bar by chance.
pub fn address_of(path: &str) -> String {
    [folder(&address()), path].concat()
}

fn folder(address: &str) -> &str {
    let path = address.split('?').next().unwrap_or_default();
    path.rfind('/').map_or(path, |end| path.split_at(end + 1).0)
}

/// Lets the person print the page.
pub fn print() {
    let _ = window().print();
}

/// Puts a fragment into the address bar in place of the present one, and goes nowhere.
pub fn rename_here(fragment: &str) {
    PLACE.with(|history| {
        let _ = history.replace_state(&history.state(), "", fragment);
    });
}

/// Whether a link can be shared.
pub fn can_share_link() -> bool {
    function("share").is_some()
}

/// Whether a text can be shared as a file.
pub fn can_share_file() -> bool {
    let data = with_file("backup.txt", "text");
    let can = function("canShare").and_then(|can| can.call1(&navigator(), &data).ok());
    can.is_some_and(|can| can.is_truthy()) && can_share_link()
}

/// Lets the person choose whom to give a link to, with a sentence if there is one.
pub fn share_link(sentence: &str, link: &str, done: impl FnOnce(Shared) + 'static) {
    let data = Object::new();
    // A new object takes every property.
    let _ = Reflect::set(&data, &"url".into(), &JsValue::from_str(link));
    if !sentence.is_empty() {
        let _ = Reflect::set(&data, &"text".into(), &JsValue::from_str(sentence));
    }
    share(&data, done);
}

/// Lets the person choose whom to give a text to, as a file. Its name ends in `.txt`: browsers share few
/// kinds of file, and JSON is none of them.
pub fn share_file(name: &str, text: &str, done: impl FnOnce(Shared) + 'static) {
    share(&with_file(name, text), done);
}

/// Puts a text on the clipboard, and hears whether it is there.
pub fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    let clipboard = Reflect::get(&navigator(), &"clipboard".into()).unwrap_or_default();
    let write = Reflect::get(&clipboard, &"writeText".into()).unwrap_or_default();
    let Ok(write) = write.dyn_into::<Function>() else {
        return done(false);
    };
    let wrote = write.call1(&clipboard, &JsValue::from_str(text));
    hear(wrote, Box::new(move |said| done(said.is_ok())));
}

fn share(data: &Object, done: impl FnOnce(Shared) + 'static) {
    let Some(share) = function("share") else {
        return done(Shared::Refused);
    };
    let ended = move |said: Result<JsValue, JsValue>| {
        done(match said {
            Ok(_) => Shared::Given,
            Err(why) => match Reflect::get(&why, &"name".into()) {
                Ok(name) if name == "AbortError" => Shared::Left,
                Ok(_) | Err(_) => Shared::Refused,
            },
        });
    };
    hear(share.call1(&navigator(), data), Box::new(ended));
}

type Done = Box<dyn FnOnce(Result<JsValue, JsValue>)>;

/// Hears how a promise ends, or why there is none.
fn hear(promise: Result<JsValue, JsValue>, done: Done) {
    let promise: Answer = match promise {
        Ok(promise) => promise.unchecked_into(),
        Err(why) => return done(Err(why)),
    };
    // One of the two is called, once.
    let done = Rc::new(Cell::new(Some(done)));
    let also = Rc::clone(&done);
    let kept = Closure::once_into_js(move |value: JsValue| {
        if let Some(done) = done.take() {
            done(Ok(value));
        }
    });
    let broken = Closure::once_into_js(move |why: JsValue| {
        if let Some(done) = also.take() {
            done(Err(why));
        }
    });
    let told: Answer = promise.then(&kept).unchecked_into();
    told.or(&unheard());
    promise.or(&broken);
}

fn function(name: &str) -> Option<Function> {
    Reflect::get(&navigator(), &name.into())
        .ok()?
        .dyn_into()
        .ok()
}

fn with_file(name: &str, text: &str) -> Object {
    let (data, options) = (Object::new(), Object::new());
    let _ = Reflect::set(&options, &"type".into(), &"text/plain".into());
    let parts = Array::of1(&JsValue::from_str(text));
    let file = JsValue::from(File::new(&parts, name, &options));
    let _ = Reflect::set(&data, &"files".into(), &Array::of1(&file));
    data
}

#[wasm_bindgen]
extern "C" {
    /// A file that no disk has.
    type File;

    #[wasm_bindgen(constructor)]
    fn new(parts: &Array, name: &str, options: &Object) -> File;

    /// The history, for the call that names an address.
    #[wasm_bindgen(js_name = History)]
    type Places;

    #[wasm_bindgen(thread_local_v2, js_name = history)]
    static PLACE: Places;

    #[wasm_bindgen(method, getter)]
    fn state(this: &Places) -> JsValue;

    #[wasm_bindgen(method, catch, js_name = replaceState)]
    fn replace_state(
        this: &Places,
        state: &JsValue,
        title: &str,
        address: &str,
    ) -> Result<(), JsValue>;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_of_the_app_is_told_from_any_address_of_it() {
        let check = |address: &str, expected: &str| assert_eq!(folder(address), expected);
        check(
            "https://example.org/pydrill/",
            "https://example.org/pydrill/",
        );
        check("https://example.org/index.html", "https://example.org/");
        check("https://example.org/a/b/?c=/d", "https://example.org/a/b/");
    }
}
