//! Bug: the test sees the bug, and no longer after the fix.

use crate::verify::program::failure;
use crate::verify::question::{Done, Verification};
use ::bank::compile::source::check::Bug;

impl Verification<'_> {
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
