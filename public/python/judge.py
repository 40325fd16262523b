"""Judges an answer to a coding question, one case at a time.

A case has a `call` and a `want`, two expressions: both are evaluated after the answer and the
setup, in a namespace of their own, and must give the same value of the same type in time.
"""

from program import fresh_main
from told import shown

SECONDS = 5
"""The time limit of a case that names none."""


def judge(answer, setup, case, steps=None):
    """Runs one case. `steps` limits it by work as well, so that the outcome is repeatable."""
    values, shows, passed = [], [None, None], False

    def act():
        nonlocal passed
        main.execute(answer)
        main.execute(setup, "setup.py")
        for expression in ("call", "want"):
            values.append(main.evaluate(case[expression], f"{expression}.py"))
        passed = same(*values)

    def show():
        for place, value in enumerate(values):
            shows[place] = shown(value)

    with fresh_main(answer) as main:
        error, deadline = main.attempt(act, case.get("seconds") or SECONDS, steps)
        main.attempt(show, SECONDS)
        return {
            "passed": passed and not deadline.passed,
            "got": shows[0],
            "want": shows[1],
            "error": error,
            "stopped": deadline.passed,
            "steps": deadline.steps,
            "seconds": deadline.seconds,
            "printed": main.screen().printed(),
        }


def same(got, want):
    """Whether two values are equal and of the same type, and so are the values in them."""
    if type(got) is not type(want):
        return False
    if isinstance(want, (list, tuple)):
        return len(got) == len(want) and all(map(same, got, want))
    if isinstance(want, (set, frozenset)):
        own = {item: item for item in got}
        return got == want and all(same(own[item], item) for item in want)
    if isinstance(want, dict):
        own = {key: key for key in got}
        return got.keys() == want.keys() and all(
            same(own[key], key) and same(got[key], want[key]) for key in want
        )
    return bool(got == want) or (got != got and want != want)
