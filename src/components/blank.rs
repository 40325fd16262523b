//! Blank: a program with gaps to fill, and what is to be said of each filling.

use crate::components::html::{CodePiece, Prose};
use crate::components::live::{each, live_value, when};
use crate::components::marked::{Mark, Marks, Row, in_reading_order};
use crate::practice::draft::Draft;
use crate::practice::given::Given;
use bank::answer::Answer;
use bank::check::{Blank, Gap};
use bank::grade::Recognised;
use bank::question::Html;
use leptos::prelude::*;

/// The program with a field in each gap.
#[component]
pub fn BlankForm(
    /// What is asked.
    blank: &'static Blank,
    /// What is filled in so far.
    draft: RwSignal<Draft>,
) -> impl IntoView {
    view! {
        {with_gaps(blank, move |gap| view! { <Field gap draft /> }.into_any())}
        <Wanted printed=&blank.printed />
    }
}

/// One gap. A gap that stands in several places shows the same text in each.
#[component]
fn Field(gap: usize, draft: RwSignal<Draft>) -> impl IntoView {
    let text = move || draft.with(|draft| draft.text(gap).to_owned());
    let size = move || text().chars().count().clamp(5, 40).to_string();
    let fill = move |event| {
        draft.set(draft.get_untracked().fill(gap, event_target_value(&event)));
    };
    view! {
        <input
            class="gap"
            data-testid="gap"
            type="text"
            aria-label=format!("Gap {}", letter(gap))
            placeholder=letter(gap)
            size=live_value(size)
            prop:value=live_value(text)
            on:input=when(fill)
        />
    }
}

/// The program filled well, and what is to be said of each gap.
#[component]
pub fn BlankExplained(
    /// What was asked.
    blank: &'static Blank,
    /// What was filled in; `None` when the answer is not known any more.
    given: Option<Given>,
) -> impl IntoView {
    let filled = |gap: usize| {
        let gap = blank.gaps.get(gap);
        let model = gap.and_then(|gap| gap.accepted.first());
        view! { <mark class="filled">{model.map(String::as_str)}</mark> }.into_any()
    };
    let rows = |(place, gap)| {
        let name = match blank.gaps.len() {
            1 => String::new(),
            _ => format!("{}: ", letter(place)),
        };
        gap_rows(&name, gap, place, given.as_ref())
    };
    let rows = blank.gaps.iter().enumerate().flat_map(rows).collect();
    view! {
        {with_gaps(blank, filled)}
        <Wanted printed=&blank.printed />
        <Marks rows />
        <Prose html=&blank.why />
    }
}

#[component]
fn Wanted(printed: &'static str) -> impl IntoView {
    view! {
        <figure class="output">
            <figcaption>"Wanted output"</figcaption>
            <pre tabindex="0"><samp>{printed}</samp></pre>
        </figure>
    }
}

/// What was filled in, what fits, and what tempts. With several gaps each row names its gap.
fn gap_rows(name: &str, gap: &'static Gap, place: usize, given: Option<&Given>) -> Vec<Row> {
    let filling = given.and_then(|given| fillings(given).get(place));
    let wrong = given.and_then(|given| recognised(given, place));
    let fits = filling.is_some_and(|filling| gap.accepts(filling));
    let strange = filling.filter(|_| !fits && wrong.is_none());
    let said = strange.map(|text| row(name, Mark::Wrong, text.clone(), None));
    let accepted = gap.accepted.join("  or  ");
    let accepted = row(name, Mark::of(true, fits), accepted, None);
    let tempting = gap.tempting.iter().enumerate().map(|(place, tempting)| {
        let mark = Mark::of(false, wrong == Some(place));
        row(name, mark, tempting.text.clone(), Some(&tempting.why))
    });
    in_reading_order(said.into_iter().chain([accepted]).chain(tempting).collect())
}

fn row(name: &str, mark: Mark, text: String, why: Option<&'static Html>) -> Row {
    let says = match mark {
        Mark::Wrong => "You wrote this; it does not fit",
        Mark::Missed => "This fits",
        Mark::Right => "This fits, and so does what you wrote",
        Mark::Plain => "This does not fit",
    };
    Row {
        mark,
        says: format!("{name}{says}"),
        what: view! { <code>{text}</code> }.into_any(),
        why,
    }
}

/// The program as one listing; `gap` gives the view of each gap.
fn with_gaps(blank: &'static Blank, gap: impl Fn(usize) -> AnyView) -> AnyView {
    let gaps = blank
        .places
        .iter()
        .map(|place| Some(gap(usize::from(*place))));
    let parts = blank.pieces.iter().zip(gaps.chain([None]));
    let parts = each(parts, |(html, gap)| view! { <CodePiece html /> {gap} });
    view! { <pre class="code" tabindex="0">{parts}</pre> }.into_any()
}

fn fillings(given: &Given) -> &[String] {
    match &given.answer {
        Answer::Blank(fillings) => fillings,
        Answer::Single(_)
        | Answer::Multi(_)
        | Answer::Output(_)
        | Answer::Order(_)
        | Answer::Bug(_) => &[],
    }
}

/// The place in `tempting` of what was filled into a gap.
fn recognised(given: &Given, of: usize) -> Option<usize> {
    given
        .grade
        .recognised
        .iter()
        .find_map(|recognised| match recognised {
            Recognised::Blank { gap, place } if *gap == of => Some(*place),
            Recognised::Blank { .. } | Recognised::Output(_) => None,
        })
}

/// `A` for the first gap, as in the question file.
fn letter(gap: usize) -> String {
    let letter = u8::try_from(gap).ok().and_then(|gap| b'A'.checked_add(gap));
    letter.map_or_else(String::new, |letter| char::from(letter).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_called_as_in_the_file() {
        assert_eq!([0, 1, 25].map(letter), ["A", "B", "Z"]);
    }
}
