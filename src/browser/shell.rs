//! What `index.html` shows until the app is there, and the app in its place.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// What the app stands in. It is hidden until the app takes the place of the shell.
pub fn frame() -> Option<HtmlElement> {
    let frame = document().get_element_by_id("app");
    frame.map(JsCast::unchecked_into)
}

/// Shows the app in place of the shell, and leaves the focus where it was.
pub fn take_the_place() {
    let focused = document().active_element();
    let link = focused.and_then(|element| element.get_attribute("href"));
    show("app");
    // Not before: a page that is empty in between scrolls to its top.
    clear_shell();
    if let Some(link) = link
        && let Ok(Some(same)) = document().query_selector(&["[href='", &link, "']"].concat())
    {
        let _ = same.unchecked_into::<HtmlElement>().focus();
    }
}

/// Shows, in place of the app, that it cannot start; the sentences stand in `index.html`.
pub fn show_failed() {
    clear_shell();
    show("failed");
}

/// Shows what `index.html` hides.
fn show(id: &str) {
    if let Some(hidden) = document().get_element_by_id(id) {
        let _ = hidden.remove_attribute("hidden");
    }
}

/// Removes what `index.html` shows until the app is there, also that it could not be loaded: an error
/// of something else may have shown it.
fn clear_shell() {
    if let Some(failed) = document().get_element_by_id("failed") {
        let _ = failed.set_attribute("hidden", "");
    }
    if let Some(shell) = document().get_element_by_id("shell") {
        shell.remove();
    }
}
