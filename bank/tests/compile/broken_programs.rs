//! Checks with programs that cannot be right.

use crate::small_bank::{CONCEPT, check};

#[test]
fn a_wrong_output_is_code_and_unticked() {
    check(
        CONCEPT,
        "- [ ] `2`",
        "- [x] `2`",
        &[
            "90: a wrong output is ticked; the right one stands in the ```output fence; begin this one with `- [ ] `",
        ],
    );
    check(
        CONCEPT,
        "- [ ] `2`",
        "- [ ] 2",
        &[
            "90: this output is not code; write all of it between backticks, with \\n for a line break",
        ],
    );
    check(
        CONCEPT,
        "- [ ] `2`",
        "- [ ] `2` or `3`",
        &[
            "90: this output is not code; write all of it between backticks, with \\n for a line break",
        ],
    );
    check(
        CONCEPT,
        "- [ ] `2`",
        "- `2`",
        &[
            "90: this option has no box; begin it with `- [x] ` if it is right, with `- [ ] ` if it is wrong",
        ],
    );
}

#[test]
fn a_blank_has_gaps_and_fillings() {
    check(
        CONCEPT,
        "print(items[__A__])",
        "print(items[2])",
        &[
            "98: this program has no gap; write `__A__` where something is to be filled in, then `__B__`",
        ],
    );
    check(
        CONCEPT,
        "print(items[__A__])",
        "print(items[__B__])",
        &["98: the program has no `__A__`; name the gaps A, B, C without leaving one out"],
    );
    check(
        CONCEPT,
        "- A: `-1`\n- A: `2`\n",
        "",
        &[
            "98: nothing is accepted for `__A__`; add `- A: ` and the right filling between backticks",
        ],
    );
    check(
        CONCEPT,
        "- A: `2`",
        "- B: `2`",
        &["107: the program has no `__B__`; name a gap of the program"],
    );
    check(
        CONCEPT,
        "- A: `2`",
        "- A: 2",
        &["107: this filling is not code; write all of it between backticks"],
    );
    check(
        CONCEPT,
        "- A: `2`",
        "- A maybe: `2`",
        &[
            "107: this is not a filling; write `- A: ` or `- A wrong: ` and the filling between backticks",
        ],
    );
    check(
        CONCEPT,
        "- A: `2`",
        "- A: `2`\n  > Fine.",
        &["108: this accepted filling has a quote; quotes explain options and fillings; remove it"],
    );
    check(
        CONCEPT,
        "  > Indexes begin at 0, so the last one is 2 and this raises `IndexError`.\n",
        "",
        &["108: this filling has no explanation; write it below as a quote, `  > ...`"],
    );
}

#[test]
fn an_order_has_lines_and_a_test() {
    check(
        CONCEPT,
        "first = items[0]\nitems[0]",
        "first = items[0]\n\nitems[0]",
        &["119: an order check has an empty line; remove it; every line is a piece to be placed"],
    );
    check(
        CONCEPT,
        "first = items[0]\nitems[0] = items[1]\nitems[1] = first\n",
        "first = items[0]\n",
        &["118: there is nothing to put in order; write at least two lines that belong"],
    );
    check(
        CONCEPT,
        "items[1] = items[0]  #- loses the old first item",
        "items[1] = items[0]  #-",
        &["121: this spare line has no reason; say after `#-` why it is not needed"],
    );
    check(
        CONCEPT,
        "items[1] = items[0]  #-",
        "items[1] = first  #-",
        &[
            "121: this spare line reads like one that is needed; nobody can tell them apart; make it another line or remove it",
        ],
    );
    check(
        CONCEPT,
        "```python test\ndef check(body):\n    space = {\"items\": [1, 2]}\n    exec(body, space)\n    assert space[\"items\"] == [2, 1]\n```\n",
        "",
        &["113: `## Check order swap` has no ```python test fence; add it"],
    );
    check(
        CONCEPT,
        "```python test\ndef check(body)",
        "```python test\ndef test(body)",
        &[
            "125: this test does not judge an arrangement; define `def check(body):`; it gets the lines as one text",
        ],
    );
}

#[test]
fn a_bug_has_a_wrong_line_a_fix_and_a_test() {
    check(
        CONCEPT,
        "- line: 2",
        "- line: 5",
        &[
            "142: this does not name a line of the program; write `- line: N`, counted from 1 at the first line of the fence",
        ],
    );
    check(
        CONCEPT,
        "- line: 2",
        "- line: two",
        &[
            "142: this does not name a line of the program; write `- line: N`, counted from 1 at the first line of the fence",
        ],
    );
    check(
        CONCEPT,
        "- line: 2",
        "- lines: 2",
        &[
            "142: this does not name a line of the program; write `- line: N`, counted from 1 at the first line of the fence",
        ],
    );
    check(
        CONCEPT,
        "- line: 2",
        "- line: 3\n  > This is not the one.\n- line: 2",
        &[
            "144: a bug check has one wrong place; keep one `- line: N`; name several lines as `- line: 3, 4`",
        ],
    );
    check(
        CONCEPT,
        "  > An empty list is not `None`, so the test lets it through.\n",
        "",
        &["142: this line has no explanation; write it below as a quote, `  > ...`"],
    );
    check(
        CONCEPT,
        "```python fix\ndef last(items):\n    if not items:\n        return None\n    return items[-1]\n```\n",
        "",
        &["131: `## Check bug empty-list` has no ```python fix fence; add it"],
    );
    check(
        CONCEPT,
        "assert last([]) is None\nassert last([1, 2]) == 2\n```",
        "assert last([]) is None\n```\n\n```python test\nassert last([1, 2]) == 2\n```",
        &["156: this ```python test fence is one too many in `## Check bug empty-list`; keep one"],
    );
}
