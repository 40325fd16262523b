//! The settings as they are saved: version 1, which `boot.js` reads as well.

use crate::settings::Settings;
use crate::storage::Unusable;
use crate::storage::shape::{self, Word};
use serde::{Deserialize, Serialize};

const VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Saved {
    version: u32,
    theme: String,
}

/// The text that keeps these settings.
pub fn write(settings: Settings) -> String {
    shape::text(&Saved {
        version: VERSION,
        theme: settings.theme.word().to_owned(),
    })
}

/// The settings that a text keeps.
pub fn read(text: &str) -> Result<Settings, Unusable> {
    let saved: Saved = shape::read(text, VERSION)?;
    let theme = Word::read(&saved.theme).ok_or(Unusable::Unreadable)?;
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
