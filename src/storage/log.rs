//! The log: what this tab appends to, and how what others wrote is put together.
//!
//! Each open tab is a writer with a name of its own, and no other tab writes under it. An event that
//! could not be written is kept here and written with the next one. Nothing is removed that does not
//! stand elsewhere, read back.

use crate::practice::history::History;
use crate::practice::history::row::{Row, Undo};
use crate::practice::history::subject::{SubjectId, Subjects};
use crate::practice::time::Moment;
use crate::storage::segment::{self, APPENDED, JOINED, Segment};
use crate::storage::{LOG, Refused, Store};
use bank::name::QuestionId;

/// No event takes more characters in a segment.
const LONGEST: usize = 160;

/// When a segment is full and when segments are joined. Tests choose smaller ones.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    /// At most so many characters are written to add an event.
    pub(crate) appended: usize,
    /// At most so many stand in a segment that is written once.
    pub(crate) joined: usize,
    /// So many small segments are joined.
    pub(crate) many: usize,
}

const LIMITS: Limits = Limits {
    appended: APPENDED,
    joined: JOINED,
    many: 8,
};

/// What this tab writes.
pub struct Log {
    limits: Limits,
    writer: String,
    /// The number of the next segment.
    next: u32,
    open: Option<Open>,
    /// What could not be written yet, oldest first.
    left: Vec<Event>,
}

/// The segment that is appended to.
struct Open {
    key: String,
    segment: Segment,
    /// As it was written.
    text: String,
}

/// One more line of the log.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Event {
    /// An answer.
    Attempt(Row),
    /// An answer was taken back.
    Undo(Undo),
}

impl Log {
    /// Writes under a name that no other tab has.
    pub fn of(writer: String) -> Log {
        Log::with(LIMITS, writer)
    }

    pub(crate) fn with(limits: Limits, writer: String) -> Log {
        Log {
            limits,
            writer,
            next: 0,
            open: None,
            left: Vec::new(),
        }
    }

    /// The name that this tab writes under.
    pub fn writer(&self) -> &str {
        &self.writer
    }

    /// Goes on in a new segment. What was not written yet is to be written only if it stays.
    pub fn forget(&mut self, stays: impl Fn(SubjectId) -> bool) {
        self.open = None;
        self.left.retain(|event| stays(event.subject()));
    }

    /// What was not written yet.
    pub fn left(&self) -> (Vec<Row>, Vec<Undo>) {
        let (mut rows, mut undone) = (Vec::new(), Vec::new());
        for event in &self.left {
            match event {
                Event::Attempt(row) => rows.push(*row),
                Event::Undo(undo) => undone.push(*undo),
            }
        }
        (rows, undone)
    }

    /// Appends an event, and whatever could not be written before it. One segment is written at most
    /// for each [`APPENDED`] characters.
    pub fn append(
        &mut self,
        store: &dyn Store,
        subjects: &Subjects,
        event: Event,
    ) -> Result<(), Refused> {
        self.left.push(event);
        self.catch_up(store, subjects)
    }

    /// Writes whatever could not be written before.
    pub fn catch_up(&mut self, store: &dyn Store, subjects: &Subjects) -> Result<(), Refused> {
        while !self.left.is_empty() {
            let (key, mut segment) = self.place(store)?;
            let mut written = 0;
            for event in &self.left {
                if segment.len() + LONGEST > self.limits.appended {
                    break;
                }
                segment.add(subjects, *event);
                written += 1;
            }
            let text = segment.text();
            store.write(&key, &text)?;
            self.left.drain(..written);
            self.open = Some(Open { key, segment, text });
        }
        Ok(())
    }

    /// The open segment if there is room in it and nobody has changed it; a new one otherwise.
    fn place(&mut self, store: &dyn Store) -> Result<(String, Segment), Refused> {
        if let Some(Open { key, segment, text }) = &self.open
            && segment.len() + LONGEST <= self.limits.appended
            && store.read(key)?.as_ref() == Some(text)
        {
            return Ok((key.clone(), segment.clone()));
        }
        Ok((self.free_key(store)?, Segment::default()))
    }

    fn free_key(&mut self, store: &dyn Store) -> Result<String, Refused> {
        loop {
            let key = [LOG, &self.writer, ".", &self.next.to_string()].concat();
            self.next += 1;
            if store.read(&key)?.is_none() {
                return Ok(key);
            }
        }
    }

    /// Writes a whole history into segments of its own: all of it, or nothing.
    pub fn write_all(&mut self, store: &dyn Store, history: &History) -> Result<(), Refused> {
        let mut keys = Vec::new();
        let written = self.try_write_all(store, history, &mut keys);
        if written.is_err() {
            for key in keys {
                // What stays behind says nothing that is not true.
                let _ = store.remove(&key);
            }
        }
        written
    }

    fn try_write_all(
        &mut self,
        store: &dyn Store,
        history: &History,
        keys: &mut Vec<String>,
    ) -> Result<(), Refused> {
        let rows = history.rows().iter().copied().map(Event::Attempt);
        let undone = history.undone().iter().copied().map(Event::Undo);
        let mut events = rows.chain(undone).peekable();
        while events.peek().is_some() {
            let mut segment = Segment::default();
            while segment.len() + LONGEST <= self.limits.joined
                && let Some(event) = events.next()
            {
                segment.add(history.subjects(), event);
            }
            let (key, text) = (self.free_key(store)?, segment.text());
            store.write(&key, &text)?;
            keys.push(key.clone());
            if store.read(&key)?.as_ref() != Some(&text) {
                return Err(Refused::Blocked);
            }
        }
        Ok(())
    }

    /// Joins the segments of writers that are gone, when there are many, into few; gives how many
    /// there were. Whether a writer is gone may depend on when its last answer was given. Where it is
    /// interrupted, an event may stand twice, which is the same as once.
    pub fn join(
        &mut self,
        store: &dyn Store,
        is_gone: impl Fn(&str, Option<Moment>) -> bool,
    ) -> Result<usize, Refused> {
        let Limits { joined, many, .. } = self.limits;
        let small = |(key, text): &(String, String)| {
            let last = |history: History| history.rows().last().map(|row| row.at);
            text.len() < joined / 2
                && segment::read(text).is_ok_and(|it| is_gone(writer_of(key), last(it)))
        };
        let mut old = texts(store)?;
        old.retain(small);
        if old.len() < many {
            return Ok(0);
        }
        self.rewrite(store, &old, |history| history)?;
        Ok(old.len())
    }

    /// Writes the events of some segments anew, in few, and then removes those that nobody has changed
    /// meanwhile: a few at a time, so that little more room is needed.
    pub fn rewrite(
        &mut self,
        store: &dyn Store,
        old: &[(String, String)],
        change: impl Fn(History) -> History,
    ) -> Result<(), Refused> {
        let mut rest = old;
        while !rest.is_empty() {
            let mut room = self.limits.joined;
            let fits = |(_, text): &&(String, String)| {
                let left = room.checked_sub(text.len());
                room = left.unwrap_or(0);
                left.is_some()
            };
            let taken = rest.iter().take_while(fits).count().max(1);
            let (some, others) = rest.split_at(taken);
            self.rewrite_some(store, some, &change)?;
            rest = others;
        }
        Ok(())
    }

    fn rewrite_some(
        &mut self,
        store: &dyn Store,
        old: &[(String, String)],
        change: &impl Fn(History) -> History,
    ) -> Result<(), Refused> {
        let parts = old.iter().filter_map(|(_, text)| segment::read(text).ok());
        let parts: Vec<History> = parts.collect();
        let mut history = History::default();
        history.merge(&parts, &QuestionId::clone);
        self.write_all(store, &change(history))?;
        for (key, text) in old {
            if store.read(key)?.as_ref() == Some(text) {
                store.remove(key)?;
            }
        }
        Ok(())
    }
}

impl Event {
    fn subject(&self) -> SubjectId {
        match self {
            Event::Attempt(row) => row.subject,
            Event::Undo(undo) => undo.subject,
        }
    }
}

impl Segment {
    fn add(&mut self, subjects: &Subjects, event: Event) {
        match event {
            Event::Attempt(row) => self.push(subjects, &row),
            Event::Undo(undo) => self.push_undo(subjects, &undo),
        }
    }
}

/// All segments, with their keys. Asked again when another tab joins some while they are read.
pub fn texts(store: &dyn Store) -> Result<Vec<(String, String)>, Refused> {
    loop {
        let mut keys = store.keys()?;
        keys.retain(|key| key.starts_with(LOG));
        keys.sort_unstable();
        let mut texts = Vec::new();
        for key in &keys {
            if let Some(text) = store.read(key)? {
                texts.push((key.clone(), text));
            }
        }
        if texts.len() == keys.len() {
            return Ok(texts);
        }
    }
}

/// The writer in a key.
pub fn writer_of(key: &str) -> &str {
    let rest = key.strip_prefix(LOG).unwrap_or_default();
    rest.split_once('.').map_or(rest, |(writer, _)| writer)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::attempt::{Attempt, Confidence, Help, Item};
    use crate::practice::slip::Slip;
    use crate::storage::memory::MemoryStore;
    use bank::answer::Verdict;
    use bank::name::CheckName;

    /// More things to answer than the bank has, with names longer than most, and nothing left unsaid.
    fn attempt(n: i64) -> Attempt {
        let item = (n * 7919) % 1_300;
        Attempt {
            at: Moment(1_793_520_000_000 + n * 45_678),
            question: QuestionId::parse(&format!("a-question-of-some-{}", item / 5)).unwrap(),
            rev: 1,
            item: Item::Check(CheckName::parse(&format!("its-check-{}", item % 5)).unwrap()),
            verdict: Verdict::Correct,
            help: Help::None,
            confidence: Some(Confidence::ThinkSo),
            // One of three is answered wrong, in a way that the bank knows.
            slip: Slip::of_number(if n % 3 == 0 { 0x7fff } else { 0 }),
            seconds: 20 + (n % 70) as u32,
            runs: 0,
        }
    }

    fn chars(store: &MemoryStore) -> usize {
        store.texts().values().map(String::len).sum()
    }

    #[test]
    fn a_hundred_thousand_answers_fit_in_four_mebibytes() {
        let store = MemoryStore::default();
        let history = History::replay((0..100_000).map(attempt));
        let written = Log::of("long".into()).write_all(&store, &history);
        assert_eq!(written, Ok(()));
        // Two bytes a character, as some browsers count.
        let bytes = 2 * chars(&store);
        assert!(bytes <= 4 * 1024 * 1024, "{bytes} bytes");
        assert!(bytes <= 100_000 * 2 * 15, "{bytes} bytes");
    }

    #[test]
    fn an_answer_rewrites_at_most_16_kib_and_closed_tabs_leave_few_segments() {
        let store = MemoryStore::default();
        let mut history = History::default();
        for tab in 0..40 {
            let mut log = Log::of(format!("tab{tab}"));
            assert!(log.join(&store, |_, _| true).is_ok());
            for n in 0..40 {
                let row = history.add(attempt(tab * 40 + n)).unwrap();
                let appended = log.append(&store, history.subjects(), Event::Attempt(row));
                assert_eq!(appended, Ok(()));
            }
            let key = &log.open.as_ref().unwrap().key;
            assert!(2 * store.texts()[key].len() <= 16 * 1024);
        }
        assert!(store.texts().len() <= 9, "{} segments", store.texts().len());
        let kept = texts(&store).unwrap().into_iter();
        let parts: Vec<History> = kept
            .map(|(_, text)| segment::read(&text).unwrap())
            .collect();
        let mut found = History::default();
        found.merge(&parts, &QuestionId::clone);
        assert_eq!(found, history);
    }

    #[test]
    fn a_long_sitting_goes_on_in_a_new_segment() {
        let store = MemoryStore::default();
        let mut history = History::default();
        let mut log = Log::of("me".into());
        for n in 0..700 {
            let row = history.add(attempt(n)).unwrap();
            assert_eq!(
                log.append(&store, history.subjects(), Event::Attempt(row)),
                Ok(())
            );
        }
        assert!(store.texts().len() > 1);
        assert!(
            store
                .texts()
                .values()
                .all(|text| 2 * text.len() <= 16 * 1024)
        );
    }
}
