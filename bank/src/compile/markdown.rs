//! Markdown to HTML, with a short list of elements: what is not on it cannot come out.
//!
//! Raw HTML, images, headings and tables have no place in a question file; [`judge`] says so.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a list of what may come out: what pulldown-cmark adds one day must not"
)]

use super::highlight;
use super::problem::Problems;
use super::source::Text;
use super::texts::Place;
use crate::listing::Around;
use crate::question::Html;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// Paragraphs and lists.
pub(crate) fn block(markdown: &str) -> Html {
    let mut html = String::new();
    for event in Parser::new(markdown) {
        write(&event, &mut html);
    }
    Html(html)
}

/// Whether a text begins with a paragraph.
pub(crate) fn is_paragraph(markdown: &str) -> bool {
    matches!(
        Parser::new(markdown).next(),
        Some(Event::Start(Tag::Paragraph))
    )
}

/// A text that stands inside a line: without the paragraph around it.
pub(crate) fn inline(markdown: &str) -> Html {
    let mut html = String::new();
    for event in Parser::new(markdown) {
        if !matches!(
            event,
            Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph)
        ) {
            write(&event, &mut html);
        }
    }
    Html(html)
}

/// The text as read: without marks, a paragraph or item on lines of its own.
pub(crate) fn visible(markdown: &str) -> String {
    let mut visible = String::new();
    for event in Parser::new(markdown) {
        match event {
            Event::Text(text) | Event::Code(text) => visible.push_str(&text),
            Event::SoftBreak | Event::HardBreak => visible.push('\n'),
            Event::End(TagEnd::Paragraph | TagEnd::Item) => visible.push_str("\n\n"),
            _ => {}
        }
    }
    visible.truncate(visible.trim_end().len());
    visible
}

/// Text that is not Markdown.
pub(crate) fn plain(text: &str) -> Html {
    Html(escape(text))
}

/// Code in a language as a listing, or what a program printed or raised.
pub(crate) fn listing(language: &str, text: &str, (open, close): Around) -> String {
    let inner = match language {
        "python" => highlight::python(text).0,
        _ => escape(text),
    };
    [open, &inner, close].concat()
}

/// Text made safe between tags.
pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// Says what in a text is not Markdown of the format.
pub(crate) fn judge(place: Place, text: &Text, problems: &mut Problems) {
    // Marks that would not be rendered are read here, so that nobody writes them in vain.
    let marks = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES;
    for (event, span) in Parser::new_ext(&text.markdown, marks).into_offset_iter() {
        let before = text.markdown.as_bytes().iter().take(span.start);
        let line = text.line + before.filter(|&&b| b == b'\n').count();
        let found = stranger(&event).or_else(|| match place {
            Place::Line => block_in_line(&event),
            Place::Block => None,
        });
        if let Some((what, repair)) = found {
            problems.error(line, what, repair);
        }
    }
}

fn block_in_line(event: &Event<'_>) -> Option<(&'static str, &'static str)> {
    match event {
        Event::Start(Tag::List(_) | Tag::BlockQuote(_)) => Some((
            "a list or a quote inside a line",
            "put its mark between backticks or write it as words",
        )),
        _ => None,
    }
}

fn stranger(event: &Event<'_>) -> Option<(&'static str, &'static str)> {
    match event {
        Event::Start(Tag::HtmlBlock) | Event::InlineHtml(_) => Some((
            "raw HTML in Markdown",
            "write it in Markdown; put code between backticks",
        )),
        Event::Start(Tag::Image { .. }) => {
            Some(("an image in Markdown", "say it in words or code"))
        }
        Event::Start(Tag::Heading { .. }) => Some((
            "a heading inside a section",
            "begin the paragraph with **bold words** instead",
        )),
        Event::Start(Tag::CodeBlock(_)) => Some((
            "an indented code block",
            "write it as a fence at the left margin",
        )),
        Event::Start(Tag::Link { dest_url, .. }) if !is_safe(dest_url) => Some((
            "a link that is not https",
            "link to a page that is, or remove the link",
        )),
        Event::Rule => Some(("a rule inside a section", "remove it")),
        Event::Start(Tag::Table(_)) => Some(("a table", "a phone is too narrow; write a list")),
        Event::Start(Tag::Strikethrough | Tag::FootnoteDefinition(_))
        | Event::FootnoteReference(_) => Some((
            "a mark that is not shown",
            "use paragraphs, lists, **bold**, *italic*, code and links",
        )),
        _ => None,
    }
}

/// Whether an address may stand in a link: nothing but an https page.
pub(crate) fn is_safe(url: &str) -> bool {
    url.starts_with("https://")
        && !url.contains(|c: char| c.is_whitespace() || c.is_control() || "\"<>`".contains(c))
}

fn write(event: &Event<'_>, html: &mut String) {
    match event {
        Event::Start(tag) => open(tag, html),
        Event::End(tag) => html.push_str(close(*tag)),
        Event::Text(text) => html.push_str(&escape(text)),
        Event::Code(code) => {
            html.push_str("<code>");
            html.push_str(&escape(code));
            html.push_str("</code>");
        }
        // A line of the file is no line of the page; spaces are easier to compress than line breaks.
        Event::SoftBreak => html.push(' '),
        Event::HardBreak => html.push_str("<br>"),
        _ => {}
    }
}

fn open(tag: &Tag<'_>, html: &mut String) {
    match tag {
        Tag::Paragraph => html.push_str("<p>"),
        Tag::BlockQuote(_) => html.push_str("<blockquote>"),
        Tag::List(None) => html.push_str("<ul>"),
        Tag::List(Some(_)) => html.push_str("<ol>"),
        Tag::Item => html.push_str("<li>"),
        Tag::Emphasis => html.push_str("<em>"),
        Tag::Strong => html.push_str("<strong>"),
        Tag::Link { dest_url, .. } if is_safe(dest_url) => {
            html.push_str("<a href=\"");
            html.push_str(&escape(dest_url));
            html.push_str("\" rel=\"noopener\">");
        }
        Tag::Link { .. } => html.push_str("<a>"),
        _ => {}
    }
}

fn close(tag: TagEnd) -> &'static str {
    match tag {
        TagEnd::Paragraph => "</p>",
        TagEnd::BlockQuote(_) => "</blockquote>",
        TagEnd::List(false) => "</ul>",
        TagEnd::List(true) => "</ol>",
        TagEnd::Item => "</li>",
        TagEnd::Emphasis => "</em>",
        TagEnd::Strong => "</strong>",
        TagEnd::Link => "</a>",
        _ => "",
    }
}
