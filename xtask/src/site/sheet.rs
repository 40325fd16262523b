//! Sheets to be printed: the questions of a topic or track, and the answers to them under the same numbers.
//!
//! An answer sheet is for whoever asks: the short answer, key points to tick, solutions and the keys of the
//! checks. The reasons stand on the pages of the questions.

use super::address::Place;
use super::frame::{self, Listed, Page, prose, raw};
use super::group::Group;
use super::{File, Material, exercise, question};
use bank::paper;
use bank::question::{Body, Entry};
use maud::{Markup, html};

/// Both sheets of a group.
pub(crate) fn sheets(material: &Material<'_>, group: &Group<'_>) -> [File; 2] {
    let (kind, slug) = (group.kind, group.slug);
    let questions = Place::Questions(kind, slug);
    let answers = Place::Answers(kind, slug);
    [
        sheet(
            material,
            group,
            questions,
            ("Questions", answers, "Answer sheet"),
            asked,
        ),
        sheet(
            material,
            group,
            answers,
            ("Answers", questions, "Question sheet"),
            answered,
        ),
    ]
}

/// What a sheet is called, and where the other one is and what it is called.
type Names<'a> = (&'static str, Place<'a>, &'static str);

fn sheet(
    material: &Material<'_>,
    group: &Group<'_>,
    place: Place<'_>,
    (name, other, other_name): Names<'_>,
    item: fn(&Entry, &Body) -> Markup,
) -> File {
    let title = format!("{}: {}", group.title, name.to_lowercase());
    let questions = group.questions();
    let count = frame::questions(questions.len());
    let main = html! {
        article.page.sheet data-testid="page-sheet" {
            header.page-heading {
                p.above.off-paper {
                    a href=(place.to(Place::Group(group.kind, group.slug))) { (group.title) }
                    " · " a href=(place.to(other)) { (other_name) }
                }
                h1 { (title) }
                p.fine { (count) ", " span.off-paper { "ready to be printed. " } "Pydrill" }
            }
            ol.items role="list" {
                @for (number, entry) in questions.iter().enumerate() {
                    @if let Some(body) = material.body(entry) {
                        li.item {
                            h2 { span.number { (number + 1) } " " (entry.title) }
                            (item(entry, body))
                        }
                    }
                }
            }
        }
    };
    let page = Page {
        place,
        title: &title,
        description: &format!("{title}. {count}, to be printed."),
        listed: Listed::No,
        data: None,
    };
    material.page(&page, main)
}

fn asked(entry: &Entry, body: &Body) -> Markup {
    html! {
        p.fine { (frame::level_and_time(entry)) }
        (prose(&body.question))
        @if let Some(exercise) = &body.exercise { div.prose { (exercise::asked(exercise)) } }
        @for item in &body.checks {
            div.asked-check {
                h3 { (item.kind().task()) }
                (raw(&paper::asked(item)))
            }
        }
    }
}

fn answered(_: &Entry, body: &Body) -> Markup {
    html! {
        @if let Some(clarify) = &body.clarify { (prose(clarify)) }
        (prose(&body.short_answer))
        ul.boxes { @for point in &body.key_points { li { (raw(point)) } } }
        @if let Some(exercise) = &body.exercise { div.prose { (exercise::solutions(exercise)) } }
        @if let Some(rubric) = &body.rubric { (question::scored(rubric)) }
        @for item in &body.checks {
            div.asked-check {
                h3 { (item.kind().task()) }
                (raw(&paper::key(item)))
            }
        }
    }
}
