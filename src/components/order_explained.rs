//! Order, after the answer: the program as it should be, each line with where the person had it, and
//! why the other lines are not needed.

use crate::components::html::{CodeLine, Prose};
use crate::components::icon::Icon;
use crate::components::live::each;
use crate::components::marked::{Mark, Marks, Row};
use crate::practice::given::Given;
use bank::answer::Answer;
use bank::check::{LineId, Order, OrderLine};
use leptos::prelude::*;

/// The explanation.
#[component]
pub fn OrderExplained(
    /// What was asked.
    order: &'static Order,
    /// What was given; `None` when the answer is not known any more.
    given: Option<Given>,
) -> impl IntoView {
    let used = given.map(used);
    let placed = used.as_ref().map(|used| placed(used, &order.lines));
    let needed = order.lines.iter().filter(|line| line.spare.is_none());
    let row = |(place, line): (usize, &'static OrderLine)| {
        let (mark, remark) = remark(line, place, placed.as_deref());
        view! {
            <li class="ordered" data-mark=mark.name() data-testid="marked">
                <Icon shape=mark.shape() />
                <CodeLine indent=line.indent html=&line.code />
                <span class="fine">{remark}</span>
            </li>
        }
    };
    view! {
        <ol role="list" class="program">{each(needed.enumerate(), row)}</ol>
        <Marks rows=spare_rows(order, used.as_deref()) />
        <Prose html=&order.why />
    }
}

fn spare_rows(order: &'static Order, used: Option<&[LineId]>) -> Vec<Row> {
    let row = |(line, id): (&'static OrderLine, u8)| {
        let why = line.spare.as_ref()?;
        let used = used.is_some_and(|used| used.contains(&LineId(id)));
        let says = if used {
            "Not needed, and you used it"
        } else {
            "Not needed"
        };
        Some(Row {
            mark: Mark::of(false, used),
            says: says.to_owned(),
            what: view! { <CodeLine indent=0 html=&line.code /> }.into_any(),
            why: Some(why),
        })
    };
    order
        .lines
        .iter()
        .zip(0..=u8::MAX)
        .filter_map(row)
        .collect()
}

fn used(given: Given) -> Vec<LineId> {
    match given.answer {
        Answer::Order(lines) => lines,
        Answer::Single(_)
        | Answer::Multi(_)
        | Answer::Output(_)
        | Answer::Blank(_)
        | Answer::Bug(_) => Vec::new(),
    }
}

/// The needed lines as the person had them. A spare line among them moves no other out of its place.
fn placed<'a>(used: &[LineId], lines: &'a [OrderLine]) -> Vec<&'a OrderLine> {
    let line = |id: &LineId| lines.get(usize::from(id.0));
    used.iter()
        .filter_map(line)
        .filter(|line| line.spare.is_none())
        .collect()
}

/// How the line of a place is marked, and where it was if it was elsewhere. Lines that read the same
/// are the same line, as for the grader.
fn remark(line: &OrderLine, place: usize, placed: Option<&[&OrderLine]>) -> (Mark, Option<String>) {
    let Some(placed) = placed else {
        return (Mark::Missed, None);
    };
    if placed.get(place).is_some_and(|there| *there == line) {
        return (Mark::Right, None);
    }
    let elsewhere = placed.iter().position(|other| *other == line);
    let remark = match elsewhere {
        Some(elsewhere) => format!("you had it in place {}", elsewhere + 1),
        None => "you left it out".to_owned(),
    };
    (Mark::Wrong, Some(remark))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(indent: u8, spare: bool) -> OrderLine {
        OrderLine {
            code: Default::default(),
            indent,
            spare: spare.then(Default::default),
        }
    }

    #[test]
    fn each_line_is_marked_by_where_it_was() {
        let lines = [
            line(0, false),
            line(4, false),
            line(8, false),
            line(12, true),
        ];
        let check = |used: &[u8], expected: [(Mark, Option<&str>); 3]| {
            let used: Vec<LineId> = used.iter().copied().map(LineId).collect();
            let placed = placed(&used, &lines);
            for (place, expected) in expected.into_iter().enumerate() {
                let (mark, said) = remark(&lines[place], place, Some(&placed));
                assert_eq!((mark, said.as_deref()), expected, "{used:?} {place}");
            }
        };
        let right = (Mark::Right, None);
        let wrong = |remark| (Mark::Wrong, Some(remark));
        check(&[0, 1, 2], [right, right, right]);
        check(&[3, 0, 1, 2], [right, right, right]);
        check(
            &[0, 2, 1],
            [
                right,
                wrong("you had it in place 3"),
                wrong("you had it in place 2"),
            ],
        );
        check(
            &[0, 2],
            [
                right,
                wrong("you left it out"),
                wrong("you had it in place 2"),
            ],
        );
    }
}
