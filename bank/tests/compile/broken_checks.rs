//! Checks that cannot be right, up to their options.

use crate::small_bank::{CONCEPT, check};

#[test]
fn a_check_has_a_kind_a_name_and_a_stem() {
    check(
        CONCEPT,
        "## Check single front-insert",
        "## Check choice front-insert",
        &[
            "43: `choice` is not a kind of check; write `## Check <kind> <name>` with one of single, multi, output, blank, order, bug",
        ],
    );
    check(
        CONCEPT,
        "## Check single front-insert",
        "## Check single",
        &[
            "43: a name for a check is missing; name it after the kind in lower-case letters, digits and single hyphens",
        ],
    );
    check(
        CONCEPT,
        "## Check single front-insert",
        "## Check single Front Insert",
        &[
            "43: `Front Insert` is not a name for a check; name it after the kind in lower-case letters, digits and single hyphens",
        ],
    );
    check(
        CONCEPT,
        "## Check single front-insert",
        "## Check",
        &[
            "43: a kind of check is missing; write `## Check <kind> <name>` with one of single, multi, output, blank, order, bug",
        ],
    );
    check(
        CONCEPT,
        "## Check multi what-copies",
        "## Check multi front-insert",
        &["60: the check `front-insert` stands twice; give each check of a question its own name"],
    );
    check(
        CONCEPT,
        "What does `items.insert(0, x)` cost for a list of n items?\n",
        "",
        &[
            "43: `## Check single front-insert` asks nothing; write the stem right under the heading",
        ],
    );
}

#[test]
fn an_option_has_a_box_and_an_explanation() {
    check(
        CONCEPT,
        "- [x] Time that",
        "- Time that",
        &[
            "47: this option has no box; begin it with `- [x] ` if it is right, with `- [ ] ` if it is wrong",
        ],
    );
    check(
        CONCEPT,
        "- [x] Time that",
        "- [X] Time that",
        &[
            "47: this option has no box; begin it with `- [x] ` if it is right, with `- [ ] ` if it is wrong",
        ],
    );
    check(
        CONCEPT,
        "  > The references lie side by side, so each of them has to make room.\n",
        "",
        &["47: this option has no explanation; write it below as a quote, `  > ...`"],
    );
    check(
        CONCEPT,
        "  > The spare room is at the end. A new first item still pushes all others.",
        "  > The spare room is at the end.\n  A new first item still pushes all others.",
        &[
            "51: text follows the explanation of this item; begin the line with `  >` or move it above the quote",
        ],
    );
    check(
        CONCEPT,
        "  > The spare room is at the end. A new first item still pushes all others.",
        "  - The spare room is at the end.",
        &[
            "49: this option has no explanation; write it below as a quote, `  > ...`",
            "50: a list item holds another list or a fence; items have one level; write it as text or as a quote",
        ],
    );
    check(
        CONCEPT,
        "- [x] Time that grows with n, for every reference moves up\n  > The references lie side by side, so each of them has to make room.\n- [ ] Constant time, because the list has spare room\n  > The spare room is at the end. A new first item still pushes all others.\n- [ ] Logarithmic time, because the list is a balanced tree\n  > A list is one block of references. No tree shortens the way.\n\n```python proof",
        "```python proof",
        &["43: `## Check single front-insert` has no list; add it"],
    );
}

#[test]
fn pieces_that_do_not_belong_are_named() {
    check(
        CONCEPT,
        "```python proof",
        "order: random\n\n```python proof",
        &["54: this paragraph does not belong in `## Check single front-insert`; remove it"],
    );
    check(
        CONCEPT,
        "```python proof",
        "```sql\nSELECT 1\n```\n\n```python proof",
        &[
            "54: this fence that is not Python does not belong in `## Check single front-insert`; remove it",
        ],
    );
    check(
        CONCEPT,
        "```python proof",
        "```python run",
        &[
            "54: this ```python run fence does not belong in `## Check single front-insert`; remove it",
        ],
    );
    check(
        CONCEPT,
        "items = [2]\nitems.insert(0, 1)\nassert items == [1, 2]\n```",
        "items = [2]\nitems.insert(0, 1)\nassert items == [1, 2]\n```\n\norder: fixed",
        &["60: this line `order: fixed` stands too late; move it before the ```python proof fence"],
    );
    check(
        CONCEPT,
        "> `append` changes the list in place and returns nothing.\n",
        "",
        &["73: `## Check output append-returns` has no quote that explains; add it"],
    );
    check(
        CONCEPT,
        "```output\nNone\n```\n",
        "",
        &["73: `## Check output append-returns` has no ```output fence; add it"],
    );
    check(
        CONCEPT,
        "## Check output append-returns\n\nWhat does this print?\n",
        "## Check output append-returns\n\n> What does this print?\n",
        &[
            "73: `## Check output append-returns` asks nothing; write the stem right under the heading",
            "77: this ```python run fence stands too late; move it before the quote that explains",
            "82: this ```output fence stands too late; move it before the quote that explains",
            "86: this quote that explains is one too many in `## Check output append-returns`; keep one",
        ],
    );
}
