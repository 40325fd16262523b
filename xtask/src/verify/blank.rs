//! Blank: accepted fillings give the recorded output, tempting ones do not.

use crate::step::Failure;
use crate::verify::program::{SECONDS, judge};
use crate::verify::pythons::SEEDS;
use crate::verify::question::{Done, Verification, quoted};
use crate::verify::task::Run;
use ::bank::compile::source::check::Blank;

impl Verification<'_> {
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
            if judge(&blank.program, &ran).is_none() {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// A combination takes about 10 ms.
const MOST_COMBINATIONS: usize = 200;
