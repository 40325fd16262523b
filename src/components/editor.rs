//! A place to write a program in, with the keys that phone keyboards hide.
//!
//! It is there at once, and becomes a better one under the person's hands; which of the two it is
//! makes no difference here. It runs nothing.

use crate::components::live::each;
use crate::editor::Surface;
use crate::editor::typing::{BAR, BarKey};
use leptos::html::Textarea;
use leptos::prelude::*;
use std::rc::Rc;

/// The place to write, with its bar of keys.
#[component]
pub fn Editor(
    /// What is written here, for those who do not see it.
    label: &'static str,
    /// The text. When it becomes another one than was written, that one is shown.
    value: RwSignal<String>,
    /// The person has changed the text to this.
    on_change: Callback<String>,
    /// The person has pressed the keys for running.
    on_run: Callback<()>,
) -> impl IntoView {
    let field = NodeRef::<Textarea>::new();
    let surface = StoredValue::new_local(None::<Rc<Surface>>);
    Effect::new(move |_| {
        let (text, Some(field)) = (value.get(), field.get()) else {
            return;
        };
        surface.update_value(|surface| {
            surface
                .get_or_insert_with(|| Surface::open(field, &text, on_change, on_run))
                .show(&text);
        });
    });
    view! {
        <div class="editor">
            <textarea node_ref=field class="typed" data-testid="editor" aria-label=label></textarea>
            // Shown where the pointer is a finger.
            <div class="keys" role="group" aria-label="Keys" data-testid="keys">{each(BAR, key)}</div>
            <p class="fine">{HINT}</p>
        </div>
    }
}

/// No stop for Tab: who has a keyboard has the keys.
fn key((key, name): (BarKey, &'static str)) -> AnyView {
    view! {
        <button type="button" tabindex="-1" aria-label=name data-testid="key">{key.face()}</button>
    }
    .into_any()
}

const HINT: &str = "Tab indents; press Escape and then Tab to go on. Ctrl or Cmd with Enter runs.";
