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
    let entries: Vec<Entry<'a>> = lines
        .iter()
        .filter(|line| !line.text.trim().is_empty())
        .filter_map(|line| entry(line, &keys, problems))
        .collect();
    keys.map(|key| value(key, &entries, line, problems))
}

/// Line, key and value.
type Entry<'a> = (usize, &'a str, &'a str);

fn entry<'a>(line: &Line<'a>, keys: &[&str], problems: &mut Problems) -> Option<Entry<'a>> {
    let known = keys.join(", ");
    let Some((key, value)) = line.text.split_once(':') else {
        let repair = format!("the keys here are {known}");
        problems.error(line.number, "this line is not `key: value`", repair);
        return None;
    };
    if !keys.contains(&key) {
        let what = format!("`{key}` is not a key here");
        problems.error(line.number, what, format!("the keys are {known}"));
        return None;
    }
    Some((line.number, key, value.trim()))
}

fn value<'a>(
    key: &str,
    entries: &[Entry<'a>],
    line: usize,
    problems: &mut Problems,
) -> Option<(usize, &'a str)> {
    let mut of_key = entries.iter().filter(|(_, known, _)| *known == key);
    let Some(&(at, _, value)) = of_key.next() else {
        let repair = format!("add a line `{key}: ...`");
        problems.error(line, format!("`{key}` is missing"), repair);
        return None;
    };
    for (again, _, _) in of_key {
        problems.error(*again, format!("`{key}` stands twice"), "remove one");
    }
    if value.is_empty() {
        let what = format!("`{key}` has no value");
        problems.error(at, what, "write it after the colon");
        return None;
    }
    Some((at, value))
}

/// Whether a line looks like a setting with one of these keys.
pub(crate) fn is_one(line: &str, keys: &[&str]) -> bool {
    line.split_once(':')
        .is_some_and(|(key, _)| keys.contains(&key))
}
