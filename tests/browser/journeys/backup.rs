//! Bringing answers elsewhere and back: a backup saved, looked at, added, refused; erasing.

use super::{Journey, on_a_phone};
use crate::person::Person;
use crate::wait::until;
use std::fs;
use std::path::Path;

/// A backup of four answers, of which one was taken back, as version 3 makes it.
const BACKUP: &str = include_str!("../../saved/backup-v3.json");

/// Takes what would be downloaded.
const TAKE: &str = "HTMLAnchorElement.prototype.click = () => {};
    const make = URL.createObjectURL;
    URL.createObjectURL = blob => {
        blob.text().then(text => { window.taken = text; });
        return make.call(URL, blob);
    };";

/// Keeps other tabs, and this one, from doing what only one may do at a time.
const HOLD: &str = "navigator.locks.request('pydrill.alone', () => new Promise(done => { window.letGo = done; }))\
    .catch(() => {});";

pub(crate) fn a_backup_brings_back_what_was_erased() -> Journey {
    on_a_phone(|person| {
        person.judges_the_gil_aloud();
        person.opens("#/settings");
        person.takes_downloads();
        person.taps("[data-testid=backup]");
        person.reads("[data-testid=amount]", "Last backup: today.");
        let backup = person.has_taken();
        person.taps("[data-testid=erase]");
        person.reads("[data-testid=erased]", "type the word first");
        person.types("[data-testid=erase-word]", 0, "erase");
        person.taps("[data-testid=erase]");
        person.reads("[data-testid=amount]", "0 answers.");
        person.reloads();
        person.reads(
            "[data-testid=amount]",
            "0 answers. Only on this device. Last backup: never.",
        );
        person.chooses("own.json", &backup);
        person.reads(
            "[data-testid=found]",
            "It holds 1 answer, of which 1 is new here",
        );
        person.reads("[data-testid=amount]", "0 answers.");
        person.taps("[data-testid=add]");
        person.reads("[data-testid=amount]", "1 answer.");
        person.reloads();
        person.reads("[data-testid=amount]", "1 answer.");
    })
}

pub(crate) fn a_backup_is_added_whole_or_not_at_all() -> Journey {
    on_a_phone(|person| {
        person.judges_the_gil_aloud();
        person.opens("#/settings");
        let broken = BACKUP.replace("\"gil\"", "\"Not A Name\"");
        for (name, text, said) in [
            ("broken.json", broken.as_str(), "no backup of Pydrill"),
            ("newer.json", r#"{"version":9}"#, "made by a newer Pydrill"),
            ("cut.json", &BACKUP[..100], "no backup of Pydrill"),
        ] {
            person.chooses(name, text);
            person.reads("[data-testid=found]", said);
            person.reads("[data-testid=amount]", "1 answer.");
        }
        person.chooses("backup.json", BACKUP);
        person.reads(
            "[data-testid=found]",
            "It holds 4 answers, of which 4 are new here",
        );
        person.taps("[data-testid=leave]");
        person.reads("[data-testid=amount]", "1 answer.");
        person.chooses("again.json", BACKUP);
        person.taps("[data-testid=add]");
        person.reads("[data-testid=amount]", "5 answers.");
        person.chooses("twice.json", BACKUP);
        person.reads(
            "[data-testid=found]",
            "It holds 4 answers, of which 0 are new here",
        );
        // As a file on a drive that cannot be reached.
        person.runs(
            "Blob.prototype.text = () => Promise.reject(new Error('not there'))",
            vec![],
        );
        person.chooses("away.json", BACKUP);
        person.reads(
            "[data-testid=found]",
            "or it cannot be read. Nothing was changed.",
        );
        let field = "return document.querySelector('[data-testid=restore]').value";
        assert_eq!(
            person.runs(field, vec![]),
            "",
            "the same file can be chosen again"
        );
    })
}

pub(crate) fn the_last_answer_is_taken_back() -> Journey {
    on_a_phone(|person| {
        person.judges_the_gil_aloud();
        person.opens("#/settings");
        person.taps("[data-testid=undo]");
        person.reads("[data-testid=amount]", "0 answers.");
        person.reloads();
        person.reads("[data-testid=amount]", "0 answers.");
    })
}

pub(crate) fn the_answers_of_one_topic_are_erased() -> Journey {
    on_a_phone(|person| {
        person.judges_the_gil_aloud();
        person.opens("#/settings");
        person.chooses("backup.json", BACKUP);
        person.taps("[data-testid=add]");
        person.reads("[data-testid=amount]", "5 answers.");
        person.taps("[data-testid=erase-what] option[value=concurrency]");
        person.types("[data-testid=erase-word]", 0, "erase");
        // As another tab does that has much to write.
        person.runs(HOLD, vec![]);
        until("the lock to be held", || {
            match person.runs("return typeof window.letGo", vec![]) {
                held if held == "function" => Ok(()),
                other => Err(other),
            }
        });
        person.taps("[data-testid=erase]");
        // In the meantime the person goes elsewhere, and the list is gone with the page.
        person.runs("location.hash = '#/'", vec![]);
        person.sees("[data-testid=home]");
        person.runs("window.letGo()", vec![]);
        person.runs("location.hash = '#/settings'", vec![]);
        // Two were about the lock.
        person.reads("[data-testid=amount]", "3 answers.");
        person.reloads();
        person.reads("[data-testid=amount]", "3 answers.");
        assert!(!person.log().contains("gil"));
    })
}

impl Person {
    /// From now on what would be downloaded is taken instead.
    pub(super) fn takes_downloads(&self) {
        self.runs(TAKE, vec![]);
    }

    /// Chooses a file with this text.
    pub(super) fn chooses(&self, name: &str, text: &str) {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{:?}", self.engine));
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join(name);
        fs::write(&path, text).unwrap();
        let field = self.sees("[data-testid=restore]");
        self.does(field.send_keys(path.to_str().unwrap()))
            .expect("the field takes a file");
    }

    /// What was handed over.
    pub(super) fn has_taken(&self) -> String {
        until("the backup to be there", || {
            let taken = self.runs("return window.taken", vec![]);
            taken.as_str().map(str::to_owned).ok_or(taken.to_string())
        })
    }
}
