//! How often one was right: by what was answered, and by how sure one was.

use crate::components::chart::{bar_row, table};
use crate::components::live::each;
use crate::pages::progress::percent;
use crate::practice::figures::Share;
use crate::practice::figures::accuracy::{Asked, accuracy, calibration};
use crate::practice::history::History;
use bank::embedded::Bank;
use leptos::prelude::*;

pub(super) fn by_kind(bank: &Bank, history: &History) -> AnyView {
    let named = Asked::ALL
        .into_iter()
        .map(name)
        .zip(accuracy(history, bank));
    bars("Right answers by kind", "Kind", named.collect())
}

pub(super) fn by_confidence(history: &History) -> AnyView {
    let [guess, think_so, sure] = calibration(history);
    let shares = vec![("Sure", sure), ("I think so", think_so), ("A guess", guess)];
    if shares.iter().all(|(_, share)| share.of == 0) {
        return view! { <p data-testid="sure-said">{UNSAID}</p> }.into_any();
    }
    let said = match sure.of {
        0 => "You have not been sure of any answer yet.".to_owned(),
        of => [
            "When you were sure, you were right ",
            &*sure.right.to_string(),
            " of ",
            &of.to_string(),
            " times: ",
            &percent(sure.percent()),
            ".",
        ]
        .concat(),
    };
    view! {
        <p data-testid="sure-said">{said}</p>
        {bars("Right answers by how sure you were", "You were", shares)}
    }
    .into_any()
}

/// The bars of what was answered at all, and the table of everything.
fn bars(about: &'static str, head: &'static str, shares: Vec<(&'static str, Share)>) -> AnyView {
    let bar = |(name, share): &(&'static str, Share)| {
        let said = [&*percent(share.percent()), " of ", &share.of.to_string()];
        bar_row(name.into_any(), said.concat(), share.percent())
    };
    let cells = |(name, share): &(&'static str, Share)| {
        let numbers = [share.of, share.right].map(|number| number.to_string());
        let [of, right] = numbers;
        vec![(*name).to_owned(), of, right, percent(share.percent())]
    };
    let answered = shares.iter().filter(|(_, share)| share.of > 0);
    let heads = [head, "Answers", "Right", "In percent"];
    view! {
        <ul role="list" class="bars">{each(answered, bar)}</ul>
        {table(about, &heads, shares.iter().map(cells).collect())}
    }
    .into_any()
}

fn name(asked: Asked) -> &'static str {
    match asked {
        Asked::Check(kind) => kind.task(),
        Asked::Aloud => "Answer aloud, by your own account",
        Asked::Exercise => "Exercise",
    }
}

const UNSAID: &str = "Nothing yet: this counts answers of which you said how sure you were before you saw whether \
    they were right.";
