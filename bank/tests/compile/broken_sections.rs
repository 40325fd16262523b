//! Sections and lists that cannot be right.

use crate::small_bank::{CONCEPT, DESIGN, check};

#[test]
fn every_heading_is_known_and_in_its_place() {
    check(
        CONCEPT,
        "## Key points",
        "## Keypoints",
        &[
            "1: a concept question has no `## Key points`; add it",
            "25: `## Keypoints` is not a section of the format; use one of Question, Clarify, Starter, Answer, Rubric, Key points, Code, Solution, Tests, Mistake, Check, Follow-ups, References",
        ],
    );
    check(
        CONCEPT,
        "## Key points",
        "## Key points for you",
        &[
            "1: a concept question has no `## Key points`; add it",
            "25: `## Key points for you` is not a section of the format; use one of Question, Clarify, Starter, Answer, Rubric, Key points, Code, Solution, Tests, Mistake, Check, Follow-ups, References",
        ],
    );
    check(
        CONCEPT,
        "## Question",
        "# Question",
        &[
            "1: a concept question has no `## Question`; add it",
            "14: `# Question` is not a heading of the format; sections begin with `## `; inside one use **bold words**",
            "16: text stands before the first section; move it under a heading, `## Question` is the first",
        ],
    );
    check(
        CONCEPT,
        "## Code\n",
        "### Code\n",
        &[
            "31: `### Code` is not a heading of the format; sections begin with `## `; inside one use **bold words**",
            "33: `## Key points` holds more than a list; write every line of it as an item, `- ...`",
            "39: `## Key points` holds more than a list; write every line of it as an item, `- ...`",
        ],
    );
    check(
        CONCEPT,
        "## Question\n\nHow does a list make room for new items, and what does that cost?\n",
        "",
        &["1: a concept question has no `## Question`; add it"],
    );
    check(
        CONCEPT,
        "## References",
        "## Follow-ups\n\n- One more?\n\n## References",
        &["162: this `## Follow-ups` is one too many in a concept question; keep one"],
    );
    check(
        CONCEPT,
        "## Key points\n\n- App",
        "## Answer\n\nTwice.\n\n## Key points\n\n- App",
        &["25: this `## Answer` is one too many in a concept question; keep one"],
    );
    check(
        DESIGN,
        "## Clarify\n\n- May a line be deleted? Yes, by its writer.\n\n## Answer\n\nAppend each line to one table and serve the newest from a cache.\n",
        "## Answer\n\nAppend each line to one table and serve the newest from a cache.\n\n## Clarify\n\n- May a line be deleted? Yes, by its writer.\n",
        &["22: this `## Clarify` stands too late; move it before the `## Answer`"],
    );
    check(
        CONCEPT,
        "---\n\n## Question",
        "---\n\nHello.\n\n## Question",
        &[
            "14: text stands before the first section; move it under a heading, `## Question` is the first",
        ],
    );
    check(
        CONCEPT,
        "How does a list make room for new items, and what does that cost?",
        "",
        &["14: `## Question` is empty; write it or remove the heading"],
    );
}

#[test]
fn the_answer_begins_with_a_paragraph() {
    check(
        CONCEPT,
        "A list keeps spare room",
        "- A list keeps spare room",
        &[
            "18: the answer does not begin with a paragraph; begin with the short answer; it is shown first and stands alone",
        ],
    );
    check(
        CONCEPT,
        "A list keeps spare room",
        "```python\nx = 1\n```\n\nA list keeps spare room",
        &[
            "18: the answer does not begin with a paragraph; begin with the short answer; it is shown first and stands alone",
        ],
    );
}

#[test]
fn lists_are_lists() {
    check(
        CONCEPT,
        "- Appending costs",
        "Appending costs",
        &["27: `## Key points` holds more than a list; write every line of it as an item, `- ...`"],
    );
    check(
        CONCEPT,
        "- Appending costs constant time on average.\n- Growing copies references, not the objects.\n- Inserting at the front moves every reference.\n",
        "",
        &["25: `## Key points` is empty; write it or remove the heading"],
    );
    check(
        CONCEPT,
        "- Growing copies references, not the objects.",
        "- Growing copies references, not the objects.\n  - And more.",
        &[
            "29: a list item holds another list or a fence; items have one level; write it as text or as a quote",
        ],
    );
    check(
        CONCEPT,
        "- Growing copies references, not the objects.",
        "- Growing copies references, not the objects.\n  > Quoted.",
        &["29: this key point has a quote; quotes explain options and fillings; remove it"],
    );
    check(
        CONCEPT,
        "- [list](https",
        "- list (https",
        &[
            "165: this reference is not one link; write it as `- [what the page is called](https://...)`",
        ],
    );
    check(
        CONCEPT,
        "- [list](https://docs.python.org/3/library/stdtypes.html#list)",
        "- [list](https://docs.python.org/3/library/stdtypes.html#list) too",
        &[
            "165: this reference is not one link; write it as `- [what the page is called](https://...)`",
        ],
    );
    check(
        CONCEPT,
        "- coding\n",
        "- concept\n",
        &["159: this question follows itself; name another one"],
    );
    check(
        CONCEPT,
        "- coding\n",
        "- cooking\n",
        &[
            "159: there is no question `cooking`; name one of the bank or of the curriculum, or write a sentence",
        ],
    );
}
