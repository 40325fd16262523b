//! Topics, renamed ids and a curriculum that cannot be right.

use crate::small_bank::{CURRICULUM, RENAMED, TOPICS, check};

#[test]
fn topics_are_unique_and_complete() {
    check(
        TOPICS,
        "title = \"Basics\"\n",
        "",
        &["2: `[[topic]]` has no `title`; add `title = \"...\"`"],
    );
    check(
        TOPICS,
        "title = \"Basics\"",
        "title = \"\"",
        &["4: `title` is empty; write it"],
    );
    check(
        TOPICS,
        "slug = \"basics\"",
        "slug = \"Basics\"",
        &[
            "3: `Basics` is not a slug; a name is 1 to 48 lower-case letters, digits and single hyphens between them",
        ],
    );
    check(
        TOPICS,
        "slug = \"coding\"",
        "slug = \"basics\"",
        &["6: topic `basics` stands twice; remove one"],
    );
    check(
        TOPICS,
        "[[topic]]\nslug = \"basics\"\ntitle = \"Basics\"\n\n[[topic]]\nslug = \"coding\"\ntitle = \"Coding\"\n\n[[topic]]\nslug = \"system-design\"\ntitle = \"Design\"\n",
        "topic = [\"basics\"]\n",
        &["2: `topic` has the wrong type; write tables, each under a line `[[topic]]`"],
    );
    check(
        TOPICS,
        "title = \"Basics\"",
        "title = \"Basics\"\ncolour = \"red\"",
        &["5: `colour` is not a key of `[[topic]]`; the keys are slug, title"],
    );
    check(
        TOPICS,
        "title = \"Basics\"",
        "title = \"Basics",
        &["4: this is not TOML: invalid basic string, expected `\"`; see https://toml.io"],
    );
    check(
        TOPICS,
        "title = \"Basics\"",
        "title = \"Basics\"\n\n[extra]\na = 1",
        &["6: `extra` is not a key of this file; the keys are topic"],
    );
}

#[test]
fn a_renamed_question_is_there_and_its_old_id_is_not() {
    check(
        RENAMED,
        "\"coding\"",
        "\"nowhere\"",
        &["1: the new id `nowhere` is not in the bank; name the question as it is called today"],
    );
    check(
        RENAMED,
        "\"coding\"",
        "\"planned\"",
        &["1: the new id `planned` is not in the bank; name the question as it is called today"],
    );
    check(
        RENAMED,
        "\"coding\"",
        "\"No Id\"",
        &[
            "1: `No Id` is not an id; a name is 1 to 48 lower-case letters, digits and single hyphens between them",
        ],
    );
    check(
        RENAMED,
        "counting =",
        "concept =",
        &[
            "1: the old id `concept` is still in use; an id is never used again; remove this line or rename the question",
        ],
    );
    check(
        RENAMED,
        "counting = \"coding\"",
        "counting = 1",
        &["1: `counting` has the wrong type; write a text in quotes"],
    );
    check(
        RENAMED,
        "counting = \"coding\"",
        "counting = \"coding\"\ncounting = \"coding\"",
        &["2: this is not TOML: duplicate key; see https://toml.io"],
    );
}

#[test]
fn the_curriculum_has_six_columns() {
    check(
        CURRICULUM,
        "id\ttopic",
        "name\ttopic",
        &[
            "1: the first line does not name the columns; write id, topic, level, kind, title and rows with tabs between",
        ],
    );
    check(
        CURRICULUM,
        "planned\tbasics\tbeginner\tconcept\tNot written yet\t000/basic/2",
        "planned\tbasics\tbeginner\tconcept\tNot written yet",
        &[
            "3: this is not a row of the curriculum; write id, topic, level, kind, title and rows with tabs between",
        ],
    );
    check(
        CURRICULUM,
        "planned\tbasics\tbeginner\tconcept\tNot written yet\t000/basic/2",
        "planned\tbasics\teasy\tconcept\tNot written yet\t000/basic/2",
        &[
            "3: this is not a row of the curriculum; write id, topic, level, kind, title and rows with tabs between",
        ],
    );
    check(
        CURRICULUM,
        "planned\tbasics",
        "planned\tcooking",
        &["3: there is no topic `cooking`; use a slug of topics.toml"],
    );
    check(
        CURRICULUM,
        "planned\tbasics\tbeginner\tconcept\tNot written yet\t000/basic/2",
        "planned\tbasics\tbeginner\tconcept\tNot written yet\t000/basic/2\nplanned\tbasics\tbeginner\tconcept\tAgain\t000/basic/3",
        &["4: `planned` stands twice; remove one"],
    );
}
