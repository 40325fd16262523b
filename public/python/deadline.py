"""Stops Python code that runs too long, by the clock or by the number of steps it takes.

It works from inside, on jumps and on calls of Python functions, so it does not stop one long call
into C: whoever owns the interpreter has to watch for that.
"""

import os
import sys
import time

OWN_FOLDER = os.path.dirname(__file__) + os.sep
"""What lies here is not stopped: it has to put things back."""

BETWEEN_LOOKS = 1024
"""Steps from one look at the clock to the next."""

TOOL = 3
"""Its number as a tool: one of the two that neither a debugger nor a profiler takes."""


class Stopped(BaseException):
    """Ends code that ran too long. `except Exception` does not catch it."""


class Deadline:
    """Limits the code in its `with` block; `steps`, `seconds` and `passed` tell what came of it."""

    def __init__(self, seconds=None, steps=None):
        self.steps = 0
        self.seconds = 0.0
        self.passed = False
        self._most_seconds = seconds
        self._most_steps = steps

    def __enter__(self):
        self._start = time.monotonic()
        if watch := getattr(sys, "monitoring", None):
            watch.use_tool_id(TOOL, "deadline")
            for event in (watch.events.JUMP, watch.events.PY_START):
                watch.register_callback(TOOL, event, self._step)
            watch.set_events(TOOL, watch.events.JUMP | watch.events.PY_START)
        return self

    def __exit__(self, kind, error, trace):
        if watch := getattr(sys, "monitoring", None):
            watch.set_events(TOOL, watch.events.NO_EVENTS)
            watch.free_tool_id(TOOL)
        self._look()

    def _step(self, code, *_where):
        if code.co_filename.startswith(OWN_FOLDER):
            return sys.monitoring.DISABLE
        self.steps += 1
        if self._most_steps is not None and self.steps > self._most_steps:
            self.passed = True
        if self.steps % BETWEEN_LOOKS == 0:
            self._look()
        if self.passed:
            raise Stopped

    def _look(self):
        self.seconds = time.monotonic() - self._start
        if self._most_seconds is not None and self.seconds > self._most_seconds:
            self.passed = True
