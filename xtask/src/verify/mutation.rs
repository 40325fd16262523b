//! Mutants: small mistakes made on purpose in the solutions. Cases that do not notice them would let
//! the same slip of a learner pass.
//!
//! A mutant that no case catches may be no mistake at all, like `<=` where the two never meet. So it
//! counts only if it can be told from the solutions: by a call made from those of the cases by small
//! changes, on which all solutions agree. Whoever cannot be told apart so is taken for equal and left
//! out, which is a guess in the author's favour.

use crate::step::Failure;
use crate::verify::pythons::SEEDS;
use crate::verify::question::{Done, Verification, quoted};
use crate::verify::task::{Agreed, AgreedCall, Difference, Distinguish, Mutant, Mutants};
use ::bank::compile::source::exercise::{Exercise, Solution};
use ::bank::exercise::Case;

/// A mutant that no case catches.
struct Survivor<'a> {
    solution: &'a Solution,
    mutant: Mutant,
}

impl Verification<'_> {
    /// The cases catch at least 90 of 100 mutants of the solutions.
    pub(crate) fn mutants(&mut self, exercise: &Exercise) -> Done {
        let (mut caught, mut survivors) = (0, Vec::new());
        for solution in &exercise.solutions {
            let cases = self.measured(exercise, solution)?;
            let mutants = Mutants {
                source: &solution.code.text,
            };
            for mutant in self
                .ask(solution.code.line, &[], SEEDS[0], &mutants)?
                .unwrap_or_default()
            {
                if self.is_caught(exercise, &mutant, &cases)? {
                    caught += 1;
                } else {
                    survivors.push(Survivor { solution, mutant });
                }
            }
        }
        let missed = self.told_apart(exercise, survivors)?;
        if caught * 10 < (caught + missed.len()) * 9 {
            self.complain(exercise, caught, missed);
        }
        Ok(())
    }

    /// The cases with the work that a solution has with them, the least first.
    fn measured<'a>(
        &mut self,
        exercise: &'a Exercise,
        solution: &Solution,
    ) -> Result<Vec<(u64, &'a Case)>, Failure> {
        let mut cases = Vec::new();
        for (_, case) in &exercise.cases {
            let judged = self.judge(exercise, &solution.code.text, case, SEEDS[0], None)?;
            cases.push((judged.map_or(0, |judged| judged.steps), case));
        }
        cases.sort_by_key(|(steps, _)| *steps);
        Ok(cases)
    }

    /// Far more work than the solution has is as bad as a wrong value. Work is counted, not timed, so
    /// that the outcome is the same on every machine.
    fn is_caught(
        &mut self,
        exercise: &Exercise,
        mutant: &Mutant,
        cases: &[(u64, &Case)],
    ) -> Result<bool, Failure> {
        for (steps, case) in cases {
            let judged = self.judge(
                exercise,
                &mutant.source,
                case,
                SEEDS[0],
                Some(steps * 20 + 5_000),
            )?;
            if !judged.is_ok_and(|judged| judged.passed) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn told_apart<'a>(
        &mut self,
        exercise: &Exercise,
        survivors: Vec<Survivor<'a>>,
    ) -> Result<Vec<(Survivor<'a>, Difference)>, Failure> {
        if survivors.is_empty() {
            return Ok(Vec::new());
        }
        let calls = self.agreed_calls(exercise)?;
        let mut missed = Vec::new();
        for survivor in survivors {
            let task = Distinguish {
                solution: &survivor.solution.code.text,
                mutant: &survivor.mutant.source,
                setup: &exercise.setup,
                calls: &calls,
            };
            if let Some(Some(difference)) =
                self.ask(survivor.solution.code.line, &[], SEEDS[0], &task)?
            {
                missed.push((survivor, difference));
            }
        }
        Ok(missed)
    }

    fn agreed_calls(&mut self, exercise: &Exercise) -> Result<Vec<AgreedCall>, Failure> {
        let task = Agreed {
            solutions: exercise
                .solutions
                .iter()
                .map(|solution| solution.code.text.as_str())
                .collect(),
            setup: &exercise.setup,
            calls: exercise
                .cases
                .iter()
                .map(|(_, case)| case.call.as_str())
                .collect(),
        };
        let line = exercise
            .solutions
            .first()
            .map_or(1, |solution| solution.code.line);
        Ok(self.ask(line, &[], SEEDS[0], &task)?.unwrap_or_default())
    }

    fn complain(
        &mut self,
        exercise: &Exercise,
        caught: usize,
        missed: Vec<(Survivor<'_>, Difference)>,
    ) {
        let all = caught + missed.len();
        let cases = exercise.cases.len();
        for (Survivor { solution, mutant }, Difference { call, want }) in missed {
            self.error(
                solution.code.line + mutant.line - 1,
                format!("the {cases} cases do not notice when {} here ({caught} of {all} such changes are caught, 90% must be)", mutant.what),
                format!("add a case such as {}, which gives {}", quoted(&call), quoted(&want)),
            );
        }
    }
}
