//! Parts of a view that follow signals, all of one type: Leptos compiles its machinery once for each
//! type of closure, and every copy is downloaded to a phone.
//!
//! Not for parts that never change: give those as they are.

use leptos::prelude::*;

/// A part that follows signals.
pub type Live<T> = Box<dyn FnMut() -> T + Send>;

/// What stands between two tags.
pub fn live<V: IntoView + 'static>(mut view: impl FnMut() -> V + Send + 'static) -> Live<AnyView> {
    Box::new(move || view().into_any())
}

/// An attribute or a property.
pub fn live_value<T>(value: impl FnMut() -> T + Send + 'static) -> Live<T> {
    Box::new(value)
}
