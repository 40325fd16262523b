//! One question file: front matter, then sections in the order that its kind has.

mod heading;
mod parts;

use super::arrange::{Arranged, arrange};
use super::front::{self, Front};
use super::lines::{self, Section};
use super::problem::Problems;
use super::source::{self, FollowUp, Prose, Question, Reference, Text};
use super::{check, exercise, prose, rubric};
use crate::question::Kind;
use heading::Heading;

/// Reads a question file: its front matter, and the question if no part is missing without which it
/// is none.
pub(crate) fn parse(path: &str, text: &str, problems: &mut Problems) -> (Front, Option<Question>) {
    let all = lines::lines(text);
    lines::judge(&all, problems);
    let (front, after) = front::parse(&all, problems);
    let (stray, sections) = lines::sections(after, problems);
    if let Some(line) = stray.iter().find(|line| !line.text.trim().is_empty()) {
        problems.error(
            line.number,
            "text stands before the first section",
            "move it under a heading, `## Question` is the first",
        );
    }
    let kind = front.kind.as_ref().map(|kind| kind.value);
    let parts = Parts::parse(kind, sections, problems);
    let question = parts.into_question(path, front.clone());
    (front, question)
}

/// What the sections say. `None` where there is none, or where there was a problem.
struct Parts {
    asked: Option<Prose>,
    clarify: Option<Prose>,
    answer: Option<(Text, Prose)>,
    rubric: Option<source::Rubric>,
    key_points: Vec<Text>,
    code: Option<Prose>,
    exercise: Option<source::exercise::Exercise>,
    checks: Vec<source::check::Check>,
    follow_ups: Vec<FollowUp>,
    references: Vec<Reference>,
}

impl Parts {
    fn parse(kind: Option<Kind>, sections: Vec<Section<'_>>, problems: &mut Problems) -> Parts {
        let mut filled = arranged(kind, sections, problems);
        Parts {
            asked: filled.prose(Heading::Question, problems),
            clarify: filled.prose(Heading::Clarify, problems),
            answer: filled
                .one(Heading::Answer)
                .and_then(|s| parts::answer(&s, problems)),
            rubric: filled
                .one(Heading::Rubric)
                .and_then(|s| rubric::parse(&s, problems)),
            key_points: filled.list(Heading::KeyPoints, parts::key_points, problems),
            code: filled.prose(Heading::Code, problems),
            exercise: exercise::parse(
                filled.one(Heading::Starter),
                filled.one(Heading::Tests),
                filled.0.take(Heading::Solution),
                filled.0.take(Heading::Mistake),
                problems,
            ),
            checks: check::parse_all(filled.0.take(Heading::Check), problems),
            follow_ups: filled.list(Heading::FollowUps, parts::follow_ups, problems),
            references: filled.list(Heading::References, parts::references, problems),
        }
    }

    fn into_question(self, path: &str, front: Front) -> Option<Question> {
        let (short_answer, answer) = self.answer?;
        Some(Question {
            path: path.to_owned(),
            id: front.id?.value,
            rev: front.rev?.value,
            title: front.title?.value,
            kind: front.kind?.value,
            topic: front.topic?.value,
            level: front.level?.value,
            minutes: front.minutes?.value,
            python: front.python?.value,
            tags: front.tags?.value,
            covers: front.covers?.value,
            asked: self.asked?,
            clarify: self.clarify,
            short_answer,
            answer,
            key_points: self.key_points,
            rubric: self.rubric,
            code: self.code,
            exercise: self.exercise,
            checks: self.checks,
            follow_ups: self.follow_ups,
            references: self.references,
        })
    }
}

/// A section with the words after its heading.
pub(crate) type Named<'a> = (String, Section<'a>);

/// The sections of a file by their headings.
struct Filled<'a>(Arranged<Heading, Named<'a>>);

impl<'a> Filled<'a> {
    fn one(&mut self, heading: Heading) -> Option<Section<'a>> {
        self.0.one(heading).map(|(_, section)| section)
    }

    fn prose(&mut self, heading: Heading, problems: &mut Problems) -> Option<Prose> {
        let section = self.one(heading)?;
        prose::section(&section, problems)
    }

    fn list<T>(
        &mut self,
        heading: Heading,
        parse: fn(&Section<'_>, &mut Problems) -> Vec<T>,
        problems: &mut Problems,
    ) -> Vec<T> {
        let section = self.one(heading);
        section.map_or_else(Vec::new, |section| parse(&section, problems))
    }
}

fn arranged<'a>(
    kind: Option<Kind>,
    sections: Vec<Section<'a>>,
    problems: &mut Problems,
) -> Filled<'a> {
    let mut pieces = Vec::new();
    for section in sections {
        match Heading::parse(section.heading) {
            Some((heading, name)) => {
                pieces.push((heading, section.line, (name.to_owned(), section)));
            }
            None => unknown_heading(&section, problems),
        }
    }
    let slots: Vec<_> = Heading::ALL.iter().filter_map(|h| h.slot(kind)).collect();
    let whole = match kind {
        Some(kind) => format!("a {} question", kind.name()),
        None => "this file".to_owned(),
    };
    Filled(arrange(pieces, &slots, &whole, 1, problems))
}

fn unknown_heading(section: &Section<'_>, problems: &mut Problems) {
    let known: Vec<&str> = Heading::ALL.iter().map(|heading| heading.words()).collect();
    problems.error(
        section.line,
        format!("`## {}` is not a section of the format", section.heading),
        format!("use one of {}", known.join(", ")),
    );
}
