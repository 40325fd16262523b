"""What is asked of Python, by the page and by the verifier: a task in, an answer out, both as JSON."""

import json

from judge import judge
from program import put_back, run

TASKS = {"run": run, "judge": judge}
"""By name; a task's other words are the arguments."""


def answer(text):
    """Does one task, and puts back what its program has changed."""
    try:
        return reply(text)
    finally:
        put_back()


def reply(text):
    """Does one task. Much of what its program has changed is left to `put_back`: nobody has to wait for it."""
    task = json.loads(text)
    return json.dumps(TASKS[task.pop("task")](**task))
