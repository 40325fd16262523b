"""How values and errors are told: short, whole sentences of Python's own, and never another error."""

import os
import traceback
from itertools import filterfalse, groupby, islice

OWN_FOLDER = os.path.dirname(__file__) + os.sep
"""Frames of files in here are not the person's, so no traceback shows them."""

FILES = ("main.py", "test.py")
"""What the parts of a program are called in its errors."""

MOST_SHOWN = 200
"""Characters of a value that are shown."""

MOST_FRAMES = 30
"""Calls of a traceback that are shown, half of them from its beginning."""

MOST_MESSAGE = 2_000
"""Characters of a message, and of a line of a traceback, that are shown."""

MOST_TRACE = 20_000
"""Characters of a traceback that are shown."""

MOST_REPEATED = 3
"""Calls of the same line that are shown."""


def shown(value, most=MOST_SHOWN):
    """How a value is shown, whatever its `__repr__` does."""
    try:
        text = repr(value)
    except Exception as error:
        return f"<{type(value).__name__} whose repr raises {type(error).__name__}>"
    return _cut(text, most)


def _cut(text, most):
    return text if len(text) <= most else text[: most - 3] + "..."


def told(error):
    """An error with its place, the part of the program and the line, and with its traceback."""
    kind = type(error)
    part, line = _place(error)
    return {
        "name": kind.__qualname__,
        "module": kind.__module__,
        "message": _message(error),
        "part": part,
        "line": line,
        "trace": _trace(error),
    }


def _place(error):
    part, line = None, None
    if isinstance(error, SyntaxError) and error.filename in FILES:
        part, line = FILES.index(error.filename), error.lineno
    trace = error.__traceback__
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if name in FILES:
            part, line = FILES.index(name), trace.tb_lineno
        trace = trace.tb_next
    return part, line


def _message(error):
    try:
        text = error.msg if isinstance(error, SyntaxError) else str(error)
        return _cut(text or "", MOST_MESSAGE)
    except Exception:
        return ""


def _trace(error):
    """What the interpreter would print, without the frames of this folder."""
    if isinstance(error, SystemExit):
        # Not an accident: only a message is printed, and no number.
        return _cut(error.code, MOST_TRACE) if isinstance(error.code, str) else None
    try:
        # Lines are looked up when they are shown: an endless recursion has a thousand of them.
        whole = traceback.TracebackException.from_exception(error, lookup_lines=False)
        _shorten(whole)
        return _bounded("".join(whole.format()).rstrip("\n"))
    except Exception:
        return None


def _bounded(text):
    """A traceback with long lines cut, and without its middle when it is still too long: its end is the error."""
    text = "\n".join(_cut(line, MOST_MESSAGE) for line in text.split("\n"))
    half = MOST_TRACE // 2
    return text if len(text) <= MOST_TRACE else f"{text[:half]}\n...\n{text[-half:]}"


def _shorten(trace):
    trace.stack = _Calls(_few(trace.stack))
    for other in (trace.__cause__, trace.__context__, *(trace.exceptions or ())):
        if other is not None:
            _shorten(other)


def _few(frames):
    """The person's frames, or as many as help; and notes of those that are left out."""
    own = lambda frame: frame.filename.startswith(OWN_FOLDER)
    place = lambda frame: (frame.filename, frame.lineno, frame.name)
    kept = []
    for _, run in groupby(filterfalse(own, frames), place):
        first, more = list(islice(run, MOST_REPEATED)), len(list(run))
        kept += first + ([f"  [Previous line repeated {more} more times]\n"] if more else [])
    half = MOST_FRAMES // 2
    if (more := len(kept) - MOST_FRAMES) > 0:
        kept[half:-half] = [f"  [{more} calls are left out here]\n"]
    return kept


class _Calls(traceback.StackSummary):
    """Frames and notes. The library's own would format each frame of a recursion, and then show few."""

    def format(self, **how):
        for entry in self:
            yield entry if isinstance(entry, str) else self.format_frame_summary(entry, **how)
