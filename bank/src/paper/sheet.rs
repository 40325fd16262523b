//! Markup on its way to paper: text is escaped, and what the compiler has made is not.

use super::laid_out;
use crate::check::{Blank, Bug, Check, Choice, Output};
use crate::question::Html;

/// Markup that is being written.
#[derive(Default)]
pub(super) struct Sheet(String);

impl Sheet {
    /// What was written.
    pub(super) fn done(self) -> Html {
        Html(self.0)
    }

    /// Markup of these files.
    pub(super) fn put(&mut self, markup: &str) {
        self.0.push_str(markup);
    }

    /// Markup of the compiler.
    pub(super) fn html(&mut self, html: &Html) {
        self.put(html.as_str());
    }

    /// Anything else: it is no markup.
    pub(super) fn text(&mut self, text: &str) {
        for letter in text.chars() {
            match letter {
                '&' => self.put("&amp;"),
                '<' => self.put("&lt;"),
                letter => self.0.push(letter),
            }
        }
    }

    pub(super) fn around(&mut self, before: &str, after: &str, inside: impl FnOnce(&mut Sheet)) {
        self.put(before);
        inside(self);
        self.put(after);
    }

    pub(super) fn prose(&mut self, html: &Html) {
        self.around("<div class=\"prose\">", "</div>", |it| it.html(html));
    }

    pub(super) fn check(&mut self, check: &Check, shown: fn(&Check) -> Html) {
        self.around("<div class=\"asked-check\"><h4>", "</h4>", |html| {
            html.text(check.kind().task());
        });
        self.html(&shown(check));
        self.put("</div>");
    }

    pub(super) fn program(&mut self, code: &Html) {
        let before = "<pre class=\"code\" tabindex=\"0\"><code>";
        self.around(before, "</code></pre>", |html| html.html(code));
    }

    pub(super) fn figure(&mut self, caption: &str, text: &str) {
        self.put("<figure class=\"output\"><figcaption>");
        self.text(caption);
        self.put("</figcaption><pre tabindex=\"0\"><samp>");
        self.text(text);
        self.put("</samp></pre></figure>");
    }

    pub(super) fn output(&mut self, output: &Output) {
        if !output.printed.is_empty() {
            self.figure("It prints", &output.printed);
        }
        if let Some(exception) = &output.raises {
            self.figure("It ends with", exception);
        }
    }

    pub(super) fn offered(&mut self, choice: &Choice) {
        self.around("<ul class=\"offered\">", "</ul>", |html| {
            for option in laid_out(choice) {
                html.around("<li>", "</li>", |html| html.html(&option.text));
            }
        });
    }

    pub(super) fn gaps(&mut self, blank: &Blank, gap: impl Fn(&mut Sheet, usize)) {
        self.put("<pre class=\"code\" tabindex=\"0\">");
        for (place, piece) in blank.pieces.iter().enumerate() {
            self.around("<code>", "</code>", |html| html.html(piece));
            if let Some(named) = blank.places.get(place) {
                gap(self, usize::from(*named));
            }
        }
        self.put("</pre>");
    }

    /// The lines of a program with their numbers, as an editor has them.
    pub(super) fn numbered(&mut self, bug: &Bug) {
        self.around("<ol class=\"lines\" role=\"list\">", "</ol>", |html| {
            for (place, line) in bug.lines.iter().enumerate() {
                html.line(Some(place + 1), 0, line);
            }
        });
    }

    pub(super) fn line(&mut self, number: Option<usize>, indent: u8, code: &Html) {
        self.put("<li class=\"line\">");
        if let Some(number) = number {
            let number = number.to_string();
            self.around("<span class=\"number\">", "</span>", |html| {
                html.text(&number);
            });
        }
        self.code_line(indent, code);
        self.put("</li>");
    }

    pub(super) fn code_line(&mut self, indent: u8, code: &Html) {
        let (own, rest) = code.split_indent();
        self.put("<code class=\"code-line\"><span class=\"indent\">");
        self.put(&" ".repeat(usize::from(indent) + own));
        self.around("</span><span class=\"rest\">", "</span></code>", |html| {
            html.put(rest);
        });
    }
}
