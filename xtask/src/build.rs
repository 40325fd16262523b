//! `cargo xtask build`: the release in `dist/`, as any static host may serve it.

use crate::bank;
use crate::budget::Budget;
use crate::compress::compress;
use crate::editor;
use crate::lean::make_lean;
use crate::site::{self, Site};
use crate::step::{Failure, run, step};
use crate::toolbox::Toolbox;
use crate::traces;
use crate::weigh::{Weight, weigh};
use crate::workspace::dist;
use crate::{offline, pack, policy, shell, slim, split};
use ::bank::compile::{self, source::Source};
use clap::Args;
use std::path::Path;

/// How many questions the bank is to have, when that is not how many were written.
const QUESTIONS: &str = "PYDRILL_QUESTIONS";

/// How to build.
#[derive(Args)]
pub(crate) struct Options {
    /// Where the site will be, such as https://example.org/pydrill/; the variable PYDRILL_SITE says it too.
    /// Without it the release has no sitemap.xml and no addresses for other sites.
    #[arg(long)]
    site: Option<String>,
}

/// Builds the release, weighs it and compares it with the budget.
pub(crate) fn build(options: &Options) -> Result<(), Failure> {
    build_release(&Site::of(options.site.as_deref())?)?;
    check_budget()
}

/// Builds the release for a site.
pub(crate) fn build_release(site: &Site) -> Result<(), Failure> {
    build_with(site, None)
}

/// Builds a release with a bank of so many questions, to measure with.
pub(crate) fn build_release_of(questions: usize) -> Result<(), Failure> {
    build_with(&Site::of(None)?, Some(questions))
}

fn build_with(site: &Site, questions: Option<usize>) -> Result<(), Failure> {
    let tools = Toolbox::provide()?;
    pack::provide()?;
    editor::bundle(&tools)?;
    offline::bundle(&tools)?;
    shell::write(&match questions {
        Some(questions) => compile::grown(bank::read(), questions),
        None => bank::read(),
    })?;
    step("build the release", || {
        let mut trunk = split::splitting(&tools)?.command("trunk");
        make_lean(&mut trunk)?;
        // The app's build script, `bank/embed.rs`, grows the bank by it.
        trunk.env_remove(QUESTIONS);
        trunk.envs(questions.map(|number| (QUESTIONS, number.to_string())));
        // Trunk reads the usual `NO_COLOR=1` as a value of its own flag, and refuses it.
        run(trunk
            .args(["build", "--release", "--offline"])
            .env_remove("NO_COLOR"))
    })?;
    pack::tidy(&dist())?;
    step("make scripts and styles small", || {
        slim::slim(&tools, &dist())
    })?;
    let written = step("write the static pages", || {
        site::write(&dist(), site, &tools)
    })?;
    step("write the security policy", || {
        policy::apply(&dist(), &written.scripts)
    })?;
    step("look for traces of this machine", || traces::check(&dist()))?;
    step("compress the release", || compress(&dist()))?;
    // Last, because it names every file by what is inside, and says what it weighs.
    step("write the service worker", || {
        offline::finish(&tools, &dist())
    })?;
    step("compress it as well", || compress(&dist()))
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
    let share = share_of(&source)?;
    let first_visit = budget.check(&weights, share, source.questions.len());
    // Both are said, also when the first is too heavy.
    budget.check_python(&pack).and(first_visit)
}

/// What the bank weighs by itself, with brotli.
fn share_of(source: &Source) -> Result<usize, Failure> {
    let embedded = compile::embed(source);
    let bytes = [embedded.index, embedded.bodies].concat();
    let weight = Weight::of(&bytes).map_err(Failure::file(Path::new("bank")))?;
    Ok(weight.brotli)
}

/// Says what a first visit loads of the release with a bank of so many questions. Those that were added are
/// copies, which brotli finds again, so it also says what as many questions of their own would weigh.
pub(crate) fn tell_transfer(questions: usize) -> Result<(), Failure> {
    let is_app = |name: &str| !name.starts_with("python/");
    let first = Budget::read()?.first_visit(&weigh(&dist(), is_app)?);
    let source = bank::read();
    let (written, share) = (source.questions.len(), share_of(&source)?);
    let copied = share_of(&compile::grown(source, questions))?;
    let own = share * questions / written;
    println!(
        "transfer, {questions} questions   first visit {first} B, {copied} of them the bank, with brotli"
    );
    println!(
        "the same without copies    first visit {} B, {own} of them the bank, at {} for each question",
        first - copied + own,
        share / written
    );
    Ok(())
}
