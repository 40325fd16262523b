//! Exercises to be read: what must be written, and how it is solved.

use super::frame::{behind, plain_program, program, prose};
use bank::exercise::{Case, Exercise};
use maud::{Markup, html};

/// What it must give, and what one begins with.
pub(crate) fn asked(exercise: &Exercise) -> Markup {
    let shown: Vec<&Case> = exercise.cases.iter().filter(|case| !case.hidden).collect();
    html! {
        (cases(&shown))
        @if !exercise.setup.is_empty() {
            p.caption { "Before every case runs" }
            (plain_program(&exercise.setup))
        }
        p.caption { "Begin with" }
        (plain_program(&exercise.starter))
    }
}

/// Solutions, and which mistakes are common.
pub(crate) fn solved(exercise: &Exercise) -> Markup {
    let hidden: Vec<&Case> = exercise.cases.iter().filter(|case| case.hidden).collect();
    html! {
        @for solution in &exercise.solutions {
            (behind(&spaced(&solution.name), html! {
                p.fine { "time " (solution.time) ", memory " (solution.space) }
                (prose(&solution.about))
                (program(&solution.code))
            }))
        }
        @if !hidden.is_empty() {
            (behind("The other cases that it has to pass", cases(&hidden)))
        }
        @if !exercise.mistakes.is_empty() {
            (behind("Mistakes that are often made", mistakes(exercise)))
        }
    }
}

/// The solutions alone, for an answer sheet.
pub(crate) fn solutions(exercise: &Exercise) -> Markup {
    html! {
        @for solution in &exercise.solutions {
            p.caption { (spaced(&solution.name)) " (time " (solution.time) ", memory " (solution.space) ")" }
            (program(&solution.code))
        }
    }
}

fn cases(cases: &[&Case]) -> Markup {
    html! {
        dl.cases {
            @for case in cases {
                div {
                    dt { code { (case.call) } }
                    dd { code { (case.want) } " " span.fine { (case.why) } }
                }
            }
        }
    }
}

fn mistakes(exercise: &Exercise) -> Markup {
    html! {
        dl.mistakes {
            @for mistake in &exercise.mistakes {
                div { dt { (spaced(&mistake.name)) } dd { (prose(&mistake.about)) } }
            }
        }
    }
}

fn spaced(name: &str) -> String {
    name.replace('-', " ")
}
