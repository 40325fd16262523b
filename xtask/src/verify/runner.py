"""Does what the verifier asks besides what the page asks too, in Pyodide or in CPython.

It decides nothing about questions: what an outcome means is the business of the Rust side.
"""

import ast
import itertools
import math
import os
import sys

from judge import same
from mutants import mutants
from program import fresh_main
from tasks import TASKS, answer
from told import shown
from variants import variants


MOST_STEPS = 20_000
"""The work that a call may take when two answers are compared by hundreds of calls."""


def parse(source):
    """Where the source is not Python."""
    try:
        ast.parse(source)
    except SyntaxError as error:
        return {"line": error.lineno, "message": error.msg}
    return None


def arrange(lines, key, test, most):
    """Tries every arrangement of as many lines as the key has."""
    total = math.perm(len(lines), len(key))
    if total > most:
        return {"total": total, "key": None, "stopped": False, "others": []}
    body = lambda order: "\n".join(lines[place] for place in order)
    with fresh_main() as main:
        steps, error, stopped = _checked(main, test, body(key))
        seen, others = {body(key)}, []
        for order in itertools.permutations(range(len(lines)), len(key)):
            arranged = body(order)
            if arranged not in seen and error is None and not stopped:
                seen.add(arranged)
                _, failed, late = _checked(main, test, arranged, 20 * steps + 5_000)
                others += [] if failed or late else [arranged]
    return {"total": total, "key": error, "stopped": stopped, "others": others}


def _checked(main, test, body, steps=None):
    """Defines `check` anew and calls it, so that no arrangement sees what another one left."""
    def act():
        main.execute(test, "test.py")
        main.evaluate("check", "call.py")(body)

    error, deadline = main.attempt(act, 5, steps)
    return deadline.steps, error, deadline.passed


def agreed(solutions, setup, calls):
    """Small variants of the calls that all solutions answer alike, so that the answer is what the
    question means; each with its work."""
    found = []
    for call in variants(calls, solutions):
        # The first one twice: what it does not answer alike itself cannot be compared.
        sources = (solutions[0], *solutions)
        outcomes = [_outcome(source, setup, call, MOST_STEPS) for source in sources]
        first, *others = (value for value, _ in outcomes)
        if first is not None and all(_alike(first, other) for other in others):
            found.append({"call": call, "steps": outcomes[0][1]})
    return found


def distinguish(solution, mutant, setup, calls):
    """The first call that the mutant answers in another way than the solution."""
    for call in calls:
        want, _ = _outcome(solution, setup, call["call"])
        got, _ = _outcome(mutant, setup, call["call"], 20 * call["steps"] + 5_000)
        if want is not None and not _alike(want, got):
            return {"call": call["call"], "want": shown(want[0])}
    return None


def _outcome(source, setup, call, steps=None):
    """The value of a call in a list, or None when it raises or does not end; and its work."""
    values = []

    def act():
        main.execute(source)
        main.execute(setup, "setup.py")
        values.append(main.evaluate(call, "call.py"))

    with fresh_main() as main:
        error, deadline = main.attempt(act, 5, steps)
    return (None if error or deadline.passed else values), deadline.steps


def _alike(want, got):
    try:
        return got is not None and same(want, got)
    except Exception:
        return False


TASKS |= {
    "parse": parse,
    "arrange": arrange,
    "mutants": mutants,
    "agreed": agreed,
    "distinguish": distinguish,
}


def main():
    """For CPython: tasks on standard input, answers on what was standard output."""
    with os.fdopen(os.dup(1), "w", encoding="utf-8") as answers:
        for line in sys.stdin:
            print(answer(line), file=answers, flush=True)


if __name__ == "__main__":
    main()
