//! Small drawings. They are never the only sign: words stand beside each.

use crate::components::html::Own;
use leptos::prelude::*;

/// What is drawn.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shape {
    /// Right.
    Tick,
    /// Partly right.
    Half,
    /// Wrong.
    Cross,
    /// Not yet, or not needed.
    Ring,
    /// Towards the first line.
    Up,
    /// Towards the last line.
    Down,
    /// To be dragged.
    Grip,
}

impl Shape {
    /// The drawing, as [`Icon`] makes it, in a text of many.
    pub fn add_to(self, html: &mut Own) {
        html.add(
            "<svg class=icon viewBox=\"0 0 24 24\" aria-hidden=true focusable=false><path d=\"",
        );
        html.add(self.path());
        html.add("\"></path></svg>");
    }

    fn path(self) -> &'static str {
        match self {
            Shape::Tick => "M4.5 12.5l5 5L19.5 7",
            Shape::Half => "M4 14.5c3-4.5 5-4.5 8-1.5s5 3 8-1.5",
            Shape::Cross => "M6 6l12 12M18 6L6 18",
            Shape::Ring => "M12 7.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9",
            Shape::Up => "M12 19V5.5M5.5 12L12 5.5l6.5 6.5",
            Shape::Down => "M12 5v13.5M5.5 12l6.5 6.5l6.5-6.5",
            Shape::Grip => "M5 9h14M5 15h14",
        }
    }
}

/// A drawing in the colour and size of the text around it.
#[component]
pub fn Icon(
    /// What is drawn.
    shape: Shape,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d=shape.path()></path>
        </svg>
    }
}
