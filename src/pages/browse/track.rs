//! `#/track/...`: the rows of a track in their order, each leading to its question, and a sitting of the
//! next ones.

use crate::browser;
use crate::components::button::Button;
use crate::components::html::{Own, Rows};
use crate::components::live::{each, live, only_if};
use crate::components::page::{Next, PageHeading, Part};
use crate::components::question_list::{add_planned, add_question};
use crate::components::tally::TallyView;
use crate::pages::browse::tracks::tally;
use crate::pages::unknown::Unknown;
use crate::pages::{LENGTH, counted, start_label, start_mixed};
use crate::practice::progress::Standing;
use crate::practice::search::shown::Piece;
use crate::route::Route;
use crate::state::AppState;
use bank::name::Slug;
use bank::question::Entry;
use bank::topic::{Named, Section, Tracks};
use leptos::prelude::*;

/// The page.
pub fn track(slug: Slug) -> AnyView {
    let state = expect_context::<AppState>();
    let tracks = state.bank.tracks().ok();
    let known = tracks.and_then(|tracks| Some((tracks, tracks.track(&slug)?)));
    let Some((tracks, track)) = known else {
        let path = ["track/", slug.as_str()].concat();
        return view! { <Unknown path /> }.into_any();
    };
    browser::set_title(&[&track.title, " · Pydrill"].concat());
    let (ready, planned) = tracks.led_to(track, state.bank.questions());
    let label = start_label(ready.len());
    let next = ready.clone();
    let begin = move |()| start_mixed(state, next_of(state, &next));
    let is_empty = ready.is_empty();
    let above = view! { <a href=Route::Tracks.fragment()>"Tracks"</a> }.into_any();
    view! {
        <article class="page track" data-testid="track">
            <PageHeading above title=track.title.as_str() />
            <p class="lead">{track.about.as_str()}</p>
            <div class="topic-row">
                {live(move || view! { <TallyView tally=tally(state, &ready) /> })}
            </div>
            {only_if(planned > 0, || view! { <p class="fine" data-testid="to-come">{to_come(planned)}</p> })}
            {each(&track.sections, |section| section_view(state, tracks, section))}
            {only_if(!is_empty, || view! {
                <Next>
                    <Button look="button" testid="start" label on_press=begin />
                </Next>
            })}
        </article>
    }
    .into_any()
}

/// The first questions of a track that are not right yet, and then those that are.
fn next_of(state: AppState, ready: &[&'static Entry]) -> Vec<&'static Entry> {
    let is_right = |entry: &&'static Entry| {
        untrack(|| state.progress(|progress| progress.standing(&entry.id))) == Standing::Right
    };
    let (right, mut next): (Vec<_>, Vec<_>) = ready.iter().copied().partition(is_right);
    next.extend(right);
    next.truncate(LENGTH);
    next
}

fn section_view(state: AppState, tracks: &'static Tracks, section: &'static Section) -> AnyView {
    let list = live(move || {
        let mut rows = Own::default();
        for (number, row) in (section.from..).zip(&section.rows) {
            rows.add("<li class=track-row data-testid=track-row><span class=number>");
            rows.add_text(&number.to_string());
            rows.add("</span><div>");
            for place in row {
                add_line(&mut rows, state, tracks, *place);
            }
            rows.add("</div></li>");
        }
        view! { <Rows rows /> }
    });
    view! { <Part title=section.title.as_str() testid="section">{list}</Part> }.into_any()
}

/// What a row leads to: a question as it stands, or that it is still to come.
fn add_line(rows: &mut Own, state: AppState, tracks: &'static Tracks, place: u16) {
    match tracks.named(place, state.bank.questions()) {
        Some(Named::Question(entry)) => {
            let standing = state.progress(|progress| progress.standing(&entry.id));
            add_question(rows, entry, standing, &[Piece::plain(&entry.title)], "");
        }
        Some(Named::Planned(title)) => add_planned(rows, title),
        None => {}
    }
}

fn to_come(planned: usize) -> String {
    let questions = counted(planned, "question is", "questions are");
    [&questions, " still to come."].concat()
}
