//! Pydrill: practise Python interview questions in the browser, with no server.

pub mod app;
pub mod browser;
pub mod components;
pub mod editor;
pub mod offline;
pub mod pages;
pub mod practice;
pub mod python;
pub mod route;
pub mod settings;
pub mod state;
pub mod storage;
