//! Blank: a program with gaps, and what may and may not fill them.

use super::super::list::{self, Item};
use super::super::problem::Problems;
use super::super::source::check::{Blank, Gap, Tempting, places};
use super::super::source::program::Code;
use super::pieces::Pieces;

pub(crate) fn parse(pieces: &mut Pieces<'_, '_>, problems: &mut Problems) -> Option<Blank> {
    let items = pieces.items(problems);
    let why = pieces.quote();
    let program = pieces.program()?;
    let mut gaps = gaps(&program.code, problems)?;
    for item in &items {
        fill(item, &mut gaps, problems);
    }
    for (gap, at) in gaps.iter().zip(0..) {
        if gap.accepted.is_empty() {
            let letter = letter(at);
            let what = format!("nothing is accepted for `__{letter}__`");
            let repair = format!("add `- {letter}: ` and the right filling between backticks");
            problems.error(program.code.line, what, repair);
        }
    }
    Some(Blank { program, gaps, why })
}

/// The gaps of a program, still without fillings; `None` with a problem when they are not A, B, C.
fn gaps(code: &Code, problems: &mut Problems) -> Option<Vec<Gap>> {
    let places = places(&code.text);
    let count = places.iter().map(|&(_, gap)| gap + 1).max().unwrap_or(0);
    if count == 0 {
        let repair = "write `__A__` where something is to be filled in, then `__B__`";
        problems.error(code.line, "this program has no gap", repair);
        return None;
    }
    let hole = (0..count).find(|at| !places.iter().any(|(_, gap)| gap == at));
    if let Some(hole) = hole {
        let what = format!("the program has no `__{}__`", letter(hole));
        let repair = "name the gaps A, B, C without leaving one out";
        problems.error(code.line, what, repair);
        return None;
    }
    Some(vec![Gap::default(); count])
}

fn fill(item: &Item, gaps: &mut [Gap], problems: &mut Problems) {
    let line = item.line();
    let Some((letter, is_wrong, markdown)) = parts(&item.text.markdown) else {
        let repair = "write `- A: ` or `- A wrong: ` and the filling between backticks";
        problems.error(line, "this is not a filling", repair);
        return;
    };
    let place = (letter as usize).checked_sub('A' as usize);
    let Some(gap) = place.and_then(|place| gaps.get_mut(place)) else {
        let what = format!("the program has no `__{letter}__`");
        problems.error(line, what, "name a gap of the program");
        return;
    };
    let Some(text) = list::code_span(markdown) else {
        let repair = "write all of it between backticks";
        problems.error(line, "this filling is not code", repair);
        return;
    };
    if is_wrong {
        let why = item.explained("filling", problems);
        gap.tempting.push(Tempting { line, text, why });
    } else {
        item.unexplained("accepted filling", problems);
        gap.accepted.push((line, text));
    }
}

/// The gap's letter, whether the filling is wrong, and the filling.
fn parts(markdown: &str) -> Option<(char, bool, &str)> {
    let (head, filling) = markdown.split_once(": ")?;
    let (name, is_wrong) = match head.strip_suffix(" wrong") {
        Some(name) => (name, true),
        None => (head, false),
    };
    let mut chars = name.chars();
    let letter = chars.next().filter(char::is_ascii_uppercase)?;
    chars
        .next()
        .is_none()
        .then_some((letter, is_wrong, filling))
}

fn letter(gap: usize) -> char {
    ('A'..='Z').nth(gap).unwrap_or('?')
}
