//! The settings as they are saved: version 2. `boot.js` reads the theme as well, of any version.

use crate::practice::memory::Retention;
use crate::practice::plan::Aim;
use crate::practice::time::Day;
use crate::settings::Settings;
use crate::storage::Unusable;
use crate::storage::json::Value;
use crate::storage::shape::{self, Word};

const VERSION: u32 = 2;

/// The text that keeps these settings. Its day is counted from 1970-01-01, and there is none without an
/// interview.
pub fn write(settings: Settings) -> String {
    let Aim {
        interview,
        retention,
        minutes,
    } = settings.aim;
    let interview = interview.map(|day| [r#""interview":"#, &day.0.to_string(), ","].concat());
    [
        r#"{"version":2,"theme":""#,
        settings.theme.word(),
        r#"","#,
        &interview.unwrap_or_default(),
        r#""retention":"#,
        &retention.percent().to_string(),
        r#","minutes":"#,
        &minutes.to_string(),
        "}",
    ]
    .concat()
}

/// The settings that a text keeps. Version 1 had the theme alone.
pub fn read(text: &str) -> Result<Settings, Unusable> {
    let fields = ["version", "theme", "interview", "retention", "minutes"];
    let saved = shape::read(text, VERSION, &fields)?;
    settings(&saved).ok_or(Unusable::Unreadable)
}

fn settings(saved: &Value<'_>) -> Option<Settings> {
    let theme = saved.field("theme").and_then(Value::text);
    let theme = theme.and_then(Word::read)?;
    let aim = match saved.field("version")?.number::<u32>()? {
        1 => Aim::default(),
        _ => aim(saved)?,
    };
    Some(Settings { theme, aim })
}

fn aim(saved: &Value<'_>) -> Option<Aim> {
    let interview = match saved.field("interview") {
        None => None,
        Some(day) => Some(Day(day.number()?)),
    };
    Some(Aim {
        interview,
        retention: Retention::of_percent(saved.field("retention")?.number()?)?,
        minutes: saved.field("minutes")?.number()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Theme;

    #[test]
    fn what_version_1_saved_is_read_whole() {
        let settings = read(include_str!("../../../tests/saved/settings-v1.json")).unwrap();
        let expected = Settings {
            theme: Theme::Dark,
            aim: Aim::default(),
        };
        assert_eq!(settings, expected);
    }

    #[test]
    fn what_version_2_saved_is_read_whole_and_written_the_same() {
        let sample = include_str!("../../../tests/saved/settings-v2.json");
        let settings = read(sample).unwrap();
        let expected = Settings {
            theme: Theme::Light,
            aim: Aim {
                interview: Some(Day(20_801)),
                retention: Retention::of_percent(85).unwrap(),
                minutes: 30,
            },
        };
        assert_eq!(settings, expected);
        assert_eq!(write(settings), sample.trim_end());
        let without = Settings::default();
        assert_eq!(read(&write(without)), Ok(without));
    }

    #[test]
    fn what_nobody_could_have_set_is_not_read() {
        let check = |interview: &str, retention: &str, minutes: &str| {
            let text = [
                r#"{"version":2,"theme":"dark","interview":"#,
                interview,
                r#","retention":"#,
                retention,
                r#","minutes":"#,
                minutes,
                "}",
            ];
            assert_eq!(read(&text.concat()), Err(Unusable::Unreadable), "{text:?}");
        };
        check(r#""2026-12-14""#, "90", "20");
        check("null", "90", "20");
        check("2147483648", "90", "20");
        check("20801", "79", "20");
        check("20801", "90", "-1");
        check("20801", "90", "65536");
        assert_eq!(
            read(r#"{"version":2,"theme":"dark"}"#),
            Err(Unusable::Unreadable)
        );
    }
}
