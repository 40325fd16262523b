//! Pydrill: practise Python interview questions in the browser, with no server.

pub mod practice;
pub mod settings;
pub mod storage;
