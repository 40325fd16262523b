//! Giving a link away: by the share sheet, else by the clipboard, else by a field to copy from.
//!
//! Nothing is sent anywhere by itself, and a link holds nothing but what it is a link to.

use crate::browser;
use crate::browser::share::{self, Shared};
use crate::components::button::Button;
use crate::components::live::{each, live};
use leptos::prelude::*;

/// One place of a page where something is given away; it is a handle.
#[derive(Clone, Copy)]
pub struct Sharing {
    said: RwSignal<&'static str>,
    by_hand: RwSignal<Option<String>>,
}

impl Sharing {
    /// Nothing was given away yet.
    pub fn begin() -> Sharing {
        Sharing {
            said: RwSignal::new(""),
            by_hand: RwSignal::new(None),
        }
    }

    /// A button that gives a link away, with a sentence before it if there is one.
    pub fn button(
        self,
        testid: &'static str,
        label: &'static str,
        sentence: String,
        link: String,
    ) -> AnyView {
        let press = move |()| self.share(&sentence, &link);
        view! { <Button look="quiet" testid label on_press=press /> }.into_any()
    }

    /// What came of it, and the field where nothing else is left.
    pub fn told(self) -> AnyView {
        let field = |text: String| {
            view! {
                <label class="field">
                    <span>"To be copied by hand"</span>
                    <textarea id="to-copy" class="typed" data-testid="to-copy" rows="3" readonly="">{text}</textarea>
                </label>
            }
        };
        view! {
            <p class="fine" role="status" data-testid="shared">{live(move || self.said.get())}</p>
            {live(move || each(self.by_hand.get(), field))}
        }
        .into_any()
    }

    fn share(self, sentence: &str, link: &str) {
        let space = if sentence.is_empty() { "" } else { " " };
        let text = [sentence, space, link].concat();
        self.said.set("");
        self.by_hand.set(None);
        if !share::can_share_link() {
            return self.copy(text);
        }
        share::share_link(sentence, link, move |ended| match ended {
            Shared::Given | Shared::Left => {}
            Shared::Refused => self.copy(text),
        });
    }

    fn copy(self, text: String) {
        let kept = text.clone();
        share::copy(&text, move |is_there| {
            if is_there {
                return self.said.set(COPIED);
            }
            self.said.set(BY_HAND);
            self.by_hand.set(Some(kept));
            browser::focus("#to-copy");
        });
    }
}

const COPIED: &str = "It is copied: paste it where you want it.";
const BY_HAND: &str =
    "The browser did not let this page share or copy it: select it and copy it by hand.";
