//! The compiler, from outside: broken files and their messages, lints, HTML, and the real bank.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test may panic, and so may what it calls"
)]

mod any_text;
mod audits;
mod broken_checks;
mod broken_exercise;
mod broken_fences;
mod broken_files;
mod broken_front;
mod broken_programs;
mod broken_sections;
mod broken_tables;
mod broken_tracks;
mod lints_of_choices;
mod lints_of_text;
mod markup;
mod real_bank;
mod small_bank;
mod whole_bank;
