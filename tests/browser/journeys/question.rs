//! A question and its topic: think, reveal, judge oneself, try the checks.

use super::{Journey, on_a_phone};
use crate::answer::{Means, Quality, bank};
use bank::name::{QuestionId, Slug};

pub(crate) fn a_link_leads_to_a_question_that_is_thought_over_first() -> Journey {
    on_a_phone(|person| {
        person.opens("#/question/gil");
        person.reads("h1", "What is the GIL");
        person.reads("[data-testid=think]", "Say your answer aloud first.");
        assert_eq!(person.count("[data-testid=short-answer]"), 0);
        person.taps("[data-testid=reveal]");
        person.reads(
            "[data-testid=short-answer]",
            "a thread must hold it to run Python bytecode",
        );
        person.reads("[data-testid=full-answer]", "Why it exists");
        person.reads("[data-testid=code]", "both_have_read");
        person.reads("[data-testid=references]", "PEP 703");
        assert_eq!(
            person.runs("return document.title", vec![]),
            "What is the GIL, and when does it matter? · Pydrill"
        );
    })
}

pub(crate) fn key_points_are_ticked_and_count_as_an_answer() -> Journey {
    on_a_phone(|person| {
        person.opens("#/question/gil");
        person.taps("[data-testid=reveal]");
        let points = person.count("[data-testid=key-point]");
        (0..points).for_each(|place| person.taps_nth("[data-testid=key-point]", place));
        person.taps("[data-testid=judge]");
        person.sees("[data-testid=judging] [data-testid=verdict][data-verdict=correct]");
        person.opens("#/topic/concurrency");
        person.sees("[data-testid=question-row][data-standing=right]");
    })
}

pub(crate) fn the_checks_of_a_question_can_be_tried() -> Journey {
    on_a_phone(|person| {
        person.opens("#/question/gil");
        person.taps("[data-testid=reveal]");
        person.taps("[data-testid=try] summary");
        let gil = QuestionId::parse("gil").unwrap();
        let bank = bank();
        let check = &bank.body(&gil).unwrap().checks[0];
        assert_eq!(
            person.answers(check, Quality::Wrong, Means::Pointer),
            "wrong"
        );
        person.opens("#/topic/concurrency");
        person.sees("[data-testid=question-row][data-standing=missed]");
    })
}

pub(crate) fn a_topic_shows_all_its_questions_and_starts_a_sitting_of_them() -> Journey {
    on_a_phone(|person| {
        person.taps("[data-testid=topic-row] a");
        person.reads("h1", "Language basics");
        let basics = Slug::parse("basics").unwrap();
        let bank = bank();
        let titles: Vec<&str> = bank
            .questions_of(&basics)
            .map(|entry| entry.title.as_str())
            .collect();
        assert_eq!(person.count("[data-testid=question-row]"), titles.len());
        person.taps("[data-testid=question-row] a");
        person.reads("h1", titles[0]);
        person.goes_back();
        person.taps("[data-testid=start]");
        person.sees("[data-testid=session][data-place='1']");
    })
}
