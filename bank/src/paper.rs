//! Checks on paper: what is asked, and the key, as the static pages show them and the app prints them.
//!
//! Options and lines stand in an order that gives nothing away and is the same in every build. Nothing
//! here can be answered: that is for the app's own views.

mod sheet;

use crate::check::{Blank, Check, Choice, ChoiceOption, Order};
use crate::question::{Body, Entry, Html};
use sheet::Sheet;

/// What a sheet asks: a check with the question that it belongs to.
#[derive(Clone, Copy, Debug)]
pub struct Item<'a> {
    /// Its question.
    pub entry: &'a Entry,
    /// All of it.
    pub body: &'a Body,
    /// One of its checks.
    pub check: &'a Check,
}

/// A sheet of questions without their answers.
pub fn questions(items: &[Item<'_>]) -> Html {
    sheet("Questions", items, |html, item| {
        let minutes = item.entry.minutes.to_string();
        let about = [item.entry.level.name(), " · ", &minutes, " min"].concat();
        html.around("<p class=\"fine\">", "</p>", |html| html.text(&about));
        html.prose(&item.body.question);
        html.check(item.check, asked);
    })
}

/// The answers to them under the same numbers: in short, key points to tick, and the key of each check.
pub fn answers(items: &[Item<'_>]) -> Html {
    sheet("Answers", items, |html, item| {
        html.prose(&item.body.short_answer);
        html.around("<ul class=\"boxes\">", "</ul>", |html| {
            for point in &item.body.key_points {
                html.around("<li>", "</li>", |html| html.html(point));
            }
        });
        html.check(item.check, key);
    })
}

/// All that is shown of a check before the answer.
pub fn asked(check: &Check) -> Html {
    let mut html = Sheet::default();
    html.prose(check.stem());
    match check {
        Check::Single(choice) | Check::Multi(choice) => html.offered(choice),
        Check::Output(output) => html.program(&output.code),
        Check::Blank(blank) => {
            html.gaps(blank, |html, gap| {
                let letter = letter(gap).to_string();
                html.around("<mark class=\"gap-name\">", "</mark>", |html| {
                    html.text(&letter)
                });
            });
            html.figure("Wanted output", &blank.printed);
        }
        Check::Order(order) => html.around("<ul class=\"lines\" role=\"list\">", "</ul>", |html| {
            for line in mixed(order.lines.iter().collect(), |line| line.code.as_str()) {
                html.line(None, line.indent, &line.code);
            }
        }),
        Check::Bug(bug) => html.numbered(bug),
    }
    html.done()
}

/// The answer without its reasons, for whoever knows the question.
pub fn key(check: &Check) -> Html {
    let mut html = Sheet::default();
    match check {
        Check::Single(choice) | Check::Multi(choice) => html.around("<ul>", "</ul>", |html| {
            for option in laid_out(choice).iter().filter(|option| option.right) {
                html.around("<li>", "</li>", |html| html.html(&option.text));
            }
        }),
        Check::Output(output) => html.output(output),
        Check::Blank(blank) => return filled(blank),
        Check::Order(order) => return put_in_order(order),
        Check::Bug(bug) => {
            for line in &bug.wrong {
                let line = (usize::from(line.0) + 1).to_string();
                html.around("<p>Line ", "</p>", |html| html.text(&line));
            }
            html.prose(&bug.why);
        }
    }
    html.done()
}

/// A program with what fills its gaps best.
pub fn filled(blank: &Blank) -> Html {
    let mut html = Sheet::default();
    html.gaps(blank, |html, gap| {
        let text = blank.gaps.get(gap).and_then(|gap| gap.accepted.first());
        html.around("<mark class=\"filled\">", "</mark>", |html| {
            html.text(text.map_or("", String::as_str));
        });
    });
    html.done()
}

/// Lines in their order, without those that are not needed.
pub fn put_in_order(order: &Order) -> Html {
    let mut html = Sheet::default();
    html.around("<ol class=\"lines\" role=\"list\">", "</ol>", |html| {
        for line in order.lines.iter().filter(|line| line.spare.is_none()) {
            html.line(None, line.indent, &line.code);
        }
    });
    html.done()
}

/// One line of a program. When it is too long it goes on below its own beginning.
pub fn code_line(indent: u8, code: &Html) -> Html {
    let mut html = Sheet::default();
    html.code_line(indent, code);
    html.done()
}

/// `A` for the first gap.
pub fn letter(gap: usize) -> char {
    let place = u8::try_from(gap).unwrap_or(u8::MAX);
    char::from(b'A'.saturating_add(place))
}

/// Options as they stand on paper.
pub fn laid_out(choice: &Choice) -> Vec<&ChoiceOption> {
    let options: Vec<&ChoiceOption> = choice.options.iter().collect();
    match choice.fixed {
        true => options,
        false => mixed(options, |option| option.text.as_str()),
    }
}

fn sheet(title: &str, items: &[Item<'_>], each: fn(&mut Sheet, &Item<'_>)) -> Html {
    let mut html = Sheet::default();
    html.around("<h2>", "</h2><ol class=\"items\" role=\"list\">", |html| {
        html.text(title);
    });
    for (place, item) in items.iter().enumerate() {
        let number = (place + 1).to_string();
        html.around("<li class=\"item\"><h3>", ". ", |html| html.text(&number));
        html.text(&item.entry.title);
        html.around("</h3>", "</li>", |html| each(html, item));
    }
    html.put("</ol>");
    html.done()
}

/// In the order of a hash of their texts, which has nothing to do with the order of the file.
fn mixed<T>(mut items: Vec<T>, text: impl Fn(&T) -> &str) -> Vec<T> {
    items.sort_by_key(|item| fnv(text(item)));
    items
}

/// FNV-1a, 64 bits, turned once more, because texts that differ in their last letter would stay together.
fn fnv(text: &str) -> u64 {
    let mix = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325, mix);
    (hash ^ (hash >> 32)).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::Output;

    fn html(text: &str) -> Html {
        Html(text.to_owned())
    }

    fn choice() -> Choice {
        let option = |text: &str, right| ChoiceOption {
            text: html(text),
            right,
            why: html("<p>because</p>"),
        };
        Choice {
            stem: html("<p>Which?</p>"),
            options: vec![
                option("this", true),
                option("that", false),
                option("both", false),
            ],
            fixed: false,
        }
    }

    #[test]
    fn what_is_asked_does_not_tell_the_answer_and_the_key_does() {
        let check = Check::Single(choice());
        let (asked, key) = (asked(&check), key(&check));
        for option in ["<li>this</li>", "<li>that</li>", "<li>both</li>"] {
            assert!(asked.as_str().contains(option), "{asked:?}");
        }
        assert!(!asked.as_str().contains("because"), "{asked:?}");
        assert_eq!(key.as_str(), "<ul><li>this</li></ul>");
    }

    #[test]
    fn options_stand_as_in_the_file_only_when_it_says_so() {
        let order = |choice: &Choice| -> Vec<String> {
            let options = laid_out(choice).into_iter();
            options.map(|option| option.text.0.clone()).collect()
        };
        let mut fixed = choice();
        fixed.fixed = true;
        assert_eq!(order(&fixed), ["this", "that", "both"]);
        let mut turned = choice();
        turned.options.reverse();
        assert_eq!(order(&turned), order(&choice()), "whatever the file says");
    }

    #[test]
    fn what_a_program_prints_is_no_markup() {
        let check = Check::Output(Output {
            stem: html("<p>What?</p>"),
            code: html("print()"),
            printed: "<b> & c".to_owned(),
            raises: Some("KeyError".to_owned()),
            elsewhere: None,
            why: html(""),
            tempting: Vec::new(),
        });
        let key = key(&check);
        assert!(
            key.as_str().contains("<samp>&lt;b> &amp; c</samp>"),
            "{key:?}"
        );
        assert!(key.as_str().contains("<samp>KeyError</samp>"), "{key:?}");
        assert!(!asked(&check).as_str().contains("KeyError"));
    }
}
