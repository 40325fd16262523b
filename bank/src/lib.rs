//! The question bank: what a question is, how an answer is graded, and how the bank travels in the app.
//!
//! With the feature `compile` it also holds the compiler that turns Markdown files into the embedded
//! form. It knows no clock, no chance, no browser and no files of the app.

pub mod answer;
pub mod check;
#[cfg(feature = "compile")]
pub mod compile;
pub mod embedded;
pub mod exercise;
pub mod grade;
pub mod listing;
pub mod literal;
pub mod name;
pub mod paper;
pub mod question;
pub mod topic;
mod wire;
