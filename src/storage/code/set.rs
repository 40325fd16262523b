//! The code of a set: the checks that a session asks, in about 45 characters for ten.
//!
//! It is packed like a history, and named by the same hashes. Whoever has it learns what is asked and
//! nothing about anybody.

use super::odds::{Packer, Unpacker};
use super::packing::{Packing, plain};
use super::{Names, opened, sealed};
use crate::practice::attempt::Item;
use crate::practice::history::subject::Subject;
use crate::practice::queue::Step;
use crate::practice::session::Mode;
use crate::practice::set::CheckSet;
use crate::storage::Unusable;

/// No set asks for more, and a code that claims more is not read.
const MOST: u64 = 200;

/// A set as a code names it, as far as this build has it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shared {
    /// What this build can ask.
    pub set: CheckSet,
    /// How many checks it cannot: they have left the bank, or came into it later.
    pub missing: usize,
}

/// The code of a set, unless it asks for nothing or for too much.
pub fn write(set: &CheckSet, names: &Names) -> Option<String> {
    let count = set.steps.len();
    if count == 0 || count as u64 > MOST {
        return None;
    }
    let mut packing = Packing::with(Packer::begin(), names);
    packing.count(count)?;
    plain(&mut packing.asked, 1, (set.mode == Mode::Exam).into());
    for step in &set.steps {
        packing.subject(Some(&subject(step)))?;
    }
    packing.is_meant();
    Some(sealed(packing.asked.end()))
}

/// The set in a code. [`Unusable::Newer`] is one of a build whose bank has what this one has not, and of which
/// nothing is left.
pub fn read(code: &str, names: &Names) -> Result<Shared, Unusable> {
    let bytes = opened(code)?;
    let mut unpacking = Packing::with(Unpacker::begin(&bytes), names);
    match unpack(&mut unpacking) {
        Some(shared) => Ok(shared),
        None => Err(unpacking.why_not()),
    }
}

fn unpack(unpacking: &mut Packing<'_, Unpacker<'_>>) -> Option<Shared> {
    let count = unpacking.count(0)?;
    if count == 0 || count > MOST {
        return None;
    }
    let mode = match plain(&mut unpacking.asked, 1, 0) {
        0 => Mode::Study,
        _ => Mode::Exam,
    };
    let mut steps = Vec::new();
    let mut missing = 0;
    for _ in 0..count {
        let place = unpacking.subject(None)?;
        match unpacking.named.get(place)? {
            Some(subject) => steps.push(step(subject)?),
            None => missing += 1,
        }
    }
    unpacking.meant()?;
    let is_whole = unpacking.asked.is_at_end() && !steps.is_empty();
    let set = CheckSet { mode, steps };
    is_whole.then_some(Shared { set, missing })
}

/// Which revision is asked is not said: it is the one that the reader has.
fn subject(step: &Step) -> Subject {
    Subject {
        question: step.question.clone(),
        item: Item::Check(step.check.clone()),
        rev: 0,
    }
}

fn step(subject: &Subject) -> Option<Step> {
    match &subject.item {
        Item::Check(check) => Some(Step {
            question: subject.question.clone(),
            check: check.clone(),
        }),
        Item::Aloud | Item::Exercise => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests as codes;
    use super::*;
    use bank::name::{CheckName, QuestionId};
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    /// A set that never changes, for [`codes::sample_names`].
    const SAMPLE: &str = include_str!("../../../tests/saved/set-1.txt");

    fn asks(question: &str, check: &str) -> Step {
        Step {
            question: QuestionId::parse(question).unwrap(),
            check: CheckName::parse(check).unwrap(),
        }
    }

    fn sample() -> CheckSet {
        CheckSet {
            mode: Mode::Exam,
            steps: vec![
                asks("gil", "who-lets-go"),
                asks("closures", "not-in-the-names"),
                asks("gil", "four-threads"),
            ],
        }
    }

    fn any_set() -> impl Strategy<Value = CheckSet> {
        let step = ("[a-z]{1,8}", "[a-z]{1,8}").prop_map(|(id, check)| asks(&id, &check));
        let steps = prop::collection::vec(step, 1..40);
        (steps, any::<bool>()).prop_map(|(steps, is_exam)| CheckSet {
            mode: if is_exam { Mode::Exam } else { Mode::Study },
            steps,
        })
    }

    fn whole(set: CheckSet) -> Shared {
        Shared { set, missing: 0 }
    }

    fn names_of(set: &CheckSet) -> Names {
        names_of_steps(set.steps.iter().step_by(2))
    }

    fn names_of_steps<'a>(steps: impl Iterator<Item = &'a Step>) -> Names {
        let names = steps.map(|step| (step.question.clone(), Item::Check(step.check.clone())));
        Names::of(names.collect::<BTreeSet<_>>())
    }

    proptest! {
        #[test]
        fn every_set_comes_back(set in any_set()) {
            let names = names_of(&set);
            let code = write(&set, &names).unwrap();
            prop_assert_eq!(read(&code, &names), Ok(whole(set)));
        }

        #[test]
        fn what_left_the_bank_is_counted_and_the_rest_comes(set in any_set(), gone in "[a-z]{1,8}") {
            let (names, stays) = (names_of(&set), |step: &&Step| step.check.as_str() > gone.as_str());
            let left = names_of_steps(set.steps.iter().step_by(2).filter(stays));
            let code = write(&set, &names).unwrap();
            // Every other one is written in full, unless it is one of those that have a hash.
            let hashed = |it: &Step| set.steps.iter().step_by(2).any(|other| other == it);
            let (steps, lost): (Vec<Step>, Vec<Step>) =
                set.steps.iter().cloned().partition(|it| !hashed(it) || stays(&it));
            let expected = match steps.is_empty() {
                true => Err(Unusable::Newer),
                false => Ok(Shared { set: CheckSet { mode: set.mode, steps }, missing: lost.len() }),
            };
            prop_assert_eq!(read(&code, &left), expected);
        }

        #[test]
        fn any_text_is_read_or_refused(text in ".{0,60}", digits in "1[A-Za-z0-9_-]{0,80}") {
            let names = codes::sample_names();
            let _ = read(&text, &names);
            prop_assert!(read(&digits, &names).is_err());
            // With a sum that is right, so that what follows is looked at.
            if let Ok(Shared { set, missing }) = read(&codes::sealed(&digits), &names) {
                prop_assert!(!set.steps.is_empty() && (set.steps.len() + missing) as u64 <= MOST);
            }
        }
    }

    #[test]
    fn version_1_is_written_as_ever() {
        let names = codes::sample_names();
        assert_eq!(write(&sample(), &names).as_deref(), Some(SAMPLE.trim_end()));
        assert_eq!(read(SAMPLE.trim_end(), &names), Ok(whole(sample())));
    }

    #[test]
    fn what_is_damaged_is_told_apart_from_what_another_version_or_bank_made() {
        let code = SAMPLE.trim_end();
        let [_, in_full, _] = sample().steps.try_into().unwrap();
        let left = CheckSet {
            steps: vec![in_full],
            ..sample()
        };
        let shared = Shared {
            set: left,
            missing: 2,
        };
        assert_eq!(read(code, &Names::of([])), Ok(shared));
        let next = code.replacen('1', "2", 1);
        assert_eq!(read(&next, &codes::sample_names()), Err(Unusable::Newer));
        let cut = &code[..code.len() - 2];
        assert_eq!(read(cut, &codes::sample_names()), Err(Unusable::Unreadable));
        // The code of answers is none of a set.
        let answers = include_str!("../../../tests/saved/code-1.txt").trim_end();
        assert!(read(answers, &codes::sample_names()).is_err());
    }

    #[test]
    fn ten_checks_take_about_as_many_characters_as_a_short_sentence() {
        let steps: Vec<Step> = (0..10)
            .map(|n| asks(&format!("question-{n}"), "what-it-prints"))
            .collect();
        let items = steps.iter().map(|step| {
            let item = Item::Check(step.check.clone());
            (step.question.clone(), item)
        });
        let names = Names::of(items.collect::<Vec<_>>());
        let mode = Mode::Study;
        let code = write(&CheckSet { mode, steps }, &names).unwrap();
        assert!(code.len() <= 60, "{}: {code}", code.len());
    }

    #[test]
    fn nothing_and_too_much_have_no_code() {
        let of = |count: usize| CheckSet {
            mode: Mode::Study,
            steps: vec![asks("gil", "four-threads"); count],
        };
        let names = codes::sample_names();
        assert_eq!(write(&of(0), &names), None);
        assert!(write(&of(200), &names).is_some());
        assert_eq!(write(&of(201), &names), None);
    }
}
