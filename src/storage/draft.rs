//! What was written for an exercise: the code itself under the question's id, with nothing around it.
//!
//! The key belongs to the question, so two tabs may come to it. A tab that finds what another one has
//! written there meanwhile leaves it alone, and from then on writes beside it, under a key of its own.
//! Nothing that was typed is written over by another tab; what stands beside is offered, and goes when
//! the person says so.

use crate::storage::save::Saved;
use crate::storage::{BESIDE, DRAFT, Refused, Store};
use bank::name::QuestionId;

/// Where a tab writes for one exercise.
pub struct Draft {
    question: QuestionId,
    /// The key of this tab, once it writes beside.
    beside: String,
    is_beside: bool,
    /// What this tab last read or wrote; nothing when the exercise is as it began.
    last: Option<String>,
}

impl Draft {
    /// Finds what was written, by this tab if it was writing beside.
    pub fn open(store: &dyn Store, question: &QuestionId, writer: &str) -> Draft {
        let beside = [BESIDE, question.as_str(), ".", writer].concat();
        let own = read(store, &beside);
        let is_beside = own.is_some();
        Draft {
            last: own.or_else(|| load(store, question)),
            question: question.clone(),
            beside,
            is_beside,
        }
    }

    /// What was written, if it is not as the exercise began.
    pub fn text(&self) -> Option<&str> {
        self.last.as_deref()
    }

    /// Keeps what is written now; nothing when it is as the exercise began.
    pub fn keep(&mut self, store: &dyn Store, text: Option<&str>) -> Saved {
        if !self.is_beside && self.is_taken(store, text) {
            self.is_beside = true;
        }
        let key = match self.is_beside {
            true => self.beside.clone(),
            false => key(&self.question),
        };
        let kept = match text {
            Some(text) => store.write(&key, text),
            None => store.remove(&key),
        };
        self.last = text.map(str::to_owned);
        kept.into()
    }

    /// Whether another tab has something there that is neither known here nor wanted.
    fn is_taken(&self, store: &dyn Store, text: Option<&str>) -> bool {
        let there = load(store, &self.question);
        there.is_some() && there != self.last && there.as_deref() != text
    }

    /// What else was written for it, by other tabs or before another text was taken.
    pub fn others(&self, store: &dyn Store) -> Vec<Other> {
        let mut keys = beside(store, &self.question).unwrap_or_default();
        keys.retain(|key| *key != self.beside);
        keys.sort_unstable();
        keys.insert(0, key(&self.question));
        let mut others = Vec::new();
        for key in keys {
            if let Some(text) = read(store, &key)
                && Some(&text) != self.last.as_ref()
            {
                others.push(Other { key, text });
            }
        }
        others
    }

    /// Goes on with one of the others. What stood here is kept beside.
    pub fn take(&mut self, store: &dyn Store, other: &Other) -> Saved {
        if let Some(own) = &self.last
            && let Err(why) = self.set_aside(store, own)
        {
            return Err(why).into();
        }
        if other.key == key(&self.question) {
            // Back to where everybody writes.
            self.is_beside = false;
            self.last = load(store, &self.question);
            return store.remove(&self.beside).into();
        }
        match self.keep(store, Some(&other.text)) {
            Saved::Saved => other.forget(store),
            worse @ (Saved::Full | Saved::Blocked) => worse,
        }
    }

    fn set_aside(&self, store: &dyn Store, text: &str) -> Result<(), Refused> {
        let mut number = 0;
        loop {
            let spare = [&self.beside, "-", &number.to_string()].concat();
            match store.read(&spare)? {
                Some(kept) if kept != text => number += 1,
                Some(_) | None => return store.write(&spare, text),
            }
        }
    }
}

/// What else was written for an exercise.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Other {
    key: String,
    /// The code.
    pub text: String,
}

impl Other {
    /// Forgets it, unless a tab has gone on with it meanwhile.
    pub fn forget(&self, store: &dyn Store) -> Saved {
        match read(store, &self.key) {
            Some(now) if now != self.text => Saved::Saved,
            Some(_) | None => store.remove(&self.key).into(),
        }
    }
}

/// What was written for the exercise of a question.
pub fn load(store: &dyn Store, question: &QuestionId) -> Option<String> {
    read(store, &key(question))
}

/// Forgets what was written for the exercise of a question, in whatever tab.
pub fn discard(store: &dyn Store, question: &QuestionId) -> Result<(), Refused> {
    for key in beside(store, question)? {
        store.remove(&key)?;
    }
    store.remove(&key(question))
}

/// All that stand in the common place, in the order of their questions.
pub fn all(store: &dyn Store) -> Vec<(QuestionId, String)> {
    let mut all = Vec::new();
    for key in store.keys().unwrap_or_default() {
        if let Some(id) = key.strip_prefix(DRAFT)
            && let Ok(id) = QuestionId::parse(id)
            && let Some(code) = load(store, &id)
        {
            all.push((id, code));
        }
    }
    all.sort();
    all
}

/// Whether a key is that of a draft.
pub fn is_key(key: &str) -> bool {
    key.starts_with(DRAFT) || key.starts_with(BESIDE)
}

fn beside(store: &dyn Store, question: &QuestionId) -> Result<Vec<String>, Refused> {
    let start = [BESIDE, question.as_str(), "."].concat();
    let mut keys = store.keys()?;
    keys.retain(|key| key.starts_with(&start));
    Ok(keys)
}

fn read(store: &dyn Store, key: &str) -> Option<String> {
    store.read(key).ok().flatten()
}

/// The common place for a question.
pub fn key(question: &QuestionId) -> String {
    [DRAFT, question.as_str()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::shuffle::SplitMix64;
    use crate::storage::memory::MemoryStore;

    fn palindrome() -> QuestionId {
        QuestionId::parse("palindrome").unwrap()
    }

    fn open(store: &MemoryStore, writer: &str) -> Draft {
        Draft::open(store, &palindrome(), writer)
    }

    fn texts(draft: &Draft, store: &MemoryStore) -> Vec<String> {
        let others = draft.others(store).into_iter();
        others.map(|other| other.text).collect()
    }

    #[test]
    fn a_draft_is_kept_until_the_exercise_is_begun_again() {
        let store = MemoryStore::default();
        let mut draft = open(&store, "a");
        assert_eq!(draft.text(), None);
        assert_eq!(draft.keep(&store, Some("x = 1\n")), Saved::Saved);
        assert_eq!(open(&store, "b").text(), Some("x = 1\n"));
        let other = QuestionId::parse("anagram-check").unwrap();
        assert_eq!(load(&store, &other), None);
        assert_eq!(draft.keep(&store, None), Saved::Saved);
        assert_eq!(open(&store, "b").text(), None);
        let full = MemoryStore::default().refuse_writes(Refused::Full);
        assert_eq!(open(&full, "a").keep(&full, Some("x")), Saved::Full);
    }

    /// Two tabs on one exercise used to write over each other.
    #[test]
    fn what_another_tab_has_written_is_left_alone_and_offered() {
        let store = MemoryStore::default();
        let (mut one, mut two) = (open(&store, "a"), open(&store, "b"));
        assert_eq!(one.keep(&store, Some("one")), Saved::Saved);
        assert_eq!(texts(&two, &store), ["one"]);
        assert_eq!(two.keep(&store, Some("two")), Saved::Saved);
        assert_eq!(load(&store, &palindrome()).as_deref(), Some("one"));
        assert_eq!(texts(&one, &store), ["two"]);
        assert_eq!(one.keep(&store, Some("one more")), Saved::Saved);
        assert_eq!(texts(&two, &store), ["one more"]);
        // The same tab finds its own again, a new one what stands in the common place.
        assert_eq!(open(&store, "b").text(), Some("two"));
        let mut three = open(&store, "c");
        assert_eq!(
            (three.text(), texts(&three, &store)),
            (Some("one more"), vec!["two".to_owned()])
        );
        let other = three.others(&store).remove(0);
        assert_eq!(three.take(&store, &other), Saved::Saved);
        assert_eq!(
            (three.text(), texts(&three, &store)),
            (Some("two"), vec!["one more".to_owned()])
        );
        assert_eq!(load(&store, &palindrome()).as_deref(), Some("two"));
        assert_eq!(three.others(&store)[0].forget(&store), Saved::Saved);
        assert_eq!(store.texts().len(), 1);
    }

    #[test]
    fn who_takes_what_stands_in_the_common_place_writes_there_again() {
        let store = MemoryStore::default();
        let (mut one, mut two) = (open(&store, "a"), open(&store, "b"));
        assert_eq!(one.keep(&store, Some("one")), Saved::Saved);
        assert_eq!(two.keep(&store, Some("two")), Saved::Saved);
        let common = two.others(&store).remove(0);
        assert_eq!(two.take(&store, &common), Saved::Saved);
        assert_eq!(two.keep(&store, Some("one and two")), Saved::Saved);
        assert_eq!(load(&store, &palindrome()).as_deref(), Some("one and two"));
        assert_eq!(texts(&two, &store), ["two"]);
        assert_eq!(discard(&store, &palindrome()), Ok(()));
        assert_eq!(store.texts().len(), 0);
    }

    #[test]
    fn what_is_the_same_in_both_tabs_is_no_conflict() {
        let store = MemoryStore::default();
        let (mut one, mut two) = (open(&store, "a"), open(&store, "b"));
        assert_eq!(one.keep(&store, Some("x")), Saved::Saved);
        assert_eq!(two.keep(&store, Some("x")), Saved::Saved);
        assert_eq!(one.keep(&store, None), Saved::Saved);
        assert_eq!(two.keep(&store, Some("xy")), Saved::Saved);
        assert_eq!(store.texts().len(), 1);
    }

    /// Whatever tabs do, the last that each of them wrote stands somewhere.
    #[test]
    fn nothing_that_was_typed_is_written_over_by_another_tab() {
        for seed in 0..2_000 {
            let mut chance = SplitMix64(seed);
            let store = MemoryStore::default();
            let mut tabs: Vec<_> = ["a", "b", "c"].map(|name| open(&store, name)).into();
            let mut last = [const { None::<String> }; 3];
            for step in 0..20 {
                let tab = chance.below(3);
                let others = tabs[tab].others(&store);
                if chance.below(4) == 0 && !others.is_empty() {
                    let other = &others[chance.below(others.len())];
                    assert_eq!(tabs[tab].take(&store, other), Saved::Saved);
                    // From now on it is what this tab goes on with.
                    for text in last
                        .iter_mut()
                        .filter(|text| text.as_ref() == Some(&other.text))
                    {
                        *text = None;
                    }
                } else {
                    let text = format!("{tab} at {step}");
                    assert_eq!(tabs[tab].keep(&store, Some(&text)), Saved::Saved);
                    last[tab] = Some(text);
                }
                let kept: Vec<_> = store.texts().into_values().collect();
                for text in last.iter().flatten() {
                    assert!(kept.contains(text), "{seed} {step}: {text} in {kept:?}");
                }
                let shown = tabs[tab].text().map(str::to_owned);
                assert!(kept.contains(&shown.unwrap()), "{seed} {step}: {kept:?}");
            }
        }
    }
}
