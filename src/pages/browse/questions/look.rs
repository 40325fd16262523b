//! A look through all questions: what is sought, what is found, and how far the answers have been read.
//!
//! Titles and tags are known at once. Answers are read when the first word is typed, a few at a time, so
//! that no key waits for them.

use crate::browser;
use crate::browser::scroll;
use crate::pages::counted;
use crate::practice::memory;
use crate::practice::progress::Standing;
use crate::practice::search::filter::{Sought, State};
use crate::practice::search::plain::text;
use crate::practice::search::{Found, Hit, Index};
use crate::state::AppState;
use bank::embedded::Damaged;
use bank::name::QuestionId;
use bank::question::{Body, Entry};
use leptos::prelude::*;
use std::ops::Range;

/// A look through all questions. It is a handle: copies are the same look.
#[derive(Clone, Copy)]
pub struct Look {
    /// What the page shows comes from there.
    pub state: AppState,
    /// What is shown, in order.
    pub found: RwSignal<Found>,
    /// How much that is, in a sentence.
    pub said: RwSignal<String>,
    /// Not everything is wanted.
    pub is_narrowed: RwSignal<bool>,
    /// So many rows are there, if so many were found.
    pub open: RwSignal<usize>,
    /// The rows have been painted: there is time for what is said besides.
    pub is_painted: RwSignal<bool>,
    sought: StoredValue<Sought>,
    index: StoredValue<Index>,
    read: StoredValue<Read>,
}

/// How far the answers have been read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Read {
    Nothing,
    Some,
    All,
}

/// Bodies that are still to be read, with their places.
type Unread = Box<dyn Iterator<Item = (Result<Body, Damaged>, u16)>>;

/// Keeps the questions of which something is true.
type Keep<'a> = dyn FnMut(&dyn Fn(&QuestionId) -> bool) + 'a;

/// How many rows there are at first: as many as a phone shows below what is sought. Each takes a slow one two
/// milliseconds to paint.
const FIRST: usize = 5;

/// How many there are when the page is opened: nobody is typing then.
const OPENED: usize = 2 * FIRST;

/// For so long answers are read before a key is heard again, in ms.
const SLICE: i64 = 4;

impl Look {
    /// Looks for what was sought last.
    pub fn begin(state: AppState) -> Look {
        let mut index = Index::default();
        for entry in state.bank.questions() {
            index.add(&entry.title, &entry.tags);
        }
        let look = Look {
            state,
            found: RwSignal::new(Found::default()),
            said: RwSignal::new(String::new()),
            is_narrowed: RwSignal::new(false),
            open: RwSignal::new(0),
            is_painted: RwSignal::new(false),
            sought: StoredValue::new(state.sought()),
            index: StoredValue::new(index),
            read: StoredValue::new(Read::Nothing),
        };
        look.look(OPENED);
        look
    }

    /// What is sought.
    pub fn sought(self) -> Sought {
        self.sought.get_value()
    }

    /// Whether this is still sought, by someone who has not left the page.
    pub fn is_sought(self, sought: &Sought) -> bool {
        self.sought.try_with_value(|now| now == sought) == Some(true)
    }

    /// Seeks something else, from the first row.
    pub fn change(self, change: impl FnOnce(&mut Sought)) {
        self.sought.update_value(change);
        self.state.keep_sought(self.sought(), 0);
        self.look(FIRST);
    }

    /// The question at a place.
    pub fn entry(self, hit: Hit) -> Option<&'static Entry> {
        self.state.bank.questions().get(usize::from(hit.place))
    }

    /// The questions that are shown, in order.
    pub fn entries(self) -> Vec<&'static Entry> {
        let hits = self.found.with_untracked(|found| found.hits.clone());
        hits.into_iter().filter_map(|hit| self.entry(hit)).collect()
    }

    /// Opens the next rows, and says which.
    pub fn open_more(self) -> Range<usize> {
        let before = self.open.get_untracked();
        let now = before + size(before);
        self.open.set(now);
        self.state.keep_sought(self.sought(), now);
        before..now
    }

    /// Finds what is sought; of it `rows` are shown, or as many as were.
    fn look(self, rows: usize) {
        let sought = self.sought();
        let mut found = self.index.with_value(|index| index.find(&sought.text));
        let is_open = sought.text.trim().is_empty();
        if is_open {
            let hit = |(_, place)| Hit {
                place,
                in_text: false,
            };
            found.hits = self
                .state
                .bank
                .questions()
                .iter()
                .zip(0..)
                .map(hit)
                .collect();
        } else if self.read.get_value() == Read::Nothing {
            self.read.set_value(Read::Some);
            let unread = Box::new(self.state.bank.bodies().zip(0..));
            // The first key does not wait for it either.
            scroll::once_painted(move || self.read_on(unread));
        }
        self.keep_wanted(&sought, &mut found.hits);
        let all = self.state.bank.questions().len();
        self.said
            .set(told(&sought, &found, self.read.get_value(), all));
        let is_narrowed = !(is_open && sought.is_open());
        if is_narrowed != self.is_narrowed.get_untracked() {
            self.is_narrowed.set(is_narrowed);
        }
        if self.found.with_untracked(|known| *known == found) {
            // Who is on a row stays there.
            return;
        }
        self.is_painted.set(false);
        self.open.set(rows.max(self.state.shown_rows()));
        self.found.set(found);
        scroll::once_painted(move || {
            // It is handed back when the person has left the page.
            let _ = self.is_painted.try_set(true);
        });
    }

    /// Keeps the questions that are as they are wanted.
    fn keep_wanted(self, sought: &Sought, hits: &mut Vec<Hit>) {
        hits.retain(|hit| self.entry(*hit).is_some_and(|entry| sought.takes(entry)));
        let Some(wanted) = sought.state else {
            return;
        };
        let state = self.state;
        let mut keep = |is: &dyn Fn(&QuestionId) -> bool| {
            hits.retain(|hit| self.entry(*hit).is_some_and(|entry| is(&entry.id)));
        };
        untrack(|| match wanted {
            State::Unseen => self.keep_standing(Standing::Unseen, &mut keep),
            State::Missed => self.keep_standing(Standing::Missed, &mut keep),
            State::Learning => self.keep_remembered(memory::State::Learning, &mut keep),
            State::Known => self.keep_remembered(memory::State::Known, &mut keep),
            State::Due => self.keep_remembered(memory::State::Due, &mut keep),
            State::Bookmarked => {
                let bookmarked = state.bookmarked();
                keep(&|id| bookmarked.contains(id));
            }
        });
    }

    fn keep_standing(self, wanted: Standing, keep: &mut Keep<'_>) {
        self.state
            .progress(|progress| keep(&|id| progress.standing(id) == wanted));
    }

    fn keep_remembered(self, wanted: memory::State, keep: &mut Keep<'_>) {
        let offset = browser::utc_offset();
        let today = browser::now().day(offset);
        let retention = self.state.aim().retention;
        self.state.memories(offset, |memories| {
            keep(&|id| {
                let memory = memories.memory(id);
                memory.is_some_and(|memory| memory.state(retention, today) == wanted)
            });
        });
    }

    fn read_on(self, mut unread: Unread) {
        scroll::soon(move || {
            let until = browser::now().0 + SLICE;
            while browser::now().0 < until {
                let Some((body, place)) = unread.next() else {
                    // Nothing is handed back where the person has left the page.
                    if self.read.try_set_value(Read::All).is_none() {
                        self.look(FIRST);
                    }
                    return;
                };
                let text = body.map_or_else(|_| String::new(), |body| text(&body));
                let add = |index: &mut Index| index.add_text(place, &text);
                if self.index.try_update_value(add).is_none() {
                    // The person has left the page.
                    return;
                }
            }
            self.read_on(unread);
        });
    }
}

/// How many rows come together from a place on.
fn size(from: usize) -> usize {
    if from < OPENED { OPENED } else { 2 * OPENED }
}

/// How much was found of all questions, in a sentence.
fn told(sought: &Sought, found: &Found, read: Read, all: usize) -> String {
    let mistyped = found.words.iter().find(|wanted| wanted.mistyped);
    match (found.hits.len(), mistyped, read) {
        (0, _, Read::Some) => READING.to_owned(),
        (0, ..) if sought.is_open() => NOTHING.to_owned(),
        (0, ..) => NOTHING_HERE.to_owned(),
        // It may stand in an answer.
        (_, Some(_), Read::Some) => NOT_YET.to_owned(),
        (count, Some(wanted), Read::Nothing | Read::All) => {
            let count = counted(count, "question has", "questions have");
            [
                "No “",
                &wanted.word,
                "” anywhere; ",
                &count,
                " something like it.",
            ]
            .concat()
        }
        (count, None, _) if count == all => [&counted(all, "question", "questions"), "."].concat(),
        (count, None, _) => {
            let all = counted(all, "question", "questions");
            [&count.to_string(), " of ", &all, "."].concat()
        }
    }
}

const NOT_YET: &str = "Nothing exactly so in titles. The answers are being read…";
const READING: &str = "Nothing in titles. The answers are being read…";
const NOTHING: &str = "No question matches. Try fewer words or other ones.";
const NOTHING_HERE: &str = "No question matches all of this. Try fewer words, or other choices of topic, level, kind and state.";

#[cfg(test)]
mod tests {
    use super::*;

    /// A word that stands in answers only was said to stand nowhere, until they were read.
    #[test]
    fn what_stands_nowhere_is_known_when_the_answers_were_read() {
        let mut index = Index::default();
        index.add("What does a cache do?", &[]);
        let check = |read, expected: &str| {
            let found = index.find("cached");
            assert_eq!(told(&Sought::default(), &found, read, 2), expected);
        };
        check(Read::Some, NOT_YET);
        check(
            Read::All,
            "No “cached” anywhere; 1 question has something like it.",
        );
    }
}
