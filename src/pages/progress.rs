//! `#/progress`: what is known, what comes, and what practising was like so far.
//!
//! It shows the figures of the moment at which one arrives: tables that were opened stay open.

mod days;
mod known;
mod overview;
mod right;
mod stumbled;

use crate::browser;
use crate::components::button::Button;
use crate::components::page::{Next, PageHeading, Part};
use crate::pages::{start_label, start_mixed};
use crate::practice::figures::activity::activity;
use crate::practice::progress::Progress as Attempts;
use crate::route::Route;
use crate::state::AppState;
use leptos::prelude::*;

/// The page.
#[component]
pub fn Progress() -> impl IntoView {
    view! {
        <article class="page progress" data-testid="progress">
            <PageHeading title="Your progress" />
            {drawn()}
        </article>
    }
}

fn drawn() -> AnyView {
    let state = expect_context::<AppState>();
    untrack(
        || match state.progress(|progress| progress.history().len()) {
            0 => nothing_yet(state),
            _ => state.progress(|progress| figures(state, progress)),
        },
    )
}

fn figures(state: AppState, progress: &Attempts) -> AnyView {
    let history = progress.history();
    let offset = browser::utc_offset();
    let today = browser::now().day(offset);
    let active = activity(history, &browser::utc_offset_at);
    let overview = overview::drawn(&active, today);
    let known = state.memories(offset, |memories| known::drawn(state, memories, today));
    let days = days::drawn(&active, today);
    let right = right::by_kind(state.bank, history);
    let sure = right::by_confidence(history);
    let stumbled = stumbled::drawn(state.bank, history, today);
    view! {
        {overview}
        {known}
        <Part title="Your days" testid="days">{days}</Part>
        <Part title="Right and wrong" testid="right">{right}</Part>
        <Part title="How sure, how right" testid="sure">{sure}</Part>
        <Part title="More than once" testid="stumbles">{stumbled}</Part>
    }
    .into_any()
}

fn nothing_yet(state: AppState) -> AnyView {
    let begin = move |()| start_mixed(state, state.bank.questions());
    view! {
        <div class="nothing-yet" data-testid="nothing-yet">
            <p class="lead">"Nothing is here yet, because you have not answered anything. After your first answers this page shows:"</p>
            <ul>
                <li>"what you are expected to know, by topic and level, and what is due in the next 30 days;"</li>
                <li>"the days on which you practised, your streak, and the time that it took;"</li>
                <li>"how often you were right, with each kind of check and for how sure you were;"</li>
                <li>"the mistakes that you made more than once."</li>
            </ul>
        </div>
        <Next>
            <Button look="button" testid="start" label=start_label(state.bank.questions().len()) on_press=begin />
            <a class="quiet" href=Route::Home.fragment()>"All topics"</a>
        </Next>
    }
    .into_any()
}

fn percent(percent: u32) -> String {
    [&*percent.to_string(), "%"].concat()
}
