//! Questions as a list of links, each with how it stands.

use crate::components::icon::{Icon, Shape};
use crate::components::live::each;
use crate::practice::progress::Standing;
use bank::question::Entry;
use leptos::prelude::*;

/// The list.
#[component]
pub fn QuestionList(
    /// The questions in order, each with its address and how it stands.
    questions: Vec<(&'static Entry, String, Standing)>,
) -> impl IntoView {
    let row = |(entry, href, standing): (&'static Entry, String, Standing)| {
        let (name, word, shape) = sign(standing);
        view! {
            <li class="question-row" data-standing=name data-testid="question-row">
                <Icon shape />
                <div>
                    <a href=href>{entry.title.as_str()}</a>
                    <p class="fine">{format!("{word} · {}", about(entry))}</p>
                </div>
            </li>
        }
    };
    view! { <ul role="list" class="rows">{each(questions, row)}</ul> }
}

/// Level and time of a question, for a line of small print.
fn about(entry: &Entry) -> String {
    format!("{} · {} min", entry.level.name(), entry.minutes)
}

fn sign(standing: Standing) -> (&'static str, &'static str, Shape) {
    match standing {
        Standing::Unseen => ("unseen", "Not tried", Shape::Ring),
        Standing::Missed => ("missed", "To look at again", Shape::Half),
        Standing::Right => ("right", "Right", Shape::Tick),
    }
}
