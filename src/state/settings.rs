//! What the person sets, here or in another tab: of each setting the latest choice holds.
//!
//! What a newer build has set is left alone, because this one would drop what only that one knows.

use crate::settings::{Keys, Settings, Sureness, Theme};
use crate::state::AppState;
use crate::storage::save::{self, Saved};
use crate::storage::{SETTINGS, Unusable, load, note};
use leptos::prelude::*;

impl AppState {
    /// The theme.
    pub fn theme(self) -> Theme {
        self.kept.get_value().settings.get().theme
    }

    /// Sets the theme.
    pub fn choose_theme(self, theme: Theme) -> Saved {
        let settings = self.settings();
        self.choose(Settings { theme, ..settings })
    }

    /// What is set now. What another tab has kept since holds here as well; this tab may not have heard
    /// of it yet.
    pub(super) fn settings(self) -> Settings {
        let kept = self.kept.get_value();
        let stored = load::settings(&*kept.store);
        if stored != kept.stored.replace(stored)
            && let Ok(Some(settings)) = stored
        {
            kept.settings.set(settings);
        }
        kept.settings.get()
    }

    /// Keeps what follows from [`AppState::settings`], unless a newer build has kept settings meanwhile.
    pub(super) fn choose(self, settings: Settings) -> Saved {
        let kept = self.kept.get_value();
        kept.settings.set(settings);
        if kept.stored.get() == Err(Unusable::Newer) {
            self.trouble_is(self.troubles.get_untracked().with_newer_settings());
            return Saved::Blocked;
        }
        let saved = save::settings(&*kept.store, settings);
        if saved == Saved::Saved {
            kept.stored.set(Ok(Some(settings)));
        }
        self.tell_besides(saved)
    }

    /// Whether the person is asked how sure they are.
    pub fn sureness(self) -> Sureness {
        self.kept.get_value().sureness.get()
    }

    /// Sets whether they are.
    pub fn choose_sureness(self, sureness: Sureness) -> Saved {
        let kept = self.kept.get_value();
        kept.sureness.set(sureness);
        self.tell_besides(note::remember_sureness(&*kept.store, sureness).into())
    }

    /// Whether keys do things anywhere on a page.
    pub fn keys(self) -> Keys {
        self.kept.get_value().keys.get()
    }

    /// Sets whether they do.
    pub fn choose_keys(self, keys: Keys) -> Saved {
        let kept = self.kept.get_value();
        kept.keys.set(keys);
        self.tell_besides(note::remember_keys(&*kept.store, keys).into())
    }

    /// Another tab has set something.
    pub(super) fn hear_of_settings(self, key: &str) {
        let kept = self.kept.get_value();
        match key {
            SETTINGS => {
                let _ = self.settings();
            }
            note::SURENESS => kept.sureness.set(note::sureness(&*kept.store)),
            note::KEYS => kept.keys.set(note::keys(&*kept.store)),
            _ => {}
        }
        self.heard.update(|count| *count += 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::plan::Aim;
    use crate::practice::time::Day;
    use crate::state::tests::{fresh, name, open, with};
    use crate::storage::Store;
    use crate::storage::memory::MemoryStore;
    use std::rc::Rc;

    const NEWER: &str = r#"{"version":9,"theme":"dark","voice":"low"}"#;

    fn aim() -> Aim {
        Aim {
            interview: Some(Day(20_801)),
            minutes: 45,
            ..Aim::default()
        }
    }

    /// A tab that was open before used to write the old day of the interview over the new one.
    #[test]
    fn what_one_tab_sets_holds_in_the_others_and_stays() {
        for is_heard in [true, false] {
            let store = fresh();
            with(&store, |one| {
                let other = open(one.bank, store.clone());
                assert_eq!(one.choose_aim(aim()), Saved::Saved);
                if is_heard {
                    other.hear(SETTINGS, &store.texts()[SETTINGS]);
                    assert_eq!(other.aim(), aim());
                }
                assert_eq!(other.choose_theme(Theme::Dark), Saved::Saved);
                assert_eq!((other.aim(), other.theme()), (aim(), Theme::Dark));
                one.hear(SETTINGS, &store.texts()[SETTINGS]);
                assert_eq!((one.aim(), one.theme()), (aim(), Theme::Dark));
                let again = open(one.bank, store.clone());
                assert_eq!((again.aim(), again.theme()), (aim(), Theme::Dark));
            });
        }
    }

    #[test]
    fn what_could_not_be_kept_is_kept_with_the_next_choice() {
        let store = fresh();
        with(&store, |state| {
            assert_eq!(state.choose_theme(Theme::Light), Saved::Saved);
            store.refuse_after(0);
            assert_eq!(state.choose_aim(aim()), Saved::Full);
            store.allow_writes();
            assert_eq!(state.choose_theme(Theme::Dark), Saved::Saved);
            let again = open(state.bank, store.clone());
            assert_eq!((again.aim(), again.theme()), (aim(), Theme::Dark));
        });
    }

    #[test]
    fn what_is_set_about_answering_is_heard_in_the_other_tabs() {
        let store = fresh();
        with(&store, |one| {
            let other = open(one.bank, store.clone());
            let hear = |key| other.hear(key, store.texts().get(key).map_or("", |text| text));
            assert_eq!(one.choose_sureness(Sureness::Asked), Saved::Saved);
            assert_eq!(one.choose_keys(Keys::Off), Saved::Saved);
            hear(note::SURENESS);
            assert_eq!(
                (other.sureness(), other.keys()),
                (Sureness::Asked, Keys::On)
            );
            hear(note::KEYS);
            assert_eq!(other.keys(), Keys::Off);
            assert_eq!(one.choose_sureness(Sureness::Unasked), Saved::Saved);
            hear(note::SURENESS);
            assert_eq!(other.sureness(), Sureness::Unasked);
        });
    }

    /// They used to be replaced by those that this build knows.
    #[test]
    fn settings_of_a_newer_build_are_told_and_left_alone() {
        let store = Rc::new(MemoryStore::with(SETTINGS, NEWER));
        with(&store, |state| {
            assert_eq!(name(state), Some("newer-settings"));
            state.take_note();
            assert_eq!(state.choose_aim(aim()), Saved::Blocked);
            assert_eq!(state.choose_theme(Theme::Light), Saved::Blocked);
            assert_eq!((state.aim(), state.theme()), (aim(), Theme::Light));
            assert_eq!(store.read(SETTINGS).unwrap().as_deref(), Some(NEWER));
        });
        let store = fresh();
        with(&store, |state| {
            store.write(SETTINGS, NEWER).unwrap();
            assert_eq!(name(state), None);
            assert_eq!(state.choose_theme(Theme::Light), Saved::Blocked);
            assert_eq!(name(state), Some("newer-settings"));
            assert_eq!(store.read(SETTINGS).unwrap().as_deref(), Some(NEWER));
        });
    }
}
