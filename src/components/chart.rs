//! Charts: drawings of figures, each with words and a table that say the same.
//!
//! They are stretched to the place that they get, so nothing in them is text, and sizes tell what colours
//! tell: a chart can be read in one colour and on paper.

use crate::components::live::each;
use leptos::prelude::*;

/// A share, as a bar in a line of its own. Words beside it say it too, so a screen reader skips it.
pub fn bar(percent: u32) -> AnyView {
    let length = percent.min(100).to_string();
    let filled = ["M0 0h", &length, "v8H0z"].concat();
    view! {
        <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <path class="track" d="M0 0h100v8H0z"></path>
            <path class="ink" d=filled></path>
        </svg>
    }
    .into_any()
}

/// Amounts one after the other, as columns. What they say in words is given.
pub fn columns(amounts: &[u32], said: String) -> AnyView {
    let most = amounts.iter().copied().max().unwrap_or(0).max(1);
    let mut path = String::new();
    for (amount, place) in amounts.iter().zip(0u32..) {
        // However little, it is not nothing.
        let least = if *amount > 0 { 3 } else { 0 };
        let height = (u64::from(*amount) * 100 / u64::from(most)).max(least);
        square(&mut path, place * 10 + 1, 100, 8, height as u32);
    }
    let view_box = ["0 0 ", &(amounts.len() * 10).to_string(), " 100"].concat();
    drawn("columns", &view_box, said, path)
}

/// Amounts of days as squares, a week in each column. `weeks` hold seven each, and `days` of them all have
/// begun. What they say in words is given.
pub fn calendar(weeks: &[[u32; 7]], days: usize, said: String) -> AnyView {
    let most = weeks.iter().flatten().copied().max().unwrap_or(0).max(1);
    let mut path = String::new();
    let amounts = weeks.iter().flatten().copied().zip(0u32..);
    for (amount, day) in amounts.take(days) {
        // A dot for a day without answers, and four sizes for days with some.
        let size = match amount {
            0 => 2,
            amount => 4 + 2 * (3 * amount.saturating_sub(1) / most),
        };
        let (x, y) = (day / 7 * 12 + 6, day % 7 * 12 + 6);
        square(&mut path, x - size / 2, y + size / 2, size, size);
    }
    let view_box = ["0 0 ", &(weeks.len() * 12).to_string(), " 84"].concat();
    drawn("calendar", &view_box, said, path)
}

/// Adds a rectangle, from its left and lower corner upwards.
fn square(path: &mut String, x: u32, y: u32, width: u32, height: u32) {
    for (letter, number) in [
        ("M", x),
        (" ", y),
        ("h", width),
        ("v-", height),
        ("h-", width),
    ] {
        path.push_str(letter);
        path.push_str(&number.to_string());
    }
    path.push('z');
}

fn drawn(look: &'static str, view_box: &str, said: String, path: String) -> AnyView {
    let view_box = view_box.to_owned();
    let keep = if look == "calendar" {
        "xMinYMid"
    } else {
        "none"
    };
    view! {
        <svg class=look viewBox=view_box preserveAspectRatio=keep role="img" aria-label=said data-testid=look>
            <path class="ink" d=path></path>
        </svg>
    }
    .into_any()
}

/// The table behind a chart, to be opened: what it is about, the heads of its columns, and rows that begin
/// with what they are about.
pub fn table(about: &'static str, heads: &[&'static str], rows: Vec<Vec<String>>) -> AnyView {
    let head = |head: &&'static str| view! { <th scope="col">{*head}</th> };
    let row = |cells: Vec<String>| {
        let mut cells = cells.into_iter();
        let first = cells.next();
        let cell = |cell: String| view! { <td>{cell}</td> };
        view! { <tr><th scope="row">{first}</th>{each(cells, cell)}</tr> }
    };
    view! {
        <details class="behind" data-testid="behind">
            <summary>"As a table"</summary>
            <div class="wide" role="group" aria-label=about tabindex="0">
                <table>
                    <caption>{about}</caption>
                    <thead><tr>{each(heads, head)}</tr></thead>
                    <tbody>{each(rows, row)}</tbody>
                </table>
            </div>
        </details>
    }
    .into_any()
}

/// A line of a list of bars: what it is about, the figure in words, and the bar.
pub fn bar_row(about: AnyView, said: String, percent: u32) -> AnyView {
    view! {
        <li class="bar-row" data-testid="bar-row">
            <span>{about}</span>
            <span class="tally">{said}</span>
            {bar(percent)}
        </li>
    }
    .into_any()
}

/// The two ends of what lies under a row of columns.
pub fn ends(first: String, last: String) -> AnyView {
    view! { <p class="ends fine" aria-hidden="true"><span>{first}</span><span>{last}</span></p> }
        .into_any()
}
