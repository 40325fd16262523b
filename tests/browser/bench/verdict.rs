//! How long a person with a slow phone waits for a verdict, whatever they have answered before.

use super::{Painted, SLOWER, alone};
use crate::answer::{Means, Quality, bank};
use crate::engine::{Engine, Screen};
use crate::history::log_of;
use crate::person::Person;
use crate::site::Terms;
use bank::check::CheckKind;

/// How many answers are given with each history.
const ANSWERS: usize = 50;

#[test]
#[ignore = "measures and judges nothing: cargo xtask bench"]
fn on_a_slow_phone() {
    let _alone = alone();
    let person = Person::with(Engine::Chromium, Screen::Phone, Terms::default());
    for answers in [100, 100_000] {
        let waits = person.waits_for_verdicts_after(answers);
        let of = |time: fn(&Painted) -> f64| {
            let mut times: Vec<f64> = waits.iter().map(time).collect();
            times.sort_by(f64::total_cmp);
            (times[ANSWERS / 2], times[ANSWERS * 95 / 100])
        };
        let ((middle, late), (work, most)) = (of(|it| it.took), of(|it| it.worked));
        println!(
            "verdict, {answers:>7} answers {middle:>7.1} ms  at {SLOWER}x, painted; {late:.1} ms at p95 of {ANSWERS}; \
             {work:.1} and {most:.1} without the wait for the screen"
        );
    }
}

impl Person {
    /// For the checks of one sitting, with so long a history, on a slow phone.
    fn waits_for_verdicts_after(&self, answers: i64) -> Vec<Painted> {
        self.opens("");
        self.runs("localStorage.clear()", vec![]);
        for (key, text) in log_of(answers, 0) {
            self.keeps(&key, &text);
        }
        let kinds = [CheckKind::Single, CheckKind::Multi, CheckKind::Bug];
        let mut steps = Vec::new();
        for entry in bank().questions() {
            let asked = entry.checks.iter().find(|it| kinds.contains(&it.kind));
            steps.extend(asked.map(|check| [entry.id.to_string(), check.name.to_string()]));
        }
        assert!(steps.len() >= ANSWERS, "{} checks", steps.len());
        steps.truncate(ANSWERS);
        self.begins_steps(steps);
        let mut waits = Vec::new();
        for place in 1..=ANSWERS {
            self.sees(&format!("[data-testid=session][data-place='{place}']"));
            self.prepares(&self.is_asked(), Quality::Right);
            self.goes_slower(SLOWER);
            waits.push(self.paints_the_verdict());
            self.goes_slower(1);
            self.goes_on(Means::Pointer);
        }
        waits
    }
}
