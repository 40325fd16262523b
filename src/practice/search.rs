//! Search: which questions a few words mean, best first. Words are found from their beginnings in titles,
//! tags and texts, inside the words of titles too; a word that stands nowhere may be mistyped and is
//! compared with the words of titles.
//!
//! What was found is told by places; nothing here knows what a question looks like. The index grows one
//! text at a time, so that nobody has to wait for all of them.

pub mod filter;
pub mod near;
pub mod plain;
pub mod shown;
#[cfg(test)]
mod tests;
pub mod words;

use crate::practice::search::near::is_near;
use crate::practice::search::words::words;
use std::collections::BTreeMap;

/// What is known of the questions.
#[derive(Clone, Debug, Default)]
pub struct Index {
    /// Each word with where it stands.
    words: BTreeMap<String, Places>,
    questions: usize,
}

/// The places of the questions in which a word stands, in order.
#[derive(Clone, Debug, Default)]
struct Places {
    titles: Vec<u16>,
    tags: Vec<u16>,
    texts: Vec<u16>,
}

/// What was looked for, and what it means.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Found {
    /// The words of the query.
    pub words: Vec<Wanted>,
    /// Best first; of equal ones in the order of the bank.
    pub hits: Vec<Hit>,
}

/// A word of the query.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wanted {
    /// In lower case.
    pub word: String,
    /// It stands nowhere, so that words are meant that are nearly the same.
    pub mistyped: bool,
}

/// A question that was found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Hit {
    /// Its place in the bank.
    pub place: u16,
    /// Title and tags do not hold all words, so its text does.
    pub in_text: bool,
}

/// More words of a query are not looked at.
const MOST: usize = 8;

/// How far a question is from what is meant by a word; the sum over all words orders what was found.
type Distance = u8;
const WHOLE_IN_TITLE: Distance = 0;
const WHOLE_IN_TAG: Distance = 1;
const BEGINS_IN_TITLE: Distance = 1;
const BEGINS_IN_TAG: Distance = 2;
const INSIDE_TITLE: Distance = 3;
const MISTYPED: Distance = 4;
const WHOLE_IN_TEXT: Distance = 6;
const BEGINS_IN_TEXT: Distance = 7;
/// Times [`MOST`] it is still a number.
const NOWHERE: Distance = 31;

/// Shorter words would be found inside of too many others.
const LEAST_INSIDE: usize = 3;

impl Index {
    /// Adds the next question, whose text may be added later.
    pub fn add(&mut self, title: &str, tags: &[String]) {
        let Ok(place) = u16::try_from(self.questions) else {
            return;
        };
        self.questions += 1;
        for word in words(title) {
            push(&mut self.places(word).titles, place);
        }
        for word in tags.iter().flat_map(|tag| words(tag)) {
            push(&mut self.places(word).tags, place);
        }
    }

    /// Adds what stands in the question at a place.
    pub fn add_text(&mut self, place: u16, text: &str) {
        for word in words(text) {
            push(&mut self.places(word).texts, place);
        }
    }

    /// The questions that a query means. Without a word it means none.
    pub fn find(&self, query: &str) -> Found {
        let mut found = Found::default();
        let mut sums = vec![0; self.questions];
        let mut in_text = vec![false; self.questions];
        for word in words(query).take(MOST) {
            let (distances, mistyped) = self.distances(&word);
            for ((sum, in_text), distance) in sums.iter_mut().zip(&mut in_text).zip(distances) {
                *sum = if distance == NOWHERE {
                    u8::MAX
                } else {
                    distance.saturating_add(*sum)
                };
                *in_text |= distance >= WHOLE_IN_TEXT;
            }
            found.words.push(Wanted { word, mistyped });
        }
        if found.words.is_empty() {
            return found;
        }
        let all = sums.into_iter().zip(in_text).zip(0..);
        let mut ranked: Vec<(u8, Hit)> = all
            .filter(|((sum, _), _)| *sum < u8::MAX)
            .map(|((sum, in_text), place)| (sum, Hit { place, in_text }))
            .collect();
        ranked.sort_by_key(|(sum, hit)| (*sum, hit.place));
        found.hits = ranked.into_iter().map(|(_, hit)| hit).collect();
        found
    }

    /// How far each question is from one word, and whether that word stands nowhere.
    fn distances(&self, word: &str) -> (Vec<Distance>, bool) {
        let mut distances = vec![NOWHERE; self.questions];
        for (known, places) in self.words.range(word.to_owned()..) {
            if !known.starts_with(word) {
                break;
            }
            let whole = known.len() == word.len();
            let of = |whole_one, begun| if whole { whole_one } else { begun };
            lower(
                &mut distances,
                &places.titles,
                of(WHOLE_IN_TITLE, BEGINS_IN_TITLE),
            );
            lower(
                &mut distances,
                &places.tags,
                of(WHOLE_IN_TAG, BEGINS_IN_TAG),
            );
            lower(
                &mut distances,
                &places.texts,
                of(WHOLE_IN_TEXT, BEGINS_IN_TEXT),
            );
        }
        if word.len() >= LEAST_INSIDE {
            self.in_titles(&mut distances, INSIDE_TITLE, |known| known.contains(word));
        }
        let mistyped = distances.iter().all(|distance| *distance == NOWHERE);
        if mistyped {
            self.in_titles(&mut distances, MISTYPED, |known| is_near(word, known));
        }
        (distances, mistyped)
    }

    fn in_titles(&self, distances: &mut [Distance], to: Distance, is: impl Fn(&str) -> bool) {
        for (known, places) in &self.words {
            if !places.titles.is_empty() && is(known) {
                lower(distances, &places.titles, to);
            }
        }
    }

    fn places(&mut self, word: String) -> &mut Places {
        self.words.entry(word).or_default()
    }
}

fn push(places: &mut Vec<u16>, place: u16) {
    if places.last() != Some(&place) {
        places.push(place);
    }
}

fn lower(distances: &mut [Distance], places: &[u16], to: Distance) {
    for place in places {
        if let Some(distance) = distances.get_mut(usize::from(*place)) {
            *distance = to.min(*distance);
        }
    }
}
