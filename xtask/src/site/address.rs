//! Addresses: where each page is, how one leads to another, and what the site is called from outside.
//!
//! Links between pages are relative, so that the release works under any path of any host. Only what
//! has to name the site itself (its map, pictures for other sites) needs to know where it is.

use super::group::Kind;
use crate::step::Failure;
use bank::name::{QuestionId, Slug};
use std::env;

/// Where the site will be, if that is known.
#[derive(Clone, Default, Debug)]
pub(crate) struct Site {
    /// With the `/` at its end.
    base: Option<String>,
}

/// The variable that says it, where no option does.
const VARIABLE: &str = "PYDRILL_SITE";

/// A place in the release.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Place<'a> {
    /// The app.
    App,
    /// A question in the app.
    Practice(&'a QuestionId),
    /// A topic or track in the app.
    PracticeOf(Kind, &'a Slug),
    /// The list of all questions.
    All,
    /// A question.
    Question(&'a QuestionId),
    /// A topic or a track.
    Group(Kind, &'a Slug),
    /// The questions of one, to be printed.
    Questions(Kind, &'a Slug),
    /// The answers to them, to be printed.
    Answers(Kind, &'a Slug),
    /// Its cards for Anki.
    Deck(Kind, &'a Slug),
    /// Any other file.
    File(&'a str),
}

impl Place<'_> {
    /// From the root of the site; a folder ends with `/`.
    pub(crate) fn path(self) -> String {
        match self {
            Place::App => String::new(),
            Place::Practice(id) => format!("#/question/{id}"),
            Place::PracticeOf(kind, slug) => format!("#/{}/{slug}", kind.word()),
            Place::All => "q/".to_owned(),
            Place::Question(id) => format!("q/{id}/"),
            Place::Group(kind, slug) => format!("{}/{slug}/", kind.folder()),
            Place::Questions(kind, slug) => format!("{}/{slug}/questions/", kind.folder()),
            Place::Answers(kind, slug) => format!("{}/{slug}/answers/", kind.folder()),
            Place::Deck(kind, slug) => format!("anki/{}-{slug}.txt", kind.word()),
            Place::File(path) => path.to_owned(),
        }
    }

    /// The file that a host serves for it.
    pub(crate) fn file(self) -> String {
        let path = self.path();
        match path.ends_with('/') {
            true => format!("{path}index.html"),
            false => path,
        }
    }

    /// The address of another place, as a link on this one has it.
    pub(crate) fn to(self, other: Place<'_>) -> String {
        if self == other {
            return "./".to_owned();
        }
        let up = "../".repeat(self.path().matches('/').count());
        match format!("{up}{}", other.path()) {
            here if here.is_empty() => "./".to_owned(),
            there => there,
        }
    }
}

impl Site {
    /// From the option, or else from the environment, or else unknown.
    pub(crate) fn of(option: Option<&str>) -> Result<Site, Failure> {
        let told = option
            .map(str::to_owned)
            .or_else(|| env::var(VARIABLE).ok());
        match told.filter(|told| !told.is_empty()) {
            Some(address) => Site::at(&address),
            None => Ok(Site::default()),
        }
    }

    /// At this address.
    pub(crate) fn at(address: &str) -> Result<Site, Failure> {
        let host = ["https://", "http://"]
            .iter()
            .find_map(|scheme| address.strip_prefix(scheme));
        let strange = |c: char| c.is_whitespace() || c.is_control() || "\"<>?#&'".contains(c);
        match host {
            Some(host) if !host.is_empty() && !host.starts_with('/') && !host.contains(strange) => {
                Ok(Site {
                    base: Some(format!("{}/", address.trim_end_matches('/'))),
                })
            }
            Some(_) | None => Err(Failure::wrong(
                format!("`{address}` is no address of a site"),
                "give one like https://example.org/pydrill/",
            )),
        }
    }

    /// The whole address of a place, if it is known.
    pub(crate) fn address(&self, place: Place<'_>) -> Option<String> {
        let base = self.base.as_ref()?;
        Some(format!("{base}{}", place.path()))
    }

    /// The path of the site on its host, with `/` at both ends, if it is known.
    pub(crate) fn path(&self) -> Option<&str> {
        let (_, rest) = self.base.as_deref()?.split_once("://")?;
        rest.find('/').map(|start| rest.split_at(start).1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_leads_up_to_the_root_and_down_again() {
        let (gil, basics) = (
            QuestionId::parse("gil").unwrap(),
            Slug::parse("basics").unwrap(),
        );
        let question = Place::Question(&gil);
        let check =
            |from: Place<'_>, to: Place<'_>, expected: &str| assert_eq!(from.to(to), expected);
        check(question, Place::All, "../../q/");
        check(question, Place::App, "../../");
        check(question, Place::Practice(&gil), "../../#/question/gil");
        check(
            question,
            Place::Group(Kind::Topic, &basics),
            "../../t/basics/",
        );
        check(question, question, "./");
        check(
            Place::Answers(Kind::Track, &basics),
            Place::File("icon.svg"),
            "../../../icon.svg",
        );
        check(
            Place::Group(Kind::Track, &basics),
            Place::Deck(Kind::Track, &basics),
            "../../anki/track-basics.txt",
        );
        check(Place::App, question, "q/gil/");
        check(Place::File("404.html"), Place::App, "./");
    }

    #[test]
    fn a_site_is_known_by_its_address_or_not_at_all() {
        let path = |address: &str| {
            Site::at(address)
                .ok()
                .and_then(|site| site.path().map(str::to_owned))
        };
        assert_eq!(path("https://example.org").as_deref(), Some("/"));
        assert_eq!(path("https://example.org/a/b/").as_deref(), Some("/a/b/"));
        assert_eq!(path("http://127.0.0.1:8000/x").as_deref(), Some("/x/"));
        for bad in [
            "example.org",
            "ftp://a",
            "https://",
            "https:///a",
            "https://a/?b",
            "https://a/#b",
            "https://a b",
        ] {
            assert_eq!(path(bad), None, "{bad}");
        }
        assert_eq!(Site::default().address(Place::All), None);
        let site = Site::at("https://example.org/a").unwrap();
        assert_eq!(
            site.address(Place::All).as_deref(),
            Some("https://example.org/a/q/")
        );
    }
}
