//! Coding and design sections that cannot be right.

use crate::small_bank::{CODING, DESIGN, check};

#[test]
fn a_coding_question_has_a_starter_and_tests() {
    check(
        CODING,
        "```python\ndef vowels(text: str) -> int:\n    ...\n```",
        "Write it yourself.",
        &[
            "18: `## Starter` has no plain ```python fence; add it",
            "20: this paragraph does not belong in `## Starter`; remove it",
        ],
    );
    check(
        CODING,
        "```python\ndef vowels(text: str) -> int:\n    ...\n```",
        "```python run\ndef vowels(text: str) -> int:\n    ...\n```",
        &[
            "18: `## Starter` has no plain ```python fence; add it",
            "20: this fence does not belong in `## Starter`; remove it",
        ],
    );
    check(
        CODING,
        "```toml",
        "```json",
        &[
            "60: `## Tests` has no ```toml fence; add it",
            "62: this fence does not belong in `## Tests`; remove it",
        ],
    );
}

#[test]
fn a_solution_says_what_it_costs() {
    check(
        CODING,
        "## Solution loop\n\ntime: O(n)\nspace: O(1)\n",
        "## Solution loop\n\ntime: O(n)\n",
        &["35: `space` is missing; add a line `space: ...`"],
    );
    check(
        CODING,
        "## Solution loop\n\ntime: O(n)\nspace: O(1)\n",
        "## Solution loop\n\n",
        &[
            "35: `## Solution loop` has no line of `key: value`; add it",
            "35: `space` is missing; add a line `space: ...`",
            "35: `time` is missing; add a line `time: ...`",
        ],
    );
    check(
        CODING,
        "## Solution loop\n\ntime: O(n)\nspace: O(1)\n",
        "## Solution loop\n\ntime: O(n)\nspace: O(1)\nmemory: none\n",
        &["39: `memory` is not a key here; the keys are time, space"],
    );
    check(
        CODING,
        "## Solution loop",
        "## Solution",
        &[
            "35: a name for a solution is missing; name it after the heading in lower-case letters, digits and single hyphens",
        ],
    );
    check(
        CODING,
        "## Solution sum",
        "## Solution loop",
        &["48: the solution `loop` stands twice; give each its own name"],
    );
    check(
        CODING,
        "The standard library does the counting.\n\n```python\ndef vowels(text: str) -> int:\n    return sum(map(text.lower().count, \"aeiou\"))\n```",
        "```python\ndef vowels(text: str) -> int:\n    return sum(map(text.lower().count, \"aeiou\"))\n```\n\nThe standard library does the counting.",
        &["58: this paragraph stands too late; move it before the plain ```python fence"],
    );
}

#[test]
fn a_mistake_names_the_case_that_catches_it() {
    check(
        CODING,
        "fails: capitals",
        "fails: no such case",
        &[
            "104: no case is called `no such case`; write after `fails:` the `why` of the case that must catch this mistake",
        ],
    );
    check(
        CODING,
        "fails: capitals\n\n",
        "",
        &[
            "104: `## Mistake small-letters` has no line of `key: value`; add it",
            "104: `fails` is missing; add a line `fails: ...`",
        ],
    );
    check(
        CODING,
        "Only small letters are counted.\n\n",
        "",
        &["104: `## Mistake small-letters` has no paragraph; add it"],
    );
    check(
        CODING,
        "## Mistake distinct",
        "## Mistake small-letters",
        &["115: the mistake `small-letters` stands twice; give each its own name"],
    );
}

#[test]
fn cases_are_toml_with_known_keys() {
    check(
        CODING,
        "call = 'vowels(\"sky\")'\n",
        "",
        &["68: `[[case]]` has no `call`; add `call = \"...\"`"],
    );
    check(
        CODING,
        "call = 'vowels(\"sky\")'",
        "call = 'vowels(\"sky\")",
        &["69: this is not TOML: invalid literal string, expected `'`; see https://toml.io"],
    );
    check(
        CODING,
        "want = \"4\"",
        "want = 4",
        &["65: `want` has the wrong type; write a text in quotes"],
    );
    check(
        CODING,
        "want = \"4\"",
        "want = \"\"",
        &["65: `want` is empty; write it"],
    );
    check(
        CODING,
        "want = \"4\"",
        "wants = \"4\"",
        &[
            "63: `[[case]]` has no `want`; add `want = \"...\"`",
            "65: `wants` is not a key of `[[case]]`; the keys are call, want, why, hidden, seconds",
        ],
    );
    check(
        CODING,
        "seconds = 2",
        "seconds = 60",
        &["101: 60 is not a time limit; write 1 to 10 seconds"],
    );
    check(
        CODING,
        "seconds = 2",
        "seconds = 0.5",
        &["101: `seconds` has the wrong type; write a whole number"],
    );
    check(
        CODING,
        "why = \"a space\"\nhidden = true",
        "why = \"a space\"\nhidden = \"yes\"",
        &["88: `hidden` has the wrong type; write true or false"],
    );
    check(
        CODING,
        "call = 'vowels(\"a\\ne\")'",
        "call = \"vowels(\\\"a\\te\\\")\"",
        &[
            "91: `call` holds a control character; put the text between single quotes, so that Python reads the escape",
        ],
    );
    check(
        CODING,
        "```toml\n",
        "```toml\ntimeout = 3\n",
        &["63: `timeout` is not a key of this file; the keys are setup, case"],
    );
    check(
        CODING,
        "```toml\n",
        "```toml\nsetup = 3\n",
        &["63: `setup` has the wrong type; write a text in quotes"],
    );
    check(
        CODING,
        "why = \"no text\"",
        "why = \"no vowel\"",
        &["73: the case `no vowel` stands twice; give each its own name"],
    );
}

#[test]
fn a_rubric_has_points_and_bands() {
    check(
        DESIGN,
        "- 2: Asks",
        "- Asks",
        &["30: this rubric line has no points; write it as `- 2: what a good answer does`"],
    );
    check(
        DESIGN,
        "- 2: Asks",
        "- 0: Asks",
        &["30: this rubric line has no points; write it as `- 2: what a good answer does`"],
    );
    check(
        DESIGN,
        "- 2: Asks",
        "- two: Asks",
        &["30: this rubric line has no points; write it as `- 2: what a good answer does`"],
    );
    check(
        DESIGN,
        "bands: 7 strong hire, 5 hire, 3 lean no\n",
        "",
        &["28: `bands` is missing; add a line `bands: ...`"],
    );
    check(
        DESIGN,
        "bands: 7 strong hire, 5 hire, 3 lean no",
        "bands: 3 lean no, 5 hire, 7 strong hire",
        &[
            "37: these bands cannot be read; write them best first, like `bands: 14 strong hire, 10 hire, 7 lean no`",
        ],
    );
    check(
        DESIGN,
        "bands: 7 strong hire, 5 hire, 3 lean no",
        "bands: strong hire",
        &[
            "37: these bands cannot be read; write them best first, like `bands: 14 strong hire, 10 hire, 7 lean no`",
        ],
    );
    check(
        DESIGN,
        "bands: 7 strong hire, 5 hire, 3 lean no",
        "Good luck.\n\nbands: 7 strong hire, 5 hire, 3 lean no",
        &[
            "37: a rubric holds lines and `bands:`, nothing else; write it as `- 2: what a good answer does` or remove it",
        ],
    );
}
