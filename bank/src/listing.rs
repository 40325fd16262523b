//! Listings inside prose: how they are marked up, and which of them a page can run.
//!
//! It finds what the compiler has written and nothing else: it is no reader of HTML. It runs nothing.

use crate::question::Html;

/// What stands before and after the code of a listing.
pub(crate) type Around = (&'static str, &'static str);

/// A listing that is only shown. It scrolls sideways on a narrow screen, so the keyboard reaches it.
pub(crate) const SHOWN: Around = (
    "<pre class=\"code\" tabindex=\"0\"><code>",
    "</code></pre>\n",
);

/// A program that a page can run.
pub(crate) const RUN: Around = (
    "<pre class=\"code\" tabindex=\"0\" data-run><code>",
    "</code></pre>\n",
);

/// What a program printed.
pub(crate) const OUTPUT: Around = (
    "<figure class=\"output\"><figcaption>Output</figcaption><pre tabindex=\"0\"><samp>",
    "</samp></pre></figure>\n",
);

/// The exception that ended it.
pub(crate) const RAISES: Around = (
    "<figure class=\"output\"><figcaption>Raises</figcaption><pre tabindex=\"0\"><samp>",
    "</samp></pre></figure>\n",
);

/// A piece of prose.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Piece<'a> {
    /// Anything else.
    Prose(&'a str),
    /// A program that a page can run.
    Listing(Listing<'a>),
}

/// A program that a page can run, with what is known of its end.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Listing<'a> {
    /// The program, highlighted.
    pub code: &'a str,
    /// What it printed and raised, as it stands below the program; may be empty.
    pub recorded: &'a str,
    printed: &'a str,
    raises: Option<&'a str>,
}

impl Html {
    /// The prose and the programs in it that can be run, in order.
    pub fn pieces(&self) -> Vec<Piece<'_>> {
        let mut pieces = Vec::new();
        let mut rest = self.as_str();
        while let Some(start) = rest.find(RUN.0) {
            let (before, from) = rest.split_at(start);
            let Some((code, after)) = inside(from, RUN) else {
                break;
            };
            if !before.is_empty() {
                pieces.push(Piece::Prose(before));
            }
            let (printed, after_output) = inside(after, OUTPUT).unwrap_or(("", after));
            let (raises, end) = match inside(after_output, RAISES) {
                Some((name, end)) => (Some(name), end),
                None => (None, after_output),
            };
            let recorded = after.strip_suffix(end).unwrap_or_default();
            pieces.push(Piece::Listing(Listing {
                code,
                recorded,
                printed,
                raises,
            }));
            rest = end;
        }
        if !rest.is_empty() {
            pieces.push(Piece::Prose(rest));
        }
        pieces
    }

    /// As it is read: without tags.
    pub fn text(&self) -> String {
        text(self.as_str())
    }
}

impl Listing<'_> {
    /// The program as Python reads it.
    pub fn program(&self) -> String {
        text(self.code)
    }

    /// What it printed when the bank was verified.
    pub fn printed(&self) -> String {
        text(self.printed)
    }

    /// The exception that ended it then, if one did.
    pub fn raises(&self) -> Option<String> {
        self.raises.map(text)
    }
}

/// What stands inside at the beginning of a text, and what follows.
fn inside(text: &str, (open, close): Around) -> Option<(&str, &str)> {
    text.strip_prefix(open)?.split_once(close)
}

/// The text between tags, as it was before the compiler made it safe.
fn text(html: &str) -> String {
    let mut parts = html.split('<');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        text.push_str(part.split_once('>').map_or("", |(_, after)| after));
    }
    text.replace("&lt;", "<").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(parts: &[&str]) -> Html {
        Html(parts.concat())
    }

    #[test]
    fn programs_are_found_in_prose_with_what_they_gave() {
        let html = html(&[
            "<p>a</p>",
            RUN.0,
            "<span class=\"d\">print</span>(1 &lt; 2 > 0) <span class=\"c\"># &amp;lt;</span>",
            RUN.1,
            OUTPUT.0,
            "True",
            OUTPUT.1,
            RAISES.0,
            "ValueError",
            RAISES.1,
            "<p>b</p>",
            SHOWN.0,
            "x",
            SHOWN.1,
            RUN.0,
            "y",
            RUN.1,
        ]);
        let pieces = html.pieces();
        let [
            before,
            Piece::Listing(full),
            between,
            Piece::Listing(silent),
        ] = pieces[..]
        else {
            panic!("{pieces:?}");
        };
        assert_eq!(before, Piece::Prose("<p>a</p>"));
        assert_eq!(full.program(), "print(1 < 2 > 0) # &lt;");
        assert_eq!(full.printed(), "True");
        assert_eq!(full.raises().as_deref(), Some("ValueError"));
        let figures = [OUTPUT.0, "True", OUTPUT.1, RAISES.0, "ValueError", RAISES.1];
        assert_eq!(full.recorded, figures.concat());
        assert_eq!(
            between,
            Piece::Prose(&["<p>b</p>", SHOWN.0, "x", SHOWN.1].concat())
        );
        assert_eq!((silent.printed(), silent.raises()), (String::new(), None));
        assert_eq!(silent.recorded, "");
    }

    #[test]
    fn prose_without_programs_is_one_piece() {
        assert_eq!(html(&["<p>a</p>"]).pieces(), [Piece::Prose("<p>a</p>")]);
        assert_eq!(html(&[]).pieces(), []);
        assert_eq!(
            html(&["<p>", RUN.0]).pieces(),
            [Piece::Prose(&["<p>", RUN.0].concat())]
        );
    }
}
