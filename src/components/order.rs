//! Order: lines to be put in order, by two buttons or by dragging; some are to be left out.
//!
//! The places of the list are fixed and the lines move through them: no element is taken out of the
//! document while a finger or the focus is on it.

use crate::components::html::CodeLine;
use crate::components::icon::{Icon, Shape};
use crate::components::live::live;
use crate::practice::arrangement::{Arrangement, Move};
use crate::practice::shuffle::Seed;
use bank::answer::Answer;
use bank::check::{LineId, Order, OrderLine};
use leptos::ev::PointerEvent;
use leptos::prelude::*;

/// The draft and what the person does with it: a handle for the parts of the form.
#[derive(Clone, Copy)]
struct Draft {
    arrangement: RwSignal<Arrangement>,
    selected: RwSignal<Option<LineId>>,
    dragged: RwSignal<Option<LineId>>,
    said: RwSignal<String>,
    lines: StoredValue<Vec<OrderLine>>,
    on_draft: Callback<Option<Answer>>,
}

impl Draft {
    fn act(self, line: LineId, how: Move) {
        let before = self.arrangement.get_untracked();
        let after = before.clone().moved(line, how);
        if after == before {
            return;
        }
        self.said.set(announcement(&after, line));
        self.on_draft
            .run(Some(Answer::Order(after.used().to_vec())));
        self.arrangement.set(after);
    }

    fn act_on_selected(self, how: Move) {
        match self.selected.get_untracked() {
            Some(line) => self.act(line, how),
            None => self.said.set("Choose a line first.".to_owned()),
        }
    }

    fn line(self, line: LineId) -> Option<OrderLine> {
        let place = usize::from(line.0);
        self.lines.with_value(|lines| lines.get(place).cloned())
    }
}

/// The lines, to be moved.
#[component]
pub fn OrderForm(
    /// What is asked.
    order: Order,
    /// What the lines are shuffled by.
    seed: Seed,
    /// The draft has changed: the answer it makes.
    on_draft: Callback<Option<Answer>>,
) -> impl IntoView {
    let count = u8::try_from(order.lines.len()).unwrap_or(u8::MAX);
    let some_spare = order.lines.iter().any(|line| line.spare.is_some());
    let arrangement = Arrangement::shuffled(count, seed);
    on_draft.run(Some(Answer::Order(arrangement.used().to_vec())));
    let draft = Draft {
        arrangement: RwSignal::new(arrangement),
        selected: RwSignal::new(None),
        dragged: RwSignal::new(None),
        said: RwSignal::new(String::new()),
        lines: StoredValue::new(order.lines),
        on_draft,
    };
    let how = if some_spare {
        "Choose a line, then move it or leave it out. Or drag it by its handle."
    } else {
        "Choose a line, then move it. Or drag it by its handle."
    };
    view! {
        <fieldset
            class="order"
            on:pointermove=move |event| follow(draft, &event)
            on:pointerup=move |_| draft.dragged.set(None)
            on:pointercancel=move |_| draft.dragged.set(None)
        >
            <legend>{how}</legend>
            <Used draft />
            {some_spare.then(|| view! { <LeftOut draft /> })}
        </fieldset>
        <Tools draft some_spare />
    }
}

#[component]
fn Used(draft: Draft) -> impl IntoView {
    let count = Memo::new(move |_| draft.arrangement.with(|lines| lines.used().len()));
    let slot = move |place: usize| {
        let line = Memo::new(move |_| {
            draft
                .arrangement
                .with(|lines| lines.used().get(place).copied())
        });
        view! { <Slot draft line place=Some(place) /> }
    };
    view! {
        <ol class="lines" data-testid="used" data-drop="used">
            <For each=move || 0..count.get() key=|place| *place children=slot />
        </ol>
    }
}

#[component]
fn LeftOut(draft: Draft) -> impl IntoView {
    let count = Memo::new(move |_| draft.arrangement.with(|lines| lines.left_out().len()));
    let slot = move |place: usize| {
        let line = Memo::new(move |_| {
            draft
                .arrangement
                .with(|lines| lines.left_out().get(place).copied())
        });
        view! { <Slot draft line place=None /> }
    };
    view! {
        <p class="caption">"Left out"</p>
        <ul class="lines" aria-label="Left out" data-testid="left-out" data-drop="left-out">
            <For each=move || 0..count.get() key=|place| *place children=slot />
        </ul>
    }
}

/// A place in one of the lists, and the line that is there now.
#[component]
fn Slot(draft: Draft, line: Memo<Option<LineId>>, place: Option<usize>) -> impl IntoView {
    let content = move || {
        line.get().and_then(|line| draft.line(line)).map(|line| {
            view! { <CodeLine indent=usize::from(line.indent) html=line.code /> }
        })
    };
    let grab = move |event: PointerEvent| {
        event.prevent_default();
        draft.selected.set(line.get_untracked());
        draft.dragged.set(line.get_untracked());
    };
    let dragged = move || (line.get().is_some() && draft.dragged.get() == line.get()).then_some("");
    view! {
        <li class="slot" data-slot=place data-dragged=dragged>
            <label class="line" data-testid="line">
                <input
                    type="radio"
                    name="line"
                    prop:checked=move || draft.selected.get() == line.get()
                    on:change=move |_| draft.selected.set(line.get_untracked())
                />
                {live(content)}
            </label>
            <span class="grip" data-testid="grip" on:pointerdown=grab><Icon shape=Shape::Grip /></span>
        </li>
    }
}

/// The buttons that act on the chosen line. They stay where the thumb is.
#[component]
fn Tools(draft: Draft, some_spare: bool) -> impl IntoView {
    let out = Memo::new(move |_| {
        let selected = draft.selected.get();
        draft
            .arrangement
            .with(|lines| selected.is_some_and(|line| lines.left_out().contains(&line)))
    });
    let leave_or_put_back = move |_| {
        draft.act_on_selected(if out.get_untracked() {
            Move::PutBack
        } else {
            Move::LeaveOut
        });
    };
    view! {
        <div class="tools" role="group" aria-label="The chosen line">
            <button type="button" data-testid="up" on:click=move |_| draft.act_on_selected(Move::Up)>
                <Icon shape=Shape::Up /> "Up"
            </button>
            <button type="button" data-testid="down" on:click=move |_| draft.act_on_selected(Move::Down)>
                <Icon shape=Shape::Down /> "Down"
            </button>
            {some_spare.then(|| view! {
                <button type="button" data-testid="leave-out" on:click=leave_or_put_back>
                    {live(move || if out.get() { "Put back" } else { "Leave out" })}
                </button>
            })}
        </div>
        <p class="unseen" role="status" data-testid="moved">{draft.said}</p>
    }
}

/// Takes the dragged line to the place under the pointer.
fn follow(draft: Draft, event: &PointerEvent) {
    let Some(line) = draft.dragged.get_untracked() else {
        return;
    };
    // Released outside the list, where nothing heard of it.
    if event.buttons() == 0 {
        draft.dragged.set(None);
        return;
    }
    let (x, y) = (event.client_x() as f32, event.client_y() as f32);
    let Some(under) = document().element_from_point(x, y) else {
        return;
    };
    let attribute = |selector: &str, name: &str| {
        let element = under.closest(selector).ok().flatten();
        element.and_then(|element| element.get_attribute(name))
    };
    let place = attribute("[data-slot]", "data-slot").and_then(|place| place.parse().ok());
    match (place, attribute("[data-drop]", "data-drop").as_deref()) {
        (Some(place), _) => draft.act(line, Move::To(place)),
        (None, Some("left-out")) => draft.act(line, Move::LeaveOut),
        (None, _) => {}
    }
}

fn announcement(arrangement: &Arrangement, line: LineId) -> String {
    match arrangement.place(line) {
        Some(place) => format!("Now line {} of {}.", place + 1, arrangement.used().len()),
        None => "Left out.".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_move_is_announced_by_where_the_line_is_now() {
        let start = Arrangement::shuffled(3, Seed(1));
        let line = start.used()[0];
        let check = |how: Move, expected: &str| {
            assert_eq!(
                announcement(&start.clone().moved(line, how), line),
                expected
            );
        };
        check(Move::Down, "Now line 2 of 3.");
        check(Move::LeaveOut, "Left out.");
    }
}
