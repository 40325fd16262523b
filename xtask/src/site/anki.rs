//! Cards for Anki: a text file for each topic and track, with the header lines that Anki reads.
//!
//! Our id is the first field and the note's GUID: Anki finds the note by it, so importing again changes
//! cards and their schedule stays. With any note type of two fields it works as it is; were the id a
//! plain field, each person would have to make a note type for it first. A question that stands in two
//! files is one note, in the deck of the file that was imported first.

use super::address::Place;
use super::check;
use super::frame::{prose, raw};
use super::group::Group;
use super::text::for_card;
use super::{File, Material};
use bank::check::Check;
use bank::name::CheckName;
use bank::paper;
use bank::question::{Body, Entry};
use maud::{Markup, html};

/// The columns that Anki takes by their number are not mapped to fields; the others are, in order.
const HEADER: &str = "#separator:tab\n#html:true\n#guid column:1\n#notetype:Basic\n#deck column:2\n#tags column:5\n\
    #columns:Id\tDeck\tFront\tBack\tTags\n";

/// The note type Basic centres each line, of programs too.
const LEFT: (&str, &str) = ("<div style=\"text-align: left\">", "</div>");

/// The file of a group.
pub(crate) fn deck(material: &Material<'_>, group: &Group<'_>) -> File {
    let mut text = HEADER.to_owned();
    for entry in group.questions() {
        let Some(body) = material.body(entry) else {
            continue;
        };
        let deck = format!("Pydrill::{}", group.title);
        let named = entry.checks.iter().zip(&body.checks);
        let checks = named.map(|(named, item)| of_check(entry, &named.name, item));
        for card in [of_question(material, entry, body)]
            .into_iter()
            .chain(checks)
        {
            text.push_str(&card.line(&deck));
        }
    }
    File {
        path: Place::Deck(group.kind, group.slug).file(),
        text,
    }
}

/// One note.
struct Card {
    id: String,
    front: Markup,
    back: Markup,
    tags: String,
}

impl Card {
    fn line(self, deck: &str) -> String {
        let side = |html: Markup| [LEFT.0, &for_card(&html.into_string()), LEFT.1].concat();
        let (front, back) = (side(self.front), side(self.back));
        let fields = [&*self.id, deck, &front, &back, &self.tags].map(quoted);
        format!("{}\n", fields.join("\t"))
    }
}

/// So that no field can end too early.
fn quoted(field: &str) -> String {
    format!("\"{}\"", field.replace('"', "\"\""))
}

fn of_question(material: &Material<'_>, entry: &Entry, body: &Body) -> Card {
    let page = material.site.address(Place::Question(&entry.id));
    Card {
        id: format!("pydrill:{}", entry.id),
        front: html! {
            h3 { (entry.title) }
            (prose(&body.question))
            @if let Some(exercise) = &body.exercise { (super::exercise::asked(exercise)) }
        },
        back: html! {
            (prose(&body.short_answer))
            ul { @for point in &body.key_points { li { (raw(point)) } } }
            @if let Some(code) = &body.code { (prose(code)) }
            @if let Some(exercise) = &body.exercise { (super::exercise::solutions(exercise)) }
            @if let Some(page) = page { p { a href=(page) { "The whole answer" } } }
        },
        tags: tags(entry, "question"),
    }
}

fn of_check(entry: &Entry, name: &CheckName, item: &Check) -> Card {
    Card {
        id: format!("pydrill:{}/{name}", entry.id),
        front: html! {
            p { (entry.title) " · " (item.kind().task()) }
            (raw(&paper::asked(item)))
        },
        back: check::answered(item),
        tags: tags(entry, "check"),
    }
}

fn tags(entry: &Entry, what: &str) -> String {
    let own = entry.tags.iter().map(|tag| format!("pydrill::{tag}"));
    let tags = [
        format!("pydrill::{what}"),
        format!("pydrill::{}", entry.level.name()),
        format!("pydrill::topic::{}", entry.topic),
    ];
    tags.into_iter().chain(own).collect::<Vec<_>>().join(" ")
}
