//! Whatever a file says, the compiler answers; and whatever it answers is harmless markup.

use crate::small_bank::{CONCEPT, DESIGN, TOPICS, TRACKS, compile, file_at, files, opens};
use bank::compile;
use bank::embedded::Bank;
use bank::name::QuestionId;
use bank::question::{Body, Html};
use proptest::prelude::*;

const CASES: u32 = 96;

/// Pieces of which the format and its abuse are made.
const PIECES: [&str; 54] = [
    "\n",
    "\n\n",
    " ",
    "    ",
    "a",
    "ü",
    "\u{1f40d}",
    "- ",
    "- [ ] ",
    "- [x] ",
    "  > ",
    "> ",
    "## ",
    "## Check single x\n",
    "## Check blank x\n",
    "# ",
    "---\n",
    "```",
    "```python\n",
    "```python run\n",
    "```output\n",
    "```toml\n",
    "~~~\n",
    "`",
    "``",
    "__A__",
    "*",
    "**",
    "_",
    "[",
    "](",
    ")",
    "![",
    "<",
    ">",
    "<script>",
    "</script>",
    "<img onerror=x>",
    "<!--",
    "javascript:",
    "data:text/html,",
    "https://",
    "http://",
    "\"",
    "'",
    "&",
    "&lt;",
    "&#106;",
    "\\",
    "[x]: javascript:a\n",
    "<https://a.b>",
    "<javascript:a>",
    "on",
    "{",
];

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&PIECES[..]), 0..40)
        .prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(CASES))]

    #[test]
    fn no_text_stops_the_compiler(text in text(), path in prop::sample::select(&[CONCEPT, DESIGN, TOPICS, TRACKS][..])) {
        let mut files = files();
        file_at(&mut files, path).text = text;
        let source = compile(&files);
        prop_assert!(opens(&source));
    }

    #[test]
    fn no_arbitrary_text_stops_the_compiler(text in any::<String>()) {
        let mut files = files();
        file_at(&mut files, CONCEPT).text = text;
        compile(&files);
    }

    #[test]
    fn no_change_of_a_file_stops_the_compiler(
        inserted in text(),
        at in any::<prop::sample::Index>(),
        cut in 0..200_usize,
    ) {
        let mut files = files();
        let file = file_at(&mut files, CONCEPT);
        let start = floor(&file.text, at.index(file.text.len()));
        let end = floor(&file.text, (start + cut).min(file.text.len()));
        file.text.replace_range(start..end, &inserted);
        let source = compile(&files);
        prop_assert!(opens(&source));
    }

    #[test]
    fn nothing_but_known_markup_comes_out(text in text()) {
        let mut files = files();
        let file = file_at(&mut files, CONCEPT);
        let line = text.replace('\n', " ");
        file.text = file
            .text
            .replace("**Why it is cheap.**", &text)
            .replace("Growing copies references", &line)
            .replace("The spare room is at the end.", &line)
            .replace("# why", &line)
            .replace("items.append(2)", &line);
        let source = compile(&files);
        let bytes = compile::embed(&source);
        let bank = Bank::open(&bytes.index, bytes.bodies.leak()).unwrap();
        if let Ok(body) = bank.body(&QuestionId::parse("concept").unwrap()) {
            for html in markup(body) {
                prop_assert!(is_known(html.as_str()), "{:?}", html);
            }
        }
    }
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn markup(body: &Body) -> Vec<&Html> {
    let mut all = vec![&body.question, &body.short_answer, &body.answer];
    all.extend(&body.code);
    all.extend(&body.key_points);
    all.extend(body.references.iter().map(|page| &page.title));
    for check in &body.checks {
        all.push(check.stem());
        if let bank::check::Check::Single(choice) | bank::check::Check::Multi(choice) = check {
            all.extend(
                choice
                    .options
                    .iter()
                    .flat_map(|option| [&option.text, &option.why]),
            );
        }
    }
    all
}

/// Every `<` begins one of the tags that the compiler writes, with the attributes that it writes.
fn is_known(html: &str) -> bool {
    let known = |tag: &str| {
        let (tag, _) = tag.split_once('>').unwrap_or((tag, ""));
        let name = tag.strip_prefix('/').unwrap_or(tag);
        let link = tag
            .strip_prefix("a href=\"https://")
            .and_then(|rest| rest.strip_suffix("\" rel=\"noopener\""));
        NAMES.contains(&name)
            || OPENINGS.contains(&tag)
            || link.is_some_and(|url| !url.contains(['"', '<', ' ']))
    };
    html.split('<').skip(1).all(known)
}

const NAMES: [&str; 14] = [
    "p",
    "code",
    "strong",
    "em",
    "ul",
    "ol",
    "li",
    "blockquote",
    "br",
    "a",
    "span",
    "pre",
    "figure",
    "samp",
];

const OPENINGS: [&str; 12] = [
    "span class=\"k\"",
    "span class=\"s\"",
    "span class=\"c\"",
    "span class=\"n\"",
    "span class=\"d\"",
    "pre class=\"code\" tabindex=\"0\"",
    "pre class=\"code\" tabindex=\"0\" data-run",
    "pre tabindex=\"0\"",
    "figure class=\"output\"",
    "figcaption",
    "/figcaption",
    "samp",
];

#[test]
fn the_test_itself_knows_bad_markup() {
    for bad in [
        "<script>",
        "<p onclick=\"x\">",
        "<a href=\"javascript:x\" rel=\"noopener\">",
        "<a href=\"https://a\" onclick=\"x\" rel=\"noopener\">",
        "a < b",
    ] {
        assert!(!is_known(bad), "{bad}");
    }
    assert!(is_known(
        "<p>a <a href=\"https://a.b/c\" rel=\"noopener\">b</a></p>"
    ));
}
