//! For each sort of claim a question that makes a false one, and the exact words that its author reads.

use super::pythons::Pythons;
use super::question;
use ::bank::compile::{File, Files, compile};
use std::sync::{LazyLock, Mutex};

/// One for all tests, since an interpreter takes seconds to start.
pub(super) static PYTHONS: LazyLock<Mutex<Pythons>> =
    LazyLock::new(|| Mutex::new(Pythons::of_this_clone()));

/// Verifies a question made of these sections. Lines are counted from the first line of the sections.
pub(super) fn problems_of(kind: &str, sections: &str) -> Vec<String> {
    let (before, text) = question_file(kind, sections);
    let path = "sample.md".to_owned();
    let files = Files {
        questions: vec![File { path, text }],
        ..Files::default()
    };
    let source = compile(&files, Vec::new());
    let [parsed] = &source.questions[..] else {
        panic!("{:?}", source.problems)
    };
    let mut pythons = PYTHONS
        .lock()
        .unwrap_or_else(|poisoned| poisoned.into_inner());
    let mut problems = question::verify(parsed, &mut pythons).unwrap();
    problems.sort();
    for problem in &mut problems {
        problem.line -= before;
    }
    problems
        .iter()
        .map(|it| it.to_string().replace("sample.md:", ""))
        .collect()
}

/// A file that can be read, with these sections in it, and the number of lines before them.
pub(super) fn question_file(kind: &str, sections: &str) -> (usize, String) {
    let head = format!(
        "---\nid: sample\nrev: 1\ntitle: A sample\nkind: {kind}\ntopic: basics\nlevel: beginner\n\
         minutes: 3\npython: 3.12\ntags: sample\ncovers: -\n---\n\n## Question\n\nWhy?\n\n"
    );
    let answer = "## Answer\n\nBecause.\n\n## Key points\n\n- One.\n- Two.\n- Three.\n\n";
    let starter = "## Starter\n\n```python\ndef f(n):\n    ...\n```\n\n";
    let head = match kind {
        "coding" => format!("{head}{starter}{answer}"),
        _ => format!("{head}{answer}"),
    };
    let tail = "\n## References\n\n- [Docs](https://docs.python.org/3/)\n";
    (head.lines().count(), format!("{head}{sections}{tail}"))
}

fn check(sections: &str, expected: &[&str]) {
    assert_eq!(problems_of("concept", sections), expected, "{sections}");
}

const OUTPUT: &str = "## Check output a\n\nWhat?\n\n";

fn output(code: &str, printed: &str, expected: &[&str]) {
    let fences = format!("```python run\n{code}\n```\n\n```output\n{printed}\n```\n");
    check(&format!("{OUTPUT}{fences}\n> So.\n"), expected);
}

#[test]
fn a_program_prints_what_is_recorded() {
    output("print(1)", "1", &[]);
    output(
        "print(1)\nprint(2)",
        "1\n3",
        &["12: recorded is `3`, printed is `2`; record what is printed, or mend the program"],
    );
    output(
        "print(1)",
        "1\n2",
        &[
            "11: recorded is `2`, and nothing more is printed; record what is printed, or mend the program",
        ],
    );
    output(
        "print(1)\nprint(2)",
        "1",
        &[
            "11: after the last recorded line `2` is printed; record what is printed, or mend the program",
        ],
    );
    output(
        "print('a ')",
        "a",
        &[
            "10: the recorded line and the printed one differ in the space at the end; record what is printed, or mend the program",
        ],
    );
}

#[test]
fn a_program_ends_well_and_in_time() {
    output(
        "x = 1\nprint(x / 0)",
        "1",
        &[
            "7: this raises ZeroDivisionError: division by zero; mend the program; when it is meant to raise, say `raises=...` after `python run`",
        ],
    );
    output(
        "while True:\n    pass",
        "1",
        &[
            "6: this does not end within 5 s; mend the program; when it is meant to raise, say `raises=...` after `python run`",
        ],
    );
}

#[test]
fn a_program_raises_what_it_says() {
    let raising = |code: &str, expected: &[&str]| {
        let fence = format!("```python run raises=TypeError\n{code}\n```\n");
        check(&format!("## Code\n\n{fence}"), expected);
    };
    raising("len(1)", &[]);
    raising(
        "1",
        &[
            "4: this ends well, not with TypeError; mend the program, or what `raises=TypeError` says",
        ],
    );
    raising(
        "x = 1\n[][x]",
        &[
            "5: this raises IndexError: list index out of range, not with TypeError; mend the program, or what `raises=TypeError` says",
        ],
    );
}

#[test]
fn a_program_gives_the_same_at_every_start() {
    let sections =
        |code: &str| format!("## Code\n\n```python run\n{code}\n```\n\n```output\na b c\n```\n");
    check(&sections("print(*sorted({'a', 'b', 'c'}))"), &[]);
    let [problem] = &problems_of("concept", &sections("print(*{'a', 'b', 'c'})"))[..] else {
        panic!("one problem should be told");
    };
    assert!(problem.starts_with("4: this prints `"), "{problem}");
    assert!(
        problem.ends_with(" at another; make it independent of hashes, time and chance"),
        "{problem}"
    );
}

#[test]
fn code_that_is_shown_is_python() {
    check(
        "## Code\n\n```python\nprint(1)\n```\n\n```text\nprint 1\n```\n",
        &[],
    );
    check(
        "## Code\n\n```python\nx = 1\nprint x\n```\n",
        &[
            "5: this is not Python: Missing parentheses in call to 'print'. Did you mean print(...)?; mend it, or show it as a ```text fence",
        ],
    );
}

const SINGLE: &str = "## Check single a\n\nWhich?\n\n- [x] `1`\n  > It is one, as all can see.\n\
    - [ ] `2`\n  > It is two, which is not one.\n- [ ] `3`\n  > It is three, which is not one.\n";

#[test]
fn a_proof_holds() {
    let proof = |code: &str, expected: &[&str]| {
        check(
            &format!("{SINGLE}\n```python proof\n{code}\n```\n"),
            expected,
        );
    };
    proof("assert 1 == 1", &[]);
    proof(
        "one = 1\nassert one == 2, one",
        &["14: this proof raises AssertionError: 1; mend the proof, or the key that it backs"],
    );
}

#[test]
fn accepted_fillings_give_the_output_and_tempting_ones_do_not() {
    let blank = "## Check blank a\n\nFill.\n\n```python run\nfor n in range(__A__):\n    print(n __B__ 1)\n```\n\n\
        ```output\n1\n2\n```\n\n";
    check(
        &format!(
            "{blank}- A: `2`\n- A: `3`\n- A: `1 + 1`\n- A wrong: `len('ab')`\n  > Why.\n\
             - A wrong: `9`\n  > Why.\n- B: `+`\n- B wrong: `-`\n  > Why.\n- B wrong: `!`\n  > Why.\n"
        ),
        &[
            "16: with `3` as A and `+` as B: after the last recorded line `3` is printed; accept only what gives the recorded output",
            "18: the wrong filling `len('ab')` gives the recorded output; accept it, or make the program show why it is wrong",
        ],
    );
}

const ORDER_TEST: &str = "```python test\ndef check(body):\n    space = {}\n    exec(body, space)\n    assert space['b'] == 2\n```\n";

fn order(lines: &str, test: &str, expected: &[&str]) {
    check(
        &format!("## Check order a\n\nSort.\n\n```python order\n{lines}\n```\n\n{test}"),
        expected,
    );
}

#[test]
fn exactly_one_order_passes() {
    order("a = 1\nb = a + 1", ORDER_TEST, &[]);
    order(
        "a = 1\nb = a + 1\na = 7  #- too late to matter",
        ORDER_TEST,
        &[],
    );
    order(
        "a = 1\nc = 1\nb = a + c",
        ORDER_TEST,
        &[
            "6: 1 more arrangements pass the test, such as `c = 1\\na = 1\\nb = a + c`; make the lines depend on each other, or the test stricter",
        ],
    );
    order(
        "a = 1\nb = a",
        ORDER_TEST,
        &["14: the right order fails its test: AssertionError; mend the lines or their test"],
    );
    order(
        "a = 1\nwhile a: b = 2",
        ORDER_TEST,
        &["6: the right order does not end within 5 s; mend the lines or their test"],
    );
    let many: Vec<_> = (0..9).map(|n| format!("a{n} = {n}")).collect();
    order(
        &many.join("\n"),
        ORDER_TEST,
        &[
            "6: 362880 arrangements are too many to try; use fewer lines, so that there are at most 20160",
        ],
    );
}

#[test]
fn an_order_that_never_ends_is_not_another_answer() {
    order(
        "n = 2\nwhile n > 0:\n    n -= 1\nb = n + 2",
        ORDER_TEST,
        &[],
    );
}

#[test]
fn a_bug_is_seen_by_the_test_and_gone_with_the_fix() {
    let bug = |code: &str, fix: &str, expected: &[&str]| {
        check(
            &format!(
                "## Check bug a\n\nWhich line?\n\n```python\n{code}\n```\n\n- line: 1\n  > Why it is.\n\n\
                 ```python fix\n{fix}\n```\n\n```python test\nx = f(1)\nassert x == 2, x\n```\n"
            ),
            expected,
        );
    };
    bug("f = lambda n: n", "f = lambda n: n + 1", &[]);
    bug(
        "f = lambda n: n + 1",
        "f = lambda n: 2 * n",
        &[
            "17: this test passes on the program with the bug; make it fail there, as a learner would see the bug",
        ],
    );
    bug(
        "f = lambda n: n",
        "f = lambda n: -n",
        &["18: with the fix this raises AssertionError: -1; mend the fix or its test"],
    );
    bug(
        "f = lambda n: n",
        "f = lambda n: m",
        &[
            "13: with the fix this raises NameError: name 'm' is not defined; mend the fix or its test",
        ],
    );
}
