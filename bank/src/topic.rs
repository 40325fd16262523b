//! Topics and tracks: the two ways in which questions are grouped.

use crate::name::Slug;
use crate::question::Entry;
use crate::wire::field::{List, Plain};
use crate::wire::wire;

/// A subject area: a folder of questions.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Topic {
    /// Stable name.
    pub slug: Slug,
    /// As shown.
    pub title: String,
}

/// An ordered list of questions: for a goal, or as somebody else once listed them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Track {
    /// Stable name.
    pub slug: Slug,
    /// As shown.
    pub title: String,
    /// Whom it is for, a sentence.
    pub about: String,
    /// In order.
    pub sections: Vec<Section>,
}

/// Some rows of a track under one title.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Section {
    /// As shown; empty in a track that has only one.
    pub title: String,
    /// The number of the first row.
    pub from: u16,
    /// What each row leads to, mostly one question: see [`Tracks::named`].
    pub rows: Vec<Vec<u16>>,
}

/// All tracks, with what they name besides the questions of the bank.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Tracks {
    /// In the order of their file.
    pub all: Vec<Track>,
    /// The titles of questions that are still to come.
    pub(crate) planned: Vec<String>,
}

/// What a row of a track leads to.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Named<'a> {
    /// A question of the bank.
    Question(&'a Entry),
    /// The title of one that is still to come.
    Planned(&'a str),
}

impl Track {
    /// What its rows lead to, each once, in order.
    pub fn places(&self) -> Vec<u16> {
        let mut places = Vec::new();
        for place in self
            .sections
            .iter()
            .flat_map(|section| section.rows.iter().flatten())
        {
            if !places.contains(place) {
                places.push(*place);
            }
        }
        places
    }
}

impl Tracks {
    /// The track of that name.
    pub fn track(&self, slug: &Slug) -> Option<&Track> {
        self.all.iter().find(|track| track.slug == *slug)
    }

    /// The questions of the bank that a track leads to, each once and in its order, and how many others
    /// are still to come.
    pub fn led_to<'a>(&self, track: &Track, questions: &'a [Entry]) -> (Vec<&'a Entry>, usize) {
        let places = track.places();
        let ready = places
            .iter()
            .filter_map(|place| questions.get(usize::from(*place)));
        let ready: Vec<&Entry> = ready.collect();
        let planned = places.len() - ready.len();
        (ready, planned)
    }

    /// What a place means beside these questions of the bank: theirs come first, then those that are
    /// still to come.
    pub fn named<'a>(&'a self, place: u16, questions: &'a [Entry]) -> Option<Named<'a>> {
        let place = usize::from(place);
        match questions.get(place) {
            Some(entry) => Some(Named::Question(entry)),
            None => {
                let title = self.planned.get(place.checked_sub(questions.len())?)?;
                Some(Named::Planned(title))
            }
        }
    }
}

wire!(
    struct Topic {
        slug: Slug,
        title: Plain,
    }
);
wire!(
    struct Track {
        slug: Slug,
        title: Plain,
        about: Plain,
        sections: List<Section>,
    }
);
wire!(
    struct Section {
        title: Plain,
        from: u16,
        rows: List<List<u16>>,
    }
);
wire!(
    struct Tracks {
        all: List<Track>,
        planned: List<Plain>,
    }
);
