//! What Markdown and fences of a question become.

use crate::small_bank::{CONCEPT, compile, file_at, files};
use bank::check::Check;
use bank::compile;
use bank::embedded::Bank;
use bank::name::QuestionId;
use bank::question::{Body, FollowUp};

/// The concept of the small bank after an edit, as the app opens it.
fn body(find: &str, replace: &str) -> Body {
    let mut files = files();
    let concept = file_at(&mut files, CONCEPT);
    assert_eq!(concept.text.matches(find).count(), 1, "{find}");
    concept.text = concept.text.replace(find, replace);
    let bytes = compile::embed(&compile(&files));
    let bank = Bank::open(&bytes.index, bytes.bodies.leak()).unwrap();
    let body = bank.body(&QuestionId::parse("concept").unwrap());
    body.unwrap().clone()
}

#[track_caller]
fn check(markdown: &str, expected: &str) {
    let paragraph = "**Why it is cheap.** The block grows by a share of its size, so a move is paid for by many appends.";
    let body = body(paragraph, markdown);
    assert_eq!(body.answer.as_str(), expected);
}

#[test]
fn prose_becomes_few_elements() {
    check(
        "a *b*\n**c** `d`",
        "<p>a <em>b</em> <strong>c</strong> <code>d</code></p>",
    );
    check(
        "`a < b & \"c\"`",
        "<p><code>a &lt; b &amp; \"c\"</code></p>",
    );
    check("- a\n- b", "<ul><li>a</li><li>b</li></ul>");
    check("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>");
    check("a\n\nb", "<p>a</p><p>b</p>");
    check("[a](javascript:b)", "<p><a>a</a></p>");
    check(
        "[a](https://docs.python.org/3/#b)",
        "<p><a href=\"https://docs.python.org/3/#b\" rel=\"noopener\">a</a></p>",
    );
}

#[test]
fn a_program_stands_beside_what_it_prints() {
    check(
        "```python run\nprint(1 < 2)\n```\n\n```output\nTrue\n```",
        "<pre class=\"code\" tabindex=\"0\" data-run><code><span class=\"d\">print</span>(<span class=\"n\">1</span> &lt; <span class=\"n\">2</span>)</code></pre>\n\
         <figure class=\"output\"><figcaption>Output</figcaption><pre tabindex=\"0\"><samp>True</samp></pre></figure>\n",
    );
    check(
        "```python run raises=TypeError\nlen(1)\n```",
        "<pre class=\"code\" tabindex=\"0\" data-run><code><span class=\"d\">len</span>(<span class=\"n\">1</span>)</code></pre>\n\
         <figure class=\"output\"><figcaption>Raises</figcaption><pre tabindex=\"0\"><samp>TypeError</samp></pre></figure>\n",
    );
    check(
        "```sql\nSELECT 1 < 2\n```",
        "<pre class=\"code\" tabindex=\"0\"><code>SELECT 1 &lt; 2</code></pre>\n",
    );
}

#[test]
fn a_program_that_cannot_run_in_a_page_says_why() {
    check(
        "```python run needs=threads,numpy\nprint(1)\n```\n\n```output\n1\n```",
        "<pre class=\"code\" tabindex=\"0\"><code><span class=\"d\">print</span>(<span class=\"n\">1</span>)</code></pre>\n\
         <figure class=\"output\"><figcaption>Output</figcaption><pre tabindex=\"0\"><samp>1</samp></pre></figure>\n\
         <p class=\"fine\">This cannot run here: Python in a browser has no threads and no NumPy. \
         What it prints was recorded with CPython on Linux.</p>",
    );
    let outputs = |replace: &str| {
        let body = body("```python run\nitems = [1]\nprint(items.a", replace);
        body.checks
            .into_iter()
            .find_map(|check| match check {
                Check::Output(output) => Some(output.elsewhere),
                Check::Single(_)
                | Check::Multi(_)
                | Check::Blank(_)
                | Check::Order(_)
                | Check::Bug(_) => None,
            })
            .unwrap()
    };
    assert_eq!(outputs("```python run\nitems = [1]\nprint(items.a"), None);
    let why = outputs("```python run needs=subprocess\nitems = [1]\nprint(items.a").unwrap();
    assert_eq!(
        why.as_str(),
        "This cannot run here: Python in a browser has no child processes. \
         What it prints was recorded with CPython on Linux."
    );
}

#[test]
fn a_planned_follow_up_is_a_sentence_and_a_written_one_a_link() {
    let written = body("- coding\n", "- coding\n");
    let id = QuestionId::parse("coding").unwrap();
    assert_eq!(written.follow_ups[0], FollowUp::Question(id));
    let planned = body("- coding\n", "- planned\n");
    match &planned.follow_ups[0] {
        FollowUp::Sentence(title) => assert_eq!(title.as_str(), "Not written yet"),
        FollowUp::Question(id) => panic!("{id} is not written"),
    }
}

#[test]
fn lines_keep_their_indentation_where_it_shows() {
    let body = body("- coding\n", "- coding\n");
    let [_, _, _, _, Check::Order(order), Check::Bug(bug)] = &body.checks[..] else {
        panic!("the sample has other checks");
    };
    let spare: Vec<bool> = order
        .lines
        .iter()
        .map(|line| line.spare.is_some())
        .collect();
    assert_eq!(spare, [false, false, false, true]);
    let second = bug.lines[1].as_str();
    assert!(
        second.starts_with("    <span class=\"k\">if</span>"),
        "{second}"
    );
}
