//! Fences and Markdown that cannot be right.

use crate::small_bank::{CONCEPT, check};

#[test]
fn every_fence_is_known_and_closed() {
    check(
        CONCEPT,
        "print(items)\n```",
        "print(items)",
        &["33: this fence is never closed; end it with a line of ```"],
    );
    check(
        CONCEPT,
        "```python run\nitems = [1]\nitems.append(2)",
        "```\nitems = [1]\nitems.append(2)",
        &[
            "33: this fence names no language; write ```python, ```text or another language after the marks",
        ],
    );
    check(
        CONCEPT,
        "```python run\nitems = [1]\nitems.append(2)",
        "```py run\nitems = [1]\nitems.append(2)",
        &[
            "33: `py` is not a fence of the format; use python, output or one of text, sql, sh, json, toml, yaml, ini, html, css, http, diff, dockerfile, nginx, pycon",
        ],
    );
    check(
        CONCEPT,
        "```python run\nitems = [1]\nitems.append(2)",
        "```python play\nitems = [1]\nitems.append(2)",
        &[
            "33: `python play` is not a fence of the format; use python alone or with run, fix, test, proof or order",
        ],
    );
    check(
        CONCEPT,
        "```python run\nitems = [1]\nitems.append(2)",
        "```python run slowly\nitems = [1]\nitems.append(2)",
        &[
            "33: `slowly` does not belong after `python run`; use raises=..., needs=... or remove it",
        ],
    );
    check(
        CONCEPT,
        "```python run\nitems = [1]\nitems.append(2)",
        "```python run needs=gpu\nitems = [1]\nitems.append(2)",
        &[
            "33: `gpu` is not something a program can need; use one of threads, subprocess, django, flask, numpy, pandas, pytest, scikit-learn",
        ],
    );
    check(
        CONCEPT,
        "```python run\nitems = [1]\nitems.append(2)",
        "```python run raises=\nitems = [1]\nitems.append(2)",
        &["33: `raises=` names no exception; write it like raises=TypeError"],
    );
    check(
        CONCEPT,
        "```python proof",
        "```python proof raises=TypeError",
        &[
            "54: `raises=TypeError` does not belong after `python proof`; use needs=... or remove it",
        ],
    );
    check(
        CONCEPT,
        "```python fix",
        "```python fix needs=threads",
        &["145: `needs=threads` does not belong after `python fix`; remove it"],
    );
    check(
        CONCEPT,
        "```output\n[1, 2]",
        "```output exact\n[1, 2]",
        &["39: `exact` does not belong after `output`; remove it"],
    );
    check(
        CONCEPT,
        "```output\n[1, 2]\n```",
        "```output\n[1, 2]\n```\n\n```output\n[1, 2]\n```",
        &["43: this output follows no program; put it right after its `python run` fence"],
    );
    check(
        CONCEPT,
        "```python run\nitems = [1]\nitems.append(2)",
        "```python test\nitems = [1]\nitems.append(2)",
        &["33: `python test` does not belong in prose; move it into a check"],
    );
}

#[test]
fn markdown_has_only_what_the_format_has() {
    check(
        CONCEPT,
        "**Why it is cheap.**",
        "<b>Why it is cheap.</b>",
        &["23: raw HTML in Markdown; write it in Markdown; put code between backticks"],
    );
    check(
        CONCEPT,
        "**Why it is cheap.**",
        "<div>\nWhy it is cheap.\n</div>",
        &["23: raw HTML in Markdown; write it in Markdown; put code between backticks"],
    );
    check(
        CONCEPT,
        "**Why it is cheap.**",
        "![grow](https://example.org/a.png)",
        &["23: an image in Markdown; say it in words or code"],
    );
    check(
        CONCEPT,
        "**Why it is cheap.** The",
        "Why it is cheap\n---\n\nThe",
        &["23: a heading inside a section; begin the paragraph with **bold words** instead"],
    );
    check(
        CONCEPT,
        "**Why it is cheap.**",
        "***\n\nWhy.",
        &["23: a rule inside a section; remove it"],
    );
    check(
        CONCEPT,
        "**Why it is cheap.**",
        "    indented = True\n\nWhy.",
        &["23: an indented code block; write it as a fence at the left margin"],
    );
    check(
        CONCEPT,
        "**Why it is cheap.**",
        "[Why](http://example.org)",
        &["23: a link that is not https; link to a page that is, or remove the link"],
    );
    check(
        CONCEPT,
        "**Why it is cheap.**",
        "[Why](javascript:alert(1))",
        &["23: a link that is not https; link to a page that is, or remove the link"],
    );
    check(
        CONCEPT,
        "- Growing copies references, not the objects.",
        "- 1. Growing copies references.",
        &[
            "28: a list or a quote inside a line; put its mark between backticks or write it as words",
        ],
    );
    check(
        CONCEPT,
        "**Why it is cheap.**",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        &["23: a table; a phone is too narrow; write a list"],
    );
    check(
        CONCEPT,
        "**Why it is cheap.**",
        "~~Why~~",
        &[
            "23: a mark that is not shown; use paragraphs, lists, **bold**, *italic*, code and links",
        ],
    );
    check(
        CONCEPT,
        "**Why it is cheap.**",
        "Why[^1] so.\n\n[^1]: So",
        &[
            "23: a mark that is not shown; use paragraphs, lists, **bold**, *italic*, code and links",
            "25: a mark that is not shown; use paragraphs, lists, **bold**, *italic*, code and links",
        ],
    );
    check(
        CONCEPT,
        "**Why it is cheap.**",
        "Why\tso",
        &["23: this line holds a tab; use spaces"],
    );
    check(
        CONCEPT,
        "**Why it is cheap.**",
        "Why\u{7}so",
        &[
            "23: this line holds a control character; remove it; in Python write an escape like \\x1b",
        ],
    );
}
