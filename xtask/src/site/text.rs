//! The bank's HTML for places that take less of it: as words, and as Anki shows it.
//!
//! It reads what the bank's compiler and the pages here write, and is no reader of HTML in general.

use bank::question::Html;

/// As it is read aloud: without tags, and with a space where something ends.
pub(crate) fn words(html: &Html) -> String {
    let mut words = String::new();
    for piece in pieces(html.as_str()) {
        match piece {
            Piece::Text(text) => words.push_str(&text.replace("&lt;", "<").replace("&amp;", "&")),
            Piece::Tag("/p" | "/li" | "/pre" | "/figcaption" | "br") => words.push(' '),
            Piece::Tag(_) => {}
        }
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// On one line, without classes, drawings and what makes a page work: what is left is understood by any
/// note type of Anki.
pub(crate) fn for_card(html: &str) -> String {
    let mut card = String::new();
    // The tag that ends what is left out.
    let mut left_out = None;
    let mut listings = 0_usize;
    for piece in pieces(html) {
        let tag = match piece {
            Piece::Tag(tag) => tag,
            Piece::Text(text) => {
                if left_out.is_none() {
                    // A listing keeps its lines, also on the one line of a card.
                    let (end, tab) = if listings > 0 {
                        ("<br>", "    ")
                    } else {
                        (" ", " ")
                    };
                    card.push_str(&text.replace('\t', tab).replace('\n', end));
                }
                continue;
            }
        };
        let name = tag.split(' ').next().unwrap_or_default();
        match name {
            _ if left_out == Some(name) => left_out = None,
            _ if left_out.is_some() => {}
            "svg" => left_out = Some("/svg"),
            // The list that it stands in has numbers of its own.
            "span" if tag.contains("\"number\"") => left_out = Some("/span"),
            // Colours of a program; spaces before a line are text.
            "span" | "/span" => {}
            "code" if tag.contains("\"code-line\"") => {
                card.push_str("<code style=\"white-space: pre-wrap\">");
            }
            "a" => card.push_str(&format!("<{}>", tag.replace(" rel=\"noopener\"", ""))),
            _ => {
                match name {
                    "pre" => listings += 1,
                    "/pre" => listings = listings.saturating_sub(1),
                    _ => {}
                }
                card.push_str(&format!("<{name}>"));
            }
        }
    }
    card.trim().to_owned()
}

enum Piece<'a> {
    /// Without the brackets.
    Tag(&'a str),
    Text(&'a str),
}

/// Tags and the text between them, in order. No attribute holds a `>`.
fn pieces(html: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut parts = html.split('<');
    let first = parts.next().map(Piece::Text);
    let rest = parts.flat_map(|part| {
        let (tag, text) = part.split_once('>').unwrap_or((part, ""));
        [Piece::Tag(tag), Piece::Text(text)]
    });
    first.into_iter().chain(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_is_one_line_without_classes() {
        let check = |html: &str, expected: &str| assert_eq!(for_card(html), expected);
        check("<p>a\nb</p>", "<p>a b</p>");
        check(
            "<pre class=\"code\" tabindex=\"0\"><code><span class=\"k\">if</span> x:\n\ty &lt; 1</code></pre>\n",
            "<pre><code>if x:<br>    y &lt; 1</code></pre>",
        );
        check(
            "<li class=\"line\"><span class=\"number\">2</span><code class=\"code-line\"><span class=\"indent\">    </span><span class=\"rest\">x</span></code></li>",
            "<li><code style=\"white-space: pre-wrap\">    x</code></li>",
        );
        check(
            "<li><svg class=\"icon\"><path d=\"M1\"></path></svg><b>r</b></li>",
            "<li><b>r</b></li>",
        );
        check(
            "<a href=\"https://a.b/?c=d&amp;e\" rel=\"noopener\">f</a>",
            "<a href=\"https://a.b/?c=d&amp;e\">f</a>",
        );
    }
}
