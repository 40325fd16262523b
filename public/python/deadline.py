"""Stops Python code that runs too long, by the clock or by the number of steps it takes.

It works from inside, on jumps and on calls of Python functions, so it does not stop one long call
into C: whoever owns the interpreter has to watch for that.

To look at every step makes code several times slower, so where ticks come it is done only once the
time is up. Without them every step is looked at from the beginning, and counted.
"""

import _signal as signal
import os
import sys
from time import monotonic

OWN_FOLDER = os.path.dirname(__file__) + os.sep
"""What lies here is never stopped: it has to put things back."""

BETWEEN_LOOKS = 1024
"""Steps from one look at the clock to the next."""

TOOL = 3
"""Its number as a tool: one of the two that neither a debugger nor a profiler takes."""

TICK = getattr(signal, "SIGXCPU", None)
"""What interrupts the code every few milliseconds, if the owner of the interpreter sends it."""

ticked = False
"""Whether the owner does."""


class Stopped(BaseException):
    """Ends code that ran too long. `except Exception` does not catch it."""


class Deadline:
    """Limits the code in its `with` block, but for files in the folders that are `spared`; `seconds` and
    `passed` tell what came of it, and so does `steps` where no ticks come."""

    def __init__(self, seconds=None, steps=None, spared=OWN_FOLDER):
        self.steps = 0
        self.seconds = 0.0
        self.passed = False
        self._most_seconds = seconds
        self._most_steps = steps
        self._spared = spared
        self._watches = False

    def __enter__(self):
        self._start = monotonic()
        if ticked and self._most_steps is None:
            signal.signal(TICK, self._tick)
        else:
            self._watch()
        return self

    def __exit__(self, kind, error, trace):
        if ticked:
            signal.signal(TICK, signal.SIG_DFL)
        if self._watches:
            sys.monitoring.set_events(TOOL, sys.monitoring.events.NO_EVENTS)
            sys.monitoring.free_tool_id(TOOL)
        self._look()

    def _tick(self, _signal, frame):
        self._look()
        if self.passed:
            # Who catches this one is raised another at the next step.
            self._watch()
            if not frame.f_code.co_filename.startswith(self._spared):
                raise Stopped

    def _watch(self):
        watch = getattr(sys, "monitoring", None)
        if watch and not self._watches:
            self._watches = True
            watch.use_tool_id(TOOL, "deadline")
            for event in (watch.events.JUMP, watch.events.PY_START):
                watch.register_callback(TOOL, event, self._step)
            watch.set_events(TOOL, watch.events.JUMP | watch.events.PY_START)

    def _step(self, code, *_where):
        if code.co_filename.startswith(self._spared):
            return sys.monitoring.DISABLE
        self.steps += 1
        if self._most_steps is not None and self.steps > self._most_steps:
            self.passed = True
        if self.steps % BETWEEN_LOOKS == 0:
            self._look()
        if self.passed:
            raise Stopped

    def _look(self):
        self.seconds = monotonic() - self._start
        if self._most_seconds is not None and self.seconds > self._most_seconds:
            self.passed = True
