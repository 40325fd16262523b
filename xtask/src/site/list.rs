//! Lists: of all questions, and of a topic or a track, which can be printed and learned with Anki too.

use super::address::Place;
use super::frame::{self, Listed, Page, heading, next, part};
use super::group::{Group, Kind, Section};
use super::{File, Material};
use bank::question::Entry;
use bank::topic::Named;
use maud::{Markup, html};

/// The list of all questions, by topic.
pub(crate) fn all(material: &Material<'_>) -> File {
    let place = Place::All;
    let count = frame::questions(material.questions.len());
    let about = format!(
        "{count} that Python interviews ask, each with its answer, code whose output was recorded \
        by running it, and checks whose every wrong option is explained."
    );
    let topics = |groups: &[Group<'_>]| {
        html! {
            ul.rows role="list" {
                @for group in groups {
                    li.topic-row {
                        a href=(place.to(Place::Group(group.kind, group.slug))) { (group.title) }
                        span.tally { (group.questions().len()) }
                        @if let Some(about) = group.about { p.fine { (about) } }
                    }
                }
            }
        }
    };
    let main = html! {
        article.page.list data-testid="page-all" {
            (heading(None, TITLE))
            p.lead { (about) }
            @if !material.tracks.is_empty() { (part("tracks", "Tracks", topics(&material.tracks))) }
            (part("topics", "Topics", topics(&material.topics)))
            @for topic in &material.topics {
                (part(topic.slug.as_str(), topic.title, rows(place, &topic.questions())))
            }
            (next(&place.to(Place::App), "Practise in the app"))
        }
    };
    let page = Page {
        place,
        title: TITLE,
        description: &about,
        listed: Listed::Yes,
        data: None,
    };
    material.page(&page, main)
}

const TITLE: &str = "All questions";

/// The page of a topic or a track.
pub(crate) fn page(material: &Material<'_>, group: &Group<'_>) -> File {
    let (kind, slug) = (group.kind, group.slug);
    let place = Place::Group(kind, slug);
    let count = frame::questions(group.questions().len());
    let described = group.about.map_or_else(
        || {
            format!(
                "{}: {count} of Python interviews, with answers, code and checks.",
                group.title
            )
        },
        |about| format!("{about} {count}."),
    );
    let practise = match kind {
        Kind::Topic => "Practise this topic",
        Kind::Track => "Practise this track",
    };
    let main = html! {
        article.page.topic data-testid="page-group" {
            (heading(Some(html! { (count) }), group.title))
            @if let Some(about) = group.about { p.lead { (about) } }
            @for section in &group.sections {
                @match section.title {
                    Some(title) => section.part { h2 { (title) } div.body { (section_rows(place, kind, section)) } },
                    None => (part("questions", "Questions", section_rows(place, kind, section))),
                }
            }
            (part("paper", "On paper", html! {
                ul.rows role="list" {
                    li.topic-row { a href=(place.to(Place::Questions(kind, slug))) { "Question sheet" } p.fine { "To be asked from, or to be answered" } }
                    li.topic-row { a href=(place.to(Place::Answers(kind, slug))) { "Answer sheet" } p.fine { "Short answers, key points to tick, solutions" } }
                }
            }))
            (part("anki", "For Anki", html! {
                p { a href=(place.to(Place::Deck(kind, slug))) download { "Cards of this " (kind.word()) } }
                p.fine { "Import the file into Anki with the note type Basic. Importing a later one changes the cards that you have, and keeps what Anki knows of them." }
            }))
            (next(&place.to(Place::PracticeOf(kind, slug)), practise))
        }
    };
    let page = Page {
        place,
        title: group.title,
        description: &described,
        listed: Listed::Yes,
        data: None,
    };
    material.page(&page, main)
}

/// The rows of a section. Those of a track have numbers, because people hold lists by them.
fn section_rows(place: Place<'_>, kind: Kind, section: &Section<'_>) -> Markup {
    let numbered = (section.from..).zip(&section.rows);
    html! {
        ul.rows role="list" {
            @for (number, row) in numbered {
                @match kind {
                    Kind::Topic => @for named in row { li.question-row { (one(place, *named)) } },
                    Kind::Track => li.track-row {
                        span.number { (number) }
                        div { @for named in row { div.question-row { (one(place, *named)) } } }
                    },
                }
            }
        }
    }
}

fn one(place: Place<'_>, named: Named<'_>) -> Markup {
    match named {
        Named::Question(entry) => question(place, entry),
        Named::Planned(title) => html! { div { p { (title) } p.fine { "Still to come" } } },
    }
}

fn rows(place: Place<'_>, entries: &[&Entry]) -> Markup {
    html! {
        ul.rows role="list" {
            @for entry in entries { li.question-row { (question(place, entry)) } }
        }
    }
}

fn question(place: Place<'_>, entry: &Entry) -> Markup {
    html! {
        div {
            a href=(place.to(Place::Question(&entry.id))) { (entry.title) }
            p.fine { (frame::level_and_time(entry)) }
        }
    }
}
