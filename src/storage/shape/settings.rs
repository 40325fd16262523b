//! The settings as they are saved: version 1, which `boot.js` reads as well.

use crate::settings::Settings;
use crate::storage::Unusable;
use crate::storage::json::Value;
use crate::storage::shape::{self, Word};

const VERSION: u32 = 1;

/// The text that keeps these settings.
pub fn write(settings: Settings) -> String {
    [r#"{"version":1,"theme":""#, settings.theme.word(), r#""}"#].concat()
}

/// The settings that a text keeps.
pub fn read(text: &str) -> Result<Settings, Unusable> {
    let saved = shape::read(text, VERSION, &["version", "theme"])?;
    let theme = saved.field("theme").and_then(Value::text);
    let theme = theme.and_then(Word::read).ok_or(Unusable::Unreadable)?;
    Ok(Settings { theme })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Theme;

    const SAMPLE: &str = include_str!("../../../tests/saved/settings-v1.json");

    #[test]
    fn what_version_1_saved_is_read_whole_and_written_the_same() {
        let settings = read(SAMPLE).unwrap();
        assert_eq!(settings, Settings { theme: Theme::Dark });
        assert_eq!(write(settings), SAMPLE.trim_end());
    }
}
