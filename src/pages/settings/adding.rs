//! Adding answers from elsewhere: what would change is said first, and nothing is added unless the person
//! agrees.

use crate::components::button::Button;
use crate::components::live::{live, only_if};
use crate::pages::counted;
use crate::state::AppState;
use crate::state::backup::Preview;
use crate::storage::Unusable;
use crate::storage::save::Saved;
use leptos::prelude::*;

/// What is looked at, and what is said of it. It is a handle: copies are the same.
#[derive(Clone, Copy)]
pub struct Adding {
    state: AppState,
    words: &'static Words,
    said: RwSignal<String>,
    found: RwSignal<bool>,
    /// The person has decided.
    decided: Callback<()>,
}

/// Sentences that depend on where the answers come from.
pub struct Words {
    /// It cannot be read.
    pub not_one: &'static str,
    /// Another build made it.
    pub newer: &'static str,
    /// It was added.
    pub added: &'static str,
}

impl Adding {
    /// Nothing is looked at yet.
    pub fn begin(state: AppState, words: &'static Words) -> Adding {
        Adding {
            state,
            words,
            said: RwSignal::new(String::new()),
            found: RwSignal::new(false),
            decided: Callback::new(|()| ()),
        }
    }

    /// Does this as well when the person has decided.
    #[must_use]
    pub fn and_then(self, decided: Callback<()>) -> Adding {
        Adding { decided, ..self }
    }

    /// Says what it would change, or why it cannot be used.
    pub fn look(self, looked: Result<Preview, Unusable>) {
        match looked {
            Ok(preview) => {
                self.say(&told(preview));
                self.found.set(true);
            }
            Err(Unusable::Unreadable) => self.say(self.words.not_one),
            Err(Unusable::Newer) => self.say(self.words.newer),
        }
    }

    /// Says this, and that there is nothing to decide.
    pub fn say(self, text: &str) {
        self.found.set(false);
        self.said.set(text.to_owned());
    }

    fn add(self) {
        match self.state.restore() {
            Saved::Saved => {
                self.say(self.words.added);
                self.decided.run(());
            }
            Saved::Full | Saved::Blocked => self.say(NO_ROOM),
        }
    }

    /// What is said, and the two buttons.
    pub fn view(self) -> AnyView {
        let leave = move |()| {
            self.say(LEFT);
            self.decided.run(());
        };
        let decide = move || {
            only_if(self.found.get(), move || {
                view! {
                    <div class="actions">
                        <Button look="button" testid="add" label="Add them" on_press=move |()| self.add() />
                        <Button look="quiet" testid="leave" label="Leave it" on_press=leave />
                    </div>
                }
            })
        };
        view! {
            <p role="status" data-testid="found">{live(move || self.said.get())}</p>
            {live(decide)}
        }
        .into_any()
    }
}

fn told(preview: Preview) -> String {
    let (before, after) = preview.right;
    let holds = counted(preview.answers, "answer", "answers");
    let new = counted(preview.new_answers, "is", "are");
    let back = counted(preview.taken_back, "answer", "answers");
    let beside = match (preview.new_remarks, preview.new_drafts) {
        (0, 0) => String::new(),
        (remarks, drafts) => {
            let remarks = counted(remarks, "bookmark or note", "bookmarks and notes");
            let drafts = counted(drafts, "exercise", "exercises");
            [" It brings ", &remarks, ", and code for ", &drafts, "."].concat()
        }
    };
    format!(
        "It holds {holds}, of which {new} new here, and takes back {back}. Questions that are right: {before} \
        now, {after} then.{beside}"
    )
}

const LEFT: &str = "Nothing was changed.";
const NO_ROOM: &str = "There is no room for these answers in this browser. Nothing was changed.";
