//! Small pieces that other components are made of: one type of view each, because every type is
//! downloaded to a phone.

use leptos::prelude::*;

/// A part of a page that tests can find.
pub fn block(look: &'static str, testid: &'static str, children: Vec<AnyView>) -> AnyView {
    view! { <div class=look data-testid=testid>{children}</div> }.into_any()
}

/// A sentence.
pub fn note(look: &'static str, text: String) -> AnyView {
    view! { <p class=look>{text}</p> }.into_any()
}
