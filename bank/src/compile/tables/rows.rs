//! The rows of the source lists, as the curriculum gives them to questions.

use super::super::source::Planned;
use crate::name::QuestionId;
use std::collections::BTreeMap;

/// The rows of all lists, by folder (`000/basic`) and number.
pub(crate) struct Rows(BTreeMap<String, BTreeMap<u16, Vec<QuestionId>>>);

impl Rows {
    /// Those that the curriculum names. One without a number is in no folder.
    pub(crate) fn of(curriculum: &[Planned]) -> Rows {
        let mut folders: BTreeMap<String, BTreeMap<u16, Vec<QuestionId>>> = BTreeMap::new();
        for plan in curriculum {
            for row in &plan.rows {
                let Some((folder, number)) = row.rsplit_once('/') else {
                    continue;
                };
                if let Ok(number) = number.parse() {
                    let rows = folders.entry(folder.to_owned()).or_default();
                    rows.entry(number).or_default().push(plan.id.clone());
                }
            }
        }
        Rows(folders)
    }

    /// All folders, in order.
    pub(crate) fn folders(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// The number of the first row of a folder, and the questions of each from it on.
    pub(crate) fn under(&self, folder: &str) -> Option<(u16, Vec<Vec<QuestionId>>)> {
        let rows = self.0.get(folder)?;
        let (first, _) = rows.first_key_value()?;
        let (last, _) = rows.last_key_value()?;
        let row = |number: u16| rows.get(&number).cloned().unwrap_or_default();
        Some((*first, (*first..=*last).map(row).collect()))
    }
}
