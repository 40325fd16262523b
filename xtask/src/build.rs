//! `cargo xtask build`: the release in `dist/`, as any static host may serve it.

use crate::bank;
use crate::budget::Budget;
use crate::editor;
use crate::lean::make_lean;
use crate::step::{Failure, run, step};
use crate::toolbox::Toolbox;
use crate::traces;
use crate::weigh::{Weight, weigh};
use crate::workspace::dist;
use crate::{pack, policy, split};
use ::bank::compile;
use std::path::Path;

/// Builds the release, weighs it and compares it with the budget.
pub(crate) fn build() -> Result<(), Failure> {
    build_release()?;
    check_budget()
}

/// Builds the release.
pub(crate) fn build_release() -> Result<(), Failure> {
    let tools = Toolbox::provide()?;
    pack::provide()?;
    editor::bundle(&tools)?;
    step("build the release", || {
        let mut trunk = split::splitting(&tools)?.command("trunk");
        make_lean(&mut trunk)?;
        // Trunk reads the usual `NO_COLOR=1` as a value of its own flag, and refuses it.
        run(trunk
            .args(["build", "--release", "--offline"])
            .env_remove("NO_COLOR"))
    })?;
    pack::tidy(&dist())?;
    step("write the security policy", || policy::apply(&dist()))?;
    step("look for traces of this machine", || traces::check(&dist()))
}

/// Weighs the release, and fails when it is heavier than it may be.
pub(crate) fn check_budget() -> Result<(), Failure> {
    let budget = Budget::read()?;
    // The pack knows what it weighs; compressing it takes a minute.
    let is_app = |name: &str| !name.starts_with("python/");
    let weights = step("weigh the release", || weigh(&dist(), is_app))?;
    let pack = pack::provide()?.weights()?;
    print!("{weights}\nthe Python pack\n{pack}");
    let source = bank::read();
    let embedded = compile::embed(&source);
    let bytes = [embedded.index, embedded.bodies].concat();
    let weight = Weight::of(&bytes).map_err(Failure::file(Path::new("bank")))?;
    let first_visit = budget.check(&weights, weight.brotli, source.questions.len());
    // Both are said, also when the first is too heavy.
    budget.check_python(&pack).and(first_visit)
}
