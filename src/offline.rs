//! What can be had without a network, and keeping the rest of it. The only code that asks
//! `src/offline/offline.js`, which speaks with the service worker; start.js loads it in any case.
//!
//! It decides nothing and keeps nothing itself.

use crate::browser;
use js_sys::{Array, Promise};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue, wasm_bindgen};

/// What is missing to have everything without a network.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Missing {
    /// This browser keeps nothing.
    Nowhere,
    /// The app itself is on its way.
    App,
    /// Everything is on its way, because the person asked for it.
    Coming,
    /// Files, with their bytes as they are sent and as they are kept. There may be none.
    Files {
        /// How many.
        count: f64,
        /// As they are sent.
        sent: f64,
        /// As they are kept.
        kept: f64,
    },
}

/// How keeping everything ended. What has come stays in any case.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ended {
    /// All is here.
    All,
    /// There is no room.
    Full,
    /// A file did not come.
    Lost,
}

/// Finds out what is missing.
pub fn missing(told: impl FnOnce(Missing) + 'static) {
    leptos::task::spawn_local(async move {
        let said = match module().await {
            Some(module) => module.missing().await.ok(),
            None => None,
        };
        told(said.map_or(Missing::Nowhere, |said| read(&Array::from(&said))));
    });
}

/// Keeps what is missing. `tell` hears of each tenth of the way, and `done` how it ended.
pub fn keep_all(tell: impl FnMut(u32) + 'static, done: impl FnOnce(Ended) + 'static) {
    // The page may be left while files still come.
    let tell = Closure::<dyn FnMut(u32)>::new(tell).into_js_value();
    leptos::task::spawn_local(async move {
        let said = match module().await {
            Some(module) => module.keep_all(&tell).await.ok(),
            None => None,
        };
        done(match said.and_then(|said| said.as_string()).as_deref() {
            Some("all") => Ended::All,
            Some("full") => Ended::Full,
            Some(_) | None => Ended::Lost,
        });
    });
}

fn read(said: &Array) -> Missing {
    let number = |place| said.get(place).as_f64().unwrap_or_default();
    match said.get(0).as_string().as_deref() {
        Some("app") => Missing::App,
        Some("keeping") => Missing::Coming,
        Some("files") => Missing::Files {
            sent: number(1),
            kept: number(2),
            count: number(3),
        },
        Some(_) | None => Missing::Nowhere,
    }
}

async fn module() -> Option<Module> {
    let address = browser::file_of_page("data-offline")?;
    Some(import(&address).await.ok()?.unchecked_into())
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = import)]
    fn import(url: &str) -> Promise;

    /// `src/offline/offline.js`, which says what each of these does.
    type Module;

    #[wasm_bindgen(method)]
    fn missing(this: &Module) -> Promise;

    #[wasm_bindgen(method, js_name = keepAll)]
    fn keep_all(this: &Module, tell: &JsValue) -> Promise;
}
