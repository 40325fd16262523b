//! Files that are missing, doubled, or not text, and several broken files at once.

use crate::small_bank::{CODING, CONCEPT, DESIGN, TOPICS, file_at, files, shown};
use bank::compile::{self, File};
use std::fs;
use std::path::PathBuf;

#[test]
fn a_bad_file_does_not_hide_the_others() {
    let mut files = files();
    file_at(&mut files, CONCEPT).text.clear();
    let coding = file_at(&mut files, CODING);
    coding.text = coding.text.replace("rev: 1", "rev: x");
    let topics = file_at(&mut files, TOPICS);
    topics.text.push_str("colour = 1\n");
    assert_eq!(
        shown(&files),
        [
            "bank/questions/01-basics/concept.md:1: the file does not begin with front matter; begin with a line `---`, lines of `key: value`, and a line `---`",
            "bank/questions/02-coding/coding.md:3: `x` is not a value for `rev`; write a whole number from 1",
            "bank/topics.toml:13: `colour` is not a key of `[[topic]]`; the keys are slug, title",
        ]
    );
}

#[test]
fn an_id_is_used_once() {
    let mut files = files();
    let twin = File {
        path: "bank/questions/02-coding/design.md".to_owned(),
        text: file_at(&mut files, DESIGN).text.clone(),
    };
    files.questions.insert(2, twin);
    assert_eq!(
        shown(&files),
        [
            "bank/questions/02-coding/design.md:6: a question of `system-design` lies in the folder `02-coding`; move it to questions/03-system-design or correct the topic",
            "bank/questions/03-system-design/design.md:2: the id `design` is also that of bank/questions/02-coding/design.md; an id is used once; rename this one",
        ]
    );
}

#[test]
fn an_empty_folder_names_what_is_missing() {
    let folder = folder("empty");
    let source = compile::read(&folder);
    let shown: Vec<String> = source.problems.iter().map(ToString::to_string).collect();
    let at = |name: &str| {
        let path = folder.join(name);
        format!(
            "{}:1: this cannot be read: No such file or directory (os error 2); it must be there, in UTF-8",
            path.display()
        )
    };
    let names = [
        "audits.tsv",
        "curriculum.tsv",
        "questions",
        "renamed.toml",
        "topics.toml",
        "tracks.toml",
    ];
    assert_eq!(shown, names.map(at));
    assert!(source.questions.is_empty());
}

#[test]
fn what_is_no_question_is_not_taken_for_one() {
    let folder = folder("stray");
    let topic = folder.join("questions/01-basics");
    fs::create_dir_all(&topic).unwrap();
    fs::write(folder.join("questions/notes.md"), "").unwrap();
    fs::write(topic.join("picture.png"), "").unwrap();
    fs::write(topic.join(".hidden"), "").unwrap();
    fs::write(topic.join("latin.md"), b"caf\xe9").unwrap();
    for name in ["topics.toml", "tracks.toml", "renamed.toml"] {
        fs::write(folder.join(name), "").unwrap();
    }
    fs::write(
        folder.join("audits.tsv"),
        "check\thash\treader\tanswer\tdefensible\tpython\n",
    )
    .unwrap();
    fs::write(
        folder.join("curriculum.tsv"),
        "id\ttopic\tlevel\tkind\ttitle\trows\n",
    )
    .unwrap();
    let source = compile::read(&folder);
    let prefix = format!("{}/questions/", folder.display());
    let shown: Vec<String> = source
        .problems
        .iter()
        .map(|problem| problem.to_string().replace(&prefix, ""))
        .collect();
    assert_eq!(
        shown,
        [
            "01-basics/latin.md:1: this cannot be read: stream did not contain valid UTF-8; it must be there, in UTF-8",
            "01-basics/picture.png:1: this does not belong among the questions; only <id>.md files belong here; remove it",
            "notes.md:1: this does not belong among the questions; move it into the folder of a topic",
        ]
    );
}

/// An empty folder that belongs to one test.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    fs::create_dir_all(&folder).unwrap();
    folder
}
