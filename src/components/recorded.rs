//! What is known of a program since the bank was verified, and how a run of it differs from that.
//!
//! A run that differs is not wrong: the person may have changed the program.

use crate::components::live::{each, only_if};
use crate::practice::difference::{Line, difference};
use crate::python::outcome::Ran;
use leptos::prelude::*;

/// A program and what is known of it since the bank was verified.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Known {
    /// As Python reads it.
    pub program: String,
    /// What it printed.
    pub printed: String,
    /// The exception that ended it, if one did.
    pub raises: Option<String>,
}

impl Known {
    /// Whether a run printed and raised the same.
    pub fn is_met_by(&self, ran: &Ran) -> bool {
        let printed = ran.printed();
        !ran.stopped
            && self.raises_as(ran)
            && difference(&self.printed, &printed)
                .iter()
                .all(Line::is_same)
    }

    /// The name of an exception may be recorded with that of its module.
    fn raises_as(&self, ran: &Ran) -> bool {
        let recorded = self
            .raises
            .as_deref()
            .map(|name| match name.rsplit_once('.') {
                Some((_, name)) => name,
                None => name,
            });
        recorded == ran.error.as_ref().map(|error| error.name.as_str())
    }

    /// How a run differs from what was printed, line by line, and from what was raised.
    pub fn compared(&self, ran: &Ran) -> Option<AnyView> {
        let printed = ran.printed();
        let row = |line: Line<'_>| {
            let (name, text) = match line {
                Line::Same(text) => ("same", text),
                Line::Recorded(text) => ("recorded", text),
                Line::Printed(text) => ("now", text),
            };
            view! {
                <li data-line=name><b>{name}</b> <samp>{text.to_owned()}</samp></li>
            }
        };
        let mut lines = difference(&self.printed, &printed);
        let raises = self.raises.as_ref().filter(|_| !self.raises_as(ran));
        if lines.iter().all(Line::is_same) {
            lines.clear();
        }
        let more = lines.len() > MOST;
        if lines.is_empty() && raises.is_none() {
            return None;
        }
        Some(
            view! {
                <div class="difference" data-testid="difference">
                    <p class="caption">"What is different"</p>
                    <ol role="list">{each(lines.into_iter().take(MOST), row)}</ol>
                    {only_if(more, || view! { <p class="fine">"There are more lines."</p> })}
                    {each(raises, |name| view! { <p>"It was recorded to raise " <code>{name.clone()}</code> "."</p> })}
                </div>
            }
            .into_any(),
        )
    }
}

/// Lines of a difference that are shown.
const MOST: usize = 100;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::python::outcome::{Piece, Raised, Stream};

    fn ran(printed: &str, raised: Option<&str>) -> Ran {
        Ran {
            output: vec![Piece {
                stream: Stream::Out,
                text: printed.to_owned(),
            }],
            cut: false,
            result: None,
            error: raised.map(|name| Raised {
                name: name.to_owned(),
                message: String::new(),
                line: None,
                in_calls: false,
                trace: None,
            }),
            stopped: false,
            seconds: 0.0,
        }
    }

    #[test]
    fn a_program_meets_its_record_by_what_it_prints_and_raises() {
        let check = |recorded: (&str, Option<&str>), ran: Ran, expected: bool| {
            let known = Known {
                program: String::new(),
                printed: recorded.0.to_owned(),
                raises: recorded.1.map(str::to_owned),
            };
            assert_eq!(known.is_met_by(&ran), expected, "{recorded:?} {ran:?}");
        };
        check(("1\n2", None), ran("1\n2\n", None), true);
        check(("1", None), ran("2\n", None), false);
        check(("", None), ran("", None), true);
        check(("1", None), ran("1\n", Some("KeyError")), false);
        check(("1", Some("KeyError")), ran("1\n", None), false);
        check(("1", Some("KeyError")), ran("1\n", Some("KeyError")), true);
        let error = Some("JSONDecodeError");
        check(("", Some("json.JSONDecodeError")), ran("", error), true);
        let late = Ran {
            stopped: true,
            ..ran("1\n", None)
        };
        check(("1", None), late, false);
    }
}
