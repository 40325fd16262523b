//! `#/questions`, `#/tracks` and `#/track/...`: ways to one question among all.

pub mod questions;
pub mod track;
pub mod tracks;
