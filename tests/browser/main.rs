//! Journeys: what people do with the release, in real browsers, over WebDriver.
//!
//! `cargo xtask test` builds the release, sees to the browsers and runs them; nothing here builds or
//! installs. Every journey runs in every engine, and fails on anything that the page complains about,
//! on a request that fails and on one to another origin.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on has to stop"
)]

mod answer;
mod bench;
mod engine;
mod gallery;
mod history;
mod hosted;
mod journeys;
mod keyboard;
mod person;
mod pool;
mod probe;
mod release;
mod screens;
mod site;
mod wait;
mod witness;
mod workshop;
