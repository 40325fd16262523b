//! The size budget: what a first visit may weigh with brotli, kept in `xtask/budget.toml`.

use crate::step::Failure;
use crate::weigh::Weights;
use crate::workspace::root;
use serde::Deserialize;
use std::fs;

/// Bytes with brotli.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Budget {
    /// For a first visit, without the bank.
    app: usize,
    /// Starts of the paths that a first visit does not load.
    later: Vec<String>,
}

impl Budget {
    /// Reads the file in which it is kept.
    pub(crate) fn read() -> Result<Budget, Failure> {
        let path = root().join("xtask/budget.toml");
        let text = fs::read_to_string(&path).map_err(Failure::file(&path))?;
        toml::from_str(&text)
            .map_err(|error| Failure::wrong(format!("{}: {error}", path.display()), "mend it"))
    }

    /// Says what a first visit weighs, and fails when that is too much.
    pub(crate) fn check(&self, weights: &Weights) -> Result<(), Failure> {
        let first = weights.total(|name| !self.later.iter().any(|later| name.starts_with(later)));
        println!(
            "a first visit with brotli: {} of {} bytes",
            first.brotli, self.app
        );
        if first.brotli <= self.app {
            return Ok(());
        }
        Err(Failure::wrong(
            format!(
                "a first visit is {} bytes too heavy",
                first.brotli - self.app
            ),
            "make it lighter, or say in xtask/budget.toml why it may be heavier",
        ))
    }
}
