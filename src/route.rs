//! Where a person is: one variant for each screen, and its address as a fragment, `#/...`.
//!
//! A fragment that does not begin with `#/` is no route but a place on the page. Nothing here reads
//! or writes the address bar; `browser.rs` does.

use bank::name::{QuestionId, Slug};

/// A screen.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Route {
    /// `#/`
    Home,
    /// `#/topic/basics`
    Topic(Slug),
    /// `#/questions`: all of them, to search in.
    Questions,
    /// `#/tracks`
    Tracks,
    /// `#/track/first-job`
    Track(Slug),
    /// `#/question/gil`
    Question(QuestionId),
    /// `#/session`: the one under way.
    Session,
    /// `#/result`: of the session that ended last.
    Result,
    /// `#/mix`, or `#/mix/basics` with a topic chosen: a sitting that is put together.
    Mix(Option<Slug>),
    /// `#/settings`
    Settings,
    /// `#/progress`
    Progress,
    /// `#/bring/CODE`: answers that come from another device; any text may stand there.
    Bring(String),
    /// `#/set/CODE`: checks as they were shared, any text may stand there; `#/set/`: those of the session
    /// that ended last.
    Set(String),
    /// Any other address, without its `#/`.
    Unknown(String),
}

impl Route {
    /// Reads what stands in the address bar from `#` on. `None`: a place on the page that is shown.
    pub fn of_fragment(fragment: &str) -> Option<Route> {
        match fragment.strip_prefix("#/") {
            Some(path) => Some(Route::of_path(path)),
            None if matches!(fragment, "" | "#") => Some(Route::Home),
            None => None,
        }
    }

    /// The address, for `href`.
    pub fn fragment(&self) -> String {
        match self {
            Route::Home => "#/".to_owned(),
            Route::Topic(slug) => format!("#/topic/{slug}"),
            Route::Questions => "#/questions".to_owned(),
            Route::Tracks => "#/tracks".to_owned(),
            Route::Track(slug) => format!("#/track/{slug}"),
            Route::Question(id) => format!("#/question/{id}"),
            Route::Session => "#/session".to_owned(),
            Route::Result => "#/result".to_owned(),
            Route::Mix(None) => "#/mix".to_owned(),
            Route::Mix(Some(slug)) => format!("#/mix/{slug}"),
            Route::Settings => "#/settings".to_owned(),
            Route::Progress => "#/progress".to_owned(),
            Route::Bring(code) => ["#/bring/", code].concat(),
            Route::Set(code) => ["#/set/", code].concat(),
            Route::Unknown(path) => format!("#/{path}"),
        }
    }

    fn of_path(path: &str) -> Route {
        let known = match path.split_once('/') {
            Some(("topic", slug)) => Slug::parse(slug).ok().map(Route::Topic),
            Some(("track", slug)) => Slug::parse(slug).ok().map(Route::Track),
            Some(("question", id)) => QuestionId::parse(id).ok().map(Route::Question),
            Some(("mix", slug)) => Slug::parse(slug).ok().map(|slug| Route::Mix(Some(slug))),
            Some(("bring", code)) => Some(Route::Bring(code.to_owned())),
            Some(("set", code)) => Some(Route::Set(code.to_owned())),
            Some(_) => None,
            None => match path {
                "" => Some(Route::Home),
                "questions" => Some(Route::Questions),
                "tracks" => Some(Route::Tracks),
                "session" => Some(Route::Session),
                "result" => Some(Route::Result),
                "mix" => Some(Route::Mix(None)),
                "settings" => Some(Route::Settings),
                "progress" => Some(Route::Progress),
                _ => None,
            },
        };
        known.unwrap_or_else(|| Route::Unknown(path.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(fragment: &str, expected: Option<Route>) {
        assert_eq!(Route::of_fragment(fragment), expected, "{fragment}");
    }

    #[test]
    fn an_address_names_a_screen() {
        check("", Some(Route::Home));
        check("#", Some(Route::Home));
        check("#/", Some(Route::Home));
        check("#/session", Some(Route::Session));
        check("#/result", Some(Route::Result));
        check("#/settings", Some(Route::Settings));
        check("#/mix", Some(Route::Mix(None)));
        check(
            "#/mix/basics",
            Some(Route::Mix(Some(Slug::parse("basics").unwrap()))),
        );
        check("#/questions", Some(Route::Questions));
        check("#/tracks", Some(Route::Tracks));
        check(
            "#/track/first-job",
            Some(Route::Track(Slug::parse("first-job").unwrap())),
        );
        check("#/progress", Some(Route::Progress));
        check("#/bring/", Some(Route::Bring(String::new())));
        check("#/bring/1Ab-_", Some(Route::Bring("1Ab-_".to_owned())));
        check("#/set/", Some(Route::Set(String::new())));
        check("#/set/1Ab-_", Some(Route::Set("1Ab-_".to_owned())));
        check("#/bring/a/b c", Some(Route::Bring("a/b c".to_owned())));
        check(
            "#/topic/data-types",
            Some(Route::Topic(Slug::parse("data-types").unwrap())),
        );
        check(
            "#/question/gil",
            Some(Route::Question(QuestionId::parse("gil").unwrap())),
        );
    }

    #[test]
    fn an_address_that_names_no_screen_is_kept_as_it_is() {
        for path in [
            "nowhere",
            "topic",
            "topic/",
            "track/A",
            "topic/A",
            "question/a/b",
            "session/",
            "/",
        ] {
            check(&format!("#/{path}"), Some(Route::Unknown(path.to_owned())));
        }
    }

    #[test]
    fn a_place_on_the_page_is_not_a_route() {
        for fragment in ["#main", "#settings", "#!/session", "/session"] {
            check(fragment, None);
        }
    }

    fn any_route() -> impl Strategy<Value = Route> {
        let name = "[a-z0-9]{1,12}(-[a-z0-9]{1,12}){0,2}";
        prop_oneof![
            Just(Route::Home),
            Just(Route::Session),
            Just(Route::Result),
            Just(Route::Settings),
            Just(Route::Mix(None)),
            name.prop_map(|name| Route::Mix(Some(Slug::parse(&name).unwrap()))),
            Just(Route::Questions),
            Just(Route::Tracks),
            name.prop_map(|name| Route::Track(Slug::parse(&name).unwrap())),
            Just(Route::Progress),
            ".{0,20}".prop_map(Route::Bring),
            ".{0,20}".prop_map(Route::Set),
            name.prop_map(|name| Route::Topic(Slug::parse(&name).unwrap())),
            name.prop_map(|name| Route::Question(QuestionId::parse(&name).unwrap())),
        ]
    }

    proptest! {
        #[test]
        fn every_route_comes_back_from_its_address(route in any_route()) {
            prop_assert_eq!(Route::of_fragment(&route.fragment()), Some(route));
        }

        #[test]
        fn any_text_after_the_mark_keeps_its_address(path in ".*") {
            let fragment = format!("#/{path}");
            let route = Route::of_fragment(&fragment);
            prop_assert_eq!(route.map(|route| route.fragment()), Some(fragment));
        }
    }
}
