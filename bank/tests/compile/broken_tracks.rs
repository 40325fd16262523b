//! Tracks that cannot be right, and what the app gets of those that are.

use crate::small_bank::{CURRICULUM, TRACKS, check, compile, files};
use bank::compile;
use bank::embedded::Bank;
use bank::name::Slug;
use bank::topic::Named;

const QUESTIONS: &str = "[\"# Begin\", \"concept\", \"planned\", \"# A list\", \"000/basic\"]";

#[test]
fn tracks_name_questions() {
    check(
        TRACKS,
        "\"planned\"",
        "\"nowhere\"",
        &["6: there is no question `nowhere`; name a question of the bank or of the curriculum"],
    );
    check(
        TRACKS,
        "\"planned\"",
        "\"No Id\"",
        &[
            "6: `No Id` is not an id; a name is 1 to 48 lower-case letters, digits and single hyphens between them",
        ],
    );
    check(
        TRACKS,
        "\"planned\"",
        "\"concept\"",
        &["6: `concept` stands twice in this track; remove one"],
    );
}

#[test]
fn a_track_is_complete_and_its_list_a_list_of_texts() {
    let lost =
        "1: the rows of `000/basic` stand in no track; add \"000/basic\" to the questions of one";
    check(
        TRACKS,
        QUESTIONS,
        "[]",
        &[
            lost,
            "2: this track has no questions; add `questions = [\"an-id\"]`",
        ],
    );
    check(
        TRACKS,
        QUESTIONS,
        "\"concept\"",
        &[
            lost,
            "6: `questions` has the wrong type; write a list of texts in quotes",
        ],
    );
    check(
        TRACKS,
        QUESTIONS,
        "[\"concept\", 1]",
        &[
            lost,
            "6: `questions` has the wrong type; write a list of texts in quotes",
        ],
    );
    check(
        TRACKS,
        "about = \"For a first interview.\"\n",
        "",
        &["2: `[[track]]` has no `about`; add `about = \"...\"`"],
    );
    check(
        TRACKS,
        "\"000/basic\"]\n",
        "\"000/basic\"]\n\n[[track]]\nslug = \"first\"\ntitle = \"F\"\nabout = \"a\"\nquestions = [\"concept\"]\n",
        &["8: track `first` stands twice; remove one"],
    );
}

#[test]
fn sections_have_a_title_and_questions() {
    check(
        TRACKS,
        "\"# Begin\"",
        "\"# Before\", \"# Begin\"",
        &["6: the section `Before` has no questions; add some or remove it"],
    );
    check(
        TRACKS,
        "\"000/basic\"",
        "\"000/basic\", \"# After\"",
        &["6: the section `After` has no questions; add some or remove it"],
    );
    check(
        TRACKS,
        "\"# Begin\"",
        "\"# \"",
        &["6: a section has no title; write it after `# `"],
    );
}

#[test]
fn every_row_of_the_curriculum_stands_in_one_track() {
    check(
        TRACKS,
        "\"000/basic\"",
        "\"000/basics\"",
        &[
            "1: the rows of `000/basic` stand in no track; add \"000/basic\" to the questions of one",
            "6: no question of the curriculum covers a row of `000/basics`; name the rows as curriculum.tsv does, without their numbers",
        ],
    );
    check(
        TRACKS,
        "\"000/basic\"",
        "\"000/basic\", \"# Again\", \"000/basic\"",
        &["6: the rows of `000/basic` stand in a track already; remove one"],
    );
    check(
        TRACKS,
        "\"# A list\", ",
        "",
        &[
            "6: the rows of `000/basic` do not begin their section; put a title like \"# Basics\" before them: they are numbered from their first",
        ],
    );
    check(
        CURRICULUM,
        "-\ndesign\t",
        "000/basic/4\ndesign\t",
        &[
            "bank/questions/02-coding/coding.md:11: `covers` is -, but the curriculum says 000/basic/4; make them the same",
            "bank/tracks.toml:6: no question of the curriculum covers the row 000/basic/3; add it to a row of curriculum.tsv",
        ],
    );
}

#[test]
fn the_app_gets_places_and_the_titles_of_what_is_to_come() {
    let bytes = compile::embed(&compile(&files()));
    let bank = Bank::open(&bytes.index, bytes.bodies.leak()).unwrap();
    let tracks = bank.tracks().unwrap();
    let track = tracks.track(&Slug::parse("first").unwrap()).unwrap();
    assert_eq!(tracks.track(&Slug::parse("second").unwrap()), None);
    let shown: Vec<(&str, u16, &[Vec<u16>])> = track
        .sections
        .iter()
        .map(|section| {
            (
                section.title.as_str(),
                section.from,
                section.rows.as_slice(),
            )
        })
        .collect();
    let rows: &[Vec<u16>] = &[vec![0], vec![3]];
    assert_eq!(shown, [("Begin", 1, rows), ("A list", 1, rows)]);
    assert_eq!(track.places(), [0, 3]);
    let (ready, planned) = tracks.led_to(track, bank.questions());
    assert_eq!((ready, planned), (vec![&bank.questions()[0]], 1));
    let named = |place| tracks.named(place, bank.questions());
    assert!(matches!(named(0), Some(Named::Question(entry)) if entry.id.as_str() == "concept"));
    assert_eq!(named(3), Some(Named::Planned("Not written yet")));
    assert_eq!(named(4), None);
}
