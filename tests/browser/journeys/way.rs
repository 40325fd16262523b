//! Finding one's way: back and forward, and addresses that lead nowhere.

use super::{Journey, on_a_phone};
use crate::wait::until;

pub(crate) fn back_and_forward_lead_through_the_screens() -> Journey {
    on_a_phone(|person| {
        person.taps("[data-testid=topic-row] a");
        person.taps("[data-testid=question-row] a");
        person.sees("[data-testid=question]");
        person.goes_back();
        person.sees("[data-testid=topic]");
        person.goes_back();
        person.sees("[data-testid=home]");
        person.goes_forward();
        person.sees("[data-testid=topic]");
        person.goes_forward();
        person.sees("[data-testid=question]");
    })
}

pub(crate) fn the_way_back_leads_to_the_place_that_was_left() -> Journey {
    on_a_phone(|person| {
        let is_at = |place: f64| {
            until(&format!("the page to stand at {place}"), || {
                let now = person.runs("return scrollY", vec![]).as_f64().unwrap();
                if (now - place).abs() < 2.0 {
                    Ok(())
                } else {
                    Err(now)
                }
            });
        };
        person.taps("[data-testid=topic-row] a");
        person.sees("[data-testid=topic]");
        // The page has been scrolled to its top by then.
        person.has_the_focus_on("main h1");
        person.runs("scrollTo(0, 300)", vec![]);
        is_at(300.0);
        person.runs(
            "document.querySelectorAll('[data-testid=question-row] a')[6].click()",
            vec![],
        );
        person.sees("[data-testid=question]");
        is_at(0.0);
        person.taps("[data-testid=reveal]");
        person.goes_back();
        person.sees("[data-testid=topic]");
        is_at(300.0);
        person.goes_back();
        person.sees("[data-testid=home]");
        person.goes_forward();
        person.sees("[data-testid=topic]");
        is_at(300.0);
    })
}

pub(crate) fn an_address_that_leads_nowhere_says_so() -> Journey {
    on_a_phone(|person| {
        person.opens("#/no/such/<b>page</b>");
        person.reads("h1", "No such page");
        assert_eq!(person.count("main b"), 0);
        person.taps("[data-testid=way-on]");
        person.sees("[data-testid=home]");
    })
}

pub(crate) fn a_question_that_left_the_bank_says_so() -> Journey {
    on_a_phone(|person| {
        person.opens("#/question/a-question-that-left");
        person.reads(
            "[data-testid=nothing-here]",
            "There is no question “a-question-that-left” here.",
        );
        person.reads(
            "[data-testid=nothing-here]",
            "What you answered stays in your progress.",
        );
        person.opens("#/topic/a-topic-that-left");
        person.reads(
            "[data-testid=nothing-here]",
            "There is no topic “a-topic-that-left” here.",
        );
    })
}

pub(crate) fn the_heading_has_the_focus_on_arrival() -> Journey {
    on_a_phone(|person| {
        person.taps("[data-testid=topic-row] a");
        person.reads("h1", "Language basics");
        person.has_the_focus_on("h1");
        assert_eq!(person.count("h1"), 1);
    })
}
