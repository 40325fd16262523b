//! Keys: what the file says is right is graded correct, and what it says is wrong is not.
//!
//! The grader is that of the app, so a key that the app would refuse cannot ship.

use super::super::embed;
use super::super::problem::Problems;
use super::super::source::check::{Blank, Bug, Check, Choice, Gap, Item, Order, Output};
use crate::answer::{Answer, Verdict};
use crate::check::{LineId, OptionId};
use crate::grade::grade;

/// An answer that the file gives, and its line.
type Given = (usize, Answer);

pub(crate) fn judge(check: &Check, problems: &mut Problems) {
    let (right, wrong) = match &check.item {
        Item::Single(choice) => single(choice),
        Item::Multi(choice) => multi(check, choice),
        Item::Output(item) => output(item),
        Item::Blank(item) => blank(item),
        Item::Order(item) => order(check, item),
        Item::Bug(item) => bug(check, item),
    };
    let embedded = embed::check(check);
    let is_correct = |answer: &Answer| grade(&embedded, answer).verdict == Verdict::Correct;
    for (line, _) in right.iter().filter(|(_, answer)| !is_correct(answer)) {
        let what = "the app does not grade this right answer as correct";
        problems.error(*line, what, "correct the answer");
    }
    for (line, _) in wrong.iter().filter(|(_, answer)| is_correct(answer)) {
        let what = "the app grades this wrong answer as correct";
        problems.error(*line, what, "it equals a right one; change it or remove it");
    }
}

fn single(choice: &Choice) -> (Vec<Given>, Vec<Given>) {
    let one = |option: OptionId, line: usize| (line, Answer::Single(option));
    by_key(choice, one)
}

fn multi(check: &Check, choice: &Choice) -> (Vec<Given>, Vec<Given>) {
    let right: Vec<OptionId> = ids(choice)
        .filter(|(_, right, _)| *right)
        .map(|(id, ..)| id)
        .collect();
    let (_, wrong) = by_key(choice, |id, line| (line, Answer::Multi(vec![id])));
    (vec![(check.line, Answer::Multi(right))], wrong)
}

fn by_key(choice: &Choice, given: impl Fn(OptionId, usize) -> Given) -> (Vec<Given>, Vec<Given>) {
    let (right, wrong): (Vec<_>, Vec<_>) = ids(choice).partition(|(_, right, _)| *right);
    let answers = |options: Vec<(OptionId, bool, usize)>| {
        options
            .into_iter()
            .map(|(id, _, line)| given(id, line))
            .collect()
    };
    (answers(right), answers(wrong))
}

/// The id, whether it is right, and the line of each option.
fn ids(choice: &Choice) -> impl Iterator<Item = (OptionId, bool, usize)> {
    let numbered = choice.options.iter().zip(0..=u8::MAX);
    numbered.map(|(option, id)| (OptionId(id), option.right, option.text.line))
}

fn output(item: &Output) -> (Vec<Given>, Vec<Given>) {
    let line = item.program.code.line;
    let printed = item.program.printed.as_ref();
    let printed = printed.map_or_else(String::new, |code| code.text.clone());
    let wrong = item
        .tempting
        .iter()
        .map(|wrong| (wrong.line, Answer::Output(wrong.text.clone())));
    (vec![(line, Answer::Output(printed))], wrong.collect())
}

/// Every filling of a gap, with the model answers in the others.
fn blank(item: &Blank) -> (Vec<Given>, Vec<Given>) {
    let model = |gap: &Gap| {
        gap.accepted
            .first()
            .map_or_else(String::new, |(_, text)| text.clone())
    };
    let models: Vec<String> = item.gaps.iter().map(model).collect();
    let mut right = Vec::new();
    let mut wrong = Vec::new();
    for (place, gap) in item.gaps.iter().enumerate() {
        let with = |filling: &String| {
            let mut fillings = models.clone();
            fillings.splice(place..=place, [filling.clone()]);
            Answer::Blank(fillings)
        };
        right.extend(gap.accepted.iter().map(|(line, text)| (*line, with(text))));
        wrong.extend(
            gap.tempting
                .iter()
                .map(|known| (known.line, with(&known.text))),
        );
    }
    (right, wrong)
}

/// The lines of the file without the spare ones; with one of those at the end it is another program.
fn order(check: &Check, item: &Order) -> (Vec<Given>, Vec<Given>) {
    let numbered = || {
        item.lines
            .iter()
            .zip(0..=u8::MAX)
            .map(|(line, id)| (line, LineId(id)))
    };
    let needed: Vec<LineId> = numbered()
        .filter(|(line, _)| line.spare.is_none())
        .map(|(_, id)| id)
        .collect();
    let wrong = numbered()
        .filter(|(line, _)| line.spare.is_some())
        .map(|(line, id)| {
            let mut lines = needed.clone();
            lines.push(id);
            (line.line, Answer::Order(lines))
        });
    let wrong = wrong.collect();
    (vec![(check.line, Answer::Order(needed))], wrong)
}

fn bug(check: &Check, item: &Bug) -> (Vec<Given>, Vec<Given>) {
    let numbered = (1..=item.code.text.lines().count()).zip(0..=u8::MAX);
    let (right, wrong): (Vec<_>, Vec<_>) =
        numbered.partition(|(number, _)| item.wrong.contains(number));
    let answers = |lines: Vec<(usize, u8)>| {
        lines
            .into_iter()
            .map(|(_, id)| (check.line, Answer::Bug(LineId(id))))
            .collect()
    };
    (answers(right), answers(wrong))
}
