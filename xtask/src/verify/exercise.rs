//! Coding questions: every solution passes every case, every mistake fails the case that it names.

use crate::step::Failure;
use crate::verify::process::Lost;
use crate::verify::program::told;
use crate::verify::pythons::SEEDS;
use crate::verify::question::{Done, Verification, quoted};
use crate::verify::task::{Judge, Judged, JudgedCase};
use ::bank::compile::source::exercise::{Exercise, Mistake, Solution};
use ::bank::exercise::Case;

impl Verification<'_> {
    pub(crate) fn exercise(&mut self, exercise: &Exercise) -> Done {
        self.parses(&exercise.starter)?;
        let mut right = true;
        for solution in &exercise.solutions {
            right &= self.solution(exercise, solution)?;
        }
        for mistake in &exercise.mistakes {
            self.mistake(exercise, mistake)?;
        }
        // Changes of a solution that is wrong itself tell nothing of the cases.
        if right {
            self.mutants(exercise)
        } else {
            Ok(())
        }
    }

    fn solution(&mut self, exercise: &Exercise, solution: &Solution) -> Result<bool, Failure> {
        let mut right = true;
        for (line, case) in &exercise.cases {
            for seed in SEEDS {
                let judged = self.judge(exercise, &solution.code.text, case, seed, None)?;
                if let Some(how) = complaint(case, &judged) {
                    self.error(
                        *line,
                        format!("solution `{}` fails this case: {how}", solution.name),
                        format!(
                            "mend the case, or the solution at line {}",
                            solution.code.line
                        ),
                    );
                    right = false;
                    break;
                }
            }
        }
        Ok(right)
    }

    fn mistake(&mut self, exercise: &Exercise, mistake: &Mistake) -> Done {
        let code = &mistake.code;
        let cases = || exercise.cases.iter().map(|(_, case)| case);
        for case in cases().filter(|case| case.why == mistake.fails) {
            if self.passes(exercise, &code.text, case)? {
                self.error(
                    code.line,
                    format!("this mistake passes the case {}", quoted(&case.why)),
                    "name the case that it fails, or make it fail",
                );
            }
        }
        for case in cases().filter(|case| !case.hidden) {
            if self.passes(exercise, &code.text, case)? {
                return Ok(());
            }
        }
        self.warning(
            code.line,
            "this mistake fails every visible case",
            "prefer one that looks right at first, unless the whole idea is wrong",
        );
        Ok(())
    }

    fn passes(&mut self, exercise: &Exercise, answer: &str, case: &Case) -> Result<bool, Failure> {
        let judged = self.judge(exercise, answer, case, SEEDS[0], None)?;
        Ok(judged.is_ok_and(|judged| judged.passed))
    }

    /// One case. `steps` limits it by work instead of time.
    pub(crate) fn judge(
        &mut self,
        exercise: &Exercise,
        answer: &str,
        case: &Case,
        seed: u8,
        steps: Option<u64>,
    ) -> Result<Result<Judged, Lost>, Failure> {
        let case = JudgedCase {
            call: &case.call,
            want: &case.want,
            seconds: case.seconds,
        };
        self.pythons.ask(
            &[],
            seed,
            &Judge {
                answer,
                setup: &exercise.setup,
                case,
                steps,
            },
        )
    }
}

/// How an answer failed a case; `None` when it passed.
fn complaint(case: &Case, judged: &Result<Judged, Lost>) -> Option<String> {
    let call = quoted(&case.call);
    let judged = match judged {
        Ok(judged) if judged.passed => return None,
        Ok(judged) => judged,
        Err(Lost::Hung) => return Some(format!("{call} does not end and cannot be stopped")),
        Err(Lost::Crashed) => return Some(format!("{call} breaks the interpreter")),
    };
    Some(match (&judged.error, &judged.got, &judged.want) {
        _ if judged.stopped => format!("{call} takes too long"),
        (Some(error), None, _) => format!("{call} raises {}", told(error)),
        (Some(error), Some(_), None) => format!("the expression of `want` raises {}", told(error)),
        (Some(error), Some(_), Some(_)) => format!("comparing the values raises {}", told(error)),
        (None, got, want) => {
            let shown = |value: &Option<String>| quoted(value.as_deref().unwrap_or_default());
            format!(
                "{call} gives {}, not {} of the same type",
                shown(got),
                shown(want)
            )
        }
    })
}
