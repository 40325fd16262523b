//! The size budget: what a first visit, the editor and the parts that come later may weigh with brotli, kept in
//! `xtask/budget.toml`.

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
    /// For the Python pack, which comes when a person asks for it.
    python: usize,
    /// For the editor, which comes with the first exercise.
    editor: usize,
    /// For the parts of the Wasm that come when they are first shown.
    parts: usize,
    /// For the service worker and what belongs to it.
    offline: usize,
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

    /// What a first visit loads.
    pub(crate) fn first_visit(&self, weights: &Weights) -> usize {
        let is_first = |name: &str| !self.later.iter().any(|later| name.starts_with(later));
        weights.total(is_first).brotli
    }

    /// Says what each part weighs, and fails when one weighs too much. The bank's share is what it
    /// weighs by itself: `questions` in `bank` bytes.
    pub(crate) fn check(
        &self,
        weights: &Weights,
        bank: usize,
        questions: usize,
    ) -> Result<(), Failure> {
        let app = self.first_visit(weights).saturating_sub(bank);
        let app = within("a first visit without the bank", app, self.app);
        // All are said, also when the first is too heavy.
        let bank = within("the bank", bank, self.question * questions);
        let editor = weights.total(|name| name.starts_with("editor/"));
        let editor = within("the editor", editor.brotli, self.editor);
        let parts = weights.total(|name| name.starts_with("parts/"));
        let parts = within("the parts that come later", parts.brotli, self.parts);
        let offline = weights.total(is_offline);
        let offline = within("what works without a network", offline.brotli, self.offline);
        app.and(bank).and(editor).and(parts).and(offline)
    }

    /// The same for what running Python takes besides.
    pub(crate) fn check_python(&self, weights: &Weights) -> Result<(), Failure> {
        let pack = weights.total(|_| true).brotli;
        within("the Python pack", pack, self.python)
    }
}

/// The service worker, the page's side of it, and the list of what is kept on demand.
fn is_offline(name: &str) -> bool {
    ["everything.json", "offline/", "sw.js"]
        .iter()
        .any(|start| name.starts_with(start))
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
    fn each_part_is_held_to_its_own_bound() {
        let budget = Budget {
            app: 100,
            question: 10,
            python: 500,
            editor: 40,
            parts: 20,
            offline: 30,
            later: ["q/", "editor/", "parts/", "sw.js"]
                .map(str::to_owned)
                .to_vec(),
        };
        let weight = |brotli| Weight {
            raw: 0,
            gzip: 0,
            brotli,
        };
        let weights = |app, editor, parts, worker| {
            Weights::new(vec![
                ("app.wasm".to_owned(), weight(app)),
                ("editor/A.js".to_owned(), weight(editor)),
                ("parts/a.wasm".to_owned(), weight(parts)),
                ("q/a".to_owned(), weight(900)),
                ("sw.js".to_owned(), weight(worker)),
            ])
        };
        let is_within = |app, editor, parts, worker, bank| {
            let weights = weights(app, editor, parts, worker);
            budget.check(&weights, bank, 3).is_ok()
        };
        assert!(is_within(130, 40, 20, 30, 30));
        assert!(!is_within(131, 40, 20, 30, 30));
        assert!(!is_within(130, 40, 20, 30, 31));
        assert!(!is_within(130, 41, 20, 30, 30));
        assert!(!is_within(130, 40, 21, 30, 30));
        assert!(!is_within(130, 40, 20, 31, 30));
    }
}
