//! Programs that say what they give, proofs, and code that must at least parse.

use crate::step::Failure;
use crate::verify::pythons::SEEDS;
use crate::verify::question::{Done, Verification, quoted};
use crate::verify::task::{Parse, Raised, Ran, Run};
use ::bank::compile::source::check::Choice;
use ::bank::compile::source::program::{Code, Need, Program};

/// A program may take this long; a page has no use for a longer one.
pub(crate) const SECONDS: u64 = 5;

/// What is wrong with how a program ended: its line, a sentence and a repair.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Complaint {
    pub(crate) line: usize,
    pub(crate) what: String,
    pub(crate) repair: String,
}

impl Verification<'_> {
    /// Code that is shown must be Python.
    pub(crate) fn parses(&mut self, code: &Code) -> Done {
        let answer = self.ask(code.line, &[], SEEDS[0], &Parse { source: &code.text })?;
        if let Some(Some(wrong)) = answer {
            self.error(
                code.line + wrong.line.unwrap_or(1).saturating_sub(1),
                format!("this is not Python: {}", wrong.message),
                "mend it, or show it as a ```text fence",
            );
        }
        Ok(())
    }

    /// A program gives what is recorded, at every start.
    pub(crate) fn program(&mut self, program: &Program) -> Done {
        if let Some(complaint) = self.complaint(program, &program.code.text)? {
            self.error(complaint.line, complaint.what, complaint.repair);
        }
        Ok(())
    }

    /// What is wrong when this code runs in place of the program's.
    pub(crate) fn complaint(
        &mut self,
        program: &Program,
        code: &str,
    ) -> Result<Option<Complaint>, Failure> {
        let outcomes = self.run(program.code.line, &program.needs, &[code])?;
        let judged: Vec<_> = outcomes.iter().map(|ran| judge(program, ran)).collect();
        let texts = || outcomes.iter().map(|ran| &ran.printed);
        let differing = texts()
            .zip(texts().skip(1))
            .find(|(one, other)| one != other);
        let (true, Some((one, other))) = (judged.iter().any(Option::is_some), differing) else {
            return Ok(judged.into_iter().flatten().next());
        };
        Ok(Some(Complaint {
            line: program.code.line,
            what: format!(
                "this prints {} at one start and {} at another",
                quoted(one),
                quoted(other)
            ),
            repair: "make it independent of hashes, time and chance".to_owned(),
        }))
    }

    /// The asserts that back a key hold.
    pub(crate) fn proofs(&mut self, choice: &Choice) -> Done {
        for proof in &choice.proofs {
            let outcomes = self.run(proof.code.line, &proof.needs, &[&proof.code.text])?;
            if let Some((line, how)) = outcomes.iter().find_map(|ran| failure(ran, &[&proof.code]))
            {
                self.error(
                    line,
                    format!("this proof {how}"),
                    "mend the proof, or the key that it backs",
                );
            }
        }
        Ok(())
    }

    /// Runs the parts of a program once with each seed. What is too slow once is not tried again. When
    /// Python was lost, which has been told then, fewer outcomes come back.
    pub(crate) fn run(
        &mut self,
        line: usize,
        needs: &[Need],
        parts: &[&str],
    ) -> Result<Vec<Ran>, Failure> {
        let mut outcomes: Vec<Ran> = Vec::new();
        let seconds = SECONDS;
        for seed in SEEDS {
            let Some(ran) = self.ask(line, needs, seed, &Run { parts, seconds })? else {
                break;
            };
            let stopped = ran.stopped;
            outcomes.push(ran);
            if stopped {
                break;
            }
        }
        Ok(outcomes)
    }
}

/// Where and how a program failed that has to end well, as in "this proof raises ValueError".
pub(crate) fn failure(ran: &Ran, parts: &[&Code]) -> Option<(usize, String)> {
    let first = parts.first()?;
    if ran.stopped {
        return Some((first.line, format!("does not end within {SECONDS} s")));
    }
    let error = ran.error.as_ref()?;
    let part = error.part.and_then(|part| parts.get(part)).unwrap_or(first);
    Some((
        part.line + error.line.unwrap_or(1).saturating_sub(1),
        format!("raises {}", told(error)),
    ))
}

/// An exception as the last line of a traceback has it.
pub(crate) fn told(error: &Raised) -> String {
    match error.message.as_str() {
        "" => error.name.clone(),
        message => format!("{}: {}", error.name, message.replace('\n', " ")),
    }
}

/// What is wrong with one outcome.
pub(crate) fn judge(program: &Program, ran: &Ran) -> Option<Complaint> {
    ending(program, ran).or_else(|| output(program, &ran.printed))
}

fn ending(program: &Program, ran: &Ran) -> Option<Complaint> {
    let failed = failure(ran, &[&program.code]);
    let Some(expected) = &program.raises else {
        let (line, how) = failed?;
        return Some(Complaint {
            line,
            what: format!("this {how}"),
            repair:
                "mend the program; when it is meant to raise, say `raises=...` after `python run`"
                    .to_owned(),
        });
    };
    let is_expected = |error: &Raised| {
        *expected == error.name || *expected == format!("{}.{}", error.module, error.name)
    };
    if !ran.stopped && ran.error.as_ref().is_some_and(is_expected) {
        return None;
    }
    let (line, how) = failed.unwrap_or((program.code.line, "ends well".to_owned()));
    Some(Complaint {
        line,
        what: format!("this {how}, not with {expected}"),
        repair: format!("mend the program, or what `raises={expected}` says"),
    })
}

/// The first line that is not as recorded.
fn output(program: &Program, printed: &str) -> Option<Complaint> {
    let recorded = program.printed.as_ref();
    let text = recorded.map_or("", |code| code.text.as_str());
    let printed = printed.strip_suffix('\n').unwrap_or(printed);
    if printed == text {
        return None;
    }
    let Some(recorded) = recorded else {
        return Some(Complaint {
            line: program.code.line,
            what: format!("this prints {}, and no output is recorded", quoted(printed)),
            repair: "add an ```output fence after it".to_owned(),
        });
    };
    let place = text
        .split('\n')
        .zip(printed.split('\n'))
        .take_while(|(wanted, got)| wanted == got)
        .count();
    let what = difference(text.split('\n').nth(place), printed.split('\n').nth(place));
    let last = text.split('\n').count().saturating_sub(1);
    Some(Complaint {
        line: recorded.line + place.min(last),
        what,
        repair: "record what is printed, or mend the program".to_owned(),
    })
}

/// How two lines differ. At most one of them is missing.
fn difference(wanted: Option<&str>, got: Option<&str>) -> String {
    match (wanted, got) {
        (Some(wanted), Some(got)) if wanted.trim_end() == got.trim_end() => {
            "the recorded line and the printed one differ in the space at the end".to_owned()
        }
        (Some(wanted), Some(got)) => {
            format!("recorded is {}, printed is {}", quoted(wanted), quoted(got))
        }
        (Some(wanted), None) => {
            format!(
                "recorded is {}, and nothing more is printed",
                quoted(wanted)
            )
        }
        (None, got) => {
            let got = quoted(got.unwrap_or_default());
            format!("after the last recorded line {got} is printed")
        }
    }
}
