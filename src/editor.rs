//! Where a program is written: a plain field at once, and CodeMirror in its place as soon as that has
//! been loaded. The only code that loads it, and that knows which of the two is there.
//!
//! It knows no exercise and keeps no text: what is typed is told, and what is to be shown is given.

pub mod typing;

use crate::browser;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use std::sync::atomic::{AtomicU32, Ordering};
use typing::{BarKey, Stroke};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue, wasm_bindgen};
use web_sys::{Element, Event, HtmlDocument, HtmlTextAreaElement, KeyboardEvent};

/// A place to write in.
pub struct Surface {
    field: HtmlTextAreaElement,
    /// What happens in the field; one for all, because every handler of a view is downloaded to a phone.
    /// It calls itself: what is written for a key is an input too.
    heard: Closure<dyn Fn(Event)>,
    /// In place of the field, once it is there.
    rich: RefCell<Option<Mounted>>,
    /// Loaded while the person was in the middle of a letter.
    waiting: RefCell<Option<Module>>,
    /// A letter is being put together, as many phones and scripts do. Its field must not go away.
    composing: Cell<bool>,
    /// The next Tab leads out of the field.
    lets_go: Cell<bool>,
    on_change: Callback<String>,
    on_run: Callback<()>,
}

impl Surface {
    /// Writing begins in the field at once, which has room for this text, and goes on in CodeMirror when it has come.
    pub fn open(
        field: HtmlTextAreaElement,
        text: &str,
        on_change: Callback<String>,
        on_run: Callback<()>,
    ) -> Rc<Surface> {
        let surface = Rc::new_cyclic(|own: &Weak<Surface>| {
            let own = own.clone();
            Surface {
                field,
                heard: Closure::new(move |event| {
                    if let Some(surface) = own.upgrade() {
                        surface.hear(&event);
                    }
                }),
                rich: RefCell::default(),
                waiting: RefCell::default(),
                composing: Cell::new(false),
                lets_go: Cell::new(false),
                on_change,
                on_run,
            }
        });
        surface.prepare(text);
        if let Some(address) = browser::file_of_page("data-editor") {
            leptos::task::spawn_local(load(address, Rc::downgrade(&surface)));
        }
        surface
    }

    /// Shows this text, if it is not what stands there.
    pub fn show(&self, text: &str) {
        match &*self.rich.borrow() {
            Some(mounted) if mounted.rich.value() != text => mounted.rich.set(text),
            None if self.field.value() != text => self.field.set_value(text),
            Some(_) | None => {}
        }
    }

    fn tap(&self, key: BarKey) {
        match (&*self.rich.borrow(), key) {
            (Some(mounted), BarKey::Writes(text)) => mounted.rich.insert(text),
            (Some(mounted), BarKey::Tab) => mounted.rich.insert("\t"),
            (Some(mounted), BarKey::Undo) => mounted.rich.undo(),
            (None, BarKey::Writes(text)) => self.write(text),
            (None, BarKey::Tab) => self.write(&typing::indentation(&self.before_caret())),
            (None, BarKey::Undo) => self.command("undo", ""),
        }
    }

    /// Prepares what the view has put there, up to the hint: attributes and handlers weigh less here.
    fn prepare(&self, text: &str) {
        let field = &self.field;
        let hint = hint_name();
        for (name, value) in PLAIN {
            let _ = field.set_attribute(name, value);
        }
        let _ = field.set_attribute("aria-describedby", &hint);
        field.set_rows(typing::rows(text));
        let keys = field.next_element_sibling();
        if let Some(said) = keys.as_ref().and_then(Element::next_element_sibling) {
            said.set_id(&hint);
        }
        let heard = self.heard.as_ref().unchecked_ref();
        let here = [Some(field.unchecked_ref()), keys.as_ref()];
        for (place, name) in HEARD {
            if let Some(place) = here[place] {
                let _ = place.add_event_listener_with_callback(name, heard);
            }
        }
    }

    fn hear(&self, event: &Event) {
        match event.type_().as_str() {
            "input" => self.on_change.run(self.field.value()),
            "keydown" => self.press(event.unchecked_ref()),
            // A letter is begun that takes several keys.
            "compositionstart" => self.composing.set(true),
            "compositionend" => {
                self.composing.set(false);
                self.settle();
            }
            // The focus stays where one writes, or the phone's keyboard would go away.
            "mousedown" => event.prevent_default(),
            // A key of the bar is known by what stands on it.
            _ => {
                let face = event_target::<Element>(event).text_content();
                let key = typing::BAR
                    .iter()
                    .find(|(key, _)| face.as_deref() == Some(key.face()));
                if let Some((key, _)) = key {
                    self.tap(*key);
                }
            }
        }
    }

    fn press(&self, event: &KeyboardEvent) {
        let held = event.ctrl_key() || event.meta_key();
        let stroke = Stroke::of(&event.key(), held, event.shift_key());
        let lets_go = self.lets_go.replace(stroke == Stroke::LetGo);
        if event.is_composing() || (lets_go && stroke == Stroke::Indent) {
            return;
        }
        match stroke {
            Stroke::Run => self.on_run.run(()),
            Stroke::Indent => self.write(&typing::indentation(&self.before_caret())),
            Stroke::NewLine => self.write(&typing::new_line(&self.before_caret())),
            Stroke::LetGo | Stroke::Plain => return,
        }
        event.prevent_default();
    }

    /// Puts CodeMirror in place of the field, when it has come and the person is between two letters.
    /// When it does not work here, the field stays.
    fn settle(&self) {
        if self.composing.get() {
            return;
        }
        if let Some(module) = self.waiting.take() {
            let (on_change, on_run) = (self.on_change, self.on_run);
            let on_change = Closure::new(move |text| on_change.run(text));
            let on_run = Closure::new(move || on_run.run(()));
            if let Ok(rich) = module.mount(&self.field, &on_change, &on_run) {
                self.rich.replace(Some(Mounted {
                    rich,
                    _on_change: on_change,
                    _on_run: on_run,
                }));
            }
        }
    }

    fn before_caret(&self) -> String {
        let caret = self.field.selection_start().ok().flatten();
        let caret = caret.and_then(|caret| usize::try_from(caret).ok());
        typing::line_before(&self.field.value(), caret.unwrap_or(usize::MAX))
    }

    /// Writes into the field as the person would, so that they can take it back.
    fn write(&self, text: &str) {
        self.command("insertText", text);
    }

    /// An editing command of the browser. It is the only way into the field's own history; every
    /// browser has it, and tells the change as if it had been typed.
    fn command(&self, name: &str, text: &str) {
        let _ = self.field.focus();
        let page: HtmlDocument = document().unchecked_into();
        let _ = page.exec_command_with_show_ui_and_value(name, false, text);
    }
}

/// What makes a field one for programs. The last is a word of Safari's own.
const PLAIN: [(&str, &str); 5] = [
    ("wrap", "off"),
    ("spellcheck", "false"),
    ("autocapitalize", "off"),
    ("autocomplete", "off"),
    ("autocorrect", "off"),
];

/// What is heard in the field, 0, and on the bar of keys, 1.
const HEARD: [(usize, &str); 6] = [
    (0, "input"),
    (0, "keydown"),
    (0, "compositionstart"),
    (0, "compositionend"),
    (1, "mousedown"),
    (1, "click"),
];

/// A name for the hint that no other editor on the page has.
fn hint_name() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    [
        "editor-hint-",
        &NEXT.fetch_add(1, Ordering::Relaxed).to_string(),
    ]
    .concat()
}

/// CodeMirror, and what it calls. Taken down when it is dropped.
struct Mounted {
    rich: Rich,
    _on_change: Closure<dyn FnMut(String)>,
    _on_run: Closure<dyn FnMut()>,
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.rich.destroy();
    }
}

/// The browser loads it once, however often it is asked. Without it one goes on writing in the field.
async fn load(address: String, surface: Weak<Surface>) {
    let Ok(module) = import(&address).await else {
        return;
    };
    if let Some(surface) = surface.upgrade() {
        surface.waiting.replace(Some(module.unchecked_into()));
        surface.settle();
    }
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = import)]
    fn import(url: &str) -> js_sys::Promise;

    /// `src/editor/editor.js`, which says what each of these does.
    type Module;

    #[wasm_bindgen(method, catch)]
    fn mount(
        this: &Module,
        field: &HtmlTextAreaElement,
        on_change: &Closure<dyn FnMut(String)>,
        on_run: &Closure<dyn FnMut()>,
    ) -> Result<Rich, JsValue>;

    type Rich;

    #[wasm_bindgen(method)]
    fn value(this: &Rich) -> String;

    #[wasm_bindgen(method)]
    fn set(this: &Rich, text: &str);

    #[wasm_bindgen(method)]
    fn insert(this: &Rich, text: &str);

    #[wasm_bindgen(method)]
    fn undo(this: &Rich);

    #[wasm_bindgen(method)]
    fn destroy(this: &Rich);
}
