//! A draft: an answer that is not given yet, as far as it has come.
//!
//! Transitions take the draft and return the next one; one that does not fit the kind of check changes
//! nothing. It does not know what is right.

use crate::practice::arrangement::{Arrangement, Move};
use crate::practice::shuffle::Seed;
use bank::answer::Answer;
use bank::check::{Check, LineId, OptionId};

/// What a person has put together so far.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Draft {
    /// The option chosen.
    Single(Option<OptionId>),
    /// The options chosen, in the order of choosing.
    Multi(Vec<OptionId>),
    /// What is typed or chosen.
    Output(String),
    /// A filling for each gap.
    Blank(Vec<String>),
    /// The lines as they stand.
    Order(Arrangement),
    /// The line chosen.
    Bug(Option<LineId>),
}

impl Draft {
    /// How a check is begun. Lines that are to be ordered are in some order from the start.
    pub fn begin(check: &Check, seed: Seed) -> Draft {
        match check {
            Check::Single(_) => Draft::Single(None),
            Check::Multi(_) => Draft::Multi(Vec::new()),
            Check::Output(_) => Draft::Output(String::new()),
            Check::Blank(blank) => Draft::Blank(vec![String::new(); blank.gaps.len()]),
            Check::Order(order) => {
                let count = u8::try_from(order.lines.len()).unwrap_or(u8::MAX);
                Draft::Order(Arrangement::shuffled(count, seed))
            }
            Check::Bug(_) => Draft::Bug(None),
        }
    }

    /// The answer that the draft makes, if it makes one.
    pub fn answer(&self) -> Option<Answer> {
        let is_blank = |text: &String| text.trim().is_empty();
        match self {
            Draft::Single(chosen) => chosen.map(Answer::Single),
            Draft::Multi(chosen) if chosen.is_empty() => None,
            Draft::Multi(chosen) => Some(Answer::Multi(chosen.clone())),
            Draft::Output(text) if is_blank(text) => None,
            Draft::Output(text) => Some(Answer::Output(text.clone())),
            Draft::Blank(fillings) if fillings.iter().any(is_blank) => None,
            Draft::Blank(fillings) => Some(Answer::Blank(fillings.clone())),
            Draft::Order(lines) => Some(Answer::Order(lines.used().to_vec())),
            Draft::Bug(chosen) => chosen.map(Answer::Bug),
        }
    }

    /// What is typed: the output, or the filling of this gap.
    pub fn text(&self, gap: usize) -> &str {
        match self {
            Draft::Output(text) => text,
            Draft::Blank(fillings) => fillings.get(gap).map_or("", String::as_str),
            Draft::Single(_) | Draft::Multi(_) | Draft::Order(_) | Draft::Bug(_) => "",
        }
    }

    /// The lines in use and those left out.
    pub fn lines(&self) -> (&[LineId], &[LineId]) {
        match self {
            Draft::Order(lines) => (lines.used(), lines.left_out()),
            Draft::Single(_)
            | Draft::Multi(_)
            | Draft::Output(_)
            | Draft::Blank(_)
            | Draft::Bug(_) => (&[], &[]),
        }
    }

    /// Chooses an option. Of several it is added to the others, or taken back.
    #[must_use]
    pub fn choose(mut self, option: OptionId) -> Draft {
        if let Draft::Single(chosen) = &mut self {
            *chosen = Some(option);
        } else if let Draft::Multi(chosen) = &mut self {
            match chosen.iter().position(|other| *other == option) {
                Some(place) => drop(chosen.remove(place)),
                None => chosen.push(option),
            }
        }
        self
    }

    /// Types the output, or fills this gap.
    #[must_use]
    pub fn fill(mut self, gap: usize, text: String) -> Draft {
        if let Draft::Output(typed) = &mut self {
            *typed = text;
        } else if let Draft::Blank(fillings) = &mut self
            && let Some(filling) = fillings.get_mut(gap)
        {
            *filling = text;
        }
        self
    }

    /// Moves a line.
    #[must_use]
    pub fn move_line(self, line: LineId, how: Move) -> Draft {
        match self {
            Draft::Order(lines) => Draft::Order(lines.moved(line, how)),
            Draft::Single(_)
            | Draft::Multi(_)
            | Draft::Output(_)
            | Draft::Blank(_)
            | Draft::Bug(_) => self,
        }
    }

    /// Points at a line.
    #[must_use]
    pub fn point_at(mut self, line: LineId) -> Draft {
        if let Draft::Bug(chosen) = &mut self {
            *chosen = Some(line);
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn option(id: u8) -> OptionId {
        OptionId(id)
    }

    #[test]
    fn choosing_makes_an_answer_as_soon_as_something_is_chosen() {
        let check = |begun: Draft, clicks: &[u8], expected: Option<Answer>| {
            let choose = |draft: Draft, id: &u8| draft.choose(option(*id));
            let draft = clicks.iter().fold(begun, choose);
            assert_eq!(draft.answer(), expected, "{clicks:?}");
        };
        let one = || Draft::Single(None);
        check(one(), &[], None);
        check(one(), &[2], Some(Answer::Single(option(2))));
        check(one(), &[2, 0], Some(Answer::Single(option(0))));
        let several = || Draft::Multi(Vec::new());
        let multi = |ids: &[u8]| Some(Answer::Multi(ids.iter().copied().map(option).collect()));
        check(several(), &[], None);
        check(several(), &[1, 3], multi(&[1, 3]));
        check(several(), &[1, 3, 1], multi(&[3]));
        check(several(), &[1, 1], None);
    }

    #[test]
    fn only_a_draft_without_an_empty_gap_is_an_answer() {
        let check = |fillings: &[&str], whole: bool| {
            let mut draft = Draft::Blank(vec![String::new(); fillings.len()]);
            for (gap, filling) in fillings.iter().enumerate() {
                draft = draft.fill(gap, (*filling).to_owned());
                assert_eq!(draft.text(gap), *filling);
            }
            assert_eq!(draft.answer().is_some(), whole, "{fillings:?}");
        };
        check(&["a", "b"], true);
        check(&["a", ""], false);
        check(&["  "], false);
    }

    #[test]
    fn an_output_of_nothing_but_space_is_no_answer() {
        let check = |text: &str, whole: bool| {
            let draft = Draft::Output(String::new()).fill(0, text.to_owned());
            assert_eq!(draft.answer().is_some(), whole, "{text:?}");
        };
        check("1\n2", true);
        check(" \n", false);
        check("", false);
    }

    #[test]
    fn what_does_not_fit_the_check_changes_nothing() {
        let draft = Draft::Bug(None);
        let after = draft
            .clone()
            .choose(option(1))
            .fill(0, "x".to_owned())
            .move_line(LineId(0), Move::Up);
        assert_eq!(after, draft);
        assert_eq!(
            after.point_at(LineId(2)).answer(),
            Some(Answer::Bug(LineId(2)))
        );
    }
}
