//! Rules of options, explanations and stems.

use crate::small_bank::{CONCEPT, check, file_at, files, shown};

#[test]
fn a_single_has_three_to_five_options_and_one_key() {
    check(
        CONCEPT,
        "- [ ] Constant time, because the list has spare room\n  > The spare room is at the end. A new first item still pushes all others.\n- [ ] Logarithmic time, because the list is a balanced tree\n  > A list is one block of references. No tree shortens the way.\n",
        "- [ ] Constant time, because the list has spare room\n  > The spare room is at the end. A new first item still pushes all others.\n",
        &["43: this check has 2 options; write 3 to 5"],
    );
    check(
        CONCEPT,
        "- [x] Time that grows with n, for every reference moves up\n  > The references lie side by side, so each of them has to make room.\n- [ ] Constant time, because the list has spare room\n  > The spare room is at the end. A new first item still pushes all others.\n- [ ] Logarithmic time, because the list is a balanced tree\n  > A list is one block of references. No tree shortens the way.\n",
        "- [x] alpha one\n  > This is why it is so, in some words.\n- [ ] beta two\n  > This is why it is so, in some words.\n- [ ] gamma three\n  > This is why it is so, in some words.\n- [ ] delta four\n  > This is why it is so, in some words.\n- [ ] epsilon five\n  > This is why it is so, in some words.\n- [ ] zeta six\n  > This is why it is so, in some words.\n",
        &["43: this check has 6 options; write 3 to 5"],
    );
    check(
        CONCEPT,
        "- [x] Time that grows with n, for every reference moves up\n  > The references lie side by side, so each of them has to make room.\n",
        "- [ ] Time that grows with n, for every reference moves up\n  > The references lie side by side, so each of them has to make room.\n",
        &["43: this check ticks 0 of 3 options; tick exactly one, or make it a multi"],
    );
    check(
        CONCEPT,
        "- [ ] Constant time, because the list has spare room\n  > The spare room is at the end. A new first item still pushes all others.\n",
        "- [x] Constant time, because the list has spare room\n  > The spare room is at the end. A new first item still pushes all others.\n",
        &["43: this check ticks 2 of 3 options; tick exactly one, or make it a multi"],
    );
}

#[test]
fn a_multi_has_four_to_six_options_two_right_and_one_wrong() {
    check(
        CONCEPT,
        "- [x] `items[:]`\n  > A full slice is a shallow copy, another list with the same items.\n- [x] `list(items)`\n  > The constructor walks through its argument and fills a fresh list.\n- [ ] `items`\n  > A name refers to an object. Assignment adds a reference and copies nothing.\n- [ ] `items.sort()`\n  > Sorting works in place and returns `None`, so there is no second list.\n",
        "- [x] alpha one\n  > This is why it is so, in some words.\n- [x] beta two\n  > This is why it is so, in some words.\n- [ ] gamma three\n  > This is why it is so, in some words.\n",
        &["60: this check has 3 options; write 4 to 6"],
    );
    check(
        CONCEPT,
        "- [x] `items[:]`\n  > A full slice is a shallow copy, another list with the same items.\n- [x] `list(items)`\n  > The constructor walks through its argument and fills a fresh list.\n- [ ] `items`\n  > A name refers to an object. Assignment adds a reference and copies nothing.\n- [ ] `items.sort()`\n  > Sorting works in place and returns `None`, so there is no second list.\n",
        "- [x] alpha one\n  > This is why it is so, in some words.\n- [x] beta two\n  > This is why it is so, in some words.\n- [ ] gamma three\n  > This is why it is so, in some words.\n- [ ] delta four\n  > This is why it is so, in some words.\n- [ ] epsilon five\n  > This is why it is so, in some words.\n- [ ] zeta six\n  > This is why it is so, in some words.\n- [ ] eta seven\n  > This is why it is so, in some words.\n",
        &["60: this check has 7 options; write 4 to 6"],
    );
    check(
        CONCEPT,
        "- [x] `list(items)`",
        "- [ ] `list(items)`",
        &["60: this check ticks 1 of 4 options; tick at least two and leave at least one wrong"],
    );
    check(
        CONCEPT,
        "- [x] `items[:]`\n  > A full slice is a shallow copy, another list with the same items.\n- [x] `list(items)`\n  > The constructor walks through its argument and fills a fresh list.\n- [ ] `items`\n  > A name refers to an object. Assignment adds a reference and copies nothing.\n- [ ] `items.sort()`\n  > Sorting works in place and returns `None`, so there is no second list.\n",
        "- [x] alpha one\n  > This is why it is so, in some words.\n- [x] beta two\n  > This is why it is so, in some words.\n- [x] gamma three\n  > This is why it is so, in some words.\n- [x] delta four\n  > This is why it is so, in some words.\n",
        &["60: this check ticks 4 of 4 options; tick at least two and leave at least one wrong"],
    );
}

#[test]
fn an_option_is_short() {
    check(
        CONCEPT,
        "Constant time, because the list has spare room",
        "a b c d e f g h i j k l m n o p q r s t u",
        &["49: this option has 21 words and 41 characters; cut it to 20 words and 90 characters"],
    );
    check(
        CONCEPT,
        "Constant time, because the list has spare room",
        "Constant time, because the interpreter reserves comfortable quantities of additional memory",
        &["49: this option has 11 words and 91 characters; cut it to 20 words and 90 characters"],
    );
    check(
        CONCEPT,
        "Constant time, because the list has spare room",
        "**Constant** time, because [the list](https://docs.python.org/3/library/stdtypes.html) has spare room in its own block",
        &[],
    );
}

#[test]
fn an_option_does_not_speak_of_others() {
    check(
        CONCEPT,
        "Constant time, because the list has spare room",
        "None of the above.",
        &[
            "47: the right option has 10 words, the others 6 on average; keep it between half and one and a half times as long",
            "49: this option speaks of other options; options are shuffled; name what is meant",
        ],
    );
    check(
        CONCEPT,
        "Constant time, because the list has spare room",
        "All of these hold at once",
        &["49: this option speaks of other options; options are shuffled; name what is meant"],
    );
    check(
        CONCEPT,
        "Constant time, because the list has spare room",
        "A and B hold at once",
        &["49: this option speaks of other options; options are shuffled; name what is meant"],
    );
}

#[test]
fn no_two_options_are_equal() {
    check(
        CONCEPT,
        "Constant time, because the list has spare room",
        "logarithmic time,  because the list is a balanced tree.",
        &["51: this option equals another one; make them differ in what they say or remove one"],
    );
    check(
        CONCEPT,
        "- [x] `items[:]`\n  > A full slice is a shallow copy, another list with the same items.\n- [x] `list(items)`\n  > The constructor walks through its argument and fills a fresh list.\n- [ ] `items`\n  > A name refers to an object. Assignment adds a reference and copies nothing.\n- [ ] `items.sort()`\n  > Sorting works in place and returns `None`, so there is no second list.\n",
        "- [x] `{1: 'a', 2: 'b'}`\n  > This is why it is so, in some words.\n- [x] `[0]`\n  > This is why it is so, in some words.\n- [ ] `{2:'b', 1:\"a\"}`\n  > This is why it is so, in some words.\n- [ ] `(0,)`\n  > This is why it is so, in some words.\n",
        &["68: this option equals another one; make them differ in what they say or remove one"],
    );
    check(
        CONCEPT,
        "- [x] `items[:]`\n  > A full slice is a shallow copy, another list with the same items.\n- [x] `list(items)`\n  > The constructor walks through its argument and fills a fresh list.\n- [ ] `items`\n  > A name refers to an object. Assignment adds a reference and copies nothing.\n- [ ] `items.sort()`\n  > Sorting works in place and returns `None`, so there is no second list.\n",
        "- [x] `True`\n  > This is why it is so, in some words.\n- [x] `1`\n  > This is why it is so, in some words.\n- [ ] `1.0`\n  > This is why it is so, in some words.\n- [ ] `true`\n  > This is why it is so, in some words.\n",
        &[],
    );
}

#[test]
fn numbers_are_sorted_and_stay_so() {
    check(
        CONCEPT,
        "- [x] Time that grows with n, for every reference moves up\n  > The references lie side by side, so each of them has to make room.\n- [ ] Constant time, because the list has spare room\n  > The spare room is at the end. A new first item still pushes all others.\n- [ ] Logarithmic time, because the list is a balanced tree\n  > A list is one block of references. No tree shortens the way.\n",
        "- [x] 2 moves\n  > This is why it is so, in some words.\n- [ ] 1 move\n  > This is why it is so, in some words.\n- [ ] 3 moves\n  > This is why it is so, in some words.\n\norder: fixed\n",
        &[
            "43: options that are numbers stand in no fixed order; sort them, smallest first, and write `order: fixed` after them",
        ],
    );
    check(
        CONCEPT,
        "- [x] Time that grows with n, for every reference moves up\n  > The references lie side by side, so each of them has to make room.\n- [ ] Constant time, because the list has spare room\n  > The spare room is at the end. A new first item still pushes all others.\n- [ ] Logarithmic time, because the list is a balanced tree\n  > A list is one block of references. No tree shortens the way.\n",
        "- [x] 1\n  > This is why it is so, in some words.\n- [ ] 2\n  > This is why it is so, in some words.\n- [ ] 3\n  > This is why it is so, in some words.\n",
        &[
            "43: options that are numbers stand in no fixed order; sort them, smallest first, and write `order: fixed` after them",
        ],
    );
    check(
        CONCEPT,
        "- [x] Time that grows with n, for every reference moves up\n  > The references lie side by side, so each of them has to make room.\n- [ ] Constant time, because the list has spare room\n  > The spare room is at the end. A new first item still pushes all others.\n- [ ] Logarithmic time, because the list is a balanced tree\n  > A list is one block of references. No tree shortens the way.\n",
        "- [ ] 1\n  > This is why it is so, in some words.\n- [x] 2\n  > This is why it is so, in some words.\n- [ ] 10\n  > This is why it is so, in some words.\n\norder: fixed\n",
        &[],
    );
    check(
        CONCEPT,
        "- [x] Time that grows with n, for every reference moves up\n  > The references lie side by side, so each of them has to make room.\n- [ ] Constant time, because the list has spare room\n  > The spare room is at the end. A new first item still pushes all others.\n- [ ] Logarithmic time, because the list is a balanced tree\n  > A list is one block of references. No tree shortens the way.\n",
        "- [ ] `1 2`\n  > This is why it is so, in some words.\n- [x] `1 1`\n  > This is why it is so, in some words.\n- [ ] `2 1`\n  > This is why it is so, in some words.\n",
        &[],
    );
}

#[test]
fn the_right_option_is_as_long_as_the_others() {
    check(
        CONCEPT,
        "Time that grows with n, for every reference moves up",
        "Linear time",
        &[
            "47: the right option has 2 words, the others 8 on average; keep it between half and one and a half times as long",
        ],
    );
    check(
        CONCEPT,
        "Time that grows with n, for every reference moves up",
        "Time that grows in step with n, for every one of the references in the list moves up",
        &[
            "47: the right option has 18 words, the others 8 on average; keep it between half and one and a half times as long",
        ],
    );
    check(
        CONCEPT,
        "- [x] Time that grows with n, for every reference moves up\n  > The references lie side by side, so each of them has to make room.\n- [ ] Constant time, because the list has spare room\n  > The spare room is at the end. A new first item still pushes all others.\n- [ ] Logarithmic time, because the list is a balanced tree\n  > A list is one block of references. No tree shortens the way.\n",
        "- [x] `a`\n  > This is why it is so, in some words.\n- [ ] `list.append`\n  > This is why it is so, in some words.\n- [ ] `list.extend`\n  > This is why it is so, in some words.\n",
        &[
            "47: the right option has 1 character, the others 11 on average; keep it between half and one and a half times as long",
        ],
    );
}

#[test]
fn an_option_is_no_absolute() {
    check(
        CONCEPT,
        "Constant time, because the list has spare room",
        "Constant time, because a list never runs out of room",
        &[
            "49: warning: this option is an absolute; candidates strike these out; say what happens instead",
        ],
    );
}

#[test]
fn nothing_beside_the_right_option_gives_it_away() {
    check(
        CONCEPT,
        "Time that grows with n, for every reference moves up",
        "Time that grows with the items, as references move up",
        &[
            "47: warning: of all options only the right one has the stem's word `items`; use it in another option too or nowhere",
        ],
    );
    check(
        CONCEPT,
        "Time that grows with n, for every reference moves up",
        "Time that grows with `n`, for every reference moves up",
        &[
            "47: warning: of all options only the right one has code; give it to another option too or to none",
        ],
    );
    check(
        CONCEPT,
        "Time that grows with n, for every reference moves up",
        "Time that grows with n, for all 8 bytes move up",
        &[
            "47: warning: of all options only the right one has a digit; give it to another option too or to none",
        ],
    );
    check(
        CONCEPT,
        "Time that grows with n, for every reference moves up",
        "Time that usually grows with n, for references move",
        &[
            "47: warning: of all options only the right one has a hedge; give it to another option too or to none",
        ],
    );
}

#[test]
fn a_stem_asks_for_what_holds() {
    check(
        CONCEPT,
        "Which of these make a new list? Choose",
        "Which of these do not make a new list? Choose",
        &["60: warning: this stem is negative; ask for what holds, or write **not** in bold"],
    );
    check(
        CONCEPT,
        "Which of these make a new list? Choose",
        "Which of these do **not** make a new list? Choose",
        &["60: warning: this stem is negative; ask for what holds, if you can"],
    );
}

#[test]
fn an_explanation_is_a_sentence_or_two() {
    check(
        CONCEPT,
        "A list is one block of references. No tree shortens the way.",
        "It is not.",
        &["52: this explanation has 3 words; explain in 4 to 45"],
    );
    check(
        CONCEPT,
        "A list is one block of references. No tree shortens the way.",
        "word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word",
        &["52: this explanation has 46 words; explain in 4 to 45"],
    );
    check(
        CONCEPT,
        "  > The appended item is not returned either.",
        "  > Not returned either.",
        &["91: this explanation has 3 words; explain in 4 to 45"],
    );
    check(
        CONCEPT,
        "  > Indexes begin at 0, so the last one is 2 and this raises `IndexError`.",
        "  > Raises `IndexError` here.",
        &["109: this explanation has 3 words; explain in 4 to 45"],
    );
    check(
        CONCEPT,
        "  > An empty list is not `None`, so the test lets it through.",
        "  > Not `None`.",
        &["143: this explanation has 2 words; explain in 4 to 45"],
    );
}

#[test]
fn an_explanation_does_not_speak_of_places() {
    check(
        CONCEPT,
        "A list is one block of references.",
        "The first option is right, for a list is one block.",
        &[
            "52: this explanation speaks of the place of an option; options are shuffled; name what it says",
        ],
    );
    check(
        CONCEPT,
        "A list is one block of references.",
        "Unlike option A, a list is one block.",
        &[
            "52: this explanation speaks of the place of an option; options are shuffled; name what it says",
        ],
    );
    check(
        CONCEPT,
        "A list is one block of references.",
        "As answer 2 says, a list is one block.",
        &[
            "52: this explanation speaks of the place of an option; options are shuffled; name what it says",
        ],
    );
    check(
        CONCEPT,
        "A list is one block of references.",
        "See the option above, a list is one block.",
        &[
            "52: this explanation speaks of the place of an option; options are shuffled; name what it says",
        ],
    );
}

#[test]
fn a_word_of_the_subject_gives_nothing_away() {
    let mut files = files();
    let concept = file_at(&mut files, CONCEPT);
    concept.text = concept
        .text
        .replace("for every reference moves up", "as its items move up")
        .replace("tags: list, memory", "tags: items, memory");
    assert_eq!(shown(&files), Vec::<String>::new());
}
