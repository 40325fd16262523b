//! `#/questions`: every question, to be searched and filtered; what was sought is there again on the way
//! back.

pub mod look;
pub mod rows;

use crate::browser;
use crate::components::button::Button;
use crate::components::live::{each, live, only_if, when};
use crate::components::page::{Next, PageHeading};
use crate::pages::browse::questions::look::Look;
use crate::pages::browse::questions::rows::rows;
use crate::pages::{LENGTH, start_label, start_mixed};
use crate::practice::search::filter::{Sought, State};
use crate::state::AppState;
use bank::name::Slug;
use bank::question::{Kind, Level};
use leptos::ev::Event;
use leptos::prelude::*;

/// The page.
pub fn questions() -> AnyView {
    let state = expect_context::<AppState>();
    let look = Look::begin(state);
    let cleared = RwSignal::new(0);
    let fields = move || {
        cleared.track();
        fields(look)
    };
    let clear = move |()| {
        look.change(|sought| *sought = Sought::default());
        cleared.update(|times| *times += 1);
        browser::focus("#search");
    };
    let all = move || {
        only_if(look.is_narrowed.get(), || {
            view! { <Button look="quiet" testid="show-all" label="Show all questions" on_press=clear /> }
        })
    };
    let begin = move |()| start_mixed(state, look.entries());
    // The button stays as it is while as many are found.
    let asked = Memo::new(move |_| look.found.with(|found| found.hits.len().min(LENGTH)));
    let start = move || {
        let count = asked.get();
        only_if(count > 0, || {
            view! {
                <Next>
                    <Button look="button" testid="start" label=start_label(count) on_press=begin />
                </Next>
            }
        })
    };
    view! {
        <article class="page browse" data-testid="questions-page">
            <PageHeading title="All questions" />
            <search class="sought">{live(fields)}</search>
            <div class="told">
                <p role="status" data-testid="told">{live(move || look.said.get())}</p>
                {live(all)}
            </div>
            {rows(look)}
            {live(start)}
        </article>
    }
    .into_any()
}

/// What can be sought, as it was sought last.
fn fields(look: Look) -> AnyView {
    let sought = look.sought();
    let typed = when(move |event: Event| {
        let text = event_target_value(&event);
        look.change(|sought| sought.text = text);
    });
    let topics = look.state.bank.topics().iter();
    let topics = topics.map(|topic| (topic.slug.as_str(), topic.title.as_str()));
    let levels = [Level::Beginner, Level::Intermediate, Level::Advanced].map(Level::name);
    let kinds = [Kind::Concept, Kind::Coding, Kind::Design].map(Kind::name);
    let twice = |name: &'static str| (name, name);
    let choices = vec![
        choice(
            look,
            "Topic",
            "topic",
            topics.collect(),
            sought.topic.as_ref().map_or("", Slug::as_str),
            |sought, name| sought.topic = Slug::parse(name).ok(),
        ),
        choice(
            look,
            "Level",
            "level",
            levels.map(twice).to_vec(),
            sought.level.map_or("", Level::name),
            |sought, name| sought.level = Level::parse(name),
        ),
        choice(
            look,
            "Kind",
            "kind",
            kinds.map(twice).to_vec(),
            sought.kind.map_or("", Kind::name),
            |sought, name| sought.kind = Kind::parse(name),
        ),
        choice(
            look,
            "State",
            "state",
            State::ALL
                .map(|state| (state.name(), state.label()))
                .to_vec(),
            sought.state.map_or("", State::name),
            |sought, name| sought.state = State::parse(name),
        ),
    ];
    view! {
        <label class="field">
            <span>"Search in titles, answers and code"</span>
            <input
                id="search"
                class="typed"
                type="search"
                data-testid="search"
                aria-keyshortcuts="/"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                prop:value=sought.text
                on:input=typed
            />
        </label>
        <div class="choices">{choices}</div>
    }
    .into_any()
}

/// One of several things that a question may have, or any.
fn choice(
    look: Look,
    label: &'static str,
    testid: &'static str,
    options: Vec<(&'static str, &'static str)>,
    chosen: &str,
    set: fn(&mut Sought, &str),
) -> AnyView {
    let change = when(move |event: Event| {
        let name = event_target_value(&event);
        look.change(|sought| set(sought, &name));
    });
    let option = |(value, label): (&'static str, &'static str)| {
        let is_chosen = value == chosen;
        view! { <option value=value prop:selected=is_chosen>{label}</option> }
    };
    view! {
        <label class="field">
            <span>{label}</span>
            <select data-testid=testid on:change=change>
                {each([("", "any")].into_iter().chain(options), option)}
            </select>
        </label>
    }
    .into_any()
}
