//! Checks on pages: the answer with its reasons. What is asked and the key are those of `bank::paper`.

use super::frame::{program, prose, raw};
use super::marked::{Mark, row, rows};
use bank::check::{Blank, Bug, Check, Choice, ChoiceOption, Gap, Order, OrderLine, Output};
use bank::paper::{self, laid_out, letter};
use maud::{Markup, html};

/// The answer, and why it is the answer and what tempts is not.
pub(crate) fn answered(check: &Check) -> Markup {
    match check {
        Check::Single(choice) => choice_answered(choice, ["Right answer", "Not right"]),
        Check::Multi(choice) => choice_answered(choice, ["Applies", "Does not apply"]),
        Check::Output(output) => output_answered(output),
        Check::Blank(blank) => blank_answered(blank),
        Check::Order(order) => order_answered(order),
        Check::Bug(bug) => bug_answered(bug),
    }
}

fn choice_answered(choice: &Choice, [right, wrong]: [&str; 2]) -> Markup {
    let option = |option: &&ChoiceOption| {
        let says = if option.right { right } else { wrong };
        let mark = Mark::of(option.right);
        (
            mark,
            row(mark, says, html! { (raw(&option.text)) }, Some(&option.why)),
        )
    };
    rows(laid_out(choice).iter().map(option).collect())
}

fn output_answered(output: &Output) -> Markup {
    let printed = |text: &str| html! { pre tabindex="0" { samp { (text) } } };
    let says = match output.printed.is_empty() {
        true => "It prints nothing",
        false => "It prints this",
    };
    let what = html! {
        @if !output.printed.is_empty() { (printed(&output.printed)) }
        @if let Some(exception) = &output.raises { p { "It ends with " code { (exception) } "." } }
    };
    let right = (Mark::Right, row(Mark::Right, says, what, Some(&output.why)));
    let tempting = output.tempting.iter().map(|wrong| {
        (
            Mark::Plain,
            row(
                Mark::Plain,
                "Not this",
                printed(&wrong.text),
                Some(&wrong.why),
            ),
        )
    });
    html! {
        (rows([right].into_iter().chain(tempting).collect()))
        @if let Some(why) = &output.elsewhere { p.fine { (raw(why)) } }
    }
}

fn blank_answered(blank: &Blank) -> Markup {
    let gaps = blank.gaps.iter().enumerate();
    let gap_rows = gaps.flat_map(|(place, gap)| gap_rows(place, gap, blank.gaps.len() > 1));
    html! {
        (raw(&paper::filled(blank)))
        (rows(gap_rows.collect()))
        (prose(&blank.why))
    }
}

fn gap_rows(place: usize, gap: &Gap, is_named: bool) -> Vec<(Mark, Markup)> {
    let says = |what: &str| match is_named {
        true => format!("{}: {what}", letter(place)),
        false => what.to_owned(),
    };
    let one = |text: &str| html! { code { (text) } };
    let fits = html! {
        @for (place, text) in gap.accepted.iter().enumerate() {
            @if place > 0 { " or " }
            (one(text))
        }
    };
    let right = (Mark::Right, row(Mark::Right, &says("Fits"), fits, None));
    let tempting = gap.tempting.iter().map(|wrong| {
        (
            Mark::Plain,
            row(
                Mark::Plain,
                &says("Does not fit"),
                one(&wrong.text),
                Some(&wrong.why),
            ),
        )
    });
    [right].into_iter().chain(tempting).collect()
}

fn order_answered(order: &Order) -> Markup {
    let spare = |line: &OrderLine| {
        let why = line.spare.as_ref()?;
        Some((
            Mark::Plain,
            row(
                Mark::Plain,
                "Not needed",
                html! { (raw(&paper::code_line(0, &line.code))) },
                Some(why),
            ),
        ))
    };
    let spare: Vec<_> = order.lines.iter().filter_map(spare).collect();
    html! {
        (raw(&paper::put_in_order(order)))
        @if !spare.is_empty() { (rows(spare)) }
        (prose(&order.why))
    }
}

fn bug_answered(bug: &Bug) -> Markup {
    let wrong = bug.wrong.iter().filter_map(|line| {
        let code = bug.lines.get(usize::from(line.0))?;
        let says = format!("Line {} is wrong", usize::from(line.0) + 1);
        Some((
            Mark::Right,
            row(
                Mark::Right,
                &says,
                html! { (raw(&paper::code_line(0, code))) },
                Some(&bug.why),
            ),
        ))
    });
    html! {
        (rows(wrong.collect()))
        p.caption { "The program put right" }
        (program(&bug.fix))
    }
}
