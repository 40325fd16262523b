//! The page of a question: all of it to be read, what one can try oneself behind a press.

use super::address::Place;
use super::frame::{self, Listed, Page, behind, heading, next, part, prose, raw};
use super::text::words;
use super::{File, Material, check, data, exercise};
use bank::name::QuestionId;
use bank::paper;
use bank::question::{Body, Entry, FollowUp, Reference, Rubric};
use maud::{Markup, html};

/// The page of the question at a place of the bank.
pub(crate) fn page(material: &Material<'_>, at: usize, entry: &Entry, body: &Body) -> File {
    let place = Place::Question(&entry.id);
    let above = material.topic(entry).map(|topic| {
        html! {
            a href=(place.to(Place::Group(topic.kind, topic.slug))) { (topic.title) }
            " · " (frame::level_and_time(entry))
        }
    });
    let main = html! {
        article.page.question data-testid="page-question" {
            (heading(above, &entry.title))
            div.asked { (prose(&body.question)) }
            @if let Some(exercise) = &body.exercise { div.prose { (exercise::asked(exercise)) } }
            (answer(body))
            (checks(entry, body))
            @if !body.follow_ups.is_empty() {
                (part("follow-ups", "They may ask next", follow_ups(material, place, &body.follow_ups)))
            }
            (part("references", "Read more", references(&body.references)))
            (on_paper())
            (others(material, place, at))
            (next(&place.to(Place::Practice(&entry.id)), "Practise this"))
        }
    };
    let page = Page {
        place,
        title: &entry.title,
        description: &words(&body.short_answer),
        listed: Listed::Yes,
        data: Some(data::of_question(material, entry, body)),
    };
    material.page(&page, main)
}

/// The parts of the answer, in the order in which the app shows them.
fn answer(body: &Body) -> Markup {
    let in_full = Some(&body.answer).filter(|html| !html.as_str().is_empty());
    html! {
        @if let Some(html) = &body.clarify { (part("clarify", "Ask first", prose(html))) }
        (part("short-answer", "In short", prose(&body.short_answer)))
        (part("key-points", "Key points", html! {
            ul.claims { @for point in &body.key_points { li { (raw(point)) } } }
        }))
        @if let Some(html) = in_full { (part("full-answer", "In full", prose(html))) }
        @if let Some(html) = &body.code { (part("code", "Code", prose(html))) }
        @if let Some(exercise) = &body.exercise {
            (part("solutions", "Solutions", exercise::solved(exercise)))
        }
        @if let Some(rubric) = &body.rubric { (part("rubric", "How it is scored", scored(rubric))) }
    }
}

/// How an interviewer scores a design.
pub(crate) fn scored(rubric: &Rubric) -> Markup {
    let bands = rubric
        .bands
        .iter()
        .map(|band| format!("{} {}", band.points, band.judgement));
    let bands: Vec<String> = bands.collect();
    html! {
        ul.rubric role="list" {
            @for (points, line) in &rubric.lines {
                li { span.points { (points) } " " span { (raw(line)) } }
            }
        }
        p.fine { "From these points on: " (bands.join(", ")) "." }
    }
}

fn checks(entry: &Entry, body: &Body) -> Markup {
    let named = entry.checks.iter().zip(&body.checks);
    part(
        "checks",
        "Check yourself",
        html! {
            @for (name, item) in named {
                div.asked-check #{ "check-" (name.name) } {
                    h3 { (item.kind().task()) }
                    (raw(&paper::asked(item)))
                    (behind("The answer, and why", check::answered(item)))
                }
            }
        },
    )
}

fn follow_ups(material: &Material<'_>, place: Place<'_>, follow_ups: &[FollowUp]) -> Markup {
    let title = |id: &QuestionId| {
        let mut all = material.questions.iter();
        all.find(|(entry, _)| entry.id == *id)
            .map(|(entry, _)| entry.title.as_str())
    };
    html! {
        ul {
            @for follow_up in follow_ups {
                @match follow_up {
                    FollowUp::Sentence(sentence) => li { (raw(sentence)) },
                    FollowUp::Question(id) => li {
                        a href=(place.to(Place::Question(id))) { (title(id).unwrap_or(id.as_str())) }
                    },
                }
            }
        }
    }
}

fn references(references: &[Reference]) -> Markup {
    html! {
        ul {
            @for reference in references {
                li { a href=(reference.url) rel="noopener" { (raw(&reference.title)) } }
            }
        }
    }
}

/// What is printed of this page: style/site.css reads the choice.
fn on_paper() -> Markup {
    part(
        "paper",
        "On paper",
        html! {
            fieldset.options {
                legend { "What to print of this page" }
                label.option { input type="radio" name="paper" value="all" checked; span { "Everything, with all answers" } }
                label.option { input #question-alone type="radio" name="paper" value="question"; span { "The question and its checks, without answers" } }
            }
        },
    )
}

/// The questions before and after this one.
fn others(material: &Material<'_>, place: Place<'_>, at: usize) -> Markup {
    let entry = |at: usize| material.questions.get(at).map(|(entry, _)| *entry);
    let before = at.checked_sub(1).and_then(entry);
    let after = entry(at + 1);
    let link = |rel: &str, entry: &Entry| {
        html! { a rel=(rel) href=(place.to(Place::Question(&entry.id))) { (entry.title) } }
    };
    html! {
        nav.onward aria-label="Other questions" {
            @if let Some(before) = before { p { "Previous: " (link("prev", before)) } }
            @if let Some(after) = after { p { "Next: " (link("next", after)) } }
        }
    }
}
