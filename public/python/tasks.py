"""What is asked of Python, by the page and by the verifier: a task in, an answer out, both as JSON."""

import json

from judge import judge
from program import run

TASKS = {"run": run, "judge": judge}
"""By name; a task's other words are the arguments."""


def answer(text):
    """Does one task."""
    task = json.loads(text)
    return json.dumps(TASKS[task.pop("task")](**task))
