//! Checks on paper and on pages: what is asked, and the answer with its reasons.
//!
//! Options and lines stand in an order that gives nothing away and is the same in every build.

use super::frame::{figure, program, prose, raw};
use super::marked::{Mark, row, rows};
use bank::check::{
    Blank, Bug, Check, CheckKind, Choice, ChoiceOption, Gap, Order, OrderLine, Output,
};
use bank::question::Html;
use maud::{Markup, html};

/// What is to be done, as the app says it.
pub(crate) fn task(kind: CheckKind) -> &'static str {
    match kind {
        CheckKind::Single => "Choose one",
        CheckKind::Multi => "Choose all that apply",
        CheckKind::Output => "Predict the output",
        CheckKind::Blank => "Fill the gaps",
        CheckKind::Order => "Put in order",
        CheckKind::Bug => "Find the wrong line",
    }
}

/// All that is shown before the answer.
pub(crate) fn asked(check: &Check) -> Markup {
    html! {
        (prose(check.stem()))
        @match check {
            Check::Single(choice) | Check::Multi(choice) => ul.offered {
                @for option in laid_out(choice) { li { (raw(&option.text)) } }
            },
            Check::Output(output) => (program(&output.code)),
            Check::Blank(blank) => {
                (with_gaps(blank, |gap| html! { mark.gap-name { (letter(gap)) } }))
                (figure("Wanted output", &blank.printed))
            },
            Check::Order(order) => ul.lines role="list" {
                @for line in mixed(order.lines.iter().collect(), |line| line.code.as_str()) {
                    li.line { (code_line(line.indent, &line.code)) }
                }
            },
            Check::Bug(bug) => (numbered(bug)),
        }
    }
}

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

/// The answer without its reasons, for whoever knows the question.
pub(crate) fn key(check: &Check) -> Markup {
    html! {
        @match check {
            Check::Single(choice) | Check::Multi(choice) => ul {
                @for option in laid_out(choice).iter().filter(|option| option.right) { li { (raw(&option.text)) } }
            },
            Check::Output(output) => {
                @if !output.printed.is_empty() { (figure("It prints", &output.printed)) }
                @if let Some(exception) = &output.raises { (figure("It ends with", exception)) }
            },
            Check::Blank(blank) => (with_gaps(blank, |gap| model(blank, gap))),
            Check::Order(order) => (put_in_order(order)),
            Check::Bug(bug) => {
                @for line in &bug.wrong { p { "Line " (usize::from(line.0) + 1) } }
                (prose(&bug.why))
            },
        }
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
        (with_gaps(blank, |gap| model(blank, gap)))
        (rows(gap_rows.collect()))
        (prose(&blank.why))
    }
}

/// What fills a gap best.
fn model(blank: &Blank, gap: usize) -> Markup {
    let text = blank.gaps.get(gap).and_then(|gap| gap.accepted.first());
    html! { mark.filled { (text.map_or("", String::as_str)) } }
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
                code_line(0, &line.code),
                Some(why),
            ),
        ))
    };
    let spare: Vec<_> = order.lines.iter().filter_map(spare).collect();
    html! {
        (put_in_order(order))
        @if !spare.is_empty() { (rows(spare)) }
        (prose(&order.why))
    }
}

fn put_in_order(order: &Order) -> Markup {
    html! {
        ol.lines role="list" {
            @for line in order.lines.iter().filter(|line| line.spare.is_none()) {
                li.line { (code_line(line.indent, &line.code)) }
            }
        }
    }
}

fn bug_answered(bug: &Bug) -> Markup {
    let wrong = bug.wrong.iter().filter_map(|line| {
        let code = bug.lines.get(usize::from(line.0))?;
        let says = format!("Line {} is wrong", usize::from(line.0) + 1);
        Some((
            Mark::Right,
            row(Mark::Right, &says, code_line(0, code), Some(&bug.why)),
        ))
    });
    html! {
        (rows(wrong.collect()))
        p.caption { "The program put right" }
        (program(&bug.fix))
    }
}

/// The lines of a program with their numbers, as an editor has them.
fn numbered(bug: &Bug) -> Markup {
    html! {
        ol.lines role="list" {
            @for (place, line) in bug.lines.iter().enumerate() {
                li.line { span.number { (place + 1) } (code_line(0, line)) }
            }
        }
    }
}

/// One line of a program. When it is too long it goes on below its own beginning.
fn code_line(indent: u8, html: &Html) -> Markup {
    let (own, rest) = html.split_indent();
    html! {
        code.code-line {
            span.indent { (" ".repeat(usize::from(indent) + own)) }
            span.rest { (maud::PreEscaped(rest)) }
        }
    }
}

fn with_gaps(blank: &Blank, gap: impl Fn(usize) -> Markup) -> Markup {
    let gaps = blank
        .places
        .iter()
        .map(|place| Some(gap(usize::from(*place))));
    html! {
        pre.code tabindex="0" {
            @for (piece, gap) in blank.pieces.iter().zip(gaps.chain([None])) {
                code { (raw(piece)) } @if let Some(gap) = gap { (gap) }
            }
        }
    }
}

/// `A` for the first gap.
fn letter(gap: usize) -> char {
    let place = u8::try_from(gap).unwrap_or(u8::MAX);
    char::from(b'A'.saturating_add(place))
}

fn laid_out(choice: &Choice) -> Vec<&ChoiceOption> {
    let options: Vec<&ChoiceOption> = choice.options.iter().collect();
    match choice.fixed {
        true => options,
        false => mixed(options, |option| option.text.as_str()),
    }
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
