//! A part of the app that comes in a file of its own, when it is first shown.
//!
//! The browser loads the file once for the whole visit. Until it is there, and when it does not come,
//! this says so; it loads nothing before it is asked.

use crate::components::button::Button;
use crate::components::live::live;
use leptos::prelude::*;
use leptos::wasm_split::SplitLoaderError;
use std::pin::Pin;

/// A part on its way; what it gives is how it is drawn.
pub type Coming<T> = Pin<Box<dyn Future<Output = Result<T, SplitLoaderError>>>>;

/// A part that comes later. It is a handle: copies are the same part.
pub struct Later<T: 'static> {
    load: fn() -> Coming<T>,
    part: StoredValue<Option<T>>,
    here: RwSignal<bool>,
    way: RwSignal<Way>,
}

/// How far it has come.
#[derive(Clone, Copy)]
enum Way {
    /// Nobody has asked, or it is here.
    Still,
    Loading,
    /// The connection broke off, or the host has another release by now.
    Lost,
}

impl<T> Clone for Later<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Later<T> {}

impl<T: Copy + Send + Sync> Later<T> {
    /// Nobody has asked for it yet.
    pub fn new(load: fn() -> Coming<T>) -> Later<T> {
        Later {
            load,
            part: StoredValue::new(None),
            here: RwSignal::new(false),
            way: RwSignal::new(Way::Still),
        }
    }

    /// What has come. What reads it follows it.
    pub fn here(self) -> Option<T> {
        self.here.track();
        self.here_now()
    }

    /// The same without being followed.
    pub fn here_now(self) -> Option<T> {
        self.part.get_value()
    }

    /// Loads it, and then does `then`.
    pub fn ask(self, then: Box<dyn FnOnce(T)>) {
        let came = async move {
            let part = (self.load)().await.ok()?;
            // The page may be gone by then, and nobody left to see it.
            let is_gone = self.part.try_set_value(Some(part)).is_some();
            let then = move || {
                if !is_gone {
                    then(part);
                }
            };
            Some(Box::new(then) as Box<dyn FnOnce()>)
        };
        wait(Box::pin(came), self.here, self.way);
    }

    /// Says that it is loading, or that it has not come.
    pub fn said(self) -> AnyView {
        let again = Callback::new(move |()| self.ask(Box::new(|_| {})));
        let way = self.way;
        live(move || said(way.get(), again)).into_any()
    }
}

/// What is done once a part has come, unless it does not come.
type Then = Pin<Box<dyn Future<Output = Option<Box<dyn FnOnce()>>>>>;

/// The same for all parts, because every type is downloaded to a phone.
fn wait(came: Then, here: RwSignal<bool>, way: RwSignal<Way>) {
    way.set(Way::Loading);
    leptos::task::spawn_local(async move {
        match came.await {
            Some(then) => {
                way.set(Way::Still);
                here.set(true);
                then();
            }
            None => way.set(Way::Lost),
        }
    });
}

fn said(way: Way, again: Callback<()>) -> Option<AnyView> {
    match way {
        Way::Still => None,
        Way::Loading => Some(view! { <p class="fine" role="status">"Loading…"</p> }.into_any()),
        Way::Lost => Some(
            view! {
                <div class="notice" role="alert" data-testid="not-loaded">
                    <p>{LOST}</p>
                    <Button look="quiet" testid="load-again" label="Try again" on_press=again />
                </div>
            }
            .into_any(),
        ),
    }
}

const LOST: &str =
    "This part could not be loaded. Check the connection and try again. Nothing is lost.";
