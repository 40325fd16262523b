//! Listings: code that is shown, and programs with what they print or why they cannot run in a page.
//!
//! It judges nothing; whether a program does what is recorded is the verifier's business.

use super::markdown;
use super::source::program::{Program, Shown};
use crate::listing::{OUTPUT, RAISES, RUN, SHOWN};
use crate::question::Html;

/// Code that is only shown.
pub(crate) fn shown(shown: &Shown) -> String {
    markdown::listing(&shown.language, &shown.code.text, SHOWN)
}

/// A program, and below it what it prints and raises.
pub(crate) fn program(program: &Program) -> String {
    let elsewhere = elsewhere(program);
    let around = match elsewhere {
        Some(_) => SHOWN,
        None => RUN,
    };
    let mut html = markdown::listing("python", &program.code.text, around);
    if let Some(printed) = &program.printed {
        html.push_str(&markdown::listing("text", &printed.text, OUTPUT));
    }
    if let Some(exception) = &program.raises {
        html.push_str(&markdown::listing("text", exception, RAISES));
    }
    if let Some(why) = elsewhere {
        html.push_str(&format!("<p class=\"fine\">{}</p>", why.0));
    }
    html
}

/// Why a program cannot run where it is read, and where its output comes from.
pub(crate) fn elsewhere(program: &Program) -> Option<Html> {
    let missing: Vec<&str> = program.needs.iter().map(|need| need.missing()).collect();
    (!missing.is_empty()).then(|| {
        let missing = missing.join(" and ");
        markdown::plain(&format!(
            "This cannot run here: Python in a browser has {missing}. \
             What it prints was recorded with CPython on Linux."
        ))
    })
}
