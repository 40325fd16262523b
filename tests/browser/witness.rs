//! The witness: whether everything went as it must in every journey, whatever it was about.

use crate::engine::Engine;
use crate::person::Person;
use std::fs;
use std::path::{Path, PathBuf};

/// Where pictures go.
pub(crate) fn pictures() -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/screenshots");
    fs::create_dir_all(&folder).unwrap();
    folder
}

impl Person {
    /// Fails on each complaint of the page, failed request and request to another origin that the
    /// journey does not forgive.
    pub(crate) fn has_nothing_to_forgive(&self, forgives: &[&str]) {
        let complaints = self.complaints();
        let forgiven = |complaint: &String| forgives.iter().any(|part| complaint.contains(part));
        let grave: Vec<&String> = complaints
            .iter()
            .filter(|complaint| !forgiven(complaint))
            .collect();
        assert!(grave.is_empty(), "the page complains: {grave:#?}");
    }

    /// Prints what is needed to understand a failure.
    pub(crate) fn tells_where_it_stands(&self) {
        let thread = std::thread::current();
        let name = thread.name().unwrap_or("journey").replace("::", "-");
        let path = pictures().join(format!("failed-{name}.png"));
        let driver = self.browser.driver();
        let url = self
            .does(driver.current_url())
            .map_or_else(|error| error.to_string(), String::from);
        eprintln!("the journey ended at {url}");
        eprintln!("complaints: {:#?}", self.complaints());
        match self.does(driver.screenshot(&path)) {
            Ok(()) => eprintln!("see {}", path.display()),
            Err(error) => eprintln!("there is no picture: {error}"),
        }
    }

    fn complaints(&self) -> Vec<String> {
        let log = self.site.log();
        let requests = log.requests.iter().chain(&log.kept);
        let failed = requests.filter(|(_, status)| *status >= 400);
        let failed = failed.map(|(path, status)| format!("{path} was answered with {status}"));
        let mut complaints: Vec<String> = log.complaints.iter().cloned().chain(failed).collect();
        complaints.extend(self.foreign_requests());
        if self.engine == Engine::Chromium {
            complaints.extend(self.console());
        }
        complaints
    }

    /// Resources of the page that came, or should have come, from another origin.
    fn foreign_requests(&self) -> Vec<String> {
        let script = "return performance.getEntriesByType('resource').map(entry => entry.name)";
        let names = self.does(self.browser.driver().execute(script, Vec::new()));
        let names: Vec<String> = names
            .ok()
            .and_then(|names| names.convert().ok())
            .unwrap_or_default();
        let own = self.site.url();
        let foreign = names.into_iter().filter(|name| !name.starts_with(&own));
        foreign
            .map(|name| format!("{name} is on another origin"))
            .collect()
    }

    /// What Chromium says besides what the probe can hear, such as of resources preloaded in vain.
    fn console(&self) -> Vec<String> {
        let entries = self
            .does(self.browser.driver().browser_log())
            .unwrap_or_default();
        let loud = entries
            .into_iter()
            .filter(|entry| matches!(entry.level.as_str(), "SEVERE" | "WARNING"));
        loud.map(|entry| format!("{}: {}", entry.level, entry.message))
            .collect()
    }
}
