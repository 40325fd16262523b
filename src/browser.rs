//! Every browser call that is neither storage nor a worker: address bar, title, clock, chance, focus,
//! theme, download.
//!
//! It knows no state and decides nothing; what the browser refuses here (a title, a focus) is not
//! worth a sentence to the person.

use crate::practice::shuffle::Seed;
use crate::practice::time::Moment;
use crate::route::Route;
use crate::settings::Theme;
use js_sys::{Object, Reflect};
use leptos::ev;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, HtmlElement, Url};

/// The route in the address bar; `None` when it names a place on the page.
pub fn route() -> Option<Route> {
    Route::of_fragment(&window().location().hash().unwrap_or_default())
}

/// Calls back with each route that the person goes to from now on, by link, button or hand. Shows its
/// top, or on the way back and forward the place where it was left: no browser finds that again,
/// because it looks for it on the page that is being left.
pub fn on_route(follow: impl Fn(Route) + 'static) {
    HISTORY.with(|history| history.set_scroll_restoration("manual"));
    let places = RefCell::new(Vec::<(f64, f64)>::new());
    let here = Cell::new(entry());
    // Never taken down: the app listens as long as the page lives.
    let _forever = window_event_listener(ev::hashchange, move |_| {
        let Some(route) = route() else {
            return;
        };
        let left = here.replace(entry());
        let mut places = places.borrow_mut();
        places.retain(|(entry, _)| *entry != left);
        places.push((left, window().scroll_y().unwrap_or_default()));
        let known = places.iter().find(|(entry, _)| *entry == here.get());
        let place = known.map_or(0.0, |(_, place)| *place);
        follow(route);
        arrive_at(place);
    });
}

/// What tells an entry of the history from all others; a new one is given it here.
fn entry() -> f64 {
    HISTORY.with(|history| {
        history.state().as_f64().unwrap_or_else(|| {
            let new = js_sys::Math::random();
            history.replace_state(new, "");
            new
        })
    })
}

/// Calls back with the key and the new text of whatever another tab keeps from now on.
pub fn on_kept(hear: impl Fn(&str, &str) + 'static) {
    let _forever = window_event_listener(ev::storage, move |event| {
        if let (Some(key), Some(text)) = (event.key(), event.new_value()) {
            hear(&key, &text);
        }
    });
}

/// Goes to a screen, as a link would.
pub fn go(route: &Route) {
    let _ = window().location().set_hash(&route.fragment());
}

/// Goes to a screen instead of the present one, so that "back" does not lead here again.
pub fn replace(route: &Route) {
    let _ = window().location().replace(&route.fragment());
}

/// Names the document.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Shows the top of the page and lets a screen reader start at its heading.
pub fn arrive() {
    arrive_at(0.0);
}

fn arrive_at(place: f64) {
    focus("main h1");
    // After the focus, which may have moved the page.
    request_animation_frame(move || window().scroll_to_with_x_and_y(0.0, place));
}

/// Moves the focus to the first element that matches, once the page has been painted with it.
pub fn focus(selector: &'static str) {
    request_animation_frame(move || {
        if let Ok(Some(element)) = document().query_selector(selector) {
            let _ = element.unchecked_into::<HtmlElement>().focus();
        }
    });
}

/// Scrolls as little as it takes to show the first element that matches, once it has been painted.
pub fn bring_into_view(selector: &'static str) {
    request_animation_frame(move || {
        if let Ok(Some(element)) = document().query_selector(selector) {
            let how = Object::new();
            // A new object takes every property.
            let _ = Reflect::set(&how, &"block".into(), &"nearest".into());
            element.unchecked_into::<Scrolled>().scroll_into_view(&how);
        }
    });
}

/// This instant.
pub fn now() -> Moment {
    // Whole milliseconds well below 2^53, so nothing is cut off.
    Moment(js_sys::Date::now() as i64)
}

/// A seed that differs from call to call.
pub fn seed() -> Seed {
    Seed(js_sys::Math::random().to_bits())
}

/// Removes what `index.html` shows until the app is there, also that it could not be loaded: an error
/// of something else may have shown it.
pub fn clear_shell() {
    if let Some(failed) = document().get_element_by_id("failed") {
        let _ = failed.set_attribute("hidden", "");
    }
    if let Some(shell) = document().get_element_by_id("shell") {
        shell.remove();
    }
}

/// Shows, in place of the app, that it cannot start; the sentences stand in `index.html`.
pub fn show_failed() {
    clear_shell();
    if let Some(failed) = document().get_element_by_id("failed") {
        let _ = failed.remove_attribute("hidden");
    }
}

/// Puts a theme on the page. `boot.js` does the same before the first paint.
pub fn show_theme(theme: Theme) {
    let (name, media) = match theme {
        Theme::System => ("system", "screen and (prefers-color-scheme: dark)"),
        Theme::Light => ("light", "not all"),
        Theme::Dark => ("dark", "screen"),
    };
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-theme", name);
    }
    // The dark style sheet, and the dark colour of the browser's own bars.
    for id in ["dark", "dark-bars"] {
        if let Some(dark) = document().get_element_by_id(id) {
            let _ = dark.set_attribute("media", media);
        }
    }
}

/// Hands the person a text as a file.
pub fn download(name: &str, text: &str) {
    let _ = try_download(name, text);
}

fn try_download(name: &str, text: &str) -> Result<(), JsValue> {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let url = Url::create_object_url_with_blob(&Blob::new_with_str_sequence(&parts)?)?;
    let link: HtmlElement = document().create_element("a")?.unchecked_into();
    link.set_attribute("href", &url)?;
    link.set_attribute("download", name)?;
    link.click();
    // Safari reads it later; the text is there once more until the page is closed.
    Ok(())
}

#[wasm_bindgen]
extern "C" {
    /// An element, for the call that web-sys has only together with two types more.
    type Scrolled;

    #[wasm_bindgen(method, js_name = scrollIntoView)]
    fn scroll_into_view(this: &Scrolled, how: &Object);

    type History;

    #[wasm_bindgen(thread_local_v2, js_name = history)]
    static HISTORY: History;

    #[wasm_bindgen(method, getter)]
    fn state(this: &History) -> JsValue;

    #[wasm_bindgen(method, js_name = replaceState)]
    fn replace_state(this: &History, state: f64, title: &str);

    #[wasm_bindgen(method, setter, js_name = scrollRestoration)]
    fn set_scroll_restoration(this: &History, how: &str);
}
