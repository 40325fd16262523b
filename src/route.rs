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
    /// `#/question/gil`
    Question(QuestionId),
    /// `#/session`: the one under way.
    Session,
    /// `#/result`: of the session that ended last.
    Result,
    /// `#/settings`
    Settings,
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
            Route::Question(id) => format!("#/question/{id}"),
            Route::Session => "#/session".to_owned(),
            Route::Result => "#/result".to_owned(),
            Route::Settings => "#/settings".to_owned(),
            Route::Unknown(path) => format!("#/{path}"),
        }
    }

    fn of_path(path: &str) -> Route {
        let known = match path.split_once('/') {
            Some(("topic", slug)) => Slug::parse(slug).ok().map(Route::Topic),
            Some(("question", id)) => QuestionId::parse(id).ok().map(Route::Question),
            Some(_) => None,
            None => match path {
                "" => Some(Route::Home),
                "session" => Some(Route::Session),
                "result" => Some(Route::Result),
                "settings" => Some(Route::Settings),
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
