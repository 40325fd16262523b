//! Topics and tracks as the pages see them: questions in sections under a title.

use bank::embedded::{Bank, Damaged};
use bank::name::Slug;
use bank::question::Entry;
use bank::topic::Named;

/// By what questions are grouped.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    Topic,
    Track,
}

/// Questions that belong together.
pub(crate) struct Group<'b> {
    pub(crate) kind: Kind,
    pub(crate) slug: &'b Slug,
    pub(crate) title: &'b str,
    /// Whom it is for, a sentence; a topic has none.
    pub(crate) about: Option<&'b str>,
    pub(crate) sections: Vec<Section<'b>>,
}

/// A part of a group.
pub(crate) struct Section<'b> {
    /// A group with one section has no title for it.
    pub(crate) title: Option<&'b str>,
    /// The number of the first row.
    pub(crate) from: u16,
    /// What each row leads to, mostly one question.
    pub(crate) rows: Vec<Vec<Named<'b>>>,
}

impl Kind {
    /// The folder of its pages.
    pub(crate) fn folder(self) -> &'static str {
        match self {
            Kind::Topic => "t",
            Kind::Track => "k",
        }
    }

    /// As it is said, and as the app's addresses have it.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Kind::Topic => "topic",
            Kind::Track => "track",
        }
    }
}

impl<'b> Group<'b> {
    /// Its questions, each once, in order.
    pub(crate) fn questions(&self) -> Vec<&'b Entry> {
        let mut questions: Vec<&Entry> = Vec::new();
        let rows = self.sections.iter().flat_map(|section| &section.rows);
        for named in rows.flatten() {
            if let Named::Question(entry) = named
                && !questions.iter().any(|known| known.id == entry.id)
            {
                questions.push(entry);
            }
        }
        questions
    }
}

/// All topics with a question.
pub(crate) fn topics(bank: &Bank) -> Vec<Group<'_>> {
    let topics = bank.topics().iter();
    not_empty(topics.map(|topic| Group {
        kind: Kind::Topic,
        slug: &topic.slug,
        title: &topic.title,
        about: None,
        sections: vec![Section {
            title: None,
            from: 1,
            rows: bank
                .questions_of(&topic.slug)
                .map(|entry| vec![Named::Question(entry)])
                .collect(),
        }],
    }))
}

/// All tracks with a question.
pub(crate) fn tracks(bank: &Bank) -> Result<Vec<Group<'_>>, Damaged> {
    let tracks = bank.tracks()?;
    let row = |row: &Vec<u16>| -> Vec<Named<'_>> {
        let named = row.iter();
        named
            .filter_map(|place| tracks.named(*place, bank.questions()))
            .collect()
    };
    let all = tracks.all.iter().map(|track| Group {
        kind: Kind::Track,
        slug: &track.slug,
        title: &track.title,
        about: Some(&track.about),
        sections: track
            .sections
            .iter()
            .map(|section| Section {
                title: Some(section.title.as_str()).filter(|title| !title.is_empty()),
                from: section.from,
                rows: section.rows.iter().map(row).collect(),
            })
            .collect(),
    });
    Ok(not_empty(all))
}

fn not_empty<'b>(groups: impl Iterator<Item = Group<'b>>) -> Vec<Group<'b>> {
    groups
        .filter(|group| !group.questions().is_empty())
        .collect()
}
