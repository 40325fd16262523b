"""How values and errors are told: short, whole sentences of Python's own, and never another error."""

import os
import traceback

OWN_FOLDER = os.path.dirname(__file__) + os.sep
"""Frames of files in here are not the person's, so no traceback shows them."""

FILES = ("main.py", "test.py")
"""What the parts of a program are called in its errors."""

MOST_SHOWN = 200
"""Characters of a value that are shown."""

MOST_LINES = 60
"""Lines of a traceback that are shown."""


def shown(value, most=MOST_SHOWN):
    """How a value is shown, whatever its `__repr__` does."""
    try:
        text = repr(value)
    except Exception as error:
        return f"<{type(value).__name__} whose repr raises {type(error).__name__}>"
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
        return (error.msg if isinstance(error, SyntaxError) else str(error)) or ""
    except Exception:
        return ""


def _trace(error):
    """What the interpreter would print, without the frames of this folder."""
    try:
        whole = traceback.TracebackException.from_exception(error)
        _leave_own_frames_out(whole)
        lines = "".join(whole.format()).splitlines()
    except Exception:
        return None
    if (more := len(lines) - MOST_LINES) > 0:
        half = MOST_LINES // 2
        lines[half:-half] = [f"  ... {more} lines are left out ..."]
    return "\n".join(lines)


def _leave_own_frames_out(trace):
    trace.stack[:] = [frame for frame in trace.stack if not frame.filename.startswith(OWN_FOLDER)]
    for other in (trace.__cause__, trace.__context__, *(trace.exceptions or ())):
        if other is not None:
            _leave_own_frames_out(other)
