//! What keys mean where a program is written, and what they write in a field that knows no Python.
//!
//! Pure. CodeMirror does the same by itself; this is for the plain field, and for the bar of keys.

/// How many columns a block stands further in.
const WIDTH: usize = 4;

/// A key of the keyboard that means more in a program than in a letter.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stroke {
    /// Run the program.
    Run,
    /// Write up to the next column of blocks.
    Indent,
    /// Begin a line that stands as far in as it should.
    NewLine,
    /// Let the next Tab lead out of the field.
    LetGo,
    /// Whatever the browser does.
    Plain,
}

impl Stroke {
    /// The meaning of a key by the browser's name for it. `command` says that Control or Command is
    /// held, `shift` that Shift is.
    pub fn of(key: &str, command: bool, shift: bool) -> Stroke {
        match (key, command, shift) {
            ("Enter", true, _) => Stroke::Run,
            ("Enter", false, false) => Stroke::NewLine,
            ("Tab", false, false) => Stroke::Indent,
            ("Escape", _, _) => Stroke::LetGo,
            (_, _, _) => Stroke::Plain,
        }
    }
}

/// A key of the bar.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BarKey {
    /// Writes what it shows.
    Writes(&'static str),
    /// Indents.
    Tab,
    /// Takes back what was written last.
    Undo,
}

/// The keys that phone keyboards hide, each with its name.
pub const BAR: [(BarKey, &str); 12] = [
    (BarKey::Tab, "Tab"),
    (BarKey::Writes("("), "Opening bracket"),
    (BarKey::Writes(")"), "Closing bracket"),
    (BarKey::Writes("["), "Opening square bracket"),
    (BarKey::Writes("]"), "Closing square bracket"),
    (BarKey::Writes(":"), "Colon"),
    (BarKey::Undo, "Undo"),
    (BarKey::Writes("{"), "Opening brace"),
    (BarKey::Writes("}"), "Closing brace"),
    (BarKey::Writes("'"), "Quote"),
    (BarKey::Writes("\""), "Double quote"),
    (BarKey::Writes("_"), "Underscore"),
];

impl BarKey {
    /// What stands on it.
    pub fn face(self) -> &'static str {
        match self {
            BarKey::Writes(text) => text,
            BarKey::Tab => "Tab",
            BarKey::Undo => "Undo",
        }
    }
}

/// The part of a line before the caret, which browsers count in units of UTF-16.
pub fn line_before(text: &str, caret: usize) -> String {
    let (mut units, mut line, mut end) = (0, 0, 0);
    for (place, letter) in text.char_indices() {
        if units >= caret {
            break;
        }
        units += letter.len_utf16();
        end = place + letter.len_utf8();
        if letter == '\n' {
            line = end;
        }
    }
    text[line..end].to_owned()
}

/// How many lines a plain field shows: enough for the text and a little more; beyond that it scrolls.
pub fn rows(text: &str) -> u32 {
    let ends = text.bytes().filter(|byte| *byte == b'\n').count();
    // Between 6 and 20, so nothing is cut off.
    (ends + 3).clamp(6, 20) as u32
}

/// The spaces from the end of this part of a line to the next column of blocks.
pub fn indentation(before: &str) -> String {
    " ".repeat(WIDTH - before.chars().count() % WIDTH)
}

/// A line end, and as many spaces as the next line begins with; one block more after a colon.
pub fn new_line(before: &str) -> String {
    let code = before.trim_start_matches(' ');
    let stands_in = before.len() - code.len();
    let block = if code.trim_end().ends_with(':') {
        WIDTH
    } else {
        0
    };
    format!("\n{}", " ".repeat(stands_in + block))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn enter_runs_only_with_control_or_command() {
        let check = |key: &str, command: bool, shift: bool, expected: Stroke| {
            let said = format!("{key} {command} {shift}");
            assert_eq!(Stroke::of(key, command, shift), expected, "{said}");
        };
        check("Enter", true, false, Stroke::Run);
        check("Enter", false, false, Stroke::NewLine);
        check("Enter", false, true, Stroke::Plain);
        check("Tab", false, false, Stroke::Indent);
        check("Tab", false, true, Stroke::Plain);
        check("Tab", true, false, Stroke::Plain);
        check("Escape", false, false, Stroke::LetGo);
        check("a", true, false, Stroke::Plain);
    }

    #[test]
    fn the_caret_is_counted_as_browsers_do() {
        let check = |text: &str, caret: usize, expected: &str| {
            assert_eq!(line_before(text, caret), expected, "{text:?} at {caret}");
        };
        check("", 0, "");
        check("ab\ncd", 2, "ab");
        check("ab\ncd", 3, "");
        check("ab\ncd", 4, "c");
        check("ab\ncd", 99, "cd");
        // Two units each.
        check("\u{1f40d}\u{1f40d}x", 4, "\u{1f40d}\u{1f40d}");
        // One letter, two bytes.
        check("é = 1", 1, "é");
    }

    #[test]
    fn the_field_has_room_to_write_on() {
        let lines = |count: usize| rows(&"x\n".repeat(count));
        assert_eq!([0, 5, 40].map(lines), [6, 8, 20]);
    }

    #[test]
    fn tab_leads_to_the_next_column() {
        let widths = ["", "a", "abc", "    ", "é"].map(|before| indentation(before).len());
        assert_eq!(widths, [4, 3, 1, 4, 3]);
    }

    #[test]
    fn a_new_line_stands_where_its_block_does() {
        let check = |before: &str, expected: &str| {
            assert_eq!(new_line(before), expected, "{before:?}");
        };
        check("", "\n");
        check("x = 1", "\n");
        check("    x = 1", "\n    ");
        check("def f():", "\n    ");
        check("    if x: ", "\n        ");
        check("    ", "\n    ");
        // Not a block, but a slice that goes on.
        check("a[1", "\n");
    }

    #[test]
    fn every_key_of_the_bar_has_a_name_of_its_own() {
        for (place, (key, name)) in BAR.iter().enumerate() {
            let rest = &BAR[place + 1..];
            assert!(rest.iter().all(|other| other.1 != *name), "{name}");
            assert!(rest.iter().all(|other| other.0 != *key), "{key:?}");
        }
    }
}
