//! What there is to choose for a sitting, how many questions match, and the button that starts it.

use crate::browser;
use crate::components::button::Button;
use crate::components::live::{each, live, only_if, when};
use crate::components::page::{Next, Part};
use crate::components::pick::Pick;
use crate::pages::{counted, set_out};
use crate::practice::mix::{Length, Mix, Which, turn};
use crate::practice::session::Mode;
use crate::practice::set::CheckSet;
use crate::practice::shuffle::Seed;
use crate::route::Route;
use crate::state::AppState;
use bank::check::CheckKind;
use bank::question::{Entry, Level};
use bank::topic::Topic;
use leptos::ev::Event;
use leptos::prelude::*;

/// What is chosen so far.
#[derive(Clone, Copy)]
struct Form {
    state: AppState,
    mix: RwSignal<Mix>,
    length: RwSignal<Length>,
    mode: RwSignal<Mode>,
}

/// The form, with the topic of the address chosen.
pub fn drawn() -> AnyView {
    let state = expect_context::<AppState>();
    let form = Form {
        state,
        mix: RwSignal::new(of_route(browser::route(), state.bank.questions())),
        length: RwSignal::new(Length::Checks(10)),
        mode: RwSignal::new(Mode::Study),
    };
    view! {
        <Part title="Questions" testid="mix-which">{form.which()}</Part>
        <Part title="Topics" testid="mix-topics">{form.topics()}</Part>
        <Part title="Levels" testid="mix-levels">{form.levels()}</Part>
        <Part title="Kinds" testid="mix-kinds">{form.kinds()}</Part>
        <Part title="Length" testid="mix-length">{form.lengths()}</Part>
        <Part title="Feedback" testid="mix-mode">{form.modes()}</Part>
        {form.start()}
    }
    .into_any()
}

/// What an address asks for. A topic of which there is no question could not be taken away again.
fn of_route(route: Option<Route>, entries: &[Entry]) -> Mix {
    let mut mix = Mix::default();
    if let Some(Route::Mix(Some(slug))) = route
        && entries.iter().any(|entry| entry.topic == slug)
    {
        mix.topics.push(slug);
    }
    mix
}

impl Form {
    fn which(self) -> AnyView {
        let option = |(which, label): (Which, &'static str)| {
            let pick = move |()| self.mix.update(|mix| mix.which = which);
            let picked = which == Which::Any;
            radio(
                "which",
                "mix-which-option",
                label,
                picked,
                Callback::new(pick),
            )
        };
        group("unseen", "Questions", each(WHICH, option))
    }

    fn topics(self) -> AnyView {
        let bank = self.state.bank;
        let has_questions = |topic: &&Topic| bank.questions_of(&topic.slug).next().is_some();
        let option = |topic: &'static Topic| {
            let picked = self
                .mix
                .with_untracked(|mix| mix.topics.contains(&topic.slug));
            let pick = move |()| {
                self.mix
                    .update(|mix| turn(&mut mix.topics, topic.slug.clone()))
            };
            checkbox(
                "mix-topic",
                topic.title.as_str(),
                picked,
                Callback::new(pick),
            )
        };
        let topics = bank.topics().iter().filter(has_questions);
        group("", "Topics: all when none is chosen", each(topics, option))
    }

    fn levels(self) -> AnyView {
        let option = |level: Level| {
            let pick = move |()| self.mix.update(|mix| turn(&mut mix.levels, level));
            checkbox("mix-level", level.name(), false, Callback::new(pick))
        };
        group("", "Levels: all when none is chosen", each(LEVELS, option))
    }

    fn kinds(self) -> AnyView {
        let option = |kind: CheckKind| {
            let pick = move |()| self.mix.update(|mix| turn(&mut mix.kinds, kind));
            checkbox("mix-kind", kind.task(), false, Callback::new(pick))
        };
        group(
            "",
            "Kinds of check: all when none is chosen",
            each(CheckKind::ALL, option),
        )
    }

    fn lengths(self) -> AnyView {
        let option = |(place, (_, label)): (usize, (Length, &'static str))| {
            view! { <option value=place.to_string()>{label}</option> }
        };
        let choose = when(move |event: Event| {
            let place: Option<usize> = event_target_value(&event).parse().ok();
            if let Some((length, _)) = place.and_then(|place| LENGTHS.get(place)) {
                self.length.set(*length);
            }
        });
        view! {
            <p>
                <label for="mix-length">"At most "</label>
                <select id="mix-length" data-testid="mix-length-choice" on:change=choose>
                    {each(LENGTHS.into_iter().enumerate(), option)}
                </select>
            </p>
        }
        .into_any()
    }

    fn modes(self) -> AnyView {
        let option = |(mode, label): (Mode, &'static str)| {
            let pick = move |()| self.mode.set(mode);
            let picked = mode == Mode::Study;
            radio(
                "mode",
                "mix-mode-option",
                label,
                picked,
                Callback::new(pick),
            )
        };
        group("unseen", "Feedback", each(MODES, option))
    }

    /// What matches; follows what is chosen.
    fn matching(self) -> Vec<&'static Entry> {
        let mix = self.mix.get();
        let entries = self.state.bank.questions();
        let marked = match mix.which {
            Which::Bookmarked => self.state.bookmarked(),
            Which::Any | Which::Unseen | Which::Missed => Vec::new(),
        };
        let matching = |progress: &_| mix.matching(entries, progress, |id| marked.contains(id));
        self.state.progress(matching)
    }

    /// A set of what matches now, and the seed by which it was drawn.
    fn set(self) -> (CheckSet, Seed) {
        let (mix, matching, seed) = (self.mix.get(), self.matching(), browser::seed());
        let length = self.length.get();
        let steps = |progress: &_| mix.steps(matching, progress, length, seed);
        let set = CheckSet {
            mode: self.mode.get(),
            steps: self.state.progress(steps),
        };
        (set, seed)
    }

    fn start(self) -> AnyView {
        let said = move || match self.matching().len() {
            0 => NOTHING.to_owned(),
            count => counted(count, "question matches.", "questions match."),
        };
        let begin = move |()| {
            let (set, seed) = untrack(|| self.set());
            set_out(self.state, set.begun(seed));
        };
        let look_at = move |()| {
            let (set, _) = untrack(|| self.set());
            if let Some(code) = self.state.set_code(&set) {
                browser::go(&Route::Set(code));
            }
        };
        let button = move || {
            let asked = self.matching().len().min(self.length.get().checks());
            let what = match self.mode.get() {
                Mode::Study => "Start",
                Mode::Exam => "Start the exam:",
            };
            let label = format!("{what} {}", counted(asked, "check", "checks"));
            only_if(asked > 0, || {
                view! {
                    <Button look="button" testid="start" label on_press=begin />
                    <Button look="quiet" testid="to-set" label="Share or print" on_press=look_at />
                }
            })
        };
        view! { <Next said=live(said).into_any()>{live(button)}</Next> }.into_any()
    }
}

/// Options under a name, which is not shown where the heading says the same.
fn group(look: &'static str, legend: &'static str, options: Vec<AnyView>) -> AnyView {
    view! { <fieldset class="options"><legend class=look>{legend}</legend>{options}</fieldset> }
        .into_any()
}

fn radio(
    name: &'static str,
    testid: &'static str,
    label: &'static str,
    picked: bool,
    on_pick: Callback<()>,
) -> AnyView {
    view! { <Pick kind="radio" look="option" testid name picked on_pick><span>{label}</span></Pick> }
        .into_any()
}

fn checkbox(
    testid: &'static str,
    label: &'static str,
    picked: bool,
    on_pick: Callback<()>,
) -> AnyView {
    view! { <Pick kind="checkbox" look="option" testid name=testid picked on_pick><span>{label}</span></Pick> }
        .into_any()
}

const WHICH: [(Which, &str); 4] = [
    (Which::Any, "All"),
    (Which::Unseen, "Not tried yet"),
    (Which::Missed, "Missed when last tried"),
    (Which::Bookmarked, "Bookmarked"),
];
const LEVELS: [Level; 3] = [Level::Beginner, Level::Intermediate, Level::Advanced];
const LENGTHS: [(Length, &str); 8] = [
    (Length::Checks(10), "10 checks"),
    (Length::Checks(5), "5 checks"),
    (Length::Checks(20), "20 checks"),
    (Length::Checks(40), "40 checks"),
    (Length::Minutes(5), "5 minutes"),
    (Length::Minutes(15), "15 minutes"),
    (Length::Minutes(30), "30 minutes"),
    (Length::Minutes(60), "60 minutes"),
];
const MODES: [(Mode, &str); 2] = [
    (
        Mode::Study,
        "After each answer; what was missed comes again at the end",
    ),
    (Mode::Exam, "At the end, as in an exam"),
];
const NOTHING: &str = "Nothing matches. Choose more topics, levels or kinds, or all questions.";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::queue::tests::entry;
    use bank::name::Slug;

    /// It used to be chosen unseen, and nothing matched.
    #[test]
    fn a_topic_without_questions_is_not_chosen() {
        let slug = |name| Slug::parse(name).unwrap();
        let entries = [Entry {
            topic: slug("decorators"),
            ..entry("closures", &[])
        }];
        let check = |route: Option<Route>, expected: &[Slug]| {
            assert_eq!(of_route(route, &entries).topics, expected);
        };
        check(
            Some(Route::Mix(Some(slug("decorators")))),
            &[slug("decorators")],
        );
        check(Some(Route::Mix(Some(slug("decorator")))), &[]);
        check(Some(Route::Mix(None)), &[]);
        check(None, &[]);
    }
}
