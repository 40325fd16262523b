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
    /// For each question of the bank.
    question: usize,
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

    /// Says what a first visit weighs, and fails when that is too much. The bank's share is what it
    /// weighs by itself: `questions` in `bank` bytes.
    pub(crate) fn check(
        &self,
        weights: &Weights,
        bank: usize,
        questions: usize,
    ) -> Result<(), Failure> {
        let first = weights.total(|name| !self.later.iter().any(|later| name.starts_with(later)));
        let app = first.brotli.saturating_sub(bank);
        let app = within("a first visit without the bank", app, self.app);
        // Both are said, also when the first is too heavy.
        let bank = within("the bank", bank, self.question * questions);
        app.and(bank)
    }
}

fn within(what: &str, bytes: usize, most: usize) -> Result<(), Failure> {
    println!("{what} with brotli: {bytes} of {most} bytes");
    if bytes <= most {
        return Ok(());
    }
    Err(Failure::wrong(
        format!("{what} is {} bytes too heavy", bytes - most),
        "make it lighter, or say in xtask/budget.toml why it may be heavier",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::weigh::Weight;

    #[test]
    fn the_app_and_the_bank_are_held_to_their_own_bounds() {
        let budget = Budget {
            app: 100,
            question: 10,
            later: vec!["q/".to_owned()],
        };
        let weight = |brotli| Weight {
            raw: 0,
            gzip: 0,
            brotli,
        };
        let weights = |app| {
            Weights::from([
                ("app.wasm".to_owned(), weight(app)),
                ("q/a".to_owned(), weight(900)),
            ])
        };
        assert!(budget.check(&weights(130), 30, 3).is_ok());
        assert!(budget.check(&weights(131), 30, 3).is_err());
        assert!(budget.check(&weights(130), 31, 3).is_err());
    }
}
