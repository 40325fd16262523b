//! Settings: lines of `key: value`, in the front matter and in some sections.

use super::lines::Line;
use super::problem::Problems;

/// The values of known keys, in the order of `keys`.
///
/// An unknown key, a second value, a missing key and an empty value are problems; the value is then
/// `None`. A missing key is reported at `line`.
pub(crate) fn read<'a, const N: usize>(
    lines: &[Line<'a>],
    keys: [&str; N],
    line: usize,
    problems: &mut Problems,
) -> [Option<(usize, &'a str)>; N] {
    let mut values = [None; N];
    let mut seen = [false; N];
    let known = keys.join(", ");
    for each in lines.iter().filter(|line| !line.text.trim().is_empty()) {
        let Some((key, value)) = each.text.split_once(':') else {
            problems.error(
                each.number,
                "this line is not `key: value`",
                format!("the keys here are {known}"),
            );
            continue;
        };
        let value = value.trim();
        let place = keys.iter().position(|known| *known == key);
        let slot = place.and_then(|at| Some((values.get_mut(at)?, seen.get_mut(at)?)));
        match slot {
            None => problems.error(
                each.number,
                format!("`{key}` is not a key here"),
                format!("the keys are {known}"),
            ),
            Some((_, true)) => {
                problems.error(each.number, format!("`{key}` stands twice"), "remove one");
            }
            Some((slot, seen)) => {
                *seen = true;
                *slot = filled(each.number, key, value, problems);
            }
        }
    }
    for (key, _) in keys.iter().zip(seen).filter(|(_, seen)| !seen) {
        problems.error(
            line,
            format!("`{key}` is missing"),
            format!("add a line `{key}: ...`"),
        );
    }
    values
}

fn filled<'a>(
    line: usize,
    key: &str,
    value: &'a str,
    problems: &mut Problems,
) -> Option<(usize, &'a str)> {
    if value.is_empty() {
        problems.error(
            line,
            format!("`{key}` has no value"),
            "write it after the colon",
        );
        return None;
    }
    Some((line, value))
}

/// Whether a line looks like a setting with one of these keys.
pub(crate) fn is_one(line: &str, keys: &[&str]) -> bool {
    line.split_once(':')
        .is_some_and(|(key, _)| keys.contains(&key))
}
