//! The only code that touches localStorage: what is kept there, and how loading and saving end.
//!
//! Keys begin with `pydrill.`, because other sites may share the origin; there is deliberately no
//! way to clear everything. Loading never overwrites, and saving is never silent. No two open tabs
//! write one key, apart from the settings, small notes of the app, and the bookmark and the note of one
//! question; a tab that finds another one's draft of an exercise writes beside it.

pub mod code;
pub mod draft;
pub mod erase;
#[cfg(test)]
mod fuzz;
pub mod json;
pub mod load;
pub mod log;
#[cfg(test)]
pub(crate) mod memory;
#[cfg(test)]
mod model;
pub mod note;
pub mod remark;
pub mod room;
pub mod save;
pub mod segment;
pub mod shape;
pub mod sitting;
pub mod trouble;

use gloo_storage::{LocalStorage, SessionStorage, Storage};
use wasm_bindgen::JsValue;

/// A segment of the log, followed by its writer, a point and a number; see [`segment`].
pub(crate) const LOG: &str = "pydrill.log.";
/// All attempts, as versions before the log kept them; see [`shape`].
pub(crate) const PROGRESS: &str = "pydrill.progress";
/// The settings.
pub(crate) const SETTINGS: &str = "pydrill.settings";
/// A sitting: the one that versions before the log kept, or followed by a point and its writer.
pub(crate) const SESSION: &str = "pydrill.session";
/// What was written for the exercise of a question, followed by its id.
pub(crate) const DRAFT: &str = "pydrill.draft.";
/// The bookmark of a question, followed by its id; see [`remark`].
pub(crate) const BOOKMARK: &str = "pydrill.mark.";
/// The note on a question, followed by its id.
pub(crate) const NOTE: &str = "pydrill.note.";
/// What a tab wrote beside that because another one was writing there, followed by the question's id, a
/// point and the writer.
pub(crate) const BESIDE: &str = "pydrill.beside.";
/// What was moved aside because it could not be read, followed by a number.
pub(crate) const ASIDE: &str = "pydrill.aside.";

/// A place that keeps texts by key: localStorage, or a map in tests.
pub trait Store {
    /// The text under a key.
    fn read(&self, key: &str) -> Result<Option<String>, Refused>;
    /// Replaces the text under a key, or leaves it as it was.
    fn write(&self, key: &str, text: &str) -> Result<(), Refused>;
    /// Forgets a key.
    fn remove(&self, key: &str) -> Result<(), Refused>;
    /// All keys, also those of others.
    fn keys(&self) -> Result<Vec<String>, Refused>;
    /// The key of this tab's sitting, which a reload remembers and no other tab sees.
    fn own_sitting(&self) -> Option<String>;
    /// Remembers it, where the browser lets it.
    fn remember_sitting(&self, key: &str);
}

/// Why a saved text could not be used.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unusable {
    /// Written by a newer build.
    Newer,
    /// Not ours, or damaged.
    Unreadable,
}

/// Why a store did not do as it was told.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refused {
    /// The browser denies storage to this page.
    Blocked,
    /// There is no room left.
    Full,
}

/// The browser's localStorage.
#[derive(Clone, Copy, Debug)]
pub struct BrowserStore;

impl BrowserStore {
    /// The raw store; `LocalStorage::raw` itself throws when the browser denies storage, so the
    /// window is asked first.
    fn raw() -> Result<web_sys::Storage, Refused> {
        let window = web_sys::window().ok_or(Refused::Blocked)?;
        match window.local_storage() {
            Ok(Some(_)) => Ok(LocalStorage::raw()),
            Ok(None) | Err(_) => Err(Refused::Blocked),
        }
    }
}

impl Store for BrowserStore {
    fn read(&self, key: &str) -> Result<Option<String>, Refused> {
        Self::raw()?.get_item(key).map_err(|_| Refused::Blocked)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), Refused> {
        Self::raw()?
            .set_item(key, text)
            .map_err(|error| refusal(&error))
    }

    fn remove(&self, key: &str) -> Result<(), Refused> {
        Self::raw()?.remove_item(key).map_err(|_| Refused::Blocked)
    }

    fn keys(&self) -> Result<Vec<String>, Refused> {
        let raw = Self::raw()?;
        let count = raw.length().map_err(|_| Refused::Blocked)?;
        Ok((0..count)
            .filter_map(|place| raw.key(place).ok().flatten())
            .collect())
    }

    fn own_sitting(&self) -> Option<String> {
        own()?.get_item(SESSION).ok().flatten()
    }

    fn remember_sitting(&self, key: &str) {
        if let Some(own) = own() {
            // Without it a reload finds the latest sitting that was left.
            let _ = own.set_item(SESSION, key);
        }
    }
}

/// What the browser keeps for this tab alone. `SessionStorage::raw` throws where it is denied.
fn own() -> Option<web_sys::Storage> {
    let allowed = web_sys::window()?.session_storage().ok().flatten();
    allowed.map(|_| SessionStorage::raw())
}

/// Firefox names its quota error differently from the standard.
fn refusal(error: &JsValue) -> Refused {
    let name = js_sys::Reflect::get(error, &JsValue::from_str("name")).ok();
    match name.and_then(|name| name.as_string()).as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => Refused::Full,
        Some(_) | None => Refused::Blocked,
    }
}
