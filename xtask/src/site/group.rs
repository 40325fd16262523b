//! Topics and tracks as the pages see them: questions in sections under a title.

use bank::embedded::Bank;
use bank::name::Slug;
use bank::question::Entry;

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
    pub(crate) rows: Vec<Row<'b>>,
}

/// What a row leads to.
#[derive(Clone, Copy)]
pub(crate) enum Row<'b> {
    Question(&'b Entry),
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
        for row in self.sections.iter().flat_map(|section| &section.rows) {
            let Row::Question(entry) = row;
            if !questions.iter().any(|known| known.id == entry.id) {
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
            rows: bank.questions_of(&topic.slug).map(Row::Question).collect(),
        }],
    }))
}

/// All tracks with a question.
pub(crate) fn tracks(bank: &Bank) -> Vec<Group<'_>> {
    let tracks = bank.tracks().iter();
    not_empty(tracks.map(|track| Group {
        kind: Kind::Track,
        slug: &track.slug,
        title: &track.title,
        about: Some(&track.about),
        sections: vec![Section {
                title: None,
                rows: track
                    .questions
                    .iter()
                    .filter_map(|id| bank.question(id))
                    .map(Row::Question)
                    .collect(),
            }],
    }))
}

fn not_empty<'b>(groups: impl Iterator<Item = Group<'b>>) -> Vec<Group<'b>> {
    groups
        .filter(|group| !group.questions().is_empty())
        .collect()
}
