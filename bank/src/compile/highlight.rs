//! Python, coloured: short spans around tokens, made at build time.

use super::markdown::escape;
use super::source::check::MARK;
use crate::question::Html;

/// A whole program.
pub(crate) fn python(code: &str) -> Html {
    Html(escape(code))
}

/// One fragment for each line, without its indentation.
pub(crate) fn python_lines(code: &str) -> Vec<Html> {
    code.lines().map(|line| Html(escape(line))).collect()
}

/// The fragments between the marks that begin at these places.
pub(crate) fn python_pieces(code: &str, places: &[(usize, usize)]) -> Vec<Html> {
    let mut pieces = Vec::new();
    let mut done = 0;
    for &(start, _) in places {
        pieces.push(Html(escape(code.get(done..start).unwrap_or_default())));
        done = start + MARK;
    }
    pieces.push(Html(escape(code.get(done..).unwrap_or_default())));
    pieces
}
