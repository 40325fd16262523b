//! What search engines read: the question and its answer as JSON-LD.
//!
//! A block of data is not run, so the policy that forbids scripts has nothing against it.

use super::Material;
use super::address::Place;
use super::text::words;
use bank::question::{Body, Entry, Kind};
use serde_json::{Value, json};

/// A question with its accepted answer; a coding question is something to do, so it is a resource for
/// learning.
pub(crate) fn of_question(material: &Material<'_>, entry: &Entry, body: &Body) -> String {
    let mut data = match entry.kind {
        Kind::Concept | Kind::Design => answered(entry, body),
        Kind::Coding => json!({
            "@type": "LearningResource",
            "name": entry.title,
            "description": words(&body.question),
            "learningResourceType": "Exercise",
            "educationalLevel": entry.level.name(),
            "timeRequired": format!("PT{}M", entry.minutes),
            "teaches": entry.tags,
        }),
    };
    data["@context"] = "https://schema.org".into();
    data["inLanguage"] = "en".into();
    if let Some(address) = material.site.address(Place::Question(&entry.id)) {
        data["url"] = address.into();
    }
    in_page(&data)
}

fn answered(entry: &Entry, body: &Body) -> Value {
    let answer = [words(&body.short_answer), words(&body.answer)].join(" ");
    json!({
        "@type": "QAPage",
        "mainEntity": {
            "@type": "Question",
            "name": entry.title,
            "text": words(&body.question),
            "answerCount": 1,
            "acceptedAnswer": { "@type": "Answer", "text": answer.trim() },
        },
    })
}

/// Nothing in it ends the element that it stands in.
pub(crate) fn in_page(data: &Value) -> String {
    data.to_string().replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_the_data_ends_it() {
        let data = in_page(&json!({ "a": "</script><!--" }));
        assert!(!data.contains('<'), "{data}");
        assert_eq!(
            serde_json::from_str::<Value>(&data).unwrap()["a"],
            "</script><!--"
        );
    }
}
