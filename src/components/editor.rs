//! A place to write a program in, with the keys that phone keyboards hide.
//!
//! It is there at once, and becomes a better one under the person's hands; which of the two it is
//! makes no difference here. It runs nothing.

use crate::components::live::{each, when};
use crate::editor::Surface;
use crate::editor::typing::{BAR, BarKey};
use leptos::ev::MouseEvent;
use leptos::html::Textarea;
use leptos::prelude::*;
use std::rc::Rc;
use std::sync::atomic::{AtomicU32, Ordering};
use web_sys::Element;

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
                .get_or_insert_with(|| Surface::open(field, on_change, on_run))
                .show(&text);
        });
    });
    // A key of the bar is known by what stands on it.
    let tap = move |event: MouseEvent| {
        let face = event_target::<Element>(&event).text_content();
        let key = BAR
            .iter()
            .find(|(key, _)| face.as_deref() == Some(key.face()));
        surface.with_value(|surface| {
            if let (Some((key, _)), Some(surface)) = (key, surface) {
                surface.tap(*key);
            }
        });
    };
    let hint = hint_id();
    view! {
        <div class="editor">
            <textarea
                node_ref=field
                class="typed"
                data-testid="editor"
                aria-label=label
                aria-describedby=hint.clone()
                rows=rows(&value.get_untracked())
                wrap="off"
                spellcheck="false"
                autocapitalize="off"
                autocomplete="off"
            ></textarea>
            // Shown where the pointer is a finger. The focus stays where one writes, or the phone's
            // keyboard would go away.
            <div
                class="keys"
                role="group"
                aria-label="Keys"
                data-testid="keys"
                on:mousedown=when(|event: MouseEvent| event.prevent_default())
                on:click=when(tap)
            >
                {each(BAR, key)}
            </div>
            <p class="fine" id=hint>{HINT}</p>
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

/// High enough for the text and a little more; beyond that it scrolls.
fn rows(text: &str) -> String {
    let ends = text.bytes().filter(|byte| *byte == b'\n').count();
    (ends + 3).clamp(6, 20).to_string()
}

/// A name for the hint that no other editor on the page has.
fn hint_id() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    format!("editor-hint-{}", NEXT.fetch_add(1, Ordering::Relaxed))
}

const HINT: &str = "Tab indents; press Escape and then Tab to go on. Ctrl or Cmd with Enter runs.";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_field_has_room_to_write_on() {
        let lines = |count: usize| rows(&"x\n".repeat(count));
        assert_eq!([0, 5, 40].map(lines), ["6", "8", "20"]);
    }

    #[test]
    fn two_hints_have_two_names() {
        assert_ne!(hint_id(), hint_id());
    }
}
