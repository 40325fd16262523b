//! `#/question/...`: think first, then compare with the answer, judge yourself, and try its checks.

pub mod desk;
pub mod exercise;
pub mod remarks;

use crate::browser;
use crate::components::button::Button;
use crate::components::check::CheckView;
use crate::components::exercise::{ExerciseAsked, ExerciseSolved};
use crate::components::html::{Inline, Prose, program_and_record, prose_with};
use crate::components::key_points::{KeyPoints, KeyPointsJudged};
use crate::components::live::{each, live, only_if, when};
use crate::components::page::{Next, PageHeading, Part};
use crate::components::recorded::Known;
use crate::components::scratch::Scratch;
use crate::components::verdict::{Focus, VerdictHeading};
use crate::pages::question::desk::Desk;
use crate::pages::question::exercise::{Helped, exercising};
use crate::pages::question::remarks::remarking;
use crate::pages::unknown::MissingQuestion;
use crate::practice::aloud::Judged;
use crate::practice::attempt::{Attempt, Help, Item};
use crate::practice::given::Given;
use crate::practice::time::Moment;
use crate::route::Route;
use crate::state::AppState;
use bank::answer::Verdict;
use bank::check::Check;
use bank::listing::Listing;
use bank::name::{CheckName, QuestionId};
use bank::question::{Body, Entry, FollowUp, Html, Reference, Rubric};
use leptos::prelude::*;

/// The page.
#[component]
pub fn Question(
    /// From the address; may be an id of earlier days.
    id: QuestionId,
) -> impl IntoView {
    let state = expect_context::<AppState>();
    let present = state.bank.present_id(&id);
    match (state.bank.question(present), state.bank.body(present)) {
        (Some(entry), Ok(body)) => view! { <Known entry body /> }.into_any(),
        (None, _) | (_, Err(_)) => view! { <MissingQuestion id /> }.into_any(),
    }
}

#[component]
fn Known(entry: &'static Entry, body: &'static Body) -> impl IntoView {
    let state = expect_context::<AppState>();
    let revealed = RwSignal::new(false);
    let shown_at = browser::now();
    let exercise = body.exercise.as_ref();
    let desk = exercise.map(|exercise| Desk::lay_out(state, entry, exercise, shown_at));
    let reveal = Callback::new(move |()| {
        if let Some(desk) = desk {
            desk.see_answer();
        }
        revealed.set(true);
        browser::focus("[data-testid='short-answer'] h2");
    });
    let answer = move || {
        match (revealed.get(), desk) {
        (true, _) => view! { <Answer entry body shown_at /> }.into_any(),
        (false, Some(desk)) => view! { <Helped desk body reveal /> }.into_any(),
        (false, None) => view! {
            <Next>
                <Button look="button" testid="reveal" label="Show the answer" key="Space" on_press=reveal />
            </Next>
        }
        .into_any(),
    }
    };
    let aloud = move || view! { <p class="think" data-testid="think">{think(entry)}</p> };
    view! {
        <article class="page question" data-testid="question">
            <PageHeading above=view! { <Above entry /> }.into_any() title=entry.title.as_str() />
            <div class="asked"><Prose html=&body.question /></div>
            {each(exercise, |exercise| view! { <ExerciseAsked exercise /> })}
            {live(move || only_if(!revealed.get(), aloud))}
            {each(desk, exercising)}
            {live(move || only_if(!revealed.get(), || remarking(entry)))}
            {live(answer)}
            {live(move || only_if(revealed.get(), || remarking(entry)))}
        </article>
    }
}

fn think(entry: &Entry) -> String {
    let minutes = match entry.minutes {
        1 => "one minute".to_owned(),
        minutes => format!("{minutes} minutes"),
    };
    format!("Say your answer aloud first. An interview would give it {minutes}.")
}

#[component]
fn Above(entry: &'static Entry) -> impl IntoView {
    let state = expect_context::<AppState>();
    let topic = state.bank.topic(&entry.topic).map(|topic| {
        view! { <a href=Route::Topic(topic.slug.clone()).fragment()>{topic.title.as_str()}</a> " · " }
    });
    view! { {topic} {entry.level.name()} }
}

/// Everything after the reveal, in the order in which it helps.
#[component]
fn Answer(entry: &'static Entry, body: &'static Body, shown_at: Moment) -> impl IntoView {
    let in_full = (!body.answer.as_str().is_empty()).then_some(&body.answer);
    view! {
        {each(&body.clarify, |html| part("Ask first", "clarify", html))}
        {part("In short", "short-answer", &body.short_answer)}
        <Part title="Key points" testid="judging">
            <Judging entry points=&body.key_points shown_at />
        </Part>
        {each(in_full, |html| view! { <PartToRun title="In full" testid="full-answer" html /> })}
        {each(&body.code, |html| view! { <PartToRun title="Code" testid="code" html /> })}
        {each(&body.exercise, |exercise| view! {
            <Part title="Solutions" testid="solutions"><ExerciseSolved exercise /></Part>
        })}
        {each(&body.rubric, |rubric| view! { <RubricPart rubric /> })}
        <Checks entry checks=&body.checks />
        <FollowUps follow_ups=&body.follow_ups />
        <References references=&body.references />
        <NextInTopic entry />
    }
}

pub(crate) fn part(title: &'static str, testid: &'static str, html: &'static Html) -> AnyView {
    view! { <Part title testid><Prose html /></Part> }.into_any()
}

/// A part whose programs can be run.
#[component]
fn PartToRun(title: &'static str, testid: &'static str, html: &'static Html) -> impl IntoView {
    let python = expect_context::<AppState>().python;
    let listing = move |listing: Listing<'static>| {
        let known = Known {
            program: listing.program(),
            printed: listing.printed(),
            raises: listing.raises(),
        };
        let (listing, recorded) = program_and_record(listing);
        view! { <Scratch known python listing recorded /> }.into_any()
    };
    view! { <Part title testid>{prose_with(html, listing)}</Part> }
}

/// The key points: ticked by the person, then a verdict that is an attempt.
#[component]
fn Judging(entry: &'static Entry, points: &'static [Html], shown_at: Moment) -> impl IntoView {
    let state = expect_context::<AppState>();
    let said = RwSignal::new(vec![false; points.len()]);
    let judged = RwSignal::new(None);
    let on_judged = Callback::new(move |how: Judged| {
        let verdict = how.verdict(&said.get_untracked());
        let noted = attempt(entry, Item::Aloud, verdict, Help::None, shown_at);
        let confidence = how.confidence();
        let _ = state.record(Attempt {
            confidence,
            ..noted
        });
        judged.set(Some(verdict));
    });
    live(move || {
        let Some(verdict) = judged.get() else {
            return view! { <KeyPoints points said on_judged /> }.into_any();
        };
        let said = said.get_untracked();
        view! {
            <VerdictHeading verdict focus=Focus::Take remark=Some("by your own account") />
            <KeyPointsJudged points said />
        }
        .into_any()
    })
}

#[component]
fn RubricPart(rubric: &'static Rubric) -> impl IntoView {
    let line = |(points, html): &'static (u8, Html)| {
        view! { <li><span class="points">{points.to_string()}</span> <Inline html /></li> }
    };
    let bands = rubric
        .bands
        .iter()
        .map(|band| format!("{} {}", band.points, band.judgement));
    let bands: Vec<String> = bands.collect();
    view! {
        <Part title="How it is scored" testid="rubric">
            <ul role="list" class="rubric">{each(&rubric.lines, line)}</ul>
            <p class="fine">{format!("From these points on: {}.", bands.join(", "))}</p>
        </Part>
    }
}

#[component]
fn Checks(entry: &'static Entry, checks: &'static [Check]) -> impl IntoView {
    let named = entry.checks.iter().map(|check| &check.name).zip(checks);
    let tries = each(named, |(name, check)| view! { <Try entry name check /> });
    view! { <Part title="Check yourself" testid="checks">{tries}</Part> }
}

/// One check, asked when it is opened.
#[component]
fn Try(entry: &'static Entry, name: &'static CheckName, check: &'static Check) -> impl IntoView {
    let state = expect_context::<AppState>();
    let opened = RwSignal::new(false);
    let seed = browser::seed();
    let open = move |_| {
        if !opened.get_untracked() {
            opened.set(true);
        }
    };
    let asked = move || {
        each(opened.get().then(browser::now), |since| {
            let on_answer = Callback::new(move |given: Given| {
                let item = Item::Check(name.clone());
                let noted = attempt(entry, item, given.verdict(), given.help, since);
                let confidence = given.confidence;
                let _ = state.record(Attempt {
                    confidence,
                    slip: given.slip,
                    ..noted
                });
            });
            view! { <CheckView check seed python=state.python sureness=state.sureness() on_answer /> }
        })
    };
    view! {
        <details class="try" data-testid="try" on:toggle=when(open)>
            <summary>{check.kind().task()}</summary>
            {live(asked)}
        </details>
    }
}

/// What is noted of an answer; nothing was run for it.
pub(crate) fn attempt(
    entry: &Entry,
    item: Item,
    verdict: Verdict,
    help: Help,
    since: Moment,
) -> Attempt {
    let now = browser::now();
    Attempt {
        at: now,
        question: entry.id.clone(),
        rev: entry.rev,
        item,
        verdict,
        help,
        confidence: None,
        slip: None,
        seconds: now.seconds_since(since),
        runs: 0,
    }
}

#[component]
fn FollowUps(follow_ups: &'static [FollowUp]) -> impl IntoView {
    let state = expect_context::<AppState>();
    let row = move |follow_up: &'static FollowUp| match follow_up {
        FollowUp::Sentence(html) => view! { <li><Inline html /></li> }.into_any(),
        FollowUp::Question(id) => {
            let entry = state.bank.question(id);
            let title = entry.map_or(id.as_str(), |entry| entry.title.as_str());
            view! { <li><a href=Route::Question(id.clone()).fragment()>{title}</a></li> }.into_any()
        }
    };
    only_if(!follow_ups.is_empty(), || {
        view! {
            <Part title="They may ask next" testid="follow-ups">
                <ul>{each(follow_ups, row)}</ul>
            </Part>
        }
    })
}

#[component]
fn References(references: &'static [Reference]) -> impl IntoView {
    let row = |reference: &'static Reference| {
        view! {
            <li><a href=reference.url.as_str() rel="noopener"><Inline html=&reference.title /></a></li>
        }
    };
    view! {
        <Part title="Read more" testid="references">
            <ul>{each(references, row)}</ul>
        </Part>
    }
}

#[component]
fn NextInTopic(entry: &'static Entry) -> impl IntoView {
    let state = expect_context::<AppState>();
    let after = state
        .bank
        .questions_of(&entry.topic)
        .skip_while(|other| other.id != entry.id)
        .nth(1);
    let (href, title) = match after {
        Some(after) => (Route::Question(after.id.clone()), after.title.as_str()),
        None => (
            Route::Topic(entry.topic.clone()),
            "All questions of this topic",
        ),
    };
    view! {
        <p class="onward">
            "Next: " <a href=href.fragment() data-testid="onward">{title}</a>
        </p>
    }
}
