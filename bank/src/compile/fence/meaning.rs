//! What the words after the marks of a fence say.

use super::super::lines::{Block, Shape, text};
use super::super::problem::Problems;
use super::super::source::program::{Code, Need, Script, Shown};

/// A fence whose words are known.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Fence {
    pub(crate) purpose: Purpose,
    pub(crate) language: String,
    /// The exception that a program must end with.
    pub(crate) raises: Option<String>,
    pub(crate) needs: Vec<Need>,
    pub(crate) code: Code,
}

/// What a fence is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Purpose {
    /// Shown, not run.
    Shown,
    /// Runs.
    Run,
    /// The exact output of the program before.
    Output,
    /// The corrected program of a bug check.
    Fix,
    /// The hidden test of a bug or order check.
    Test,
    /// Asserts that back a single or multi check.
    Proof,
    /// The lines of an order check.
    Order,
}

/// A block, and what it means if it is a fence.
#[derive(Clone, Debug)]
pub(crate) struct Content<'s, 'a> {
    pub(crate) block: Block<'s, 'a>,
    /// `None` with a problem for a fence that is not known.
    pub(crate) fence: Option<Fence>,
}

impl Fence {
    pub(crate) fn is_plain(&self, language: &str) -> bool {
        self.purpose == Purpose::Shown && self.language == language
    }

    pub(crate) fn into_shown(self) -> Shown {
        Shown {
            language: self.language,
            code: self.code,
        }
    }

    pub(crate) fn into_script(self) -> Script {
        Script {
            code: self.code,
            needs: self.needs,
        }
    }
}

/// The blocks with the meanings of their fences.
pub(crate) fn contents<'s, 'a>(
    blocks: Vec<Block<'s, 'a>>,
    problems: &mut Problems,
) -> Vec<Content<'s, 'a>> {
    let content = |block: Block<'s, 'a>| Content {
        fence: match block.shape {
            Shape::Fence => fence(&block, problems),
            Shape::Paragraph | Shape::List | Shape::Quote => None,
        },
        block,
    };
    blocks.into_iter().map(content).collect()
}

/// Languages that may be shown besides Python.
const SHOWN: [&str; 14] = [
    "text",
    "sql",
    "sh",
    "json",
    "toml",
    "yaml",
    "ini",
    "html",
    "css",
    "http",
    "diff",
    "dockerfile",
    "nginx",
    "pycon",
];

fn fence(block: &Block<'_, '_>, problems: &mut Problems) -> Option<Fence> {
    let mut words = block.info.split_whitespace();
    let language = words.next().unwrap_or_default();
    let (purpose, allowed) = match language {
        "python" => python(words.next(), block.line, problems)?,
        "output" => (Purpose::Output, &[][..]),
        shown if SHOWN.contains(&shown) => (Purpose::Shown, &[][..]),
        other => {
            unknown_language(other, block.line, problems);
            return None;
        }
    };
    let mut fence = Fence {
        purpose,
        language: language.to_owned(),
        raises: None,
        needs: Vec::new(),
        code: Code {
            line: block.line + 1,
            text: text(block.lines).markdown,
        },
    };
    for word in words {
        attribute(word, allowed, &mut fence, block, problems);
    }
    Some(fence)
}

fn unknown_language(language: &str, line: usize, problems: &mut Problems) {
    if language.is_empty() {
        problems.error(
            line,
            "this fence names no language",
            "write ```python, ```text or another language after the marks",
        );
    } else {
        problems.error(
            line,
            format!("`{language}` is not a fence of the format"),
            format!("use python, output or one of {}", SHOWN.join(", ")),
        );
    }
}

/// What a Python fence is for, and which attributes may follow.
fn python(
    role: Option<&str>,
    line: usize,
    problems: &mut Problems,
) -> Option<(Purpose, &'static [&'static str])> {
    Some(match role {
        None => (Purpose::Shown, &[]),
        Some("run") => (Purpose::Run, &["raises", "needs"]),
        Some("test") => (Purpose::Test, &["needs"]),
        Some("proof") => (Purpose::Proof, &["needs"]),
        Some("fix") => (Purpose::Fix, &[]),
        Some("order") => (Purpose::Order, &[]),
        Some(other) => {
            problems.error(
                line,
                format!("`python {other}` is not a fence of the format"),
                "use python alone or with run, fix, test, proof or order",
            );
            return None;
        }
    })
}

fn attribute(
    word: &str,
    allowed: &[&str],
    fence: &mut Fence,
    block: &Block<'_, '_>,
    problems: &mut Problems,
) {
    let found = word
        .split_once('=')
        .filter(|(key, _)| allowed.contains(key));
    match found {
        Some(("raises", name)) => fence.raises = exception(block.line, name, problems),
        Some((_, names)) => fence.needs = needed(block.line, names, problems),
        None => {
            let before = block.info.split(word).next().unwrap_or_default().trim();
            let repair = match allowed {
                [] => "remove it".to_owned(),
                _ => format!("use {}=... or remove it", allowed.join("=..., ")),
            };
            let what = format!("`{word}` does not belong after `{before}`");
            problems.error(block.line, what, repair);
        }
    }
}

fn exception(line: usize, name: &str, problems: &mut Problems) -> Option<String> {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'.';
    if !name.is_empty() && name.bytes().all(is_part) {
        return Some(name.to_owned());
    }
    problems.error(
        line,
        format!("`raises={name}` names no exception"),
        "write it like raises=TypeError",
    );
    None
}

fn needed(line: usize, names: &str, problems: &mut Problems) -> Vec<Need> {
    let known: Vec<&str> = Need::ALL.iter().map(|need| need.name()).collect();
    let mut needs = Vec::new();
    for name in names.split(',') {
        match Need::parse(name) {
            Some(need) => needs.push(need),
            None => problems.error(
                line,
                format!("`{name}` is not something a program can need"),
                format!("use one of {}", known.join(", ")),
            ),
        }
    }
    needs
}
