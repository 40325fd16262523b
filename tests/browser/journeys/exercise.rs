//! The exercise of a coding question: written, run, tested, stopped, solved and given up.

mod hands;

use super::editor::{EDITOR, RICH};
use super::keeping::DENIED;
use super::listing::WORKSHOP_BREAKS_OFF;
use super::{Journey, on_a_desktop, on_a_phone};
use crate::answer::bank;
use crate::site::Terms;
use bank::name::QuestionId;
use thirtyfour::Key;

const TEST: &str = "[data-testid=test]";
const RUN: &str = "[data-testid=run]";
const STOP: &str = "[data-testid=stop]";
const REVEAL: &str = "[data-testid=reveal]";
const CALLS: &str = "[data-testid=calls]";
const CASES: &str = "[data-testid=tested] [data-testid=marked]";
const SUSPECTS: &str = "[data-testid=suspects]";
const SCREEN: &str = "[data-testid=screen]";

pub(crate) fn a_solution_passes_and_counts_as_an_answer() -> Journey {
    on_a_phone(|person| {
        person.comes_to_the_palindrome();
        person.hears("Python is 4.5 MB, once");
        assert_eq!(person.asks_for_python(), 0);
        person.writes(&solution());
        person.tests_and_hears("All 10 cases pass, 6 of them hidden.");
        person.sees("[data-testid=tested] [data-testid=verdict][data-verdict=correct]");
        // Hidden cases that pass stay hidden.
        assert_eq!(person.count(CASES), 4);
        person.reads("[data-testid=solved]", "time O(n), memory O(1)");
        // Neither another test nor a look at the answer is another attempt.
        person.writes("def is_palindrome(text):\n    return 0");
        person.tests_and_hears("0 of 4 cases pass.");
        person.taps(REVEAL);
        person.sees("[data-testid=short-answer]");
        person.has_answered_once("right");
    })
}

pub(crate) fn a_failure_names_the_mistake_and_giving_up_counts_once() -> Journey {
    on_a_desktop(|person| {
        person.comes_to_the_palindrome();
        person.taps("[data-testid=hint]");
        person.reads("[data-testid=idea]", "Filtering and comparing");
        person.writes("def is_palindrome(text):\n    return text == text[::-1]");
        person.tests_and_hears("3 of 4 cases pass. The hidden ones come after these.");
        person.reads(SUSPECTS, "You may have made a mistake");
        person.reads(SUSPECTS, "Compares the raw text");
        assert_eq!(person.count(CASES), 4);
        let failing = "[data-testid=marked][data-mark=wrong]";
        person.reads(failing, "Fails: spaces and case are ignored");
        person.reads(failing, "is_palindrome(\"Never odd or even\")");
        assert_eq!(person.texts(&format!("{failing} mark")), ["True", "False"]);

        person.writes(
            "def is_palindrome(text):\n    text = text.replace(' ', '').lower()\n    \
             print(text)\n    return text == text[::-1]",
        );
        person.tests_and_hears("All 4 visible cases pass, and 3 of 6 hidden ones.");
        person.reads(SUSPECTS, "Removes spaces but keeps every other mark.");
        assert_eq!(person.count(CASES), 7);
        person.reads(failing, "Fails: punctuation is ignored");
        person.reads(failing, "madam,i'madam!");

        person.writes("def is_palindrome(text):\n    return text.nope");
        person.taps(TEST);
        person.hears("0 of 4 cases pass.");
        person.reads("[data-testid=trace]", "line 2, in is_palindrome");

        person.reads(REVEAL, "Give up and show the answer");
        person.taps(REVEAL);
        person.sees("[data-testid=solutions]");
        person.writes(&solution());
        person.tests_and_hears("All 10 cases pass");
        person.has_answered_once("missed");
    })
}

pub(crate) fn a_program_is_run_stopped_and_run_again() -> Journey {
    on_a_phone(|person| {
        person.comes_to_the_palindrome();
        person.writes(
            "import sys\nprint(input('? '))\nprint('oops', file=sys.stderr)\n\
             def is_palindrome(text): return text * 2",
        );
        person.types("[data-testid=input]", 0, "typed");
        person.taps(RUN);
        person.hears("Done in");
        person.reads(SCREEN, "? typed");
        person.reads("[data-testid=screen] [data-stream=err]", "stderr oops");
        person.reads("[data-testid=value]", "'racecarracecar'");

        person.empties(CALLS);
        person.types(CALLS, 0, "nobody");
        person.taps(RUN);
        person.hears("NameError on line 1 of your calls.");

        person.writes("for n in range(3_000): print(n)");
        person.empties(CALLS);
        person.taps(RUN);
        person.reads("[data-testid=console]", "There was more.");

        person.writes("total = 1\nfor n in range(3):\n    total /= n");
        person.taps(RUN);
        person.hears("ZeroDivisionError on line 3.");
        person.reads("[data-testid=trace]", "File \"main.py\", line 3");

        person.writes("while True: pass");
        person.taps(RUN);
        person.sees("[data-testid=python][data-python=running]");
        person.taps(STOP);
        person.hears("Stopped. Your code is as it was.");
        person.runs_as_ever();

        // Nobody stops it, so Python does.
        person.writes("while True: print(1)");
        person.taps(RUN);
        person.hears("Stopped: its time was up.");
        person.reads(SCREEN, "1\n1\n1");
        person.runs_as_ever();

        // Who leaves while it runs comes to the top of another page, and not to what came of it.
        person.writes("while True: pass");
        person.taps(RUN);
        person.sees("[data-testid=python][data-python=running]");
        person.runs("location.hash = '#/question/anagram-check'", vec![]);
        person.reads("h1", "anagram");
        person.has_the_focus_on("h1");
        person.sees(RICH);
        let top = "const frame = () => new Promise(done => requestAnimationFrame(done)); \
            return (async () => { for (let n = 0; n < 5; n += 1) await frame(); return scrollY; })()";
        assert_eq!(person.runs(top, vec![]), 0);
        person.runs_as_ever();
    })
}

pub(crate) fn what_cannot_be_stopped_is_ended_and_the_next_run_works() -> Journey {
    on_a_desktop(|person| {
        person.comes_to_the_palindrome();
        person.runs_as_ever();
        person.writes("sum(range(10**10))");
        person.taps(RUN);
        // The page answers in the meantime.
        person.sees("[data-testid=python][data-python=running]");
        person.taps("[data-testid=hint]");
        person.reads("[data-testid=idea]", "Filtering and comparing");
        person.hears("could not be interrupted, so Python was started anew.");
        person.runs_as_ever();
        // As part of a test it fails its case, and no further one is judged.
        person.writes("def is_palindrome(text): return sum(range(10**10))");
        person.taps(TEST);
        person.hears("could not be interrupted");
        assert_eq!(person.count(CASES), 1);
        person.runs_as_ever();
    })
}

pub(crate) fn a_draft_is_kept_and_begun_again_and_never_runs_by_itself() -> Journey {
    on_a_desktop(|person| {
        const DRAFT: &str = "pydrill.draft.palindrome";
        person.comes_to_the_palindrome();
        let starter = person.writing();
        assert_eq!(person.kept(DRAFT), None);
        person.writes("print('mine')");
        assert_eq!(person.kept(DRAFT).as_deref(), Some("print('mine')"));
        person.reloads();
        person.sees(RICH);
        person.has_written("print('mine')");
        person.hears("Python is 4.5 MB, once");
        assert_eq!(person.asks_for_python(), 0);
        let again = "[data-testid=begin-again]";
        person.taps(again);
        person.has_written(&starter);
        assert_eq!(person.kept(DRAFT), None);
        person.reads(again, "Take my code back");
        person.taps(again);
        person.has_written("print('mine')");
        assert_eq!(person.kept(DRAFT).as_deref(), Some("print('mine')"));
        person.taps(again);
        person.has_written(&starter);
        person.taps(RICH);
        person.presses_with(Key::Control, "z");
        person.has_written("print('mine')");
        // Another question has a draft of its own.
        person.opens("#/question/anagram-check");
        person.sees(RICH);
        assert!(person.writing().contains("def "), "{}", person.writing());
    })
}

pub(crate) fn an_exercise_is_solved_by_keyboard_alone() -> Journey {
    on_a_desktop(|person| {
        person.comes_to_the_palindrome();
        person.tabs_to(EDITOR, 0);
        person.presses_with(Key::Control, "a");
        person.presses("def is_palindrome(text):");
        person.presses(Key::Enter.value());
        person.presses("k = [c.lower() for c in text if c.isalnum()]");
        person.presses(Key::Enter.value());
        person.presses("return k == k[::-1]");
        person.presses_with(Key::Control, Key::Enter.value());
        person.hears("Done in");
        person.reads("[data-testid=value]", "True");
        person.has_the_focus("editor");
        person.presses(Key::Escape.value());
        person.presses(Key::Tab.value());
        person.has_the_focus("begin-again");
        person.tabs_to(CALLS, 0);
        person.presses_with(Key::Control, "a");
        person.presses("is_palindrome('ab')");
        person.presses(Key::Enter.value());
        person.reads("[data-testid=value]", "False");
        person.has_the_focus("calls");
        person.tabs_to(TEST, 0);
        person.presses(" ");
        person.hears("All 10 cases pass");
        person.has_the_focus("test");
        // Stop can be reached while there is something to stop, and keeps the focus afterwards.
        person.tabs_to(EDITOR, 0);
        person.presses_with(Key::Control, "a");
        person.presses("while True: pass");
        person.presses_with(Key::Control, Key::Enter.value());
        person.sees("[data-testid=python][data-python=running]");
        person.presses(Key::Escape.value());
        person.tabs_to(STOP, 0);
        person.presses(Key::Enter.value());
        person.hears("Stopped. Your code is as it was.");
        person.has_the_focus("stop");
        person.presses(Key::Tab.value());
        assert_eq!(person.count(STOP), 0);
    })
}

pub(crate) fn once_loaded_python_needs_no_network() -> Journey {
    on_a_phone(|person| {
        person.comes_to_the_palindrome();
        // WebKit asks once more for the script of a worker, whatever it has in its own cache: from then
        // on it is the service worker that answers.
        person.is_kept();
        person.runs_as_ever();
        person.site.disappears();
        person.runs_as_ever();
        // The next Python is another one.
        person.writes("while True: pass");
        person.taps(RUN);
        person.sees("[data-testid=python][data-python=running]");
        person.taps(STOP);
        person.runs_as_ever();
    })
}

/// What is said of Python stands there from the time before.
const COUNTS_WORKERS: &str = "{
    const { Worker } = window;
    window.begun = 0;
    window.Worker = class extends Worker {
        constructor(...all) { super(...all); window.begun += 1; }
    };
}";

pub(crate) fn without_its_pack_python_says_so_and_is_tried_again() -> Journey {
    Journey {
        terms: Terms {
            lost: &["pyodide.asm.wasm"],
            before: COUNTS_WORKERS,
            ..Terms::default()
        },
        forgives: &["pyodide.asm.wasm", "404"],
        ..on_a_phone(|person| {
            person.comes_to_the_palindrome();
            for turn in 1..=2 {
                person.taps(RUN);
                person.has_begun_workers(turn);
                person.hears("Python could not be loaded. Your code is safe");
                person.sees("[data-testid=python][data-python=broken]");
            }
            person.taps(TEST);
            person.has_begun_workers(3);
            person.hears("Python could not be loaded.");
            // It is nobody's mistake, and nothing was tried that could be given up.
            assert_eq!(person.count(SUSPECTS), 0);
            assert_eq!(person.texts(REVEAL), ["Show the answer"]);
            person.opens("#/question/gil");
            person.taps(REVEAL);
            person.sees("[data-testid=short-answer]");
        })
    }
}

pub(crate) fn without_its_part_an_exercise_says_so_and_is_tried_again() -> Journey {
    Journey {
        terms: Terms {
            before: WORKSHOP_BREAKS_OFF,
            ..Terms::default()
        },
        forgives: &["broken off by a test"],
        ..on_a_phone(|person| {
            person.opens("#/question/palindrome");
            let not_loaded = "[data-testid=not-loaded]";
            person.reads(not_loaded, "This part could not be loaded.");
            // What came with the first visit can be read.
            person.sees(REVEAL);
            person.runs("mend()", vec![]);
            person.taps("[data-testid=load-again]");
            person.sees("[data-testid=editor]");
            assert_eq!(person.count(not_loaded), 0);
        })
    }
}

pub(crate) fn without_the_editor_one_writes_in_a_plain_field() -> Journey {
    Journey {
        terms: Terms {
            lost: &["editor/"],
            ..Terms::default()
        },
        forgives: &["editor/", "404"],
        ..on_a_desktop(|person| {
            person.opens("#/question/palindrome");
            person.tabs_to("textarea[data-testid=editor]", 0);
            let starter = person.writing();
            person.presses_with(Key::Control, "a");
            person.presses("def is_palindrome(text):");
            person.presses(Key::Enter.value());
            person.presses("return 6 * 7");
            person.presses_with(Key::Control, Key::Enter.value());
            person.hears("Done in");
            person.reads("[data-testid=value]", "42");
            person.taps("[data-testid=begin-again]");
            person.has_written(&starter);
        })
    }
}

pub(crate) fn without_storage_an_exercise_can_be_done() -> Journey {
    Journey {
        terms: Terms {
            before: DENIED,
            ..Terms::default()
        },
        ..on_a_phone(|person| {
            person.comes_to_the_palindrome();
            person.reads(
                "[data-trouble=blocked]",
                "does not let this page keep anything",
            );
            person.writes(&solution());
            person.tests_and_hears("All 10 cases pass");
            person.opens("#/topic/coding");
            person.sees("[data-testid=question-row][data-standing=right]");
        })
    }
}

/// The first solution in the bank.
fn solution() -> String {
    let id = QuestionId::parse("palindrome").unwrap();
    let bank = bank();
    let exercise = bank.body(&id).unwrap().exercise.as_ref().unwrap();
    text(exercise.solutions[0].code.as_str())
}

/// Highlighted code as plain text.
fn text(html: &str) -> String {
    let pieces = html
        .split('<')
        .enumerate()
        .map(|(place, piece)| match place {
            0 => piece,
            _ => piece.split_once('>').unwrap().1,
        });
    let text: String = pieces.collect();
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}
