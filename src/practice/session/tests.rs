//! What a sitting is, whatever is done in it.

use super::*;
use bank::check::OptionId;
use bank::name::{CheckName, QuestionId};
use proptest::prelude::*;

fn step(question: usize, check: &str) -> Step {
    Step {
        question: QuestionId::parse(&format!("question-{question}")).unwrap(),
        check: CheckName::parse(check).unwrap(),
    }
}

fn steps(count: usize) -> Vec<Step> {
    (0..count).map(|n| step(n, "first")).collect()
}

fn said(verdict: Verdict) -> Answered {
    Answered {
        verdict,
        given: Some((Moment(1), Answer::Single(OptionId(0)))),
    }
}

fn study(count: usize) -> Session {
    Session::begin(steps(count), Seed(1)).unwrap()
}

/// As the app answers: with another check of the question that is asked.
fn answer(session: Session, verdict: Verdict) -> Session {
    let again = session.step().map(|step| Step {
        check: CheckName::parse("other").unwrap(),
        ..step.clone()
    });
    session.answer(said(verdict), again)
}

#[test]
fn a_session_goes_from_step_to_step_to_the_result() {
    let session = study(2);
    assert_eq!((session.place(), session.stage()), (0, Stage::Asking));
    let session = answer(session, Verdict::Correct);
    assert_eq!((session.place(), session.stage()), (0, Stage::Reading));
    let session = session.next();
    assert_eq!((session.place(), session.stage()), (1, Stage::Asking));
    let session = answer(session, Verdict::Correct).next();
    assert_eq!((session.place(), session.stage()), (1, Stage::Over));
    assert_eq!(session.missed(), []);
}

#[test]
fn what_is_missed_comes_again_at_the_end_and_not_a_third_time() {
    let session = answer(study(2), Verdict::Partly).next();
    assert_eq!(session.steps()[2], step(0, "other"));
    let session = answer(session, Verdict::Correct).next();
    assert_eq!((session.place(), session.stage()), (2, Stage::Asking));
    let session = answer(session, Verdict::Wrong).next();
    assert_eq!((session.steps().len(), session.stage()), (3, Stage::Over));
    assert_eq!(session.missed(), steps(1));
}

#[test]
fn an_exam_goes_on_at_once_and_asks_nothing_again() {
    let exam = Session::of(Mode::Exam, steps(2), Seed(1)).unwrap();
    let exam = answer(exam, Verdict::Wrong);
    assert_eq!((exam.place(), exam.stage()), (1, Stage::Asking));
    assert_eq!(exam.last(), None);
    assert_eq!(exam.clone().taken_back(), exam);
    let exam = answer(exam, Verdict::Correct);
    assert_eq!((exam.steps().len(), exam.stage()), (2, Stage::Over));
    assert_eq!(exam.missed(), steps(1));
}

#[test]
fn an_answer_counts_once_and_next_waits_for_it() {
    let session = study(2);
    assert_eq!(session.clone().next(), session);
    let answered = answer(session, Verdict::Wrong);
    assert_eq!(answer(answered.clone(), Verdict::Correct), answered);
    let over = answer(study(1), Verdict::Correct).next();
    assert_eq!(over.clone().next(), over);
    assert_eq!(answer(over.clone(), Verdict::Wrong), over);
}

#[test]
fn nothing_to_ask_is_no_session() {
    assert_eq!(Session::begin(Vec::new(), Seed(1)), None);
}

#[test]
fn parts_that_do_not_fit_are_no_session() {
    let check = |mode, count, planned, answered: usize, stage, fits: bool| {
        let answered = vec![said(Verdict::Wrong); answered];
        let found = Session::resume(mode, Seed(1), steps(count), planned, answered, stage);
        assert_eq!(
            found.is_some(),
            fits,
            "{mode:?} {count} {planned} {stage:?}"
        );
    };
    check(Mode::Study, 2, 2, 0, Stage::Asking, true);
    check(Mode::Study, 2, 2, 2, Stage::Asking, false);
    check(Mode::Study, 2, 2, 0, Stage::Reading, false);
    check(Mode::Study, 2, 2, 2, Stage::Reading, true);
    check(Mode::Study, 2, 2, 1, Stage::Over, false);
    check(Mode::Study, 2, 2, 3, Stage::Reading, false);
    check(Mode::Study, 0, 0, 0, Stage::Over, false);
    check(Mode::Study, 3, 2, 1, Stage::Asking, true);
    check(Mode::Study, 3, 2, 0, Stage::Asking, false);
    check(Mode::Study, 2, 3, 1, Stage::Asking, false);
    check(Mode::Exam, 2, 2, 1, Stage::Asking, true);
    check(Mode::Exam, 2, 2, 1, Stage::Reading, false);
    check(Mode::Exam, 3, 2, 1, Stage::Asking, false);
}

/// What a person does.
#[derive(Clone, Debug)]
enum Act {
    Answer(Verdict),
    Next,
    TakeBack,
}

fn any_act() -> impl Strategy<Value = Act> {
    prop_oneof![
        3 => any_verdict().prop_map(Act::Answer),
        3 => Just(Act::Next),
        1 => Just(Act::TakeBack),
    ]
}

pub(crate) fn any_verdict() -> impl Strategy<Value = Verdict> {
    prop_oneof![
        Just(Verdict::Correct),
        Just(Verdict::Partly),
        Just(Verdict::Wrong),
        Just(Verdict::CouldNotRun),
    ]
}

fn act(session: Session, act: &Act) -> Session {
    match act {
        Act::Answer(verdict) => answer(session, *verdict),
        Act::Next => session.next(),
        Act::TakeBack => session.taken_back(),
    }
}

prop_compose! {
    fn any_start()(is_exam: bool, count in 1usize..6) -> Session {
        let mode = if is_exam { Mode::Exam } else { Mode::Study };
        Session::of(mode, steps(count), Seed(1)).unwrap()
    }
}

/// Any session that a person can come to.
pub(crate) fn any_session() -> impl Strategy<Value = Session> {
    (any_start(), prop::collection::vec(any_act(), 0..30))
        .prop_map(|(start, acts)| acts.iter().fold(start, act))
}

proptest! {
    #[test]
    fn whatever_is_done_the_parts_fit(session in any_session()) {
        prop_assert!(session.fits(), "{session:?}");
        prop_assert!(session.place() < session.steps().len());
        // What comes again is what was missed, in that order, each once.
        if session.mode() == Mode::Study {
            let again = session.steps()[session.planned()..].iter().map(|it| &it.question);
            let missed = session.missed();
            prop_assert!(again.eq(missed.iter().map(|it| &it.question)));
        }
    }

    #[test]
    fn taking_back_leads_to_where_the_answer_was_given(
        session in any_session(),
        verdict in any_verdict(),
        goes_on: bool,
    ) {
        prop_assume!(session.mode() == Mode::Study && session.stage() == Stage::Asking);
        let answered = answer(session.clone(), verdict);
        let later = if goes_on { answered.next() } else { answered };
        prop_assume!(later.stage() != Stage::Over);
        prop_assert_eq!(later.taken_back(), session);
    }

    #[test]
    fn every_session_comes_to_its_end(session in any_session(), verdict in any_verdict()) {
        let mut session = session;
        let most = 2 * (2 * session.planned() + 1);
        for _ in 0..most {
            session = answer(session, verdict).next();
        }
        prop_assert_eq!(session.stage(), Stage::Over);
    }
}
