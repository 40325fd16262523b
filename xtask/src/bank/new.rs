//! `cargo xtask bank new <topic>/<id>`: a question file that names what to fill in.
//!
//! It takes from the curriculum what is settled there, and never overwrites a file. The file is no
//! valid question until it is filled in, so that it cannot slip into the bank.

use crate::step::Failure;
use crate::workspace::root;
use bank::compile::source::{Planned, Source};
use bank::name::{QuestionId, Slug};
use bank::question::{Kind, Level};
use clap::{Args, ValueEnum};
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::str::FromStr;

/// Which question to begin.
#[derive(Args)]
pub(crate) struct Options {
    /// Where it stands: a topic of `bank/topics.toml`, and an id of its own.
    #[arg(value_name = "TOPIC/ID")]
    place: Place,
    /// What the interviewer is after; the curriculum's kind when it is planned.
    #[arg(long, value_enum)]
    kind: Option<KindName>,
}

/// Writes the file, in which everything to be done says FILL IN.
pub(crate) fn new(options: &Options, source: &Source) -> Result<(), Failure> {
    let file = file(&options.place, source)?;
    let text = text(options, source.planned(&options.place.id));
    let path = root().join(&file);
    let folder = path.parent().unwrap_or(root());
    fs::create_dir_all(folder).map_err(Failure::file(folder))?;
    let mut created = File::create_new(&path).map_err(Failure::file(&path))?;
    created
        .write_all(text.as_bytes())
        .map_err(Failure::file(&path))?;
    println!("{}", file.display());
    println!("Fill it in, then run `cargo xtask bank check` and `cargo xtask bank verify`.");
    Ok(())
}

/// The path of the question's file, from the root of the clone.
fn file(place: &Place, source: &Source) -> Result<PathBuf, Failure> {
    let place_of_topic = source
        .topics
        .iter()
        .position(|topic| topic.slug == place.topic);
    let Some(topic) = place_of_topic else {
        let known: Vec<_> = source
            .topics
            .iter()
            .map(|topic| topic.slug.as_str())
            .collect();
        return Err(Failure::wrong(
            format!("there is no topic `{}`", place.topic),
            format!("take one of {}", known.join(", ")),
        ));
    };
    if let Some(question) = source.question(&place.id) {
        return Err(Failure::wrong(
            format!("the id `{}` is taken by {}", place.id, question.path),
            "an id is never used twice; choose another",
        ));
    }
    let folder = format!("{:02}-{}", topic + 1, place.topic);
    Ok(Path::new("bank/questions")
        .join(folder)
        .join(format!("{}.md", place.id)))
}

fn text(options: &Options, planned: Option<&Planned>) -> String {
    let kind = match (options.kind, planned) {
        (Some(KindName::Concept), _) => Kind::Concept,
        (Some(KindName::Coding), _) => Kind::Coding,
        (Some(KindName::Design), _) => Kind::Design,
        (None, planned) => planned.map_or(Kind::Concept, |planned| planned.kind),
    };
    let template = match kind {
        Kind::Concept => include_str!("../../templates/concept.md"),
        Kind::Coding => include_str!("../../templates/coding.md"),
        Kind::Design => include_str!("../../templates/design.md"),
    };
    let level = planned.map_or(
        "FILL IN beginner, intermediate or advanced",
        |planned| match planned.level {
            Level::Beginner => "beginner",
            Level::Intermediate => "intermediate",
            Level::Advanced => "advanced",
        },
    );
    let title = planned.map_or("FILL IN at most 60 characters", |planned| &planned.title);
    let rows = planned
        .map(|planned| planned.rows.join(" "))
        .filter(|rows| !rows.is_empty());
    template
        .replace("{id}", options.place.id.as_str())
        .replace("{title}", title)
        .replace("{topic}", options.place.topic.as_str())
        .replace("{level}", level)
        .replace("{covers}", rows.as_deref().unwrap_or("-"))
}

#[derive(Clone, Copy, ValueEnum)]
enum KindName {
    /// Explain something.
    Concept,
    /// Write code.
    Coding,
    /// Design a system.
    Design,
}

/// `<topic>/<id>`.
#[derive(Clone, Debug)]
struct Place {
    topic: Slug,
    id: QuestionId,
}

impl FromStr for Place {
    type Err = String;

    fn from_str(text: &str) -> Result<Place, String> {
        let (topic, id) = text.split_once('/').ok_or("write it as <topic>/<id>")?;
        let topic = Slug::parse(topic).map_err(|error| format!("`{topic}`: {error}"))?;
        let id = QuestionId::parse(id).map_err(|error| format!("`{id}`: {error}"))?;
        Ok(Place { topic, id })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use bank::compile::{self, Files, problem::Severity};

    fn source() -> Source {
        compile::read(&root().join("bank"))
    }

    fn options(place: &str, kind: Option<KindName>) -> Options {
        Options {
            place: place.parse().unwrap(),
            kind,
        }
    }

    #[test]
    fn a_topic_that_does_not_exist_is_answered_with_those_that_do() {
        let said = file(&"cookery/pasta".parse().unwrap(), &source())
            .unwrap_err()
            .to_string();
        assert!(
            said.starts_with("there is no topic `cookery`; take one of basics, "),
            "{said}"
        );
    }

    #[test]
    fn an_id_is_never_used_twice() {
        let said = file(&"basics/gil".parse().unwrap(), &source())
            .unwrap_err()
            .to_string();
        assert!(said.contains("the id `gil` is taken"), "{said}");
    }

    #[test]
    fn what_the_curriculum_settles_is_filled_in() {
        let source = source();
        let options = options("basics/python2-vs-python3", None);
        let text = text(&options, source.planned(&options.place.id));
        assert!(
            text.contains("title: Python 2 and Python 3 compared\n"),
            "{text}"
        );
        assert!(text.contains("level: beginner\n"), "{text}");
        assert!(
            text.contains("covers: 000/basic/2 001a/basic/2 003/first/1\n"),
            "{text}"
        );
    }

    #[test]
    fn a_template_is_no_question_until_it_is_filled_in() {
        for kind in KindName::value_variants() {
            let text = text(&options("basics/fresh", Some(*kind)), None);
            let mut files = Files::read(&root().join("bank"), &mut Vec::new());
            files.questions.truncate(1);
            let path = "bank/questions/01-basics/fresh.md";
            files.questions[0].path = path.to_owned();
            files.questions[0].text = text;
            let source = compile::compile(&files, Vec::new());
            let mut problems = source.problems.iter();
            assert!(
                problems.any(|problem| problem.path == path && problem.severity == Severity::Error)
            );
        }
    }
}
