//! TOML read strictly: every key is asked for by name and type, and what nobody asked for is a problem.

use super::problem::Problems;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A table whose keys are taken out one by one.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    pub(crate) line: usize,
    /// Shown in problems, like `[[case]]`.
    name: String,
    values: Vec<(usize, String, Value)>,
}

#[derive(Clone, Debug)]
enum Value {
    Text(String),
    Number(i64),
    Flag(bool),
    List(Vec<(usize, Value)>),
    Table(Table),
    /// A float or a date: nothing in the bank is one.
    Other,
}

/// Parses a document that begins at a line of its file. Syntax errors are problems.
pub(crate) fn document(text: &str, first_line: usize, problems: &mut Problems) -> Table {
    let (table, errors) = DeTable::parse_recoverable(text);
    let lines = Lines { text, first_line };
    for error in errors {
        problems.error(
            lines.at(error.span().map_or(0, |span| span.start)),
            format!("this is not TOML: {}", error.message()),
            "see https://toml.io",
        );
    }
    lines.table("this file", first_line, table.get_ref())
}

struct Lines<'t> {
    text: &'t str,
    first_line: usize,
}

impl Lines<'_> {
    fn at(&self, offset: usize) -> usize {
        let before = self.text.as_bytes().iter().take(offset);
        self.first_line + before.filter(|&&b| b == b'\n').count()
    }

    fn table(&self, name: &str, line: usize, table: &DeTable<'_>) -> Table {
        let mut values: Vec<(usize, String, Value)> = table
            .iter()
            .map(|(key, value)| {
                let line = self.at(key.span().start);
                let key = key.get_ref().to_string();
                let value = self.value(&key, value);
                (line, key, value)
            })
            .collect();
        values.sort_by_key(|(line, _, _)| *line);
        Table {
            line,
            name: name.to_owned(),
            values,
        }
    }

    fn value(&self, key: &str, value: &Spanned<DeValue<'_>>) -> Value {
        let line = self.at(value.span().start);
        match value.get_ref() {
            DeValue::String(text) => Value::Text(text.to_string()),
            DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix())
                .map_or(Value::Other, Value::Number),
            DeValue::Boolean(flag) => Value::Flag(*flag),
            DeValue::Array(list) => Value::List(
                list.iter()
                    .map(|value| (self.at(value.span().start), self.value(key, value)))
                    .collect(),
            ),
            DeValue::Table(table) => Value::Table(self.table(&format!("`[[{key}]]`"), line, table)),
            DeValue::Float(_) | DeValue::Datetime(_) => Value::Other,
        }
    }
}

impl Table {
    /// A text that must be there and not be empty.
    pub(crate) fn text(&mut self, key: &str, problems: &mut Problems) -> Option<(usize, String)> {
        if !self.values.iter().any(|(_, known, _)| known == key) {
            problems.error(
                self.line,
                format!("{} has no `{key}`", self.name),
                format!("add `{key} = \"...\"`"),
            );
        }
        let (line, text) = self.optional_text(key, problems)?;
        if text.trim().is_empty() {
            problems.error(line, format!("`{key}` is empty"), "write it");
            return None;
        }
        if text.chars().any(|c| c.is_control() && c != '\n') {
            problems.error(
                line,
                format!("`{key}` holds a control character"),
                "put the text between single quotes, so that Python reads the escape",
            );
        }
        Some((line, text))
    }

    /// A text that may be absent.
    pub(crate) fn optional_text(
        &mut self,
        key: &str,
        problems: &mut Problems,
    ) -> Option<(usize, String)> {
        self.take(key, "a text in quotes", problems, |value| {
            if let Value::Text(text) = value {
                Some(text)
            } else {
                None
            }
        })
    }

    /// A whole number that may be absent.
    pub(crate) fn number(&mut self, key: &str, problems: &mut Problems) -> Option<(usize, i64)> {
        self.take(key, "a whole number", problems, |value| {
            if let Value::Number(number) = value {
                Some(number)
            } else {
                None
            }
        })
    }

    /// A flag; absent is `false`.
    pub(crate) fn flag(&mut self, key: &str, problems: &mut Problems) -> bool {
        let flag = self.take(key, "true or false", problems, |value| {
            if let Value::Flag(flag) = value {
                Some(flag)
            } else {
                None
            }
        });
        flag.is_some_and(|(_, flag)| flag)
    }

    /// A list of texts, each with its line; absent is empty, `None` is of the wrong type.
    pub(crate) fn texts(
        &mut self,
        key: &str,
        problems: &mut Problems,
    ) -> Option<Vec<(usize, String)>> {
        if !self.values.iter().any(|(_, known, _)| known == key) {
            return Some(Vec::new());
        }
        let texts = self.take(key, "a list of texts in quotes", problems, |value| {
            let Value::List(values) = value else {
                return None;
            };
            let text = |(line, value)| {
                if let Value::Text(text) = value {
                    Some((line, text))
                } else {
                    None
                }
            };
            values.into_iter().map(text).collect::<Option<Vec<_>>>()
        });
        texts.map(|(_, texts)| texts)
    }

    /// The tables under `[[key]]`; absent is empty.
    pub(crate) fn tables(&mut self, key: &str, problems: &mut Problems) -> Vec<Table> {
        let expected = format!("tables, each under a line `[[{key}]]`");
        let tables = self.take(key, &expected, problems, |value| {
            let Value::List(values) = value else {
                return None;
            };
            let table = |(_, value)| {
                if let Value::Table(table) = value {
                    Some(table)
                } else {
                    None
                }
            };
            values.into_iter().map(table).collect::<Option<Vec<_>>>()
        });
        tables.map_or_else(Vec::new, |(_, tables)| tables)
    }

    /// The remaining keys, each with a text: for files whose keys are ids.
    pub(crate) fn rest(&mut self, problems: &mut Problems) -> Vec<(usize, String, String)> {
        let keys: Vec<String> = self.values.iter().map(|(_, key, _)| key.clone()).collect();
        keys.into_iter()
            .filter_map(|key| {
                let (line, text) = self.optional_text(&key, problems)?;
                Some((line, key, text))
            })
            .collect()
    }

    /// Reports the keys that were not taken.
    pub(crate) fn done(self, known: &[&str], problems: &mut Problems) {
        for (line, key, _) in self.values {
            problems.error(
                line,
                format!("`{key}` is not a key of {}", self.name),
                format!("the keys are {}", known.join(", ")),
            );
        }
    }

    fn take<T>(
        &mut self,
        key: &str,
        expected: &str,
        problems: &mut Problems,
        read: impl Fn(Value) -> Option<T>,
    ) -> Option<(usize, T)> {
        let place = self.values.iter().position(|(_, known, _)| known == key)?;
        let (line, _, value) = self.values.remove(place);
        let read = read(value);
        if read.is_none() {
            problems.error(
                line,
                format!("`{key}` has the wrong type"),
                format!("write {expected}"),
            );
        }
        Some((line, read?))
    }
}
