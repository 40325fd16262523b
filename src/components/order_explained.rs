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
    let needed = needed(order);
    let remarks = match &used {
        Some(used) => remarks(&needed, &placed(used, order)),
        None => vec![Remark::Unknown; needed.len()],
    };
    let row = |(line, remark): (&'static OrderLine, Remark)| {
        let mark = remark.mark();
        view! {
            <li class="ordered" data-mark=mark.name() data-testid="marked">
                <Icon shape=mark.shape() />
                <CodeLine indent=line.indent html=&line.code />
                <span class="fine">{remark.sentence()}</span>
            </li>
        }
    };
    view! {
        <ol role="list" class="program">{each(needed.into_iter().zip(remarks), row)}</ol>
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

/// The lines of the program put right.
fn needed(order: &Order) -> Vec<&OrderLine> {
    let lines = order.lines.iter();
    lines.filter(|line| line.spare.is_none()).collect()
}

/// The needed lines as the person had them. A spare line among them moves no other out of its place.
fn placed<'a>(used: &[LineId], order: &'a Order) -> Vec<&'a OrderLine> {
    let line = |id: &LineId| order.lines.get(usize::from(id.0));
    used.iter()
        .filter_map(line)
        .filter(|line| line.spare.is_none())
        .collect()
}

/// What is said of a needed line. Places count from 0.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Remark {
    InPlace,
    Elsewhere(usize),
    LeftOut,
    /// The answer is not known any more.
    Unknown,
}

impl Remark {
    fn mark(self) -> Mark {
        match self {
            Remark::InPlace => Mark::Right,
            Remark::Elsewhere(_) | Remark::LeftOut => Mark::Wrong,
            Remark::Unknown => Mark::Missed,
        }
    }

    fn sentence(self) -> Option<String> {
        match self {
            Remark::Elsewhere(place) => Some(format!("you had it in place {}", place + 1)),
            Remark::LeftOut => Some("you left it out".to_owned()),
            Remark::InPlace | Remark::Unknown => None,
        }
    }
}

/// What is said of each needed line. Lines that read the same are the same line, as for the grader, so
/// one of them is in place if any of them is there; each line of the person's answers for one.
fn remarks<T: PartialEq>(needed: &[T], placed: &[T]) -> Vec<Remark> {
    let in_place = |place: usize| needed.get(place) == placed.get(place);
    let mut taken: Vec<bool> = (0..placed.len()).map(in_place).collect();
    let mut remarks = Vec::new();
    for (place, line) in needed.iter().enumerate() {
        if in_place(place) {
            remarks.push(Remark::InPlace);
            continue;
        }
        let mut free = placed.iter().zip(&mut taken).enumerate();
        let found = free.find(|(_, (other, taken))| !**taken && *other == line);
        remarks.push(match found {
            Some((elsewhere, (_, taken))) => {
                *taken = true;
                Remark::Elsewhere(elsewhere)
            }
            None => Remark::LeftOut,
        });
    }
    remarks
}

#[cfg(test)]
mod tests {
    use super::*;
    use Remark::{Elsewhere, InPlace, LeftOut};

    #[track_caller]
    fn check(needed: &str, placed: &str, expected: &[Remark]) {
        let lines = |text: &str| text.chars().collect::<Vec<_>>();
        assert_eq!(remarks(&lines(needed), &lines(placed)), expected);
    }

    #[test]
    fn each_line_is_marked_by_where_it_was() {
        check("abc", "abc", &[InPlace; 3]);
        check("abc", "acb", &[InPlace, Elsewhere(2), Elsewhere(1)]);
        check("abc", "ac", &[InPlace, LeftOut, Elsewhere(1)]);
        check("abc", "", &[LeftOut; 3]);
    }

    /// One of two equal lines in place stood for the other too: "you had it in place 1" was said of a
    /// line that was left out.
    #[test]
    fn a_line_answers_for_one_of_two_that_read_the_same() {
        check("aba", "ab", &[InPlace, InPlace, LeftOut]);
        check(
            "abac",
            "abca",
            &[InPlace, InPlace, Elsewhere(3), Elsewhere(2)],
        );
        check(
            "aabc",
            "bcaa",
            &[Elsewhere(2), Elsewhere(3), Elsewhere(0), Elsewhere(1)],
        );
        check("baa", "aab", &[Elsewhere(2), InPlace, Elsewhere(0)]);
    }

    #[test]
    fn spare_lines_move_no_other_out_of_its_place() {
        let line = |indent: u8, spare: bool| OrderLine {
            code: Default::default(),
            indent,
            spare: spare.then(Default::default),
        };
        let order = Order {
            stem: Default::default(),
            lines: vec![line(0, false), line(4, false), line(8, true)],
            why: Default::default(),
        };
        let used = [LineId(2), LineId(0), LineId(1)];
        assert_eq!(placed(&used, &order), needed(&order));
    }

    #[test]
    fn places_are_counted_from_one() {
        let said = Elsewhere(2).sentence();
        assert_eq!(said.as_deref(), Some("you had it in place 3"));
    }
}
