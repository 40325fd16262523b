//! Blank: a program with gaps, and what may and may not fill them.

use super::super::list::{self, Item};
use super::super::problem::Problems;
use super::super::source::check::{Blank, Gap, Tempting, places};
use super::pieces::Pieces;

pub(crate) fn parse(pieces: &mut Pieces<'_, '_>, problems: &mut Problems) -> Option<Blank> {
    let items = pieces.items(problems);
    let why = pieces.quote();
    let program = pieces.program()?;
    let line = program.code.line;
    let places = places(&program.code.text);
    let count = places.iter().map(|&(_, gap)| gap + 1).max().unwrap_or(0);
    if count == 0 {
        problems.error(
            line,
            "this program has no gap",
            "write `__A__` where something is to be filled in, then `__B__`",
        );
        return None;
    }
    let hole = (0..count).find(|at| !places.iter().any(|(_, gap)| gap == at));
    if let Some(hole) = hole {
        problems.error(
            line,
            format!("the program has no `__{}__`", letter(hole)),
            "name the gaps A, B, C without leaving one out",
        );
        return None;
    }
    let mut gaps = vec![Gap::default(); count];
    for item in &items {
        fill(item, &mut gaps, problems);
    }
    for (gap, at) in gaps.iter().zip(0..) {
        let letter = letter(at);
        if gap.accepted.is_empty() {
            problems.error(
                line,
                format!("nothing is accepted for `__{letter}__`"),
                format!("add `- {letter}: ` and the right filling between backticks"),
            );
        }
    }
    Some(Blank { program, gaps, why })
}

fn fill(item: &Item, gaps: &mut [Gap], problems: &mut Problems) {
    let Some((letter, is_wrong, markdown)) = parts(&item.text.markdown) else {
        problems.error(
            item.line(),
            "this is not a filling",
            "write `- A: ` or `- A wrong: ` and the filling between backticks",
        );
        return;
    };
    let text = list::code_span(markdown);
    if text.is_none() {
        problems.error(
            item.line(),
            "this filling is not code",
            "write all of it between backticks",
        );
    }
    let gap = (letter as usize).checked_sub('A' as usize);
    let Some(gap) = gap.and_then(|gap| gaps.get_mut(gap)) else {
        problems.error(
            item.line(),
            format!("the program has no `__{letter}__`"),
            "name a gap of the program",
        );
        return;
    };
    if is_wrong {
        let why = item.explained("filling", problems);
        gap.tempting.extend(text.map(|text| Tempting {
            line: item.line(),
            text,
            why,
        }));
    } else {
        item.unexplained("accepted filling", problems);
        gap.accepted.extend(text.map(|text| (item.line(), text)));
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
