//! Python, coloured: short spans around tokens, made at build time.
//!
//! The spans have one letter each: `k` keyword, `s` string, `c` comment, `n` number, `d` a name that
//! is defined or built in. Operators and other names have none, which keeps the bank small.

mod lexer;
mod names;

use super::markdown::escape;
use super::source::check::MARK;
use crate::question::Html;
use lexer::Token;
use std::ops::Range;

/// A whole program.
pub(crate) fn python(code: &str) -> Html {
    fragment(code, &lexer::tokens(code), 0..code.len())
}

/// One fragment for each line, with its indentation. A string over several lines stays coloured.
pub(crate) fn python_lines(code: &str) -> Vec<Html> {
    let tokens = lexer::tokens(code);
    let mut start = 0;
    let mut fragments = Vec::new();
    for line in code.split('\n') {
        let end = start + line.len();
        fragments.push(fragment(code, &tokens, start..end));
        start = end + 1;
    }
    fragments
}

/// The fragments between the marks that begin at these places.
pub(crate) fn python_pieces(code: &str, places: &[(usize, usize)]) -> Vec<Html> {
    let tokens = lexer::tokens(code);
    let mut start = 0;
    let mut fragments = Vec::new();
    for &(end, _) in places {
        fragments.push(fragment(code, &tokens, start..end));
        start = end + MARK;
    }
    fragments.push(fragment(code, &tokens, start..code.len()));
    fragments
}

/// A part of the code; tokens that reach out of it are cut.
fn fragment(code: &str, tokens: &[Token], part: Range<usize>) -> Html {
    let mut html = String::new();
    let mut done = part.start;
    let text = |from: usize, to: usize| escape(code.get(from..to).unwrap_or_default());
    for token in tokens {
        let start = token.span.start.max(part.start);
        let end = token.span.end.min(part.end);
        if start < end {
            html.push_str(&text(done, start));
            html.push_str("<span class=\"");
            html.push_str(token.class.letter());
            html.push_str("\">");
            html.push_str(&text(start, end));
            html.push_str("</span>");
            done = end;
        }
    }
    html.push_str(&text(done, part.end));
    Html(html)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compile::source::check::places;
    use proptest::prelude::*;

    /// With `[k|def]` for a span.
    fn short(html: &Html) -> String {
        html.0
            .replace("<span class=\"", "[")
            .replace("\">", "|")
            .replace("</span>", "]")
    }

    #[test]
    fn a_program_is_coloured_token_by_token() {
        let check = |code: &str, expected: &str| assert_eq!(short(&python(code)), expected);
        check("def f(x):", "[k|def] [d|f](x):");
        check("x = 10 # why", "x = [n|10] [c|# why]");
        check("print(\"<b>\")", "[d|print]([s|\"&lt;b>\"])");
        check("a.print(1.5e-3)", "a.print([n|1.5e-3])");
    }

    #[test]
    fn a_string_over_lines_is_coloured_on_each_of_them() {
        let code = "s = \"\"\"one\n  two\"\"\"\n  if s:";
        let lines: Vec<String> = python_lines(code).iter().map(short).collect();
        assert_eq!(
            lines,
            ["s = [s|\"\"\"one]", "[s|  two\"\"\"]", "  [k|if] s:"]
        );
    }

    #[test]
    fn a_gap_cuts_the_code_and_the_string_around_it() {
        let code = "if __A__:\n    f(\"a__B__b\")";
        let pieces: Vec<String> = python_pieces(code, &places(code))
            .iter()
            .map(short)
            .collect();
        assert_eq!(pieces, ["[k|if] ", ":\n    f([s|\"a]", "[s|b\"])"]);
    }

    /// The markup without its spans.
    fn bare(html: &Html) -> String {
        let mut bare = html.0.replace("</span>", "");
        for letter in ["k", "s", "c", "n", "d"] {
            bare = bare.replace(&format!("<span class=\"{letter}\">"), "");
        }
        bare
    }

    const PIECES: [&str; 26] = [
        "\"",
        "'",
        "\"\"\"",
        "'''",
        "f'",
        "rb\"",
        "{",
        "}",
        "{{",
        "!r:>",
        "\\",
        "\n",
        "    ",
        "#",
        "def ",
        "match x:",
        "1",
        ".5e",
        "0x",
        "print",
        "é",
        "\u{1f40d}",
        "<b>",
        "&",
        "__A__",
        "@",
    ];

    proptest! {
        #[test]
        fn nothing_of_the_code_is_lost(
            pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..24),
        ) {
            let code = pieces.concat();
            prop_assert_eq!(bare(&python(&code)), escape(&code));
            let lines: Vec<String> = python_lines(&code).iter().map(bare).collect();
            prop_assert_eq!(lines.join("\n"), escape(&code));
            let cut: Vec<String> = python_pieces(&code, &places(&code)).iter().map(bare).collect();
            prop_assert_eq!(cut.join("__A__"), escape(&code));
        }
    }
}
