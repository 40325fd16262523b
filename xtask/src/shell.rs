//! What of the bank stands in the page before the app is there: the topics, as Home will list them for
//! everyone. How a person stands in them is not known before the app is.

use crate::step::Failure;
use crate::workspace::root;
use bank::compile::source::Source;
use bank::name::Slug;
use maud::{Markup, html};
use std::fs;

/// What Trunk puts into the page; `index.html` names the same.
const TOPICS: &str = "target/shell/topics.html";

/// Writes it, before Trunk runs.
pub(crate) fn write(source: &Source) -> Result<(), Failure> {
    let path = root().join(TOPICS);
    let folder = path.parent().unwrap_or(root());
    fs::create_dir_all(folder).map_err(Failure::file(folder))?;
    fs::write(&path, topics(source).into_string()).map_err(Failure::file(&path))
}

/// As `src/pages/home.rs` lays them out.
fn topics(source: &Source) -> Markup {
    let count = |slug: &Slug| {
        let questions = source.questions.iter();
        questions.filter(|it| it.topic == *slug).count()
    };
    let counted: Vec<_> = source
        .topics
        .iter()
        .map(|it| (it, count(&it.slug)))
        .collect();
    let planned = counted.iter().filter(|(_, count)| *count == 0).count();
    html! {
        ul.rows role="list" {
            @for (topic, count) in counted.iter().filter(|(_, count)| *count > 0) {
                li.topic-row {
                    a href={ "#/topic/" (topic.slug) } { (topic.title) }
                    span.tally { (count) @if *count == 1 { " question" } @else { " questions" } }
                    progress.tally-line aria-hidden="true" value="0" {}
                }
            }
        }
        @if planned > 0 {
            p.fine {
                (planned) @if planned == 1 { " more topic is" } @else { " more topics are" } " being written."
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::bank;

    #[test]
    fn every_topic_with_a_question_is_listed_and_the_others_are_counted() {
        let mut source = bank::read();
        let kept = source.questions[0].clone();
        let topics = source.topics.len();
        source.questions = vec![kept.clone(), kept.clone()];
        let said = super::topics(&source).into_string();
        assert_eq!(said.matches("<li").count(), 1, "{said}");
        assert!(
            said.contains(&format!("href=\"#/topic/{}\"", kept.topic)),
            "{said}"
        );
        assert!(said.contains(">2 questions<"), "{said}");
        assert!(
            said.contains(&format!("{} more topics are", topics - 1)),
            "{said}"
        );
    }
}
