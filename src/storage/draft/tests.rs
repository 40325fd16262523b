//! What is typed is kept, whatever other tabs do and however often there is no room.

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
    // The same page finds its own again, a new one what stands in the common place.
    assert_eq!(open(&store, "b").text(), Some("two"));
    let loaded_again = open(&store, "b2");
    assert_eq!(loaded_again.text(), Some("one more"));
    assert_eq!(texts(&loaded_again, &store), ["two"]);
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

/// A tab used to take its own code for another tab's once a save was refused, and never came back to
/// the common place.
#[test]
fn a_tab_that_finds_no_room_goes_on_where_it_was_when_there_is_some() {
    let store = MemoryStore::default();
    let mut draft = open(&store, "a");
    assert_eq!(draft.keep(&store, Some("abc")), Saved::Saved);
    store.refuse_after(0);
    for text in ["abcd", "abcde"] {
        assert_eq!(draft.keep(&store, Some(text)), Saved::Full);
        assert_eq!(texts(&draft, &store), [""; 0]);
        assert_eq!(draft.text(), Some(text));
    }
    store.allow_writes();
    assert_eq!(draft.keep(&store, Some("abcdef")), Saved::Saved);
    assert_eq!(texts(&draft, &store), [""; 0]);
    let kept: Vec<_> = store.texts().into_iter().collect();
    assert_eq!(kept, [("pydrill.draft.palindrome".into(), "abcdef".into())]);
    // What another tab writes meanwhile is still its own.
    store.refuse_after(0);
    assert_eq!(draft.keep(&store, Some("mine")), Saved::Full);
    store.allow_writes();
    let mut other = open(&store, "b");
    assert_eq!(other.keep(&store, Some("theirs")), Saved::Saved);
    assert_eq!(texts(&draft, &store), ["theirs"]);
    assert_eq!(draft.keep(&store, Some("mine!")), Saved::Saved);
    assert_eq!(load(&store, &palindrome()).as_deref(), Some("theirs"));
    assert_eq!(texts(&other, &store), ["mine!"]);
}

/// It used to show what the exercise begins with instead of what was offered.
#[test]
fn what_is_gone_when_it_is_taken_is_taken_as_it_was_offered() {
    let store = MemoryStore::default();
    let (mut one, mut two) = (open(&store, "a"), open(&store, "b"));
    assert_eq!(one.keep(&store, Some("one")), Saved::Saved);
    assert_eq!(two.keep(&store, Some("two")), Saved::Saved);
    let offered = two.others(&store).remove(0);
    assert_eq!(one.keep(&store, None), Saved::Saved);
    assert_eq!(two.take(&store, &offered), Saved::Saved);
    assert_eq!(two.text(), Some("one"));
    assert_eq!(load(&store, &palindrome()).as_deref(), Some("one"));
    assert_eq!(texts(&two, &store), ["two"]);
}

#[test]
fn all_names_what_stands_beside_before_what_stands_in_the_common_place() {
    let store = MemoryStore::default();
    let (mut one, mut two) = (open(&store, "a"), open(&store, "b"));
    assert_eq!(one.keep(&store, Some("one")), Saved::Saved);
    assert_eq!(two.keep(&store, Some("two")), Saved::Saved);
    let named = |store: &MemoryStore| -> Vec<String> {
        let all = all(store).into_iter();
        all.map(|(id, code)| [id.as_str(), " ", &code].concat())
            .collect()
    };
    assert_eq!(named(&store), ["palindrome two", "palindrome one"]);
    assert_eq!(one.keep(&store, None), Saved::Saved);
    assert_eq!(named(&store), ["palindrome two"]);
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
            let is_full = chance.below(4) == 0;
            if is_full {
                store.refuse_after(chance.below(3));
            }
            let saved;
            if chance.below(4) == 0 && !others.is_empty() {
                let other = &others[chance.below(others.len())];
                let before = tabs[tab].text().map(str::to_owned);
                saved = tabs[tab].take(&store, other);
                // There may have been no room for it until it was set aside.
                let aside = [BESIDE, "palindrome.", ["a", "b", "c"][tab], "-"].concat();
                let is_set_aside = |text: &String| {
                    let mut texts = store.texts().into_iter();
                    texts.any(|(key, it)| key.starts_with(&aside) && it == *text)
                };
                last[tab] = before.filter(is_set_aside).or(last[tab].take());
                assert!(is_full || saved == Saved::Saved);
                // From now on it is what this tab goes on with.
                let is_taken = tabs[tab].text() == Some(&other.text);
                for text in last
                    .iter_mut()
                    .filter(|text| is_taken && text.as_ref() == Some(&other.text))
                {
                    *text = None;
                }
            } else {
                let text = format!("{tab} at {step}");
                saved = tabs[tab].keep(&store, Some(&text));
                assert!(is_full || saved == Saved::Saved);
                if saved == Saved::Saved {
                    last[tab] = Some(text);
                }
            }
            store.allow_writes();
            let kept: Vec<_> = store.texts().into_values().collect();
            for text in last.iter().flatten() {
                assert!(kept.contains(text), "{seed} {step}: {text} in {kept:?}");
            }
            let shown = tabs[tab].text().map(str::to_owned);
            if saved == Saved::Saved {
                assert!(kept.contains(&shown.unwrap()), "{seed} {step}: {kept:?}");
            }
        }
    }
}
