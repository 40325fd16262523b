//! Questions as a list of links, each with how it stands.

use crate::components::icon::{Icon, Shape};
use crate::components::live::each;
use crate::practice::progress::Standing;
use crate::route::Route;
use bank::question::Entry;
use leptos::prelude::*;

/// The list.
#[component]
pub fn QuestionList(
    /// The questions in order, each with how it stands.
    questions: Vec<(&'static Entry, Standing)>,
) -> impl IntoView {
    let row = |(entry, standing): (&'static Entry, Standing)| {
        let title = entry.title.as_str().into_any();
        view! { <li>{question_line(entry, standing, title, None)}</li> }
    };
    view! { <ul role="list" class="rows">{each(questions, row)}</ul> }
}

/// A question as a link with how it stands.
pub fn question_line(
    entry: &'static Entry,
    standing: Standing,
    title: AnyView,
    besides: Option<AnyView>,
) -> AnyView {
    let (name, word, shape) = sign(standing);
    let href = Route::Question(entry.id.clone()).fragment();
    let about = [word, " · ", &about(entry)].concat();
    view! {
        <div class="question-row" data-standing=name data-testid="question-row">
            <Icon shape />
            <div>
                <a href=href>{title}</a>
                <p class="fine">{about}</p>
                {besides}
            </div>
        </div>
    }
    .into_any()
}

/// Level and time of a question, for a line of small print.
pub fn about(entry: &Entry) -> String {
    [
        entry.level.name(),
        " · ",
        &entry.minutes.to_string(),
        " min",
    ]
    .concat()
}

/// How a question stands: for `data-standing`, in words, and as a sign.
pub fn sign(standing: Standing) -> (&'static str, &'static str, Shape) {
    match standing {
        Standing::Unseen => ("unseen", "Not tried", Shape::Ring),
        Standing::Missed => ("missed", "To look at again", Shape::Half),
        Standing::Right => ("right", "Right", Shape::Tick),
    }
}
