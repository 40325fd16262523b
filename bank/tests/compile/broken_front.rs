//! Front matter that cannot be right.

use crate::small_bank::{CODING, CONCEPT, check};

#[test]
fn a_file_begins_with_front_matter() {
    check(
        CONCEPT,
        "---\nid: concept",
        "id: concept",
        &[
            "1: the file does not begin with front matter; begin with a line `---`, lines of `key: value`, and a line `---`",
        ],
    );
    check(
        CONCEPT,
        "covers: 000/basic/1\n---\n",
        "covers: 000/basic/1\n",
        &[
            "1: the file does not begin with front matter; begin with a line `---`, lines of `key: value`, and a line `---`",
        ],
    );
}

#[test]
fn every_key_is_known_and_stands_once() {
    check(
        CONCEPT,
        "level: beginner",
        "levle: beginner",
        &[
            "1: `level` is missing; add a line `level: ...`",
            "7: `levle` is not a key here; the keys are id, rev, title, kind, topic, level, minutes, python, tags, covers",
        ],
    );
    check(
        CONCEPT,
        "rev: 1",
        "rev: 1\nrev: 2",
        &["4: `rev` stands twice; remove one"],
    );
    check(
        CONCEPT,
        "tags: list, memory\n",
        "",
        &["1: `tags` is missing; add a line `tags: ...`"],
    );
    check(
        CONCEPT,
        "tags: list, memory",
        "tags:",
        &["10: `tags` has no value; write it after the colon"],
    );
    check(
        CONCEPT,
        "tags: list, memory",
        "- list",
        &[
            "1: `tags` is missing; add a line `tags: ...`",
            "10: this line is not `key: value`; the keys here are id, rev, title, kind, topic, level, minutes, python, tags, covers",
        ],
    );
}

#[test]
fn every_value_has_its_type() {
    check(
        CONCEPT,
        "id: concept",
        "id: Concept",
        &[
            "2: `Concept` is not a value for `id`; write lower-case letters, digits and single hyphens, at most 48",
        ],
    );
    check(
        CONCEPT,
        "rev: 1",
        "rev: 0",
        &["3: `0` is not a value for `rev`; write a whole number from 1"],
    );
    check(
        CONCEPT,
        "rev: 1",
        "rev: one",
        &["3: `one` is not a value for `rev`; write a whole number from 1"],
    );
    check(
        CONCEPT,
        "title: How does a list grow?",
        "title: How does a list grow when you append to it again and again, forever",
        &[
            "4: `How does a list grow when you append to it again and again, forever` is not a value for `title`; write at most 60 characters",
        ],
    );
    check(
        CONCEPT,
        "kind: concept",
        "kind: quiz",
        &["5: `quiz` is not a value for `kind`; write concept, coding or design"],
    );
    check(
        CONCEPT,
        "topic: basics",
        "topic: the basics",
        &[
            "6: `the basics` is not a value for `topic`; write lower-case letters, digits and single hyphens, at most 48",
        ],
    );
    check(
        CONCEPT,
        "level: beginner",
        "level: easy",
        &["7: `easy` is not a value for `level`; write beginner, intermediate or advanced"],
    );
    check(
        CONCEPT,
        "minutes: 3",
        "minutes: 3 min",
        &["8: `3 min` is not a value for `minutes`; write a whole number from 1"],
    );
    check(
        CONCEPT,
        "python: 3.12",
        "python: 2.7",
        &["9: `2.7` is not a value for `python`; write a version from 3.8, like 3.12"],
    );
    check(
        CONCEPT,
        "python: 3.12",
        "python: 3",
        &["9: `3` is not a value for `python`; write a version from 3.8, like 3.12"],
    );
    check(
        CONCEPT,
        "tags: list, memory",
        "tags: list,, memory",
        &["10: `list,, memory` is not a value for `tags`; write words, comma separated"],
    );
    check(
        CONCEPT,
        "covers: 000/basic/1",
        "covers: 000-basic-1",
        &["11: `000-basic-1` is not a value for `covers`; write row ids like 004/dsa/12, or -"],
    );
}

#[test]
fn front_matter_agrees_with_the_path_and_the_curriculum() {
    check(
        CONCEPT,
        "id: concept",
        "id: planned",
        &[
            "2: the id `planned` differs from the file name `concept.md`; make them the same; a published id never changes",
            "11: `covers` is 000/basic/1, but the curriculum says 000/basic/2; make them the same",
        ],
    );
    check(
        CONCEPT,
        "id: concept",
        "id: unplanned",
        &[
            "2: the curriculum has no question `unplanned`; correct the id or add a row to curriculum.tsv",
            "2: the id `unplanned` differs from the file name `concept.md`; make them the same; a published id never changes",
        ],
    );
    check(
        CONCEPT,
        "topic: basics",
        "topic: cooking",
        &[
            "6: `topic` is cooking, but the curriculum says basics; make them the same",
            "6: there is no topic `cooking`; use a slug of topics.toml",
        ],
    );
    check(
        CONCEPT,
        "topic: basics",
        "topic: coding",
        &[
            "6: `topic` is coding, but the curriculum says basics; make them the same",
            "6: a question of `coding` lies in the folder `01-basics`; move it to questions/02-coding or correct the topic",
        ],
    );
    check(
        CONCEPT,
        "level: beginner",
        "level: advanced",
        &["7: `level` is advanced, but the curriculum says beginner; make them the same"],
    );
    check(
        CONCEPT,
        "covers: 000/basic/1",
        "covers: 000/basic/1 000/basic/3",
        &[
            "11: `covers` is 000/basic/1 000/basic/3, but the curriculum says 000/basic/1; make them the same",
        ],
    );
    check(
        CONCEPT,
        "covers: 000/basic/1",
        "covers: -",
        &["11: `covers` is -, but the curriculum says 000/basic/1; make them the same"],
    );
    check(
        CODING,
        "kind: coding",
        "kind: concept",
        &[
            "5: `kind` is concept, but the curriculum says coding; make them the same",
            "18: this `## Starter` does not belong in a concept question; remove it",
            "35: this `## Solution` does not belong in a concept question; remove it",
            "48: this `## Solution` does not belong in a concept question; remove it",
            "60: this `## Tests` does not belong in a concept question; remove it",
            "104: this `## Mistake` does not belong in a concept question; remove it",
            "115: this `## Mistake` does not belong in a concept question; remove it",
            "126: this `## Mistake` does not belong in a concept question; remove it",
        ],
    );
}
