//! What came of a test: each case that the person may see, the verdict once all have passed, and which
//! known mistake a failure may come from.

use crate::components::console::trace;
use crate::components::html::Prose;
use crate::components::live::{each, only_if};
use crate::components::marked::{Mark, Marks, Row};
use crate::components::verdict::{Focus, VerdictHeading};
use crate::practice::exercise::{Difference, Next, difference, next, suspects};
use crate::python::outcome::{Ended, Judged, LATE, took};
use bank::answer::Verdict;
use bank::exercise::{Case, Exercise, Mistake};
use leptos::prelude::*;

/// What became of the cases of an exercise.
#[component]
pub fn TestedView(
    /// What was tested.
    exercise: &'static Exercise,
    /// What became of each case so far, in order.
    results: Vec<Ended<Judged>>,
) -> impl IntoView {
    let passed: Vec<bool> = results.iter().map(passes).collect();
    let failed = results.iter().any(|ended| match ended {
        Ended::Answered(judged) => !judged.passed,
        Ended::Cut(cause) => cause.is_of_the_code(),
    });
    let suspects = if failed {
        suspects(exercise, &passed)
    } else {
        Vec::new()
    };
    let all = next(exercise, &passed) == Next::Passed;
    // A hidden case stays hidden while it passes.
    let shown = exercise.cases.iter().zip(results);
    let shown = shown.filter(|(case, ended)| !case.hidden || !passes(ended));
    let rows = shown.map(|(case, ended)| row(case, ended)).collect();
    view! {
        <div class="tested" data-testid="tested">
            {only_if(all, || view! {
                <VerdictHeading verdict=Verdict::Correct focus=Focus::Leave remark=Some("all cases pass") />
            })}
            {only_if(!suspects.is_empty(), || may_be(&suspects))}
            <Marks rows />
        </div>
    }
}

/// Whether a case has passed.
pub fn passes(ended: &Ended<Judged>) -> bool {
    match ended {
        Ended::Answered(judged) => judged.passed,
        Ended::Cut(_) => false,
    }
}

fn may_be(suspects: &[&'static Mistake]) -> AnyView {
    let said = match suspects {
        [_] => "You may have made a mistake that is often made:",
        _ => "One of several mistakes that are often made leads to this; it may be yours:",
    };
    view! {
        <div class="suspects" data-testid="suspects">
            <p class="caption">{said}</p>
            {each(suspects.iter().copied(), |mistake| view! { <Prose html=&mistake.about /> })}
        </div>
    }
    .into_any()
}

fn row(case: &'static Case, ended: Ended<Judged>) -> Row {
    let (mark, says) = if passes(&ended) {
        (Mark::Right, "Passes")
    } else {
        (Mark::Wrong, "Fails")
    };
    let time = match &ended {
        Ended::Answered(judged) => [" (", &took(judged.seconds), ")"].concat(),
        Ended::Cut(_) => String::new(),
    };
    let what = view! {
        <code data-testid="call">{case.call.as_str()}</code>
        {only_if(mark == Mark::Wrong, || failure(ended))}
    };
    Row {
        mark,
        says: [says, ": ", &case.why, &time].concat(),
        what: what.into_any(),
        why: None,
    }
}

/// What was wanted and what came of it.
fn failure(ended: Ended<Judged>) -> AnyView {
    let judged = match ended {
        Ended::Answered(judged) => judged,
        Ended::Cut(cause) => return view! { <p>{cause.sentence()}</p> }.into_any(),
    };
    let want = judged.want.unwrap_or_default();
    let got = judged.got.unwrap_or_default();
    let alike = want == got && !judged.stopped && judged.error.is_none();
    let Difference {
        start,
        want: wanted,
        got: other,
        end,
    } = difference(&want, &got);
    let value = |name: &'static str, middle: &str| {
        let (start, middle, end) = (start.to_owned(), middle.to_owned(), end.to_owned());
        view! {
            <dt>{name}</dt>
            <dd><code>{start}<mark>{middle}</mark>{end}</code></dd>
        }
    };
    let printed = Some(judged.printed).filter(|text| !text.is_empty());
    view! {
        <dl class="values">
            {only_if(!want.is_empty(), || value("Wanted", wanted))}
            {only_if(!got.is_empty(), || value("Got", other))}
            {each(printed, |text| view! {
                <dt>"Printed"</dt>
                <dd><pre tabindex="0"><samp>{text}</samp></pre></dd>
            })}
        </dl>
        {only_if(alike, || view! { <p class="fine">{ALIKE}</p> })}
        {only_if(judged.stopped, || view! { <p>{LATE}</p> })}
        {each(&judged.error, trace)}
    }
    .into_any()
}

const ALIKE: &str = "They look the same, but are not equal, or not of the same type.";
