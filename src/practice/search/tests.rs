//! What is found, and in which order: by examples, and by what the texts themselves say.

use super::*;
use proptest::prelude::*;

const BANK: &[(&str, &str, &str)] = &[
    (
        "The Global Interpreter Lock",
        "threads",
        "One thread runs bytecode at a time.",
    ),
    (
        "Wrapping functions with decorators",
        "closures",
        "A decorator takes a function.",
    ),
    (
        "asyncio: its parts and how to run it",
        "async",
        "Call asyncio.run(main()).",
    ),
    (
        "Threads in Python",
        "",
        "The GIL hinders them; processes help.",
    ),
    (
        "Lists and tuples compared",
        "list tuple",
        "A tuple is hashable if its items are.",
    ),
];

fn index() -> Index {
    let mut index = Index::default();
    for (title, tags, _) in BANK {
        let tags: Vec<String> = tags.split(' ').map(str::to_owned).collect();
        index.add(title, &tags);
    }
    for ((.., text), place) in BANK.iter().zip(0..) {
        index.add_text(place, text);
    }
    index
}

fn check(query: &str, expected: &[u16]) {
    let found = index().find(query);
    let places: Vec<u16> = found.hits.iter().map(|hit| hit.place).collect();
    assert_eq!(places, expected, "{query}");
}

#[test]
fn words_are_found_from_their_beginnings_best_first() {
    check("", &[]);
    check("  ?! ", &[]);
    check("thread", &[3, 0]);
    check("THREADS", &[3, 0]);
    check("gil", &[3]);
    check("lock interp", &[0]);
    check("interp lock tuple", &[]);
    check("tuple", &[4]);
    check("function", &[1]);
    check("asyncio.run", &[2]);
}

#[test]
fn a_part_of_a_word_is_found_in_titles_only() {
    check("sync", &[2]);
    check("orator", &[1]);
    check("shable", &[]);
}

#[test]
fn what_stands_nowhere_is_taken_for_mistyped() {
    check("decoratros", &[1]);
    check("tupels", &[4]);
    check("asyncoi", &[2]);
    check("interpretr lokc", &[0]);
    check("lsts", &[4]);
    check("qqqq", &[]);
    let found = index().find("lock tupels");
    let mistyped: Vec<bool> = found.words.iter().map(|it| it.mistyped).collect();
    assert_eq!(mistyped, [false, true]);
}

#[test]
fn a_hit_says_whether_its_text_was_needed() {
    let found = index().find("thread");
    let needed: Vec<bool> = found.hits.iter().map(|hit| hit.in_text).collect();
    assert_eq!(needed, [false, false]);
    let found = index().find("thread gil");
    assert_eq!(
        found.hits,
        [Hit {
            place: 3,
            in_text: true
        }]
    );
}

/// What a query means, read from the texts themselves.
fn naive(titles: &[String], texts: &[String], query: &str) -> Vec<u16> {
    let stands = |word: &str, (title, text): (&String, &String)| {
        words(title)
            .chain(words(text))
            .any(|known| known.starts_with(word))
            || (word.len() >= 3 && words(title).any(|known| known.contains(word)))
    };
    let all = || titles.iter().zip(texts);
    let is_meant = |word: &str, one: (&String, &String)| {
        if all().any(|one| stands(word, one)) {
            stands(word, one)
        } else {
            words(one.0).any(|known| is_near(word, &known))
        }
    };
    let wanted: Vec<String> = words(query).take(MOST).collect();
    let is_found = |one| !wanted.is_empty() && wanted.iter().all(|word| is_meant(word, one));
    let found = all().zip(0..).filter(|(one, _)| is_found(*one));
    found.map(|(_, place)| place).collect()
}

proptest! {
    #[test]
    fn what_is_found_is_what_the_texts_say(
        titles in prop::collection::vec("[ab]{1,4}( [abc]{3,6}){0,2}", 1..6),
        texts in prop::collection::vec("([abcd]{1,5} ){0,4}", 6),
        query in "[abcd]{1,5}( [abc]{1,5}){0,2}",
    ) {
        let mut index = Index::default();
        for title in &titles {
            index.add(title, &[]);
        }
        for (text, place) in texts.iter().take(titles.len()).zip(0..) {
            index.add_text(place, text);
        }
        let mut found: Vec<u16> = index.find(&query).hits.iter().map(|hit| hit.place).collect();
        found.sort_unstable();
        prop_assert_eq!(found, naive(&titles, &texts[..titles.len()], &query));
    }

    #[test]
    fn any_query_is_taken(query in ".*") {
        let found = index().find(&query);
        prop_assert!(found.words.len() <= MOST);
    }
}
