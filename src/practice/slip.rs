//! A slip: which wrong answer was given, among those of which the bank says why they are wrong.
//!
//! It is a number made from the wrong answer's own text and not its place: a place would mean something
//! else as soon as an author moves an option, and would then blame people for what they never thought. An
//! attempt holds one slip; who chose two wrong options made that of the first.

use bank::answer::Answer;
use bank::check::{Check, LineId, OptionId};
use bank::grade::{Grade, Recognised};
use bank::question::Html;
use std::num::NonZeroU16;

/// Which wrong answer was given. Two of one check differ unless chance has it, once in 30,000 pairs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Slip(NonZeroU16);

/// A wrong answer that the bank knows.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Mistake<'a> {
    /// What was answered.
    pub said: Said<'a>,
    /// Why it tempts and fails, or for a line without a bug, where the bug is.
    pub why: &'a Html,
    which: Which,
}

/// What was answered, in the form in which the bank has it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Said<'a> {
    /// The text of an option.
    Option(&'a Html),
    /// A line of a program.
    Line(&'a Html),
    /// What was typed.
    Typed(&'a str),
}

/// Where the bank has it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Which {
    Option(OptionId),
    Line(LineId),
    Known(Recognised),
}

impl Slip {
    /// The largest number, so that three digits of the log hold it.
    const MOST: u32 = 0x7fff;

    /// Of an answer; none where it is right, or wrong in a way that the bank does not know.
    pub fn of(check: &Check, answer: &Answer, grade: &Grade) -> Option<Slip> {
        let mut known = mistakes(check).into_iter();
        let made = known.find(|mistake| mistake.is_made_by(answer, grade));
        made.map(|mistake| mistake.slip())
    }

    /// From its number, when there is one of that number.
    pub fn of_number(number: u16) -> Option<Slip> {
        let slip = NonZeroU16::new(number).map(Slip);
        slip.filter(|_| u32::from(number) <= Slip::MOST)
    }

    /// Its number, at least 1 and below 32,768.
    pub fn number(self) -> u16 {
        self.0.get()
    }

    /// The wrong answer that it means, unless its text has changed since.
    pub fn mistake(self, check: &Check) -> Option<Mistake<'_>> {
        let mut known = mistakes(check).into_iter();
        known.find(|mistake| mistake.slip() == self)
    }
}

/// The wrong answers to a check that the bank knows.
fn mistakes(check: &Check) -> Vec<Mistake<'_>> {
    let mut known = Vec::new();
    let mut add = |said, why, which| known.push(Mistake { said, why, which });
    match check {
        Check::Single(check) | Check::Multi(check) => {
            for (option, place) in check.options.iter().zip(0..) {
                if !option.right {
                    let which = Which::Option(OptionId(place));
                    add(Said::Option(&option.text), &option.why, which);
                }
            }
        }
        Check::Output(check) => {
            for (place, wrong) in check.tempting.iter().enumerate() {
                let which = Which::Known(Recognised::Output(place));
                add(Said::Typed(&wrong.text), &wrong.why, which);
            }
        }
        Check::Blank(check) => {
            for (gap, tempting) in check.gaps.iter().map(|gap| &gap.tempting).enumerate() {
                for (place, wrong) in tempting.iter().enumerate() {
                    let which = Which::Known(Recognised::Blank { gap, place });
                    add(Said::Typed(&wrong.text), &wrong.why, which);
                }
            }
        }
        Check::Order(check) => {
            for (line, place) in check.lines.iter().zip(0..) {
                if let Some(why) = &line.spare {
                    add(Said::Line(&line.code), why, Which::Line(LineId(place)));
                }
            }
        }
        Check::Bug(check) => {
            for (line, place) in check.lines.iter().zip(0..) {
                if !check.wrong.contains(&LineId(place)) {
                    add(Said::Line(line), &check.why, Which::Line(LineId(place)));
                }
            }
        }
    }
    known
}

impl Mistake<'_> {
    fn is_made_by(&self, answer: &Answer, grade: &Grade) -> bool {
        match (self.which, answer) {
            (Which::Option(it), Answer::Single(chosen)) => it == *chosen,
            (Which::Option(it), Answer::Multi(chosen)) => chosen.contains(&it),
            (Which::Line(it), Answer::Bug(line)) => it == *line,
            (Which::Line(it), Answer::Order(lines)) => lines.contains(&it),
            (Which::Known(it), Answer::Output(_) | Answer::Blank(_)) => {
                grade.recognised.contains(&it)
            }
            (Which::Option(_) | Which::Line(_) | Which::Known(_), _) => false,
        }
    }

    fn slip(&self) -> Slip {
        let text = match self.said {
            Said::Option(html) | Said::Line(html) => html.as_str(),
            Said::Typed(text) => text,
        };
        // The same filling may be wrong in two gaps for two reasons.
        let gap = match self.which {
            Which::Known(Recognised::Blank { gap, .. }) => gap as u8,
            Which::Option(_) | Which::Line(_) | Which::Known(Recognised::Output(_)) => 0,
        };
        // FNV-1a.
        let mix = |sum: u32, byte: u8| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        let sum = text.bytes().fold(mix(0x811c_9dc5, gap), mix);
        let number = NonZeroU16::MIN.saturating_add((sum % Slip::MOST) as u16);
        Slip(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use bank::check::{Blank, Choice, ChoiceOption, Gap, Output, Tempting};
    use bank::embedded::Bank;
    use bank::grade::grade;

    fn slip(check: &Check, answer: Answer) -> Option<Slip> {
        Slip::of(check, &answer, &grade(check, &answer))
    }

    fn tempting(texts: &[&str]) -> Vec<Tempting> {
        let one = |text: &&str| Tempting {
            text: text.to_string(),
            why: Html::default(),
        };
        texts.iter().map(one).collect()
    }

    fn output() -> Check {
        Check::Output(Output {
            stem: Html::default(),
            code: Html::default(),
            printed: "1".into(),
            raises: None,
            elsewhere: None,
            why: Html::default(),
            tempting: tempting(&["2", "3"]),
        })
    }

    fn blank() -> Check {
        let gap = |right: &str| Gap {
            accepted: vec![right.into()],
            tempting: tempting(&["is", "in"]),
        };
        Check::Blank(Blank {
            stem: Html::default(),
            pieces: vec![Html::default(); 3],
            places: vec![0, 1],
            printed: String::new(),
            gaps: vec![gap("not"), gap("or")],
            why: Html::default(),
        })
    }

    #[test]
    fn a_known_wrong_answer_is_a_slip_and_any_other_is_none() {
        let said = |text: &str| slip(&output(), Answer::Output(text.into()));
        assert_eq!(said("1"), None);
        assert_eq!(said("17"), None);
        let (two, three) = (said("2").unwrap(), said("3").unwrap());
        assert_ne!(two, three);
        let check = output();
        assert_eq!(two.mistake(&check).unwrap().said, Said::Typed("2"));
        assert_eq!(three.mistake(&check).unwrap().said, Said::Typed("3"));
    }

    #[test]
    fn the_same_filling_of_another_gap_is_another_slip() {
        let said = |a: &str, b: &str| slip(&blank(), Answer::Blank(vec![a.into(), b.into()]));
        let (a, b) = (said("is", "or").unwrap(), said("not", "is").unwrap());
        assert_ne!(a, b);
        // Of two, it is the first.
        assert_eq!(said("is", "in"), Some(a));
        assert_eq!(said("not", "or"), None);
    }

    #[test]
    fn an_option_that_was_moved_means_what_it_meant_and_one_that_left_means_nothing() {
        let bank = bank();
        let entry = bank.questions().iter().find(|it| it.id.as_str() == "gil");
        let body = bank.body(&entry.unwrap().id).unwrap();
        let single = body.checks.iter().find_map(|check| match check {
            Check::Single(choice) => Some(choice),
            Check::Multi(_)
            | Check::Output(_)
            | Check::Blank(_)
            | Check::Order(_)
            | Check::Bug(_) => None,
        });
        let single = single.unwrap();
        let place = single.options.iter().position(|it| !it.right).unwrap();
        let made = slip(
            &Check::Single(single.clone()),
            Answer::Single(OptionId(place as u8)),
        );
        let turned: Vec<ChoiceOption> = single.options.iter().rev().cloned().collect();
        let of = |options| {
            Check::Single(Choice {
                options,
                ..single.clone()
            })
        };
        let (moved, left) = (of(turned.clone()), of(Vec::new()));
        let found = made.unwrap().mistake(&moved).unwrap();
        assert_eq!(found.said, Said::Option(&single.options[place].text));
        assert_eq!(made.unwrap().mistake(&left), None);
    }

    /// A slip names one mistake: in no check of the bank have two different ones the same number.
    #[test]
    fn in_the_bank_no_two_wrong_answers_to_a_check_are_the_same_slip() {
        let bank = bank();
        let mut count = 0;
        for entry in bank.questions() {
            for check in &bank.body(&entry.id).unwrap().checks {
                let known = mistakes(check);
                count += known.len();
                for (place, one) in known.iter().enumerate() {
                    assert_eq!(Slip::of_number(one.slip().number()), Some(one.slip()));
                    let same = known[..place].iter().find(|it| it.slip() == one.slip());
                    // A program may have the same line twice.
                    let is_same = same.is_none_or(|same| same.said == one.said);
                    assert!(is_same, "{}: {one:?}", entry.id.as_str());
                }
            }
        }
        assert!(count > 1_000, "{count}");
    }

    fn bank() -> Bank {
        Bank::open(
            include_bytes!(concat!(env!("OUT_DIR"), "/bank.index")),
            include_bytes!(concat!(env!("OUT_DIR"), "/bank.bodies")),
        )
        .unwrap()
    }
}
