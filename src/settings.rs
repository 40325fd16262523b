//! What a person can set. Anything not set follows the device.

use crate::practice::plan::Aim;

/// All settings.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Settings {
    /// Light or dark.
    pub theme: Theme,
    /// What they practise for.
    pub aim: Aim,
}

/// Light or dark.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Theme {
    /// As the device says.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// Whether a person is asked how sure they are when they answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Sureness {
    /// One button checks the answer.
    #[default]
    Unasked,
    /// Three buttons check it and say so, with one press all the same.
    Asked,
}

/// Whether keys do things anywhere on a page.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Keys {
    /// They do.
    #[default]
    On,
    /// Only what has the focus hears them, for those whose machine types by itself.
    Off,
}
