//! Every browser call that is neither storage nor a worker: address bar, title, clock, chance, focus,
//! theme, download.
//!
//! It knows no state and decides nothing; what the browser refuses here (a title, a focus) is not
//! worth a sentence to the person.

pub mod keys;
pub mod scroll;
pub mod share;
pub mod shell;

use crate::practice::shuffle::Seed;
use crate::practice::time::{Moment, UtcOffset};
use crate::route::Route;
use crate::settings::Theme;
use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::ev::{self, Event};
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use wasm_bindgen::prelude::*;
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
            // Refused to a page that goes on very often; its place is not found again then.
            let _ = history.replace_state(new, "");
            new
        })
    })
}

/// Calls back with the key and the new text of whatever another tab keeps from now on; the text is empty
/// when it forgets what stood there.
pub fn on_kept(hear: impl Fn(&str, &str) + 'static) {
    let _forever = window_event_listener(ev::storage, move |event| {
        if let Some(key) = event.key() {
            hear(&key, &event.new_value().unwrap_or_default());
        }
    });
}

/// Lets other tabs know, as long as this page lives, that the tab of this name is open.
pub fn stay_known_as(tab: &str) {
    if let Some(locks) = locks() {
        let for_ever = Promise::new(&mut |_, _| ());
        let hold = Closure::once_into_js(move || for_ever);
        locks.request(&[TAB, tab].concat(), &hold).or(&unheard());
    }
}

/// Does something that no other tab does at the same time, knowing which tabs are open. Where the
/// browser cannot tell, nobody knows.
pub fn alone(act: impl FnOnce(Option<Vec<String>>) + 'static) {
    let Some(locks) = locks() else {
        return act(None);
    };
    let act = Closure::once_into_js(move |all: JsValue| act(Some(tabs(&all))));
    let asked = locks.clone();
    let ask = Closure::once_into_js(move || asked.query().then(&act));
    locks.request("pydrill.alone", &ask).or(&unheard());
}

/// Where locks are refused, as in a frame that may keep nothing, there is nothing to do about it.
fn unheard() -> JsValue {
    Closure::once_into_js(|_: JsValue| ())
}

/// The names that [`stay_known_as`] was given in all open tabs.
fn tabs(all: &JsValue) -> Vec<String> {
    let held = Reflect::get(all, &"held".into()).unwrap_or_default();
    let name = |lock: JsValue| Reflect::get(&lock, &"name".into()).ok()?.as_string();
    let held = Array::from(&held);
    let names = held.iter().filter_map(name);
    names
        .filter_map(|name| name.strip_prefix(TAB).map(str::to_owned))
        .collect()
}

/// web-sys would have to be built with more of its features for it.
fn navigator() -> JsValue {
    Reflect::get(&window(), &"navigator".into()).unwrap_or_default()
}

fn locks() -> Option<Locks> {
    let locks = Reflect::get(&navigator(), &"locks".into()).ok()?;
    locks.is_object().then(|| locks.unchecked_into())
}

/// Begins the names of the locks that say which tabs are open.
const TAB: &str = "pydrill.tab.";

#[wasm_bindgen]
extern "C" {
    /// What web-sys holds to be unstable: the Web Locks of the page.
    #[derive(Clone)]
    type Locks;
    /// A promise of what is asked of them.
    type Answer;

    #[wasm_bindgen(method)]
    fn request(this: &Locks, name: &str, act: &JsValue) -> Answer;
    #[wasm_bindgen(method)]
    fn query(this: &Locks) -> Answer;
    #[wasm_bindgen(method)]
    fn then(this: &Answer, act: &JsValue) -> JsValue;
    #[wasm_bindgen(method, js_name = "catch")]
    fn or(this: &Answer, act: &JsValue) -> Answer;
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

/// Takes the focus from what has it and is about to go: a browser that finds it gone works out the styles of
/// the page once more before it goes on.
pub fn let_focus_go() {
    if let Some(element) = document().active_element() {
        let _ = element.unchecked_into::<HtmlElement>().blur();
    }
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

/// How far the clocks here are ahead of UTC today.
pub fn utc_offset() -> UtcOffset {
    // Whole minutes, and the other way round.
    UtcOffset(-js_sys::Date::new_0().get_timezone_offset() as i32)
}

/// How far the clocks here were ahead of UTC at a moment.
pub fn utc_offset_at(moment: Moment) -> UtcOffset {
    let date = js_sys::Date::new(&JsValue::from_f64(moment.0 as f64));
    // Not a number for a moment that no clock shows, which becomes 0.
    UtcOffset(-date.get_timezone_offset() as i32)
}

/// A seed that differs from call to call.
pub fn seed() -> Seed {
    Seed(js_sys::Math::random().to_bits())
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

/// The text of the file that was chosen in a field; nothing when it has more bytes than `largest` or cannot
/// be read, and then the field is empty again, so that the same file can be tried once more.
pub fn read_file(chosen: &Event, largest: f64, done: impl FnOnce(Option<String>) + 'static) {
    let field = chosen.target();
    let files = field
        .as_ref()
        .map(|field| Reflect::get(field, &"files".into()));
    let files = files.and_then(Result::ok).unwrap_or_default();
    let Ok(file) = Reflect::get(&files, &0.into())
        .unwrap_or_default()
        .dyn_into::<Blob>()
    else {
        return;
    };
    let done = move |text: Option<String>| {
        if let (None, Some(field)) = (&text, &field) {
            let _ = Reflect::set(field, &"value".into(), &"".into());
        }
        done(text);
    };
    if file.size() > largest {
        return done(None);
    }
    let text: Answer = JsValue::from(file.text()).unchecked_into();
    let read = Closure::once_into_js(move |text: JsValue| done(text.as_string()));
    // A file may be on a drive that cannot be reached, or have changed since: then there is no text.
    text.or(&unheard()).then(&read);
}

/// What a field holds.
pub fn field(selector: &str) -> String {
    let field = document().query_selector(selector).ok().flatten();
    let value = field.and_then(|field| Reflect::get(&field, &"value".into()).ok());
    value
        .and_then(|value| value.as_string())
        .unwrap_or_default()
}

/// Whether a field holds this word; it is empty afterwards.
pub fn take_field(selector: &str, word: &str) -> bool {
    let holds = field(selector).trim() == word;
    if let (true, Ok(Some(field))) = (holds, document().query_selector(selector)) {
        let _ = Reflect::set(&field, &"value".into(), &"".into());
    }
    holds
}

/// Asks the browser not to delete what is kept here by itself, and hears what it says.
pub fn persist(done: impl FnOnce(bool) + 'static) {
    let storage = Reflect::get(&navigator(), &"storage".into()).unwrap_or_default();
    let persist = Reflect::get(&storage, &"persist".into()).unwrap_or_default();
    let Ok(persist) = persist.dyn_into::<Function>() else {
        return;
    };
    let said = Closure::once_into_js(move |yes: JsValue| done(yes.is_truthy()));
    if let Ok(answer) = persist.call0(&storage) {
        let answer: Answer = answer.unchecked_into();
        answer.then(&said);
        answer.or(&unheard());
    }
}

/// Whether this is an iPhone or an iPad: only there a page knows whether it stands on the home screen.
pub fn is_ios() -> bool {
    Reflect::has(&navigator(), &"standalone".into()).unwrap_or(false)
}

/// The address of a file whose name holds a hash, which the page tells in an attribute of its own.
pub fn file_of_page(attribute: &str) -> Option<String> {
    let page = document();
    let app = page.query_selector("meta[name=app]").ok().flatten()?;
    let path = app.get_attribute(attribute)?;
    let base = page.base_uri().ok().flatten()?;
    Some(Url::new_with_base(&path, &base).ok()?.href())
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

    #[wasm_bindgen(method, catch, js_name = replaceState)]
    fn replace_state(this: &History, state: f64, title: &str) -> Result<(), JsValue>;

    #[wasm_bindgen(method, setter, js_name = scrollRestoration)]
    fn set_scroll_restoration(this: &History, how: &str);
}
