//! Bringing everything to another device: by a link, by a picture, by the share sheet; and what cannot be
//! brought.

use super::{Journey, on_a_desktop, on_a_phone};
use crate::history::log_of;
use crate::person::Person;
use crate::wait::until;
use serde_json::{Value, json};

const MAKE: &str = "[data-testid=hand-over]";
const HANDED: &str = "[data-testid=handed]";
const FOUND: &str = "[data-testid=found]";
const AMOUNT: &str = "[data-testid=amount]";
const PICTURE: &str = "[data-testid=qr]";

/// A device with a share sheet, which ends as `window.ending` says, and a computer where nothing is
/// downloaded that a test cannot see.
pub(super) const SHARES: &str = "
    const share = data => {
        window.told = data.text || '';
        window.shared = data.url || data.files[0].name + ' ' + data.files[0].type;
        return window.ending ? Promise.reject(new DOMException('no', window.ending)) : Promise.resolve();
    };
    Object.defineProperty(navigator, 'share', { value: share, configurable: true });
    Object.defineProperty(navigator, 'canShare', { value: data => !!data.files, configurable: true });
    HTMLAnchorElement.prototype.click = function () { window.downloaded = this.download; };";

pub(crate) fn answers_come_over_by_a_link() -> Journey {
    on_a_phone(|person| {
        person.judges_the_gil_aloud();
        person.opens("#/settings");
        person.taps(MAKE);
        person.reads(HANDED, "1 answer in one link. Point the camera");
        person.sees(PICTURE);
        let link = person.link();
        person.opens("");
        person.comes_on_another_device(&link);
        person.reads(FOUND, "It holds 1 answer, of which 1 is new here");
        assert_eq!(person.log(), "");
        person.taps("[data-testid=add]");
        person.reads(FOUND, "They are here now.");
        person.has_address("#/bring/");
        person.opens("#/settings");
        person.reads(AMOUNT, "1 answer.");
        person.reloads();
        person.reads(AMOUNT, "1 answer.");
        // Once more changes nothing, and nothing is left of it.
        person.opens(&link);
        person.reads(FOUND, "It holds 1 answer, of which 0 are new here");
        person.taps("[data-testid=leave]");
        person.reads(FOUND, "Nothing was changed.");
        person.has_address("#/bring/");
        person.reloads();
        person.reads(FOUND, "There is no code in this address.");
        person.opens("#/settings");
        person.reads(AMOUNT, "1 answer.");
    })
}

pub(crate) fn a_broken_link_says_so_and_adds_nothing() -> Journey {
    on_a_phone(|person| {
        person.judges_the_gil_aloud();
        person.opens("#/settings");
        person.taps(MAKE);
        let link = person.link();
        let before = person.log();
        let damaged = link.replacen("/1", "/1A", 1);
        let cut = &link[..link.len() - 3];
        let newer = link.replacen("/1", "/2", 1);
        let huge = format!("#/bring/1{}", "A".repeat(70_000));
        let script = "#/bring/<img src=x onerror='window.ran=1'>".to_owned();
        for (link, said) in [
            (damaged.as_str(), "This link is damaged or cut off."),
            (cut, "This link is damaged or cut off."),
            (&script, "This link is damaged or cut off."),
            (&huge, "This link is damaged or cut off."),
            (&newer, "was made by another version of Pydrill."),
        ] {
            person.opens("#/");
            person.sees("[data-testid=home]");
            person.opens(link);
            person.reads(FOUND, said);
            assert_eq!(person.count("[data-testid=add]"), 0);
            assert_eq!(person.log(), before);
        }
        assert_eq!(person.runs("return window.ran", vec![]), Value::Null);
    })
}

pub(crate) fn what_is_too_much_for_a_picture_is_a_link_and_for_a_link_a_backup() -> Journey {
    on_a_desktop(|person| {
        person.has_answered_often(300);
        person.taps(MAKE);
        person.reads(
            HANDED,
            "300 answers in one link. It is too long for a picture",
        );
        assert_eq!(person.count(PICTURE), 0);
        let link = person.link();
        person.comes_on_another_device(&link);
        person.reads(FOUND, "It holds 300 answers, of which 300 are new here");
        person.has_answered_often(5_000);
        person.taps(MAKE);
        person.reads(
            HANDED,
            "5000 answers are too many for a link. Save a backup above",
        );
        assert_eq!(person.count("[data-testid=link]"), 0);
    })
}

pub(crate) fn a_link_is_pasted_where_no_link_is_opened() -> Journey {
    on_a_desktop(|person| {
        person.judges_the_gil_aloud();
        person.opens("#/settings");
        person.taps(MAKE);
        let link = person.link();
        person.comes_on_another_device("#/settings");
        person.reads(AMOUNT, "0 answers.");
        person.tabs_to("[data-testid=bring]", 0);
        person.presses(" ");
        person.reads("[data-testid=pasted]", "Paste a link");
        person.types("[data-testid=bring-link]", 0, &link);
        person.presses(thirtyfour::Key::Enter.value());
        person.has_the_focus_on("main h1");
        person.reads(FOUND, "It holds 1 answer, of which 1 is new here");
        person.tabs_to("[data-testid=add]", 0);
        person.presses(" ");
        person.reads(FOUND, "They are here now.");
    })
}

pub(crate) fn a_backup_and_a_link_go_by_the_share_sheet_where_there_is_one() -> Journey {
    on_a_phone(|person| {
        const SEND: &str = "[data-testid=backup-part] [data-testid=send-backup]";
        person.judges_the_gil_aloud();
        person.runs(SHARES, vec![]);
        person.opens("#/settings");
        person.ends_sharing("AbortError");
        person.taps(SEND);
        person.has("shared", "pydrill-backup.txt text/plain");
        person.reads(AMOUNT, "Last backup: never.");
        // What the share sheet does not take is saved as ever.
        person.ends_sharing("NotAllowedError");
        person.taps(SEND);
        person.has("downloaded", "pydrill-backup.json");
        person.reads(AMOUNT, "Last backup: today.");
        person.taps(MAKE);
        let link = person.link();
        person.ends_sharing("");
        person.taps("[data-testid=send-link]");
        until("the link to be shared", || {
            let shared = person.runs("return window.shared", vec![]);
            let shared = shared.as_str().unwrap_or_default();
            if shared.ends_with(&link) {
                Ok(())
            } else {
                Err(shared.to_owned())
            }
        });
    })
}

/// Without one there is no such button.
pub(crate) fn without_a_share_sheet_there_is_the_file() -> Journey {
    on_a_desktop(|person| {
        let none = "for (const name of ['share', 'canShare'])
            Object.defineProperty(navigator, name, { value: undefined, configurable: true });";
        person.runs(none, vec![]);
        person.opens("#/settings");
        person.sees("[data-testid=backup]");
        assert_eq!(person.count("[data-testid=send-backup]"), 0);
        person.taps(MAKE);
        person.reads(HANDED, "There are no answers yet.");
        assert_eq!(person.count("[data-testid=send-link]"), 0);
    })
}

impl Person {
    /// The link that was made, from `#` on.
    pub(crate) fn link(&self) -> String {
        self.sees("[data-testid=link]");
        let script = "return document.querySelector('[data-testid=link]').value";
        let link = self.runs(script, vec![]);
        let link = link.as_str().unwrap();
        let (address, _) = link.split_once('#').unwrap();
        assert_eq!(address, self.site.url());
        link[address.len()..].to_owned()
    }

    /// Opens an address where nothing was ever kept.
    pub(super) fn comes_on_another_device(&self, fragment: &str) {
        self.opens(fragment);
        self.runs("localStorage.clear()", vec![]);
        self.reloads();
        self.sees("h1");
    }

    /// Comes to Settings with so many answers.
    fn has_answered_often(&self, times: i64) {
        self.opens("#/settings");
        self.runs("localStorage.clear()", vec![]);
        for (key, text) in log_of(times, 0) {
            self.keeps(&key, &text);
        }
        self.reloads();
        self.reads(AMOUNT, &format!("{times} answers."));
    }

    fn has_address(&self, fragment: &str) {
        until(&format!("the address to be `{fragment}`"), || {
            let now = self.runs("return location.hash", vec![]);
            if now == json!(fragment) {
                Ok(())
            } else {
                Err(now.to_string())
            }
        });
    }

    pub(super) fn ends_sharing(&self, how: &str) {
        self.runs(
            "window.ending = arguments[0]; window.shared = null",
            vec![json!(how)],
        );
    }

    /// Waits until something of the window is this.
    pub(super) fn has(&self, name: &str, expected: &str) {
        until(&format!("`{name}` to be `{expected}`"), || {
            let now = self.runs("return window[arguments[0]]", vec![json!(name)]);
            if now == json!(expected) {
                Ok(())
            } else {
                Err(now.to_string())
            }
        });
    }
}
