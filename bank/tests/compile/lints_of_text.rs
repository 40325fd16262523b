//! Rules of prose, code, references, exercises and keys.

use crate::small_bank::{CODING, CONCEPT, DESIGN, check, file_at, files, shown};

#[test]
fn prose_has_a_length() {
    check(
        CONCEPT,
        "How does a list make room for new items, and what does that cost?",
        "word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word",
        &["16: warning: the question has 71 words; cut it to 70"],
    );
    check(
        CONCEPT,
        "A list keeps spare room at its end, so most appends only fill a slot. When the room is used up,\nCPython moves all references to a larger block.",
        "one two three four five six seven eight. one two three four five six seven eight. one two three four five six seven eight. one two three four five six seven eight. one two three four five six seven eight. one two three four five six seven eight. one two three four five six seven eight. one two three four five six seven eight. one two three four five six seven eight. one two three four five six seven eight.",
        &["20: warning: the short answer has 80 words; cut it to 75"],
    );
    check(
        CONCEPT,
        "The block grows by a share of its size, so a move is paid for by many appends.",
        "One two three four five six seven eight nine ten. One two three four five six seven eight nine ten. One two three four five six seven eight nine ten. One two three four five six seven eight nine ten. One two three four five six seven eight nine ten. One two three four five six seven eight nine ten. One two three four five six seven eight nine ten. One two three four five six seven eight nine ten. One two three four five six seven eight nine ten. One two three four five six seven eight nine ten. One two three four five six seven eight nine ten. One two three four five six seven eight nine ten. One two three four five six seven eight nine ten. One two three four five six seven eight nine ten. One two three four five six seven eight nine ten. One two three four five six seven eight nine ten. One two three four five six seven eight nine ten. One two three four five six seven eight nine ten. One two three four five six seven eight nine ten. One two three four five six seven eight nine ten. One two three four five six seven eight nine ten. One two three four five six seven eight nine ten. One two three four five six seven eight nine ten. One two three four five six seven eight nine ten. One two three four five six seven eight nine ten. One two three four five six seven eight nine ten. One two three four five six seven eight nine ten. One two three four five six seven eight nine ten. One two three four five six seven eight nine ten. One two three four five six seven eight nine ten.",
        &["20: warning: the answer has 333 words; cut it to 320"],
    );
    check(
        CONCEPT,
        "The block grows by a share of its size, so a move is paid for by many appends.",
        "word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word.",
        &["20: warning: the sentences of the answer have 23 words on average; cut them to 20"],
    );
    check(
        CODING,
        "Count while you walk through the text once. A membership test in a short string is enough.",
        "Short.\n\nOne two three four five six seven eight nine ten. One two three four five six seven eight nine ten. One two three four five six seven eight nine ten. One two three four five six seven eight nine ten. One two three four five six seven eight nine ten. One two three four five six seven eight nine ten. One two three four five six seven eight nine ten. One two three four five six seven eight nine ten. One two three four five six seven eight nine ten. One two three four five six seven eight nine ten. One two three four five six seven eight nine ten. One two three four five six seven eight nine ten. One two three four five six seven eight nine ten. One two three four five six seven eight nine ten. One two three four five six seven eight nine ten. One two three four five six seven eight nine ten. One two three four five six seven eight nine ten. One two three four five six seven eight nine ten. One two three four five six seven eight nine ten. One two three four five six seven eight nine ten. One two three four five six seven eight nine ten. One two three four five six seven eight nine ten. One two three four five six seven eight nine ten.",
        &["27: warning: the answer has 231 words; cut it to 220"],
    );
}

#[test]
fn there_are_three_to_six_key_points() {
    check(
        CONCEPT,
        "- Growing copies references, not the objects.\n- Inserting at the front moves every reference.\n",
        "",
        &["27: the question has 1 key point; write 3 to 6 claims that a reader can tick off"],
    );
    check(
        CONCEPT,
        "- Growing copies references, not the objects.\n",
        "- b c\n- c d\n- d e\n- e f\n- f g\n",
        &["27: the question has 7 key points; write 3 to 6 claims that a reader can tick off"],
    );
}

#[test]
fn a_rubric_can_be_scored() {
    check(
        DESIGN,
        "- 1: Limits abuse.\n",
        "",
        &["30: the rubric has 5 lines; write 6 to 12"],
    );
    check(
        DESIGN,
        "bands: 7 strong",
        "bands: 9 strong",
        &["30: the best band wants 9 points, and the lines give 8; lower the band or add lines"],
    );
}

#[test]
fn code_fits_the_screen() {
    check(
        CONCEPT,
        "items = [1]\nitems.append(2)\nprint(items)",
        "items = [1]\nitems.append(2)\nitems.append(2)\nitems.append(2)\nitems.append(2)\nitems.append(2)\nitems.append(2)\nitems.append(2)\nitems.append(2)\nitems.append(2)\nitems.append(2)\nitems.append(2)\nitems.append(2)\nitems.append(2)\nitems.append(2)\nitems.append(2)\nitems.append(2)\nitems.append(2)\nitems.append(2)\nitems.append(2)\nitems.append(2)\nitems.append(2)\nitems.append(2)\nitems.append(2)\nitems.append(2)\nitems.append(2)\nitems.append(2)\nitems.append(2)\nitems.append(2)\nitems.append(2)\nitems.append(2)\nprint(items)",
        &["34: this code has 32 lines; cut it to 30"],
    );
    check(
        CONCEPT,
        "items = [1]\nitems.append(2)\nprint(items)",
        "items = [1]\nitems.append(2)  # xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\nprint(items)",
        &["35: this line of code has 79 columns; break it at 72"],
    );
    check(
        CONCEPT,
        "items = [1]\nprint(items.append(2))",
        "items = [1]  # xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\nprint(items.append(2))",
        &["78: this line of code has 55 columns; break it at 52"],
    );
    check(
        CONCEPT,
        "items = [1, 2, 3]\nprint(items[__A__])",
        "items = [1, 2, 3]\npass\npass\npass\npass\npass\npass\npass\npass\npass\npass\npass\npass\npass\npass\nprint(items[__A__])",
        &["98: this code has 16 lines; cut it to 15"],
    );
    check(
        CONCEPT,
        "items[1] = items[0]  #- loses the old first item",
        "items[1] = items[0]  #- loses loses loses loses loses loses loses loses loses loses loses loses loses loses loses loses loses loses loses loses ",
        &[],
    );
    check(
        CONCEPT,
        "    if items is None:",
        "    if items is None:  # a comment that is far too wide",
        &["137: this line of code has 55 columns; break it at 52"],
    );
    check(
        CONCEPT,
        "    if not items:",
        "    if not items:  # a comment that is far too wide here",
        &["147: this line of code has 56 columns; break it at 52"],
    );
    check(
        CONCEPT,
        "What does `items.insert(0, x)` cost for a list of n items?",
        "What does this cost?\n\n```python\nitems.insert(0, x)  # a comment that is far too wide for it\n```",
        &["48: this line of code has 59 columns; break it at 52"],
    );
    check(
        CODING,
        "    return len(set(text.lower()) & set(\"aeiou\"))",
        "    return len(set(text.lower()) & set(\"aeiou\"))  # too wide, too wide, too wide",
        &["123: this line of code has 80 columns; break it at 72"],
    );
}

#[test]
fn a_reference_is_a_page_of_those_who_know() {
    check(
        CONCEPT,
        "https://docs.python.org/3/library/stdtypes.html#list",
        "http://docs.python.org/3/library/stdtypes.html#list",
        &[
            "165: `http://docs.python.org/3/library/stdtypes.html#list` is not an https address; cite a page that is",
        ],
    );
    check(
        CONCEPT,
        "https://docs.python.org/3/library/stdtypes.html#list",
        "https://www.example.org/lists",
        &[
            "165: `www.example.org` is not a source of the bank; cite docs.python.org, a PEP, an RFC or the framework's own documentation",
        ],
    );
    check(
        CONCEPT,
        "https://docs.python.org/3/library/stdtypes.html#list",
        "https://docs.python.org.example.org/lists",
        &[
            "165: `docs.python.org.example.org` is not a source of the bank; cite docs.python.org, a PEP, an RFC or the framework's own documentation",
        ],
    );
}

#[test]
fn an_exercise_has_enough_cases_and_mistakes() {
    check(
        CODING,
        "why = \"no text\"",
        "why = \"no text\"\nhidden = true",
        &["63: the exercise shows 2 cases; show 3 to 5"],
    );
    check(
        CODING,
        "why = \"two lines\"\nhidden = true",
        "why = \"two lines\"",
        &["63: the exercise hides 3 cases; hide at least 4"],
    );
    check(
        CODING,
        "## Mistake always-one\n\nfails: no vowel\n\nAdds one too many when nothing is found.\n\n```python\ndef vowels(text):\n    return max(1, sum(ch in \"aeiou\" for ch in text.lower()))\n```\n\n",
        "",
        &["104: the exercise has 2 mistakes; write at least 3 plausible wrong solutions"],
    );
}

#[test]
fn a_key_is_graded_as_the_file_says() {
    check(
        CONCEPT,
        "- [ ] `2`",
        "- [ ] `None`",
        &[
            "90: the app grades this wrong answer as correct; it equals a right one; change it or remove it",
        ],
    );
    check(
        CONCEPT,
        "- A wrong: `3`",
        "- A wrong: `- 1`",
        &[
            "108: the app grades this wrong answer as correct; it equals a right one; change it or remove it",
        ],
    );
}

#[test]
fn a_concept_is_asked_in_two_ways() {
    let mut files = files();
    let concept = file_at(&mut files, CONCEPT);
    let start = concept.text.find("## Check multi").unwrap();
    let end = concept.text.find("## Follow-ups").unwrap();
    concept.text.replace_range(start..end, "");
    assert_eq!(
        shown(&files),
        [format!(
            "{CONCEPT}:43: a concept has checks of one kind only; ask the same in another way too"
        )]
    );
}

/// The bug: ids of lines and options are bytes, and counting past 255 panicked.
#[test]
fn a_check_with_hundreds_of_lines_or_options_is_a_problem_and_no_panic() {
    let said = |path: &str, find: &str, replace: &str| {
        let mut files = files();
        let file = file_at(&mut files, path);
        file.text = file.text.replace(find, replace);
        shown(&files).join("\n")
    };
    let lines = |line: &str| line.repeat(300);
    let order = said(CONCEPT, "first = items[0]\n", &lines("first = items[0]\n"));
    assert!(
        order.contains("this code has 303 lines; cut it to 15"),
        "{order}"
    );
    let refused = "the app does not grade this right answer as correct; correct the answer";
    assert!(order.contains(refused), "{order}");
    let bug = said(
        CONCEPT,
        "    return items[-1]\n```\n\n- line",
        &format!("{}```\n\n- line", lines("    pass\n")),
    );
    assert!(
        bug.contains("this code has 303 lines; cut it to 15"),
        "{bug}"
    );
    let option = "- [ ] `items`\n  > A name refers to an object.\n";
    let multi = said(
        CONCEPT,
        "- [ ] `items.sort()`",
        &format!("{}- [ ] `items.sort()`", lines(option)),
    );
    assert!(
        multi.contains("this check has 304 options; write 4 to 6"),
        "{multi}"
    );
}
