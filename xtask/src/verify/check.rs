//! The checks whose key Python can prove: output, blank, order and bug.

use crate::step::Failure;
use crate::verify::program::{SECONDS, failure, told};
use crate::verify::pythons::SEEDS;
use crate::verify::question::{Done, Verification, quoted};
use crate::verify::task::{Arrange, Run};
use ::bank::answer::{Answer, Verdict};
use ::bank::check as app;
use ::bank::compile::source::check::{Blank, Bug, Order, Output};
use ::bank::grade::grade;
use ::bank::question::Html;

impl Verification<'_> {
    /// The output is right, and every tempting one is wrong.
    pub(crate) fn output(&mut self, output: &Output) -> Done {
        self.program(&output.program)?;
        let as_in_app = app::Check::Output(app::Output {
            stem: Html::default(),
            code: Html::default(),
            printed: output
                .program
                .printed
                .as_ref()
                .map_or_else(String::new, |printed| printed.text.clone()),
            why: Html::default(),
            tempting: output
                .tempting
                .iter()
                .map(|it| app::Tempting {
                    text: it.text.clone(),
                    why: Html::default(),
                })
                .collect(),
        });
        for tempting in &output.tempting {
            if grade(&as_in_app, &Answer::Output(tempting.text.clone())).verdict == Verdict::Correct
            {
                self.error(
                    tempting.line,
                    format!(
                        "the wrong output {} is the right one",
                        quoted(&tempting.text)
                    ),
                    "write what the misconception would print, or remove it",
                );
            }
        }
        Ok(())
    }

    /// Every combination of accepted fillings gives what is recorded, and no tempting one does.
    pub(crate) fn blank(&mut self, blank: &Blank) -> Done {
        let combinations: usize = blank.gaps.iter().map(|gap| gap.accepted.len()).product();
        if combinations > MOST_COMBINATIONS {
            self.error(
                blank.program.code.line,
                format!("{combinations} combinations of fillings are too many to try"),
                format!("accept fewer, so that there are at most {MOST_COMBINATIONS}"),
            );
            return Ok(());
        }
        for number in 0..combinations {
            self.accepted(blank, number)?;
        }
        for (gap, known) in blank.gaps.iter().enumerate() {
            for tempting in &known.tempting {
                self.rejected(blank, gap, &tempting.text, tempting.line)?;
            }
        }
        Ok(())
    }

    fn accepted(&mut self, blank: &Blank, number: usize) -> Done {
        let (mut rest, mut line) = (number, blank.program.code.line);
        let (mut fillings, mut named) = (Vec::new(), Vec::new());
        for (gap, letter) in blank.gaps.iter().zip('A'..) {
            let choice = rest % gap.accepted.len().max(1);
            rest /= gap.accepted.len().max(1);
            if let Some((at, filling)) = gap.accepted.get(choice) {
                // Of the filling to blame: one that is not the model answer.
                line = if choice > 0 || number == 0 { *at } else { line };
                named.push(format!("{} as {letter}", quoted(filling)));
                fillings.push(filling.as_str());
            }
        }
        if let Some(complaint) = self.complaint(&blank.program, &blank.filled(&fillings))? {
            self.error(
                line,
                format!("with {}: {}", named.join(" and "), complaint.what),
                "accept only what gives the recorded output",
            );
        }
        Ok(())
    }

    fn rejected(&mut self, blank: &Blank, gap: usize, filling: &str, line: usize) -> Done {
        let mut fillings = Vec::new();
        for (place, other) in blank.gaps.iter().enumerate() {
            let model = other.accepted.first().map(|(_, it)| it.as_str());
            fillings.extend(if place == gap { Some(filling) } else { model });
        }
        if self.is_as_recorded(blank, &blank.filled(&fillings))? {
            self.error(
                line,
                format!(
                    "the wrong filling {} gives the recorded output",
                    quoted(filling)
                ),
                "accept it, or make the program show why it is wrong",
            );
        }
        Ok(())
    }

    /// Whether it can happen at any start. A program that never ends, or breaks the interpreter, is
    /// not as recorded.
    fn is_as_recorded(&mut self, blank: &Blank, code: &str) -> Result<bool, Failure> {
        let run = Run {
            parts: &[code],
            seconds: SECONDS,
        };
        for seed in SEEDS {
            let Ok(ran) = self.pythons.ask(&blank.program.needs, seed, &run)? else {
                return Ok(false);
            };
            if ran.stopped {
                return Ok(false);
            }
            if crate::verify::program::judge(&blank.program, &ran).is_none() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The lines as they stand pass the test, and no other arrangement of as many lines does.
    pub(crate) fn order(&mut self, order: &Order) -> Done {
        let lines: Vec<_> = order.lines.iter().map(|line| line.code.as_str()).collect();
        let needed = order
            .lines
            .iter()
            .enumerate()
            .filter(|(_, line)| line.spare.is_none());
        let key: Vec<_> = needed.map(|(place, _)| place).collect();
        let at = order
            .lines
            .first()
            .map_or(order.test.code.line, |line| line.line);
        let task = Arrange {
            lines,
            key,
            test: &order.test.code.text,
            most: MOST_ARRANGEMENTS,
        };
        let Some(arranged) = self.ask(at, &order.test.needs, SEEDS[0], &task)? else {
            return Ok(());
        };
        if arranged.total > MOST_ARRANGEMENTS {
            self.error(
                at,
                format!("{} arrangements are too many to try", arranged.total),
                format!("use fewer lines, so that there are at most {MOST_ARRANGEMENTS}"),
            );
        }
        if arranged.stopped {
            self.error(
                at,
                format!("the right order does not end within {SECONDS} s"),
                "mend the lines or their test",
            );
        }
        if let Some(error) = arranged.key {
            let line = error
                .line
                .filter(|_| error.part == Some(1))
                .map_or(at, |line| order.test.code.line + line - 1);
            self.error(
                line,
                format!("the right order fails its test: {}", told(&error)),
                "mend the lines or their test",
            );
        }
        if let Some(other) = arranged.others.first() {
            self.error(
                at,
                format!(
                    "{} more arrangements pass the test, such as {}",
                    arranged.others.len(),
                    quoted(other)
                ),
                "make the lines depend on each other, or the test stricter",
            );
        }
        Ok(())
    }

    /// The test fails on the program and passes on the corrected one.
    pub(crate) fn bug(&mut self, bug: &Bug) -> Done {
        self.parses(&bug.code)?;
        let (needs, test) = (&bug.test.needs, &bug.test.code);
        let before = self.run(bug.code.line, needs, &[&bug.code.text, &test.text])?;
        let passes = before
            .iter()
            .any(|ran| failure(ran, &[&bug.code, test]).is_none());
        if passes {
            self.error(
                test.line,
                "this test passes on the program with the bug",
                "make it fail there, as a learner would see the bug",
            );
        }
        let after = self.run(bug.fix.line, needs, &[&bug.fix.text, &test.text])?;
        if let Some((line, how)) = after.iter().find_map(|ran| failure(ran, &[&bug.fix, test])) {
            self.error(
                line,
                format!("with the fix this {how}"),
                "mend the fix or its test",
            );
        }
        Ok(())
    }
}

/// A combination takes about 10 ms.
const MOST_COMBINATIONS: usize = 200;

/// Seven lines have 5,040 arrangements, eight of which six are needed 20,160; one takes about 0.3 ms.
const MOST_ARRANGEMENTS: u64 = 20_160;
