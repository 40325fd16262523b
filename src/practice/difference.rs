//! The difference between what was recorded and what a program printed, line by line.
//!
//! Space at the end of a line and blank lines at the end do not count, as for the grader. It says
//! nothing about what is right.

/// A line of either text, or of both.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Line<'a> {
    /// In both.
    Same(&'a str),
    /// Recorded, and not printed now.
    Recorded(&'a str),
    /// Printed now, and not recorded.
    Printed(&'a str),
}

impl Line<'_> {
    /// Whether it is in both.
    pub fn is_same(&self) -> bool {
        match self {
            Line::Same(_) => true,
            Line::Recorded(_) | Line::Printed(_) => false,
        }
    }
}

/// The lines of both texts in order, as many of them as can be shared.
pub fn difference<'a>(recorded: &'a str, printed: &'a str) -> Vec<Line<'a>> {
    let (recorded, printed) = (lines(recorded), lines(printed));
    let width = printed.len() + 1;
    // How many lines the rests that begin at two places can share. The last row and column are empty.
    let mut shared = vec![0_u32; (recorded.len() + 1) * width];
    let at = |shared: &[u32], row: usize, column: usize| {
        let count = shared.get(row * width + column);
        count.copied().unwrap_or_default()
    };
    for (row, old) in recorded.iter().enumerate().rev() {
        for (column, new) in printed.iter().enumerate().rev() {
            let count = if old == new {
                at(&shared, row + 1, column + 1) + 1
            } else {
                at(&shared, row + 1, column).max(at(&shared, row, column + 1))
            };
            if let Some(cell) = shared.get_mut(row * width + column) {
                *cell = count;
            }
        }
    }
    let (mut row, mut column) = (0, 0);
    let mut difference = Vec::new();
    loop {
        difference.push(match (recorded.get(row), printed.get(column)) {
            (Some(old), Some(new)) if old == new => {
                (row, column) = (row + 1, column + 1);
                Line::Same(old)
            }
            (Some(old), new)
                if new.is_none()
                    || at(&shared, row + 1, column) >= at(&shared, row, column + 1) =>
            {
                row += 1;
                Line::Recorded(old)
            }
            (_, Some(new)) => {
                column += 1;
                Line::Printed(new)
            }
            (_, None) => return difference,
        });
    }
}

fn lines(text: &str) -> Vec<&str> {
    match text.trim_end() {
        "" => Vec::new(),
        text => text.split('\n').map(str::trim_end).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Line::{Printed, Recorded, Same};
    use proptest::prelude::*;

    #[test]
    fn lines_that_are_in_both_are_told_once() {
        let check = |recorded: &str, printed: &str, expected: &[Line<'_>]| {
            assert_eq!(difference(recorded, printed), expected);
        };
        check("", "", &[]);
        check("a\nb", "a \nb\n\n", &[Same("a"), Same("b")]);
        check("", "a", &[Printed("a")]);
        check(
            "a\nb\nc",
            "a\nx\nc",
            &[Same("a"), Recorded("b"), Printed("x"), Same("c")],
        );
        check("a\nb", "x\na\nb", &[Printed("x"), Same("a"), Same("b")]);
        check("a\nb\na", "b", &[Recorded("a"), Same("b"), Recorded("a")]);
        check("a", "", &[Recorded("a")]);
    }

    proptest! {
        #[test]
        fn both_texts_can_be_read_from_the_difference(
            recorded in "([a-c ]{0,2}\n){0,8}", printed in "([a-c ]{0,2}\n){0,8}",
        ) {
            let (mut before, mut after) = (Vec::new(), Vec::new());
            for line in difference(&recorded, &printed) {
                match line {
                    Same(line) => {
                        before.push(line);
                        after.push(line);
                    }
                    Recorded(line) => before.push(line),
                    Printed(line) => after.push(line),
                }
            }
            prop_assert_eq!(before, lines(&recorded));
            prop_assert_eq!(after, lines(&printed));
        }
    }
}
