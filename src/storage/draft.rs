//! What was written for an exercise: the code itself under the question's id, with nothing around it.
//!
//! The key belongs to the question, so two tabs may come to it. A tab that finds what another one has
//! written there meanwhile leaves it alone, and from then on writes beside it, under a key of its own.
//! Nothing that was typed is written over by another tab; what stands beside is offered, and goes when
//! the person says so.

#[cfg(test)]
mod tests;

use crate::storage::save::Saved;
use crate::storage::{BESIDE, DRAFT, Refused, Store};
use bank::name::QuestionId;

/// Where a tab writes for one exercise.
pub struct Draft {
    question: QuestionId,
    /// The key of this tab, once it writes beside.
    beside: String,
    is_beside: bool,
    /// What this tab shows, whether it could be kept or not; nothing when the exercise is as it began.
    last: Option<String>,
    /// What this tab last found or wrote in the common place.
    common: Option<String>,
}

impl Draft {
    /// Finds what was written, by this page if it was writing beside. A page that is loaded again is a new
    /// writer: it finds what stands in the common place, and what it wrote beside among the others.
    pub fn open(store: &dyn Store, question: &QuestionId, writer: &str) -> Draft {
        let beside = beside_key(question, writer);
        let own = read(store, &beside);
        let is_beside = own.is_some();
        let common = load(store, question);
        Draft {
            last: own.or_else(|| common.clone()),
            common,
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
        if kept.is_ok() && !self.is_beside {
            self.common = text.map(str::to_owned);
        }
        self.last = text.map(str::to_owned);
        kept.into()
    }

    /// Whether another tab has something there that is neither known here nor wanted.
    fn is_taken(&self, store: &dyn Store, text: Option<&str>) -> bool {
        let there = load(store, &self.question);
        there.is_some() && there != self.common && there.as_deref() != text
    }

    /// What else was written for it, by other tabs or before another text was taken.
    pub fn others(&self, store: &dyn Store) -> Vec<Other> {
        let mut keys = beside(store, &self.question).unwrap_or_default();
        keys.retain(|key| *key != self.beside);
        keys.sort_unstable();
        let common = key(&self.question);
        keys.insert(0, common.clone());
        // Where this tab writes, its own earlier text stands while a later one cannot be kept.
        let is_own = |key: &str, text: &String| {
            !self.is_beside && key == common && Some(text) == self.common.as_ref()
        };
        let mut others = Vec::new();
        for key in keys {
            if let Some(text) = read(store, &key)
                && Some(&text) != self.last.as_ref()
                && !is_own(&key, &text)
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
            self.common = load(store, &self.question);
            self.last = self.common.clone();
            if self.last.is_none() {
                // It is gone meanwhile: what was offered is what was chosen.
                let kept = self.keep(store, Some(&other.text));
                if kept != Saved::Saved {
                    return kept;
                }
            }
            return store.remove(&self.beside).into();
        }
        match self.keep(store, Some(&other.text)) {
            Saved::Saved => other.forget(store),
            worse @ (Saved::Full | Saved::Blocked) => worse,
        }
    }

    fn set_aside(&self, store: &dyn Store, text: &str) -> Result<(), Refused> {
        store.write(&spare(store, &self.beside, text)?, text)
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

/// All that is kept, in the order of the questions. Of several for one question, what stands in the common
/// place is the last.
pub fn all(store: &dyn Store) -> Vec<(QuestionId, String)> {
    let mut all = Vec::new();
    for key in store.keys().unwrap_or_default() {
        let common = key.strip_prefix(DRAFT);
        let beside = key.strip_prefix(BESIDE);
        let id = common.or_else(|| Some(beside?.split_once('.')?.0));
        if let Some(id) = id
            && let Ok(id) = QuestionId::parse(id)
            && let Some(code) = read(store, &key)
        {
            all.push((id, common.is_some(), code));
        }
    }
    all.sort();
    all.dedup_by(|a, b| (&a.0, &a.2) == (&b.0, &b.2));
    all.into_iter().map(|(id, _, code)| (id, code)).collect()
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

/// Where a writer writes beside it.
pub fn beside_key(question: &QuestionId, writer: &str) -> String {
    [BESIDE, question.as_str(), ".", writer].concat()
}

/// A place next to one beside, where nothing else stands than this text.
pub fn spare(store: &dyn Store, beside: &str, text: &str) -> Result<String, Refused> {
    let mut number = 0;
    loop {
        let spare = [beside, "-", &number.to_string()].concat();
        match store.read(&spare)? {
            Some(kept) if kept != text => number += 1,
            Some(_) | None => return Ok(spare),
        }
    }
}
