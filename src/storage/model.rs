//! The log against a plain set: random operations of several tabs over one store, with crashes at
//! every write, a store that is full at times, damage, and tabs that act while another one joins.

mod erasing;

use crate::practice::attempt::{Attempt, Item};
use crate::practice::history::History;
use crate::practice::history::row::Said;
use crate::practice::shuffle::{Seed, SplitMix64};
use crate::practice::slip::Slip;
use crate::practice::time::Moment;
use crate::storage::load::{self, Loaded};
use crate::storage::log::{self, Event, Limits, Log};
use crate::storage::memory::MemoryStore;
use crate::storage::shape::backup;
use crate::storage::{LOG, PROGRESS, Refused, Store, segment};
use bank::name::{CheckName, QuestionId};
use std::cell::RefCell;
use std::rc::Rc;

/// So small that segments fill up and are joined within one sequence.
const LIMITS: Limits = Limits {
    appended: 260,
    joined: 520,
    many: 3,
};

/// What a person would say there must be.
#[derive(Default)]
struct Truth {
    /// Everything that was ever answered.
    given: Vec<Attempt>,
    /// What the app said it had saved.
    saved: Vec<Attempt>,
    /// What was taken back in a tab, whether that was saved or not.
    perhaps_undone: Vec<Attempt>,
    /// What the app said it had saved as taken back.
    undone: Vec<Attempt>,
    /// What was to be erased, whether that came to its end or not.
    perhaps_erased: Vec<Attempt>,
    /// What the app said it had erased.
    erased: Vec<Attempt>,
    /// What it said it could not erase to the end. That an answer was taken back may be erased by then,
    /// and the answer not.
    half_erased: Vec<Attempt>,
}

/// An open tab.
struct Tab {
    name: String,
    store: MemoryStore,
    log: Log,
    history: History,
    /// How many erasures of others it has heard of.
    heard: usize,
    /// Recorded, and not said to be saved yet.
    waiting: Vec<(Attempt, Kind)>,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Given,
    TakenBack,
}

struct World {
    store: MemoryStore,
    tabs: Vec<Rc<RefCell<Tab>>>,
    truth: Rc<RefCell<Truth>>,
    /// What was erased: everything, or one question.
    erasures: Vec<Option<&'static str>>,
    chance: SplitMix64,
    opened: usize,
    /// No two answers come at one moment.
    clock: i64,
}

impl Tab {
    fn open(store: &MemoryStore, name: String) -> Tab {
        let store = store.another_tab();
        let mut log = Log::with(LIMITS, name.clone());
        let loaded = load(&store, &mut log);
        Tab {
            name,
            store,
            log,
            history: loaded.history,
            heard: 0,
            waiting: Vec::new(),
        }
    }

    fn record(&mut self, attempt: Attempt, truth: &RefCell<Truth>) {
        truth.borrow_mut().given.push(attempt.clone());
        let row = self.history.add(attempt.clone()).unwrap();
        self.append(Event::Attempt(row), (attempt, Kind::Given), truth);
    }

    fn undo_last(&mut self, truth: &RefCell<Truth>) {
        let last = self.history.attempts().next_back();
        if let (Some(attempt), Some(undo)) = (last, self.history.undo_last()) {
            truth.borrow_mut().perhaps_undone.push(attempt.clone());
            self.append(Event::Undo(undo), (attempt, Kind::TakenBack), truth);
        }
    }

    fn append(&mut self, event: Event, what: (Attempt, Kind), truth: &RefCell<Truth>) {
        self.waiting.push(what);
        let subjects = self.history.subjects();
        if self.log.append(&self.store, subjects, event).is_ok() {
            for (attempt, kind) in self.waiting.drain(..) {
                match kind {
                    Kind::Given => truth.borrow_mut().saved.push(attempt),
                    Kind::TakenBack => truth.borrow_mut().undone.push(attempt),
                }
            }
        }
    }
}

impl World {
    fn begin(seed: u64) -> World {
        World {
            store: MemoryStore::default(),
            tabs: Vec::new(),
            truth: Rc::default(),
            erasures: Vec::new(),
            chance: SplitMix64(seed),
            opened: 0,
            clock: 1_793_520_000_000,
        }
    }

    fn below(&mut self, bound: usize) -> usize {
        self.chance.below(bound)
    }

    fn attempt(&mut self) -> Attempt {
        self.clock += 1 + self.below(90_000) as i64;
        let questions = ["gil", "slicing", "is-vs-equals", "palindrome"];
        let item = match self.below(4) {
            0 => Item::Aloud,
            1 => Item::Exercise,
            n => Item::Check(CheckName::parse(["first", "four-threads"][n - 2]).unwrap()),
        };
        let said = Said::of_bits(self.below(32) as u8);
        // Sometimes a clock is set back.
        let back = if self.below(10) == 0 { 200_000 } else { 0 };
        Attempt {
            at: Moment(self.clock - back),
            question: QuestionId::parse(questions[self.below(4)]).unwrap(),
            rev: 1 + self.below(2) as u16,
            item,
            verdict: said.verdict(),
            help: said.help(),
            confidence: said.confidence(),
            slip: Slip::of_number(self.below(3) as u16),
            seconds: self.below(600) as u32,
            runs: self.below(3) as u16,
        }
    }

    fn tab(&mut self) -> Rc<RefCell<Tab>> {
        if self.tabs.is_empty() || (self.tabs.len() < 3 && self.below(6) == 0) {
            self.opened += 1;
            let name = format!("{:x}", self.opened * 77);
            let mut tab = Tab::open(&self.store, name);
            tab.heard = self.erasures.len();
            self.tabs.push(Rc::new(RefCell::new(tab)));
        }
        let place = self.below(self.tabs.len());
        Rc::clone(&self.tabs[place])
    }

    fn act(&mut self) {
        let tab = self.tab();
        let truth = Rc::clone(&self.truth);
        match self.below(18) {
            0..8 => {
                let attempt = self.attempt();
                tab.borrow_mut().record(attempt, &truth);
            }
            8 => tab.borrow_mut().undo_last(&truth),
            9 => self.join(&tab),
            10 => self.tabs.retain(|open| !Rc::ptr_eq(open, &tab)),
            11 => self.crash(&tab),
            12 => {
                let writes = self.below(3);
                tab.borrow().store.refuse_after(writes);
            }
            13 => tab.borrow().store.allow_writes(),
            14 => self.hear(&tab),
            15 => self.erase(&tab),
            16 => self.hear_of_erasing(&tab),
            _ => self.bring(&tab),
        }
    }

    /// Joins, while another tab may answer before any of its writes.
    fn join(&mut self, tab: &Rc<RefCell<Tab>>) {
        let open: Vec<String> = self
            .tabs
            .iter()
            .map(|tab| tab.borrow().name.clone())
            .collect();
        let mut others = self.tabs.iter().filter(|other| !Rc::ptr_eq(other, tab));
        let other = others.next_back().cloned();
        let (attempt, writes) = (self.attempt(), self.below(6));
        let truth = Rc::clone(&self.truth);
        let mut tab = tab.borrow_mut();
        let Tab { store, log, .. } = &mut *tab;
        if let Some(other) = other {
            store.interrupt_after(writes, move || other.borrow_mut().record(attempt, &truth));
        }
        // Where a browser cannot tell which tabs are open, any may be taken to be closed.
        let knows = self.chance.below(2) == 0;
        let _ = log.join(store, |writer, _| {
            !knows || !open.iter().any(|name| name == writer)
        });
        store.interrupt_no_more();
    }

    /// Ends a tab within an operation, after some of its writes.
    fn crash(&mut self, tab: &Rc<RefCell<Tab>>) {
        let (what, writes) = (self.below(4), self.below(6));
        tab.borrow().store.refuse_after(writes);
        match what {
            0 => self.join(tab),
            1 => self.bring(tab),
            2 => self.erase(tab),
            _ => {
                let attempt = self.attempt();
                tab.borrow_mut().record(attempt, &self.truth);
            }
        }
        self.tabs.retain(|open| !Rc::ptr_eq(open, tab));
    }

    /// Tells a tab what the others have written.
    fn hear(&mut self, tab: &Rc<RefCell<Tab>>) {
        let mut tab = tab.borrow_mut();
        for (_, text) in log::texts(&tab.store).unwrap() {
            let heard = segment::read(&text).unwrap();
            tab.history.merge(&[heard], &QuestionId::clone);
        }
    }

    /// Restores a backup, or finds what a version before the log kept.
    fn bring(&mut self, tab: &Rc<RefCell<Tab>>) {
        let attempts: Vec<Attempt> = (0..self.below(30)).map(|_| self.attempt()).collect();
        let history = History::replay(attempts.clone());
        let mut truth = self.truth.borrow_mut();
        truth.given.extend(attempts.clone());
        if self.chance.below(2) == 0 {
            let mut tab = tab.borrow_mut();
            let Tab {
                store,
                log,
                history: known,
                ..
            } = &mut *tab;
            if log.write_all(store, &history).is_ok() {
                known.merge(&[history], &QuestionId::clone);
                truth.saved.extend(attempts);
            }
        } else if self.store.read(PROGRESS) == Ok(None) {
            let text = backup::write(&history, Moment(0));
            self.store.write(PROGRESS, &text).unwrap();
            truth.saved.extend(attempts);
        }
    }

    /// Whatever happened: what is loaded now is what was saved, and nothing that was never given.
    fn check(&self, seed: u64) {
        let loaded = load(&self.store, &mut Log::with(LIMITS, "check".into())).history;
        let truth = self.truth.borrow();
        let found: Vec<Attempt> = loaded.attempts().collect();
        for attempt in &truth.saved {
            let undone =
                truth.perhaps_undone.contains(attempt) || truth.perhaps_erased.contains(attempt);
            assert!(
                undone || found.contains(attempt),
                "seed {seed}: lost {attempt:?}"
            );
        }
        for attempt in &found {
            assert!(
                truth.given.contains(attempt),
                "seed {seed}: {attempt:?} was never given"
            );
            assert!(
                !truth.undone.contains(attempt) || truth.half_erased.contains(attempt),
                "seed {seed}: {attempt:?} came back"
            );
            assert!(
                !truth.erased.contains(attempt),
                "seed {seed}: {attempt:?} was erased and came back"
            );
        }
    }
}

fn load(store: &MemoryStore, log: &mut Log) -> Loaded {
    load::progress(store, log, Moment(5), &QuestionId::clone)
}

fn play(seed: u64) {
    let mut world = World::begin(Seed(seed).part(0).0);
    for _ in 0..30 {
        world.act();
    }
    world.check(seed);
}

#[test]
fn nothing_is_lost_in_a_thousand_sequences() {
    (0..1_000).for_each(play);
}

#[test]
#[ignore = "takes minutes: cargo test --release --lib sequences -- --ignored"]
fn nothing_is_lost_in_two_hundred_thousand_sequences() {
    (0..200_000).for_each(play);
}

/// A browser without room still removes what it is told to.
#[test]
fn what_could_be_brought_in_part_only_is_taken_away_again() {
    let mut world = World::begin(1);
    let history = History::replay((0..60).map(|_| world.attempt()));
    world.store.refuse_keys("pydrill.log.me.1");
    let written = Log::with(LIMITS, "me".into()).write_all(&world.store, &history);
    assert_eq!(written, Err(Refused::Full));
    assert!(world.store.texts().is_empty());
}

#[test]
fn a_name_that_chance_gives_twice_overwrites_nothing() {
    let mut world = World::begin(2);
    let mut all = History::default();
    for _ in 0..2 {
        let mut log = Log::with(LIMITS, "me".into());
        let row = all.add(world.attempt()).unwrap();
        let written = log.append(&world.store, all.subjects(), Event::Attempt(row));
        assert_eq!(written, Ok(()));
    }
    let loaded = load(&world.store, &mut Log::with(LIMITS, "check".into()));
    assert_eq!(loaded.history, all);
}

#[test]
fn damage_takes_one_segment_and_no_other() {
    for seed in 0..300 {
        let mut world = World::begin(seed);
        for _ in 0..30 {
            world.act();
        }
        let texts = log::texts(&world.store).unwrap();
        let Some((key, text)) = texts.first() else {
            continue;
        };
        let others = texts
            .iter()
            .skip(1)
            .filter_map(|(_, text)| segment::read(text).ok());
        let mut expected = History::default();
        expected.merge(&others.collect::<Vec<_>>(), &QuestionId::clone);
        let broken = text[..text.len() - 1].to_owned();
        world.store.write(key, &broken).unwrap();
        world.store.remove(PROGRESS).unwrap();
        let loaded = load(&world.store, &mut Log::with(LIMITS, "check".into()));
        assert_eq!(loaded.history, expected);
        let kept = load::moved_aside(&world.store);
        assert_eq!(
            kept.into_iter().map(|(_, text)| text).collect::<Vec<_>>(),
            [broken]
        );
        assert!(key.starts_with(LOG));
    }
}
