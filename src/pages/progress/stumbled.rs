//! The mistakes that were made more than once, in the words of the bank.

use crate::browser;
use crate::components::html::{CodeLine, Inline};
use crate::components::live::only_if;
use crate::components::marked::{Mark, Marks, Row};
use crate::pages::counted;
use crate::practice::date::Date;
use crate::practice::figures::stumbles::{Stumble, stumbles};
use crate::practice::history::History;
use crate::practice::slip::{Mistake, Said};
use crate::practice::time::Day;
use crate::route::Route;
use bank::check::Check;
use bank::embedded::Bank;
use leptos::prelude::*;

/// How many are told at once.
const TOLD: usize = 10;

pub(super) fn drawn(bank: &'static Bank, history: &History, today: Day) -> AnyView {
    let found = stumbles(history, bank);
    let left = found.iter().filter(|it| !it.is_overcome).count();
    let said = match (found.len(), left) {
        (0, _) => NONE.to_owned(),
        (_, 0) => "You got over all of these: each was right when it was asked last.".to_owned(),
        (_, left) => {
            let mistakes = counted(left, "mistake", "mistakes");
            [&*mistakes, " to get over."].concat()
        }
    };
    let more = found.len().saturating_sub(TOLD);
    let rows = found.iter().take(TOLD).map(|it| row(bank, it, today));
    let rows: Vec<Row> = rows.collect();
    view! {
        <p data-testid="stumbles-said">{said}</p>
        {only_if(!rows.is_empty(), || view! { <Marks rows /> })}
        {only_if(more > 0, || {
            let more = [&*more.to_string(), " more, which came up less often or longer ago."].concat();
            view! { <p class="fine">{more}</p> }
        })}
    }
    .into_any()
}

fn row(bank: &'static Bank, stumble: &Stumble<'static>, today: Day) -> Row {
    let check = check(bank, stumble);
    let mistake = stumble
        .slip
        .zip(check)
        .and_then(|(slip, check)| slip.mistake(check));
    let (mark, since) = match stumble.is_overcome {
        true => (Mark::Plain, "right since then".to_owned()),
        false => {
            let last = Date::of(stumble.last.day(browser::utc_offset_at(stumble.last)));
            (
                Mark::Wrong,
                ["last on ", &last.said(Date::of(today))].concat(),
            )
        }
    };
    let times = stumble.times.to_string();
    let href = Route::Question(stumble.entry.id.clone()).fragment();
    let task = check.map(|check| check.kind().task());
    Row {
        mark,
        says: [&*times, " times, ", &since].concat(),
        what: view! {
            <div class="stumble">
                <a href=href>{stumble.entry.title.as_str()}</a>
                <p class="fine">{task}</p>
                {said(mistake)}
            </div>
        }
        .into_any(),
        why: mistake.map(|mistake| mistake.why),
    }
}

/// The check, as the bank has it.
fn check(bank: &'static Bank, stumble: &Stumble<'static>) -> Option<&'static Check> {
    let body = bank.body(&stumble.entry.id).ok()?;
    let mut checks = stumble.entry.checks.iter().zip(&body.checks);
    let (_, check) = checks.find(|(check, _)| check.name == *stumble.check)?;
    Some(check)
}

fn said(mistake: Option<Mistake<'static>>) -> AnyView {
    match mistake.map(|mistake| mistake.said) {
        None => view! { <p data-testid="said">{UNKNOWN}</p> }.into_any(),
        Some(Said::Option(html)) => {
            view! { <p data-testid="said">"You chose: " <Inline html /></p> }.into_any()
        }
        Some(Said::Typed(text)) => {
            view! { <p data-testid="said">"You wrote: " <code>{text}</code></p> }.into_any()
        }
        Some(Said::Line(html)) => {
            view! { <p data-testid="said">"You took this line:"</p> <CodeLine indent=0 html /> }
                .into_any()
        }
    }
}

const NONE: &str = "Nothing yet: no mistake came up twice.";
const UNKNOWN: &str = "It was not right. What exactly you answered is not kept.";
