//! Order: exactly one arrangement of the lines passes the test.

use crate::verify::program::{SECONDS, told};
use crate::verify::pythons::SEEDS;
use crate::verify::question::{Done, Verification, quoted};
use crate::verify::task::{Arrange, Arranged, Raised};
use ::bank::compile::source::check::Order;

impl Verification<'_> {
    /// The lines as they stand pass the test, and no other arrangement of as many lines does.
    pub(crate) fn order(&mut self, order: &Order) -> Done {
        let line = order.lines.first().map_or(1, |line| line.line);
        let task = Arrange {
            lines: order.lines.iter().map(|line| line.code.as_str()).collect(),
            key: key(order),
            test: &order.test.code.text,
            most: MOST_ARRANGEMENTS,
        };
        if let Some(arranged) = self.ask(line, &order.test.needs, SEEDS[0], &task)? {
            self.arranged(order, line, &arranged);
        }
        Ok(())
    }

    fn arranged(&mut self, order: &Order, line: usize, arranged: &Arranged) {
        if arranged.total > MOST_ARRANGEMENTS {
            self.error(
                line,
                format!("{} arrangements are too many to try", arranged.total),
                format!("use fewer lines, so that there are at most {MOST_ARRANGEMENTS}"),
            );
        }
        if arranged.stopped {
            self.error(
                line,
                format!("the right order does not end within {SECONDS} s"),
                "mend the lines or their test",
            );
        }
        if let Some(error) = &arranged.key {
            self.key_fails(order, line, error);
        }
        if let Some(other) = arranged.others.first() {
            let count = arranged.others.len();
            self.error(
                line,
                format!(
                    "{count} more arrangements pass the test, such as {}",
                    quoted(other)
                ),
                "make the lines depend on each other, or the test stricter",
            );
        }
    }

    fn key_fails(&mut self, order: &Order, line: usize, error: &Raised) {
        let in_test = error.line.filter(|_| error.part == Some(1));
        self.error(
            in_test.map_or(line, |line| order.test.code.line + line - 1),
            format!("the right order fails its test: {}", told(error)),
            "mend the lines or their test",
        );
    }
}

/// The places of the lines that belong.
fn key(order: &Order) -> Vec<usize> {
    let lines = order.lines.iter().enumerate();
    let needed = lines.filter(|(_, line)| line.spare.is_none());
    needed.map(|(place, _)| place).collect()
}

/// Seven lines have 5,040 arrangements, eight of which six are needed 20,160; one takes about 0.3 ms.
const MOST_ARRANGEMENTS: u64 = 20_160;
