//! Parts of a view brought to one type each: Leptos compiles its machinery once for each type of closure,
//! list and handler, and every copy is downloaded to a phone.

use leptos::prelude::*;

/// A part that follows signals.
pub type Live<T> = Box<dyn FnMut() -> T + Send>;

/// What stands between two tags and follows signals. What never changes is given as it is.
pub fn live<V: IntoView + 'static>(mut view: impl FnMut() -> V + Send + 'static) -> Live<AnyView> {
    Box::new(move || view().into_any())
}

/// An attribute or a property that follows signals.
pub fn live_value<T>(value: impl FnMut() -> T + Send + 'static) -> Live<T> {
    Box::new(value)
}

/// A view of each item; an option has one or none.
pub fn each<T, V: IntoView + 'static>(
    items: impl IntoIterator<Item = T>,
    mut view: impl FnMut(T) -> V,
) -> Vec<AnyView> {
    let mut views = Vec::new();
    for item in items {
        views.push(view(item).into_any());
    }
    views
}

/// A view under a condition, or nothing.
pub fn only_if<V: IntoView + 'static>(condition: bool, view: impl FnOnce() -> V) -> Vec<AnyView> {
    each(condition.then_some(view), |view| view())
}

/// What is done when an event happens.
pub fn when<E>(act: impl FnMut(E) + 'static) -> Box<dyn FnMut(E)> {
    Box::new(act)
}
