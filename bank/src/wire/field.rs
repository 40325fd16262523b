//! How the fields of the model travel: which column, with which marks.

use super::markup::{self, Style};
use super::{Column, Reader, Wire, Writer};
use crate::question::Html;
use std::marker::PhantomData;

macro_rules! text {
    ($(#[doc = $doc:literal] $name:ident: $value:ident by $make:path, $column:ident, $style:ident;)+) => {
        $(
            #[doc = $doc]
            pub(crate) struct $name;

            impl Wire for $name {
                type Value = $value;

                fn read(from: &mut Reader<'_>) -> $value {
                    let marked = from.text(Column::$column);
                    $make(markup::read(&marked, Style::$style, from))
                }

                fn write(value: &$value, to: &mut Writer) {
                    let marked = markup::write($value::as_str(value), Style::$style, to);
                    to.text(Column::$column, &marked);
                }
            }
        )+
    };
}

text! {
    /// Words for people.
    Plain: String by String::from, Prose, Prose;
    /// Python, or what it prints.
    Source: String by String::from, Code, Code;
    /// An id or another name.
    Name: String by String::from, Pages, Address;
    /// Where a page is.
    Address: String by String::from, Pages, Address;
    /// HTML inside a line.
    Inline: Html by Html, Prose, Prose;
    /// The title of a page.
    Title: Html by Html, Pages, Prose;
    /// Highlighted Python.
    Program: Html by Html, Code, Code;
}

/// HTML of whole paragraphs: the first and the last tag are those of a paragraph unless marks say
/// otherwise.
pub(crate) struct Block;

const NO_PARAGRAPH_FIRST: char = '\u{1e}';
const NO_PARAGRAPH_LAST: char = '\u{1f}';

impl Wire for Block {
    type Value = Html;

    fn read(from: &mut Reader<'_>) -> Html {
        let marked = from.text(Column::Prose);
        if marked.is_empty() {
            return Html::default();
        }
        let (open, rest) = match marked.strip_prefix(NO_PARAGRAPH_FIRST) {
            Some(rest) => ("", rest),
            None => ("<p>", marked.as_str()),
        };
        let (rest, close) = match rest.strip_suffix(NO_PARAGRAPH_LAST) {
            Some(rest) => (rest, ""),
            None => (rest, "</p>"),
        };
        let inside = markup::read(rest, Style::Prose, from);
        Html([open, &inside, close].concat())
    }

    fn write(html: &Html, to: &mut Writer) {
        // No text is the empty text, so an empty paragraph must be another.
        let is_short = matches!(html.as_str(), "" | "<p></p>");
        let whole = (!is_short).then_some(html.as_str());
        let after_open = whole.and_then(|html| html.strip_prefix("<p>"));
        let rest = after_open.unwrap_or(html.as_str());
        let before_close = whole.and_then(|_| rest.strip_suffix("</p>"));
        let mut marked = markup::write(before_close.unwrap_or(rest), Style::Prose, to);
        if !html.as_str().is_empty() {
            if after_open.is_none() {
                marked.insert(0, NO_PARAGRAPH_FIRST);
            }
            if before_close.is_none() {
                marked.push(NO_PARAGRAPH_LAST);
            }
        }
        to.text(Column::Prose, &marked);
    }
}

/// The lines of one highlighted program, none of which holds a line break. They are one text, because
/// the corrected program resembles it.
pub(crate) struct Lines;

impl Wire for Lines {
    type Value = Vec<Html>;

    fn read(from: &mut Reader<'_>) -> Vec<Html> {
        let count = from.number();
        let marked = from.text(Column::Code);
        let mut lines = Vec::new();
        if count > 0 {
            for line in marked.split('\n') {
                lines.push(Html(markup::read(line, Style::Code, from)));
            }
        }
        from.is_damaged |= lines.len() != count;
        lines
    }

    fn write(lines: &Vec<Html>, to: &mut Writer) {
        to.number(lines.len());
        let mut marked = Vec::new();
        for line in lines {
            marked.push(markup::write(line.as_str(), Style::Code, to));
        }
        to.text(Column::Code, &marked.join("\n"));
    }
}

/// Any number of them.
pub(crate) struct List<T>(PhantomData<T>);

impl<T: Wire> Wire for List<T> {
    type Value = Vec<T::Value>;

    fn read(from: &mut Reader<'_>) -> Vec<T::Value> {
        let mut values = Vec::new();
        for _ in 0..from.number() {
            if from.is_damaged {
                break;
            }
            values.push(T::read(from));
        }
        values
    }

    fn write(values: &Vec<T::Value>, to: &mut Writer) {
        to.number(values.len());
        for value in values {
            T::write(value, to);
        }
    }
}

impl<T: Wire> Wire for Option<T> {
    type Value = Option<T::Value>;

    fn read(from: &mut Reader<'_>) -> Option<T::Value> {
        bool::read(from).then(|| T::read(from))
    }

    fn write(value: &Option<T::Value>, to: &mut Writer) {
        bool::write(&value.is_some(), to);
        if let Some(value) = value {
            T::write(value, to);
        }
    }
}

impl<A: Wire, B: Wire> Wire for (A, B) {
    type Value = (A::Value, B::Value);

    fn read(from: &mut Reader<'_>) -> (A::Value, B::Value) {
        (A::read(from), B::read(from))
    }

    fn write((a, b): &(A::Value, B::Value), to: &mut Writer) {
        A::write(a, to);
        B::write(b, to);
    }
}

macro_rules! number {
    ($($number:ident)+) => {
        $(impl Wire for $number {
            type Value = $number;

            fn read(from: &mut Reader<'_>) -> $number {
                $number::try_from(from.number_to(usize::from($number::MAX))).unwrap_or_default()
            }

            fn write(number: &$number, to: &mut Writer) {
                to.number(usize::from(*number));
            }
        })+
    };
}

number!(u8 u16);

impl Wire for bool {
    type Value = bool;

    fn read(from: &mut Reader<'_>) -> bool {
        from.number_to(1) == 1
    }

    fn write(value: &bool, to: &mut Writer) {
        to.number(usize::from(*value));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::embedded::Damaged;
    use crate::wire::{Columns, Words};
    use proptest::prelude::*;

    /// The value after a journey between two others.
    fn there_and_back<T: Wire<Value: Clone>>(value: &T::Value) -> Result<T::Value, Damaged> {
        let mut writer = Writer::default();
        for _ in 0..3 {
            writer.part::<T>(value);
        }
        let words = Words::of(writer.texts());
        let bytes = writer.pack(&words);
        Columns::open(&bytes)?.part::<T>(1, &words)
    }

    #[track_caller]
    fn check_html(html: &str) {
        let html = Html(html.to_owned());
        assert_eq!(there_and_back::<Inline>(&html).as_ref(), Ok(&html));
        assert_eq!(there_and_back::<Block>(&html).as_ref(), Ok(&html));
        assert_eq!(there_and_back::<Program>(&html).as_ref(), Ok(&html));
        assert_eq!(there_and_back::<Title>(&html).as_ref(), Ok(&html));
    }

    #[test]
    fn markup_comes_back_as_it_went() {
        for html in [
            "",
            "<p></p>",
            "<p>",
            "</p>",
            "<p>a &amp; b</p>",
            "<p>One. Two? three! <code>x &lt; 3</code></p><ul><li>The É</li></ul>",
            "<pre class=\"code\" tabindex=\"0\"><code><span class=\"k\">def</i> ö</code></pre>\n",
            "<pre class=\"code\" tabindex=\"0\" data-run><code><span class=\"d\">f</span></code></pre>\n",
            "<span class=\"k\">if</span> <span class=\"n\">1</span>:<span class=\"k\">in</span>n",
            "<span class=\"n\">1-2</span><span class=\"c\"># a &lt; b</span>\n<span class=\"c\">#",
            "<span class=\"c\"># a</span> <span class=\"c\"># a\n</span><span class=\"s\">\"</span>",
            "<span class=\"c\"># \t tab</span>",
            "<unknown> </p",
            "\0\u{1}\u{2}\t\u{1f}\u{7f}",
        ] {
            check_html(html);
        }
    }

    #[test]
    fn code_leaves_the_prose() {
        let mut writer = Writer::default();
        Block::write(
            &Html("<p>A <code>b</code> c.</p><p>D</p>".into()),
            &mut writer,
        );
        Program::write(&Html("<span class=\"k\">if</span> x".into()), &mut writer);
        let [prose, code, _] = writer.texts;
        assert_eq!(prose, "a \u{2} c.\u{6}d\u{1}");
        assert_eq!(code, "b\u{1}\u{2}if x\u{1}");
    }

    #[test]
    fn lines_come_back_as_they_went() {
        let lines = |lines: &[&str]| lines.iter().map(|line| Html((*line).into())).collect();
        let comment = "<span class=\"c\"># b</span>";
        for lines in [lines(&[]), lines(&[""]), lines(&["a", "", comment, "c"])] {
            assert_eq!(there_and_back::<Lines>(&lines), Ok(lines));
        }
        let broken: Vec<Html> = lines(&["a\nb"]);
        assert_eq!(there_and_back::<Lines>(&broken), Err(Damaged));
    }

    const PIECES: [&str; 24] = [
        "<p>",
        "</p>",
        "<code>",
        "</code>",
        "</span>",
        "&lt;",
        "<span class=\"k\">",
        "<span class=\"n\">",
        "<span class=\"c\">",
        "<span class=\"s\">",
        "\n",
        "\t",
        "\u{7f}",
        "\0",
        "\u{5}",
        " ",
        ". ",
        "the",
        "The",
        "a",
        "é",
        "\u{1f40d}",
        "https://",
        ".html#",
    ];

    proptest! {
        #[test]
        fn any_text_comes_back(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..24)) {
            let text = pieces.concat();
            check_html(&text);
            prop_assert_eq!(there_and_back::<Plain>(&text), Ok(text.clone()));
            prop_assert_eq!(there_and_back::<Source>(&text), Ok(text.clone()));
            prop_assert_eq!(there_and_back::<Address>(&text), Ok(text.clone()));
        }

        #[test]
        fn any_number_and_list_comes_back(numbers in any::<Vec<(u16, Option<u8>)>>()) {
            let back = there_and_back::<List<(u16, Option<u8>)>>(&numbers);
            prop_assert_eq!(back, Ok(numbers));
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in any::<Vec<u8>>()) {
            if let Ok(columns) = Columns::open(&bytes) {
                let _: Result<_, Damaged> = columns.part::<Block>(0, &Words::default());
                let _: Result<_, Damaged> = columns.part::<Lines>(0, &Words::default());
            }
        }
    }
}
