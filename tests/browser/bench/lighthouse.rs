//! What Lighthouse says of the release on a phone: `cargo xtask bench lighthouse`. The host sends what a good
//! one sends, see `hosted.rs`.

use super::{alone, median};
use crate::engine::program;
use crate::site::{Site, Terms};
use std::path::Path;
use std::process::Command;

/// How often each page is measured; the median is told.
const TIMES: usize = 5;

/// What is measured of a page, in the order in which `lighthouse.mjs` tells it.
const MEASURES: [(&str, &str); 8] = [
    ("performance", ""),
    ("accessibility", ""),
    ("best practices", ""),
    ("search engines", ""),
    ("first contentful paint", "ms"),
    ("largest contentful paint", "ms"),
    ("layout shift", ""),
    ("total blocking time", "ms"),
];

/// A page, and the bound of each measure; a dash where there is none.
struct Page {
    name: &'static str,
    address: &'static str,
    bounds: [&'static str; MEASURES.len()],
}

const PAGES: [Page; 3] = [
    Page {
        name: "Home",
        address: "",
        bounds: ["100", "100", "100", "100", "1,000", "1,000", "0", "50"],
    },
    Page {
        name: "question's page",
        address: "q/gil/",
        bounds: ["100", "100", "100", "100", "1,000", "900", "0", "50"],
    },
    Page {
        name: "question in the app",
        address: "#/question/gil",
        bounds: ["-", "100", "100", "100", "1,000", "-", "0", "50"],
    },
];

/// One run on one page: a figure for each of [`MEASURES`], and the rules that the page does not keep.
type Run = (Vec<f64>, Vec<String>);

#[test]
#[ignore = "measures and judges nothing: cargo xtask bench"]
fn rates_the_pages() {
    let _alone = alone();
    let site = Site::serve(Terms {
        is_good: true,
        ..Terms::default()
    });
    for (page, runs) in PAGES.iter().zip(measure(&site)) {
        for (place, ((what, unit), bound)) in MEASURES.iter().zip(page.bounds).enumerate() {
            let figure = median(runs.iter().map(|run| run.0[place]).collect());
            let digits = usize::from(*what == "layout shift") * 3;
            println!(
                "{:<20} {what:<26} {figure:>7.digits$} {unit:<2}  bound {bound}",
                page.name
            );
        }
        let mut broken: Vec<&str> = runs
            .iter()
            .flat_map(|(_, broken)| broken)
            .map(String::as_str)
            .collect();
        broken.sort_unstable();
        broken.dedup();
        if !broken.is_empty() {
            println!("{:<20} does not keep: {}", page.name, broken.join(", "));
        }
    }
}

/// All runs of each page.
fn measure(site: &Site) -> Vec<Vec<Run>> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/bench/lighthouse.mjs");
    let mut node = Command::new("node");
    node.arg(script).arg(program("chromium"));
    node.arg(TIMES.to_string());
    node.args(PAGES.map(|page| format!("{}{}", site.url(), page.address)));
    let ended = node.output().expect("Node starts");
    let said = String::from_utf8_lossy(&ended.stderr);
    assert!(
        ended.status.success(),
        "Lighthouse or its Chromium does not run: {said}"
    );
    serde_json::from_slice(&ended.stdout).expect("lighthouse.mjs prints what it measured")
}
