//! Blank: a program with gaps to fill, and what is to be said of each filling.

use crate::components::html::{CodePiece, Prose};
use crate::components::marked::{Mark, Marked};
use crate::practice::given::Given;
use bank::answer::Answer;
use bank::check::{Blank, Gap};
use bank::grade::Recognised;
use bank::question::Html;
use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;

/// The program with a field in each gap.
#[component]
pub fn BlankForm(
    /// What is asked.
    blank: Blank,
    /// The draft has changed: the answer it makes, if it makes one.
    on_draft: Callback<Option<Answer>>,
) -> impl IntoView {
    let fillings = RwSignal::new(vec![String::new(); blank.gaps.len()]);
    let fill = Callback::new(move |(gap, text): (usize, String)| {
        fillings.update(|fillings| {
            if let Some(filling) = fillings.get_mut(gap) {
                *filling = text;
            }
        });
        on_draft.run(fillings.with_untracked(|fillings| answer(fillings)));
    });
    let field =
        move |gap| view! { <Field gap fillings=fillings.read_only() on_fill=fill /> }.into_any();
    view! {
        {with_gaps(blank.pieces, &blank.places, field)}
        <Wanted printed=blank.printed />
    }
}

/// One gap. A gap that stands in several places shows the same text in each.
#[component]
fn Field(
    gap: usize,
    fillings: ReadSignal<Vec<String>>,
    on_fill: Callback<(usize, String)>,
) -> impl IntoView {
    let text = move || fillings.with(|fillings| fillings.get(gap).cloned().unwrap_or_default());
    let size = move || text().chars().count().clamp(5, 40).to_string();
    view! {
        <input
            class="gap"
            data-testid="gap"
            type="text"
            aria-label=format!("Gap {}", letter(gap))
            placeholder=letter(gap)
            size=size
            spellcheck="false"
            autocapitalize="off"
            autocomplete="off"
                {..custom_attribute("autocorrect", "off")}
            prop:value=text
            on:input=move |event| on_fill.run((gap, event_target_value(&event)))
        />
    }
}

/// The program filled well, and what is to be said of each gap.
#[component]
pub fn BlankExplained(
    /// What was asked.
    blank: Blank,
    /// What was filled in; `None` when the answer is not known any more.
    given: Option<Given>,
) -> impl IntoView {
    let fillings = given.as_ref().map(fillings).unwrap_or_default();
    let model: Vec<String> = blank.gaps.iter().map(model).collect();
    let filled = move |gap: usize| {
        let text = model.get(gap).cloned().unwrap_or_default();
        view! { <mark class="filled">{text}</mark> }.into_any()
    };
    let several = blank.gaps.len() > 1;
    let rows = blank.gaps.into_iter().enumerate().map(|(place, gap)| {
        let wrong = given.as_ref().and_then(|given| recognised(given, place));
        let name = if several {
            format!("{}: ", letter(place))
        } else {
            String::new()
        };
        gap_rows(&name, gap, fillings.get(place), wrong)
    });
    let rows = rows.collect_view();
    view! {
        {with_gaps(blank.pieces, &blank.places, filled)}
        <Wanted printed=blank.printed />
        <ul role="list" class="marks">{rows}</ul>
        <Prose html=blank.why />
    }
}

#[component]
fn Wanted(printed: String) -> impl IntoView {
    view! {
        <figure class="output">
            <figcaption>"Wanted output"</figcaption>
            <pre tabindex="0"><samp>{printed}</samp></pre>
        </figure>
    }
}

/// What was filled in, what fits, and what tempts. With several gaps each row names its gap.
fn gap_rows(name: &str, gap: Gap, filling: Option<&String>, wrong: Option<usize>) -> AnyView {
    let fits = filling.is_some_and(|filling| gap.accepts(filling));
    let strange = filling.filter(|_| !fits && wrong.is_none()).cloned();
    let said = strange.map(|text| row(name, Mark::Wrong, text, None));
    let accepted = row(
        name,
        Mark::of(true, fits),
        gap.accepted.join("  or  "),
        None,
    );
    let tempting = gap
        .tempting
        .into_iter()
        .enumerate()
        .map(|(place, tempting)| {
            let mark = Mark::of(false, wrong == Some(place));
            (mark, row(name, mark, tempting.text, Some(tempting.why)))
        });
    let (mine, others): (Vec<_>, Vec<_>) = tempting.partition(|(mark, _)| *mark == Mark::Wrong);
    let views = |rows: Vec<(Mark, AnyView)>| rows.into_iter().map(|(_, row)| row).collect_view();
    view! { {said} {views(mine)} {accepted} {views(others)} }.into_any()
}

fn row(name: &str, mark: Mark, text: String, why: Option<Html>) -> AnyView {
    let says = match mark {
        Mark::Wrong => "You wrote this; it does not fit",
        Mark::Missed => "This fits",
        Mark::Right => "This fits, and so does what you wrote",
        Mark::Plain => "This does not fit",
    };
    let what = view! { <code>{text}</code> };
    let why = why.map(|why| view! { <Prose html=why /> });
    view! { <Marked mark says=format!("{name}{says}") what why /> }.into_any()
}

/// The program as one listing; `gap` gives the view of each gap.
fn with_gaps(pieces: Vec<Html>, places: &[u8], gap: impl Fn(usize) -> AnyView) -> AnyView {
    let gaps = places.iter().map(|place| Some(gap(usize::from(*place))));
    let parts = pieces
        .into_iter()
        .zip(gaps.chain(std::iter::once(None)))
        .map(|(piece, gap)| view! { <CodePiece html=piece /> {gap} });
    view! { <pre class="code" tabindex="0">{parts.collect_view()}</pre> }.into_any()
}

fn answer(fillings: &[String]) -> Option<Answer> {
    let whole = fillings.iter().all(|filling| !filling.trim().is_empty());
    whole.then(|| Answer::Blank(fillings.to_vec()))
}

fn fillings(given: &Given) -> Vec<String> {
    match &given.answer {
        Answer::Blank(fillings) => fillings.clone(),
        Answer::Single(_)
        | Answer::Multi(_)
        | Answer::Output(_)
        | Answer::Order(_)
        | Answer::Bug(_) => Vec::new(),
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

fn model(gap: &Gap) -> String {
    gap.accepted.first().cloned().unwrap_or_default()
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
    fn only_a_draft_without_an_empty_gap_is_an_answer() {
        let check = |fillings: &[&str], whole: bool| {
            let fillings: Vec<String> = fillings.iter().map(ToString::to_string).collect();
            assert_eq!(answer(&fillings).is_some(), whole, "{fillings:?}");
        };
        check(&["a", "b"], true);
        check(&["a", ""], false);
        check(&["  "], false);
    }

    #[test]
    fn gaps_are_called_as_in_the_file() {
        assert_eq!([0, 1, 25].map(letter), ["A", "B", "Z"]);
    }
}
