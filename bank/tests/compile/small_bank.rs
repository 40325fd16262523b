//! A bank of three questions that has no problem, and ways to break it.

use bank::compile::source::Source;
use bank::compile::{self, File, Files};
use bank::embedded::Bank;

pub(crate) const CONCEPT: &str = "bank/questions/01-basics/concept.md";
pub(crate) const CODING: &str = "bank/questions/02-coding/coding.md";
pub(crate) const DESIGN: &str = "bank/questions/03-system-design/design.md";
pub(crate) const TOPICS: &str = "bank/topics.toml";
pub(crate) const TRACKS: &str = "bank/tracks.toml";
pub(crate) const RENAMED: &str = "bank/renamed.toml";
pub(crate) const AUDITS: &str = "bank/audits.tsv";
pub(crate) const CURRICULUM: &str = "bank/curriculum.tsv";

pub(crate) fn files() -> Files {
    let file = |path: &str, text: &str| File {
        path: path.to_owned(),
        text: text.to_owned(),
    };
    Files {
        topics: file(TOPICS, TOPICS_TEXT),
        tracks: file(TRACKS, TRACKS_TEXT),
        renamed: file(RENAMED, "counting = \"coding\"\n"),
        curriculum: file(CURRICULUM, CURRICULUM_TEXT),
        audits: file(AUDITS, AUDITS_TEXT),
        questions: vec![
            file(CONCEPT, include_str!("samples/concept.md")),
            file(CODING, include_str!("samples/coding.md")),
            file(DESIGN, include_str!("samples/design.md")),
        ],
    }
}

pub(crate) fn file_at<'f>(files: &'f mut Files, path: &str) -> &'f mut File {
    let small = [
        &mut files.topics,
        &mut files.tracks,
        &mut files.renamed,
        &mut files.curriculum,
        &mut files.audits,
    ];
    small
        .into_iter()
        .chain(&mut files.questions)
        .find(|file| file.path == path)
        .unwrap()
}

pub(crate) fn compile(files: &Files) -> Source {
    compile::compile(files, Vec::new())
}

/// Whether the app could open the bank and every question of it.
pub(crate) fn opens(source: &Source) -> bool {
    let bytes = compile::embed(source);
    let bank = Bank::open(&bytes.index, bytes.bodies.leak()).unwrap();
    let ids = source.questions.iter().map(|question| &question.id);
    ids.into_iter().all(|id| bank.body(id).is_ok())
}

/// The problems of the bank, as shown.
pub(crate) fn shown(files: &Files) -> Vec<String> {
    compile(files)
        .problems
        .iter()
        .map(ToString::to_string)
        .collect()
}

/// Replaces a text that stands once in a file, and compares the problems; their path is left out.
#[track_caller]
pub(crate) fn check(path: &str, find: &str, replace: &str, expected: &[&str]) {
    let mut files = files();
    let file = file_at(&mut files, path);
    assert_eq!(
        file.text.matches(find).count(),
        1,
        "{find:?} does not stand once"
    );
    file.text = file.text.replace(find, replace);
    let prefix = format!("{path}:");
    let problems = shown(&files);
    let found: Vec<&str> = problems
        .iter()
        .map(|problem| problem.strip_prefix(&prefix).unwrap_or(problem))
        .collect();
    assert_eq!(found, expected, "{find:?} -> {replace:?}");
}

#[test]
fn the_small_bank_has_no_problem() {
    assert_eq!(shown(&files()), [""; 0]);
    let source = compile(&files());
    assert_eq!(source.questions.len(), 3);
    assert!(opens(&source));
}

const TOPICS_TEXT: &str = r#"
[[topic]]
slug = "basics"
title = "Basics"

[[topic]]
slug = "coding"
title = "Coding"

[[topic]]
slug = "system-design"
title = "Design"
"#;

const TRACKS_TEXT: &str = r##"
[[track]]
slug = "first"
title = "First"
about = "For a first interview."
questions = ["# Begin", "concept", "planned", "# A list", "000/basic"]
"##;

const AUDITS_TEXT: &str = "\
check	hash	reader	answer	defensible	python
";

const CURRICULUM_TEXT: &str = "\
id	topic	level	kind	title	rows
concept	basics	beginner	concept	A list	000/basic/1
planned	basics	beginner	concept	Not written yet	000/basic/2
coding	coding	intermediate	coding	Vowels	-
design	system-design	advanced	design	Guest book	-
";
