//! The progress page: what it says of a history that is known, and how one gets at all of it.

use super::{Journey, on_a_phone};
use crate::answer::{Means, Quality, bank};
use crate::history::texts_of;
use crate::person::Person;
use bank::answer::Verdict;
use bank::check::Check;
use bank::name::{CheckName, QuestionId};
use pydrill::practice::attempt::{Attempt, Confidence, Help, Item};
use pydrill::practice::given::Given;
use pydrill::practice::slip::Slip;
use pydrill::practice::time::Moment;
use serde_json::{Value, json};
use thirtyfour::Key;

const HOUR: i64 = 3_600_000;
/// In ms.
const DAY: i64 = 24 * HOUR;

pub(crate) fn an_empty_history_says_what_will_be_here_and_leads_to_a_sitting() -> Journey {
    on_a_phone(|person| {
        person.opens("#/");
        person.taps("[data-testid=ways] a[href='#/progress']");
        person.has_the_focus_on("main h1");
        person.reads("[data-testid=nothing-yet]", "Nothing is here yet");
        person.taps("[data-testid=start]");
        let check = person.is_asked();
        person.answers(&check, Quality::Right, Means::Pointer);
        person.opens("#/progress");
        person.reads("[data-testid=amount]", "1 answer on 1 day, ");
        person.reads(
            "[data-testid=streak]",
            "1 day in a row, and today is one of them.",
        );
        person.reads("[data-testid=stumbles-said]", "no mistake came up twice");
        person.reads("[data-testid=sure-said]", "Nothing yet");
    })
}

pub(crate) fn figures_are_told_in_words_and_in_tables() -> Journey {
    on_a_phone(|person| {
        person.has_practised_for_days();
        person.opens("#/progress");
        // Four of the days are of the row; the free miss is not counted, and neither is what was earlier.
        person.reads(
            "[data-testid=amount]",
            "9 answers on 5 days, 17 minutes in all.",
        );
        person.reads(
            "[data-testid=streak]",
            "4 days in a row, and today is one of them.",
        );
        person.reads("[data-testid=known-all]", "You have tried 3 of them");
        person.reads(
            "[data-testid=days-said]",
            "9 answers on 5 days of the last 26 weeks.",
        );
        person.reads(
            "[data-testid=sure-said]",
            "When you were sure, you were right 1 of 3 times: 33%.",
        );
        person.reads("[data-testid=right] [data-testid=bar-row]", "50% of 2");
        let rows = |part: &str, place: usize| person.has_a_table(part, place);
        let right = rows("right", 0);
        assert_eq!(
            right[6],
            ["Answer aloud, by your own account", "2", "1", "50%"]
        );
        let checked: u64 = right[..6]
            .iter()
            .map(|row| row[1].parse::<u64>().unwrap())
            .sum();
        // Of what could not run nothing is said, nor of a check that is not in the bank.
        assert_eq!(checked, 5);
        let sure = rows("sure", 0);
        assert_eq!(sure[0], ["Sure", "3", "1", "33%"]);
        assert_eq!(sure[2], ["A guess", "1", "1", "100%"]);
        let due = rows("due", 0);
        assert_eq!(due.len(), 30);
        let due: u64 = due.iter().map(|row| row[1].parse::<u64>().unwrap()).sum();
        assert_eq!(due, 3);
        let days = rows("days", 0);
        let answers = days.iter().flat_map(|row| &row[1..]);
        let answers: u64 = answers.map(|cell| cell.parse::<u64>().unwrap()).sum();
        assert_eq!((days.len(), answers), (26, 9));
        // Each drawing says in words what it shows.
        let said = "return [...document.querySelectorAll('svg[role=img]')].map(it => it.ariaLabel \
            ?? it.getAttribute('aria-label'))";
        let said = person.runs(said, vec![]);
        assert_eq!(said.as_array().map(Vec::len), Some(3), "{said}");
        assert!(
            said[1].as_str().unwrap().contains("9 answers on 5 days"),
            "{said}"
        );
    })
}

pub(crate) fn a_mistake_made_twice_is_told_in_its_own_words() -> Journey {
    on_a_phone(|person| {
        person.has_practised_for_days();
        person.opens("#/progress");
        person.reads("[data-testid=stumbles-said]", "1 mistake to get over.");
        let (tempting, _) = tempted();
        person.reads(
            "[data-testid=stumbles] [data-testid=marked]",
            "2 times, last on ",
        );
        person.reads("[data-testid=stumbles] [data-testid=marked]", "You chose: ");
        let chosen = "return document.querySelector('[data-testid=said] > span').innerHTML.replace(/<!--.*?-->/g, '')";
        assert_eq!(person.runs(chosen, vec![]), json!(tempting));
        // The same by hand: who makes a mistake twice is told so.
        person.runs("localStorage.clear()", vec![]);
        person.reloads();
        for _ in 0..2 {
            person.opens("#/");
            person.opens("#/question/gil");
            person.taps("[data-testid=reveal]");
            person.chooses_wrong_where_it_can_be_tried();
        }
        person.opens("#/progress");
        person.reads(
            "[data-testid=stumbles] [data-testid=marked]",
            "2 times, last on ",
        );
        person.reads("[data-testid=stumbles] [data-testid=marked]", "You chose: ");
    })
}

pub(crate) fn the_tables_are_opened_by_keyboard_alone() -> Journey {
    on_a_phone(|person| {
        person.has_practised_for_days();
        person.opens("#/progress");
        person.tabs_to("[data-testid=due] summary", 0);
        person.presses(Key::Enter.value());
        person.reads("[data-testid=due] table", "today");
        person.tabs_to("[data-testid=due] [role=group]", 0);
        person.tabs_to("[data-testid=known] a", 0);
        person.presses(Key::Enter.value());
        person.sees("[data-testid=topic]");
    })
}

/// The first single check of the question about the GIL: the text of its first wrong option, and the
/// attempt that chose it.
fn tempted() -> (String, Attempt) {
    let bank = bank();
    let id = QuestionId::parse("gil").unwrap();
    let (entry, body) = (bank.question(&id).unwrap(), bank.body(&id).unwrap());
    let mut checks = entry.checks.iter().zip(&body.checks);
    let (name, check, choice) = checks
        .find_map(|(named, check)| match check {
            Check::Single(choice) => Some((named.name.clone(), check, choice)),
            Check::Multi(_)
            | Check::Output(_)
            | Check::Blank(_)
            | Check::Order(_)
            | Check::Bug(_) => None,
        })
        .unwrap();
    let place = choice
        .options
        .iter()
        .position(|option| !option.right)
        .unwrap();
    let answer = bank::answer::Answer::Single(bank::check::OptionId(place as u8));
    let given = Given::to(check, answer, Help::None);
    let attempt = Attempt {
        item: Item::Check(name),
        slip: given.slip,
        ..aloud("gil", Verdict::Wrong)
    };
    (choice.options[place].text.as_str().to_owned(), attempt)
}

fn aloud(question: &str, verdict: Verdict) -> Attempt {
    Attempt {
        at: Moment(0),
        question: QuestionId::parse(question).unwrap(),
        rev: 1,
        item: Item::Aloud,
        verdict,
        help: Help::None,
        confidence: None,
        slip: None,
        seconds: 60,
        runs: 0,
    }
}

impl Person {
    /// Comes back to a page that knows of answers up to now: the same mistake twice, a miss that is free,
    /// and an answer from before the row of days.
    pub(crate) fn has_practised_for_days(&self) {
        self.sees("[data-testid=home]");
        let now = self.runs("return Date.now()", vec![]).as_f64().unwrap() as i64;
        let (_, wrong) = tempted();
        let right = Attempt {
            verdict: Verdict::Correct,
            slip: None,
            ..wrong.clone()
        };
        let gone = Item::Check(CheckName::parse("that-left").unwrap());
        let sure = Some(Confidence::Sure);
        let days = [
            (10, aloud("gil", Verdict::Correct)),
            (
                4,
                Attempt {
                    confidence: sure,
                    ..wrong.clone()
                },
            ),
            (
                4,
                Attempt {
                    item: gone,
                    ..aloud("gil", Verdict::Wrong)
                },
            ),
            (
                3,
                Attempt {
                    confidence: Some(Confidence::Guess),
                    ..right.clone()
                },
            ),
            // Yesterday but one was missed.
            (
                1,
                Attempt {
                    confidence: sure,
                    ..right.clone()
                },
            ),
            (
                1,
                Attempt {
                    slip: Slip::of_number(1),
                    ..wrong.clone()
                },
            ),
            // Someone put the phone away.
            (
                1,
                Attempt {
                    seconds: 86_400,
                    ..aloud("slicing", Verdict::Wrong)
                },
            ),
            (
                0,
                Attempt {
                    item: Item::Exercise,
                    verdict: Verdict::CouldNotRun,
                    seconds: 0,
                    ..aloud("palindrome", Verdict::Wrong)
                },
            ),
            (
                0,
                Attempt {
                    confidence: sure,
                    ..wrong
                },
            ),
        ];
        let attempts = days
            .into_iter()
            .zip(0..)
            .map(|((days, attempt), n)| Attempt {
                at: Moment(now - days * DAY - 1_000 + n),
                ..attempt
            });
        self.runs("localStorage.clear()", vec![]);
        for (key, text) in texts_of(attempts) {
            self.keeps(&key, &text);
        }
        self.reloads();
        self.sees("[data-testid=home]");
    }

    /// The cells of the table at a place in a part of the page, row by row. It is opened for it.
    fn has_a_table(&self, part: &str, place: usize) -> Vec<Vec<String>> {
        self.taps_nth(&format!("[data-testid={part}] summary"), place);
        let script = "const table = document.querySelectorAll(`[data-testid=${arguments[0]}] table`)[arguments[1]];
            return [...table.tBodies[0].rows].map(row => [...row.cells].map(cell => cell.textContent))";
        let rows: Value = self.runs(script, vec![json!(part), json!(place)]);
        serde_json::from_value(rows).unwrap()
    }

    /// Tries the first single check of the question that is open, and chooses a wrong option.
    fn chooses_wrong_where_it_can_be_tried(&self) {
        let bank = bank();
        let body = bank.body(&QuestionId::parse("gil").unwrap()).unwrap();
        let is_single = |check: &Check| matches!(check, Check::Single(_));
        let place = body.checks.iter().position(is_single).unwrap();
        self.taps_nth("[data-testid=try] > summary", place);
        self.answers(&body.checks[place], Quality::Wrong, Means::Pointer);
    }
}
