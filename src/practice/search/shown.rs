//! What is shown of what was found: a text in pieces of which some are marked, and a few words around the
//! first match in a long one.

use crate::practice::search::Wanted;
use crate::practice::search::near::is_near;
use crate::practice::search::words::places;

/// A piece of a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Piece<'a> {
    /// As it stands there.
    pub text: &'a str,
    /// Whether it is what was looked for.
    pub marked: bool,
}

impl Piece<'_> {
    /// A text in which nothing was looked for.
    pub fn plain(text: &str) -> Piece<'_> {
        Piece {
            text,
            marked: false,
        }
    }
}

/// In bytes, about: how much is shown before the first match, and in all.
const BEFORE: usize = 40;
const ALL: usize = 140;

/// A text in pieces; one after the other they are the text.
pub fn pieces<'a>(text: &'a str, wanted: &[Wanted]) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    let mut shown = 0;
    for (at, word) in places(text) {
        if let Some((from, length)) = matched(word, wanted) {
            let (before, after) = rest.split_at(at + from - shown);
            let (hit, after) = after.split_at(length);
            pieces.push(Piece::plain(before));
            pieces.push(Piece {
                text: hit,
                marked: true,
            });
            rest = after;
            shown = at + from + length;
        }
    }
    pieces.push(Piece::plain(rest));
    pieces.retain(|piece| !piece.text.is_empty());
    pieces
}

/// A line around the first word of a text that begins with a word that is wanted.
pub fn excerpt(text: &str, wanted: &[Wanted]) -> Option<String> {
    let begins = |word: &str| {
        let wanted = wanted.iter().filter(|wanted| !wanted.mistyped);
        wanted
            .into_iter()
            .any(|wanted| begins_with(word, &wanted.word))
    };
    let (hit, _) = places(text).find(|(_, word)| begins(word))?;
    let from = places(text)
        .map(|(at, _)| at)
        .find(|at| at + BEFORE >= hit)?;
    let mut line = String::new();
    if from > 0 {
        line.push('…');
    }
    let rest = text.get(from..)?;
    for part in rest.split_whitespace() {
        if line.len() > ALL {
            line.push('…');
            break;
        }
        line.push_str(part);
        line.push(' ');
    }
    Some(line.trim_end().to_owned())
}

/// Where in a word a match begins, and how long it is.
fn matched(word: &str, wanted: &[Wanted]) -> Option<(usize, usize)> {
    let found = |wanted: &Wanted| {
        let looked_for = wanted.word.as_str();
        if wanted.mistyped {
            let word = word.to_ascii_lowercase();
            return is_near(looked_for, &word).then_some((0, word.len()));
        }
        if begins_with(word, looked_for) {
            return Some((0, looked_for.len()));
        }
        let at = word.to_ascii_lowercase().find(looked_for)?;
        (looked_for.len() >= super::LEAST_INSIDE).then_some((at, looked_for.len()))
    };
    wanted
        .iter()
        .filter_map(found)
        .max_by_key(|(_, length)| *length)
}

fn begins_with(word: &str, beginning: &str) -> bool {
    let start = word.as_bytes().get(..beginning.len());
    start.is_some_and(|start| start.eq_ignore_ascii_case(beginning.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn wanted(query: &str) -> Vec<Wanted> {
        let word = |word: &str| Wanted {
            word: word.trim_end_matches('~').to_owned(),
            mistyped: word.ends_with('~'),
        };
        query.split_whitespace().map(word).collect()
    }

    fn check(text: &str, query: &str, expected: &str) {
        let mut shown = String::new();
        for piece in pieces(text, &wanted(query)) {
            match piece.marked {
                true => shown.push_str(&["[", piece.text, "]"].concat()),
                false => shown.push_str(piece.text),
            }
        }
        assert_eq!(shown, expected);
    }

    #[test]
    fn matches_are_marked_where_they_stand() {
        check("Lists and tuples", "", "Lists and tuples");
        check("Lists and tuples", "list tu", "[List]s and [tu]ples");
        check("asyncio: parts", "sync", "a[sync]io: parts");
        check("A big asyncio", "i", "A big asyncio");
        check(
            "Wrapping with decorators",
            "decoratros~",
            "Wrapping with [decorators]",
        );
        check("größe", "größ", "[größ]e");
    }

    #[test]
    fn an_excerpt_stands_around_the_first_match() {
        let text = "One lock lets one thread run bytecode at a time, whatever there is to do besides; others wait for it.";
        assert_eq!(excerpt(text, &wanted("nowhere")), None);
        assert_eq!(excerpt(text, &wanted("one")).unwrap(), text);
        let shown = excerpt(text, &wanted("others")).unwrap();
        assert_eq!(
            shown,
            "…time, whatever there is to do besides; others wait for it."
        );
        let long = ["lock ".repeat(9), "x ".repeat(200)].concat();
        let shown = excerpt(&long, &wanted("x")).unwrap();
        assert!(
            shown.starts_with('…') && shown.ends_with('…') && shown.len() < 160,
            "{shown}"
        );
    }

    proptest! {
        #[test]
        fn pieces_are_the_text(text in ".*", query in "[a-zé]{1,4}( [a-z]{4,6}~)?") {
            let shown: Vec<&str> = pieces(&text, &wanted(&query)).iter().map(|it| it.text).collect();
            prop_assert_eq!(shown.concat(), text.clone());
            let _ = excerpt(&text, &wanted(&query));
        }
    }
}
