//! What is likely to be known, by topic and level, and what is due in the days to come.

use crate::components::chart::{bar_row, columns, ends, table};
use crate::components::live::each;
use crate::components::page::Part;
use crate::pages::progress::percent;
use crate::practice::date::Date;
use crate::practice::figures::knowledge::{Known, LEVELS, TopicKnown, by_level, knowledge};
use crate::practice::memory::memories::Memories;
use crate::practice::plan::forecast;
use crate::practice::time::Day;
use crate::route::Route;
use crate::state::AppState;
use bank::question::Level;
use leptos::prelude::*;

pub(super) fn drawn(state: AppState, memories: &Memories, today: Day) -> AnyView {
    let recall = |id: &_| memories.memory(id).map(|memory| memory.recall(today));
    let topics = knowledge(state.bank, recall);
    let ids = state.bank.questions().iter().map(|entry| &entry.id);
    let due = forecast(ids, memories, state.aim().retention, today);
    let (known, due) = (known(&topics), coming(&due, today));
    view! {
        <Part title="What you know" testid="known">{known}</Part>
        <Part title="What comes" testid="due">{due}</Part>
    }
    .into_any()
}

fn known(topics: &[TopicKnown<'static>]) -> AnyView {
    let levels = by_level(topics);
    let mut all = Known::default();
    for level in levels {
        all += level;
    }
    let said = [
        "You are expected to know ",
        &*percent(all.percent()),
        " of all ",
        &all.questions.to_string(),
        " questions today. You have tried ",
        &all.tried.to_string(),
        " of them; what you have not tried counts as not known.",
    ];
    let level = |(level, known): (Level, Known)| row(level_name(level).into_any(), known);
    let topic = |of: &TopicKnown<'static>| {
        let href = Route::Topic(of.topic.slug.clone()).fragment();
        let link = view! { <a href=href>{of.topic.title.as_str()}</a> };
        row(link.into_any(), of.all())
    };
    let cells = |of: &TopicKnown<'_>| {
        let mut cells = vec![of.topic.title.clone()];
        for known in of.levels.into_iter().chain([of.all()]) {
            cells.push(match known.questions {
                0 => "none".to_owned(),
                _ => percent(known.percent()),
            });
        }
        cells
    };
    let heads = ["Topic", "Beginner", "Intermediate", "Advanced", "All"];
    view! {
        <p data-testid="known-all">{said.concat()}</p>
        <ul role="list" class="bars">{each(LEVELS.into_iter().zip(levels), level)}</ul>
        <ul role="list" class="bars">{each(topics, topic)}</ul>
        {table("How many questions are likely to be known", &heads, topics.iter().map(cells).collect())}
    }
    .into_any()
}

fn row(about: AnyView, known: Known) -> AnyView {
    let known_of = [
        &*percent(known.percent()),
        " of ",
        &known.questions.to_string(),
    ];
    bar_row(about, known_of.concat(), known.percent())
}

fn coming(due: &[usize; 30], today: Day) -> AnyView {
    let [now, later @ ..] = due;
    let later: usize = later.iter().sum();
    let said = [
        &*now.to_string(),
        " due today, and ",
        &later.to_string(),
        " more in the 29 days after it, if you answered nothing until then.",
    ]
    .concat();
    let name = |place: i32| match place {
        0 => "today".to_owned(),
        place => Date::of(Day(today.0.saturating_add(place))).said(Date::of(today)),
    };
    let amounts = due.map(|count| count as u32);
    let rows = due.iter().zip(0..);
    let rows = rows.map(|(count, place)| vec![name(place), count.to_string()]);
    view! {
        <p data-testid="due-said">{said.clone()}</p>
        <figure>
            {columns(&amounts, ["Questions that become due on each day: ", &said].concat())}
            {ends(name(0), name(29))}
        </figure>
        {table("Questions that become due", &["Day", "Questions"], rows.collect())}
    }
    .into_any()
}

fn level_name(level: Level) -> &'static str {
    match level {
        Level::Beginner => "Beginner",
        Level::Intermediate => "Intermediate",
        Level::Advanced => "Advanced",
    }
}
