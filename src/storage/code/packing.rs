//! What a code holds, described once for both ways: a history is packed and unpacked by the same questions
//! in the same order.
//!
//! It knows neither digits nor check sums.

use crate::practice::attempt::Item;
use crate::practice::history::History;
use crate::practice::history::row::{Row, Said, Undo};
use crate::practice::history::subject::{Subject, SubjectId, Subjects};
use crate::practice::slip::Slip;
use crate::practice::time::Moment;
use crate::storage::Unusable;
use crate::storage::code::odds::{Asked, Odds, Packer, Unpacker};
use crate::storage::code::{MOST, Names, full, short};
use crate::storage::segment::sum;
use bank::name::{CheckName, QuestionId};

/// So many bits of a hash name what was answered.
pub(super) const HASH: u32 = 24;
/// So many bits hold the number of a slip.
const SLIP: u32 = 15;
/// So many bits at the end tell whether the names found are those that were meant.
const MEANT: u32 = 16;

/// A history on its way in or out: both go the same way.
pub(super) struct Packing<'a, A> {
    pub(super) asked: A,
    names: &'a Names,
    counts: Number,
    steps: Number,
    seconds: Number,
    runs: Number,
    revs: Number,
    said: [Odds; 32],
    is_new: Odds,
    is_slip: Odds,
    is_known: Odds,
    items: [Odds; 4],
    letters: [Odds; 128],
    last: i64,
    /// What was named, in order; nothing where a hash names nothing here.
    pub(super) named: Vec<Option<Subject>>,
    /// A hash names nothing here, or something else: the code is of another build.
    is_strange: bool,
}

/// What is known of the numbers of one kind.
struct Number {
    sizes: [Odds; 128],
    /// The two bits after the first one, which the sizes of days and minutes make likely.
    tops: [[Odds; 4]; 65],
}

impl<'a, A: Asked> Packing<'a, A> {
    pub(super) fn with(asked: A, names: &'a Names) -> Packing<'a, A> {
        let number = || Number {
            sizes: [Odds::EVEN; 128],
            tops: [[Odds::EVEN; 4]; 65],
        };
        Packing {
            asked,
            names,
            counts: number(),
            steps: number(),
            seconds: number(),
            runs: number(),
            revs: number(),
            said: [Odds::EVEN; 32],
            is_new: Odds::EVEN,
            is_slip: Odds::EVEN,
            is_known: Odds::EVEN,
            items: [Odds::EVEN; 4],
            letters: [Odds::EVEN; 128],
            last: 0,
            named: Vec::new(),
            is_strange: false,
        }
    }

    /// How far a moment is behind the one before.
    fn moment(&mut self, at: Moment) -> Option<Moment> {
        let step = at.0.wrapping_sub(self.last) as u64;
        let step = self.steps.ask(&mut self.asked, step)?;
        self.last = self.last.wrapping_add(step as i64);
        Some(Moment(self.last))
    }

    /// What was answered, by its place among what was named before or by its name.
    pub(super) fn subject(&mut self, meant: Option<&Subject>) -> Option<usize> {
        let is_meant = |it: &Option<Subject>| it.is_some() && it.as_ref() == meant;
        let known = self.named.iter().position(is_meant);
        let count = self.named.len();
        if !self.asked.ask(&mut self.is_new, known.is_none()) {
            let size = usize::BITS - count.saturating_sub(1).leading_zeros();
            let place = plain(&mut self.asked, size, known.unwrap_or(0) as u64);
            return usize::try_from(place).ok().filter(|place| *place < count);
        }
        let subject = self.name(meant)?;
        self.named.push(subject);
        Some(count)
    }

    /// What a name means here, which may be nothing.
    fn name(&mut self, meant: Option<&Subject>) -> Option<Option<Subject>> {
        let hash = meant.map(|meant| short(&meant.question, &meant.item));
        let is_known = hash.and_then(|hash| self.names.named(hash))
            == meant.map(|meant| (&meant.question, &meant.item));
        let named = if self.asked.ask(&mut self.is_known, is_known) {
            let hash = plain(&mut self.asked, HASH, hash.unwrap_or(0).into());
            let named = self.names.named(hash as u32);
            self.is_strange |= named.is_none();
            named.map(|(question, item)| (question.clone(), item.clone()))
        } else {
            let question = self.text(meant.map(|meant| meant.question.as_str()))?;
            let kind = match meant.map(|meant| &meant.item) {
                None | Some(Item::Aloud) => 0,
                Some(Item::Exercise) => 1,
                Some(Item::Check(_)) => 2,
            };
            let item = match choice(&mut self.asked, &mut self.items, 2, kind) {
                0 => Item::Aloud,
                1 => Item::Exercise,
                2 => {
                    let check = meant.and_then(|meant| match &meant.item {
                        Item::Check(name) => Some(name.as_str()),
                        Item::Aloud | Item::Exercise => None,
                    });
                    Item::Check(CheckName::parse(&self.text(check)?).ok()?)
                }
                _ => return None,
            };
            Some((QuestionId::parse(&question).ok()?, item))
        };
        let rev = meant.map_or(0, |meant| meant.rev);
        let rev = self.revs.ask(&mut self.asked, rev.into())?;
        let rev = rev.try_into().ok()?;
        Some(named.map(|(question, item)| Subject {
            question,
            item,
            rev,
        }))
    }

    /// A name in full; no name is longer than this reads, and 0 ends it.
    fn text(&mut self, meant: Option<&str>) -> Option<String> {
        let mut text = String::new();
        for place in 0..64 {
            let letter = meant.and_then(|meant| meant.as_bytes().get(place));
            let letter = letter.copied().unwrap_or(0) & 127;
            match choice(&mut self.asked, &mut self.letters, 7, letter) {
                0 => return Some(text),
                letter => text.push(char::from(letter)),
            }
        }
        None
    }

    /// Whether the names are those that were meant: two banks may give one hash to two names.
    pub(super) fn is_meant(&mut self) -> bool {
        let mut all = String::new();
        for subject in self.named.iter().flatten() {
            all.push_str(&full(&subject.question, &subject.item));
        }
        let meant = u64::from(sum(all.as_bytes()) >> (32 - MEANT));
        plain(&mut self.asked, MEANT, meant) == meant
    }

    pub(super) fn count(&mut self, count: usize) -> Option<u64> {
        self.counts.ask(&mut self.asked, count as u64)
    }
}

impl Packing<'_, Packer> {
    pub(super) fn pack(&mut self, history: &History) -> Option<()> {
        self.count(history.rows().len())?;
        self.count(history.undone().len())?;
        for row in history.rows() {
            self.moment(row.at)?;
            self.subject(Some(history.subjects().of(row.subject)))?;
            self.said(row.said.bits(), row.seconds.into(), row.runs.into())?;
        }
        self.last = 0;
        for undo in history.undone() {
            self.moment(undo.at)?;
            self.subject(Some(history.subjects().of(undo.subject)))?;
        }
        self.is_meant();
        // They stand behind, and only where there are any: most codes have none.
        if history.rows().iter().any(|row| row.slip.is_some()) {
            for row in history.rows() {
                self.slip(row.slip)?;
            }
        }
        Some(())
    }
}

impl Packing<'_, Unpacker<'_>> {
    pub(super) fn unpack(&mut self) -> Option<History> {
        let (attempts, undos) = (self.count(0)?, self.count(0)?);
        if attempts > MOST || undos > MOST {
            return None;
        }
        let mut subjects = Subjects::default();
        let (mut rows, mut undone) = (Vec::new(), Vec::new());
        for _ in 0..attempts {
            let (at, subject) = self.about(&mut subjects)?;
            let (said, seconds, runs) = self.said(0, 0, 0)?;
            rows.push(Row {
                at,
                subject,
                said: Said::of_bits(said),
                slip: None,
                seconds: seconds.try_into().ok()?,
                runs: runs.try_into().ok()?,
            });
        }
        self.last = 0;
        for _ in 0..undos {
            let (at, subject) = self.about(&mut subjects)?;
            undone.push(Undo { at, subject });
        }
        self.meant()?;
        if !self.asked.is_at_end() {
            for row in &mut rows {
                row.slip = self.slip(None)?;
            }
        }
        let history = History::of(subjects, rows, undone);
        self.asked.is_at_end().then_some(history)
    }

    /// Nothing, when the names found are not those that were meant.
    pub(super) fn meant(&mut self) -> Option<()> {
        // It cannot be told where a name means nothing here.
        let is_meant = self.is_meant() || self.is_strange;
        self.is_strange |= !is_meant && !self.asked.is_beyond();
        is_meant.then_some(())
    }

    /// Why nothing could be read.
    pub(super) fn why_not(&self) -> Unusable {
        match self.is_strange {
            true => Unusable::Newer,
            false => Unusable::Unreadable,
        }
    }

    fn about(&mut self, subjects: &mut Subjects) -> Option<(Moment, SubjectId)> {
        if self.asked.is_beyond() {
            return None;
        }
        let at = self.moment(Moment(self.last))?;
        let place = self.subject(None)?;
        let subject = self.named.get(place)?.clone()?;
        Some((at, subjects.id(subject)))
    }
}

impl<A: Asked> Packing<'_, A> {
    /// Which wrong answer it was, if the bank knew it.
    fn slip(&mut self, slip: Option<Slip>) -> Option<Option<Slip>> {
        if !self.asked.ask(&mut self.is_slip, slip.is_some()) {
            return Some(None);
        }
        let number = plain(&mut self.asked, SLIP, slip.map_or(0, Slip::number).into());
        Slip::of_number(number.try_into().ok()?).map(Some)
    }

    fn said(&mut self, said: u8, seconds: u64, runs: u64) -> Option<(u8, u64, u64)> {
        Some((
            choice(&mut self.asked, &mut self.said, 5, said),
            self.seconds.ask(&mut self.asked, seconds)?,
            self.runs.ask(&mut self.asked, runs)?,
        ))
    }
}

impl Number {
    /// How many bits it has, then these; the first is 1.
    fn ask(&mut self, asked: &mut impl Asked, number: u64) -> Option<u64> {
        let size = (u64::BITS - number.leading_zeros()) as u8;
        let size = choice(asked, &mut self.sizes, 7, size);
        let tops = self.tops.get_mut(usize::from(size))?;
        let Some(rest) = u32::from(size).checked_sub(1) else {
            return Some(0);
        };
        let few = rest.min(2);
        let top = choice(asked, tops, few, (number >> (rest - few) & 3) as u8);
        let low = plain(asked, rest - few, number);
        Some(((1 << few | u64::from(top)) << (rest - few)) | low)
    }
}

/// One of 2^`bits` choices, by as many questions, each with odds of its own.
fn choice(asked: &mut impl Asked, odds: &mut [Odds], bits: u32, chosen: u8) -> u8 {
    let mut place = 1usize;
    for bit in (0..bits).rev() {
        // There are odds for every place; without some, nothing would be known.
        let mut even = Odds::EVEN;
        let odds = odds.get_mut(place).unwrap_or(&mut even);
        place = place << 1 | usize::from(asked.ask(odds, chosen >> bit & 1 == 1));
    }
    (place ^ 1 << bits) as u8
}

/// The lowest bits of a number, of which nothing is to be expected.
pub(super) fn plain(asked: &mut impl Asked, bits: u32, number: u64) -> u64 {
    (0..bits).rev().fold(0, |found, bit| {
        let yes = asked.ask(&mut { Odds::EVEN }, number >> bit & 1 == 1);
        found << 1 | u64::from(yes)
    })
}
