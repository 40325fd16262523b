//! `404.html`: hosts show it for any address that leads nowhere, at any depth, so nothing in it may be
//! relative to where it stands.
//!
//! Its script finds where the site begins, with its style sheet, and the question that was meant. Without it
//! the page still leads to the questions.

use super::frame::icon;
use super::{File, Material, data};
use crate::policy;
use maud::{DOCTYPE, PreEscaped, html};
use serde_json::json;

/// The script, as it stands in the page.
const SCRIPT: &str = include_str!("lost.js");

/// The page.
pub(crate) fn page(material: &Material<'_>) -> File {
    let questions: Vec<_> = material
        .questions
        .iter()
        .map(|(entry, _)| json!([format!("q/{}/", entry.id), entry.title]))
        .collect();
    let groups = material.groups().map(|group| {
        let place = super::address::Place::Group(group.kind, group.slug);
        json!([place.path(), group.title])
    });
    let known = json!({
        "root": material.site.path(),
        "style": material.style,
        "pages": questions.into_iter().chain(groups).collect::<Vec<_>>(),
        "renamed": material.renamed.iter().copied().collect::<std::collections::BTreeMap<_, _>>(),
    });
    let root = material.site.path();
    let text = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy::of_pages(&scripts(material.theme)));
                meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover";
                meta name="color-scheme" content="light dark";
                meta name="robots" content="noindex";
                meta name="description" content="There is no page at this address.";
                title { "No such page · Pydrill" }
                link rel="icon" href=(icon()) type="image/svg+xml";
                @if let Some(root) = root { link rel="stylesheet" href={ (root) (material.style) }; }
                script { (PreEscaped(material.theme)) }
            }
            body {
                div.frame {
                    main #main tabindex="-1" {
                        article.page.list data-testid="page-lost" {
                            header.page-heading { h1 { "No such page" } }
                            p.lead { "This address leads nowhere in Pydrill. It may be old, mistyped or cut off." }
                            section.part #meant hidden {
                                h2 { "You may have meant" }
                                div.body { ul.rows role="list" {} }
                            }
                            // Where the site begins is not known here, but questions lie one or two levels down.
                            p #ways {
                                @match root {
                                    Some(root) => { a href={ (root) "q/" } { "All questions" } " · " a href=(root) { "Pydrill" } },
                                    None => { a href="./" { "Back to what is above this address" } " · " a href="../" { "One level up" } },
                                }
                            }
                        }
                    }
                }
                script #known type="application/json" { (PreEscaped(data::in_page(&known))) }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    File {
        path: "404.html".to_owned(),
        text: text.into_string(),
    }
}

/// The scripts that stand in it, as a policy names them.
pub(crate) fn scripts(theme: &str) -> String {
    [SCRIPT, theme].map(policy::hash).join(" ")
}
