//! What came of a test: each case that the person may see, the verdict once all have passed, and which
//! known mistake a failure may come from.

use crate::components::console::{listing, trace};
use crate::components::html::Prose;
use crate::components::marked::{Mark, Marks, Row, in_reading_order};
use crate::components::piece::{block, note};
use crate::components::verdict::{Focus, VerdictHeading};
use crate::practice::exercise::{Next, difference, next, suspects};
use crate::python::outcome::{Ended, Judged, LATE, took};
use bank::answer::Verdict;
use bank::exercise::{Case, Exercise};
use leptos::prelude::*;

/// What became of the cases of an exercise.
#[component]
pub fn TestedView(
    /// What was tested.
    exercise: &'static Exercise,
    /// What became of each case so far, in order.
    results: Vec<Ended<Judged>>,
) -> impl IntoView {
    // What was stopped by a click, or never ran, has neither passed nor failed.
    let mut results = results;
    results.retain(is_of_the_code);
    let passed: Vec<bool> = results.iter().map(passes).collect();
    let mut parts = Vec::new();
    if next(exercise, &passed) == Next::Passed {
        let remark = Some("all cases pass");
        parts.push(
            view! { <VerdictHeading verdict=Verdict::Correct focus=Focus::Leave remark /> }
                .into_any(),
        );
    }
    parts.extend(may_be(exercise, &passed));
    let mut rows = Vec::new();
    for (case, ended) in exercise.cases.iter().zip(results) {
        // A hidden case stays hidden while it passes.
        if !case.hidden || !passes(&ended) {
            rows.push(row(case, ended));
        }
    }
    parts.push(view! { <Marks rows=in_reading_order(rows) /> }.into_any());
    block("tested", "tested", parts)
}

/// Whether a case has passed.
pub fn passes(ended: &Ended<Judged>) -> bool {
    match ended {
        Ended::Answered(judged) => judged.passed,
        Ended::Cut(_) => false,
    }
}

fn is_of_the_code(ended: &Ended<Judged>) -> bool {
    match ended {
        Ended::Answered(_) => true,
        Ended::Cut(cause) => cause.is_of_the_code(),
    }
}

/// The mistakes that lead to this, if any are known.
fn may_be(exercise: &'static Exercise, passed: &[bool]) -> Option<AnyView> {
    let suspects = suspects(exercise, passed);
    let said = match suspects.len() {
        0 => return None,
        1 => "You may have made a mistake that is often made:",
        _ => "One of several mistakes that are often made leads to this; it may be yours:",
    };
    let mut parts = vec![note("caption", said.to_owned())];
    for mistake in suspects {
        parts.push(view! { <Prose html=&mistake.about /> }.into_any());
    }
    Some(block("suspects", "suspects", parts))
}

fn row(case: &'static Case, ended: Ended<Judged>) -> Row {
    let (mark, says) = if passes(&ended) {
        (Mark::Right, "Passes")
    } else {
        (Mark::Wrong, "Fails")
    };
    let mut parts = vec![value("", &case.call, "", "")];
    let mut time = String::new();
    match ended {
        Ended::Answered(judged) => {
            time = [" (", &took(judged.seconds), ")"].concat();
            if mark == Mark::Wrong {
                explain(judged, &mut parts);
            }
        }
        Ended::Cut(cause) => parts.push(note("", cause.sentence().to_owned())),
    }
    Row {
        mark,
        says: [says, ": ", &case.why, &time].concat(),
        what: block("values", "values", parts),
        why: None,
    }
}

/// What was wanted and what came of it.
fn explain(judged: Judged, parts: &mut Vec<AnyView>) {
    let want = judged.want.unwrap_or_default();
    let got = judged.got.unwrap_or_default();
    let differ = difference(&want, &got);
    if !want.is_empty() {
        parts.push(value("Wanted ", differ.start, differ.want, differ.end));
    }
    if !got.is_empty() {
        parts.push(value("Got ", differ.start, differ.got, differ.end));
    }
    if want == got && !want.is_empty() && !judged.stopped {
        parts.push(note("fine", ALIKE.to_owned()));
    }
    if !judged.printed.is_empty() {
        parts.push(note("fine", "Printed".to_owned()));
        parts.push(listing(judged.printed));
    }
    if judged.stopped {
        parts.push(note("", LATE.to_owned()));
    }
    if let Some(error) = judged.error {
        parts.push(trace(error));
    }
}

/// A value as Python shows it, with what differs in it.
fn value(name: &'static str, start: &str, differs: &str, end: &str) -> AnyView {
    let [start, differs, end] = [start, differs, end].map(str::to_owned);
    let differs = (!differs.is_empty()).then(|| view! { <mark>{differs}</mark> });
    view! { <p>{name}<code>{start}{differs}{end}</code></p> }.into_any()
}

const ALIKE: &str = "They look the same, but are not equal, or not of the same type.";
