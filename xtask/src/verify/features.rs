//! What a page has to run, on the pack under Node. The journeys run the same list in each browser.

use super::pythons::Pythons;
use super::task::Run;
use crate::workspace::root;
use serde::Deserialize;
use std::fs;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Features {
    feature: Vec<Feature>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Feature {
    name: String,
    program: String,
    printed: String,
}

#[test]
fn the_trimmed_library_has_what_interviews_ask_about() {
    let text = fs::read_to_string(root().join("tests/python/features.toml")).unwrap();
    let features: Features = toml::from_str(&text).unwrap();
    assert_eq!(features.feature.len(), 38);
    let mut pythons = Pythons::of_this_clone();
    for Feature {
        name,
        program,
        printed,
    } in &features.feature
    {
        let run = Run {
            parts: &[program],
            seconds: 30,
        };
        let ran = pythons.ask(&[], 0, &run).unwrap().unwrap();
        assert_eq!(&ran.printed, printed, "{name}: {:?}", ran.error);
        assert_eq!((ran.error, ran.stopped), (None, false), "{name}");
    }
}
