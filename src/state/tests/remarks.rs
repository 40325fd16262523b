//! Bookmarks and notes: kept, told when they are not, the latest in every tab, erased with the answers.

use super::*;
use crate::storage::NOTE;

#[test]
fn remarks_are_there_after_a_reload_and_the_latest_counts_in_every_tab() {
    let store = fresh();
    let bookmarks = |state: AppState| untrack(|| state.bookmarked());
    let note = |state: AppState| untrack(|| state.note(&gil()));
    with(&store, |one| {
        let other = open(one.bank, store.clone());
        assert_eq!(one.bookmark(&gil(), Moment(5)), Saved::Saved);
        assert_eq!(bookmarks(other), [gil()]);
        assert_eq!(other.write_note(&gil(), "one", Moment(9)), Saved::Saved);
        // Its clock is behind.
        assert_eq!(one.write_note(&gil(), "one lock", Moment(6)), Saved::Saved);
        assert_eq!(
            (note(one), note(other)),
            ("one lock".to_owned(), "one lock".to_owned())
        );
    });
    with(&store, |state| {
        assert_eq!(bookmarks(state), [gil()]);
        assert_eq!(note(state), "one lock");
        assert_eq!(state.bookmark(&gil(), Moment(1)), Saved::Saved);
        assert_eq!(bookmarks(state), []);
        assert_eq!(state.erase(None, NOW), Saved::Saved);
        assert_eq!(note(state), "");
    });
    assert!(store.texts().keys().all(|key| !key.starts_with(NOTE)));
}

#[test]
fn what_cannot_be_kept_is_told_and_known_until_the_page_is_left() {
    let store = Rc::new(MemoryStore::default().refuse_writes(Refused::Full));
    with(&store, |state| {
        assert_eq!(state.write_note(&gil(), "a", NOW), Saved::Full);
        assert_eq!(state.bookmark(&gil(), NOW), Saved::Full);
        assert_eq!(name(state), Some("full"));
        assert_eq!(untrack(|| state.note(&gil())), "a");
        assert_eq!(untrack(|| state.bookmarked()), [gil()]);
        store.allow_writes();
        assert_eq!(state.write_note(&gil(), "ab", NOW), Saved::Saved);
        assert_eq!(untrack(|| state.note(&gil())), "ab");
    });
    with(&store, |state| {
        assert_eq!(untrack(|| state.note(&gil())), "ab");
        assert_eq!(untrack(|| state.bookmarked()), []);
    });
}

#[test]
fn remarks_on_the_questions_of_a_topic_are_erased_with_its_answers() {
    let store = fresh();
    with(&store, |state| {
        let other = state.bank.questions().first().unwrap().id.clone();
        for id in [&gil(), &other] {
            assert_eq!(state.write_note(id, "a", NOW), Saved::Saved);
            let mut draft = state.draft(id);
            assert_eq!(state.keep_draft(&mut draft, Some("x")), Saved::Saved);
        }
        let topic = state.bank.question(&gil()).unwrap().topic.clone();
        assert_eq!(state.erase(Some(&topic), NOW), Saved::Saved);
        assert_eq!(untrack(|| state.note(&gil())), "");
        assert_eq!(state.draft(&gil()).text(), None);
        assert_eq!(untrack(|| state.note(&other)), "a");
        assert_eq!(state.draft(&other).text(), Some("x"));
    });
}

const BESIDE: &str = include_str!("../../../tests/saved/backup-v4-beside.json");

#[test]
fn what_a_backup_holds_beside_the_answers_is_added_where_it_is_new() {
    let store = fresh();
    with(&store, |state| {
        assert_eq!(
            state.write_note(&gil(), "mine, and later", Moment(1_900_000_000_000)),
            Saved::Saved
        );
        let palindrome = QuestionId::parse("palindrome").unwrap();
        let preview = state.preview(BESIDE).unwrap();
        assert_eq!((preview.new_remarks, preview.new_drafts), (3, 1));
        assert_eq!(state.draft(&palindrome).text(), None);
        assert_eq!(state.restore(), Saved::Saved);
        assert_eq!(untrack(|| state.note(&gil())), "mine, and later");
        assert_eq!(untrack(|| state.bookmarked()), [gil()]);
        assert!(state.draft(&palindrome).text().is_some());
        let again = state.preview(BESIDE).unwrap();
        assert_eq!((again.new_remarks, again.new_drafts), (0, 0));
        let own = state.backup(NOW);
        assert_eq!(state.erase(None, NOW), Saved::Saved);
        let preview = state.preview(&own).unwrap();
        assert_eq!((preview.new_remarks, preview.new_drafts), (4, 1));
        assert_eq!(state.restore(), Saved::Saved);
        assert_eq!(state.backup(NOW), own);
    });
}

#[test]
fn without_room_for_all_of_a_backup_nothing_of_it_is_kept() {
    for refused in [LOG, NOTE, "pydrill.draft."] {
        let store = fresh();
        with(&store, |state| {
            assert_eq!(state.bookmark(&gil(), Moment(1)), Saved::Saved);
            let before = store.texts();
            assert_eq!(state.preview(BESIDE).unwrap().new_drafts, 1);
            store.refuse_keys(refused);
            assert_eq!(state.restore(), Saved::Full);
            assert_eq!(store.texts(), before, "{refused}");
        });
    }
}

/// Who erased a topic to make room used to lose the note for which there had been none.
#[test]
fn what_had_no_room_survives_the_erasing_of_something_else() {
    // Whether there is room afterwards, and whether it can be erased at all.
    for (has_room, is_erased) in [(true, true), (false, true), (false, false)] {
        let store = fresh();
        with(&store, |state| {
            let other = state.bank.questions().first().unwrap();
            let topic = other.topic.clone();
            assert_ne!(topic, state.bank.question(&gil()).unwrap().topic);
            assert_eq!(state.write_note(&other.id, "a", NOW), Saved::Saved);
            assert_eq!(state.write_note(&gil(), "old", NOW), Saved::Saved);
            store.refuse_keys("pydrill.");
            assert_eq!(state.write_note(&gil(), "new", NOW), Saved::Full);
            assert_eq!(state.bookmark(&gil(), NOW), Saved::Full);
            assert_eq!(state.write_note(&other.id, "b", NOW), Saved::Full);
            if has_room {
                store.refuse_keys("none");
            } else if is_erased {
                store.refuse_keys("pydrill.note.");
            } else {
                store.refuse_after(0);
            }
            let erased = state.erase(Some(&topic), NOW);
            assert_eq!(erased == Saved::Saved, is_erased);
            assert_eq!(untrack(|| state.note(&gil())), "new");
            assert_eq!(untrack(|| state.bookmarked()), [gil()]);
            let of_topic = if is_erased { "" } else { "b" };
            assert_eq!(untrack(|| state.note(&other.id)), of_topic);
            assert_eq!(name(state).is_none(), has_room);
            store.refuse_keys("none");
            store.allow_writes();
            assert_eq!(state.erase(Some(&topic), NOW), Saved::Saved);
            assert_eq!(name(state), None);
        });
        with(&store, |state| {
            assert_eq!(untrack(|| state.note(&gil())), "new");
            assert_eq!(untrack(|| state.bookmarked()), [gil()]);
        });
    }
}

#[test]
fn what_had_no_room_survives_that_another_tab_erases_something_else_and_goes_with_everything() {
    let store = fresh();
    with(&store, |state| {
        let topic = state.bank.questions().first().unwrap().topic.clone();
        store.refuse_keys(NOTE);
        assert_eq!(state.write_note(&gil(), "new", NOW), Saved::Full);
        state.hear("pydrill.erased", &["7 ", topic.as_str()].concat());
        assert_eq!(untrack(|| state.note(&gil())), "new");
        // When it is about to be written, what stood there is removed first.
        state.hear("pydrill.erased", "");
        assert_eq!(untrack(|| state.note(&gil())), "new");
        state.hear("pydrill.erased", "8 ");
        assert_eq!(untrack(|| state.note(&gil())), "");
    });
}

/// What a tab wrote beside another one used to be missing.
#[test]
fn a_backup_holds_all_code_for_an_exercise() {
    let store = fresh();
    with(&store, |one| {
        let other = open(one.bank, store.clone());
        let id = QuestionId::parse("palindrome").unwrap();
        let (mut here, mut there) = (one.draft(&id), other.draft(&id));
        assert_eq!(one.keep_draft(&mut here, Some("first")), Saved::Saved);
        assert_eq!(other.keep_draft(&mut there, Some("second")), Saved::Saved);
        let backup = one.backup(NOW);
        assert_eq!(one.erase(None, NOW), Saved::Saved);
        assert_eq!(one.preview(&backup).unwrap().new_drafts, 1);
        let before = store.texts();
        store.refuse_keys("pydrill.draft.");
        assert_eq!(one.restore(), Saved::Full);
        assert_eq!(store.texts(), before);
        store.refuse_keys("none");
        assert_eq!(one.preview(&backup).unwrap().new_drafts, 1);
        assert_eq!(one.restore(), Saved::Saved);
        let found = one.draft(&id);
        assert_eq!(found.text(), Some("first"));
        let others = untrack(|| one.other_drafts(&found));
        let texts: Vec<&str> = others.iter().map(|other| &*other.text).collect();
        assert_eq!(texts, ["second"]);
        assert_eq!(one.backup(NOW), backup);
        assert_eq!(one.preview(&backup).unwrap().new_drafts, 0);
    });
}
