//! Sittings: each tab keeps its own, so that two tabs do not overwrite each other's.
//!
//! A tab that is loaded again finds its own; a new one goes on with the latest that was left. The
//! attempts of a sitting are in the log either way.

use crate::practice::history::Present;
use crate::practice::session::{Session, Stage};
use crate::practice::time::Moment;
use crate::storage::shape::session as saved;
use crate::storage::{Refused, SESSION, Store};
use bank::name::QuestionId;

/// More that were left are forgotten, the oldest first.
const KEPT: usize = 8;

/// Where this tab keeps its sitting.
pub struct Place {
    own: String,
    /// Where the sitting was found: it moves to `own` when it goes on.
    from: Option<String>,
}

impl Place {
    /// The place of a writer, whom no other tab is.
    pub fn of(writer: &str) -> Place {
        Place {
            own: [SESSION, ".", writer].concat(),
            from: None,
        }
    }

    /// The sitting to go on with, if there is one.
    pub fn load(&mut self, store: &dyn Store, present: Present<'_>) -> Option<Session> {
        let mut left = left(store, present);
        let remembered = store.own_sitting();
        let own = left
            .iter()
            .position(|(key, ..)| Some(key) == remembered.as_ref());
        let place = own.or_else(|| place_of(left.iter().map(rank).max(), &left))?;
        let (key, _, session) = left.swap_remove(place);
        while left.len() >= KEPT
            && let Some(place) = place_of(left.iter().map(rank).min(), &left)
        {
            let (key, ..) = left.swap_remove(place);
            let _ = store.remove(&key);
        }
        self.from = Some(key);
        Some(session)
    }

    /// Keeps a sitting that has begun. What another tab left stays there.
    pub fn begin(
        &mut self,
        store: &dyn Store,
        session: &Session,
        at: Moment,
    ) -> Result<(), Refused> {
        if self.from != store.own_sitting() {
            self.from = None;
        }
        self.go_on(store, session, at)
    }

    /// Keeps how far a sitting has come.
    pub fn go_on(
        &mut self,
        store: &dyn Store,
        session: &Session,
        at: Moment,
    ) -> Result<(), Refused> {
        store.write(&self.own, &saved::write(session, at))?;
        store.remember_sitting(&self.own);
        match self.from.replace(self.own.clone()) {
            Some(from) if from != self.own => store.remove(&from),
            Some(_) | None => Ok(()),
        }
    }
}

/// Forgets the sittings that ask some questions, in whatever tab.
pub fn forget(store: &dyn Store, is_of: &dyn Fn(&QuestionId) -> bool) -> Result<(), Refused> {
    for (key, _, session) in left(store, &QuestionId::clone) {
        if session.steps().iter().any(|step| is_of(&step.question)) {
            store.remove(&key)?;
        }
    }
    Ok(())
}

/// A sitting with its key, and when it was saved.
type Left = (String, Moment, Session);

/// Those under way come after those that are over, the latest last.
fn rank((_, at, session): &Left) -> (bool, Moment) {
    (session.stage() != Stage::Over, *at)
}

fn place_of(wanted: Option<(bool, Moment)>, left: &[Left]) -> Option<usize> {
    left.iter().position(|it| Some(rank(it)) == wanted)
}

/// All sittings that can be read.
fn left(store: &dyn Store, present: Present<'_>) -> Vec<Left> {
    let mut left = Vec::new();
    for key in store.keys().unwrap_or_default() {
        if key.starts_with(SESSION)
            && let Ok(Some(text)) = store.read(&key)
            && let Ok((at, session)) = saved::read(&text, present)
        {
            left.push((key, at, session));
        }
    }
    left
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::session::Answered;
    use crate::storage::memory::MemoryStore;
    use bank::answer::Verdict;

    const V1: &str = include_str!("../../tests/saved/session-v1.json");

    fn sitting() -> Session {
        saved::read(V1, &QuestionId::clone).unwrap().1
    }

    fn right(session: Session) -> Session {
        let right = Answered {
            verdict: Verdict::Correct,
            given: None,
        };
        session.next().answer(right, None)
    }

    fn load(store: &MemoryStore, writer: &str) -> (Place, Option<Session>) {
        let mut place = Place::of(writer);
        let session = place.load(store, &QuestionId::clone);
        (place, session)
    }

    fn keys(store: &MemoryStore) -> Vec<String> {
        store.texts().into_keys().collect()
    }

    #[test]
    fn a_sitting_of_an_earlier_version_goes_on() {
        let store = MemoryStore::with(SESSION, V1);
        let (mut place, found) = load(&store, "a");
        assert_eq!(found, Some(sitting()));
        let next = sitting().next();
        assert_eq!(place.go_on(&store, &next, Moment(2)), Ok(()));
        assert_eq!(keys(&store), ["pydrill.session.a"]);
        assert_eq!(load(&store, "b").1, Some(next));
    }

    #[test]
    fn two_tabs_keep_a_sitting_each_and_a_reload_finds_its_own() {
        let store = MemoryStore::default();
        let other = store.another_tab();
        let (mut one, _) = load(&store, "a");
        let (mut two, _) = load(&other, "b");
        assert_eq!(one.begin(&store, &sitting(), Moment(1)), Ok(()));
        let ahead = right(sitting());
        assert_eq!(two.begin(&other, &ahead, Moment(2)), Ok(()));
        assert_eq!(keys(&store).len(), 2);
        assert_eq!(load(&store, "c").1, Some(sitting()));
        assert_eq!(load(&other, "d").1, Some(ahead.clone()));
        assert_eq!(load(&store.another_tab(), "e").1, Some(ahead));
    }

    #[test]
    fn a_new_tab_takes_over_what_was_left_only_when_it_goes_on_with_it() {
        let store = MemoryStore::default();
        let (mut one, _) = load(&store, "a");
        assert_eq!(one.begin(&store, &sitting(), Moment(1)), Ok(()));
        let other = store.another_tab();
        let (mut two, found) = load(&other, "b");
        assert_eq!(found, Some(sitting()));
        assert_eq!(two.begin(&other, &sitting(), Moment(2)), Ok(()));
        assert_eq!(keys(&store), ["pydrill.session.a", "pydrill.session.b"]);
        let (mut three, _) = load(&store.another_tab(), "c");
        assert_eq!(three.go_on(&store, &sitting().next(), Moment(3)), Ok(()));
        assert_eq!(keys(&store), ["pydrill.session.a", "pydrill.session.c"]);
    }

    #[test]
    fn what_is_over_is_shown_only_when_nothing_is_under_way() {
        let store = MemoryStore::default();
        let over = right(sitting()).next();
        assert_eq!(over.stage(), Stage::Over);
        let (mut one, _) = load(&store.another_tab(), "a");
        assert_eq!(one.begin(&store.another_tab(), &over, Moment(5)), Ok(()));
        assert_eq!(load(&store, "c").1, Some(over));
        let (mut two, _) = load(&store.another_tab(), "b");
        assert_eq!(
            two.begin(&store.another_tab(), &sitting(), Moment(1)),
            Ok(())
        );
        assert_eq!(load(&store, "c").1, Some(sitting()));
    }

    #[test]
    fn what_asks_about_a_question_is_forgotten_and_nothing_else() {
        let store = MemoryStore::with(SESSION, V1);
        let asked = sitting().steps()[0].question.clone();
        assert_eq!(forget(&store, &|id| id.as_str() == "gil-2"), Ok(()));
        assert_eq!(keys(&store), [SESSION]);
        assert_eq!(forget(&store, &|id| *id == asked), Ok(()));
        assert!(keys(&store).is_empty());
    }

    #[test]
    fn sittings_that_were_left_do_not_pile_up() {
        let store = MemoryStore::default();
        for tab in 0..20 {
            let mut place = Place::of(&tab.to_string());
            let tab = store.another_tab();
            assert_eq!(place.begin(&tab, &sitting(), Moment(3)), Ok(()));
        }
        load(&store, "me");
        assert_eq!(keys(&store).len(), KEPT);
        // One's own stays, however old it is.
        for tab in 0..20 {
            let mut place = Place::of(&tab.to_string());
            let tab = store.another_tab();
            assert_eq!(place.begin(&tab, &sitting(), Moment(3)), Ok(()));
        }
        store.write(SESSION, V1).unwrap();
        store.remember_sitting(SESSION);
        let (place, _) = load(&store, "me");
        assert_eq!(place.from.as_deref(), Some(SESSION));
        assert_eq!(store.read(SESSION), Ok(Some(V1.to_owned())));
    }
}
