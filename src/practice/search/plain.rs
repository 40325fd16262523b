//! What stands in a question as plain text: markup made by the bank's compiler, without its tags.

use bank::question::{Body, Html};

/// Tags inside a word or a line of code; any other one ends a word.
const INSIDE: &[&str] = &["code", "span", "strong", "em", "a"];

const ENTITIES: &[(&str, char)] = &[
    ("&lt;", '<'),
    ("&gt;", '>'),
    ("&amp;", '&'),
    ("&quot;", '"'),
    ("&#39;", '\''),
];

/// The question, its answers and its code. What is asked in a check is left to be found out there.
pub fn text(body: &Body) -> String {
    let mut text = String::new();
    let exercise = body
        .exercise
        .iter()
        .flat_map(|exercise| &exercise.solutions);
    let all = [&body.question, &body.short_answer, &body.answer];
    let optional = [&body.clarify, &body.code];
    let parts = all
        .into_iter()
        .chain(optional.into_iter().flatten())
        .chain(&body.key_points)
        .chain(exercise.map(|solution| &solution.code));
    for html in parts {
        push(html, &mut text);
        text.push(' ');
    }
    text
}

/// Adds the text of some markup.
fn push(html: &Html, to: &mut String) {
    let mut rest = html.as_str();
    while let Some(at) = rest.find(['<', '&']) {
        let (before, from) = rest.split_at(at);
        to.push_str(before);
        let entity = ENTITIES.iter().find(|(name, _)| from.starts_with(name));
        rest = if let Some((name, sign)) = entity {
            to.push(*sign);
            from.get(name.len()..).unwrap_or_default()
        } else if from.starts_with('<') {
            let (tag, after) = from.split_once('>').unwrap_or((from, ""));
            let name = tag.trim_start_matches(['<', '/']);
            let name = name.split(' ').next().unwrap_or_default();
            if !INSIDE.contains(&name) {
                to.push(' ');
            }
            after
        } else {
            to.push('&');
            from.get(1..).unwrap_or_default()
        };
    }
    to.push_str(rest);
}
