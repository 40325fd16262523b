//! Order: lines to be put in order, by two buttons or by dragging; some are to be left out.
//!
//! The places of the list are fixed and the lines move through them: no element is taken out of the
//! document while a finger or the focus is on it.

use crate::components::html::CodeLine;
use crate::components::icon::{Icon, Shape};
use crate::components::live::{Live, each, live, live_value, only_if, when};
use crate::practice::arrangement::Move;
use crate::practice::draft::Draft;
use bank::check::{LineId, Order};
use leptos::ev::PointerEvent;
use leptos::prelude::*;

/// What the person does with the draft: a handle for the parts of the form.
#[derive(Clone, Copy)]
struct Hand {
    order: &'static Order,
    draft: RwSignal<Draft>,
    selected: RwSignal<Option<LineId>>,
    dragged: RwSignal<Option<LineId>>,
    said: RwSignal<String>,
}

/// One of the two lists of lines.
#[derive(Clone, Copy, PartialEq, Eq)]
enum List {
    Used,
    LeftOut,
}

impl Hand {
    fn act(self, line: LineId, how: Move) {
        let before = self.draft.get_untracked();
        let after = before.clone().move_line(line, how);
        if after != before {
            self.said.set(announcement(&after, line));
            self.draft.set(after);
        }
    }

    fn act_on_selected(self, how: Move) {
        match self.selected.get_untracked() {
            Some(line) => self.act(line, how),
            None => self.said.set("Choose a line first.".to_owned()),
        }
    }

    fn line_at(self, list: List, place: usize) -> Option<LineId> {
        self.draft.with(|draft| list.of(draft).get(place).copied())
    }

    fn is_selected_out(self) -> bool {
        let selected = self.selected.get();
        let out = |line: LineId| self.draft.with(|draft| draft.lines().1.contains(&line));
        selected.is_some_and(out)
    }
}

impl List {
    fn of(self, draft: &Draft) -> &[LineId] {
        let (used, left_out) = draft.lines();
        match self {
            List::Used => used,
            List::LeftOut => left_out,
        }
    }
}

/// The lines, to be moved.
#[component]
pub fn OrderForm(
    /// What is asked.
    order: &'static Order,
    /// How the lines stand.
    draft: RwSignal<Draft>,
) -> impl IntoView {
    let some_spare = order.lines.iter().any(|line| line.spare.is_some());
    let hand = Hand {
        order,
        draft,
        selected: RwSignal::new(None),
        dragged: RwSignal::new(None),
        said: RwSignal::new(String::new()),
    };
    let how = if some_spare {
        "Choose a line, then move it or leave it out. Or drag it by its handle."
    } else {
        "Choose a line, then move it. Or drag it by its handle."
    };
    view! {
        <fieldset
            class="order"
            on:pointermove=when(move |event| follow(hand, &event))
            on:pointerup=when(move |_| hand.dragged.set(None))
            on:pointercancel=when(move |_| hand.dragged.set(None))
        >
            <legend>{how}</legend>
            <ol class="lines" data-testid="used" data-drop="used">{slots(hand, List::Used)}</ol>
            {only_if(some_spare, || view! {
                <p class="caption">"Left out"</p>
                <ul class="lines" aria-label="Left out" data-testid="left-out" data-drop="left-out">
                    {slots(hand, List::LeftOut)}
                </ul>
            })}
        </fieldset>
        <Tools hand some_spare />
    }
}

/// The places of one list. They are made anew only when their number changes.
fn slots(hand: Hand, list: List) -> Live<AnyView> {
    let count = Memo::new(move |_| hand.draft.with(|draft| list.of(draft).len()));
    live(move || {
        let slot = |place| view! { <Slot hand list place /> };
        each(0..count.get(), slot)
    })
}

/// A place in one of the lists, and the line that is there now.
#[component]
fn Slot(hand: Hand, list: List, place: usize) -> impl IntoView {
    let line = move || hand.line_at(list, place);
    let content = move || {
        let line = hand.order.lines.get(usize::from(line()?.0))?;
        Some(view! { <CodeLine indent=line.indent html=&line.code /> })
    };
    let grab = move |event: PointerEvent| {
        event.prevent_default();
        hand.selected.set(untrack(line));
        hand.dragged.set(untrack(line));
    };
    let is_at = move |of: RwSignal<Option<LineId>>| of.get().is_some() && of.get() == line();
    view! {
        <li
            class="slot"
            data-slot=(list == List::Used).then(|| place.to_string())
            data-dragged=live_value(move || is_at(hand.dragged).then_some(""))
        >
            <label class="line" data-testid="line">
                <input
                    type="radio"
                    name="line"
                    prop:checked=live_value(move || is_at(hand.selected))
                    on:change=when(move |_| hand.selected.set(untrack(line)))
                />
                {live(content)}
            </label>
            <span class="grip" data-testid="grip" on:pointerdown=when(grab)><Icon shape=Shape::Grip /></span>
        </li>
    }
}

/// The buttons that act on the chosen line. They stay where the thumb is.
#[component]
fn Tools(hand: Hand, some_spare: bool) -> impl IntoView {
    let out = move || hand.is_selected_out();
    let leave_or_put_back = move |_| {
        hand.act_on_selected(if untrack(out) {
            Move::PutBack
        } else {
            Move::LeaveOut
        });
    };
    view! {
        <div class="tools" role="group" aria-label="The chosen line">
            <button type="button" data-testid="up" on:click=when(move |_| hand.act_on_selected(Move::Up))>
                <Icon shape=Shape::Up /> "Up"
            </button>
            <button type="button" data-testid="down" on:click=when(move |_| hand.act_on_selected(Move::Down))>
                <Icon shape=Shape::Down /> "Down"
            </button>
            {only_if(some_spare, || view! {
                <button type="button" data-testid="leave-out" on:click=when(leave_or_put_back)>
                    {live(move || if out() { "Put back" } else { "Leave out" })}
                </button>
            })}
        </div>
        <p class="unseen" role="status" data-testid="moved">{live(move || hand.said.get())}</p>
    }
}

/// Takes the dragged line to the place under the pointer.
fn follow(hand: Hand, event: &PointerEvent) {
    let Some(line) = hand.dragged.get_untracked() else {
        return;
    };
    // Released outside the list, where nothing heard of it.
    if event.buttons() == 0 {
        hand.dragged.set(None);
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
        (Some(place), _) => hand.act(line, Move::To(place)),
        (None, Some("left-out")) => hand.act(line, Move::LeaveOut),
        (None, _) => {}
    }
}

fn announcement(draft: &Draft, line: LineId) -> String {
    let (used, _) = draft.lines();
    match used.iter().position(|used| *used == line) {
        Some(place) => format!("Now line {} of {}.", place + 1, used.len()),
        None => "Left out.".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::arrangement::Arrangement;
    use crate::practice::shuffle::Seed;

    #[test]
    fn a_move_is_announced_by_where_the_line_is_now() {
        let start = Draft::Order(Arrangement::shuffled(3, Seed(1)));
        let line = start.lines().0[0];
        let check = |how: Move, expected: &str| {
            assert_eq!(
                announcement(&start.clone().move_line(line, how), line),
                expected
            );
        };
        check(Move::Down, "Now line 2 of 3.");
        check(Move::LeaveOut, "Left out.");
    }
}
